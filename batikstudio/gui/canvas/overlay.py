"""What is drawn over the cloth: the cell with its group, the live copies, the selection and its handles."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from batikstudio.design.copies import frame_of
from batikstudio.design.document import Field
from batikstudio.gui.canvas.growing import wax_pen
from batikstudio.gui.canvas.view import View
from batikstudio.gui.theme.tokens import (
    OVERLAY_CASING,
    OVERLAY_CASING_ALPHA,
    OVERLAY_CELL,
    OVERLAY_COPY,
    OVERLAY_LABEL,
    OVERLAY_SELECTION,
    SECONDARY,
)
from batikstudio.gui.theme.weights import MEDIUM, weighted
from batikstudio.pattern.lattice import is_far
from batikstudio.studio.tool import Outline

HANDLE = 4.0


def polygon(points: Iterable[tuple[float, float]], view: View) -> QPolygonF:
    """Return points of the cloth in the widget."""
    return QPolygonF([QPointF(*view.to_px(x, y)) for x, y in points])


def cell_corners(field: Field) -> tuple[tuple[float, float], ...]:
    """Return the corners of a field's cell on the cloth, mm.

    An upright rectangle where the lattice has rows or columns along the cloth, as a textile designer draws a half-drop;
    else the parallelogram of its vectors. Where a lattice leads off the cloth, the size chosen, about the origin.
    """
    (ax, ay), (bx, by) = field.repeat.basis
    if any(is_far(field.repeat.basis)):
        half_x, half_y = field.repeat.width_mm / 2, field.repeat.height_mm / 2
        about = frame_of(field).apply(np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * (half_x, half_y))
        return tuple((float(x), float(y)) for x, y in about)
    if bx == 0:
        ay = 0.0
    elif ay == 0:
        bx = 0.0
    frame = frame_of(field)
    corners = ((0.0, 0.0), (ax, ay), (ax + bx, ay + by), (bx, by))
    return tuple((frame.a * x + frame.c * y + frame.e, frame.b * x + frame.d * y + frame.f) for x, y in corners)


def draw_cell(painter: QPainter, field: Field, view: View, words: str) -> None:
    """Draw the outline of one repeat, seen on any cloth, with its name."""
    outline = polygon(cell_corners(field), view)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    casing = QColor(OVERLAY_CASING)
    casing.setAlpha(OVERLAY_CASING_ALPHA)
    for pen in (QPen(casing, 4), QPen(QColor(OVERLAY_CELL), 2)):
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawPolygon(outline)
    _label(painter, outline.boundingRect().topLeft(), words)
    painter.restore()


def _label(painter: QPainter, at: QPointF, words: str) -> None:
    font = QFont(painter.font())
    font.setPixelSize(SECONDARY)
    font = weighted(font, MEDIUM)
    painter.setFont(font)
    width = QFontMetricsF(font).horizontalAdvance(words) + 16
    place = QRectF(max(at.x(), 4.0), max(at.y() - 26, 4.0), width, 22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(OVERLAY_LABEL))
    painter.drawRoundedRect(place, 3, 3)
    painter.setPen(QColor(OVERLAY_CELL))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def draw_outlines(painter: QPainter, outlines: Iterable[Outline], view: View) -> None:
    """Draw what the tool in hand shows."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for outline in outlines:
        if outline.kind == "handle":
            _handle(painter, QPointF(*view.to_px(*outline.points[0])))
            continue
        shape = polygon(outline.points, view)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if outline.kind == "wax":
            painter.setPen(wax_pen(outline.width_mm * view.scale))
            painter.drawPolyline(shape)
            continue
        dashed = outline.kind in ("copy", "ghost")
        colour = QColor(OVERLAY_COPY if dashed else OVERLAY_SELECTION)
        casing = QColor(OVERLAY_CASING if dashed else OVERLAY_CELL)
        for pen in (QPen(casing, 3), QPen(colour, 1.5, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)):
            painter.setPen(pen)
            if outline.closed:
                painter.drawPolygon(shape)
            else:
                painter.drawPolyline(shape)
    painter.restore()


def _handle(painter: QPainter, at: QPointF) -> None:
    painter.setPen(QPen(QColor(OVERLAY_SELECTION), 1.5))
    painter.setBrush(QColor(OVERLAY_CELL))
    painter.drawRect(QRectF(at.x() - HANDLE, at.y() - HANDLE, 2 * HANDLE, 2 * HANDLE))
