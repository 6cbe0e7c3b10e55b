"""Drawn over the cloth: mirrors, glides and centres in the crystallographers' signs, broken places, guides."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from batikstudio.design.copies import frame_of, outline_of
from batikstudio.design.document import Design, Field, Guide
from batikstudio.gui.canvas.overlay import polygon
from batikstudio.gui.canvas.view import View
from batikstudio.gui.theme.tokens import OVERLAY_BROKEN, OVERLAY_CASING, OVERLAY_GUIDE, OVERLAY_SYMMETRY
from batikstudio.gui.ui_state import Spot
from batikstudio.pattern.lattice import is_far
from batikstudio.studio.axes import Marks

SIGN_PX = 6.0
"""Half the height of the sign of a centre."""
LEAST_SPOT_PX = 9.0
BAND_SHARE = 0.7
"""How far beside its middle line the mirrors of a band are drawn, of its height."""
_DASHES = [7.0, 4.0]


def field_path(design: Design, field: Field, view: View) -> QPainterPath:
    """Return the outline of a field in the widget; of a band, no more than its row and a little beside it."""
    path = QPainterPath()
    for outline in outline_of(design.cloth, field):
        path.addPolygon(polygon(outline.tolist(), view))
        path.closeSubpath()
    if is_far(field.repeat.basis) != (False, True):
        return path
    long, high = design.cloth.length_mm + design.cloth.width_mm, BAND_SHARE * field.repeat.height_mm
    row = frame_of(field).apply(np.array([(-long, -high), (long, -high), (long, high), (-long, high)]))
    band = QPainterPath()
    band.addPolygon(polygon(row.tolist(), view))
    return path.intersected(band)


def draw_marks(painter: QPainter, marks: Marks, inside: QPainterPath, view: View) -> None:
    """Draw mirrors solid, glides dashed, and on top of them a lens, triangle, square or hexagon at each centre."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(inside)
    lines = [(one.kind, QPointF(*view.to_px(*one.start)), QPointF(*view.to_px(*one.end))) for one in marks.lines]
    casing = QColor(OVERLAY_CASING)
    casing.setAlphaF(0.7)
    for kind, start, end in lines:
        painter.setPen(_pen(casing, 3.6, kind == "glide"))
        painter.drawLine(start, end)
    for kind, start, end in lines:
        painter.setPen(_pen(QColor(OVERLAY_SYMMETRY), 1.6, kind == "glide"))
        painter.drawLine(start, end)
    painter.setClipping(False)
    painter.setPen(QPen(QColor(OVERLAY_CASING), 1.4))
    painter.setBrush(QColor(OVERLAY_SYMMETRY))
    for centre in marks.centres:
        painter.drawPath(sign_of(centre.order).translated(QPointF(*view.to_px(*centre.point))))
    painter.restore()


def _pen(colour: QColor, width: float, dashed: bool) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([part / width for part in _DASHES])
    return pen


def sign_of(order: int, size: float = SIGN_PX) -> QPainterPath:
    """Return the sign of a centre of turns about the origin: lens, triangle, square or hexagon."""
    path = QPainterPath()
    if order == 2:
        path.moveTo(0, -1.3 * size)
        path.quadTo(1.3 * size, 0, 0, 1.3 * size)
        path.quadTo(-1.3 * size, 0, 0, -1.3 * size)
        return path
    turn = 45.0 if order == 4 else 0.0
    angles = (math.radians(turn - 90.0 + 360.0 * k / order) for k in range(order))
    reach = size * (1.25 if order == 3 else 1.15)
    path.addPolygon(QPolygonF([QPointF(reach * math.cos(a), reach * math.sin(a)) for a in angles]))
    path.closeSubpath()
    return path


def draw_spots(painter: QPainter, spots: Iterable[Spot], view: View) -> None:
    """Ring the places where the symmetry is broken."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x, y, across in spots:
        radius = max(across * view.scale * 0.6, LEAST_SPOT_PX)
        for colour, width in ((OVERLAY_CASING, 5.0), (OVERLAY_BROKEN, 2.5)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(QPointF(*view.to_px(x, y)), radius, radius)
    painter.restore()


def draw_guides(painter: QPainter, guides: Iterable[Guide], view: View, size: QSize) -> None:
    """Draw help lines across the whole canvas."""
    casing = QColor(OVERLAY_CASING)
    casing.setAlphaF(0.5)
    for guide in guides:
        x, y = view.to_px(guide.at_mm, guide.at_mm)
        at = round(x if guide.axis == "x" else y)
        if guide.axis == "x":
            line, beside = QRectF(at, 0, 1, size.height()), QRectF(at - 1, 0, 3, size.height())
        else:
            line, beside = QRectF(0, at, size.width(), 1), QRectF(0, at - 1, size.width(), 3)
        painter.fillRect(beside, casing)
        painter.fillRect(line, QColor(OVERLAY_GUIDE))
