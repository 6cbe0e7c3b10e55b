"""What dialogs share that make a motif: keep it in the library, or lay it into the design at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from batikstudio.gui.context import Context
from batikstudio.gui.dialogs.work_dialog import FORM_W, WorkDialog
from batikstudio.gui.widgets.buttons import push_button
from batikstudio.gui.widgets.text import label
from batikstudio.motifs.motif import Motif


class MakingDialog(WorkDialog):
    """A dialog at whose end there is a motif.

    ``kept`` tells the id of a motif that was put into the library.

    Parameters
    ----------
    context : Context
    parent : QWidget or None
    title : str
    largest : (int, int)
    may_place : bool
        Whether a design is open.
    """

    kept = Signal(str)

    def __init__(
        self, context: Context, parent: QWidget | None, title: str, largest: tuple[int, int], may_place: bool
    ) -> None:
        super().__init__(context, parent, title, largest)
        tr = context.tr
        self._may_place = may_place
        self._motif: Motif | None = None
        self.keep_button = push_button(tr("Keep in the library"), context.icons, "library", main=True)
        self.place_button = push_button(tr("Place on the cloth"), context.icons, "stamp", primary=True, main=True)
        self.keep_button.clicked.connect(self._keep)
        self.place_button.clicked.connect(self._place)
        self.set_motif(None)

    @property
    def motif(self) -> Motif | None:
        """What was made; None while there is nothing."""
        return self._motif

    def set_motif(self, motif: Motif | None) -> None:
        """Take what was made, so that it can be kept or placed."""
        self._motif = motif
        self.keep_button.setEnabled(motif is not None)
        self.place_button.setEnabled(motif is not None and self._may_place)

    def finished_motif(self) -> Motif | None:
        """Return what is kept or placed: `motif` with what was not drawn, such as its name."""
        return self._motif

    def _keep(self) -> None:
        from batikstudio.studio.own import keep

        motif = self.finished_motif()
        if motif is None:
            return
        found: list[str] = []
        if self.attempt(lambda: found.append(keep(motif, self.context.preferences.settings.author))):
            tr = self.context.tr
            self.context.say(tr("In your library: {name}").format(name=tr.words(motif.about.name)), "ok")
            self.kept.emit(found[0])
            self.accept()

    def _place(self) -> None:
        from batikstudio.studio.own import place_in_cell

        motif, session = self.finished_motif(), self.context.session
        if motif is None:
            return

        def deed() -> None:
            design, item_id = place_in_cell(session.design, motif)
            session.do("motif.place", design)
            session.select((item_id,))

        if self.attempt(deed):
            self.accept()


def form_column(rows: Sequence[tuple[str, QWidget]], *below: QWidget) -> QWidget:
    """Return the right side of a dialog: fields under their names, and what stands below them."""
    held = QWidget()
    held.setObjectName("panel")
    held.setFixedWidth(FORM_W)
    box = QVBoxLayout(held)
    box.setContentsMargins(20, 16, 20, 16)
    box.setSpacing(12)
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setVerticalSpacing(4)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
    for words, field in rows:
        name = label(words, "secondary")
        name.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(words)
        form.addRow(name, field)
    box.addLayout(form)
    for widget in below:
        box.addWidget(widget)
    box.addStretch(1)
    return held


def measures_of(context: Context, motif: Motif) -> str:
    """Return how large a motif is, in words."""
    from batikstudio.motifs.tracing.tracing import drawn_box

    x0, y0, x1, y1 = drawn_box(motif.parts)
    number = context.tr.number
    return f"{number(x1 - x0, 1)} × {number(y1 - y0, 1)} mm"


def note(text: str = "") -> QLabel:
    """Return a line that tells something about what is made."""
    return label(text, "secondary", wrap=True)
