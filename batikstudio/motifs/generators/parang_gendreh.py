"""Parang gendreh: the parang of 8 cm, short blades whose seams end in curls, a serrated flame in each uceng.

The frame is that of `ornaments.bands`; half turns only (group p2).
"""

from __future__ import annotations

import math

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import polyline
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About, Part
from batikstudio.motifs.ornaments import bands
from batikstudio.motifs.ornaments.blades import Blades
from batikstudio.motifs.strokes import HALVES, framed, number, orbit

REACH = 3.0
"""The pitch of the bands in periods."""

BLADES = Blades(
    head=(
        (-0.16, -0.45),
        (0.02, -0.72),
        (0.26, -0.98),
        (0.52, -1.18),
        (0.78, -1.35),
        (0.97, -1.5),
        (1.12, -1.56),
        (1.21, -1.47),
        (1.16, -1.3),
        (1.05, -1.08),
        (0.93, -0.72),
        (0.83, -0.36),
        (0.79, 0.02),
        (0.84, 0.55),
    ),
    side=5,
    seam=(
        (-0.16, -0.45),
        (-0.215, -0.15),
        (-0.235, 0.15),
        (-0.235, 0.42),
        (-0.265, 0.63),
        (-0.36, 0.76),
        (-0.49, 0.74),
        (-0.53, 0.62),
        (-0.45, 0.55),
        (-0.4, 0.62),
    ),
    disc=(0.5, -1.62),
    radius=0.39,
)


def _draw(values: dict[str, Value]) -> Drawn:
    pitch, thick = number(values, "band_mm"), number(values, "line_mm")
    step = bands.step_of(pitch, REACH)
    isen = bool(values["isen"])
    parts = [*BLADES.body(step, thick), BLADES.seams(step, thick), *_flames(step, thick)]
    if isen:
        parts.append(BLADES.beads(step, thick, slice(0, 5)))
    parts += bands.eye(BLADES.radius * step, thick, BLADES.discs(step), isen)
    parts += bands.mlinjon(bands.ribbon_frames(step, REACH, (0.0,)), 0.22 * step, 0.19 * step, thick, isen)
    parts += bands.mlinjon(bands.ribbon_frames(step, REACH, (0.5,)), 0.29 * step, 0.26 * step, thick, isen)
    return bands.slanted(parts, math.sqrt(2) * step, pitch, values["slant"], "p2")


def _flames(step: float, thick: float) -> tuple[Part, Part]:
    """Return in each uceng a flame whose left edge is cut into teeth."""
    left, right = (bands.along(side, 0.02 * step) for side in BLADES.uceng(step))
    share = np.array([0.24, 0.36, 0.48, 0.6, 0.71, 0.81, 0.9])
    one, other = (side[np.round(share * (len(side) - 1)).astype(int)] for side in (left, right))
    teeth = one + np.array([0.5, 0.24, 0.55, 0.2, 0.52, 0.2, 0.46])[:, None] * (other - one)
    edge = one + np.array([0.5, 0.68, 0.74, 0.77, 0.77, 0.74, 0.66])[:, None] * (other - one)
    flame = polyline(np.concatenate((teeth, edge[:0:-1])), closed=True)
    return framed("body", orbit(flame, HALVES), 0.4 * thick)


GENERATOR = Generator(
    about=About(
        id="parang_gendreh",
        name=Words("Parang gendreh", "Parang gendreh"),
        meaning=Words(
            "Parang rusak dengan lajur 8 cm, di antara parang barong yang terlebar dan parang klithik yang terhalus.",
            "The parang rusak with bands of 8 cm, between parang barong, the widest, and parang klithik, the finest.",
        ),
        family="parang",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Larangan, widths: kompas.tv 448315; yogyakarta.kompas.com 2022/12/06. " + bands.SLANTS_SOURCE,
        larangan=LARANGAN,
    ),
    parameters=(bands.pitch(80.0, 60.0, 100.0), bands.SLANT, bands.ISEN, bands.line_width()),
    draw=_draw,
)
