"""Parang kusuma: flower buds for blades, by turns opening upward and downward on a bent stem.

The frame is that of `ornaments.bands`; half turns only (group p2).
"""

from __future__ import annotations

import math

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import Path, joined, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About, Part
from batikstudio.motifs.ornaments import bands
from batikstudio.motifs.strokes import HALVES, Dots, area, contour, dots, framed, line, number, orbit, placed

REACH = 2.0
"""The pitch of the bands in periods."""

_OUTER_LEFT: Dots = (
    (-0.13, -0.52),
    (-0.32, -0.72),
    (-0.4, -1.0),
    (-0.33, -1.3),
    (-0.12, -1.6),
    (0.02, -1.66),
    (-0.03, -1.5),
    (-0.13, -1.15),
    (-0.1, -0.8),
)
"""The left outer petal, its tip bent over to the right; in steps, of the bud that opens upward."""

_OUTER_RIGHT: Dots = (
    (-0.05, -0.52),
    (0.14, -0.62),
    (0.3, -0.86),
    (0.34, -1.14),
    (0.27, -1.42),
    (0.19, -1.5),
    (0.16, -1.32),
    (0.08, -1.02),
    (-0.02, -0.78),
)
"""The right outer petal."""

_MIDDLE: Dots = (
    (-0.1, -0.6),
    (-0.17, -0.95),
    (-0.12, -1.25),
    (0.03, -1.58),
    (0.13, -1.3),
    (0.12, -0.98),
    (0.0, -0.65),
)
"""The closed petal in the middle."""

_CALYX: Dots = (
    (-0.12, -0.32),
    (-0.26, -0.48),
    (-0.42, -0.55),
    (-0.26, -0.62),
    (-0.18, -0.64),
    (-0.13, -0.74),
    (-0.06, -0.64),
    (0.04, -0.6),
    (0.2, -0.5),
    (0.06, -0.44),
    (-0.04, -0.32),
)
"""The calyx with three points; the first and the last lie on the stem."""

_STEM: Dots = ((-0.08, -0.36), (-0.1, -0.05), (-0.17, 0.3), (-0.28, 0.64), (-0.42, 0.93), (-0.55, 1.1))
"""The stem from the calyx down to the ribbon."""

_LEAVES: tuple[Dots, ...] = (
    (
        (-0.1, -0.02),
        (-0.27, -0.12),
        (-0.42, -0.1),
        (-0.55, 0.06),
        (-0.6, 0.32),
        (-0.46, 0.22),
        (-0.28, 0.16),
    ),
    (
        (-0.2, 0.4),
        (-0.36, 0.38),
        (-0.52, 0.5),
        (-0.62, 0.72),
        (-0.64, 0.96),
        (-0.5, 0.8),
        (-0.33, 0.62),
    ),
)
"""Two leaves beside the stem; the first point is the root, the fifth the tip."""

_RIBS: tuple[Dots, ...] = (
    ((-0.14, 0.0), (-0.4, 0.04), (-0.57, 0.26)),
    ((-0.24, 0.43), (-0.46, 0.6), (-0.61, 0.88)),
)


def _draw(values: dict[str, Value]) -> Drawn:
    pitch, thick = number(values, "band_mm"), number(values, "line_mm")
    step = bands.step_of(pitch, REACH)
    isen = bool(values["isen"])
    petals = joined([_shape(_OUTER_LEFT, (0, 5), step), _shape(_OUTER_RIGHT, (0, 5), step)])
    middle, calyx = _shape(_MIDDLE, (0, 3), step), _shape(_CALYX, (0, 2, 3, 5, 6, 8, 10), step)
    leaves = joined([_shape(leaf, (0, 4), step) for leaf in _LEAVES])
    stem = smooth(np.array(_STEM) * step)
    whole = orbit(joined([petals, middle, calyx, leaves]), HALVES)
    double, edge = bands.ringed(whole, 0.8 * thick)
    stems = line("outline", orbit(stem, HALVES), 3.0 * thick)
    ground = bands.latar([double[0], area("ground", whole), stems], step, REACH) if values["latar"] else []
    parts = [*ground, *double, edge, stems, line("filler", orbit(stem, HALVES), 1.4 * thick)]
    parts += framed("body", orbit(leaves, HALVES), 0.5 * thick)
    parts += framed("heart", orbit(middle, HALVES), 0.7 * thick)
    parts += framed("body", orbit(petals, HALVES), 0.7 * thick)
    parts += framed("accent", orbit(calyx, HALVES), 0.5 * thick, "filler")
    if isen:
        parts += _filled(step, thick)
    parts += bands.mlinjon(bands.ribbon_frames(step, REACH, (0.0, 0.5)), 0.2 * step, 0.18 * step, thick, isen)
    return bands.slanted(parts, math.sqrt(2) * step, pitch, values["slant"], "p2")


def _shape(points: Dots, corners: tuple[int, ...], step: float) -> Path:
    """Return the contour through points in steps, mm."""
    return contour(np.array(points) * step, corners)


def _filled(step: float, thick: float) -> list[Part]:
    """Return sawut along the petals, cecek up the middle petal, and the ribs of the leaves."""
    size = max(0.03 * step, 0.6)
    sawut = []
    for outer, inner in ((_OUTER_LEFT[1:5], _OUTER_LEFT[:5:-1]), (_OUTER_RIGHT[1:5], _OUTER_RIGHT[:5:-1])):
        ends = bands.along(np.array(outer) * step, 1.7)[1:-1]
        roots = bands.along(np.array(inner) * step, 0.4)
        for k, end in enumerate(ends):
            root = roots[round((k + 0.4) / (len(ends) + 0.4) * (len(roots) - 1))]
            sawut.append(smooth(np.stack((root + 0.2 * (end - root), root + 0.68 * (end - root)))))
    ribs = joined([smooth(np.array(rib) * step) for rib in _RIBS])
    row = bands.along(np.array([(-0.07, -0.78), (-0.03, -1.05), (0.0, -1.38)]) * step, 2.2 * size)
    return [
        line("accent", orbit(joined(sawut), HALVES), 0.4 * thick, "isen"),
        line("accent", orbit(ribs, HALVES), 0.4 * thick, "isen"),
        dots("filler", placed(HALVES, row), size),
    ]


GENERATOR = Generator(
    about=About(
        id="parang_kusuma",
        name=Words("Parang kusuma", "Parang kusuma"),
        meaning=Words(
            "Parang yang bilahnya diganti kuncup bunga (kusuma berarti bunga).",
            "A parang with flower buds in place of its blades (kusuma means flower).",
        ),
        family="parang",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Construction: common knowledge of the craft. Larangan: as a parang-parangan in the list of the Kraton "
        "Yogyakarta (kompas.tv 448315). " + bands.SLANTS_SOURCE,
        larangan=LARANGAN,
    ),
    parameters=(bands.pitch(76.0, 50.0, 140.0), bands.SLANT, bands.ISEN, bands.LATAR, bands.line_width()),
    draw=_draw,
)
