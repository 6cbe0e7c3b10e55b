"""Frames and borders: the diamond lattice of the sido cloths, rows of tumpal, the rays of cemukiran."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, joined, polyline
from batikstudio.motifs.ornaments.figures import Figure, Pen, Spine, merged, moved, placed_at, scales
from batikstudio.motifs.ornaments.foliage import flower, sprig
from batikstudio.motifs.strokes import area, dots, line

Place = tuple[float, float]


def diamond_places(diagonal_mm: float) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Return the middles of the eight diamonds of a cell two diagonals square: those on mirrors, those off them.

    The first four lie at x = 0 and x = one diagonal, the mirrors; the others are mirror images of one another in pairs,
    the right one first.
    """
    d = diagonal_mm
    on = ((0.0, -d / 2), (d, -d / 2), (0.0, d / 2), (d, d / 2))
    off = ((d / 2, 0.0), (-d / 2, 0.0), (d / 2, d), (-d / 2, d))
    return on, off


def _edge(start: Place, end: Place, gap_mm: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return the ends of the straight piece of frame between two nodes, short of both by ``gap_mm``."""
    a, b = np.array(start), np.array(end)
    along = (b - a) / np.hypot(*(b - a))
    return np.array([a + gap_mm * along, (a + b) / 2, b - gap_mm * along])


def diamond(diagonal_mm: float, band_mm: float, pen: Pen, gringsing: bool) -> Figure:
    """Return what one diamond about the origin gives to the lattice: its two lower bands, and the node between them.

    Parameters
    ----------
    diagonal_mm : float
    band_mm : float
        The width of the band.
    pen : Pen
    gringsing : bool
        Whether scales fill the band instead of a chain of lozenges.
    """
    d = diagonal_mm
    bottom = (0.0, d / 2)
    halves: list[Figure] = []
    for side in (1.0, -1.0):
        run = _edge((side * d / 2, 0.0), bottom, 0.55 * band_mm)
        halves.append(_band(run, band_mm, pen, gringsing))
    node = flower(0.95 * band_mm, 8, pen, "core", "accent")
    return (*merged(halves), *placed_at(node, *bottom))


def _band(run, band_mm: float, pen: Pen, gringsing: bool) -> Figure:  # type: ignore[no-untyped-def]
    spine = Spine(run, band_mm / 2)

    def across(u: float) -> Path:
        return polyline(spine.at(np.array([u, u]), np.array([0.0, 1.0])))

    field = polyline(spine.at(np.array([1.0, 1.0, -1.0, -1.0]), np.array([0.0, 1.0, 1.0, 0.0])), closed=True)
    inner = 1 - 2 * pen.inset_mm / band_mm
    parts = [area("body", field), line("outline", joined([across(1.0), across(-1.0)]), pen.line_mm)]
    if inner < 0.25 or not pen.isen:
        return tuple(parts)
    if gringsing:
        return (*parts, *scales(_Narrow(spine, 1 - pen.line_mm / band_mm), pen, max(0.42 * band_mm, 2.2)))
    parts.append(line("inline", joined([across(inner), across(-inner)]), pen.fine_mm))
    # Lozenges on end, with a white cecek in each, and a pair of dots between two.
    count = max(round(spine.length_mm / (1.15 * band_mm)), 1)
    v = (np.arange(count) + 0.5) / count
    long, wide = 0.34 / count, 0.78 * inner
    lozenges = [
        polyline(spine.at(np.array([0.0, wide, 0.0, -wide]), np.array([w - long, w, w + long, w])), closed=True) for w in v
    ]
    ends = np.concatenate((v - 0.5 / count, [1.0]))[1:-1]
    parts.append(area("accent", joined(lozenges)))
    if 0.78 * inner * band_mm > 2.2:
        parts.append(dots("filler", spine.at(np.zeros(count), v), 0.8 * pen.dot_mm))
    if len(ends):
        pair = np.full_like(ends, 0.4 * inner)
        both = spine.at(np.concatenate((pair, -pair)), np.concatenate((ends, ends)))
        parts.append(dots("accent", both, 0.7 * pen.dot_mm))
    return tuple(parts)


class _Narrow:
    """The middle of a warp."""

    def __init__(self, spine: Spine, breadth: float) -> None:
        self._spine, self._breadth = spine, breadth

    def at(self, u, v):  # type: ignore[no-untyped-def]
        """Return the places, shape (n, 2), mm."""
        return self._spine.at(u * self._breadth, v)


def corner_plants(diagonal_mm: float, band_mm: float, pen: Pen, corners: Sequence[float] = (0, 90, 180, 270)) -> Figure:
    """Return a small plant in each corner of a diamond, growing towards its middle; ``corners`` in degrees from below."""
    reach = 0.13 * diagonal_mm
    foot = diagonal_mm / 2 - 1.25 * band_mm - 1.0
    one = placed_at(sprig(reach, pen, 1), 0, foot)
    return moved(one, *(Affine.rotation(angle) for angle in corners))


def chain(diagonal_mm: float, pitch_mm: float, radius_mm: float, pen: Pen) -> Figure:
    """Return the lower two sides of a diamond as chains of small flowers, the node below included."""
    d = diagonal_mm
    count = max(round(d / math.sqrt(2) / pitch_mm), 3)
    places = [(d / 2 * (1 - k / count), d / 2 * k / count) for k in range(1, count)]
    big, small = flower(1.5 * radius_mm, 8, pen, "core", "heart"), flower(radius_mm, 5, pen, "core", "accent")
    both = [Affine.translation(side * x, y) for x, y in places for side in (1.0, -1.0)]
    return (*moved(small, *both), *placed_at(big, 0, d / 2))
