"""Parang rusak: fat white blades and lenses side by side in slanting bands, a dark scalloped ribbon with mlinjon between.

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
from batikstudio.geometry.path import Path, circle, joined, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.strokes import HALVES, about, contour, dots, framed, line, orbit, placed

REACH = 2.08
"""From the middle of a blade up to the middle of the ribbon, in steps; the pitch is ``sqrt(2) * REACH`` steps."""

_BLADE = (
    (-0.27, -1.44),
    (-0.06, -1.555),
    (0.13, -1.62),
    (0.225, -1.55),
    (0.215, -1.36),
    (0.16, -1.12),
    (0.125, -0.88),
    (0.135, -0.6),
    (0.165, -0.3),
    (0.18, -0.02),
    (0.145, 0.26),
    (0.105, 0.52),
    (0.105, 0.8),
    (0.145, 1.1),
)
"""Half the contour of a blade, from the shoulder beside its eye over the head and down; a half turn gives the rest."""

_LENS = ((0.125, -0.95), (-0.05, -0.8), (-0.2, -0.55), (-0.295, -0.24), (-0.325, 0.08), (-0.29, 0.44), (-0.21, 0.74))
"""Half the contour of the lens between two blades, about its own middle at (0.5, 0.5); the first point is its tip."""

_DISC, _DISC_RADIUS = (0.43, -0.87), 0.255
"""The disc beside the head."""

_MLINJON = (0.04, 0.54)
"""Where along the ribbon the lozenges lie: the two places that half turns allow, half a period apart."""


def _draw(values: dict[str, Value]) -> Drawn:
    pitch, thick = float(values["band_mm"]), float(values["line_mm"])  # type: ignore[arg-type]
    step = pitch / (math.sqrt(2) * REACH)
    isen = bool(values["isen"])
    parts = [*_ribbon(step, thick, isen), *_bodies(step, thick), *_inner(step, thick, isen)]
    angle = 45
    if values["slant"] == "yogya":
        mirror = Affine.scaling(-1.0, 1.0)
        parts = [Part(p.kind, p.role, p.path.transformed(mirror), p.width_mm, p.cap, p.even_odd) for p in parts]
        angle = -45
    return tuple(parts), CustomaryRepeat(f"lereng {angle}", math.sqrt(2) * step, pitch, "p2")


def _scaled(points: tuple[tuple[float, float], ...], step: float) -> np.ndarray:
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
    """Return what lies on the white: the second line, the eyes of the lens, the ring of the disc."""
    inset = thick / 2 + max(0.045 * step, 0.7)
    middle = about(step / 2, step / 2, HALVES)
    tip = _LENS[0]
    eye = circle(tip[0] * step, tip[1] * step, max(0.045 * step, 0.8))
    ring = circle(_DISC[0] * step, _DISC[1] * step, _DISC_RADIUS * step - inset)
    parts = [
        *framed("body", orbit(eye, middle), 0.7 * thick),
        line("inline", orbit(ring, HALVES), 0.55 * thick),
        line("inline", orbit(_shifted(_LENS[1:], inset, step), middle), 0.55 * thick),
    ]
    if isen:
        parts.append(dots("accent", placed(HALVES, [(_DISC[0] * step, _DISC[1] * step)]), max(0.07 * step, 0.8)))
    return parts


def _shifted(points: tuple[tuple[float, float], ...], inset: float, step: float) -> Path:
    """Return an open line beside a run of points, ``inset`` mm to its inner side, which lies to the left of it."""
    run = np.array(points) * step
    tangent = np.gradient(run, axis=0)
    normal = np.stack((tangent[:, 1], -tangent[:, 0]), axis=1)
    return smooth(run + inset * normal / np.linalg.norm(normal, axis=1)[:, None])


def _ribbon(step: float, thick: float, isen: bool) -> list[Part]:
    """Return the mlinjon of one period and the cecek between them, on the ribbon above the blade."""
    half, hollow = 0.165 * step, 0.125 * step
    frames = [Affine.translation(x * step, (x - REACH) * step) @ Affine.rotation(45) for x in _MLINJON]
    rim = [Affine.rotation(90.0 * k).apply(np.array([(half, -half), (half * 0.86, 0.0)])) for k in range(4)]
    lozenge = contour(np.concatenate(rim), range(0, 8, 2))
    core = [Affine.rotation(90.0 * k).apply(np.array([(hollow, -hollow)]) * 0.5) for k in range(4)]
    inner = contour(np.concatenate(core), range(4))
    parts = [*framed("accent", orbit(lozenge, frames), 0.5 * thick, "filler")]
    if isen:
        parts += framed("heart", orbit(inner, frames), 0.5 * thick, "filler")
    return parts


GENERATOR = Generator(
    about=About(
        id="parang_rusak",
        name=Words("Parang rusak", "Parang rusak"),
        meaning=Words("", ""),
        family="parang",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="",
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
