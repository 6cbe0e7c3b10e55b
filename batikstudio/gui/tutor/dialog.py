"""The symmetry tutor: what the arrangement does, what the picture really has, and each group to be tried."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from batikstudio.base.errors import BatikError
from batikstudio.base.progress import Progress
from batikstudio.base.words import Words
from batikstudio.design.document import Design, Field
from batikstudio.design.edits.repeat import set_group, set_repeat
from batikstudio.gui.context import Context
from batikstudio.gui.docks.panel import edit
from batikstudio.gui.tutor.telling import arranged, has_more, offered, turns_and_mirrors
from batikstudio.gui.ui_state import UiState
from batikstudio.gui.widgets.buttons import push_button
from batikstudio.gui.widgets.pictures import pixmap_of
from batikstudio.gui.widgets.text import label, rule
from batikstudio.pattern.groups import FRIEZES, GROUPS
from batikstudio.pattern.lattice import is_far
from batikstudio.studio.axes import seen_in
from batikstudio.studio.messages import message

PICTURE_PX = 68
SETTLE_MS = 250
"""How long nothing must change before the picture is looked at again."""
COLUMNS = 6
LOOK, PICTURES = "tutor", "tutor-pictures"


class TutorDialog(QDialog):
    """Stays beside the window while one works; it follows the design, the field and the selection."""

    def __init__(self, context: Context, ui: UiState, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.context, self._ui = context, ui
        tr = context.tr
        self.setWindowTitle(tr("Symmetry tutor"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.found: dict[str, Any] | None = None
        self.buttons: dict[str, QToolButton] = {}
        self._offered: tuple[str, tuple[str, ...]] = ("", ())
        self._looked: tuple[Design, str] | None = None
        self._field = label("", "secondary")
        self._name, self._plain, self._facts = (
            label("", "card"),
            label("", wrap=True),
            label("", "secondary", wrap=True),
        )
        self._seen, self._seen_plain = label("", "card"), label("", wrap=True)
        self._more = label("", "secondary", wrap=True)
        self._broken, self._hand = label("", wrap=True), label("", "note", wrap=True)
        self._try = label(tr("Try another: one click, and one undo takes it back"), "title")
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(6)
        for widget in (
            label(tr("Symmetry"), "section"),
            self._field,
            label(tr("How it is laid"), "title"),
            self._name,
            self._plain,
            self._facts,
            rule(),
            label(tr("What the picture has"), "title"),
            self._seen,
            self._seen_plain,
            self._more,
            self._broken,
            self._hand,
            rule(),
            self._try,
        ):
            if widget.property("type") == "title":
                column.addSpacing(8)
            column.addWidget(widget)
        column.addLayout(self._grid)
        column.addStretch(1)
        page = QWidget()
        page.setLayout(column)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(tr("Symmetry tutor"))
        scroll.setWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 16)
        box.addWidget(scroll, 1)
        box.addLayout(self._foot())
        self.resize(580, 660)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._look)
        self._ties: list[Callable[[], None]] = [
            context.session.changed.connect(lambda *_: self.refresh()),
            context.session.selected.connect(lambda _: self.refresh()),
            context.session.replaced.connect(self.refresh),
        ]
        ui.field_changed.connect(self.refresh)
        self.finished.connect(self._release)
        self.refresh()

    def _foot(self) -> QHBoxLayout:
        tr = self.context.tr
        shown = QCheckBox(tr("Show mirrors, glides and turns on the cloth"))
        shown.setChecked(self._ui.guides["symmetry"])
        shown.toggled.connect(lambda on: self._ui.set_guide("symmetry", on))
        self._ui.guides_changed.connect(lambda: shown.setChecked(self._ui.guides["symmetry"]))
        close = push_button(tr("Close"))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.addWidget(shown, 1)
        row.addWidget(close)
        return row

    def _release(self) -> None:
        """Let go of the session, and take the marks away."""
        while self._ties:
            self._ties.pop()()
        self._ui.field_changed.disconnect(self.refresh)
        self._timer.stop()
        for lane in (LOOK, PICTURES):
            self.context.jobs.cancel(lane)
        self._ui.mark_seen(None)

    def field(self) -> Field:
        """Return the field that is told of: of what is selected, else the one that is worked on."""
        session = self.context.session
        if session.selection:
            return session.design.find_item(session.selection[0])[0]
        return self._ui.field_of(session.design)

    def refresh(self) -> None:
        """Tell of the present design, and look at its picture once nothing changes any more."""
        tr, design, field = self.context.tr, self.context.session.design, self.field()
        name, plain = arranged(field.repeat)
        self._field.setText(tr("Field: {name}").format(name=field.name))
        self._name.setText(tr.words(name))
        self._plain.setText(tr.words(plain))
        self._facts.setText(turns_and_mirrors(field.repeat, tr))
        hand = tr("The hand is above 0: copies differ on purpose, as tulis does. What most of them say counts.")
        self._hand.setText(hand)
        self._hand.setVisible(design.look.hand > 0)
        self._offer(field)
        if self._looked == (design, field.id):
            return
        self._looked = None
        self._show(None)
        self._timer.start()

    # what the picture has

    def _look(self) -> None:
        design, field = self.context.session.design, self.field()
        if is_far(field.repeat.basis)[0]:
            self._seen.setText(self.context.tr("It lies once: nothing comes round that could be compared."))
            return

        def work(_progress: Progress) -> dict[str, Any]:
            from batikstudio.studio.symmetry import symmetry_of_field

            return symmetry_of_field(design, field.id)

        def done(found: dict[str, Any]) -> None:
            self._looked = (design, field.id)
            self._show(found)

        self.context.jobs.submit(LOOK, work, done, self._failed)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, BatikError):
            raise error
        self._seen.setText(message(error, self.context.tr))

    def _show(self, found: dict[str, Any] | None) -> None:
        """Show what was found, or that it is being looked at; ring the broken places on the cloth."""
        tr = self.context.tr
        self.found = found
        if found is None:
            self._seen.setText(tr("Looking…"))
            self._seen_plain.setText("")
            self._broken.setText("")
            self._more.setText("")
            self._ui.mark_seen(None)
            return
        words = tr.words
        self._seen.setText(words(_words(found["name"])))
        self._seen_plain.setText(words(_words(found["plain"])))
        self._broken.setText(self._told_of_broken(found))
        field = self.field()
        more = tr("More than it is laid with: the motif itself is symmetric.")
        self._more.setText(more if has_more(found["group"], field.repeat) else "")
        spots = tuple((*one["at"], one.get("across", 0.0)) for one in found["broken"])
        self._ui.mark_seen(seen_in(found, field), spots)

    def _told_of_broken(self, found: dict[str, Any]) -> str:
        tr, count = self.context.tr, len(found["broken"])
        if not count:
            return tr("It is the same everywhere.")
        told = tr.plural(
            "Broken at {n} place, ringed on the cloth.", "Broken at {n} places, ringed on the cloth.", count
        )
        told = told.format(n=count)
        if found["nearly"] == found["group"]:
            return told
        meant = tr("Mended, it would be {name}: {plain}")
        return f"{told} {meant.format(name=found['nearly'], plain=tr.words(_words(found['nearly_plain'])))}"

    # what can be tried

    def _offer(self, field: Field) -> None:
        """Show a button for each group that fits, anew only where others do."""
        lattice, groups = offered(field.repeat)
        if (lattice, groups) != self._offered:
            self._offered = (lattice, groups)
            self._make_buttons(lattice, groups)
        self._try.setVisible(bool(groups))
        _, _, argument = field.repeat.name.partition(" ")
        current = argument if lattice == "frieze" else field.repeat.group
        for key, button in self.buttons.items():
            button.setChecked(key == current)

    def _make_buttons(self, lattice: str, groups: tuple[str, ...]) -> None:
        tr, known = self.context.tr, FRIEZES if lattice == "frieze" else GROUPS
        for button in self.buttons.values():
            self._grid.removeWidget(button)
            button.deleteLater()
        self.buttons = {}
        for number, key in enumerate(groups):
            button = QToolButton()
            button.setCheckable(True)
            button.setText(key)
            button.setToolTip(tr.words(known[key].words))
            button.setAccessibleName(tr.words(known[key].words))
            button.setIconSize(QSize(PICTURE_PX, PICTURE_PX))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setFixedSize(PICTURE_PX + 14, PICTURE_PX + 32)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _checked=False, group=key: self.take(group))
            self._grid.addWidget(button, number // COLUMNS, number % COLUMNS)
            self.buttons[key] = button
        if groups:
            self._draw(lattice, groups)

    def take(self, group: str) -> None:
        """Lay the field in another group: one edit, one undo."""
        field = self.field()
        if self._offered[0] == "frieze":
            edit(self.context, "cloth.symmetry", lambda one: set_repeat(one, field.id, f"frieze {group}"))
        else:
            edit(self.context, "cloth.symmetry", lambda one: set_group(one, field.id, group))
        self.refresh()

    def _draw(self, lattice: str, groups: tuple[str, ...]) -> None:
        ratio = self.devicePixelRatioF()
        side = round(PICTURE_PX * ratio)

        def work(progress: Progress) -> dict[str, Any]:
            from batikstudio.studio.thumbnails import group_thumbnail

            made = {}
            for number, group in enumerate(groups):
                made[group] = group_thumbnail(lattice, group, side)
                progress.step((number + 1) / len(groups))
            return made

        def done(made: dict[str, Any]) -> None:
            for group, pixels in made.items():
                if group in self.buttons:
                    self.buttons[group].setIcon(QIcon(pixmap_of(pixels, ratio)))

        self.context.jobs.submit(PICTURES, work, done)


def _words(told: dict[str, str]) -> Words:
    return Words(told["id"], told["en"])
