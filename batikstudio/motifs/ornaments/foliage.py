"""Foliage of the court patterns: stems and ukel that taper, leaves, buds, small flowers, flames."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Points, circle, smooth
from batikstudio.motifs.ornaments.figures import (
    DROP,
    LEAF,
    Figure,
    Fill,
    Pen,
    Profile,
    Spine,
    blade,
    merged,
    moved,
    placed_at,
)
from batikstudio.motifs.strokes import area, contour, dots, framed, line

Run = Sequence[tuple[float, float]]


def leaf(
    through: Run, half_mm: float, pen: Pen, fill: Fill = "sawut", core: str = "heart", profile: Profile = LEAF
) -> Figure:
    """Return a leaf along a curve from its stalk to its tip, ``half_mm`` to each side where it is widest."""
    return blade(Spine(through, half_mm), profile, pen, fill, core)


def spiral(radius_mm: float, turns: float, growth: float = 0.18, start_deg: float = 0.0, hand: int = 1) -> Points:
    """Return points of a logarithmic spiral about the origin, from its outer end inwards, mm.

    ``r = radius * exp(-growth * angle)``; ``hand`` 1 turns clockwise on the screen, -1 the other way. The outer end
    lies at ``start_deg``.
    """
    angle = np.linspace(0.0, 2 * math.pi * turns, max(round(10 * turns), 6))
    r = radius_mm * np.exp(-growth * angle)
    turn = math.radians(start_deg) + hand * angle
    return np.stack((r * np.cos(turn), r * np.sin(turn)), axis=1)


def stem(through: Run | Points, root_mm: float, tip_mm: float, pen: Pen, role: str = "body") -> Figure:
    """Return a band along a curve that narrows from ``root_mm`` to ``tip_mm`` wide and ends in a round bead."""
    # Between its outlines a stem must show its body.
    root_mm, tip_mm = max(root_mm, pen.line_mm + 1.1), max(tip_mm, pen.line_mm + 0.7)
    spine = Spine(through, 0.5)
    n = max(len(through) * 2, 8)
    v = np.linspace(0.0, 1.0, n)
    wide = root_mm + (tip_mm - root_mm) * v
    right, left = spine.at(wide, v), spine.at(-wide, v)
    bead = Spine(through, 0.5).at(np.zeros(1), np.array([1.0 + 0.5 * tip_mm / spine.length_mm]))
    path = contour(np.concatenate((right, bead, left[::-1])), {0, 2 * n})
    parts = [area(role, path), line("outline", path, pen.line_mm)]
    if pen.isen and root_mm > 2.2 + pen.line_mm:
        inside = v[(wide > 2.0 + pen.line_mm)]
        count = max(int(spine.length_mm * inside[-1] / 2.3), 1)
        at = (np.arange(count) + 0.5) / count * inside[-1]
        parts.append(dots("accent", spine.at(np.zeros(count), at), 0.75 * pen.dot_mm))
    return tuple(parts)


_SLENDER_MM = 6.0


def curl(x: float, y: float, radius_mm: float, start_deg: float, hand: int, pen: Pen, turns: float = 1.4) -> Figure:
    """Return an ukel about (x, y): a band that winds inwards from ``start_deg`` to a bead; a line where it is small."""
    points = spiral(radius_mm, turns, 0.16, start_deg, hand) + np.array((x, y))
    eye_x, eye_y = (float(c) for c in points[-1])
    if radius_mm < _SLENDER_MM:
        thread = line("outline", smooth(points[:-2]), 1.3 * pen.line_mm)
        return (thread, *bead(eye_x, eye_y, max(0.3 * radius_mm, 0.4 + pen.line_mm), pen))
    wide = min(0.36 * radius_mm, 3.6)
    return (*stem(points, wide, 0.45 * wide, pen), *bead(eye_x, eye_y, 0.62 * wide, pen))


def bead(x: float, y: float, radius_mm: float, pen: Pen, role: str = "body") -> Figure:
    """Return a round knob."""
    return framed(role, circle(x, y, radius_mm), pen.line_mm)


def tendril(points: Run | Points, pen: Pen, width_mm: float | None = None) -> Figure:
    """Return a thin line that ends in a dot."""
    wide = width_mm or pen.line_mm
    last = np.asarray(points, np.float64)[-1:]
    return (line("outline", smooth(points), wide), dots("accent", last, 1.7 * wide))


def bud(length_mm: float, pen: Pen, core: str = "accent") -> Figure:
    """Return a bud on the origin that points up: a drop between two sepals that bend outwards."""
    a = length_mm
    drop = blade(Spine([(0, -0.1 * a), (0, -0.55 * a), (0, -a)], 0.27 * a), LEAF, pen, "core", core)
    sepals = [leaf([(0, 0), (s * 0.2 * a, -0.16 * a), (s * 0.42 * a, -0.5 * a)], 0.1 * a, pen, "vein") for s in (1, -1)]
    return (*drop, *merged(sepals), *bead(0, -0.02 * a, 0.09 * a, pen))


def flower(radius_mm: float, petals: int, pen: Pen, fill: Fill = "core", core: str = "heart") -> Figure:
    """Return a flower about the origin, one petal upwards; its eye is of the role ``core`` where there is room."""
    a = radius_mm
    half = 0.86 * a * math.sin(math.pi / petals)
    one = blade(Spine([(0, -0.1 * a), (0, -0.5 * a), (0, -a)], half), DROP, pen, fill, core)
    maps = [Affine.rotation(360.0 * k / petals) for k in range(petals)]
    r = 0.27 * a
    eye = [*framed("body", circle(0, 0, r), pen.line_mm)]
    if fill != "core" and r > pen.line_mm / 2 + 1.2:
        eye += [area(core, circle(0, 0, r - pen.line_mm / 2 - 0.5)), dots("filler", [(0, 0)], pen.dot_mm)]
    else:
        eye.append(dots("accent", [(0, 0)], min(0.9 * r, pen.dot_mm)))
    return (*moved(one, *maps), *eye)


def sprig(length_mm: float, pen: Pen, pairs: int = 2, core: str = "heart") -> Figure:
    """Return a small plant on the origin that grows up: a stalk, pairs of leaves, a bud on top."""
    a = length_mm
    stalk = line("outline", smooth([(0, 0), (0, -0.35 * a), (0, -0.62 * a)]), 1.2 * pen.line_mm)
    leaves = []
    for k in range(pairs):
        y, reach = -a * (0.02 + 0.5 * k / pairs), a * (0.46 - 0.12 * k / pairs)
        for side in (1, -1):
            through = [
                (0, y),
                (side * 0.45 * reach, y - 0.16 * reach),
                (side * reach, y - 0.72 * reach),
            ]
            leaves.append(leaf(through, 0.19 * reach, pen, "sawut" if k % 2 == 0 else "vein"))
    return (stalk, *merged(leaves), *placed_at(bud(0.42 * a, pen, core), 0, -0.58 * a))


FLAME = (
    (-0.16, 0.0),
    (-0.25, -0.2),
    (-0.2, -0.42),
    (-0.06, -0.62),
    (-0.02, -0.8),
    (-0.1, -1.0),
    (0.1, -0.82),
    (0.2, -0.6),
    (0.17, -0.4),
    (0.24, -0.24),
    (0.16, 0.0),
)
"""The contour of a tongue of fire that licks up and to the left; the sixth point is its tip."""


def flame(height_mm: float, pen: Pen, core: str = "accent") -> Figure:
    """Return a tongue of fire on the origin: its body and a smaller flame inside."""
    points = np.array(FLAME) * height_mm
    path = contour(points, {0, 5, 10})
    parts = [area("body", path), line("outline", path, pen.line_mm)]
    if height_mm < 7:
        return tuple(parts)
    inner = contour(points * (0.54, 0.66) + (0.01 * height_mm, -0.07 * height_mm), {0, 5, 10})
    parts.append(area(core, inner))
    if pen.isen and height_mm > 12:
        y = np.arange(-0.14, -0.5, -2.3 / height_mm)
        x = np.interp(-y, [0.1, 0.3, 0.5], [0.0, -0.01, 0.05])
        row = np.stack((x, y), axis=1)
        if height_mm > 32:
            # The belly of a large flame is wide: a row on each side of the middle one.
            belly = row[(y < -0.13) & (y > -0.3)] - np.array((0.0, 1.1 / height_mm))
            row = np.concatenate((row, *(belly + np.array((side * 0.055, 0.0)) for side in (1.0, -1.0))))
        parts.append(dots("filler", row * height_mm, pen.dot_mm))
    return tuple(parts)


def shoot(
    through: Run | Points, side: int, at: float, length_mm: float, pen: Pen, fill: Fill = "sawut", core: str = "heart"
) -> Figure:
    """Return a leaf that leaves a curve at station ``at`` on one side (1 the right hand, y down) and bends forward."""
    spine = Spine(through, 1.0)
    foot, ahead = spine.at(np.zeros(2), np.array([at, at + 0.02]))
    along = (ahead - foot) / np.hypot(*(ahead - foot))
    across = side * np.array([-along[1], along[0]])
    middle = foot + length_mm * (0.34 * along + 0.46 * across)
    tip = foot + length_mm * (0.82 * along + 0.7 * across)
    return leaf([tuple(foot), tuple(middle), tuple(tip)], 0.2 * length_mm, pen, fill, core)


def lung(
    through: Run, radius_mm: float, hand: int, pen: Pen, wide_mm: float, leaf_mm: float, stations: Sequence[float]
) -> Figure:
    """Return a scroll: a stem that ends in a spiral, leaves on alternate sides at ``stations``, a flower in its eye.

    Parameters
    ----------
    through : sequence of (x, y), mm
        From the root; the last point is where the spiral begins.
    radius_mm : float
        Of the spiral at its beginning.
    hand : int
        1 where it winds clockwise on the screen, -1 otherwise.
    pen : Pen
    wide_mm : float
        Of the stem at its root.
    leaf_mm : float
        The length of the first leaf; they grow shorter towards the spiral.
    stations : sequence of float
        0 to 1 along the whole, spiral included.
    """
    run = np.asarray(through, np.float64)
    ahead = run[-1] - run[-2]
    ahead /= np.hypot(*ahead)
    # The spiral goes on in the direction of the stem: its centre lies at a right angle on the inner side.
    centre = run[-1] + radius_mm * hand * np.array([-ahead[1], ahead[0]])
    out = run[-1] - centre
    start = math.degrees(math.atan2(out[1], out[0]))
    winding = spiral(radius_mm, 1.3, 0.16, start, hand) + centre
    whole = np.concatenate((run, winding[1:]))
    leaves = [
        shoot(whole, -hand if k % 2 == 0 else hand, at, leaf_mm * (1 - 0.45 * at), pen, ("split", "sawut")[k % 2])
        for k, at in enumerate(stations)
    ]
    heart = 0.42 * radius_mm
    # A small eye is a bead with a cecek: a flower of that size would run together.
    eye = (
        flower(heart, 5, pen, "plain")
        if heart > 4.5
        else (*bead(0, 0, heart, pen), dots("accent", [(0, 0)], pen.dot_mm))
    )
    return (
        *merged(leaves),
        *stem(whole, wide_mm, 0.45 * wide_mm, pen),
        *placed_at(eye, float(winding[-1, 0]), float(winding[-1, 1])),
    )
