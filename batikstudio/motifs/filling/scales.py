"""Overlapping scales: arcs in a running bond."""

from __future__ import annotations

import math

import numpy as np

from batikstudio.geometry.path import Points, polyline
from batikstudio.motifs.filling.grids import Sheet, cut, sheet_of
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import (
    Hand,
    Stamp,
    Stroke,
    drawn_lines,
    fits,
    laid_parts,
    sprinkled,
)
from batikstudio.motifs.motif import Part

_ARC_POINTS = 13


def arch(step_mm: float) -> Points:
    """Return the edge of a scale, shape (n, 2): half a circle, the crown upward, as wide as a step."""
    radius = step_mm / 2
    angle = np.linspace(math.pi, 2 * math.pi, _ARC_POINTS)
    return radius * np.stack((np.cos(angle), np.sin(angle)), axis=1)


def scales(
    space: Space, step_mm: float, row_mm: float, line_mm: float, dot_mm: float, angle_deg: float, hand: Hand
) -> tuple[Part, ...]:
    """Return rows of half circles in a running bond, with dots under their crowns where ``dot_mm`` is above 0.

    In a region the arcs are cut by the contour, as a body is covered with scales up to its edge; on a ground each is
    laid whole, and where none fits its dot alone.
    """
    sheet = sheet_of(space, step_mm, row_mm, 0.5, angle_deg)
    arc = arch(sheet.step_mm)
    dot = np.array([[0.0, -sheet.step_mm / 4 - line_mm / 4]])
    moved = hand.moved(sheet.points, 0.6 * step_mm)
    kept = hand.kept(len(moved))
    if space.basis is None:
        parts = drawn_lines(cut(space, list(_laid(arc, moved[kept], sheet.angle)), line_mm), line_mm)
    else:
        parts = _whole(space, arc, moved[kept], sheet, line_mm)
    if dot_mm <= 0:
        return parts
    places = _laid(dot, moved, sheet.angle)[:, 0]
    return (*parts, *sprinkled(space, space.home(places), dot_mm, hand, 0.0))


def _laid(points: Points, places: Points, angle: float) -> Points:
    cos, sin = math.cos(angle), math.sin(angle)
    turned = points @ np.array([[cos, sin], [-sin, cos]])
    laid: Points = places[:, None] + turned[None]
    return laid


def _whole(space: Space, arc: Points, places: Points, sheet: Sheet, line_mm: float) -> tuple[Part, ...]:
    stamp = Stamp((Stroke(polyline(arc), line_mm),))
    angles, sizes = np.full(len(places), sheet.angle), np.ones(len(places))
    good = fits(space, stamp, places, angles, sizes)
    return laid_parts(stamp, places[good], angles[good], sizes[good])
