"""Lay the picture of a repeat over the cloth."""

from __future__ import annotations

import math
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter

from batikstudio.gui.canvas.pyramid import Pyramid
from batikstudio.gui.canvas.view import Box, View


def cloth_rect(view: View, length_mm: float, width_mm: float) -> QRectF:
    """Return the cloth in the widget."""
    x0, y0 = view.to_px(0, 0)
    x1, y1 = view.to_px(length_mm, width_mm)
    return QRectF(x0, y0, x1 - x0, y1 - y0)


def fill_bare(painter: QPainter, cloth: QRectF, mori: QColor) -> None:
    """Paint the cloth before its first picture is there."""
    painter.fillRect(cloth, mori)


def lay_repeat(
    painter: QPainter,
    pyramid: Pyramid,
    view: View,
    cloth: QRectF,
    size: QSize,
    ratio: float,
    origin_mm: tuple[float, float],
) -> int:
    """Draw every copy of the repeat that is in sight; returns how many.

    The edges of copies are rounded to whole pixels of the screen: no gap and no double line between two of them.
    """
    if pyramid.height_mm <= 0:
        return 0
    level = pyramid.level(view.scale * ratio)
    image = pyramid.images[level]
    source = QRectF(0, 0, *pyramid.source_size(level))
    in_sight = cloth.intersected(QRectF(0, 0, size.width(), size.height()))
    if in_sight.isEmpty():
        return 0
    painter.save()
    painter.setClipRect(in_sight)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    x_edges = _edges(
        view.to_mm(in_sight.left(), 0)[0], view.to_mm(in_sight.right(), 0)[0], pyramid.width_mm, origin_mm[0]
    )
    y_edges = _edges(
        view.to_mm(0, in_sight.top())[1], view.to_mm(0, in_sight.bottom())[1], pyramid.height_mm, origin_mm[1]
    )
    xs = [round(view.to_px(x, 0)[0] * ratio) / ratio for x in x_edges]
    ys = [round(view.to_px(0, y)[1] * ratio) / ratio for y in y_edges]
    drawn = 0
    for y0, y1 in pairwise(ys):
        for x0, x1 in pairwise(xs):
            painter.drawImage(QRectF(x0, y0, x1 - x0, y1 - y0), image, source)
            drawn += 1
    painter.restore()
    return drawn


def lay_exact(painter: QPainter, pyramid: Pyramid, box_mm: Box, view: View, ratio: float) -> None:
    """Draw the picture of one rectangle of the cloth in its place."""
    x0, y0 = view.to_px(box_mm[0], box_mm[1])
    x1, y1 = view.to_px(box_mm[2], box_mm[3])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    level = pyramid.level(view.scale * ratio)
    painter.drawImage(
        QRectF(x0, y0, x1 - x0, y1 - y0), pyramid.images[level], QRectF(0, 0, *pyramid.source_size(level))
    )
    painter.restore()


def _edges(start: float, end: float, step: float, origin: float) -> list[float]:
    first, last = math.floor((start - origin) / step), math.ceil((end - origin) / step)
    return [origin + n * step for n in range(first, last + 1)]
