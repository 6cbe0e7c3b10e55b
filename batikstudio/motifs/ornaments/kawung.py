"""What lies in an oval of kawung, and the ovals: each in a frame with the long axis along x, mm."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, ellipse, joined, polyline, smooth
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import area, contour, dots, framed, line, orbit, placed

ROUNDNESS = 1.38
"""Long half-axis over short half-axis of an oval: rounded, never a pointed lens."""

_FULLNESS = 2.7
"""The exponent of the superellipse that is the fuller oval of sekar ageng; 2 would be an ellipse."""


@dataclass(frozen=True)
class Ovals:
    """The measures of the ovals in a lattice of side ``a``, mm.

    Attributes
    ----------
    a : float
        Side of the lattice square.
    gap : float
        The ground between two ovals at their closest.
    p, q : float
        Half-axes, along the diagonal and across it. The box of an ellipse turned by 45 degrees has the half side
        ``sqrt((p*p + q*q) / 2)``; it must stay ``gap / 2`` short of ``a / 4``, so ``p*p + q*q < a*a / 8``.
    """

    a: float
    gap: float
    p: float
    q: float


def ovals(size_mm: float, line_mm: float) -> Ovals:
    """Return the ovals that leave a ribbon of ground 2 to 4 mm wide, or somewhat more than the outline beside it.

    Where the lattice is so small that such a ribbon would starve the white, it is 6 percent of the side.
    """
    gap = max(min(max(0.046 * size_mm, 2.0), 4.0, max(0.06 * size_mm, 0.046 * 30.0)), line_mm + 0.9)
    q = math.sqrt(2.0 * (size_mm / 4 - gap / 2) ** 2 / (1.0 + ROUNDNESS**2))
    return Ovals(size_mm, gap, ROUNDNESS * q, q)


def oval(p: float, q: float) -> Path:
    """Return the oval of every kawung but ageng: an ellipse with half-axes ``p`` and ``q``."""
    return ellipse(0, 0, p, q)


def squarish_oval(shape: Ovals, inset_mm: float = 0.0) -> Path:
    """Return the fuller oval of sekar ageng, ``inset_mm`` inside one that leaves the same gap as the ellipse."""
    angle = np.arange(24) * (math.pi / 12)
    cos, sin = np.cos(angle), np.sin(angle)
    radius = (np.abs(cos) ** _FULLNESS + np.abs(sin) ** _FULLNESS) ** (-1 / _FULLNESS)
    unit = np.stack((radius * cos, radius * sin), axis=1)
    # Its box at 45 degrees must be that of the ellipse.
    reach = float((unit * [shape.p, shape.q]).sum(axis=1).max()) / math.hypot(shape.p, shape.q)
    return smooth(unit * (np.array([shape.p, shape.q]) / reach - inset_mm), closed=True)


def two_dots(shape: Ovals, maps: tuple[Affine, ...]) -> list[Part]:
    """Return the two round seeds of picis, bribil and sen."""
    along = 0.31 * shape.p
    return [dots("accent", placed(maps, [(-along, 0), (along, 0)]), max(0.04 * shape.a, 0.9))]


def two_squares(shape: Ovals, maps: tuple[Affine, ...], thick: float) -> list[Part]:
    """Return the two square seeds of beton, each in a thin square frame."""
    along, r = 0.36 * shape.p, 0.038 * shape.a
    return [
        area("accent", orbit(joined([_square(x, r) for x in (-along, along)]), maps)),
        line("accent", orbit(joined([_square(x, 1.85 * r) for x in (-along, along)]), maps), 0.45 * thick),
    ]


def _square(x: float, r: float) -> Path:
    return polyline([(x + r, 0.0), (x, r), (x - r, 0.0), (x, -r)], closed=True)


def split_bean(shape: Ovals, maps: tuple[Affine, ...], thick: float) -> list[Part]:
    """Return the split of sari: a coffee bean halved along its length, with hairs on both sides of it."""
    # The split runs in two bowed lines, so that it is mirrored along the oval and across it.
    end, bow = 0.7 * shape.p, 0.1 * shape.q
    lens = contour([(-end, 0), (0, -bow), (end, 0), (0, bow)], (0, 2))
    hairs = [
        smooth([(x, side * 0.2 * shape.q), (1.1 * x, side * (0.56 - 0.26 * abs(x) / end) * shape.q)])
        for x in np.linspace(-0.76, 0.76, 9) * end
        for side in (-1, 1)
    ]
    tips = [
        (1.16 * x, side * (0.66 - 0.3 * abs(x) / end) * shape.q)
        for x in np.linspace(-0.76, 0.76, 9) * end
        for side in (-1, 1)
    ]
    return [
        area("accent", orbit(lens, maps)),
        line("accent", orbit(joined(hairs), maps), 0.5 * thick, "isen"),
        dots("accent", placed(maps, tips), max(0.55 * thick, 0.5)),
    ]


def small_kawung(shape: Ovals, maps: tuple[Affine, ...], thick: float, isen: bool) -> list[Part]:
    """Return the kawung of geger inside an oval: four ovals about a dot, a bud at each end of the long axis."""
    spread, gap = 0.36 * shape.q, 0.09 * shape.q
    q = (spread - gap / 2) * math.sqrt(2.0 / (1.0 + ROUNDNESS**2))
    spots = [(sx * spread, sy * spread, 45.0 * sx * sy) for sx in (-1, 1) for sy in (-1, 1)]
    frames = [Affine.translation(x, y) @ Affine.rotation(turn) for x, y, turn in spots]
    four = orbit(ellipse(0, 0, ROUNDNESS * q, q), frames)
    end, r = 0.95 * shape.q, 0.13 * shape.q
    buds = [contour([(x - r, 0), (x, -0.6 * r), (x + r, 0), (x, 0.6 * r)], (0, 2)) for x in (-end, end)]
    parts = [*framed("heart", orbit(four, maps), 0.55 * thick), area("accent", orbit(joined(buds), maps))]
    parts.append(dots("accent", placed(maps, [(0, 0)]), max(0.14 * shape.q, 0.8)))
    if not isen:
        return parts
    grains = np.concatenate([frame.apply(np.array([(-0.4 * q, 0.0), (0.4 * q, 0.0)])) for frame in frames])
    parts.append(dots("filler", placed(maps, grains), max(0.3 * q, 0.6)))
    beside = [(0.0, 0.56), (0.0, 0.74), (0.56, 0.0), (0.72, 0.42), (0.86, 0.24), (0.5, 0.66)]
    around = [(sx * x * shape.q, sy * y * shape.q) for x, y in beside for sx in (-1, 1) for sy in (-1, 1)]
    return [*parts, dots("accent", placed(maps, around), max(0.013 * shape.a, 0.6))]


def cecek_sawut(shape: Ovals, maps: tuple[Affine, ...], thick: float) -> list[Part]:
    """Return the cecek sawut of sekar ageng: from each end of an oval three strokes, each followed by a dot."""
    strokes, points = [], []
    for side in (-1, 1):
        for lane, short in ((-1, 0.84), (0, 1.0), (1, 0.84)):
            far = side * 0.78 * shape.p
            near = far - side * 0.42 * short * shape.p
            wide = 0.36 * lane * shape.q
            strokes.append(smooth([(far, 0.12 * lane * shape.q), ((far + near) / 2, 0.86 * wide), (near, wide)]))
            points.append((near - side * 0.09 * shape.p, 1.04 * wide))
    return [
        line("accent", orbit(joined(strokes), maps), 0.85 * thick, "isen"),
        dots("accent", placed(maps, points), max(0.024 * shape.a, 0.9)),
    ]
