"""A motif as a drawing on mori, with its measures: before it is dyed, or over the picture that it was traced from."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from batikstudio.geometry.path import CUBIC, LINE, MOVE, Path
from batikstudio.gui.guard import guard
from batikstudio.gui.theme.tokens import SECONDARY, Tokens
from batikstudio.gui.widgets.rows import draw_words
from batikstudio.motifs.motif import Motif

MORI = "#F3EEE1"
WAX_LINE = "#5A3413"
WAX_AREA = "#C9A36A"
_MARGIN, _SCALE_H = 24, 28
_DOT_MM = 1e-4
_NICE_MM = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def painter_path(path: Path, even_odd: bool = False) -> QPainterPath:
    """Return a path of the design as Qt draws it; a lone point becomes a line so short that a round pen makes a dot."""
    drawn = QPainterPath()
    drawn.setFillRule(Qt.FillRule.OddEvenFill if even_odd else Qt.FillRule.WindingFill)
    points = [QPointF(float(x), float(y)) for x, y in path.points]
    at, lone = 0, False
    for verb in path.verbs:
        if verb == MOVE:
            _end_dot(drawn, lone)
            drawn.moveTo(points[at])
            at, lone = at + 1, True
        elif verb == LINE:
            drawn.lineTo(points[at])
            at, lone = at + 1, False
        elif verb == CUBIC:
            drawn.cubicTo(*points[at : at + 3])
            at, lone = at + 3, False
        else:
            _end_dot(drawn, lone)
            drawn.closeSubpath()
            lone = False
    _end_dot(drawn, lone)
    return drawn


def _end_dot(drawn: QPainterPath, lone: bool) -> None:
    if lone:
        drawn.lineTo(drawn.currentPosition() + QPointF(_DOT_MM, 0))


def round_pen(colour: str, width: float) -> QPen:
    """Return the pen of a canting."""
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


class MotifView(QWidget):
    """Draws a motif as large as there is room, with a measure of it below."""

    def __init__(self, tokens: Tokens, name: str) -> None:
        super().__init__()
        self._tokens = tokens
        self._parts: list[tuple[QPainterPath, float | None]] = []
        self._box = QRectF()
        self._words = ""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return room for a motif."""
        return QSize(480, 360)

    def show_motif(self, motif: Motif | None, words: str = "") -> None:
        """Show a motif, or empty cloth; ``words`` tell its measures."""
        self._parts = (
            [] if motif is None else [(painter_path(part.path, part.even_odd), part.width_mm) for part in motif.parts]
        )
        if motif is not None:
            x0, y0, x1, y1 = motif.bounds
            self._box = QRectF(x0, y0, x1 - x0, y1 - y0)
        self._words = words
        self.setAccessibleDescription(words)
        self.update()

    @property
    def is_empty(self) -> bool:
        """Whether no motif is shown."""
        return not self._parts

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw cloth, motif and measure."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._tokens.surround))
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN - _SCALE_H)
        painter.fillRect(room, QColor(MORI))
        if self._parts and self._box.width() > 0 and self._box.height() > 0:
            inner = room.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            scale = min(inner.width() / self._box.width(), inner.height() / self._box.height())
            painter.save()
            painter.translate(inner.center())
            painter.scale(scale, scale)
            painter.translate(-self._box.center())
            draw_parts(painter, self._parts)
            painter.restore()
            draw_measure(painter, QPointF(room.left(), room.bottom() + 12), scale, self._tokens.text)
            place = QRectF(room.left(), room.bottom() + 4, room.width(), 24)
            draw_words(painter, place, self._words, SECONDARY, painter.font().weight(), self._tokens.text, right=True)
        painter.end()


def draw_parts(painter: QPainter, parts: Iterable[tuple[QPainterPath, float | None]]) -> None:
    """Draw areas and lines in mm, as wax lies on mori."""
    for path, width_mm in parts:
        if width_mm is None:
            painter.fillPath(path, QColor(WAX_AREA))
        else:
            painter.strokePath(path, round_pen(WAX_LINE, width_mm))


def draw_measure(painter: QPainter, at: QPointF, px_per_mm: float, colour: str) -> None:
    """Draw a bar of a round number of mm, at most a fifth of a thousand px long."""
    length_mm = max((mm for mm in _NICE_MM if mm * px_per_mm <= 160), default=_NICE_MM[0])
    end = QPointF(at.x() + length_mm * px_per_mm, at.y())
    painter.setPen(QPen(QColor(colour), 2))
    painter.drawLine(at, end)
    for place in (at, end):
        painter.drawLine(QPointF(place.x(), place.y() - 4), QPointF(place.x(), place.y() + 4))
    words = f"{length_mm} mm" if length_mm < 10 else f"{length_mm // 10} cm"
    draw_words(painter, QRectF(end.x() + 8, at.y() - 9, 80, 18), words, SECONDARY, painter.font().weight(), colour)
