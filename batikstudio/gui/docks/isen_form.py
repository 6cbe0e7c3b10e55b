"""The form of a filler: which one, its colour, its measures; for the areas of a motif and for the ground."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from batikstudio.base.parameter import Value
from batikstudio.design.document import Design, Isen
from batikstudio.design.edits import isen as edits
from batikstudio.gui.widgets.form import ParameterForm
from batikstudio.gui.widgets.text import label
from batikstudio.motifs.filler import BAND, REGION, isens
from batikstudio.motifs.filler import Isen as Filler
from batikstudio.studio.i18n import Translator

CHIP = 14


class IsenForm(QWidget):
    """Shows a filler, or none; what the person sets is told as ``changed(what, filler)``, None for no filler."""

    changed = Signal(str, object)

    def __init__(
        self, design: Design, title: str, now: Isen | None, region_slot: str, suiting: str, tr: Translator
    ) -> None:
        """Make the form.

        Parameters
        ----------
        design : Design
        title : str
        now : Isen or None
        region_slot : str
            What the filler lies on: a new one takes the colour that stands out from it.
        suiting : str
            `REGION` or `GROUND`: what a filler must suit to be offered.
        tr : Translator
        """
        super().__init__()
        self._design, self._now, self._region_slot, self._tr = design, now, region_slot, tr
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(title, "title"))
        rows = QFormLayout()
        rows.setSpacing(6)
        rows.addRow(
            label(tr("Filler"), "secondary"), self._kinds([one for one in isens().values() if suits(one, suiting)])
        )
        if now is not None:
            rows.addRow(label(tr("Colour"), "secondary"), self._colours())
        column.addLayout(rows)
        if now is not None and now.kind in isens():
            form = ParameterForm(isens()[now.kind].parameters, now.parameters, tr)
            for field in form.fields.values():
                # A motif has a size of its own: each name leads to one field.
                field.setAccessibleName(f"Isen: {field.accessibleName()}")
            form.changed.connect(self._value)
            column.addWidget(form)

    def _kinds(self, fillers: Sequence[Filler]) -> QComboBox:
        tr = self._tr
        box = _box("Isen")
        box.addItem(tr("none"), "")
        for one in sorted(fillers, key=lambda one: tr.words(one.name).casefold()):
            box.addItem(tr.words(one.name), one.id)
            doubt = f" ({tr('shape uncertain')})" if one.uncertain else ""
            box.setItemData(box.count() - 1, tr.words(one.meaning) + doubt, Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(box.findData(self._now.kind if self._now else ""))
        box.activated.connect(lambda index: self._kind(str(box.itemData(index))))
        return box

    def _colours(self) -> QComboBox:
        from batikstudio.cloth.palette import swatches

        known = swatches(self._design)
        box = _box(f"Isen: {self._tr('Colour')}")
        for slot in self._design.slots:
            chip = QPixmap(CHIP, CHIP)
            chip.fill(QColor(*known[slot.id, "isen"].srgb))
            box.addItem(QIcon(chip), self._tr.words(slot.name), slot.id)
        if self._now is not None:
            box.setCurrentIndex(box.findData(self._now.slot))
        box.activated.connect(lambda index: self._colour(str(box.itemData(index))))
        return box

    def _kind(self, kind: str) -> None:
        found = edits.isen_like(self._design, self._now, kind, self._region_slot) if kind else None
        self.changed.emit("kind", found)

    def _colour(self, slot: str) -> None:
        if self._now is not None:
            self.changed.emit("slot", edits.with_slot(self._now, slot))

    def _value(self, key: str, value: Value) -> None:
        if self._now is not None:
            self._now = edits.with_value(self._now, key, value)
            self.changed.emit(key, self._now)


def suits(filler: Filler, suiting: str) -> bool:
    """Whether a filler suits a ground or, as a row along a border does too, a region."""
    return suiting in filler.suits or (suiting == REGION and BAND in filler.suits)


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setProperty("compact", True)
    return box
