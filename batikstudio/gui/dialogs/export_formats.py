"""The formats of the registry, to choose one from."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyleOptionViewItem

from batikstudio.export.base import Format
from batikstudio.gui.context import Context
from batikstudio.gui.theme.icons import Icons, paint
from batikstudio.gui.theme.tokens import ICON
from batikstudio.gui.widgets.rows import Index, RowDelegate

ROW_H = 56
FORMAT_ID, SUFFIX, FORMAT_ICON = (Qt.ItemDataRole.UserRole + n for n in range(3))


class FormatDelegate(RowDelegate):
    """Draws icon, name and ending."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, ROW_H)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a format."""
        rect, tokens = QRectF(option.rect), self.tokens
        painter.save()
        selected = self.ground(painter, option)
        colour = tokens.accent_text if selected else tokens.text
        paint(painter, index.data(FORMAT_ICON), colour, QRectF(rect.x() + 24, rect.y() + 18, ICON, ICON))
        weight = QFont.Weight.DemiBold if selected else QFont.Weight.Medium
        width = rect.width() - 68
        name = index.data(Qt.ItemDataRole.DisplayRole)
        self.words(painter, QRectF(rect.x() + 56, rect.y() + 10, width, 18), name, weight=weight)
        ending = QRectF(rect.x() + 56, rect.y() + 29, width, 16)
        self.words(painter, ending, index.data(SUFFIX), size=12, colour=tokens.text_2)
        painter.restore()


class FormatList(QListWidget):
    """One row for each format; ``chosen`` tells the id of the one that is current."""

    chosen = Signal(str)

    def __init__(self, context: Context, formats: Iterable[Format]) -> None:
        super().__init__()
        tr = context.tr
        self.setAccessibleName(tr("Formats"))
        self.setFixedWidth(216)
        self.setMouseTracking(True)
        self._delegate = FormatDelegate(context.icons)
        self.setItemDelegate(self._delegate)
        for one in formats:
            item = QListWidgetItem(tr.words(one.words))
            item.setData(FORMAT_ID, one.id)
            item.setData(SUFFIX, one.suffix)
            item.setData(FORMAT_ICON, "image" if one.media_type.startswith("image/") else "file-text")
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, tr.words(one.meaning))
            item.setToolTip(tr.words(one.meaning))
            self.addItem(item)
        self.currentItemChanged.connect(self._tell)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(FORMAT_ID))
