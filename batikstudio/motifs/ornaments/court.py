"""The great figures of semen and sido cloths: lar, sawat, gurda, meru, pohon hayat, crown and throne.

Each stands upright about the origin, ``size_mm`` in its larger extent or a little less; y down, so up is negative.
"""

from __future__ import annotations

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, Points, polyline
from batikstudio.motifs.ornaments.figures import (
    DROP,
    LANCE,
    LEAF,
    PAIR,
    Figure,
    Floats,
    Pen,
    Spine,
    blade,
    merged,
    moved,
    outline_of,
    placed_at,
    scales,
)
from batikstudio.motifs.ornaments.foliage import bead, bud, curl, flame, leaf, lung, stem
from batikstudio.motifs.ornaments.wings import tail, wing
from batikstudio.motifs.strokes import area, contour, dots, line


def lar(size_mm: float, pen: Pen) -> Figure:
    """Return one wing that opens up to the right, an ukel at its shoulder and small leaves below."""
    a = size_mm
    own = placed_at(wing(0.86 * a, pen), -0.38 * a, 0.3 * a, -6)
    x, y = -0.37 * a, 0.31 * a
    below = [
        leaf([(x, y), (x + 0.14 * a, y + 0.1 * a), (x + 0.3 * a, y + 0.06 * a)], 0.045 * a, pen),
        leaf([(x, y), (x - 0.1 * a, y + 0.02 * a), (x - 0.12 * a, y - 0.14 * a)], 0.04 * a, pen),
    ]
    # A small ukel over the feathers would be lost among their lines.
    shoulder = curl(x + 0.01 * a, y, 0.1 * a, 20, 1, pen, 1.2) if a > 70 else bead(x + 0.01 * a, y, 0.05 * a, pen)
    return (*own, *merged(below), *shoulder)


def sawat(size_mm: float, pen: Pen, with_tail: bool = True) -> Figure:
    """Return a pair of wings with an upright tail between them; without the tail it is called mirong."""
    a = size_mm
    angle = 16 if with_tail else 4
    right = placed_at(wing(0.5 * a, pen), 0.045 * a, 0.24 * a, angle)
    figure = (*placed_at(tail(0.5 * a, pen), 0, 0.24 * a), *moved(right, *PAIR)) if with_tail else moved(right, *PAIR)
    return (*figure, *_lotus(0.3 * a, pen, 0.31 * a))


def _lotus(size_mm: float, pen: Pen, y_mm: float) -> Figure:
    """Return the bud that joins two wings: three petals that point up, curls to both sides."""
    a = size_mm
    outer = leaf([(0.02 * a, 0.05 * a), (0.2 * a, -0.12 * a), (0.26 * a, -0.46 * a)], 0.1 * a, pen, "core", "accent")
    middle = blade(Spine([(0, 0.1 * a), (0, -0.2 * a), (0, -0.56 * a)], 0.16 * a), LEAF, pen, "core", "heart")
    hook = curl(0.27 * a, 0.1 * a, 0.14 * a, 215, 1, pen, 1.1)
    return placed_at((*moved(outer, *PAIR), *moved(hook, *PAIR), *middle, *bead(0, 0.06 * a, 0.09 * a, pen)), 0, y_mm)


def gurda(size_mm: float, pen: Pen) -> Figure:
    """Return a garuda seen from the front: wings, tail, a body of scales, a beak between ukel under a crown."""
    a = size_mm
    down = Affine.translation(0, 0.19 * a) @ Affine.scaling(1.1, -1)
    right = placed_at(wing(0.5 * a, pen), 0.05 * a, 0.16 * a, 10)
    body = Spine([(0, 0.3 * a), (0, 0.1 * a), (0, -0.12 * a)], 0.12 * a)
    shape = outline_of(body, DROP)
    trunk = [area("body", shape), line("outline", shape, pen.line_mm)]
    if pen.isen:
        trunk += scales(_Trunk(body), pen, max(0.036 * a, 2.2))
    return (
        *moved(tail(0.36 * a, pen), down),
        *moved(right, *PAIR),
        *trunk,
        *_collar(a, pen),
        *_head(a, pen),
    )


class _Trunk:
    """The inside of a drop: the warp of its scales."""

    def __init__(self, spine: Spine) -> None:
        self._spine = spine

    def at(self, u: Floats, v: Floats) -> Points:
        """Return the places, shape (n, 2), mm."""
        w = 0.14 + 0.8 * v
        return self._spine.at(u * 0.8 * DROP.at(w), w)


def _collar(a: float, pen: Pen) -> Figure:
    """Return the breast ornament: leaves that hang from the neck."""
    petals = [
        leaf(
            [(x * a, -0.085 * a), (1.35 * x * a, -0.04 * a), (1.45 * x * a, 0.03 * a)], 0.026 * a, pen, "core", "heart"
        )
        for x in (-0.06, -0.03, 0.0, 0.03, 0.06)
    ]
    return merged(petals[::2]) + merged(petals[1::2])


def _head(a: float, pen: Pen) -> Figure:
    """Return the head: a long beak that points down between two ukel, under three tiers of a crown and its bud."""
    y = -0.17 * a
    hook = curl(0.062 * a, y - 0.035 * a, 0.05 * a, 150, 1, pen, 1.15)
    brow = leaf(
        [(0.02 * a, y - 0.07 * a), (0.09 * a, y - 0.09 * a), (0.125 * a, y - 0.16 * a)],
        0.026 * a,
        pen,
        "core",
        "accent",
    )
    beak = blade(Spine([(0, y - 0.1 * a), (0, y), (0, y + 0.1 * a)], 0.045 * a), LEAF, pen, "core", "accent")
    return (
        *moved(brow, *PAIR),
        *placed_at(_tiers(0.34 * a, pen), 0, y - 0.12 * a),
        *moved(hook, *PAIR),
        *beak,
    )


LOBE = ((-1.0, 0.0), (-1.04, -0.42), (-0.76, -0.92), (-0.32, -1.24), (0.0, -1.66))
"""Half the contour of a lobe of a meru, from its foot to its point."""


def lobe(x: float, y: float, half_mm: float, pen: Pen, core: str) -> Figure:
    """Return a pointed scale that stands at (x, y): rim, core, cecek that follow it, an inner flame."""
    half = np.array(LOBE)
    points = np.concatenate((half, half[-2::-1] * (-1, 1)))
    n = len(points)
    corners = {0, n // 2, n - 1}
    path = contour(points * half_mm + (x, y), corners)
    parts = [area("body", path), line("outline", path, pen.line_mm)]
    inset = pen.inset_mm / half_mm
    if inset > 0.5:
        return tuple(parts)
    inner = contour(points * (1 - inset, 1 - 1.1 * inset) * half_mm + (x, y), corners)
    parts.append(area(core, inner))
    seed = 0.34
    drop = contour(points * (0.8 * seed, seed) * half_mm + (x, y), corners)
    parts += [area("body", drop), line("outline", drop, pen.fine_mm)]
    if pen.isen and half_mm > 4:
        middle = (1 - inset + seed) / 2
        ((run, _),) = contour(points * middle * half_mm, corners).subpaths(0.05)
        steps = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(run, axis=0).T))))
        at = np.linspace(1.2, steps[-1] - 1.2, max(int(steps[-1] / 2.5), 2))
        row = np.stack([np.interp(at, steps, column) for column in run.T], axis=1)
        parts.append(dots("filler", row + np.array((x, y)), pen.dot_mm))
    return tuple(parts)


def meru(size_mm: float, pen: Pen, tiers: int = 4) -> Figure:
    """Return a stepped mountain of pointed scales, ``tiers`` rows high, on a foot with curls, a flame on its summit."""
    a = size_mm
    half = 0.36 * a / tiers
    step = 1.36 * half
    foot = 0.34 * a
    parts: list[Figure] = [placed_at(_summit(0.24 * a, pen), 0, foot - step * (tiers - 1) - 1.35 * half)]
    for k in range(tiers):
        y = foot - step * (tiers - 1 - k)
        places = [(j - k / 2) * 2 * half for j in range(k + 1)]
        parts.append(merged([lobe(x, y, half, pen, ("heart", "accent")[k % 2]) for x in places]))
        if k:
            side = leaf(
                [
                    (places[-1] + 0.5 * half, y - 0.1 * half),
                    (places[-1] + 1.5 * half, y - 0.5 * half),
                    (places[-1] + 1.6 * half, y - 1.6 * half),
                ],
                0.26 * half,
                pen,
                "vein",
            )
            parts.insert(0, moved(side, *PAIR))
    return tuple(part for figure in parts for part in figure) + _foot(a, foot, pen)


def _summit(height_mm: float, pen: Pen) -> Figure:
    left = placed_at(flame(0.62 * height_mm, pen), -0.14 * height_mm, 0, -24)
    middle = blade(
        Spine([(0, 0), (0, -0.5 * height_mm), (0, -height_mm)], 0.17 * height_mm), LEAF, pen, "core", "accent"
    )
    return (*moved(left, *PAIR), *middle)


def _foot(a: float, y: float, pen: Pen) -> Figure:
    """Return the ground on which a figure stands: a band of cecek and a curl on each side."""
    h = 0.05 * a
    band = polyline([(-0.38 * a, y), (0.38 * a, y), (0.34 * a, y + h), (-0.34 * a, y + h)], closed=True)
    parts = [area("body", band), line("outline", band, pen.line_mm)]
    if pen.isen:
        x = np.linspace(-0.32 * a, 0.32 * a, 2 * round(0.32 * a / 2.6) + 1)
        parts.append(dots("accent", np.stack((x, np.full_like(x, y + h / 2)), axis=1), pen.dot_mm))
    return (*parts, *moved(curl(0.4 * a, y + 0.0 * a, 0.075 * a, 130, -1, pen, 1.2), *PAIR))


_BOUGHS = (
    (((0.02, 0.24), (0.17, 0.15), (0.3, 0.2), (0.41, 0.13)), 0.07, (0.12, 0.24, 0.36, 0.5, 0.6), 0.15),
    (((0.015, 0.08), (0.13, -0.03), (0.27, 0.0), (0.39, -0.08)), 0.075, (0.12, 0.26, 0.38, 0.5, 0.62), 0.16),
    (((0.012, -0.06), (0.1, -0.18), (0.21, -0.17), (0.3, -0.25)), 0.065, (0.14, 0.3, 0.44, 0.58), 0.15),
    (((0.008, -0.2), (0.06, -0.3), (0.13, -0.32), (0.18, -0.39)), 0.045, (0.2, 0.42, 0.6), 0.12),
)
"""The boughs to the right: through which points, the radius of the ukel, where leaves grow, how long they are."""


def tree(size_mm: float, pen: Pen) -> Figure:
    """Return the tree of life: a trunk on a mound, boughs that bend up and end in ukel, leaves, a bud on top."""
    a = size_mm
    right: list[Figure] = []
    for through, radius, stations, reach in _BOUGHS:
        run = [(x * a, y * a) for x, y in through]
        wide = max(0.4 * radius * a, 1.4 + pen.line_mm)
        right.append(lung(run, radius * a, -1, pen, wide, reach * a, stations))
    trunk_line = [(0, 0.36 * a), (0, 0.1 * a), (0, -0.15 * a), (0, -0.36 * a)]
    low = [
        leaf([(0.03 * a, 0.34 * a), (0.12 * a, 0.29 * a), (0.22 * a, 0.3 * a)], 0.035 * a, pen, "split"),
        leaf([(0.02 * a, -0.3 * a), (0.06 * a, -0.38 * a), (0.07 * a, -0.5 * a)], 0.024 * a, pen, "sawut"),
    ]
    mound = [lobe(x * a, 0.44 * a, 0.085 * a, pen, "heart") for x in (-0.16, 0.16)]
    return (
        *(part for figure in (*right, merged(low)) for part in moved(figure, *PAIR)),
        *stem(trunk_line, 0.075 * a, 0.02 * a, pen),
        *merged(mound),
        *lobe(0, 0.44 * a, 0.1 * a, pen, "accent"),
        *moved(curl(0.31 * a, 0.4 * a, 0.06 * a, 160, -1, pen, 1.2), *PAIR),
        *placed_at(bud(0.2 * a, pen, "heart"), 0, -0.33 * a),
    )


def crown(size_mm: float, pen: Pen) -> Figure:
    """Return a court crown: a diadem of leaves, three tiers that narrow, a bud on top, a wing-like ear on each side."""
    a = size_mm
    parts: list[Figure] = []
    ear = [
        leaf([(0.2 * a, 0.16 * a), (0.42 * a, 0.06 * a), (0.47 * a, -0.22 * a)], 0.07 * a, pen, "core", "accent"),
        leaf([(0.2 * a, 0.2 * a), (0.46 * a, 0.2 * a), (0.58 * a, 0.0)], 0.055 * a, pen, "vein"),
    ]
    for figure in reversed(ear):
        parts.append(moved(figure, *PAIR))
    parts.append(_tiers(a, pen))
    n = 5
    petals = [
        leaf([(x * a, 0.24 * a), (1.04 * x * a, 0.16 * a), (1.1 * x * a, 0.05 * a)], 0.05 * a, pen, "core", "heart")
        for x in np.linspace(-0.2, 0.2, n)
    ]
    parts += [merged(petals[1::2]), merged(petals[::2])]
    rim = polyline([(-0.27 * a, 0.22 * a), (0.27 * a, 0.22 * a), (0.25 * a, 0.29 * a), (-0.25 * a, 0.29 * a)], True)
    parts.append((area("body", rim), line("outline", rim, pen.line_mm)))
    if pen.isen and 0.07 * a > 1.6 + pen.line_mm:
        x = np.linspace(-0.23 * a, 0.23 * a, 2 * round(0.23 * a / 2.4) + 1)
        parts.append((dots("accent", np.stack((x, np.full_like(x, 0.255 * a)), axis=1), 0.8 * pen.dot_mm),))
    return tuple(part for figure in parts for part in figure)


def _tiers(a: float, pen: Pen) -> Figure:
    """Return three lobes that narrow upwards, a bud on the last."""
    parts: list[Figure] = [placed_at(bud(0.24 * a, pen, "heart"), 0, -0.3 * a)]
    for k, (half, y) in enumerate(((0.11, -0.2), (0.17, -0.07), (0.235, 0.07))):
        tier = [(-half, y + 0.12), (-half * 1.06, y + 0.02), (-half * 0.7, y - 0.09), (0, y - 0.13)]
        points = np.array(tier + [(-x, y_) for x, y_ in tier[-2::-1]]) * a
        path = contour(points, {0, len(points) - 1})
        parts.append((area("body", path), line("outline", path, pen.line_mm)))
        middle = np.array([(0, y * a + 0.02 * a)])
        shrink = max(1 - 1.6 * pen.inset_mm / (half * a), 0.0)
        if shrink > 0.3:
            inner = contour((points - middle) * shrink + middle, {0, len(points) - 1})
            core: Figure = (area(("heart", "accent")[k % 2], inner),)
            if pen.isen:
                n = max(int(1.5 * half * a * shrink / 2.3), 1)
                x = np.linspace(-0.72, 0.72, n) * half * a * shrink if n > 1 else np.zeros(1)
                core += (dots("filler", np.stack((x, np.full_like(x, y * a + 0.03 * a)), axis=1), pen.dot_mm),)
            parts.append(core)
    return tuple(part for figure in parts for part in figure)


def flames(size_mm: float, pen: Pen) -> Figure:
    """Return lidah api: tongues of fire that rise from one hearth, the middle one the highest."""
    a = size_mm
    tongues = ((0.34, 0.32, 0.36, 58, "heart"), (0.27, 0.31, 0.56, 36, "accent"), (0.13, 0.3, 0.74, 14, "heart"))
    right = [placed_at(flame(high * a, pen, core), x * a, y * a, angle) for x, y, high, angle, core in tongues]
    middle = blade(Spine([(0, 0.3 * a), (0.0, -0.1 * a), (0, -0.62 * a)], 0.12 * a), LANCE, pen, "core", "accent")
    sides = (part for figure in right for part in moved(figure, *PAIR))
    return (*sides, *middle, *_foot(0.72 * a, 0.3 * a, pen))


def throne(size_mm: float, pen: Pen) -> Figure:
    """Return dampar, the throne: a stepped seat under a back of three lobes, with flames at its sides."""
    a = size_mm
    back = [
        merged([lobe(x * a, 0.08 * a, 0.1 * a, pen, "accent") for x in (-0.19, 0.19)]),
        lobe(0.0, 0.08 * a, 0.15 * a, pen, "heart"),
    ]
    steps = [
        _step(half * a, y * a, 0.09 * a, pen, core)
        for half, y, core in ((0.25, 0.08, "heart"), (0.32, 0.17, "accent"), (0.4, 0.26, "heart"))
    ]
    side = placed_at(flame(0.34 * a, pen), 0.33 * a, 0.16 * a, 26)
    return (
        *moved(side, *PAIR),
        *placed_at(bud(0.26 * a, pen, "accent"), 0, -0.14 * a),
        *(part for figure in (*back, *steps) for part in figure),
        *moved(curl(0.43 * a, 0.31 * a, 0.06 * a, 160, -1, pen, 1.2), *PAIR),
    )


def _step(half_mm: float, y_mm: float, high_mm: float, pen: Pen, core: str) -> Figure:
    """Return one step of a throne: a bar with a row of lozenges."""

    def bar(inset: float) -> Path:
        x, low, high = half_mm - inset, y_mm + inset, y_mm + high_mm - inset
        return polyline([(-x, low), (x, low), (x, high), (-x, high)], closed=True)

    parts = [area("body", bar(0)), line("outline", bar(0), pen.line_mm)]
    if high_mm < 2 * pen.inset_mm + 0.8:
        return tuple(parts)
    parts.append(area(core, bar(pen.inset_mm)))
    if pen.isen:
        reach = half_mm - pen.inset_mm - 1.4
        x = np.linspace(-reach, reach, 2 * max(round(reach / 2.6), 1) + 1)
        parts.append(dots("filler", np.stack((x, np.full_like(x, y_mm + high_mm / 2)), axis=1), pen.dot_mm))
    return tuple(parts)
