"""A line while it is being drawn: what is there of it stays painted, and each event adds the new piece alone."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from batikstudio.gui.canvas.view import View
from batikstudio.gui.theme.tokens import OVERLAY_WAX
from batikstudio.studio.tool import Growing


def wax_pen(width_px: float) -> QPen:
    """Return the pen that shows wax."""
    pen = QPen(QColor(OVERLAY_WAX), max(width_px, 1.0))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


class GrowingLayer:
    """Keeps the canvas as it was when the line began, with the line on it as far as it has come."""

    def __init__(self) -> None:
        self._of: tuple[Growing, View, QSize, float] | None = None
        self._picture = QPixmap()
        self._painted = 0

    def forget(self) -> None:
        """Take the canvas anew: what lies behind the line has changed, or the line has ended."""
        self._of = None
        self._picture = QPixmap()

    def paint(
        self,
        painter: QPainter,
        line: Growing,
        view: View,
        size: QSize,
        ratio: float,
        behind: Callable[[QPainter], None],
    ) -> None:
        """Draw the canvas with the line on it; ``behind`` draws it without, and is asked once for each line."""
        wanted = (line, view, size, ratio)
        if self._of != wanted:
            self._of, self._painted = wanted, 0
            self._picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
            self._picture.setDevicePixelRatio(ratio)
            taken = QPainter(self._picture)
            behind(taken)
            taken.end()
        self._add(line, view)
        painter.drawPixmap(0, 0, self._picture)

    def _add(self, line: Growing, view: View) -> None:
        start = max(self._painted - 1, 0)
        new = np.array(line.points[start:], np.float64)
        if len(new) < 2:
            return
        self._painted = len(line.points)
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(wax_pen(line.width_mm * view.scale))
        for laid in (new, *(copy.apply(new) for copy in line.copies)):
            seen = (laid - (view.left_mm, view.top_mm)) * view.scale
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in seen.tolist()]))
        painter.end()
