"""Affine maps of the plane."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

RIGID = 1e-9
"""How far the squares of lengths may be from what they were under a map that is said to keep them."""


class Affine(NamedTuple):
    """The map ``x' = a x + c y + e``, ``y' = b x + d y + f``: the order of SVG's ``matrix(a b c d e f)``."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    @classmethod
    def translation(cls, x: float, y: float) -> Affine:
        """Return a shift in mm."""
        return cls(1.0, 0.0, 0.0, 1.0, x, y)

    @classmethod
    def rotation(cls, degrees: float) -> Affine:
        """Return a turn about the origin, clockwise on the screen, exact at whole right angles."""
        quarter = degrees / 90.0
        if quarter == round(quarter):
            cos, sin = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[round(quarter) % 4]
        else:
            angle = math.radians(degrees)
            cos, sin = math.cos(angle), math.sin(angle)
        return cls(cos, sin, -sin, cos, 0.0, 0.0)

    @classmethod
    def scaling(cls, x: float, y: float | None = None) -> Affine:
        """Return a scaling about the origin."""
        return cls(x, 0.0, 0.0, x if y is None else y, 0.0, 0.0)

    @classmethod
    def from_matrix(cls, linear: NDArray[np.float64], shift: NDArray[np.float64]) -> Affine:
        """Return the map ``p' = linear @ p + shift``; shapes (2, 2) and (2,)."""
        return cls(*(float(v) for v in (*linear[:, 0], *linear[:, 1], *shift)))

    def __matmul__(self, other: Affine) -> Affine:
        """Return the map that does ``other`` first, then this one."""
        return Affine(
            self.a * other.a + self.c * other.b,
            self.b * other.a + self.d * other.b,
            self.a * other.c + self.c * other.d,
            self.b * other.c + self.d * other.d,
            self.a * other.e + self.c * other.f + self.e,
            self.b * other.e + self.d * other.f + self.f,
        )

    @property
    def determinant(self) -> float:
        """The factor of areas; negative where the map mirrors."""
        return self.a * self.d - self.b * self.c

    @property
    def scale(self) -> float:
        """The mean factor of lengths: the root of the factor of areas."""
        return math.sqrt(abs(self.determinant))

    def sized(self) -> tuple[Affine, Affine]:
        """Return a map that makes a drawing as large as it is laid, and one that lays it without changing a length.

        Doing the first and then the second is this map. Where it also stretches, the first does all but the shift.
        """
        size, rigid = Affine.scaling(self.scale), self @ Affine.scaling(1.0 / self.scale)
        if np.allclose(rigid.linear @ rigid.linear.T, np.eye(2), rtol=0.0, atol=RIGID):
            return size, rigid
        return Affine(self.a, self.b, self.c, self.d), Affine.translation(self.e, self.f)

    @property
    def linear(self) -> NDArray[np.float64]:
        """The linear part, shape (2, 2)."""
        return np.array([[self.a, self.c], [self.b, self.d]])

    def inverse(self) -> Affine:
        """Return the map that undoes this one.

        Raises
        ------
        ZeroDivisionError
            If the map flattens the plane.
        """
        k = 1.0 / self.determinant
        a, b, c, d = self.d * k, -self.b * k, -self.c * k, self.a * k
        return Affine(a, b, c, d, -(a * self.e + c * self.f), -(b * self.e + d * self.f))

    def apply(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Map points, shape (n, 2), mm."""
        x, y = points[:, 0], points[:, 1]
        return np.stack((self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f), axis=1)


IDENTITY = Affine()
