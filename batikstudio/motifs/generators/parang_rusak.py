"""Parang rusak: fat white blades and lenses in slanting bands, a dark scalloped ribbon with mlinjon between them.

One period is drawn in a frame whose unit is the step of the band along x and along y (the band runs at 45 degrees, so
the period along it is the root of two steps), with the blade upright and its middle, a centre of half turns, at the
origin. The whole has half turns only (group p2).
"""

from __future__ import annotations

import math

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, Points, circle, joined, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.strokes import HALVES, Dots, about, contour, dots, framed, line, number, orbit, placed

REACH = 2.0
"""From the middle of a blade up to the middle of the ribbon, in steps; the pitch is ``sqrt(2) * REACH`` steps.

The period along the band is then half of the pitch, so that an upright rectangle of the cloth closes exactly."""

_BLADE: Dots = (
    (-0.3, -1.47),
    (-0.08, -1.57),
    (0.13, -1.64),
    (0.235, -1.57),
    (0.235, -1.38),
    (0.18, -1.12),
    (0.15, -0.86),
    (0.155, -0.58),
    (0.18, -0.28),
    (0.165, 0.04),
    (0.125, 0.32),
    (0.11, 0.58),
    (0.13, 0.86),
    (0.185, 1.16),
)
"""Half the contour of a blade, from the shoulder beside its eye over the head and down; a half turn gives the rest."""

_LENS: Dots = (
    (0.13, -1.0),
    (-0.06, -0.87),
    (-0.2, -0.64),
    (-0.29, -0.32),
    (-0.325, 0.02),
    (-0.315, 0.36),
    (-0.255, 0.7),
)
"""Half the contour of the lens between two blades, about its own middle at (0.5, 0.5); the first point is its tip."""

_DISC, _DISC_RADIUS = (0.485, -0.895), 0.27
"""The disc beside the head."""

_FLAME: Dots = ((0.305, -0.53), (0.375, -0.5), (0.36, -0.4), (0.285, -0.22), (0.225, -0.33), (0.215, -0.45))
"""The uceng, a tongue of flame in the notch under the disc; the fourth point is its tip."""

_HEAD_LINE = slice(2, 9)
"""The part of the blade's contour that a second line follows inside: from the head's top down past the disc."""

_MLINJON = (REACH / 2 - 1.0, REACH / 2 - 0.5)
"""Where along the ribbon the lozenges lie: half a period apart, in the gaps that half turns leave on both sides."""


def _draw(values: dict[str, Value]) -> Drawn:
    pitch, thick = number(values, "band_mm"), number(values, "line_mm")
    step = pitch / (math.sqrt(2) * REACH)
    isen = bool(values["isen"])
    parts = [*_ribbon(step, thick, isen), *_bodies(step, thick), *_inner(step, thick, isen)]
    angle = 45
    if values["slant"] == "yogya":
        mirror = Affine.scaling(-1.0, 1.0)
        parts = [Part(p.kind, p.role, p.path.transformed(mirror), p.width_mm, p.cap, p.even_odd) for p in parts]
        angle = -45
    return tuple(parts), CustomaryRepeat(f"lereng {angle}", math.sqrt(2) * step, pitch, "p2")


def _scaled(points: Dots, step: float) -> Points:
    """Return half a contour and its half turn."""
    half = np.array(points) * step
    return np.concatenate((half, -half))


def blade(step: float) -> Path:
    """Return the S-shaped blade about the origin, mm."""
    return contour(_scaled(_BLADE, step), ())


def lens(step: float) -> Path:
    """Return the lens to the lower right of the blade, mm."""
    return contour(_scaled(_LENS, step), (0, len(_LENS))).transformed(Affine.translation(step / 2, step / 2))


def disc(step: float) -> Path:
    """Return the disc beside the blade's head, mm."""
    return circle(_DISC[0] * step, _DISC[1] * step, _DISC_RADIUS * step)


def _bodies(step: float, thick: float) -> list[Part]:
    """Return the white of one period: blade, lens and the two discs, with their outlines."""
    white = joined([blade(step), lens(step), orbit(disc(step), HALVES)])
    return [*framed("body", white, thick)]


def _inner(step: float, thick: float, isen: bool) -> list[Part]:
    """Return the second lines on the white, the eyes of the lens, the ring of the disc and the flame under it."""
    inset = thick / 2 + max(0.045 * step, 0.7)
    middle = about(step / 2, step / 2, HALVES)
    tip = _LENS[0]
    eye = circle(tip[0] * step, tip[1] * step, max(0.045 * step, 0.8))
    ring = circle(_DISC[0] * step, _DISC[1] * step, _DISC_RADIUS * step - inset)
    parts = [
        *framed("body", orbit(eye, middle), 0.7 * thick),
        line("inline", orbit(ring, HALVES), 0.55 * thick),
        line("inline", orbit(_shifted(_LENS[1:], -inset, step), middle), 0.55 * thick),
        line("inline", orbit(_shifted(_BLADE[_HEAD_LINE], inset, step), HALVES), 0.55 * thick),
    ]
    if isen:
        flame = contour(np.array(_FLAME) * step, (3,))
        parts += framed("body", orbit(flame, HALVES), 0.5 * thick)
        parts.append(dots("accent", placed(HALVES, [(_DISC[0] * step, _DISC[1] * step)]), max(0.07 * step, 0.8)))
    return parts


def _shifted(points: Dots, inset: float, step: float) -> Path:
    """Return an open line ``inset`` mm beside a run of points: on the right hand of one who walks along it, y down."""
    run = np.array(points) * step
    tangent = np.gradient(run, axis=0)
    normal = np.stack((-tangent[:, 1], tangent[:, 0]), axis=1)
    return smooth(run + inset * normal / np.linalg.norm(normal, axis=1)[:, None])


def _ribbon(step: float, thick: float, isen: bool) -> list[Part]:
    """Return the mlinjon of one period on the ribbon above the blade, hollow-sided, with a small one in each."""
    frames = [Affine.translation(x * step, (x - REACH) * step) @ Affine.rotation(45) for x in _MLINJON]
    parts = [*framed("accent", orbit(_lozenge(0.21 * step, 0.19 * step), frames), 0.6 * thick, "filler")]
    if isen:
        small = orbit(_lozenge(0.1 * step, 0.09 * step), frames)
        parts += framed("heart", small, 0.5 * thick, "filler")
        between = [Affine.translation((x + 0.25) * step, (x + 0.25 - REACH) * step) for x in _MLINJON]
        parts.append(dots("accent", placed(between, [(0.0, 0.0)]), max(0.045 * step, 0.7)))
    return parts


def _lozenge(along: float, across: float) -> Path:
    """Return a lozenge about the origin with hollow sides and corners on the axes, mm."""
    ends = [(along, 0.0), (0.0, across), (-along, 0.0), (0.0, -across)]
    sides = [(0.43 * along * x, 0.43 * across * y) for x, y in ((1, 1), (-1, 1), (-1, -1), (1, -1))]
    return contour([point for pair in zip(ends, sides, strict=True) for point in pair], range(0, 8, 2))


GENERATOR = Generator(
    about=About(
        id="parang_rusak",
        name=Words("Parang rusak", "Parang rusak"),
        meaning=Words(
            "Kekuasaan dan perjuangan yang tak putus, bagai ombak. Bagian-bagiannya: kepala, badan, uceng (lidah api), "
            "dan mlinjon di antara lajur.",
            "Power and a struggle that never breaks off, like waves. Its parts: kepala (head), badan (body), uceng "
            "(flame tongue), and the mlinjon between the bands.",
        ),
        family="parang",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Meaning: common knowledge of the craft. Parts: infobatik.id, bentuk dasar and detail ornamen parang "
        "rusak barong. Mlinjon: seniwastrabatik.blogspot.com, parang dan lereng. Larangan, widths: kompas.tv 448315; "
        "yogyakarta.kompas.com 2022/12/06. Which slant is Yogya's and which Solo's: (uncertain).",
        larangan=LARANGAN,
    ),
    parameters=(
        Parameter("band_mm", "float", 64.0, Words("Lebar lajur", "Pitch of the bands"), "mm", 30.0, 160.0),
        Parameter(
            "slant",
            "choice",
            "solo",
            Words("Arah lajur", "Slant of the bands"),
            choices={"yogya": Words("Yogya (/)", "Yogya (/)"), "solo": Words("Solo (\\)", "Solo (\\)")},
        ),
        Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)")),
        Parameter("line_mm", "float", 1.0, Words("Tebal garis", "Line width"), "mm", 0.5, 2.0),
    ),
    draw=_draw,
)
