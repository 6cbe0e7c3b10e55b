"""Parang tuding: pointing fingers for blades, by turns from above and from below, each with an uceng in its crook.

The frame is that of `ornaments.bands`; half turns only (group p2).
"""

from __future__ import annotations

import math

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import circle, joined, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About, Part
from batikstudio.motifs.ornaments import bands
from batikstudio.motifs.strokes import HALVES, Dots, area, contour, dots, framed, line, number, orbit, placed

REACH = 2.0
"""The pitch of the bands in periods."""

_FINGER: Dots = (
    (-0.22, -1.46),
    (-0.07, -1.62),
    (0.13, -1.61),
    (0.25, -1.47),
    (0.25, -1.29),
    (0.14, -1.18),
    (0.02, -1.2),
    (-0.01, -1.3),
    (0.06, -1.36),
    (-0.01, -1.38),
    (-0.08, -1.27),
    (-0.1, -1.05),
    (-0.09, -0.8),
    (-0.065, -0.4),
    (-0.08, 0.0),
    (-0.115, 0.3),
    (-0.1, 0.5),
    (-0.13, 0.67),
    (-0.25, 0.78),
    (-0.36, 0.69),
    (-0.4, 0.48),
    (-0.41, 0.2),
    (-0.42, -0.1),
    (-0.415, -0.5),
    (-0.43, -0.9),
    (-0.36, -1.24),
)
"""A finger that points downward, its root curled over to the right; in steps."""

_JOINTS: tuple[Dots, ...] = (
    ((-0.405, 0.2), (-0.26, 0.26), (-0.115, 0.21)),
    ((-0.415, -0.36), (-0.24, -0.29), (-0.07, -0.35)),
)
"""The creases of its two joints."""

_NAIL: Dots = ((-0.16, 0.5), (-0.16, 0.63), (-0.25, 0.71), (-0.33, 0.62), (-0.335, 0.48), (-0.25, 0.42))
"""The nail at its tip."""

_UCENG: Dots = (
    (0.06, -1.13),
    (-0.02, -1.0),
    (-0.025, -0.8),
    (0.0, -0.5),
    (0.045, -0.76),
    (0.09, -0.93),
    (0.135, -0.91),
    (0.19, -0.85),
    (0.215, -0.92),
    (0.27, -0.98),
    (0.34, -0.92),
    (0.46, -0.74),
    (0.45, -0.96),
    (0.36, -1.1),
    (0.2, -1.12),
)
"""The flame that hangs from the curl over the tip of the next finger: its root first."""

_UCENG_CORNERS = (0, 3, 5, 7, 9, 11)

_VEINS: tuple[Dots, ...] = (
    ((0.07, -1.06), (0.02, -0.92), (0.01, -0.66)),
    ((0.17, -1.06), (0.17, -0.98), (0.19, -0.92)),
    ((0.29, -1.06), (0.37, -0.96), (0.43, -0.82)),
)
"""The lines in its three tongues."""


def _draw(values: dict[str, Value]) -> Drawn:
    pitch, thick = number(values, "band_mm"), number(values, "line_mm")
    step = bands.step_of(pitch, REACH)
    isen = bool(values["isen"])
    finger = orbit(contour(np.array(_FINGER) * step, ()), HALVES)
    flame = orbit(contour(np.array(_UCENG) * step, _UCENG_CORNERS), HALVES)
    double, edge = bands.ringed(finger, thick)
    covered = [double[0], area("ground", joined([finger, flame])), line("accent", flame, 1.0)]
    ground = bands.latar(covered, step, REACH) if values["latar"] else []
    parts = [*ground, *double, edge, *framed("accent", flame, 0.5 * thick, "filler"), area("body", finger)]
    parts += _filled(step, thick, isen)
    parts += bands.mlinjon(bands.ribbon_frames(step, REACH, (0.0, 0.5)), 0.2 * step, 0.18 * step, thick, isen)
    return bands.slanted(parts, math.sqrt(2) * step, pitch, values["slant"], "p2")


def _filled(step: float, thick: float, isen: bool) -> list[Part]:
    """Return the nail and the joints, and with isen the ball of the curl, the veins of the flame and cecek."""
    nail = contour(np.array(_NAIL) * step, ())
    joints = joined([smooth(np.array(joint) * step) for joint in _JOINTS])
    parts = [*framed("heart", orbit(nail, HALVES), 0.5 * thick), line("inline", orbit(joints, HALVES), 0.6 * thick)]
    if isen:
        size = max(0.035 * step, 0.7)
        veins = joined([smooth(np.array(vein) * step) for vein in _VEINS])
        rows = [
            bands.along(np.array(run) * step, 2.1 * size)
            for run in (
                ((-0.26, -1.08), (-0.25, -0.7), (-0.24, -0.42)),
                ((-0.24, -0.22), (-0.25, 0.0), (-0.26, 0.18)),
                ((-0.25, -1.18), (-0.15, -1.4), (-0.01, -1.51), (0.11, -1.49), (0.16, -1.36)),
            )
        ]
        parts += framed("body", orbit(circle(0.115 * step, -1.29 * step, 0.05 * step), HALVES), 0.5 * thick)
        parts.append(line("filler", orbit(veins, HALVES), 0.45 * thick, "isen"))
        parts.append(dots("accent", placed(HALVES, np.concatenate(rows)), size))
    return parts


GENERATOR = Generator(
    about=About(
        id="parang_tuding",
        name=Words("Parang tuding", "Parang tuding"),
        meaning=Words(
            "Parang yang bilahnya berupa jari menunjuk (tuding), yang membingkai uceng, lidah apinya.",
            "A parang whose blades are pointing fingers (tuding), each framing an uceng, its tongue of flame.",
        ),
        family="parang",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Tuding and uceng: infobatik.id, detail ornamen parang rusak barong. Construction: common knowledge of "
        "the craft. Larangan: as a parang-parangan in the list of the Kraton Yogyakarta (kompas.tv 448315). "
        + bands.SLANTS_SOURCE,
        larangan=LARANGAN,
    ),
    parameters=(bands.pitch(68.0, 50.0, 140.0), bands.SLANT, bands.ISEN, bands.LATAR, bands.line_width()),
    draw=_draw,
)
