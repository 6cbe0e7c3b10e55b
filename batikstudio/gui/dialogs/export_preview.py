"""The cloth that an export shows, with its measures, on the neutral ground of the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from batikstudio.base.progress import Progress
from batikstudio.gui.guard import guard
from batikstudio.gui.theme.tokens import SECONDARY, Tokens

if TYPE_CHECKING:
    from batikstudio.design.document import Design

TILE_PX = 1200
"""The longer side of the picture of a repeat that the preview keeps."""
_MARGIN, _GAP, _TICK = 56, 20, 7


class Tile:
    """One period of the cloth, or the whole cloth: its picture and its size in mm."""

    def __init__(self, image: QImage, width_mm: float, height_mm: float) -> None:
        self.image, self.width_mm, self.height_mm = image, width_mm, height_mm


def tile_of(design: Design, progress: Progress) -> Tile:
    """Return what the preview lays out; runs in a worker."""
    import numpy as np
    from PIL import Image

    from batikstudio.studio.pictures import repeat_picture

    picture = repeat_picture(design, "cloth", progress=progress)
    height, width = picture.pixels.shape[:2]
    scale = min(TILE_PX / max(width, height), 1.0)
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    reduced = np.asarray(Image.fromarray(picture.pixels).resize(size, Image.Resampling.BOX))
    image = QImage(reduced.tobytes(), *size, size[0] * 3, QImage.Format.Format_RGB888).copy()
    return Tile(image, picture.width_mm, picture.height_mm)


class ExportPreview(QWidget):
    """Draws the part that is exported with dimension lines above and at the left."""

    def __init__(self, tokens: Tokens, name: str) -> None:
        super().__init__()
        self._tokens = tokens
        self._tile: Tile | None = None
        self._size_mm = (0.0, 0.0)
        self._labels = ("", "")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def tile(self) -> Tile | None:
        """What is laid out; None until it was drawn."""
        return self._tile

    def sizeHint(self) -> QSize:
        """Return room for a cloth."""
        return QSize(420, 320)

    def show_tile(self, tile: Tile) -> None:
        """Show the cloth."""
        self._tile = tile
        self.update()

    def show_size(self, width_mm: float, height_mm: float, width_text: str, height_text: str) -> None:
        """Show another part, with its measures as words."""
        self._size_mm, self._labels = (width_mm, height_mm), (width_text, height_text)
        self.setAccessibleDescription(f"{width_text} × {height_text}")
        self.update()

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, cloth and measures."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._tokens.surround))
        width_mm, height_mm = self._size_mm
        if width_mm > 0 and height_mm > 0:
            room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -24, -24)
            scale = min(room.width() / width_mm, room.height() / height_mm)
            place = QRectF(0, 0, width_mm * scale, height_mm * scale)
            place.moveCenter(room.center())
            self._paint_cloth(painter, place, scale)
            self._paint_measures(painter, place)
        painter.end()

    def _paint_cloth(self, painter: QPainter, place: QRectF, scale: float) -> None:
        painter.fillRect(place, QColor(self._tokens.strip))
        if self._tile is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setClipRect(place)
            width, height = self._tile.width_mm * scale, self._tile.height_mm * scale
            # One picture of the size that is shown, then copies of it: reducing anew for each would shimmer.
            ratio = self.devicePixelRatioF()
            shown = self._tile.image.scaled(
                max(round(width * ratio), 1),
                max(round(height * ratio), 1),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            y = place.top()
            while y < place.bottom():
                x = place.left()
                while x < place.right():
                    painter.drawImage(QRectF(x, y, width, height), shown)
                    x += width
                y += height
            painter.restore()
        painter.setPen(QPen(QColor(self._tokens.line_strong), 1))
        painter.drawRect(place)

    def _paint_measures(self, painter: QPainter, place: QRectF) -> None:
        font = QFont(self.font())
        font.setPixelSize(SECONDARY)
        painter.setFont(font)
        painter.setPen(QPen(QColor(self._tokens.text), 1))
        self._paint_measure(painter, QPointF(place.left(), place.top() - _GAP), place.width(), self._labels[0])
        painter.save()
        painter.translate(place.left() - _GAP, place.bottom())
        painter.rotate(-90)
        self._paint_measure(painter, QPointF(0, 0), place.height(), self._labels[1])
        painter.restore()

    @staticmethod
    def _paint_measure(painter: QPainter, at: QPointF, length: float, text: str) -> None:
        """Draw a line with ticks at its ends, broken by its words where they fit."""
        words = painter.fontMetrics().horizontalAdvance(text) + 16.0
        x, y = at.x(), at.y()
        painter.drawLine(QLineF(x, y - _TICK, x, y + _TICK))
        painter.drawLine(QLineF(x + length, y - _TICK, x + length, y + _TICK))
        middle = x + length / 2
        if length > words + 16:
            painter.drawLine(QLineF(x, y, middle - words / 2, y))
            painter.drawLine(QLineF(middle + words / 2, y, x + length, y))
        else:
            painter.drawLine(QLineF(x, y, x + length, y))
            y -= 14
        box = QRectF(middle - words / 2, y - 9, words, 18)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
