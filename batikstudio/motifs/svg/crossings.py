"""How much work it may be to cut and join a stranger's areas, weighed before any of it is done."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.path import Points
from batikstudio.motifs.svg.limits import MOST_CROSSINGS

_EDGE = 16
"""What an edge costs that meets no other, in pairs that are compared."""


class Crossings:
    """How many pairs of edges may still be compared while this file is read."""

    def __init__(self) -> None:
        self._room = MOST_CROSSINGS

    @property
    def spent(self) -> bool:
        """Whether nothing more is allowed."""
        return self._room == 0

    def allow(self, polygons: Sequence[Points], weight: int = 1) -> bool:
        """Take what ``polygons`` need off what is left; says whether there was that much.

        Two edges can only meet where their extents overlap both across and down, so the fewer of the two counts of
        overlapping pairs bounds the crossings: the quantity that Clipper's time grows with.
        """
        linear = weight * _EDGE * sum(map(len, polygons))
        if linear > self._room:
            self._room = 0
            return False
        edges = [np.sort(np.stack((ring, np.roll(ring, -1, axis=0))), axis=0) for ring in polygons if len(ring) > 1]
        if not edges:
            return True
        low, high = np.concatenate(edges, axis=1)
        crossings = min(_overlaps(low[:, 0], high[:, 0]), _overlaps(low[:, 1], high[:, 1]))
        needed = weight * crossings + linear
        allowed = needed <= self._room
        self._room -= needed if allowed else linear  # weighing takes time, too
        return allowed


def _overlaps(low: NDArray[np.float64], high: NDArray[np.float64]) -> int:
    """Return how many pairs of intervals overlap."""
    order = np.argsort(low)
    after = np.searchsorted(low[order], high[order], side="right")
    return int((after - np.arange(1, len(low) + 1)).sum())
