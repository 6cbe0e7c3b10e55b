"""Rulers in cm along the cloth, with a marker under the pointer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from batikstudio.gui.canvas.view import View, step_mm, ticks
from batikstudio.gui.guard import guard
from batikstudio.gui.theme.tokens import CAPTION, RULER, Tokens

LEAST_LABEL_PX, LEAST_TICK_PX = 64.0, 6.0


class Ruler(QWidget):
    """A ruler along the top or, ``upright``, along the left of the canvas; a guide can be pulled out of it."""

    pulled = Signal(QPointF)
    dropped = Signal(QPointF)

    def __init__(self, tokens: Tokens, upright: bool, number: Callable[[float], str], hint: str = "") -> None:
        super().__init__()
        self._tokens, self._upright, self._number = tokens, upright, number
        self._view = View()
        self._pointer_mm: float | None = None
        self.setCursor(Qt.CursorShape.SplitHCursor if upright else Qt.CursorShape.SplitVCursor)
        self.setToolTip(hint)
        if upright:
            self.setFixedWidth(RULER)
        else:
            self.setFixedHeight(RULER)

    def show_view(self, view: View) -> None:
        """Follow the canvas."""
        self._view = view
        self.update()

    def point_at(self, place_mm: float | None) -> None:
        """Mark a place, or none."""
        if place_mm != self._pointer_mm:
            self._pointer_mm = place_mm
            self.update()

    @guard
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a new guide."""
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton)

    @guard
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it out."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.pulled.emit(event.globalPosition())

    @guard
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.dropped.emit(event.globalPosition())

    def sizeHint(self) -> QSize:
        """Return the ruler's own breadth."""
        return QSize(RULER, RULER)

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ticks, numbers and the marker."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._tokens.ruler))
        length = float(self.height() if self._upright else self.width())
        start = self._view.top_mm if self._upright else self._view.left_mm
        end = start + length / self._view.scale
        big = step_mm(self._view.scale, LEAST_LABEL_PX)
        small = max(big / 10, step_mm(self._view.scale, LEAST_TICK_PX))
        font = QFont(self.font())
        font.setPixelSize(CAPTION)
        painter.setFont(font)
        if self._upright:
            painter.rotate(90)
            painter.translate(0, -RULER)
        self._draw(painter, start, end, big, small)
        painter.setPen(QPen(QColor(self._tokens.line)))
        edge = 0.5 if self._upright else RULER - 0.5
        painter.drawLine(QPointF(0, edge), QPointF(length, edge))
        if self._pointer_mm is not None:
            self._mark(painter, (self._pointer_mm - start) * self._view.scale)
        painter.end()

    def _draw(self, painter: QPainter, start: float, end: float, big: float, small: float) -> None:
        scale = self._view.scale
        near, way = (0.0, 1.0) if self._upright else (float(RULER), -1.0)
        painter.setPen(QPen(QColor(self._tokens.line_strong), 1))
        for place in ticks(scale, start, end, small):
            at = round((place - start) * scale) + 0.5
            fifth = round(place / small) % 5 == 0
            painter.drawLine(QPointF(at, near), QPointF(at, near + way * (7 if fifth else 4)))
        for place in ticks(scale, start - big, end, big):
            at = round((place - start) * scale) + 0.5
            painter.setPen(QPen(QColor(self._tokens.line_strong), 1))
            painter.drawLine(QPointF(at, near), QPointF(at, near + way * 10))
            painter.setPen(QPen(QColor(self._tokens.text)))
            box = QRectF(at + 4, 7 if self._upright else 1, LEAST_LABEL_PX, 15)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._number(place / 10))

    def _mark(self, painter: QPainter, at: float) -> None:
        near, way = (0.0, 1.0) if self._upright else (float(RULER), -1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.soga))
        tip = QPointF(at, near + way * 1)
        painter.drawPolygon(QPolygonF([tip, QPointF(at - 5, near + way * 7), QPointF(at + 5, near + way * 7)]))
