"""Cecek that fill the ground of a cell between what is drawn on it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np

from batikstudio.geometry.path import Points
from batikstudio.geometry.rings import Rings, holds, together
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import dots

_FLAT_MM = 0.1


def covered(parts: Sequence[Part], margin_mm: float = 0.0) -> Rings:
    """Return what ``parts`` cover and a margin around it."""
    from batikstudio.geometry.areas import inset, normalised, stroked

    pieces = []
    for part in parts:
        lines = list(part.path.subpaths(_FLAT_MM))
        if part.width_mm is None:
            pieces.append(normalised([points for points, _ in lines], part.even_odd))
        else:
            pieces += [stroked(points, closed, part.width_mm, part.cap, _FLAT_MM) for points, closed in lines]
    return inset(normalised(list(together(pieces))), -margin_mm, _FLAT_MM)


def free_places(parts: Sequence[Part], side_mm: float, pitch_mm: float, margin_mm: float) -> Points:
    """Return where cecek may stand on a square cell: staggered, clear of every part and its copies.

    Parameters
    ----------
    parts : sequence of Part
        What is drawn, about the origin; copies at every multiple of ``side_mm`` are kept clear of, too.
    side_mm : float
        The side of the cell, which reaches from 0 to ``side_mm`` both ways.
    pitch_mm : float
        The least distance of two places, about; it is fitted to the cell, so that the places have all its mirrors.
    margin_mm : float
        The distance from the middle of a dot to what is drawn.

    Returns
    -------
    points : ndarray of shape (n, 2), mm
    """
    count = max(round(side_mm / (pitch_mm * np.sqrt(2.0))), 1)
    step = side_mm / count
    grid = np.arange(count) * step
    x, y = np.meshgrid(grid, grid)
    corner = np.stack((x.ravel(), y.ravel()), axis=1)
    places = np.concatenate((corner, corner + step / 2))
    taken = covered(parts, margin_mm)
    free = np.ones(len(places), bool)
    for i, j in product((-1, 0, 1), repeat=2):
        free &= ~holds(taken, places + np.array([i * side_mm, j * side_mm]))
    return places[free]


def cecek(
    role: str, parts: Sequence[Part], side_mm: float, pitch_mm: float, diameter_mm: float, gap_mm: float
) -> list[Part]:
    """Return dots at the `free_places` of a cell, ``gap_mm`` clear of what is drawn; nothing where there is no room."""
    places = free_places(parts, side_mm, pitch_mm, diameter_mm / 2 + gap_mm)
    return [dots(role, places, diameter_mm)] if len(places) else []
