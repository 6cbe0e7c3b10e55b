"""Small figures as paths about their own middles: grains, petals, drops, flowers."""

from __future__ import annotations

import math

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, Points, polyline
from batikstudio.motifs.filling.stamps import directions
from batikstudio.motifs.strokes import contour, orbit

_SLIVER_MM = 0.02


def grain(length_mm: float, width_mm: float) -> Path:
    """Return a grain of rice: long, round in the middle, pointed at both ends."""
    a, b = length_mm / 2, width_mm / 2
    return contour(
        [(-a, 0), (-0.45 * a, -0.85 * b), (0.35 * a, -b), (a, 0), (0.45 * a, 0.85 * b), (-0.35 * a, b)], (0, 3)
    )


def drop(inner_mm: float, outer_mm: float, width_mm: float) -> Path:
    """Return a petal on the x axis: pointed toward the origin, round outside."""
    # Values at the ends of their ranges leave no petal: it stays a sliver, so that it has a contour.
    span, b = max(outer_mm - inner_mm, _SLIVER_MM), max(width_mm, _SLIVER_MM) / 2
    points = [(0.0, 0.0), (0.4, -0.7), (0.78, -1.0), (1.0, 0.0), (0.78, 1.0), (0.4, 0.7)]
    return contour([(inner_mm + span * x, b * y) for x, y in points], (0,))


def lozenge(inner_mm: float, outer_mm: float, width_mm: float) -> Path:
    """Return a pointed petal on the x axis."""
    outer_mm = max(outer_mm, inner_mm + _SLIVER_MM)
    middle, b = inner_mm + 0.55 * (outer_mm - inner_mm), max(width_mm, _SLIVER_MM) / 2
    return contour([(inner_mm, 0), (middle, -b), (outer_mm, 0), (middle, b)], (0, 2))


def turns(count: int, first_deg: float = 0.0) -> tuple[Affine, ...]:
    """Return so many even turns about the origin."""
    return tuple(Affine.rotation(first_deg + 360.0 * k / count) for k in range(count))


def petals(one: Path, count: int, first_deg: float = -90.0) -> Path:
    """Return a ring of petals, the first upward."""
    return orbit(one, turns(count, first_deg))


def ring_points(count: int, radius_mm: float, first_deg: float = -90.0) -> Points:
    """Return points spread evenly on a circle about the origin."""
    return radius_mm * directions(np.radians(first_deg) + np.arange(count) * (2 * math.pi / count))


def stroke_line(x0: float, y0: float, x1: float, y1: float) -> Path:
    """Return a straight line."""
    return polyline([(x0, y0), (x1, y1)])
