"""A layout of equally wide columns, as many as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class ColumnsLayout(QLayout):
    """Lays widgets in rows of columns that share the width; a row is as high as its highest widget.

    Parameters
    ----------
    parent : QWidget
    narrowest : int
        Logical pixels that a column has at least.
    most : int
        Columns at most, however wide the parent is.
    spacing : int
        Between columns and rows.
    """

    def __init__(self, parent: QWidget, narrowest: int, most: int, spacing: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._narrowest, self._most = narrowest, most
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return none: rows are as high as their widgets."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return True: fewer columns take more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Lay the widgets."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of one column."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the width of one column."""
        return QSize(self._narrowest, 0)

    def columns(self, width: int) -> int:
        """Return how many columns stand side by side at a width."""
        room = (width + self.spacing()) // (self._narrowest + self.spacing())
        return max(1, min(room, self._most))

    def _lay(self, rect: QRect, move: bool) -> int:
        count, gap = self.columns(rect.width()), self.spacing()
        wide = (rect.width() - gap * (count - 1)) / count
        y = rect.y()
        for first in range(0, len(self._items), count):
            row = self._items[first : first + count]
            # Cut from the whole width, so that the last column ends where the parent does.
            edges = [(round(n * (wide + gap)), round(n * (wide + gap) + wide)) for n in range(len(row))]
            height = max(
                item.heightForWidth(right - left) if item.hasHeightForWidth() else item.sizeHint().height()
                for item, (left, right) in zip(row, edges, strict=True)
            )
            if move:
                for item, (left, right) in zip(row, edges, strict=True):
                    item.setGeometry(QRect(rect.x() + left, y, right - left, height))
            y += height + gap
        return max(y - gap - rect.y(), 0)
