"""Areas as rings of straight edges: simple, holes turned the other way, ready to be filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Points


@dataclass(frozen=True, eq=False)
class Rings:
    """Closed rings whose winding numbers add up to 0 outside and 1 inside. Immutable.

    Attributes
    ----------
    points : ndarray of shape (n, 2), float64
        In mm; a ring does not repeat its first point.
    starts : ndarray of shape (rings + 1,), int64
        Ring k is ``points[starts[k]:starts[k + 1]]``.
    """

    points: Points
    starts: NDArray[np.int64]

    def __post_init__(self) -> None:
        self.points.setflags(write=False)
        self.starts.setflags(write=False)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __iter__(self) -> Iterator[Points]:
        for k in range(len(self)):
            yield self.points[self.starts[k] : self.starts[k + 1]]

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """The smallest upright box ``(x0, y0, x1, y1)``, mm; (0, 0, 0, 0) if there is no ring."""
        if not len(self.points):
            return (0.0, 0.0, 0.0, 0.0)
        low, high = self.points.min(axis=0), self.points.max(axis=0)
        return (float(low[0]), float(low[1]), float(high[0]), float(high[1]))

    @property
    def area_mm2(self) -> float:
        """The area inside, mm²."""
        total = 0.0
        for ring in self:
            x, y = ring[:, 0], ring[:, 1]
            total += float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2
        return total

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies inside: whether the rings wind about it."""
        x0, y0, x1, y1 = self.bounds
        if not (x0 <= x <= x1 and y0 <= y <= y1):
            return False
        winding = 0
        for a in self:
            b = np.roll(a, -1, axis=0)
            crosses = (a[:, 1] <= y) != (b[:, 1] <= y)
            from_, to = a[crosses], b[crosses]
            at = from_[:, 0] + (y - from_[:, 1]) * (to[:, 0] - from_[:, 0]) / (to[:, 1] - from_[:, 1])
            winding += int(np.where(to[at > x, 1] > from_[at > x, 1], 1, -1).sum())
        return winding != 0

    def transformed(self, affine: Affine) -> Rings:
        """Return the rings mapped by ``affine``; where it mirrors, each ring is walked the other way round."""
        points = affine.apply(self.points)
        if affine.determinant < 0:
            for k in range(len(self)):
                part = slice(self.starts[k], self.starts[k + 1])
                points[part] = points[part][::-1]
        return Rings(points, self.starts)


def rings_of(parts: Sequence[Points]) -> Rings:
    """Return rings from a list of point arrays, each of shape (n, 2) with at least three points."""
    kept = [np.asarray(part, np.float64) for part in parts if len(part) >= 3]
    starts = np.zeros(len(kept) + 1, np.int64)
    np.cumsum([len(part) for part in kept], out=starts[1:])
    points = np.concatenate(kept) if kept else np.empty((0, 2))
    return Rings(points, starts)


def together(rings: Sequence[Rings]) -> Rings:
    """Return all rings as one set, without joining what overlaps."""
    return rings_of([ring for one in rings for ring in one])


NO_RINGS = rings_of([])


def holds(rings: Rings, points: Points) -> NDArray[np.bool_]:
    """Return which of ``points``, shape (n, 2), mm, lie inside; the winding number of each is counted."""
    winding = np.zeros(len(points), np.int64)
    x, y = points[:, 0], points[:, 1]
    for ring in rings:
        low, high = ring.min(axis=0), ring.max(axis=0)
        near = np.flatnonzero((x >= low[0]) & (x <= high[0]) & (y >= low[1]) & (y <= high[1]))
        if not len(near):
            continue
        x0, y0 = ring.T
        x1, y1 = np.roll(x0, -1), np.roll(y0, -1)
        below = y[near, None] >= y0
        point, edge = np.nonzero(below != np.roll(below, -1, axis=1))
        px, py = x[near[point]], y[near[point]]
        side = (x1[edge] - x0[edge]) * (py - y0[edge]) - (y1[edge] - y0[edge]) * (px - x0[edge])
        up = y1[edge] > y0[edge]
        step = np.where(up & (side > 0), 1, 0) - np.where(~up & (side < 0), 1, 0)
        winding[near] += np.bincount(point, weights=step, minlength=len(near)).astype(np.int64)
    inside: NDArray[np.bool_] = winding != 0
    return inside
