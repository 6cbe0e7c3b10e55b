"""Clouds, wind and smoke: lobed clouds in nested bands, wind lines that end in ukel."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, Points, circle, joined, smooth
from batikstudio.motifs.motif import Part
from batikstudio.motifs.ornaments.figures import Figure, Pen
from batikstudio.motifs.ornaments.foliage import Run, bead, spiral, stem
from batikstudio.motifs.ornaments.vines import within
from batikstudio.motifs.strokes import area, contour, line

Disc = tuple[float, float, float]
Tail = tuple[tuple[float, float], ...]

CLOUD_DISCS: tuple[Disc, ...] = (
    (-0.235, 0.015, 0.085),
    (-0.125, -0.06, 0.105),
    (0.025, -0.1, 0.13),
    (0.165, -0.04, 0.105),
    (0.265, 0.025, 0.075),
    (-0.085, 0.075, 0.1),
    (0.085, 0.07, 0.105),
)
"""A cloud at unit width: its lobes (x, y, radius)."""

CLOUD_TAILS: tuple[Tail, ...] = (
    ((-0.5, 0.105), (-0.36, 0.0), (-0.24, -0.05), (-0.1, 0.0), (-0.18, 0.09), (-0.32, 0.06)),
    ((0.5, -0.03), (0.38, 0.055), (0.26, 0.09), (0.1, 0.04), (0.2, -0.02), (0.34, -0.0)),
)
"""Its ends, drawn out to a point (lonjong); the first point of each is the tip."""

_BANDS: tuple[str, ...] = ("heart", "accent", "ground")


def cloud_contour(width_mm: float, discs: Sequence[Disc] = CLOUD_DISCS, tails: Sequence[Tail] = CLOUD_TAILS) -> Path:
    """Return the contour of the union of discs and pointed tails, given at unit width, about the origin."""
    lobes = [circle(x * width_mm, y * width_mm, r * width_mm) for x, y, r in discs]
    ends = [contour(np.array(tail) * width_mm, {0}) for tail in tails]
    union = within(joined([*lobes, *[_clockwise(end) for end in ends]]), 0.0)
    if union is None:  # pragma: no cover - discs have an area
        raise ValueError
    return union


def _clockwise(path: Path) -> Path:
    """Return the path walked as `circle` is, so that what overlaps adds up."""
    ((points, _),) = path.subpaths(0.1)
    x, y = points.T
    if float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) > 0:
        return path
    return Path(path.verbs, np.concatenate((path.points[:1], path.points[1:-1][::-1], path.points[:1])))


def band_role(number: int, steps: int) -> str:
    """Return the role of a band of a cloud, counted from outside: white, then ever darker in as many thirds."""
    return "body" if number == 0 else _BANDS[(number - 1) * len(_BANDS) // max(steps - 1, 1)]


def cloud(outer: Path, steps: int, step_mm: float, pen: Pen) -> Figure:
    """Return a cloud as nested bands: true offsets of its contour, each a step further inside.

    Bands that would be narrower than a line are left out.
    """
    parts: list[Part] = []
    for k in range(steps):
        path = within(outer, k * step_mm) if k else outer
        if path is None:
            break
        edge = line("inline", path, 1.3 * pen.line_mm) if k else line("outline", path, pen.line_mm)
        parts += [area(band_role(k, steps), path), edge]
    return tuple(parts)


def winding(lead: Run | Points, radius_mm: float, hand: int, turns: float = 1.35) -> Points:
    """Return places along ``lead`` and on into a spiral ``r = radius e^(-0.18 angle)``, without a kink."""
    run = np.asarray(lead, np.float64)
    ahead = (run[-1] - run[-2]) / np.hypot(*(run[-1] - run[-2]))
    start = math.atan2(-hand * ahead[0], hand * ahead[1])
    centre = run[-1] - radius_mm * np.array([math.cos(start), math.sin(start)])
    inner = spiral(radius_mm, turns, 0.18, math.degrees(start), hand) + centre
    return np.concatenate((run, inner[1:]))


def gust(lead: Run | Points, radius_mm: float, hand: int, wide_mm: float, pen: Pen) -> Figure:
    """Return a wind line: a white band that narrows from ``wide_mm`` and ends in an ukel with a bead."""
    through = winding(lead, radius_mm, hand)
    return (*stem(through, wide_mm, 0.42 * wide_mm, pen), *bead(through[-1][0], through[-1][1], 0.55 * wide_mm, pen))


def smoke(height_mm: float, pen: Pen) -> Figure:
    """Return three ukel of smoke that rise from the origin, one behind the other, the largest on top."""
    a = height_mm
    plumes = (
        ([(-0.05, 0.0), (-0.12, -0.2), (-0.1, -0.4), (-0.26, -0.52)], 0.13, -1, 0.085),
        ([(0.06, 0.0), (0.16, -0.14), (0.16, -0.3), (0.3, -0.4)], 0.11, 1, 0.075),
        ([(0.0, 0.02), (0.02, -0.3), (-0.02, -0.62), (0.12, -0.84)], 0.17, 1, 0.1),
    )
    return tuple(
        part
        for run, radius, hand, wide in plumes
        for part in gust([(x * a, y * a) for x, y in run], radius * a, hand, wide * a, pen)
    )


def waves(length_mm: float, sway_mm: float, rows: Sequence[float], phase_deg: float = 0.0) -> Path:
    """Return rawan: one period of a ripple along x at each height of ``rows``, shifted by a third from row to row."""
    x = np.linspace(-length_mm / 2, length_mm / 2, 33)
    found = []
    for k, y in enumerate(rows):
        turn = 2 * math.pi * x / length_mm + math.radians(phase_deg + 120.0 * k)
        found.append(smooth(np.stack((x, y + sway_mm * np.sin(turn)), axis=1)))
    return joined(found)


def tilted(figure: Figure, degrees: float) -> Figure:
    """Return a figure turned clockwise about the origin."""
    turn = Affine.rotation(degrees)
    return tuple(Part(p.kind, p.role, p.path.transformed(turn), p.width_mm, p.cap, p.even_odd) for p in figure)
