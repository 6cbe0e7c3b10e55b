"""Parang curiga: daggers (keris) for blades, by turns with the hilt above and below.

The frame is that of `ornaments.bands`; half turns only (group p2).
"""

from __future__ import annotations

import math

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, circle, ellipse, joined, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About, Part
from batikstudio.motifs.ornaments import bands
from batikstudio.motifs.strokes import HALVES, Dots, area, contour, dots, framed, line, number, orbit, placed

REACH = 2.0
"""The pitch of the bands in periods."""

_SHIFT = -0.25
"""Where the axis of the dagger with its hilt above lies; the other is its half turn, so all are half a step apart."""

_HILT: Dots = (
    (-0.06, -1.19),
    (-0.1, -1.32),
    (-0.15, -1.47),
    (-0.15, -1.63),
    (-0.08, -1.77),
    (0.06, -1.83),
    (0.2, -1.79),
    (0.27, -1.66),
    (0.21, -1.56),
    (0.12, -1.52),
    (0.07, -1.42),
    (0.08, -1.3),
    (0.06, -1.19),
)
"""The hilt, bent at its head, about the dagger's own axis, in steps."""

_GANJA: Dots = (
    (-0.4, -1.0),
    (-0.2, -1.1),
    (0.0, -1.12),
    (0.2, -1.08),
    (0.31, -1.05),
    (0.26, -0.97),
    (0.2, -0.93),
    (-0.2, -0.93),
    (-0.3, -0.96),
)
"""The ganja, the cross-piece, longer on one side."""

_TOP, _TIP = -0.93, 1.42
"""From where to where the blade runs."""

_HALF = 0.255
"""Half the width of the blade at the ganja."""


def _draw(values: dict[str, Value]) -> Drawn:
    pitch, thick = number(values, "band_mm"), number(values, "line_mm")
    step = bands.step_of(pitch, REACH)
    isen = bool(values["isen"])
    maps = tuple(turn @ Affine.translation(_SHIFT * step, 0.0) for turn in HALVES)
    luk = int(number(values, "luk"))
    white, hilt = orbit(blade(step, luk), maps), orbit(contour(np.array(_HILT) * step, ()), maps)
    ganja = orbit(contour(np.array(_GANJA) * step, (0, 4, 6, 7)), maps)
    whole = joined([white, hilt, ganja])
    double, edge = bands.ringed(whole, 0.65 * thick)
    ground = bands.latar([double[0], area("ground", whole)], step, REACH) if values["latar"] else []
    parts = [*ground, *double, edge, area("body", white), *framed("accent", hilt, 0.5 * thick, "filler")]
    parts += framed("heart", ganja, 0.6 * thick)
    parts += framed("accent", orbit(ellipse(0, -1.155 * step, 0.13 * step, 0.05 * step), maps), 0.5 * thick, "filler")
    parts += _filled(step, luk, thick, isen, maps)
    parts += bands.mlinjon(bands.ribbon_frames(step, REACH, (0.0, 0.5)), 0.2 * step, 0.18 * step, thick, isen)
    return bands.slanted(parts, math.sqrt(2) * step, pitch, values["slant"], "p2")


def _sway(t: np.ndarray, luk: int) -> np.ndarray:
    """Return how far the middle of the blade lies beside the axis at shares ``t`` of its length, in steps."""
    return 0.062 * np.sin(math.pi * luk * t) * np.minimum(1.0, 4.0 * t) * (1.0 - 0.35 * t)


def _half_width(t: np.ndarray) -> np.ndarray:
    """Return half the width of the blade at shares ``t`` of its length, in steps."""
    return _HALF * (1.0 - t) ** 0.62 * (1.0 - 0.12 * t)


def _blade_line(t: np.ndarray, luk: int, share: float, step: float) -> np.ndarray:
    """Return points along the blade, ``share`` of its half width to the right of its middle, mm."""
    x = _sway(t, luk) + share * _half_width(t)
    return np.stack((x, _TOP + (_TIP - _TOP) * t), axis=1) * step


def blade(step: float, luk: int) -> Path:
    """Return the blade below the ganja about its own axis, with so many waves (luk) or none, mm."""
    t = np.linspace(0.0, 1.0, 31)
    right, left = (_blade_line(t, luk, share, step) for share in (1.0, -1.0))
    return contour(np.concatenate((right, left[-2::-1])), (0, len(t) - 1, 2 * len(t) - 2))


def _filled(step: float, luk: int, thick: float, isen: bool, maps: tuple[Affine, ...]) -> list[Part]:
    """Return the rib of the blade with cecek on both sides of it, and the eye of the hilt."""
    rib = smooth(_blade_line(np.linspace(0.04, 0.9, 24), luk, 0.0, step))
    parts = [line("outline", orbit(rib, maps), 0.6 * thick)]
    parts += framed("body", orbit(circle(0.08 * step, -1.7 * step, 0.045 * step), maps), 0.4 * thick)
    if isen:
        size = max(0.03 * step, 0.6)
        rows = [
            bands.along(_blade_line(np.linspace(0.05, end, 24), luk, share, step), 2.1 * size)
            for share, end in ((0.42, 0.72), (-0.42, 0.72))
        ]
        parts.append(dots("accent", placed(maps, np.concatenate(rows)), size))
        sawut = [
            smooth(np.array([(-0.08 - 0.01 * k, -1.33 - 0.085 * k), (0.03 + 0.01 * k, -1.29 - 0.085 * k)]) * step)
            for k in range(4)
        ]
        parts.append(line("filler", orbit(joined(sawut), maps), 0.4 * thick, "isen"))
    return parts


GENERATOR = Generator(
    about=About(
        id="parang_curiga",
        name=Words("Parang curiga", "Parang curiga"),
        meaning=Words(
            "Parang yang bilahnya berupa keris (curiga), bergantian berhulu di atas dan di bawah.",
            "A parang whose blades are daggers (curiga, the keris), by turns with the hilt above and below.",
        ),
        family="parang",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Construction: common knowledge of the craft. Larangan: as a parang-parangan in the list of the Kraton "
        "Yogyakarta (kompas.tv 448315). " + bands.SLANTS_SOURCE,
        larangan=LARANGAN,
    ),
    parameters=(
        bands.pitch(72.0, 50.0, 140.0),
        Parameter("luk", "int", 5, Words("Luk (lekuk bilah)", "Waves of the blade (luk)"), "", 0, 9),
        bands.SLANT,
        bands.ISEN,
        bands.LATAR,
        bands.line_width(),
    ),
    draw=_draw,
)
