"""Scales and shingles: small edges in a running bond."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from batikstudio.geometry.path import Points
from batikstudio.motifs.filling.grids import sheet_of
from batikstudio.motifs.filling.lines import repeated
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, sprinkled
from batikstudio.motifs.motif import Part

_ARC_POINTS = 13
_LARGEST_DOT = 0.3


def arch() -> Points:
    """Return the edge of a scale, shape (n, 2), in steps: half a circle, the crown upward."""
    angle = np.linspace(math.pi, 2 * math.pi, _ARC_POINTS)
    return 0.5 * np.stack((np.cos(angle), np.sin(angle)), axis=1)


def shingle(exposed: float) -> tuple[Points, Points]:
    """Return the edge of a shingle and the hairline down its middle, in steps; ``exposed`` is the height of a row."""
    half = [(0.5, -0.5), (0.5, 0.05), (0.43, 0.24), (0.25, 0.38), (0.0, 0.46)]
    edge = np.array([(-x, y) for x, y in half] + half[-2::-1]) * (1.0, exposed)
    hair = np.array([(0.0, -0.4), (0.0, 0.2)]) * (1.0, exposed)
    return edge, hair


def scales(
    space: Space,
    steps_mm: tuple[float, float],
    lines: Sequence[tuple[Points, float]],
    dot: tuple[float, float] | None,
    angle_deg: float,
    hand: Hand,
) -> tuple[Part, ...]:
    """Return rows of edges in a running bond.

    Parameters
    ----------
    space : Space
    steps_mm : (float, float)
        From one to the next, and from row to row.
    lines : sequence of (ndarray of shape (n, 2), float)
        What is drawn at each place, in steps, and with what width, mm.
    dot : (float, float) or None
        How far above the place a dot sits, in steps, and its diameter, mm.
    angle_deg : float
    hand : Hand
    """
    step, row = steps_mm
    sheet = sheet_of(space, step, row, 0.5, angle_deg)
    moved = hand.moved(sheet.points, 0.5 * step)
    kept = hand.kept(len(moved))
    parts: list[Part] = []
    for points, width in lines:
        parts += repeated(space, points * sheet.step_mm, moved[kept], sheet.angle, width)
    if dot is None:
        return tuple(parts)
    up = dot[0] * sheet.step_mm * np.array([math.sin(sheet.angle), -math.cos(sheet.angle)])
    diameter = min(dot[1], _LARGEST_DOT * sheet.step_mm)
    return (*parts, *sprinkled(space, space.home(moved + up), diameter, hand, 0.0))
