"""Parang barong: the largest parang, slender blades whose seams end in curls, a blade within each blade.

The frame is that of `ornaments.bands`. White runs on from blade to blade: one seam comes down from the tip of each dark
uceng and ends in a curl, its half turn goes up from the tip of the uceng below (group p2).
"""

from __future__ import annotations

import math

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About, Part
from batikstudio.motifs.ornaments import bands
from batikstudio.motifs.ornaments.blades import Blades
from batikstudio.motifs.strokes import Dots, contour, dots, framed, number, orbit, placed

REACH = 4.0
"""The pitch of the bands in periods."""

BLADES = Blades(
    head=(
        (-0.18, -1.05),
        (0.0, -1.3),
        (0.26, -1.58),
        (0.55, -1.8),
        (0.84, -1.98),
        (1.04, -2.16),
        (1.22, -2.26),
        (1.34, -2.2),
        (1.3, -2.04),
        (1.18, -1.86),
        (1.02, -1.6),
        (0.9, -1.22),
        (0.79, -0.86),
        (0.755, -0.5),
        (0.82, -0.05),
    ),
    side=5,
    seam=(
        (-0.18, -1.05),
        (-0.26, -0.5),
        (-0.285, 0.1),
        (-0.265, 0.7),
        (-0.275, 1.15),
        (-0.36, 1.4),
        (-0.52, 1.45),
        (-0.6, 1.32),
        (-0.53, 1.22),
        (-0.46, 1.3),
    ),
    disc=(0.52, -2.42),
    radius=0.47,
)

_INNER: Dots = ((0.06, -1.05), (0.14, -0.72), (0.125, -0.35), (0.1, 0.0), (0.07, 0.35), (0.02, 0.72))
"""Half of the blade within the blade: from its tip down the right side."""


def _draw(values: dict[str, Value]) -> Drawn:
    pitch, thick = number(values, "band_mm"), number(values, "line_mm")
    step = bands.step_of(pitch, REACH)
    isen = bool(values["isen"])
    parts = [*BLADES.body(step, thick), BLADES.seams(step, thick), *_inner(step, thick, isen)]
    if isen:
        parts += [BLADES.beads(step, thick, slice(0, 5)), BLADES.cecek(step, thick)]
    parts += bands.rosette(BLADES.radius * step, thick, BLADES.discs(step), isen)
    parts += bands.mlinjon(bands.ribbon_frames(step, REACH, (0.0,)), 0.27 * step, 0.24 * step, thick, isen)
    parts += bands.mlinjon(bands.ribbon_frames(step, REACH, (0.5,)), 0.29 * step, 0.26 * step, thick, isen)
    return bands.slanted(parts, math.sqrt(2) * step, pitch, values["slant"], "p2")


def _inner(step: float, thick: float, isen: bool) -> list[Part]:
    """Return the blade within the blade, in both strips of white of one period, with its rib and sawut."""
    maps = (Affine.rotation(0.0), Affine.translation(step / 2, step / 2))
    half = np.array(_INNER) * step
    inner = contour(bands.turned(half), (0, len(half)))
    parts = [*framed("heart", orbit(inner, maps), 0.7 * thick)]
    if isen:
        rib = bands.turned(((0.06, -0.72), (0.0275, -0.35))) * step
        rib = np.stack((rib[0], rib[1], np.zeros(2), rib[3], rib[2]))
        parts.append(dots("filler", placed(maps, bands.along(rib, 2.2)), max(0.05 * step, 0.8)))
    return parts


GENERATOR = Generator(
    about=About(
        id="parang_barong",
        name=Words("Parang barong", "Parang barong"),
        meaning=Words(
            "Parang rusak dengan lajur terlebar: 10 cm atau lebih untuk raja dan putra mahkota, dengan isen di dalam "
            "bilahnya.",
            "The parang rusak with the widest bands: 10 cm or more for the king and the crown prince, its blades "
            "filled with isen.",
        ),
        family="parang",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Larangan, widths: kompas.tv 448315; yogyakarta.kompas.com 2022/12/06. Parts: infobatik.id, detail "
        "ornamen parang rusak barong. " + bands.SLANTS_SOURCE,
        larangan=LARANGAN,
    ),
    parameters=(bands.pitch(120.0, 100.0, 150.0), bands.SLANT, bands.ISEN, bands.line_width()),
    draw=_draw,
)
