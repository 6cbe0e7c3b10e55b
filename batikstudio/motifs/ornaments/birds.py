"""Birds and the butterfly: a body along a spine, the wing and tail of `wings`, a head with its crest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from batikstudio.geometry.path import Points, circle, smooth
from batikstudio.motifs.ornaments.figures import (
    LANCE,
    PAIR,
    Figure,
    Fill,
    Floats,
    Pen,
    Spine,
    blade,
    merged,
    moved,
    placed_at,
    scales,
)
from batikstudio.motifs.ornaments.foliage import Run, leaf, spiral
from batikstudio.motifs.ornaments.wings import Cell, Net, Row, fan, feathers, region, wing
from batikstudio.motifs.strokes import area, contour, dots, line


@dataclass(frozen=True)
class Body:
    """The trunk and neck of a bird: a curve from the root of the tail to the nape, and half its width along it.

    Attributes
    ----------
    through : sequence of (x, y)
        At unit size.
    half : sequence of float
        At equal steps of the length, unit size.
    """

    through: Sequence[tuple[float, float]]
    half: Sequence[float]


class _Flesh:
    """The warp inside a body: v from the tail to the nape, u from the back to the belly."""

    def __init__(self, body: Body, size_mm: float) -> None:
        self._spine = Spine(np.array(body.through) * size_mm, size_mm)
        ((dense, _),) = smooth(np.stack((np.linspace(0, 1, len(body.half)), np.array(body.half)), axis=1)).subpaths(1e-4)
        self._half = dense

    def at(self, u: Floats, v: Floats) -> Points:
        """Return the places, shape (n, 2), mm."""
        return self._spine.at(u * np.interp(v, *self._half.T), v)


class _Piece:
    """A stretch of another warp."""

    def __init__(self, whole: _Flesh, v: tuple[float, float], inset_mm: float, breadth: float = 1.0) -> None:
        self._whole, self._v, self._inset, self._breadth = whole, v, inset_mm, breadth

    def at(self, u: Floats, v: Floats) -> Points:
        """Return the places, shape (n, 2), mm."""
        w = self._v[0] + v * (self._v[1] - self._v[0])
        one = np.ones_like(w)
        wide = np.hypot(*(self._whole.at(one, w) - self._whole.at(-one, w)).T) / 2
        return self._whole.at(u * self._breadth * np.maximum(1 - self._inset / np.maximum(wide, 1e-6), 0.1), w)


def trunk(body: Body, size_mm: float, pen: Pen, scaled: tuple[float, float] = (0.06, 0.74)) -> Figure:
    """Return a bird's body with sisik from tail to breast and rows of cecek on the neck."""
    flesh = _Flesh(body, size_mm)
    v = np.linspace(0, 1, 15)
    one = np.ones_like(v)
    path = contour(np.concatenate((flesh.at(one, v), flesh.at(-one, v)[::-1])), {0, 14, 15, 29})
    parts = [area("body", path), line("outline", path, pen.line_mm)]
    if not pen.isen:
        return tuple(parts)
    parts += scales(_Piece(flesh, scaled, pen.line_mm * 0.5 + 0.3), pen, max(0.045 * size_mm, 2.1))
    neck = _Piece(flesh, (scaled[1] + 0.03, 0.97), pen.line_mm / 2 + 1.0)
    long = 0.4 * size_mm
    rows = np.linspace(0.05, 0.95, max(int(long / 2.3), 2))
    places = [neck.at(np.array([-0.6, 0.0, 0.6]) if k % 2 else np.array([-0.3, 0.3]), np.full(3 if k % 2 else 2, row))
              for k, row in enumerate(rows)]
    parts.append(dots("accent", np.concatenate(places), 0.75 * pen.dot_mm))
    return tuple(parts)


HEAD = (
    (-0.1, 0.09),
    (-0.13, 0.0),
    (-0.07, -0.11),
    (0.06, -0.13),
    (0.15, -0.06),
    (0.3, -0.01),
    (0.33, 0.07),
    (0.2, 0.045),
    (0.12, 0.1),
    (0.02, 0.14),
)
"""A head in profile that looks to the right, the nape at the origin's left; the seventh point is the beak's tip."""


def head(x: float, y: float, size_mm: float, angle_deg: float, pen: Pen, crest: str = "crown") -> Figure:
    """Return a head in profile at (x, y) that looks to the right: beak, eye, and a crest.

    ``crest`` is ``"crown"`` (a court crown of small leaves), ``"comb"`` (of a cock) or ``"fan"`` (of a peacock).
    """
    a = size_mm
    path = contour(np.array(HEAD) * a, {6})
    beak = contour(np.array([(0.15, -0.06), (0.3, -0.01), (0.33, 0.07), (0.2, 0.045), (0.135, 0.03)]) * a, {0, 2, 4})
    eye = (0.03 * a, -0.035 * a)
    parts = [*_crest(crest, a, pen), area("body", path), line("outline", path, pen.line_mm), area("accent", beak)]
    # The eye of a bird of batik is long: a lid line that runs to the nape.
    parts.append(line("accent", smooth([(-0.08 * a, -0.05 * a), (0.0, -0.085 * a), (0.08 * a, -0.04 * a)]), pen.fine_mm))
    parts.append(dots("accent", [eye], max(0.055 * a, 0.8)))
    return placed_at(tuple(parts), x, y, angle_deg)


def _crest(kind: str, a: float, pen: Pen) -> Figure:
    if kind == "comb":
        lobes = [(-0.13, -0.06), (-0.16, -0.17), (-0.07, -0.15), (-0.06, -0.25), (0.02, -0.18), (0.07, -0.26), (0.1, -0.17)]
        lobes += [(0.16, -0.18), (0.14, -0.06), (0.0, -0.08)]
        comb = contour(np.array(lobes) * a, {0, 8})
        wattle = contour(np.array([(0.1, 0.06), (0.15, 0.15), (0.11, 0.24), (0.05, 0.16), (0.05, 0.08)]) * a, ())
        both = [area("accent", comb), line("outline", comb, pen.fine_mm)]
        return (*both, area("accent", wattle), line("outline", wattle, pen.fine_mm))
    if kind == "fan":
        tips = [(-0.26, -0.3), (-0.13, -0.38), (0.02, -0.38)]
        lines = [smooth([(-0.04 * a, -0.1 * a), (0.6 * x * a, 0.68 * y * a), (x * a, y * a)]) for x, y in tips]
        return (*(line("outline", one, pen.line_mm) for one in lines), dots("body", np.array(tips) * a, 2.6 * pen.line_mm),
                dots("accent", np.array(tips) * a, 1.2 * pen.line_mm))
    petals = [
        leaf([(x * a, -0.08 * a), ((x - 0.02) * a, -0.2 * a), (tx * a, ty * a)], 0.062 * a, pen, "core", core)
        for x, tx, ty, core in ((-0.09, -0.28, -0.26, "accent"), (0.06, 0.06, -0.33, "accent"), (-0.02, -0.12, -0.38, "heart"))
    ]
    return merged(petals[:2]) + petals[2]


def plume(through: Run, half_mm: float, pen: Pen, eye: str = "", fill: Fill = "sawut", core: str = "heart") -> Figure:
    """Return one tail feather along a curve; ``eye``, a role, gives it the eye of a peacock's."""
    own = leaf(through, half_mm, pen, fill, core, LANCE)
    if not eye:
        return own
    x, y = Spine(through, 1.0).at(np.zeros(1), np.array([0.86]))[0]
    r = 1.25 * half_mm
    rings = [area("body", circle(x, y, r)), line("outline", circle(x, y, r), pen.line_mm)]
    if r > pen.inset_mm + 0.6:
        rings.append(area(eye, circle(x, y, r - pen.inset_mm)))
        rings.append(dots("filler", [(x, y)], max(0.55 * (r - pen.inset_mm), 0.7)))
    return (*own, *rings)


def legs(feet: Sequence[tuple[float, float, float]], size_mm: float, pen: Pen) -> Figure:
    """Return legs from (x, y) down to a foot at y1, each with three toes; unit size."""
    a = size_mm
    lines = []
    for x, y, down in feet:
        lines.append(smooth([(x * a, y * a), ((x + 0.012) * a, (y + down) / 2 * a), (x * a, down * a)]))
        lines += [
            smooth([(x * a, down * a), ((x + dx * 0.6) * a, (down + 0.012) * a), ((x + dx) * a, (down + 0.03) * a)])
            for dx in (0.07, 0.02, -0.045)
        ]
    return tuple(line("outline", one, 1.25 * pen.line_mm) for one in lines)


BIRD = Body(
    ((-0.2, 0.1), (-0.06, 0.12), (0.1, 0.1), (0.2, -0.02), (0.2, -0.17), (0.26, -0.27)),
    (0.03, 0.1, 0.145, 0.135, 0.09, 0.055, 0.045),
)
"""A bird that stands and looks to the right."""

BIRD_WING: Net = (
    ((0.02, 0.0), (-0.1, -0.14), (-0.3, -0.3), (-0.42, -0.62)),
    ((0.04, 0.03), (-0.16, -0.02), (-0.5, -0.16), (-0.78, -0.46)),
    ((0.03, 0.08), (-0.2, 0.08), (-0.6, 0.06), (-0.98, -0.24)),
    ((0.0, 0.14), (-0.16, 0.22), (-0.6, 0.26), (-0.95, 0.06)),
)
"""The wing of a bird that looks to the right, half raised: the plumes point back and up."""


def phoenix(size_mm: float, pen: Pen, crest: str = "crown") -> Figure:
    """Return a bird of the court patterns in profile, looking to the right, its long tail raised behind it."""
    a = size_mm
    streams = (
        ((-0.17, 0.12), (-0.32, 0.2), (-0.46, 0.12), (-0.5, -0.06)),
        ((-0.18, 0.1), (-0.34, 0.11), (-0.42, -0.06), (-0.4, -0.26)),
        ((-0.16, 0.15), (-0.3, 0.3), (-0.48, 0.28), (-0.58, 0.14)),
    )
    tails = [plume([(x * a, y * a) for x, y in s], 0.045 * a, pen) for s in streams]
    return (
        *legs(((0.02, 0.2, 0.36), (0.1, 0.18, 0.36)), a, pen),
        *tails[1], *tails[0], *tails[2],
        *trunk(BIRD, a, pen),
        *placed_at(wing(0.42 * a, pen, BIRD_WING, 5.0), 0.1 * a, 0.02 * a, 8),
        *head(0.27 * a, -0.29 * a, 0.36 * a, 8, pen, crest),
    )


UPPER_WING: Net = (
    ((0.05, -0.1), (0.06, -0.3), (0.14, -0.48), (0.34, -0.72)),
    ((0.05, -0.06), (0.2, -0.3), (0.4, -0.5), (0.86, -0.84)),
    ((0.05, -0.02), (0.24, -0.12), (0.6, -0.22), (0.98, -0.46)),
    ((0.05, 0.02), (0.2, 0.03), (0.42, 0.0), (0.66, -0.06)),
)
LOWER_WING: Net = (
    ((0.05, 0.02), (0.2, 0.06), (0.4, 0.03), (0.62, 0.04)),
    ((0.05, 0.06), (0.2, 0.16), (0.5, 0.18), (0.82, 0.34)),
    ((0.04, 0.1), (0.12, 0.28), (0.3, 0.4), (0.56, 0.72)),
    ((0.04, 0.14), (0.06, 0.3), (0.06, 0.42), (0.16, 0.6)),
)


def butterfly(size_mm: float, pen: Pen) -> Figure:
    """Return a butterfly seen from above: two wings to each side, cells between their veins, a row of eyes."""
    a = size_mm / 2
    right: list[Figure] = []
    for net, count, core in ((LOWER_WING, 4, "accent"), (UPPER_WING, 5, "heart")):
        over = fan(net, a)
        right.append(feathers(over, Row(count, (0.42, 1.0), "core", core), pen))
        root = region(over, (0.0, 1.0), (0.1, 0.56))
        right.append((area("body", root), line("outline", root, pen.line_mm)))
        if pen.isen:
            right.append(tuple(scales(Cell(over, (0.06, 0.94), (0.16, 0.52)), pen, max(0.09 * a, 2.2))))
    body = Spine([(0, 0.5 * a), (0, 0.1 * a), (0, -0.26 * a)], 0.075 * a)
    antenna = np.concatenate((np.array([(0.02, -0.26), (0.06, -0.5)]), spiral(0.1, 0.9, 0.16, 180, 1) + (0.2, -0.66))) * a
    feeler = (line("outline", smooth(antenna), pen.line_mm),)
    return (
        *(part for figure in right for part in moved(figure, *PAIR)),
        *moved(feeler, *PAIR),
        *blade(body, LANCE, pen, "core", "accent"),
        *_round_head(a, pen),
    )


def _round_head(a: float, pen: Pen) -> Figure:
    ring = circle(0, -0.27 * a, 0.075 * a)
    return (area("body", ring), line("outline", ring, pen.line_mm), dots("accent", [(0, -0.27 * a)], max(0.05 * a, 0.7)))
