"""Parang rusak: fat white blades and lenses in slanting bands, a dark scalloped ribbon with mlinjon between them.

The frame is that of `ornaments.bands`. The whole has half turns only (group p2): about the middle of a blade, the
middle of a lens, and the mlinjon.
"""

from __future__ import annotations

import math

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import CUBIC, MOVE, Path, circle, joined, polyline, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About, Part
from batikstudio.motifs.ornaments import bands
from batikstudio.motifs.strokes import HALVES, Dots, area, contour, framed, line, number, orbit

REACH = 2.0
"""The pitch of the bands in periods."""

_HEAD: Dots = (
    (-0.04, -1.52),
    (0.13, -1.6),
    (0.285, -1.575),
    (0.345, -1.47),
    (0.31, -1.28),
    (0.265, -1.05),
    (0.24, -0.75),
    (0.22, -0.45),
    (0.19, -0.16),
    (0.165, 0.1),
    (0.155, 0.32),
)
"""The right side of a blade from the top of its head down to where the lens begins to lie beside it, in steps."""

_SEAM: Dots = ((0.15, 0.54), (0.13, 0.76), (0.115, 0.98), (0.105, 1.2), (0.085, 1.43))
"""The seam between that side of the blade and the lens to its right, downward."""

_LENS_TOP: Dots = ((0.915, -0.58), (0.74, -0.535), (0.58, -0.42), (0.455, -0.23), (0.34, 0.0), (0.24, 0.24))
"""The left side of the lens from its tip down to the seam; the first point is the tip."""

_DISC, _DISC_RADIUS = (0.575, -0.86), 0.265
"""The kepala, in the notch between a head and the next lens."""

_MLINJON = (0.0, 0.5)
"""Where along the ribbon the rhombi lie: on the centres of half turns between four discs, and between two heads."""


def _draw(values: dict[str, Value]) -> Drawn:
    pitch, thick = number(values, "band_mm"), number(values, "line_mm")
    step = bands.step_of(pitch, REACH)
    isen = bool(values["isen"])
    white = joined([blade(step), lens(step)])
    rim = joined([white, orbit(circle(0, 0, _DISC_RADIUS * step), _discs(step))])
    double, edge = bands.ringed(rim, thick)
    parts = [*double, area("ground", _notches(step)), edge, *_uceng(step, thick, isen), area("body", white)]
    parts += [line("outline", _seams(step), 0.8 * thick), *_tuding(step, thick)]
    parts += bands.eye(_DISC_RADIUS * step, thick, _discs(step), isen)
    parts += bands.mlinjon(bands.ribbon_frames(step, REACH, _MLINJON), 0.19 * step, 0.165 * step, thick, isen)
    return bands.slanted(parts, math.sqrt(2) * step, pitch, values["slant"], "p2")


def blade(step: float) -> Path:
    """Return the S-shaped blade about the origin, mm."""
    return contour(bands.turned(np.concatenate((_HEAD, _SEAM)) * step), ())


def lens(step: float) -> Path:
    """Return the lens to the lower right of the blade, mm."""
    middle = np.array((0.5, 0.5)) * step
    side = np.concatenate((_LENS_TOP, _SEAM)) * step - middle
    return contour(bands.turned(side) + middle, (0, len(side)))


def _seams(step: float) -> Path:
    """Return the two seams of one period, cut out of the blade's contour, mm."""
    start = 3 * (len(_HEAD) - 1)
    points = blade(step).points[start : start + 3 * len(_SEAM) + 1]
    return orbit(Path(np.array([MOVE, *[CUBIC] * len(_SEAM)], np.uint8), points.copy()), HALVES)


def _notches(step: float) -> Path:
    """Return the dark under both uceng, its sides hidden by disc, blade and lens, mm."""
    corners = np.array([(0.2, -0.9), _DISC, _LENS_TOP[0], _LENS_TOP[3], _SEAM[0], (0.1, 0.3)]) * step
    return orbit(polyline(corners, closed=True), HALVES)


def _discs(step: float) -> tuple[Affine, ...]:
    """Return where the two discs of one period lie."""
    home = Affine.translation(_DISC[0] * step, _DISC[1] * step)
    return tuple(turn @ home for turn in HALVES)


_UCENG: Dots = (
    (0.345, -0.625),
    (0.305, -0.5),
    (0.285, -0.26),
    (0.245, 0.08),
    (0.315, -0.12),
    (0.36, -0.4),
    (0.375, -0.28),
    (0.35, -0.14),
    (0.425, -0.29),
    (0.445, -0.46),
    (0.475, -0.41),
    (0.47, -0.33),
    (0.53, -0.42),
    (0.545, -0.51),
    (0.58, -0.5),
    (0.63, -0.52),
    (0.59, -0.56),
    (0.5, -0.565),
    (0.41, -0.595),
)
"""A flame with four tongues in the notch under the disc."""

_UCENG_CORNERS = (0, 3, 5, 7, 9, 11, 13, 15)
"""Its root, and by turns its tips and the clefts between them."""

_VEINS: tuple[Dots, ...] = (
    ((0.355, -0.58), (0.32, -0.42), (0.285, -0.12)),
    ((0.4, -0.56), (0.405, -0.42), (0.385, -0.26)),
    ((0.47, -0.54), (0.5, -0.47), (0.495, -0.4)),
)

_VEINED_MM = 30.0
"""The step from which the tongues are wide enough for sawut."""


def _uceng(step: float, thick: float, isen: bool) -> list[Part]:
    """Return uceng, the flame under each disc, with sawut where its tongues are wide enough."""
    flame = orbit(contour(np.array(_UCENG) * step, _UCENG_CORNERS), HALVES)
    parts = [area("body", flame)]
    if isen and step > _VEINED_MM:
        veins = joined([smooth(np.array(vein) * step) for vein in _VEINS])
        parts.append(line("accent", orbit(veins, HALVES), 0.4 * thick, "isen"))
    return parts


def _tuding(step: float, thick: float) -> list[Part]:
    """Return tuding, the finger that runs down the seam from a ball at the tip of each lens."""
    spine = -np.array(_SEAM[:0:-1]) * step
    half = np.array([0.055, 0.042, 0.022, 0.0])[:, None] * step * np.array([1.0, 0.0])
    finger = contour(np.concatenate((spine - half, (spine + half)[-2::-1])), (0, 3, 6))
    ball = circle(-0.085 * step, -1.5 * step, max(0.05 * step, 0.8))
    return [area("accent", orbit(finger, HALVES)), *framed("body", orbit(ball, HALVES), 0.6 * thick)]


GENERATOR = Generator(
    about=About(
        id="parang_rusak",
        name=Words("Parang rusak", "Parang rusak"),
        meaning=Words(
            "Kekuasaan dan perjuangan yang tak putus, bagai ombak. Bagian-bagiannya: kepala, badan, uceng (lidah api), "
            "tuding (jari yang menunjuk), dan mlinjon di antara lajur.",
            "Power and a struggle that never breaks off, like waves. Its parts: kepala (head), badan (body), uceng "
            "(flame tongue), tuding (pointing finger), and the mlinjon between the bands.",
        ),
        family="parang",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Meaning: common knowledge of the craft. Parts: infobatik.id, bentuk dasar and detail ornamen parang "
        "rusak barong. Mlinjon: seniwastrabatik.blogspot.com, parang dan lereng. Larangan, widths: kompas.tv 448315; "
        "yogyakarta.kompas.com 2022/12/06. " + bands.SLANTS_SOURCE,
        version=2,
        larangan=LARANGAN,
    ),
    parameters=(bands.pitch(64.0, 30.0, 160.0), bands.SLANT, bands.ISEN, bands.line_width()),
    draw=_draw,
)
