"""Lattices: the smallest upright rectangle that wraps."""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from batikstudio.base.errors import BatikError
from batikstudio.pattern.groups import Basis

MOST_STEPS = 64
"""How many lattice vectors are added up in search of one along an axis."""
EXACT_MM = 1e-6
"""How far beside an axis a vector may end that is taken to lie on it."""
FAR_MM = 100_000.0
"""A copy as far away as that is on no cloth: so is written what is laid once, and a band that has no band beside it."""


def is_far(basis: Basis) -> tuple[bool, bool]:
    """Tell of each lattice vector whether it leads off every cloth."""
    return math.hypot(*basis[0]) >= FAR_MM, math.hypot(*basis[1]) >= FAR_MM


@cache
def wrap_rectangle(basis: Basis) -> tuple[float, float]:
    """Return width and height, mm, of the smallest upright rectangle by whose sides the lattice comes round.

    For a grid the cell itself, for a half-drop m/n a cell n times as wide, for a brick one n times as high, for
    hexagons ``a`` by ``a sqrt(3)``.

    Raises
    ------
    BatikError
        ``pattern.no_upright_repeat`` if none is found within `MOST_STEPS` of each vector, or if it is as large as
        `FAR_MM`.
    """
    return _along(basis, 0), _along(basis, 1)


def _along(basis: Basis, axis: int) -> float:
    """Return the length of the shortest lattice vector along an axis."""
    steps = np.arange(-MOST_STEPS, MOST_STEPS + 1)
    i, j = np.meshgrid(steps, steps, indexing="ij")
    along, across = (i * basis[0][k] + j * basis[1][k] for k in (axis, 1 - axis))
    lengths = along[(np.abs(across) < EXACT_MM) & (along > EXACT_MM) & (along < FAR_MM)]
    if not len(lengths):
        raise BatikError("pattern.no_upright_repeat")
    return float(lengths.min())


def area_mm2(basis: Basis) -> float:
    """Return the area of one cell."""
    (x1, y1), (x2, y2) = basis
    return math.fabs(x1 * y2 - y1 * x2)


def reduced(basis: Basis) -> Basis:
    """Return the shortest vectors of a lattice, turning right, the first the one nearer to the length of the cloth."""
    a, b = np.array(basis, np.float64)
    while True:
        if a @ a > b @ b:
            a, b = b, a
        times = round(float(a @ b) / float(a @ a))
        if not times:
            break
        b = b - times * a
    if abs(a[0]) < abs(b[0]):
        a, b = b, a
    if a[0] * b[1] - a[1] * b[0] < 0:
        b = -b
    return ((float(a[0]), float(a[1])), (float(b[0]), float(b[1])))
