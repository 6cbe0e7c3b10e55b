"""Places without rows: spread evenly over a torus, thinned, and filled up where a gap is left."""

from __future__ import annotations

import math

import numpy as np

from batikstudio.geometry.path import Points
from batikstudio.motifs.filling.grids import sheet_of
from batikstudio.motifs.filling.space import Mask, Space, nearest
from batikstudio.motifs.filling.stamps import Hand

_ROUNDS = 8
_CLOSEST_SHARE, _APART_SHARE, _GAP_SHARE = 0.72, 0.88, 0.85
_LOOSE = 0.45
"""How far, of a step, the places are thrown from their rows before they are spread again."""


def scattered(space: Space, pitch_mm: float, reach_mm: float, hand: Hand) -> Points:
    """Return places that are spread evenly and lie in no rows (blue noise), each at least ``reach_mm`` inside.

    Parameters
    ----------
    space : Space
        A region, or a ground: then periodic, and of the home cell.
    pitch_mm : float
        The usual distance from one place to the next.
    reach_mm : float
        Room that each place needs about it.
    hand : Hand
        Its seed decides where they fall.
    """
    sheet = sheet_of(space, pitch_mm, pitch_mm * math.sqrt(0.75), 0.5, None)
    points = sheet.points + hand.rng.uniform(-_LOOSE, _LOOSE, (len(sheet.points), 2)) * pitch_mm
    torus = Space(space.rings, sheet.basis, sheet.middle)
    points = torus.home(points)
    for _ in range(_ROUNDS):
        points = _spread(torus, points, pitch_mm)
    kept = points[space.holds(points, reach_mm)]
    closest = max(_CLOSEST_SHARE * pitch_mm, min(2 * reach_mm, _APART_SHARE * pitch_mm))
    kept = kept[pruned(space, kept, closest)]
    return np.concatenate((kept, in_gaps(space, kept, max(_GAP_SHARE * pitch_mm, closest), reach_mm)))


def _spread(torus: Space, points: Points, pitch_mm: float) -> Points:
    """Return the points after each has moved away from those that are too near."""
    from scipy.spatial import cKDTree

    every = torus.around(points, 1.3 * pitch_mm)
    if len(every) < 2:
        return points
    found = cKDTree(every).query(points, k=min(7, len(every)))
    distance, index = np.asarray(found[0]), np.asarray(found[1])
    away = points[:, None] - every[index[:, 1:]]
    push = np.maximum(pitch_mm - distance[:, 1:], 0) / np.maximum(distance[:, 1:], 1e-9)
    return torus.home(points + 0.35 * (away * push[..., None]).sum(axis=1))


def pruned(space: Space, points: Points, closest_mm: float) -> Mask:
    """Say which points stay when each that is too near to an earlier one goes; on a ground, to a copy of one, too."""
    from scipy.spatial import cKDTree

    kept = np.ones(len(points), bool)
    if len(points) < 2:
        return kept
    every, origin = _with_origins(space, points, closest_mm)
    pairs = cKDTree(every).query_pairs(closest_mm, output_type="ndarray")
    one, other = origin[pairs[:, 0]], origin[pairs[:, 1]]
    first, second = np.minimum(one, other), np.maximum(one, other)
    others = first != second
    first, second = first[others], second[others]
    order = np.argsort(first, kind="stable")
    first, second = first[order], second[order]
    starts = np.searchsorted(first, np.arange(len(points) + 1))
    for k in np.unique(first).tolist():
        if kept[k]:
            kept[second[starts[k] : starts[k + 1]]] = False
    return kept


def _with_origins(space: Space, points: Points, reach_mm: float) -> tuple[Points, np.ndarray]:
    """Return the points and their near copies, and of which point each is one."""
    every = space.around(points, reach_mm)
    if len(every) == len(points):
        return every, np.arange(len(points))
    from scipy.spatial import cKDTree

    _, origin = cKDTree(points).query(space.home(every[len(points) :]))
    return every, np.concatenate((np.arange(len(points)), origin))


def in_gaps(space: Space, points: Points, gap_mm: float, reach_mm: float, clear_mm: float = 0.0) -> Points:
    """Return places to add so that no gap is left.

    Parameters
    ----------
    space : Space
    points : ndarray of shape (n, 2), mm
        The places taken.
    gap_mm : float
        How far the new places are from one another at least, and from those taken.
    reach_mm : float
        How far inside they lie.
    clear_mm : float
        How far they keep from the places taken, if that is more: what lies there is larger.
    """
    grid = sheet_of(space, gap_mm / 4, gap_mm / 4, 0.0, None).points
    beside = max(clear_mm - gap_mm, 0.0)
    every = space.around(points, 2 * gap_mm + beside)
    far = nearest(grid, every) - beside
    chosen = far >= gap_mm
    grid, far = grid[chosen], far[chosen]
    inside = space.holds(grid, reach_mm)
    grid, far = grid[inside], far[inside]
    # In a wide gap the places go row by row as a hand fills it; else the farthest comes first.
    order = np.argsort(-np.minimum(np.round(far / gap_mm, 2), 1.5), kind="stable")
    grid = grid[order]
    return grid[pruned(space, grid, gap_mm)]
