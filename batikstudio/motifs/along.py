"""Places along lines, and which of them stay where they would come too near to each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.path import Points


def evenly(line: Points, pitch_mm: float, phase: float = 0.0) -> Points:
    """Return places at equal ways along a closed line, a whole number about ``pitch_mm`` apart, shape (n, 2)."""
    way = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))))
    count = max(round(float(way[-1]) / pitch_mm), 1)
    at = (np.arange(count) + phase) % count / count * way[-1]
    return np.stack([np.interp(at, way, line[:, axis]) for axis in (0, 1)], axis=1)


def with_normals(line: Points, pitch_mm: float, phase: float = 0.0) -> tuple[Points, Points]:
    """Return places along a closed line, and the directions to its right there; shapes (n, 2)."""
    places = evenly(line, pitch_mm, phase)
    way = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))))
    count = len(places)
    at = (np.arange(count) + phase) % count / count * way[-1]
    step = min(0.3, float(way[-1]) / 8)
    ahead, behind = ((at + s) % way[-1] for s in (step, -step))
    along = np.stack([np.interp(ahead, way, line[:, k]) - np.interp(behind, way, line[:, k]) for k in (0, 1)], axis=1)
    along /= np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    return places, np.stack((-along[:, 1], along[:, 0]), axis=1)


def apart(places: Points, least_mm: float) -> Points:
    """Return places without those that lie too near to an earlier one: where rows meet, dots would run together."""
    from scipy.spatial import cKDTree

    if len(places) < 2:
        return places
    return places[first_come(len(places), cKDTree(places).query_pairs(least_mm, output_type="ndarray"))]


def first_come(n: int, pairs: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which of ``n`` stay, in their order, when none stays beside one that it is paired with.

    Parameters
    ----------
    n : int
    pairs : ndarray of shape (k, 2)
        Each of two different ones, the earlier one first.
    """
    stays = np.ones(n, bool)
    while len(pairs):
        waits = np.zeros(n, bool)
        waits[pairs[:, 1]] = True
        stays[pairs[~waits[pairs[:, 0]], 1]] = False
        pairs = pairs[stays[pairs].all(axis=1)]
    return stays
