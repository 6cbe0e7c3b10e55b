"""Lereng: slanting rows, moved as little as lets an upright rectangle of them wrap."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from batikstudio.pattern.groups import Basis

STEEPEST_DEG = 85.0
FLATTEST_DEG = 5.0
LARGEST_UPRIGHT_MM = 1500.0
"""How long a side of the upright rectangle of a lereng may be, unless ten of its cells are longer."""
_LEAST_STEPS = 10
_MOST_STEPS = 40
"""How many steps along and across the rows of a lereng may make up a side of that rectangle."""
_NEAREST = 200
_COST_OF_DEGREE = 0.02
"""A lereng turned by a degree is as far from what was asked for as one whose rows are moved apart by two percent."""
_COST_OF_MM = 2e-5
"""A rectangle that is 10 cm longer or higher costs a fifth of a percent."""
_COST_OF_HALF = 0.005
"""A rectangle of which a whole number fits the length of the cloth is worth half a percent, at most."""
_RESIDUAL_DIGITS = 9
"""What is smaller comes from rounding and is no residual."""


class Rows(NamedTuple):
    """The lattice of a lereng, how far it was turned, clockwise, and how far its rows were moved apart."""

    basis: Basis
    residual_deg: float
    residual_percent: float


def lereng(angle_deg: float, along_mm: float, across_mm: float, length_mm: float | None) -> Rows:
    """Return slanting rows whose lattice has an upright rectangle.

    Let u be the period along a row and v the step to the next row, at right angles to it. Some ``m u - n v`` is level
    where ``tan(slant) = n across / (m along)``, some ``p u + r v`` plumb where ``tan(slant) = p along / (r across)``.
    For whole numbers both hold if ``tan(slant)^2 = n p / (m r)`` and ``(across / along)^2 = m p / (n r)``: so rows are
    turned and moved apart a little. Where n/m and p/r are too large by the factors exp(x) and exp(y), the tangent grows
    by exp((x + y) / 2) and the distance of the rows by exp((y - x) / 2).

    Parameters
    ----------
    angle_deg : float
        5 to 85 either way, clockwise from x.
    along_mm, across_mm : float
        The period along a row, and the distance of the rows.
    length_mm : float, optional
        Of the cloth: rows of which a whole number fits it are preferred.
    """
    slope = math.tan(math.radians(abs(angle_deg)))
    level = _spans(slope * along_mm / across_mm, along_mm, across_mm)
    plumb = _spans(slope * across_mm / along_mm, across_mm, along_mm)
    x, y = level.excess[:, None], plumb.excess[None, :]
    turned = np.degrees(np.arctan(slope * np.exp((x + y) / 2))) - abs(angle_deg)
    cost = np.abs(turned) * _COST_OF_DEGREE + np.abs(y - x) / 2
    cost += (level.length_mm[:, None] + plumb.length_mm) * _COST_OF_MM
    if length_mm is not None:
        counts = length_mm / level.length_mm
        cost += _COST_OF_HALF * 2 * np.abs(counts - np.round(counts))[:, None]
    first, second = np.unravel_index(int(cost.argmin()), cost.shape)
    (m, n), (r, p) = level.counts[first].tolist(), plumb.counts[second].tolist()
    distance = along_mm * math.sqrt(m * p / (n * r))
    cos = math.sqrt(m * r / (m * r + n * p))
    sin = math.copysign(math.sqrt(n * p / (m * r + n * p)), angle_deg)
    return Rows(
        ((along_mm * cos, along_mm * sin), (-distance * sin, distance * cos)),
        round(math.degrees(math.atan2(sin, cos)) - angle_deg, _RESIDUAL_DIGITS),
        round(100.0 * (distance / across_mm - 1.0), _RESIDUAL_DIGITS),
    )


class _Spans(NamedTuple):
    """Sides of upright rectangles: so many steps one way and so many at right angles to it.

    ``counts`` has shape (k, 2); ``excess`` is the logarithm of the second by the first over the ratio that was asked
    for; ``length_mm`` is what they span together.
    """

    counts: NDArray[np.int64]
    excess: NDArray[np.float64]
    length_mm: NDArray[np.float64]


def _spans(ratio: float, one_mm: float, other_mm: float) -> _Spans:
    """Return the spans nearest to a ratio of steps, none of which is a multiple of another."""
    steps = np.arange(1, _MOST_STEPS + 1)
    counts = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    length = np.hypot(counts[:, 0] * one_mm, counts[:, 1] * other_mm)
    longest = max(LARGEST_UPRIGHT_MM, _LEAST_STEPS * max(one_mm, other_mm))
    use = (np.gcd(counts[:, 0], counts[:, 1]) == 1) & (length <= longest)
    counts, length = counts[use], length[use]
    excess = np.log(counts[:, 1] / counts[:, 0] / ratio)
    nearest = np.argsort(np.abs(excess), kind="stable")[:_NEAREST]
    return _Spans(counts[nearest], excess[nearest], length[nearest])
