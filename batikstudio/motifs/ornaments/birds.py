"""Birds and the butterfly: a body along a spine, the wing and tail of `wings`, a head with its crest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, Points, circle, joined, smooth
from batikstudio.motifs.ornaments.figures import (
    EYED,
    LANCE,
    PAIR,
    Figure,
    Fill,
    Floats,
    Pen,
    Spine,
    blade,
    moved,
    placed_at,
    scales,
    strokes,
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
        ((dense, _),) = smooth(np.stack((np.linspace(0, 1, len(body.half)), np.array(body.half)), axis=1)).subpaths(
            1e-4
        )
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


def silhouette(paths: Sequence[Path], pen: Pen, role: str = "body") -> Figure:
    """Return areas that run into one another, with one line around the whole."""
    # The inner half of each line is covered by the areas, so it is drawn twice as wide. The areas are parts of their
    # own: in one path, contours that turn against each other would cut a hole where they overlap.
    return (line("outline", joined(paths), 2 * pen.line_mm), *(area(role, path) for path in paths))


def bird(body: Body, beak: Beak, size_mm: float, pen: Pen, scaled: tuple[float, float] = (0.04, 0.72)) -> Figure:
    """Return a bird's body and head without wing, tail and legs: sisik up to the breast, hackles on the neck."""
    a = size_mm
    flesh = _Flesh(body, a)
    v = np.linspace(0, 1, 15)
    one = np.ones_like(v)
    outline = contour(np.concatenate((flesh.at(one, v), flesh.at(-one, v)[::-1])), {0, 14, 15, 29})
    place = beak.place(a)
    skull = contour(np.array(HEAD) * beak.size * a, {5}).transformed(place)
    parts = [*moved(_crest(beak.crest, beak.size * a, pen), place), *silhouette((outline, skull), pen)]
    if pen.isen:
        parts += scales(_Piece(flesh, scaled, pen.line_mm * 0.5 + 0.3), pen, max(0.045 * a, 3.0))
    parts += _hackles(flesh, scaled[1], a, pen)
    return (*parts, *moved(_face(beak.size * a, pen), place))


def _hackles(flesh: _Flesh, low: float, a: float, pen: Pen) -> Figure:
    """Return the feathers that hang from the neck over the breast, dark ones between light ones."""
    feathers = []
    rows = (-0.72, -0.24, 0.24, 0.72, -0.48, 0.0, 0.48) if a > 80 else (-0.6, 0.6, 0.0)
    for k, u in enumerate(rows):
        upper = k > len(rows) // 2
        reach = low - 0.06 + (0.05 if upper else 0.0)
        v = np.array([0.96, (0.96 + reach) / 2, reach])
        through = flesh.at(np.array([0.62, 0.92, 0.96]) * u, v)
        feathers.append(
            leaf(
                [tuple(p) for p in through],
                (0.03 if a > 80 else 0.042) * a,
                pen,
                "core",
                "accent" if upper else "heart",
            )
        )
    return _together(feathers)


@dataclass(frozen=True)
class Beak:
    """A head in profile: where its middle lies and how large it is, at unit size of the bird; its crest.

    ``crest`` is ``"crown"`` (leaves of a court crown), ``"comb"`` (of a cock) or ``"fan"`` (of a peacock).
    """

    x: float
    y: float
    size: float
    angle_deg: float
    crest: str

    def place(self, size_mm: float) -> Affine:
        """Return the map from the head's own frame, mm."""
        return Affine.translation(self.x * size_mm, self.y * size_mm) @ Affine.rotation(self.angle_deg)


HEAD = (
    (-0.12, 0.16),
    (-0.16, 0.02),
    (-0.1, -0.11),
    (0.04, -0.15),
    (0.14, -0.08),
    (0.33, 0.05),
    (0.17, 0.075),
    (0.12, 0.13),
    (0.1, 0.22),
    (0.0, 0.24),
)
"""A head in profile that looks to the right, about its middle; the sixth point is the beak's tip."""


def _face(a: float, pen: Pen) -> Figure:
    """Return beak and eye: a ring with a dot, as mata deruk."""
    beak = contour(np.array([(0.15, -0.075), (0.34, 0.055), (0.17, 0.08), (0.185, 0.0)]) * a, {0, 1, 2})
    slit = smooth([(0.19 * a, 0.02 * a), (0.25 * a, 0.035 * a), (0.31 * a, 0.05 * a)])
    parts = [area("accent", beak)]
    if a > 24:
        parts.append(line("body", slit, 0.5 * pen.fine_mm))
    eye = (0.025 * a, -0.025 * a)
    if 0.055 * a > 0.9:
        parts.append(line("accent", circle(*eye, 0.058 * a), pen.fine_mm))
    lash = smooth([(-0.035 * a, -0.02 * a), (-0.08 * a, 0.0), (-0.13 * a, 0.0)])
    return (*parts, line("accent", lash, pen.fine_mm), dots("accent", [eye], max(0.045 * a, 0.8)))


def _crest(kind: str, a: float, pen: Pen) -> Figure:
    if kind == "comb":
        lobes = [
            (-0.15, -0.02),
            (-0.24, -0.13),
            (-0.15, -0.15),
            (-0.17, -0.28),
            (-0.06, -0.22),
            (-0.03, -0.35),
            (0.05, -0.24),
        ]
        lobes += [(0.12, -0.31), (0.14, -0.18), (0.19, -0.2), (0.16, -0.05), (0.0, 0.0)]
        comb = contour(np.array(lobes) * a, {1, 3, 5, 7, 9})
        wattle = contour(np.array([(0.1, 0.08), (0.19, 0.17), (0.2, 0.3), (0.13, 0.34), (0.07, 0.24)]) * a, ())
        both = joined((comb, wattle))
        spots = np.array([(-0.12, -0.2), (-0.02, -0.24), (0.09, -0.22), (0.135, 0.25)]) * a
        own = [area("body", both), line("outline", both, 1.6 * pen.line_mm), area("accent", both)]
        return (*own, dots("filler", spots, 0.8 * pen.dot_mm)) if pen.isen and a > 30 else tuple(own)
    if kind == "fan":
        tips = [(-0.34, -0.34), (-0.2, -0.45), (-0.03, -0.5), (0.14, -0.46)]
        own = []
        for x, y in tips:
            own.append(
                line("outline", smooth([(0, -0.1 * a), (0.45 * x * a, 0.6 * y * a), (x * a, y * a)]), pen.line_mm)
            )
        r = max(0.05 * a, 1.0)
        pearls = joined([circle(x * a, y * a, r) for x, y in tips])
        return (
            *own,
            area("body", pearls),
            line("outline", pearls, pen.fine_mm),
            dots("accent", np.array(tips) * a, 0.8 * r),
        )
    petals = [
        leaf([(x * a, -0.04 * a), ((x + tx) / 2 * a, -0.2 * a), (tx * a, ty * a)], 0.075 * a, pen, "core", core)
        for x, tx, ty, core in (
            (-0.13, -0.44, -0.16, "heart"),
            (-0.1, -0.36, -0.32, "accent"),
            (0.08, 0.1, -0.4, "accent"),
            (-0.02, -0.14, -0.48, "heart"),
        )
    ]
    return tuple(part for petal in petals for part in petal)


def plume(through: Run, half_mm: float, pen: Pen, fill: Fill = "sawut", core: str = "heart") -> Figure:
    """Return one tail feather along a curve."""
    return leaf(through, half_mm, pen, fill, core, LANCE)


def eyed(through: Run, half_mm: float, pen: Pen, core: str) -> Figure:
    """Return one feather of a peacock's train along a curve, with its eye."""
    own = leaf(through, half_mm, pen, "plain", core, EYED)
    x, y = Spine(through, 1.0).at(np.zeros(1), np.array([0.82]))[0]
    r = half_mm - pen.inset_mm
    if r < 0.8:
        return own
    spine = Spine(through, half_mm)
    v = np.linspace(0.1, 0.62, max(int(0.5 * spine.length_mm / 2.2), 2))
    side = np.concatenate((np.full_like(v, 0.17), np.full_like(v, -0.17)))
    hairs = (
        (
            line(
                "accent",
                strokes(
                    np.stack(
                        [
                            spine.at(side * w, np.concatenate((v, v)) + d)
                            for w, d in ((0.0, 0.0), (0.7, 0.02), (1.3, 0.05))
                        ],
                        axis=1,
                    )
                ),
                pen.fine_mm,
                "isen",
            ),
        )
        if pen.isen
        else ()
    )
    return (
        *own,
        *hairs,
        area(core, circle(x, y, r)),
        area("body", circle(x, y, 0.55 * r)),
        area("accent", circle(x, y, 0.28 * r)),
    )


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
    return (line("accent", joined(lines), 1.8 * pen.line_mm),)


BIRD = Body(
    ((-0.24, 0.06), (-0.08, 0.11), (0.08, 0.1), (0.19, -0.02), (0.18, -0.17), (0.24, -0.28)),
    (0.03, 0.09, 0.13, 0.12, 0.08, 0.05, 0.04),
)
"""A bird that stands and looks to the right."""

BIRD_WING: Net = (
    ((0.02, 0.0), (-0.1, -0.14), (-0.3, -0.3), (-0.42, -0.62)),
    ((0.04, 0.03), (-0.16, -0.02), (-0.5, -0.16), (-0.78, -0.46)),
    ((0.03, 0.08), (-0.2, 0.08), (-0.6, 0.06), (-0.98, -0.24)),
    ((0.0, 0.14), (-0.16, 0.22), (-0.6, 0.26), (-0.95, 0.06)),
)
"""The wing of a bird that looks to the right, half raised: the plumes point back and up."""


def _together(figures: Sequence[Figure]) -> Figure:
    return tuple(part for figure in figures for part in figure)


def phoenix(size_mm: float, pen: Pen) -> Figure:
    """Return a bird of the court patterns in profile, looking to the right, its long tail raised behind it."""
    a = size_mm
    streams: tuple[tuple[Run, Fill, str], ...] = (
        (((-0.12, 0.06), (-0.3, -0.02), (-0.38, -0.2), (-0.32, -0.4)), "core", "heart"),
        (((-0.12, 0.12), (-0.28, 0.22), (-0.46, 0.24), (-0.58, 0.12)), "core", "accent"),
        (((-0.12, 0.07), (-0.34, 0.04), (-0.46, -0.12), (-0.44, -0.32)), "sawut", "heart"),
        (((-0.12, 0.1), (-0.34, 0.14), (-0.52, 0.06), (-0.56, -0.12)), "split", "heart"),
    )
    tails = [plume([(x * a, y * a) for x, y in s], 0.042 * a, pen, fill, core) for s, fill, core in streams]
    return (
        *legs(((0.02, 0.18, 0.34), (0.1, 0.16, 0.34)), a, pen),
        *_together(tails),
        *bird(BIRD, Beak(0.245, -0.31, 0.3, 2, "crown"), a, pen),
        *placed_at(wing(0.4 * a, pen, BIRD_WING, 8.0), 0.1 * a, 0.02 * a, 8),
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
    antenna = (
        np.concatenate(
            (np.array([(0.02, -0.26), (0.06, -0.5)]), spiral(0.1, 0.9, 0.16, 180, 1) + np.array((0.2, -0.66)))
        )
        * a
    )
    feeler = (line("outline", smooth(antenna), pen.line_mm),)
    return (
        *(part for figure in right for part in moved(figure, *PAIR)),
        *moved(feeler, *PAIR),
        *blade(body, LANCE, pen, "core", "accent"),
        *_round_head(a, pen),
    )


def _round_head(a: float, pen: Pen) -> Figure:
    ring = circle(0, -0.27 * a, 0.075 * a)
    return (
        area("body", ring),
        line("outline", ring, pen.line_mm),
        dots("accent", [(0, -0.27 * a)], max(0.05 * a, 0.7)),
    )


COCK = Body(
    ((-0.24, 0.06), (-0.1, 0.13), (0.07, 0.13), (0.19, 0.0), (0.17, -0.16), (0.21, -0.28)),
    (0.03, 0.1, 0.145, 0.145, 0.1, 0.065, 0.045),
)
"""A cock with a full breast and a proud neck."""


def cock(size_mm: float, pen: Pen) -> Figure:
    """Return sawunggaling: a cock with raised wing and comb, and sickles of a long tail that sweep up."""
    a = size_mm
    sickles = (
        ((-0.12, 0.05), (-0.24, -0.08), (-0.26, -0.26), (-0.15, -0.43)),
        ((-0.12, 0.17), (-0.26, 0.28), (-0.4, 0.31), (-0.53, 0.2)),
        ((-0.12, 0.06), (-0.31, -0.03), (-0.37, -0.22), (-0.28, -0.43)),
        ((-0.12, 0.15), (-0.32, 0.23), (-0.48, 0.19), (-0.57, 0.03)),
        ((-0.12, 0.08), (-0.36, 0.05), (-0.46, -0.14), (-0.41, -0.38)),
        ((-0.12, 0.11), (-0.36, 0.14), (-0.51, 0.02), (-0.52, -0.2)),
    )
    fills: tuple[Fill, ...] = ("sawut", "core", "split", "sawut", "core", "sawut")
    tails = [
        plume([(x * a, y * a) for x, y in s], 0.042 * a, pen, fills[k], ("heart", "accent")[k // 2 % 2])
        for k, s in enumerate(sickles)
    ]
    return (
        *_together(tails),
        *legs(((0.0, 0.24, 0.42), (0.1, 0.22, 0.42)), a, pen),
        *bird(COCK, Beak(0.215, -0.31, 0.3, 0, "comb"), a, pen),
        *placed_at(wing(0.44 * a, pen, BIRD_WING, 8.5), 0.1 * a, 0.05 * a, 12),
    )


PEACOCK = Body(
    ((-0.22, 0.04), (-0.08, 0.09), (0.08, 0.08), (0.17, -0.05), (0.16, -0.22), (0.23, -0.35)),
    (0.03, 0.085, 0.115, 0.1, 0.06, 0.042, 0.034),
)
"""A peacock: slender, with a long neck."""


def peacock(size_mm: float, pen: Pen) -> Figure:
    """Return a peacock in profile: a train of feathers with eyes that sweeps back and down, a fan on its head."""
    a = size_mm
    outer = (
        ((-0.1, 0.0), (-0.26, -0.12), (-0.42, -0.16), (-0.55, -0.3)),
        ((-0.1, 0.03), (-0.3, -0.03), (-0.46, -0.04), (-0.6, -0.13)),
        ((-0.1, 0.05), (-0.3, 0.06), (-0.47, 0.1), (-0.62, 0.05)),
        ((-0.1, 0.07), (-0.28, 0.15), (-0.44, 0.24), (-0.59, 0.23)),
        ((-0.1, 0.09), (-0.23, 0.23), (-0.36, 0.36), (-0.5, 0.39)),
        ((-0.08, 0.1), (-0.16, 0.27), (-0.24, 0.41), (-0.36, 0.48)),
    )
    between = (
        ((-0.08, 0.01), (-0.22, -0.06), (-0.33, -0.08), (-0.44, -0.16)),
        ((-0.08, 0.04), (-0.23, 0.02), (-0.36, 0.03), (-0.47, -0.01)),
        ((-0.08, 0.06), (-0.22, 0.1), (-0.35, 0.15), (-0.46, 0.14)),
        ((-0.08, 0.08), (-0.2, 0.17), (-0.3, 0.26), (-0.41, 0.28)),
        ((-0.07, 0.1), (-0.15, 0.22), (-0.22, 0.32), (-0.31, 0.37)),
    )
    tails = [
        eyed([(x * a, y * a) for x, y in s], 0.046 * a, pen, core)
        for row, core in ((outer, "heart"), (between, "accent"))
        for s in row
    ]
    return (
        *_together(tails),
        *legs(((0.03, 0.16, 0.36), (0.1, 0.14, 0.36)), a, pen),
        *bird(PEACOCK, Beak(0.235, -0.375, 0.24, 6, "fan"), a, pen, (0.04, 0.66)),
        *placed_at(wing(0.36 * a, pen, BIRD_WING, 8.0), 0.1 * a, 0.02 * a, 0),
    )


HEN = Body(
    ((-0.32, -0.1), (-0.18, 0.03), (0.02, 0.09), (0.19, 0.03), (0.22, -0.1), (0.27, -0.19)),
    (0.05, 0.13, 0.19, 0.17, 0.1, 0.062, 0.045),
)
"""A hen that sits."""

HEN_WING: Net = (
    ((0.02, -0.1), (-0.2, -0.24), (-0.5, -0.3), (-0.86, -0.42)),
    ((0.08, -0.04), (-0.16, -0.1), (-0.5, -0.12), (-1.0, -0.2)),
    ((0.1, 0.06), (-0.12, 0.14), (-0.46, 0.16), (-0.96, 0.06)),
    ((0.06, 0.16), (-0.1, 0.3), (-0.36, 0.36), (-0.78, 0.28)),
)
"""A wing that lies along the flank."""


def hen(size_mm: float, pen: Pen) -> Figure:
    """Return a hen that broods: a broad body low in a nest, her tail up, eggs under her breast."""
    a = size_mm
    feathers: tuple[tuple[Run, Fill, str], ...] = (
        (((-0.2, -0.08), (-0.3, -0.2), (-0.34, -0.38)), "core", "heart"),
        (((-0.2, 0.02), (-0.4, -0.02), (-0.54, -0.12)), "core", "accent"),
        (((-0.2, -0.06), (-0.35, -0.16), (-0.44, -0.33)), "sawut", "heart"),
        (((-0.2, -0.02), (-0.39, -0.09), (-0.52, -0.23)), "sawut", "accent"),
    )
    tails = [plume([(x * a, y * a) for x, y in s], 0.044 * a, pen, fill, core) for s, fill, core in feathers]
    eggs = [_egg(x * a, y * a, 0.066 * a, pen) for x, y in ((-0.13, 0.275), (0.13, 0.275), (0.0, 0.295))]
    return (
        *_together(tails),
        *bird(HEN, Beak(0.28, -0.215, 0.27, 4, "comb"), a, pen),
        *placed_at(wing(0.36 * a, pen, HEN_WING, 8.5), 0.1 * a, 0.0, 4),
        *_together(eggs),
        *_nest(a, pen),
    )


def _egg(x: float, y: float, radius_mm: float, pen: Pen) -> Figure:
    shell = Spine([(x, y + 1.1 * radius_mm), (x, y), (x, y - 1.25 * radius_mm)], radius_mm)
    u = np.array([0, 0.8, 1.0, 0.7, 0.0, -0.7, -1.0, -0.8])
    path = contour(shell.at(u, np.array([0.0, 0.16, 0.45, 0.84, 1.0, 0.84, 0.45, 0.16])), ())
    return (area("body", path), line("outline", path, pen.line_mm))


_NEST: Net = (
    ((-0.34, 0.2), (-0.33, 0.27), (-0.28, 0.34), (-0.2, 0.38)),
    ((-0.12, 0.29), (-0.11, 0.33), (-0.1, 0.38), (-0.07, 0.42)),
    ((0.12, 0.29), (0.11, 0.33), (0.1, 0.38), (0.07, 0.42)),
    ((0.34, 0.2), (0.33, 0.27), (0.28, 0.34), (0.2, 0.38)),
)


def _nest(a: float, pen: Pen) -> Figure:
    """Return a bowl of woven grass, with leaves that stand at both its ends."""
    over = fan(_NEST, a)
    bowl = region(over, (0.0, 1.0), (0.0, 1.0))
    upper, lower = ((0.24, 0.3), (0.37, 0.25), (0.45, 0.12)), ((0.2, 0.36), (0.37, 0.36), (0.5, 0.27))
    ends = [
        leaf([(x * a, y * a) for x, y in upper], 0.032 * a, pen),
        leaf([(x * a, y * a) for x, y in lower], 0.032 * a, pen, "split"),
    ]
    parts = [*_together([moved(one, *PAIR) for one in ends]), area("body", bowl), line("outline", bowl, pen.line_mm)]
    if pen.isen:
        t = np.linspace(0.03, 0.97, max(round(0.64 * a / 2.2), 6))
        lean = np.where(np.arange(len(t)) % 2 == 0, 0.018, -0.018)
        straws = [
            over.at(t - lean, np.full_like(t, 0.1)),
            over.at(t, np.full_like(t, 0.5)),
            over.at(t + lean, np.full_like(t, 0.9)),
        ]
        parts.append(line("accent", strokes(np.stack(straws, axis=1)), pen.fine_mm, "isen"))
        rim = over.at(np.linspace(0, 1, 9), np.full(9, 0.5))
        parts.append(line("accent", smooth(rim), pen.fine_mm))
    return tuple(parts)
