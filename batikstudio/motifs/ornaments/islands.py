"""Islands: cells of a plane that repeats, whose edges are waved, with a strait between them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product

import numpy as np

from batikstudio.geometry.path import Points

_JITTER = 0.46
"""How far a seed may stand from its place on the grid, in steps of the grid."""
_WAVE_MM = 21.0
_STEP_MM = 1.1


@dataclass(frozen=True)
class Islands:
    """The cells of one repeat.

    Attributes
    ----------
    outlines : tuple of ndarray of shape (n, 2), mm
        The waved edge of each cell; neighbours share it to the last place but rounding.
    straits : tuple of ndarray of shape (n, 2), mm
        Each edge between two cells once in the repeat.
    neighbours : tuple of frozenset of int
        Which cells each one borders on.
    """

    outlines: tuple[Points, ...]
    straits: tuple[Points, ...]
    neighbours: tuple[frozenset[int], ...]


def islands(count: int, step_mm: float, seed: int) -> Islands:
    """Return ``count`` times ``count`` cells, on average ``step_mm`` wide, that repeat after ``count * step_mm``."""
    side = count * step_mm
    seeds = _seeds(count, step_mm, seed)
    outlines, straits, neighbours = [], [], []
    for k in range(len(seeds)):
        corners, beyond = _voronoi_cell(seeds, k, side)
        edges = [waved(p, q) for p, q in zip(corners, np.roll(corners, -1, axis=0), strict=True)]
        outlines.append(np.concatenate([edge[:-1] for edge in edges]))
        straits += [edge for edge, other in zip(edges, beyond, strict=True) if k < other]
        neighbours.append(frozenset(beyond))
    return Islands(tuple(outlines), tuple(straits), tuple(neighbours))


def _seeds(count: int, step_mm: float, seed: int) -> Points:
    """Return one point for each square of a grid, moved by chance, then to the middle of its own cell."""
    rng = np.random.default_rng(seed)
    grid = np.stack(np.meshgrid(np.arange(count), np.arange(count)), axis=-1).reshape(-1, 2) + 0.5
    seeds = (grid + rng.uniform(-_JITTER, _JITTER, grid.shape)) * step_mm
    return np.array([_voronoi_cell(seeds, k, count * step_mm)[0].mean(axis=0) for k in range(len(seeds))])


def _voronoi_cell(seeds: Points, k: int, side: float) -> tuple[Points, list[int]]:
    """Return the corners of the places nearest to seed ``k``, and which cell lies beyond the edge from each corner."""
    home = seeds[k]
    corners = [home + side * np.array(c) for c in ((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0))]
    beyond = [-1, -1, -1, -1]
    shifts = side * np.array(list(product((-1, 0, 1), repeat=2)))
    others = (seeds[:, None, :] + shifts).reshape(-1, 2)
    distances = np.hypot(*(others - home).T)
    for nth in np.argsort(distances, kind="stable")[1:]:
        distance, n, other = float(distances[nth]), int(nth) // len(shifts), others[nth]
        if distance / 2 > max(float(np.hypot(*(corner - home))) for corner in corners):
            break
        corners, beyond = _cut(corners, beyond, home, other, n)
    return np.array(corners), beyond


def _cut(
    corners: list[Points], beyond: list[int], home: Points, other: Points, n: int
) -> tuple[list[Points], list[int]]:
    """Cut a convex cell by the line half way to ``other``; the new edge is marked ``n``."""
    along, middle = other - home, (other + home) / 2
    depth = [float((corner - middle) @ along) for corner in corners]
    kept: list[Points] = []
    marks: list[int] = []
    for i, corner in enumerate(corners):
        j = (i + 1) % len(corners)
        if depth[i] <= 0:
            kept.append(corner)
            marks.append(beyond[i])
        if (depth[i] <= 0) != (depth[j] <= 0):
            share = depth[i] / (depth[i] - depth[j])
            kept.append(corner + share * (corners[j] - corner))
            # Leaving the cell, the new edge begins; entering it again, the old one goes on.
            marks.append(n if depth[i] <= 0 else beyond[i])
    return kept, marks


def waved(p: Points, q: Points) -> Points:
    """Return a line from ``p`` to ``q`` in whole waves; the way back is the same line."""
    length = float(np.hypot(*(q - p)))
    if length < 1e-9:
        return np.array([p, q])
    waves = max(round(length / _WAVE_MM), 1)
    height = min(0.13 * length / waves, 2.5)
    t = np.linspace(0.0, 1.0, max(math.ceil(length / _STEP_MM), 4) + 1)[:, None]
    across = np.array([q[1] - p[1], p[0] - q[0]]) / length
    line: Points = p + t * (q - p) + height * np.sin(2 * math.pi * waves * t) * across
    line[0], line[-1] = p, q
    return line


def along(line: Points, spacing_mm: float) -> Points:
    """Return points on a line at equal distances near ``spacing_mm``, half of one away from its ends."""
    steps = np.hypot(*np.diff(line, axis=0).T)
    at = np.concatenate(([0.0], np.cumsum(steps)))
    count = max(round(at[-1] / spacing_mm), 1)
    wanted = (np.arange(count) + 0.5) * at[-1] / count
    return np.stack((np.interp(wanted, at, line[:, 0]), np.interp(wanted, at, line[:, 1])), axis=1)
