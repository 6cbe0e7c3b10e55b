"""Where on the cloth the window looks: pure geometry between mm and pixels of the widget."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from batikstudio.base.units import px_per_mm

PX_PER_MM_AT_100 = px_per_mm(96)
"""At 100 % the cloth lies on the screen in its own size, where the screen has 96 pixels per inch."""
SMALLEST, LARGEST = 0.02, 60.0
"""Bounds of the scale, logical pixels per mm: a bolt of cloth in sight, down to single yarns."""
WHEEL_STEP = 1.2
MARGIN_PX = 32.0
"""How much of the surround is seen beside the cloth where it begins."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class View:
    """The part of the cloth in sight.

    Attributes
    ----------
    scale : float
        Logical pixels per mm.
    left_mm, top_mm : float
        What lies at the widget's top left corner.
    """

    scale: float = PX_PER_MM_AT_100
    left_mm: float = 0.0
    top_mm: float = 0.0

    @property
    def percent(self) -> float:
        """The zoom as people read it."""
        return 100.0 * self.scale / PX_PER_MM_AT_100

    def to_px(self, x_mm: float, y_mm: float) -> tuple[float, float]:
        """Return where a point of the cloth lies in the widget."""
        return (x_mm - self.left_mm) * self.scale, (y_mm - self.top_mm) * self.scale

    def to_mm(self, x_px: float, y_px: float) -> tuple[float, float]:
        """Return which point of the cloth lies under a pixel."""
        return self.left_mm + x_px / self.scale, self.top_mm + y_px / self.scale

    def panned(self, dx_px: float, dy_px: float) -> View:
        """Return the view after the cloth was dragged by so many pixels."""
        return replace(self, left_mm=self.left_mm - dx_px / self.scale, top_mm=self.top_mm - dy_px / self.scale)

    def zoomed(self, factor: float, x_px: float, y_px: float) -> View:
        """Return the view magnified by a factor, with what lies under the pixel staying there."""
        scale = min(max(self.scale * factor, SMALLEST), LARGEST)
        x_mm, y_mm = self.to_mm(x_px, y_px)
        return View(scale, x_mm - x_px / scale, y_mm - y_px / scale)

    def at_percent(self, percent: float, x_px: float, y_px: float) -> View:
        """Return the view at a zoom, with what lies under the pixel staying there."""
        return self.zoomed(percent * PX_PER_MM_AT_100 / 100.0 / self.scale, x_px, y_px)

    def visible(self, width_px: float, height_px: float) -> Box:
        """Return the rectangle in sight, ``(x0, y0, x1, y1)`` in mm."""
        return (*self.to_mm(0, 0), *self.to_mm(width_px, height_px))


def at_the_corner(view: View, margin_px: float) -> View:
    """Return the view moved so far that at most a margin of the surround is seen left of the cloth and above it."""
    least = -margin_px / view.scale
    return View(view.scale, max(view.left_mm, least), max(view.top_mm, least))


def fitting(box_mm: Box, width_px: float, height_px: float, margin_px: float = 24.0) -> View:
    """Return the view that shows a rectangle whole, in the middle."""
    x0, y0, x1, y1 = box_mm
    room = max(width_px - 2 * margin_px, 1.0), max(height_px - 2 * margin_px, 1.0)
    scale = min(room[0] / max(x1 - x0, 1e-6), room[1] / max(y1 - y0, 1e-6))
    scale = min(max(scale, SMALLEST), LARGEST)
    return View(scale, (x0 + x1) / 2 - width_px / 2 / scale, (y0 + y1) / 2 - height_px / 2 / scale)


def step_mm(scale: float, least_px: float) -> float:
    """Return the smallest of 1, 2, 5 times a power of ten mm that is at least ``least_px`` wide."""
    least = least_px / scale
    power = 10.0 ** math.floor(math.log10(least))
    return next(n * power for n in (1.0, 2.0, 5.0, 10.0) if n * power >= least * (1 - 1e-9))


def ticks(scale: float, start_mm: float, end_mm: float, step: float) -> list[float]:
    """Return the multiples of ``step`` between two places, mm."""
    first, last = math.ceil(start_mm / step - 1e-9), math.floor(end_mm / step + 1e-9)
    return [n * step for n in range(first, last + 1)]
