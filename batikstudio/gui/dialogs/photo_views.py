"""The two pictures of the photo dialog: the photograph with its paper's corners, and the drawing with its trace."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from batikstudio.gui.guard import guard
from batikstudio.gui.theme.tokens import OVERLAY_CELL, OVERLAY_SELECTION, Tokens
from batikstudio.gui.widgets.motif_view import draw_measure, painter_path, round_pen
from batikstudio.gui.widgets.pictures import pixmap_of
from batikstudio.studio.photos import Corners

if TYPE_CHECKING:
    from batikstudio.motifs.tracing.picture import Grey
    from batikstudio.motifs.tracing.tracing import Traced

_MARGIN, _SCALE_H = 16, 28
_REACH_PX = 24.0
_HANDLE = 8.0
_FINE_PX = 1.0
_COARSE_PX = 10.0
TRACE = "#1F5FD0"
TRACE_AREA = QColor(31, 95, 208, 90)
TRACE_DOT = "#C2410C"
_PALE = 0.45
"""So much of the drawing's darkness is left under the trace."""
_SHOWN_PX = 1400
_AROUND, _LEAST_AROUND_PX = 0.08, 8.0
"""So much paper is seen about what was traced, as a share of its longer side."""
_MOVES: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PhotoView(QWidget):
    """Shows a photograph; four corners can be dragged, or moved with the arrows (Tab or space goes to the next)."""

    corners_changed = Signal()

    def __init__(self, tokens: Tokens, name: str) -> None:
        super().__init__()
        self._tokens = tokens
        self._image: QImage | None = None
        self._size = (1, 1)
        self._corners: list[tuple[float, float]] = []
        self._held = 0
        self._dragging = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 200)

    def sizeHint(self) -> QSize:
        """Return room for a photograph."""
        return QSize(360, 420)

    def show_picture(self, rgb: NDArray[np.uint8]) -> None:
        """Show a photograph, shape (H, W, 3)."""
        height, width = rgb.shape[:2]
        step = max(max(width, height) // _SHOWN_PX, 1)
        self._size = (width, height)
        self._image = pixmap_of(rgb[::step, ::step]).toImage()
        self.update()

    @property
    def corners(self) -> Corners | None:
        """The corners in px of the picture, from the top left clockwise; None where there are none."""
        return cast("Corners", tuple(self._corners)) if self._corners else None

    def set_corners(self, corners: Corners | None) -> None:
        """Show other corners without telling anybody."""
        self._corners = list(corners or ())
        self._held = 0
        self.update()

    def place(self) -> QRectF:
        """Return where the picture lies in the widget."""
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        return fitted(room, *self._size)

    def to_widget(self, x: float, y: float) -> QPointF:
        """Return a point of the picture in the widget."""
        place = self.place()
        return QPointF(place.x() + x * place.width() / self._size[0], place.y() + y * place.height() / self._size[1])

    def _to_picture(self, at: QPointF) -> tuple[float, float]:
        place, (width, height) = self.place(), self._size
        x = (at.x() - place.x()) * width / place.width()
        y = (at.y() - place.y()) * height / place.height()
        return min(max(x, 0.0), float(width)), min(max(y, 0.0), float(height))

    def _move(self, x: float, y: float) -> None:
        width, height = self._size
        self._corners[self._held] = (min(max(x, 0.0), float(width)), min(max(y, 0.0), float(height)))
        self.update()
        self.corners_changed.emit()

    @guard
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the nearest corner."""
        if not self._corners or event.button() != Qt.MouseButton.LeftButton:
            return
        far = [(event.position() - self.to_widget(x, y)).manhattanLength() for x, y in self._corners]
        nearest = min(range(len(far)), key=far.__getitem__)
        if far[nearest] <= _REACH_PX:
            self._held, self._dragging = nearest, True
            self.update()

    @guard
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the corner."""
        if self._dragging:
            self._move(*self._to_picture(event.position()))

    @guard
    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the corner go."""
        self._dragging = False

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space goes to the next corner; the arrows move it, with Shift by ten pixels."""
        move = _MOVES.get(event.key())
        if self._corners and event.key() == Qt.Key.Key_Space:
            self._held = (self._held + 1) % len(self._corners)
            self.update()
        elif self._corners and move is not None:
            step = _COARSE_PX if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _FINE_PX
            x, y = self._corners[self._held]
            self._move(x + step * move[0], y + step * move[1])
        else:
            super().keyPressEvent(event)

    @guard
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which corner the arrows move."""
        super().focusInEvent(event)
        self.update()

    @guard
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the arrows move none."""
        super().focusOutEvent(event)
        self.update()

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture and the corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(self._tokens.surround))
        if self._image is not None:
            painter.drawImage(self.place(), self._image)
        if self._corners:
            shape = QPolygonF([self.to_widget(x, y) for x, y in self._corners])
            for pen in (QPen(QColor(OVERLAY_CELL), 4), QPen(QColor(OVERLAY_SELECTION), 2)):
                painter.setPen(pen)
                painter.drawPolygon(shape)
            for number in range(shape.count()):
                held = number == self._held and (self._dragging or self.hasFocus())
                painter.setBrush(QColor(OVERLAY_SELECTION if held else OVERLAY_CELL))
                painter.drawEllipse(shape.at(number), _HANDLE, _HANDLE)
        painter.end()


class TracedView(QWidget):
    """Shows a drawing, paled, under what was traced of it."""

    def __init__(self, tokens: Tokens, name: str) -> None:
        super().__init__()
        self._tokens = tokens
        self._image: QImage | None = None
        self._box_mm = (0.0, 0.0, 1.0, 1.0)
        self._drawn: list[tuple[str, QPainterPath, float]] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 200)

    def sizeHint(self) -> QSize:
        """Return room for a drawing."""
        return QSize(420, 420)

    @property
    def is_empty(self) -> bool:
        """Whether nothing traced is shown."""
        return not self._drawn

    def show_result(self, grey: Grey | None, px_per_mm: float, traced: Sequence[Traced]) -> None:
        """Show a drawing, or that there is none."""
        self._drawn = [(one.kind, painter_path(one.path, even_odd=True), one.width_mm) for one in traced]
        self._image = None
        if grey is not None:
            height, width = grey.shape
            x0, y0, x1, y1 = _about(traced, width, height, px_per_mm)
            self._box_mm = (x0 / px_per_mm, y0 / px_per_mm, (x1 - x0) / px_per_mm, (y1 - y0) / px_per_mm)
            step = max(max(x1 - x0, y1 - y0) // _SHOWN_PX, 1)
            paled = 255 - np.rint((1 - np.clip(grey[y0:y1:step, x0:x1:step], 0, 1)) * 255 * _PALE)
            self._image = pixmap_of(np.repeat(paled.astype(np.uint8)[..., None], 3, axis=2)).toImage()
        self.update()

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the drawing, the trace and a measure."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(self._tokens.surround))
        if self._image is not None:
            room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN - _SCALE_H)
            left, top, width, height = self._box_mm
            place = fitted(room, width, height)
            painter.drawImage(place, self._image)
            scale = place.width() / width
            painter.save()
            painter.setClipRect(place)
            painter.translate(place.topLeft())
            painter.scale(scale, scale)
            painter.translate(-left, -top)
            for kind, path, width_mm in self._drawn:
                if kind == "area":
                    painter.fillPath(path, TRACE_AREA)
                    painter.strokePath(path, round_pen(TRACE, 1.4 / scale))
                else:
                    seen = max(width_mm if kind == "dot" else width_mm * 0.5, 1.4 / scale)
                    painter.strokePath(path, round_pen(TRACE_DOT if kind == "dot" else TRACE, seen))
            painter.restore()
            draw_measure(painter, QPointF(place.left(), place.bottom() + 14), scale, self._tokens.text)
        painter.end()


def _about(traced: Sequence[Traced], width: int, height: int, px_per_mm: float) -> tuple[int, int, int, int]:
    """Return the box in px about what was traced, with some paper around it; all of the picture where nothing was."""
    if not traced:
        return 0, 0, width, height
    points = np.concatenate([one.path.points for one in traced]) * px_per_mm
    low, high = points.min(axis=0), points.max(axis=0)
    spare = max(_AROUND * float((high - low).max()), _LEAST_AROUND_PX)
    x0, y0 = (int(max(value, 0.0)) for value in low - spare)
    x1, y1 = (int(min(value, most)) for value, most in zip(high + spare, (width, height), strict=True))
    return x0, y0, max(x1, x0 + 1), max(y1, y0 + 1)


def fitted(room: QRectF, width: float, height: float) -> QRectF:
    """Return the largest rectangle of some proportions in the middle of a room."""
    scale = min(room.width() / width, room.height() / height)
    place = QRectF(0, 0, width * scale, height * scale)
    place.moveCenter(room.center())
    return place
