"""Cecek that fill the ground of a parang between its figures, in rows that follow their edges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import product

import numpy as np

from batikstudio.geometry.path import Points
from batikstudio.geometry.rings import Rings
from batikstudio.motifs.motif import Part

PITCH_MM = 2.5
"""From dot to dot and from row to row."""

_FIRST_MM = 1.1
"""From what is drawn to the first row."""

_NEAREST = 0.82
"""How near two dots of different rows may come, in pitches."""

_FLAT_MM = 0.2


def band_cecek(parts: Sequence[Part], step: float, reach: float, ribbon_mm: float) -> Points:
    """Return where cecek stand in one period of a parang, outside its ribbon.

    Parameters
    ----------
    parts : sequence of Part
        What they keep clear of, about the origin, with half turns.
    step, reach : float
        Of the parang, as `ornaments.bands` has them; step in mm.
    ribbon_mm : float
        Half the width of the ribbon, which stays free.

    Returns
    -------
    points : ndarray of shape (n, 2), mm
        With half turns about the origin.
    """
    from batikstudio.geometry import areas

    period, pitch = math.sqrt(2) * step, math.sqrt(2) * step * reach
    shifts = [(i - reach * j, i + reach * j) for i, j in product(range(-3, 4), (-1, 0, 1))]
    taken = areas.normalised(_copies(_covered(parts), np.array(shifts) * step, period + pitch / 2))
    found: list[Points] = []
    reach_mm = _FIRST_MM
    while reach_mm < pitch:
        rows = [_evenly(ring) for ring in areas.inset(taken, -reach_mm, _FLAT_MM)]
        inside = [row[_in_half(row, period, pitch / 2 - ribbon_mm)] for row in rows]
        if not sum(map(len, inside)):
            break
        found += inside
        reach_mm += PITCH_MM
    places = np.concatenate(found) if found else np.empty((0, 2))
    kept = places[_apart(places, period)]
    return np.concatenate((kept, -kept))


def _covered(parts: Sequence[Part]) -> Rings:
    """Return what parts cover, rings of either direction alike."""
    from batikstudio.geometry import areas

    pieces: list[Points] = []
    for part in parts:
        for points, closed in part.path.subpaths(_FLAT_MM):
            if part.width_mm is None:
                pieces += areas.normalised([points])
            else:
                pieces += areas.stroked(points, closed, part.width_mm, part.cap, _FLAT_MM)
    return areas.normalised(pieces)


def _copies(rings: Rings, shifts: Points, within_mm: float) -> list[Points]:
    """Return the copies of rings that come nearer to the origin than ``within_mm``."""
    x0, y0, x1, y1 = rings.bounds
    radius = math.hypot(x1 - x0, y1 - y0) / 2
    middle = np.array([x0 + x1, y0 + y1]) / 2
    return [ring + shift for shift in shifts if np.hypot(*(middle + shift)) < within_mm + radius for ring in rings]


def _evenly(ring: Points) -> Points:
    """Return places at equal distances along a closed ring."""
    closed = np.concatenate((ring, ring[:1]))
    length = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(closed, axis=0).T))))
    count = max(round(length[-1] / PITCH_MM), 1)
    at = np.arange(count) * length[-1] / count
    return np.stack([np.interp(at, length, column) for column in closed.T], axis=1)


def _in_half(places: Points, period: float, height: float) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return which places lie in the lower half of one period of the band, of which the other is the half turn."""
    along, across = (places @ np.array([[1.0, -1.0], [1.0, 1.0]]) / math.sqrt(2)).T
    within = (along >= -period / 2) & (along < period / 2)
    held: np.ndarray[tuple[int], np.dtype[np.bool_]] = within & (across >= 0) & (across < height)
    return held


def _apart(places: Points, period: float) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return which places to keep so that none is too near to another, its copies and their half turns."""
    from scipy.spatial import cKDTree

    step = np.array([1.0, 1.0]) * period / math.sqrt(2)
    images = [sign * places + k * step for sign, k in product((1, -1), (0, -1, 1))]
    own = np.tile(np.arange(len(places)), len(images))
    keep = np.ones(len(places), bool)
    if not len(places):
        return keep
    pairs = cKDTree(np.concatenate(images)).query_pairs(_NEAREST * PITCH_MM, output_type="ndarray")
    pairs = np.sort(own[pairs], axis=1)
    for first, second in pairs[np.lexsort((pairs[:, 0], pairs[:, 1]))]:
        if keep[first]:
            keep[second] = False
    return keep
