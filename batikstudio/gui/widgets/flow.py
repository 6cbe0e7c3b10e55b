"""Layouts that lay widgets in lines: as words are laid, or in columns."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class LinesLayout(QLayout):
    """Keeps items in order; how they are laid in lines is `lay`'s, whose height follows the width."""

    def __init__(self, parent: QWidget, spacing: int) -> None:
        super().__init__(parent)
        self.items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def lay(self, rect: QRect, move: bool) -> int:
        """Lay the items within a rectangle, moving them or only asking; return the height that they take."""
        raise TypeError(f"{type(self).__name__} does not say how it lays its items")

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self.items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self.items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None."""
        return self.items[index] if 0 <= index < len(self.items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, or None."""
        return self.items.pop(index) if 0 <= index < len(self.items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return none: lines are as high as their widgets."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return True: less width takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        return self.lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Lay the widgets."""
        super().setGeometry(rect)
        self.lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the least size."""
        return self.minimumSize()


class FlowLayout(LinesLayout):
    """Left to right, and on to the next line where the width ends."""

    def minimumSize(self) -> QSize:
        """Return the size of the largest widget."""
        size = QSize()
        for item in self.items:
            size = size.expandedTo(item.minimumSize())
        return size

    def lay(self, rect: QRect, move: bool) -> int:
        """Lay the items as words are laid."""
        x, y, line = rect.x(), rect.y(), 0
        for item in self.items:
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line - rect.y()


class ColumnsLayout(LinesLayout):
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
        super().__init__(parent, spacing)
        self._narrowest, self._most = narrowest, most

    def minimumSize(self) -> QSize:
        """Return the width of one column."""
        return QSize(self._narrowest, 0)

    def columns(self, width: int) -> int:
        """Return how many columns stand side by side at a width."""
        room = (width + self.spacing()) // (self._narrowest + self.spacing())
        return max(1, min(room, self._most))

    def lay(self, rect: QRect, move: bool) -> int:
        """Lay the items in equally wide columns."""
        count, gap = self.columns(rect.width()), self.spacing()
        wide = (rect.width() - gap * (count - 1)) / count
        y = rect.y()
        for first in range(0, len(self.items), count):
            row = self.items[first : first + count]
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
