"""The properties: of the selected motif, or of the cloth and its repeat where nothing is selected."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Value
from batikstudio.design.document import Design, Isen, Item, MotifItem, StrokeItem
from batikstudio.design.edits import isen, items
from batikstudio.design.embedding import resolve
from batikstudio.design.filling import roles_with_areas
from batikstudio.geometry.affine import Affine
from batikstudio.gui.context import Context
from batikstudio.gui.docks.cloth_page import ClothPage
from batikstudio.gui.docks.isen_form import IsenForm
from batikstudio.gui.docks.panel import Panel
from batikstudio.gui.guard import guard
from batikstudio.gui.theme.weights import REGULAR, SEMIBOLD, weighted
from batikstudio.gui.ui_state import UiState
from batikstudio.gui.widgets.form import Gesture, ParameterForm, number_field
from batikstudio.gui.widgets.text import label
from batikstudio.motifs.catalogue import catalogue
from batikstudio.motifs.filler import REGION
from batikstudio.motifs.motif import ROLES
from batikstudio.studio.hit import centre_of


class PropertiesPanel(Panel):
    """Rebuilt when the selection or what it shows has changed; it holds nothing itself."""

    def __init__(self, context: Context, ui: UiState) -> None:
        super().__init__(context)
        self._ui = ui
        self._locale = QLocale(context.tr.language)
        self._gesture = Gesture()
        self._role_words: dict[str, QLabel] = {}
        self._isen: QVBoxLayout | None = None
        self._scroll = QScrollArea()
        self._scroll.setObjectName("panel")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._scroll)
        self.follow(context.session.changed, lambda *_: self.refresh())
        self.follow(context.session.selected, lambda _: self.refresh())
        self.follow(context.session.replaced, self.refresh)
        ui.role_changed.connect(self._mark_role)
        ui.role_changed.connect(self._show_isen)
        ui.field_changed.connect(self.refresh)
        self.refresh()

    def sizeHint(self) -> QSize:
        """Return room for a motif's fields."""
        return QSize(300, 200)

    def change(self, label: str, what: str, edit: Callable[[Design], Design]) -> None:
        """Ask for a change: steps of ``what`` without a pause are one undo, each its own where that is empty."""
        if not self.edit(label, edit, self._gesture.key(what) if what else ""):
            self.refresh()

    def refresh(self) -> None:
        """Show what is selected now."""
        focused: QWidget | None = self.focusWidget()
        name = focused.accessibleName() if focused is not None else ""
        page = QWidget()
        page.setObjectName("panel")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        session = self.context.session
        self._role_words, self._isen = {}, None
        if session.selection:
            self._item_page(column, session.design, session.design.find_item(session.selection[0])[2])
        else:
            ClothPage(self.context, self._ui, self.change).fill(column, session.design)
        column.addStretch(1)
        place = self._scroll.verticalScrollBar().value()
        old = self._scroll.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()  # not at once: one of its fields may be what asked for the change
        _let_narrow(page)
        self._scroll.setWidget(page)
        self._scroll.verticalScrollBar().setValue(place)
        if name:
            for widget in page.findChildren(QWidget):
                if widget.accessibleName() == name:
                    widget.setFocus()
                    break

    # one motif

    def _item_page(self, column: QVBoxLayout, design: Design, item: Item) -> None:
        tr, session = self.context.tr, self.context.session
        try:
            title = self._title(design, item)
        except BatikError:
            column.addWidget(label(tr("A motif whose drawing is missing"), "title"))
            return
        many = len(session.selection)
        column.addWidget(
            label(title if many == 1 else tr.plural("{n} motif", "{n} motifs", many).format(n=many), "title")
        )
        grid = QGridLayout()
        grid.setSpacing(6)
        x, y = centre_of(design, session.selection)
        turn = math.degrees(math.atan2(item.transform.b, item.transform.a))
        for place, (words, value, unit, low, high, change) in enumerate(
            (
                ("X", x / 10, "cm", None, None, lambda v: self._place("x", Affine.translation(v * 10 - x, 0.0))),
                ("Y", y / 10, "cm", None, None, lambda v: self._place("y", Affine.translation(0.0, v * 10 - y))),
                (tr("Turn"), turn, "°", -360.0, 360.0, lambda v: self._about("turn", Affine.rotation(v - turn))),
                (
                    tr("Size"),
                    item.transform.scale * 100,
                    "%",
                    1.0,
                    2000.0,
                    lambda v: self._about("size", Affine.scaling(v / 100 / item.transform.scale)),
                ),
            )
        ):
            field = number_field(value, low, high, unit, 1, self._locale)
            field.setAccessibleName(words)
            field.setPrefix(f"{words} ")
            field.setProperty("compact", True)
            field.valueChanged.connect(change)
            grid.addWidget(field, place // 2, place % 2)
        column.addLayout(grid)
        roles = tuple(role for role in ROLES if role in item.roles)
        self._roles(column, design, item, roles)
        self._isen = QVBoxLayout()
        column.addLayout(self._isen)
        self._show_isen()
        if not isinstance(item, MotifItem):
            return
        source = design.motifs[item.motif]
        known = catalogue().find(source.id)
        parameters = catalogue().parameters(source.id) if known else ()
        if parameters:
            form = ParameterForm(parameters, source.parameters, tr)
            form.changed.connect(lambda key, value: self._parameter(item.id, key, value))
            column.addWidget(form)

    def _title(self, design: Design, item: Item) -> str:
        tr = self.context.tr
        if isinstance(item, MotifItem):
            return tr.words(resolve(design, item.motif).about.name)
        return tr("Canting stroke") if isinstance(item, StrokeItem) else tr("Area")

    def _place(self, what: str, place: Affine) -> None:
        ids = self.context.session.selection
        self.change("item.place", f"{what} {' '.join(ids)}", lambda one: items.transform(one, ids, place))

    def _about(self, what: str, linear: Affine) -> None:
        """Turn or scale what is selected about its middle."""
        x, y = centre_of(self.context.session.design, self.context.session.selection)
        self._place(what, Affine.translation(x, y) @ linear @ Affine.translation(-x, -y))

    def _parameter(self, item_id: str, key: str, value: Value) -> None:
        self.change(
            "motif.parameters", f"{key} {item_id}", lambda one: items.set_parameters(one, item_id, {key: value})
        )

    def _roles(self, column: QVBoxLayout, design: Design, item: Item, roles: tuple[str, ...]) -> None:
        """Show which slot each role has; the role in focus is the one that a click in the palette changes."""
        from batikstudio.cloth.palette import swatches

        tr = self.context.tr
        known = swatches(design)
        form = QFormLayout()
        form.setSpacing(6)
        self._role_words = {role: label(tr.words(ROLES[role]), "secondary") for role in roles}
        for role in roles:
            box = _RoleBox(role, self._ui)
            box.setAccessibleName(tr.words(ROLES[role]))
            box.setProperty("compact", True)
            for slot in design.slots:
                chip = QPixmap(14, 14)
                chip.fill(QColor(*known[slot.id, "areas"].srgb))
                box.addItem(QIcon(chip), tr.words(slot.name), slot.id)
            box.setCurrentIndex(box.findData(item.roles.get(role, "")))
            box.activated.connect(lambda index, b=box: self._give(b.role, b.itemData(index)))
            form.addRow(self._role_words[role], box)
        column.addLayout(form)
        if self._ui.role not in roles and roles:
            self._ui.set_role(roles[0])
        self._mark_role()

    def _mark_role(self) -> None:
        """Let the part stand out that a click in the palette gives another slot."""
        for role, words in self._role_words.items():
            words.setFont(weighted(words.font(), SEMIBOLD if role == self._ui.role else REGULAR))

    def _give(self, role: str, slot: str) -> None:
        chosen = self.context.session.selection
        self._ui.set_role(role)
        self.edit("item.slot", lambda one: items.set_role(one, chosen, role, slot))

    def _show_isen(self) -> None:
        """Show the filler of the areas of the role in focus, or of the first role that has areas."""
        session = self.context.session
        if self._isen is None or not session.selection:
            return
        while place := self._isen.takeAt(0):
            old = place.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        field, _, item = session.design.find_item(session.selection[0])
        roles = roles_with_areas(session.design, item)
        if isinstance(item, StrokeItem) or not roles:
            return
        role = self._ui.role if self._ui.role in roles else roles[0]
        tr = self.context.tr
        words = tr("Isen: {role}").format(role=tr.words(ROLES[role]) if role in ROLES else role)
        form = IsenForm(session.design, words, item.isen.get(role), item.roles.get(role, field.ground), REGION, tr)
        form.changed.connect(lambda what, filler: self._fill(role, what, filler))
        self._isen.addWidget(form)
        _let_narrow(form)

    def _fill(self, role: str, what: str, filler: Isen | None) -> None:
        design, chosen = self.context.session.design, self.context.session.selection
        ids = [one for one in chosen if role in roles_with_areas(design, design.find_item(one)[2])]
        self.change("item.isen", f"isen {role} {what}", lambda one: isen.set_isen(one, ids, role, filler))


def _let_narrow(page: QWidget) -> None:
    """Let choices be narrower than their longest words: the panel is as wide as its dock."""
    for box in page.findChildren(QComboBox):
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
    for field in page.findChildren(QAbstractSpinBox):
        field.setMinimumWidth(72)


class _RoleBox(QComboBox):
    """A choice of slot; in focus, its role is what the palette acts on."""

    def __init__(self, role: str, ui: UiState) -> None:
        super().__init__()
        self.role = role
        self._ui = ui

    @guard
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the palette's attention."""
        self._ui.set_role(self.role)
        super().focusInEvent(event)
