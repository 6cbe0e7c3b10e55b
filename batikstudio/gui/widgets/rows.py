"""How rows of lists are drawn: the ground of a row, its focus ring, a chip of colour, elided words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from batikstudio.gui.theme.icons import Icons
from batikstudio.gui.theme.tokens import WAX, Tokens
from batikstudio.gui.theme.weights import weighted

Index = QModelIndex | QPersistentModelIndex
Colour = tuple[int, int, int]


class RowDelegate(QStyledItemDelegate):
    """Draws rows of one height: tint and weight where selected, a ring where the keyboard is."""

    def __init__(self, icons: Icons, height: int) -> None:
        super().__init__()
        self.icons, self.tokens, self.height = icons, icons.tokens, height

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(120, self.height)

    def ground(self, painter: QPainter, option: QStyleOptionViewItem) -> bool:
        """Draw what lies under a row; returns whether it is selected."""
        state, rect = option.state, option.rect
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(self.tokens.tint))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self.tokens.hover))
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(QPen(QColor(self.tokens.accent_text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 4, 4)
        return selected

    def words(
        self,
        painter: QPainter,
        rect: QRect | QRectF,
        text: str,
        *,
        size: int = 13,
        weight: QFont.Weight = QFont.Weight.Normal,
        colour: str = "",
        right: bool = False,
    ) -> float:
        """Draw one line of words, elided; returns how wide they are."""
        return draw_words(painter, QRectF(rect), text, size, weight, colour or self.tokens.text, right)


def draw_words(
    painter: QPainter, rect: QRectF, text: str, size: int, weight: QFont.Weight, colour: str, right: bool = False
) -> float:
    """Draw one line of words in the middle of a rectangle's height, elided; returns how wide they are."""
    font = QFont(painter.font())
    font.setPixelSize(size)
    font = weighted(font, weight.value)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)
    return float(metrics.horizontalAdvance(shown))


def draw_swatch(
    painter: QPainter,
    rect: QRectF,
    colours: tuple[Colour, ...],
    tokens: Tokens,
    radius: float = 3.0,
    ring: bool = False,
) -> None:
    """Draw a swatch, split where the parts of a slot differ."""
    from PySide6.QtGui import QPainterPath

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    outline.addRoundedRect(rect, radius, radius)
    painter.setClipPath(outline)
    distinct = tuple(dict.fromkeys(colours))
    width = rect.width() / len(distinct)
    for number, colour in enumerate(distinct):
        painter.fillRect(QRectF(rect.x() + number * width, rect.y(), width + 1, rect.height()), QColor(*colour))
    painter.setClipping(False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.line_strong), 1))
    painter.drawPath(outline)
    if ring:
        painter.setPen(QPen(QColor(tokens.accent_text), 2))
        painter.drawRoundedRect(rect.adjusted(-2.5, -2.5, 2.5, 2.5), radius + 2, radius + 2)
    painter.restore()


def draw_bath(painter: QPainter, rect: QRectF, colour: Colour | None, tokens: Tokens) -> None:
    """Draw a bath field: hatched under wax (``colour`` None), else filled with the dye."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.line_strong), 1))
    painter.setBrush(QColor(WAX).lighter(128) if colour is None else QColor(*colour))
    painter.drawRoundedRect(rect, 3, 3)
    if colour is None:
        painter.setClipRect(rect.adjusted(1, 1, -1, -1))
        painter.setPen(QPen(QColor("#8A5522"), 1.2))
        x = rect.left() - rect.height()
        while x < rect.right():
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
            x += 4
    painter.restore()
