"""The fields of chance that depend on the seed and the place only: yarns, ragged edges, uneven dyeing, weave."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from batikstudio.cloth.kernels.noise import add_noise
from batikstudio.raster.coverage import Window

Field = NDArray[np.float32]
Coordinates = NDArray[np.float64]

SMALLEST_PERIOD_MM = 200.0
"""Chance should not come round within a hand's width: repeats are joined until they are at least this long."""


@dataclass(frozen=True)
class Place:
    """Where a window lies on the torus of chance.

    Attributes
    ----------
    window : Window
    px_per_mm : (float, float)
    period_mm : (float, float)
        After which everything random comes round.
    period_px : (int, int) or None
        The same in whole pixels, where it is; then the pixel's index is wrapped, and the wrap is exact.
    seed : int
    """

    window: Window
    px_per_mm: tuple[float, float]
    period_mm: tuple[float, float]
    period_px: tuple[int, int] | None
    seed: int

    @property
    def pixel_mm(self) -> float:
        """The side of a pixel."""
        return 1.0 / max(self.px_per_mm)

    def centres(self) -> tuple[Coordinates, Coordinates]:
        """Return the pixel centres in mm within one period: of the columns, of the rows."""
        found: list[Coordinates] = []
        for axis, (first, count) in enumerate(
            ((self.window.x_px, self.window.width_px), (self.window.y_px, self.window.height_px))
        ):
            index = np.arange(first, first + count, dtype=np.int64)
            if self.period_px is not None:
                index %= self.period_px[axis]
            found.append((index.astype(np.float64) + 0.5) / self.px_per_mm[axis])
        return found[0], found[1]


class Noise:
    """Adds octaves of periodic noise of a given scale in mm over one window."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._x_mm, self._y_mm = place.centres()

    def add(self, out: Field, amplitude: float, size_mm: tuple[float, float], salt: int) -> None:
        """Add noise whose cells are about ``size_mm``; a whole number of them fits the period."""
        width, height = self._place.period_mm
        nx, ny = max(round(width / size_mm[0]), 1), max(round(height / size_mm[1]), 1)
        add_noise(
            out, amplitude, self._x_mm * (nx / width), self._y_mm * (ny / height), nx, ny, self._place.seed + salt
        )


def edge_noise(place: Place, yarn_mm: float) -> Field:
    """Return how ragged a wax edge is: it follows the yarns. Standard deviation about 0.3 at 300 dpi."""
    out, noise = _empty(place), Noise(place)
    fine = _footprint(place, 2 * yarn_mm)
    if fine > 0.02:
        noise.add(out, 0.5 * fine, (2 * yarn_mm, 18.0), 33)
        noise.add(out, 0.5 * fine, (18.0, 2 * yarn_mm), 34)
    noise.add(out, 0.8, (1.7, 1.7), 37)
    noise.add(out, 0.6, (4.0, 4.0), 39)
    grain = _footprint(place, 0.5)
    if grain > 0.02:
        noise.add(out, 0.55 * grain, (0.5, 0.5), 38)
    return out


def mottle(place: Place) -> Field:
    """Return the slow unevenness of a bath, at 5 to 40 mm, mean 0."""
    out, noise = _empty(place), Noise(place)
    noise.add(out, 0.5, (40.0, 40.0), 31)
    noise.add(out, 0.35, (14.0, 14.0), 32)
    noise.add(out, 0.25, (5.0, 5.0), 30)
    return out


def yarns(place: Place, yarn_mm: float) -> Field:
    """Return how much more or less single yarns take up, mean 0; it fades where pixels are wider than yarns."""
    out, noise = _empty(place), Noise(place)
    fine = _footprint(place, 2 * yarn_mm)
    if fine > 0.02:
        noise.add(out, fine, (2 * yarn_mm, 18.0), 33)
        noise.add(out, fine, (18.0, 2 * yarn_mm), 34)
    return out


def weave(place: Place, yarn_mm: float) -> Field:
    """Return the shade of a plain weave, about 1: the yarns' crossings, and single thicker yarns."""
    out, noise = _empty(place), Noise(place)
    x_mm, y_mm = place.centres()
    visible = math.exp(-2.2 * (place.pixel_mm / yarn_mm) ** 2)
    phases = []
    for mm, period in ((x_mm, place.period_mm[0]), (y_mm, place.period_mm[1])):
        count = 2 * max(round(period / yarn_mm / 2), 1)  # even, or the sign would flip at the seam
        phases.append(np.cos(math.pi * count / period * mm).astype(np.float32))
    out += np.float32(1.0) + np.float32(0.11 * visible) * phases[1][:, None] * phases[0][None, :]
    fine = _footprint(place, 2 * yarn_mm)
    if fine > 0.02:
        noise.add(out, 0.05 * fine, (2 * yarn_mm, 18.0), 33)
        noise.add(out, -0.05 * fine, (18.0, 2 * yarn_mm), 34)
    return out


def _footprint(place: Place, size_mm: float) -> float:
    """Return how much of a structure of ``size_mm`` is left after averaging over a pixel."""
    return math.exp(-3.0 * (place.pixel_mm / size_mm) ** 2)


def _empty(place: Place) -> Field:
    return np.zeros((place.window.height_px, place.window.width_px), np.float32)
