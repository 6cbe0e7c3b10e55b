"""Frames and borders: the diamond lattice of the sido cloths, rows of tumpal, the rays of cemukiran."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, Points, joined, polyline
from batikstudio.motifs.ornaments.court import lobe
from batikstudio.motifs.ornaments.figures import PAIR, Figure, Floats, Pen, Spine, merged, moved, placed_at, scales
from batikstudio.motifs.ornaments.foliage import bud, flame, flower, leaf, sprig, stem
from batikstudio.motifs.ornaments.grounds import sown
from batikstudio.motifs.strokes import area, contour, dots, line

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


def _edge(start: Place, end: Place, gap_mm: float) -> Points:
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


def _band(run: Points, band_mm: float, pen: Pen, gringsing: bool) -> Figure:
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
        polyline(spine.at(np.array([0.0, wide, 0.0, -wide]), np.array([w - long, w, w + long, w])), closed=True)
        for w in v
    ]
    ends = np.concatenate((v - 0.5 / count, [1.0]))[1:-1]
    parts.append(area("accent", joined(lozenges)))
    if 0.78 * inner * band_mm > 2.2:
        parts.append(dots("filler", spine.at(np.zeros(count), v), pen.dot_mm))
    if len(ends):
        pair = np.full_like(ends, 0.4 * inner)
        both = spine.at(np.concatenate((pair, -pair)), np.concatenate((ends, ends)))
        parts.append(dots("accent", both, 0.7 * pen.dot_mm))
    return tuple(parts)


class _Narrow:
    """The middle of a warp."""

    def __init__(self, spine: Spine, breadth: float) -> None:
        self._spine, self._breadth = spine, breadth

    def at(self, u: Floats, v: Floats) -> Points:
        """Return the places, shape (n, 2), mm."""
        return self._spine.at(u * self._breadth, v)


def corner_plants(diagonal_mm: float, band_mm: float, pen: Pen, corners: Sequence[float] = (0, 90, 180, 270)) -> Figure:
    """Return a small plant in each corner of a diamond, growing inwards; ``corners`` in degrees from below."""
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


def tumpal(base_mm: float, height_mm: float, pen: Pen) -> Figure:
    """Return a triangle that stands on y = 0 with its point up: a white rim, a stem with leaves and a bud inside.

    Parameters
    ----------
    base_mm, height_mm : float
        The rim's outer edge; neighbours a base apart touch at their feet.
    pen : Pen
    """
    b, h = base_mm, height_mm

    def triangle(inset_mm: float) -> Path:
        # The lines beside the sides, ``inset_mm`` inwards, meet lower than the point by the inset over the sine.
        slant = math.hypot(b / 2, h)
        top = -h + inset_mm * slant / (b / 2)
        foot = b / 2 - inset_mm * (slant + b / 2) / h
        return polyline([(-foot, -inset_mm), (0, top), (foot, -inset_mm)], closed=True)

    rim = max(0.055 * b, 2 * pen.inset_mm + 1.0)
    own = pen.line_mm / 2
    parts = [area("body", triangle(own)), line("outline", triangle(own), pen.line_mm)]
    field = triangle(rim)
    parts += [area("heart", field), line("outline", field, pen.line_mm)]
    if pen.isen:
        ((row, _),) = triangle((rim + own) / 2).subpaths(0.1)
        parts.append(dots("accent", _spaced(row, 2.5), 0.8 * pen.dot_mm))
    plant = _shoot_of_bamboo(b - 2.6 * rim, h - 3.2 * rim, pen)
    plant = placed_at(plant, 0, -1.35 * rim)
    return (*parts, *(sown(field, plant, pen) if pen.isen else ()), *plant)


def _spaced(ring: Points, pitch_mm: float) -> Points:
    """Return places along the sides of a polygon, each corner one of them."""
    places = []
    for a, b in zip(ring, np.roll(ring, -1, axis=0), strict=True):
        count = max(round(float(np.hypot(*(b - a))) / pitch_mm), 1)
        places.append(a + (np.arange(count) / count)[:, None] * (b - a))
    return np.concatenate(places)


def _shoot_of_bamboo(base_mm: float, height_mm: float, pen: Pen) -> Figure:
    """Return pucuk rebung on the origin: lobes at the foot, a stem with pairs of leaves that grow shorter, a bud."""
    b, h = base_mm, height_mm
    high = 0.72 * h
    pairs = max(round(high / (0.34 * b)), 3)
    leaves: list[Figure] = []
    for k in range(pairs):
        y = -0.12 * h - (high - 0.12 * h) * k / pairs
        # At a height y the triangle is this wide from its middle.
        reach = 0.88 * (b / 2) * (1 + (y - 0.1 * b) / h)
        if reach < 3.0:
            break
        through = [(0.0, y), (0.5 * reach, y - 0.12 * reach), (0.98 * reach, y - 0.42 * reach)]
        own = leaf(through, min(0.24 * reach, 0.105 * b), pen, ("sawut", "split")[k % 2], "accent")
        leaves.append(moved(own, *PAIR))
    stalk = stem([(0, 0), (0, -0.5 * high), (0, -high)], max(0.05 * b, 1.4), 1.2, pen)
    foot = 0.15 * b
    lobes = [
        merged([lobe(x * foot, 0, 0.62 * foot, pen, "accent") for x in (-1.5, 1.5)]),
        lobe(0, 0, 0.95 * foot, pen, "accent"),
    ]
    top = placed_at(bud(min(0.27 * b, 0.2 * h), pen, "accent"), 0, -high + 0.02 * h)
    return (*merged(leaves), *stalk, *(part for one in lobes for part in one), *top)


_RAY = ((0.12, 0.0), (0.17, -0.16), (0.115, -0.36), (0.14, -0.52), (0.06, -0.78), (0.0, -1.0))
"""Half the contour of a ray: a flame whose sides sway, from its foot to its point."""


def ray(length_mm: float, pen: Pen, core: str = "accent") -> Figure:
    """Return one ray of cemukiran on the origin: flames in one another, tongues at the sides, a bud at the foot."""
    a = length_mm
    outer = placed_at(flame(0.46 * a, pen, core), 0.22 * a, 0, 34)
    side = placed_at(flame(0.66 * a, pen, "heart"), 0.13 * a, 0, 16)

    def tongue(wide: float, high: float) -> Path:
        points = [(wide * x * a, high * y * a) for x, y in _RAY]
        points += [(-x, y) for x, y in points[-2::-1]]
        return contour(points, {0, 5, len(points) - 1})

    parts = [area("body", tongue(1, 1)), line("outline", tongue(1, 1), pen.line_mm)]
    shrink = 1 - pen.inset_mm / (0.15 * a)
    if shrink > 0.35:
        parts.append(area(core, tongue(shrink, 0.52 + 0.4 * shrink)))
    if shrink > 0.55:
        parts.append(area("body", tongue(0.52 * shrink, 0.62)))
        if pen.isen:
            y = np.arange(-0.06 * a, -0.5 * a, -2.4)
            parts.append(dots("accent", np.stack((np.zeros_like(y), y), axis=1), 0.8 * pen.dot_mm))
    foot = lobe(0, 0, 0.13 * a, pen, "heart")
    return (*moved(outer, *PAIR), *moved(side, *PAIR), *parts, *foot)


def rays(start: Place, end: Place, count: int, length_mm: float, pen: Pen) -> Figure:
    """Return a row of rays on a straight line, on its left hand (y down), over a double line with cecek.

    ``count`` periods fit between the ends; a large ray stands in the middle of each, a small one between two.
    """
    a, b = np.array(start), np.array(end)
    step = (b - a) / count
    angle = math.degrees(math.atan2(step[1], step[0]))
    big, small = ray(length_mm, pen), ray(0.62 * length_mm, pen, "heart")
    at_big = [Affine.translation(*(a + (k + 0.5) * step)) @ Affine.rotation(angle) for k in range(count)]
    at_small = [Affine.translation(*(a + k * step)) @ Affine.rotation(angle) for k in range(count)]
    return (*moved(small, *at_small), *moved(big, *at_big))
