"""Slanting bands of parang and lereng: the frames they are drawn in, what frames their figures, the mlinjon.

A parang is drawn upright: one period of a band that falls at 45 degrees to the right, its figure about the origin. The
unit is the step, how far the band moves along x and along y in one period, so the period along the band is the root of
two steps. A lereng is drawn along x, from 0 to its period, and then turned by 45 degrees.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, Points, circle, smooth
from batikstudio.motifs.generator import Drawn
from batikstudio.motifs.motif import CustomaryRepeat, Part
from batikstudio.motifs.strokes import EIGHTHS, Dots, area, contour, dots, framed, line, orbit, placed

ALONG = Affine.rotation(45.0)
"""From the frame of a lereng (x along the band, y across it) to the cloth."""

SLANT = Parameter(
    "slant",
    "choice",
    "solo",
    Words("Arah lajur", "Slant of the bands"),
    choices={"yogya": Words("Yogya (/)", "Yogya (/)"), "solo": Words("Solo (\\)", "Solo (\\)")},
)
ISEN = Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)"))
_LATAR_DOT_MM = 1.25
LATAR = Parameter("latar", "bool", True, Words("Cecek di latar", "Dots in the ground (cecek)"))
SLANTS_SOURCE = "Which slant is Yogya's and which Solo's: (uncertain)."


def line_width(usual_mm: float = 1.0, least_mm: float = 0.5, most_mm: float = 2.0) -> Parameter:
    """Return the parameter of the width of outlines."""
    return Parameter("line_mm", "float", usual_mm, Words("Tebal garis", "Line width"), "mm", least_mm, most_mm)


def pitch(usual_mm: float, least_mm: float, most_mm: float) -> Parameter:
    """Return the parameter of the distance of the bands."""
    return Parameter("band_mm", "float", usual_mm, Words("Lebar lajur", "Pitch of the bands"), "mm", least_mm, most_mm)


def step_of(pitch_mm: float, reach: float) -> float:
    """Return the step of a parang, mm.

    Parameters
    ----------
    pitch_mm : float
        From band to band.
    reach : float
        The pitch in periods of the band. For a whole number an upright rectangle of the cloth closes exactly. It is
        also the height of the middle of the ribbon above the middle of a figure, in steps.
    """
    return pitch_mm / (math.sqrt(2) * reach)


def slanted(parts: Sequence[Part], period_mm: float, pitch_mm: float, slant: Value, group: str) -> Drawn:
    """Return parts that fall to the lower right in the slant asked for, with their repeat.

    Parameters
    ----------
    parts : sequence of Part
        Of a band that falls at 45 degrees to the right.
    period_mm, pitch_mm : float
        Along the band, and across it from band to band.
    slant : str
        ``"solo"`` leaves them, ``"yogya"`` mirrors them.
    group : str
        The symmetry of the drawing.
    """
    angle = -45 if slant == "yogya" else 45
    if slant == "yogya":
        parts = [moved(part, Affine.scaling(-1.0, 1.0)) for part in parts]
    return tuple(parts), CustomaryRepeat(f"lereng {angle}", period_mm, pitch_mm, group)


def moved(part: Part, affine: Affine) -> Part:
    """Return a part mapped by ``affine``; its line keeps its width."""
    return Part(part.kind, part.role, part.path.transformed(affine), part.width_mm, part.cap, part.even_odd)


def turned(half: Dots | Points) -> Points:
    """Return half of a contour about the origin, and its half turn: shape (2 n, 2)."""
    points = np.asarray(half, np.float64)
    return np.concatenate((points, -points))


def shifted(points: Dots | Points, inset_mm: float) -> Points:
    """Return a run of points moved by ``inset_mm`` to the right hand of one who walks along it, y down, mm."""
    run = np.asarray(points, np.float64)
    tangent = np.gradient(run, axis=0)
    normal = np.stack((-tangent[:, 1], tangent[:, 0]), axis=1)
    moved_points: Points = run + inset_mm * normal / np.linalg.norm(normal, axis=1)[:, None]
    return moved_points


def along(points: Dots | Points, gap_mm: float) -> Points:
    """Return places at even distances of about ``gap_mm`` on a smooth line through ``points``, shape (n, 2), mm."""
    ((run, _),) = smooth(points).subpaths(0.02)
    length = np.concatenate(([0.0], np.cumsum(np.linalg.norm(np.diff(run, axis=0), axis=1))))
    count = max(round(length[-1] / gap_mm), 1)
    at = np.linspace(0.0, length[-1], count + 1)
    return np.stack([np.interp(at, length, run[:, k]) for k in (0, 1)], axis=1)


def ringed(path: Path, thick: float) -> tuple[list[Part], Part]:
    """Return garis ganda round shapes that are drawn on it: a fine line, the ground, and the line at the edge.

    All three lie outside the shapes, which cover the rest of each line. So they follow only the outer edge of shapes
    that touch, not the edges where they meet.
    """
    fine = min(0.55 * thick, 0.5)
    double = [line("accent", path, 2 * (thick + 2 * fine)), line("ground", path, 2 * (thick + fine))]
    return double, line("outline", path, 2 * thick)


def lozenge(half_along: float, half_across: float, hollow: float = 0.43) -> Path:
    """Return a lozenge about the origin with hollow sides and corners on the axes, mm."""
    ends = [(half_along, 0.0), (0.0, half_across), (-half_along, 0.0), (0.0, -half_across)]
    sides = [(hollow * half_along * x, hollow * half_across * y) for x, y in ((1, 1), (-1, 1), (-1, -1), (1, -1))]
    return contour([point for pair in zip(ends, sides, strict=True) for point in pair], range(0, 8, 2))


def mlinjon(frames: Sequence[Affine], half_along: float, half_across: float, thick: float, isen: bool) -> list[Part]:
    """Return mlinjon in frames whose x runs along the ribbon: hollow-sided rhombi with an inner one of half the size.

    Where there is room, a third lies between them.

    Parameters
    ----------
    frames : sequence of Affine
        One for each rhombus.
    half_along, half_across : float
        Half-diagonals, mm.
    thick : float
        Width of the lines round the figures of the band, mm.
    isen : bool
        Whether the rhombi are filled.
    """
    outer = orbit(lozenge(half_along, half_across), frames)
    parts = [line("ground", outer, 1.6 * thick), *framed("accent", outer, 0.6 * thick, "filler")]
    if isen:
        inner = orbit(lozenge(half_along / 2, half_across / 2), frames)
        if half_along > 6.0:
            parts.append(line("filler", orbit(lozenge(0.75 * half_along, 0.75 * half_across), frames), 0.5 * thick))
        parts += framed("heart", inner, 0.5 * thick, "filler")
        parts.append(dots("filler", placed(frames, [(0.0, 0.0)]), max(0.16 * half_along, 0.5)))
    return parts


def eye(radius_mm: float, thick: float, places: Sequence[Affine], isen: bool) -> list[Part]:
    """Return kepala: white discs at ``places`` with a ring inside and, where there is room, cecek pitu.

    Parameters
    ----------
    radius_mm : float
    thick : float
        Width of the outline, which is `ringed`'s work, mm.
    places : sequence of Affine
    isen : bool
    """
    parts = [area("body", orbit(circle(0, 0, radius_mm), places))]
    inner = radius_mm - max(0.16 * radius_mm, 0.6)
    if inner > 0.9:
        parts.append(line("inline", orbit(circle(0, 0, inner), places), 0.5 * thick))
    if isen and inner > 3.0:
        parts.append(dots("accent", placed(places, _cecek_pitu(0.52 * inner)), min(0.24 * inner, 1.5)))
    elif isen:
        parts.append(dots("accent", placed(places, [(0.0, 0.0)]), max(0.5 * inner, 0.6)))
    return parts


def rosette(radius_mm: float, thick: float, places: Sequence[Affine], isen: bool) -> list[Part]:
    """Return kepala of a rich parang: a white rim, a ring of eight drops on the ground, cecek pitu in the middle.

    Parameters
    ----------
    radius_mm : float
    thick : float
        Width of the outline, which is `ringed`'s work, mm.
    places : sequence of Affine
    isen : bool
        Without it the middle is plain.
    """
    rim = orbit(circle(0, 0, radius_mm), places)
    hollow = orbit(circle(0, 0, 0.82 * radius_mm), places)
    parts = [area("body", rim), area("ground", hollow), line("outline", hollow, 0.7 * thick)]
    if not isen:
        return [*parts, *framed("body", orbit(circle(0, 0, 0.4 * radius_mm), places), 0.6 * thick)]
    drop = contour(np.array([(0.74, 0.0), (0.66, 0.13), (0.53, 0.1), (0.4, 0.0), (0.53, -0.1), (0.66, -0.13)]), (3,))
    ring = [place @ eighth @ Affine.scaling(radius_mm) for place in places for eighth in EIGHTHS]
    parts += framed("body", orbit(drop, ring), 0.4 * thick)
    parts.append(dots("accent", placed(ring, [(0.63, 0.0)]), max(0.09 * radius_mm, 0.5)))
    parts.append(dots("filler", placed(places, _cecek_pitu(0.21 * radius_mm)), max(0.11 * radius_mm, 0.5)))
    return parts


def _cecek_pitu(radius_mm: float) -> Points:
    """Return one dot in the middle and six round it, mm."""
    angle = np.radians(60.0 * np.arange(6))
    return np.concatenate(([[0.0, 0.0]], radius_mm * np.stack((np.cos(angle), np.sin(angle)), axis=1)))


def ribbon_frames(step: float, reach: float, places: Sequence[float]) -> list[Affine]:
    """Return frames on the middle of the ribbon above a parang figure, x along it, at ``places`` in steps."""
    return [Affine.translation(x * step, (x - reach) * step) @ Affine.rotation(45) for x in places]


def latar(parts: Sequence[Part], step: float, reach: float) -> list[Part]:
    """Return the cecek of the ground of a parang, soga with one in five white, clear of ``parts`` and of the ribbon."""
    from batikstudio.motifs.ornaments.cecek import band_cecek

    places = band_cecek(parts, step, reach, 0.24 * step)
    half = len(places) // 2
    white = np.tile(np.arange(half) % 5 == 2, 2)
    shares = (("accent", ~white), ("filler", white))
    return [dots(role, places[which], _LATAR_DOT_MM) for role, which in shares if which.any()]
