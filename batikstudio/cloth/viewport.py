"""Which pixels of the cloth are wanted, and the grid on which they lie."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from batikstudio.base.errors import BatikError
from batikstudio.base.units import px_per_mm
from batikstudio.design.document import Design
from batikstudio.pattern.lattice import wrap_rectangle
from batikstudio.raster.coverage import Window

SIMULATED_DPI = 150
"""Dye is not linear in light: below this resolution the cloth is simulated finer and reduced."""


SNAPPED_SHARE = 0.02


class Viewport(NamedTuple):
    """A window on the grid of whole pixels that covers the whole cloth from its top left corner."""

    window: Window
    px_per_mm: tuple[float, float]

    @property
    def supersampling(self) -> int:
        """How many times finer along each side the cloth is simulated.

        A repeat of whole pixels moves the resolution by a fraction of a percent: that alone is no reason to go finer.
        """
        return max(1, math.ceil(px_per_mm(SIMULATED_DPI) / min(self.px_per_mm) - SNAPPED_SHARE))


@dataclass(frozen=True)
class Grid:
    """The pixels of a design at one resolution.

    Attributes
    ----------
    px_per_mm : (float, float)
        Along x and y. Where the design is an exact repeat, each makes the repeat a whole number of pixels.
    cloth_px : (int, int)
        Width and height of the whole cloth.
    period_px : (int, int) or None
        After how many pixels everything, chance included, comes round again; None where it does not.
    """

    px_per_mm: tuple[float, float]
    cloth_px: tuple[int, int]
    period_px: tuple[int, int] | None

    @property
    def cloth(self) -> Viewport:
        """The viewport of the whole cloth."""
        return Viewport(Window(0, 0, *self.cloth_px), self.px_per_mm)

    @property
    def repeat(self) -> Viewport:
        """The viewport of exactly one period; raises `BatikError` ``repeat.not_exact`` where there is none."""
        if self.period_px is None:
            raise BatikError("repeat.not_exact")
        return Viewport(Window(0, 0, *self.period_px), self.px_per_mm)

    def rect(self, x_mm: float, y_mm: float, width_mm: float, height_mm: float) -> Viewport:
        """Return the viewport of a rectangle in mm, cut on the grid, at least one pixel, within the cloth.

        Raises
        ------
        BatikError
            ``rect.outside`` if it does not touch the cloth.
        """
        kx, ky = self.px_per_mm
        x0, x1 = (
            max(round(x_mm * kx), 0),
            min(max(round((x_mm + width_mm) * kx), round(x_mm * kx) + 1), self.cloth_px[0]),
        )
        y0, y1 = (
            max(round(y_mm * ky), 0),
            min(max(round((y_mm + height_mm) * ky), round(y_mm * ky) + 1), self.cloth_px[1]),
        )
        if x1 <= x0 or y1 <= y0:
            raise BatikError("rect.outside", x_mm=x_mm, y_mm=y_mm)
        return Viewport(Window(x0, y0, x1 - x0, y1 - y0), self.px_per_mm)


def period_mm(design: Design) -> tuple[float, float] | None:
    """Return after how many mm everything on the cloth comes round again; None where it does not.

    It does where the design is one field over the whole cloth, which cuts copies at its edge, its lattice has an
    upright rectangle that wraps, and chance belongs to the repeat.
    """
    field = design.fields[0]
    if len(design.fields) != 1 or field.outline or field.angle_deg or design.chance.scope != "repeat":
        return None
    if field.edge == "whole":
        return None
    try:
        width, height = wrap_rectangle(field.repeat.basis)
    except BatikError:
        return None
    return width * design.chance.nx, height * design.chance.ny


def grid_of(design: Design, dpi: float) -> Grid:
    """Return the pixel grid of a design.

    Parameters
    ----------
    design : Design
    dpi : float
        The resolution asked for, above 0.
    """
    period = period_mm(design)
    length, width = design.cloth.length_mm, design.cloth.width_mm
    k = px_per_mm(dpi)
    if period is None:
        return Grid((k, k), (max(round(length * k), 1), max(round(width * k), 1)), None)
    steps = _steps(design)
    counts = (design.chance.nx, design.chance.ny)
    whole = [max(round(mm / n * k / step), 1) * step * n for mm, n, step in zip(period, counts, steps, strict=True)]
    kx, ky = whole[0] / period[0], whole[1] / period[1]
    return Grid((kx, ky), (max(round(length * kx), 1), max(round(width * ky), 1)), (whole[0], whole[1]))


def _steps(design: Design) -> tuple[int, int]:
    """Return of what a side of the wrap rectangle in pixels must be a multiple, so that every copy lands on pixels."""
    basis = design.fields[0].repeat.basis
    sides = wrap_rectangle(basis)
    steps = []
    for axis in (0, 1):
        parts = [Fraction(vector[axis] / sides[axis]).limit_denominator(720).denominator for vector in basis]
        steps.append(math.lcm(*parts))
    return steps[0], steps[1]
