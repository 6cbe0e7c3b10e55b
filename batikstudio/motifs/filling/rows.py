"""Rows that follow a contour, and lines that start on it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from batikstudio.geometry.path import Points
from batikstudio.motifs.filling.grids import along_lines, ruled
from batikstudio.motifs.filling.scatter import in_gaps, pruned
from batikstudio.motifs.filling.space import Numbers, Space, edges_of, signed_area
from batikstudio.motifs.filling.stamps import Hand

if TYPE_CHECKING:
    from shapely import Polygon

CORNER_RAD = 0.8
"""A contour that turns by more within a step has a corner there."""
CLOSEST_SHARE, GAP_SHARE = 0.78, 0.92
"""Pieces of different rows come no closer than the first share of the pitch; a gap wider than the second is filled."""
_ARC_SEGMENTS = 6
_SAME_CORNER = 4
_BAND_SHARE = 0.88
_MIDDLE_SHARE = 0.2


@dataclass(frozen=True, eq=False)
class Spots:
    """Places along contours: points of shape (n, 2), and the direction of the contour, shape (n,), radians."""

    points: Points
    angles: Numbers

    def __len__(self) -> int:
        return len(self.points)

    def only(self, chosen: np.ndarray) -> Spots:
        """Return the places of a mask or of indices."""
        return Spots(self.points[chosen], self.angles[chosen])


NOWHERE = Spots(np.empty((0, 2)), np.empty(0))


def gathered(spots: list[Spots]) -> Spots:
    """Return all places as one."""
    if not spots:
        return NOWHERE
    return Spots(np.concatenate([one.points for one in spots]), np.concatenate([one.angles for one in spots]))


def depth_mm(polygon: Polygon, tolerance_mm: float = 0.1) -> float:
    """Return the radius of the largest disc inside a polygon."""
    import shapely

    return float(shapely.maximum_inscribed_circle(polygon, tolerance=tolerance_mm).length)


def contours(polygon: Polygon, first_mm: float, pitch_mm: float) -> Iterator[tuple[int, Points]]:
    """Yield the rows of a region with their numbers, the outermost first, until nothing is left.

    The pitch is changed a little so that the innermost row ends half a pitch or a whole one from the middle.
    """
    import shapely

    steps, pitch = _fitted_rows(polygon, first_mm, pitch_mm)
    for k in range(math.ceil(steps)):
        left = shapely.buffer(polygon, -(first_mm + k * pitch), quad_segs=_ARC_SEGMENTS)
        if left.is_empty:
            return
        for part in shapely.get_parts(left).tolist():
            for ring in edges_of(part):
                yield k, ring


def _fitted_rows(polygon: Polygon, first_mm: float, pitch_mm: float) -> tuple[float, float]:
    """Return the number of rows to the middle, in halves, and their pitch, mm; no row where there is no room."""
    room = depth_mm(polygon) - first_mm
    if room < 0:
        return 0.0, pitch_mm
    steps = max(round(2 * room / pitch_mm) / 2, 0.5)
    return steps, max(room / steps, 0.6 * pitch_mm)


def middle_rows(polygon: Polygon, first_mm: float, pitch_mm: float) -> list[Spots]:
    """Return the row along the middle, where the innermost of the `contours` is a whole pitch from it."""
    import shapely

    steps, pitch = _fitted_rows(polygon, first_mm, pitch_mm)
    if steps < 1 or steps % 1:
        return []
    left = shapely.buffer(polygon, -(first_mm + (steps - _MIDDLE_SHARE) * pitch), quad_segs=_ARC_SEGMENTS)
    found = []
    for part in shapely.get_parts(left).tolist():
        rings = edges_of(part) if not part.is_empty else []
        if len(rings) == 1:
            found.append(along_middle(part, pitch_mm))
        elif rings:
            found.append(spaced(rings[0], pitch_mm, False))
    return found


def measured(ring: Points) -> Numbers:
    """Return the length of a closed ring up to each point and back to the first, shape (n + 1,)."""
    steps = np.linalg.norm(np.diff(np.vstack((ring, ring[:1])), axis=0), axis=1)
    return np.concatenate(([0.0], np.cumsum(steps)))


def at_lengths(ring: Points, lengths: Numbers, window_mm: float) -> Spots:
    """Return the places at lengths along a closed ring, with the direction over a window about them."""
    along = measured(ring)
    whole = along[-1]

    def on(lengths: Numbers) -> Points:
        wrapped = np.mod(lengths, whole)
        closed = np.vstack((ring, ring[:1]))
        return np.stack([np.interp(wrapped, along, closed[:, k]) for k in (0, 1)], axis=1)

    toward = on(lengths + window_mm / 2) - on(lengths - window_mm / 2)
    return Spots(on(lengths), np.arctan2(toward[:, 1], toward[:, 0]))


def corners_of(ring: Points, window_mm: float) -> Numbers:
    """Return where, as lengths along a closed ring, it turns sharply."""
    whole = measured(ring)[-1]
    count = max(int(whole / window_mm * 4), 8)
    step = whole / count
    angle = at_lengths(ring, np.arange(count) * step, step).angles
    turned = np.angle(np.exp(1j * (np.roll(angle, -2) - np.roll(angle, 2))))
    bend = np.abs(turned)
    # Of a corner that shows in several places the sharpest counts, the first of equals.
    before = np.max([np.roll(bend, k) for k in range(1, _SAME_CORNER + 1)], axis=0)
    after = np.max([np.roll(bend, -k) for k in range(1, _SAME_CORNER + 1)], axis=0)
    peak = (bend > CORNER_RAD) & (bend > before + 1e-9) & (bend >= after - 1e-9)
    found: Numbers = np.flatnonzero(peak) * step
    return found


def spaced(ring: Points, pitch_mm: float, shifted: bool) -> Spots:
    """Return places along a closed ring, a whole count from corner to corner; shifted by half a step if asked for."""
    whole = measured(ring)[-1]
    if whole < 1e-6:
        return NOWHERE
    if whole < 1.5 * pitch_mm:
        return at_lengths(ring, np.zeros(1), pitch_mm / 2)
    cut = corners_of(ring, pitch_mm)
    if not len(cut):
        count = max(round(whole / pitch_mm), 2)
        return at_lengths(ring, (np.arange(count) + 0.5 * shifted) * (whole / count), pitch_mm / 2)
    ends = np.append(cut[1:], cut[0] + whole)
    stretches = []
    for start, end in zip(cut, ends, strict=True):
        count = max(round((end - start) / pitch_mm), 1)
        stretches.append(start + (np.arange(count) + 0.5 * shifted) * ((end - start) / count))
    return at_lengths(ring, np.concatenate(stretches), pitch_mm / 2)


def in_rows(space: Space, pitch_mm: float, reach_mm: float) -> Spots:
    """Return places in rows that follow the contour, staggered from row to row, thinning into the tips.

    Parameters
    ----------
    space : Space
        A bounded region.
    pitch_mm : float
        From row to row, and along a row.
    reach_mm : float
        How far the first row stays from the edge.
    """
    found = []
    for polygon in space.polygons:
        rows: list[Spots] = []
        if depth_mm(polygon) - reach_mm < 0.28 * pitch_mm:
            rows.append(along_middle(polygon, pitch_mm))
        else:
            rows += [spaced(ring, pitch_mm, k % 2 == 1) for k, ring in contours(polygon, reach_mm, pitch_mm)]
            rows += middle_rows(polygon, reach_mm, pitch_mm)
        spots = gathered(rows)
        found.append(spots.only(pruned(space, spots.points, closest_mm(pitch_mm, reach_mm))))
    spots = gathered(found)
    extra = in_gaps(space, spots.points, GAP_SHARE * pitch_mm, reach_mm)
    return gathered([spots, Spots(extra, np.zeros(len(extra)))])


def closest_mm(pitch_mm: float, reach_mm: float) -> float:
    """Return how near the places of different rows may come: figures that reach far must not overlap."""
    return max(CLOSEST_SHARE * pitch_mm, min(2 * reach_mm, 0.95 * pitch_mm))


def in_chains(space: Space, step_mm: float, pitch_mm: float, reach_mm: float, hand: Hand) -> Spots:
    """Return places in chains, ``step_mm`` from link to link and ``pitch_mm`` from chain to chain.

    In a region they follow the contour, on a ground they run straight along the lattice.
    """
    if space.basis is not None:
        lines = ruled(space, pitch_mm, 0.0, hand)
        places = space.home(along_lines(lines, step_mm))
        return Spots(places, np.full(len(places), lines.angle))
    found = []
    for polygon in space.polygons:
        if depth_mm(polygon) - reach_mm < 0.5 * step_mm:
            found.append(along_middle(polygon, step_mm))
        else:
            found += [spaced(ring, step_mm, False) for _, ring in contours(polygon, reach_mm, pitch_mm)]
    spots = gathered(found)
    return spots.only(pruned(space, spots.points, CLOSEST_SHARE * step_mm))


def first_row(space: Space, pitch_mm: float, reach_mm: float) -> Spots:
    """Return the row that runs about the figures of a ground, or just inside a region; the space to its left."""
    import shapely

    rows = []
    for ring in space.closed_rings:
        side = _side(ring)
        away = shapely.get_parts(shapely.buffer(shapely.Polygon(ring), side * reach_mm, quad_segs=_ARC_SEGMENTS))
        for part in away.tolist():
            if not part.is_empty:
                row = edges_of(part)[0]
                rows.append(spaced(row if side < 0 else row[::-1], pitch_mm, False))
    spots = gathered(rows)
    return Spots(space.home(spots.points), spots.angles)


def _side(ring: Points) -> int:
    """Return 1 about a figure, where the space lies outside the ring, and -1 inside a region."""
    return 1 if signed_area(ring) < 0 else -1


def along_middle(polygon: Polygon, pitch_mm: float) -> Spots:
    """Return one row along the middle of a narrow region."""
    line = midrib(polygon)
    steps = np.linalg.norm(np.diff(line, axis=0), axis=1)
    along = np.concatenate(([0.0], np.cumsum(steps)))
    count = max(round(along[-1] / pitch_mm), 1)
    at = (np.arange(count) + 0.5) * (along[-1] / count)
    points = np.stack([np.interp(at, along, line[:, k]) for k in (0, 1)], axis=1)
    ahead = np.stack([np.interp(at + 0.1, along, line[:, k]) for k in (0, 1)], axis=1)
    back = np.stack([np.interp(at - 0.1, along, line[:, k]) for k in (0, 1)], axis=1)
    return Spots(points, np.arctan2(*(ahead - back).T[::-1]))


def midrib(polygon: Polygon, count: int = 48) -> Points:
    """Return the line midway between the two sides that join the farthest points of a region, shape (count, 2)."""
    straight = _middle_of_band(polygon)
    if straight is not None:
        return _resampled(straight, count)
    ring = edges_of(polygon)[0]
    along = measured(ring)
    even = at_lengths(ring, np.linspace(0, along[-1], 4 * count, endpoint=False), 0.1).points
    apart = np.linalg.norm(even[:, None] - even[None], axis=2)
    a, b = sorted(np.unravel_index(int(np.argmax(apart)), apart.shape))
    one, other = even[a : b + 1], np.roll(even, -int(b), axis=0)[: len(even) - int(b) + int(a) + 1][::-1]
    line: Points = (_resampled(one, count) + _resampled(other, count)) / 2
    # Bays and teeth of the contour must not shake it.
    t = np.linspace(-1, 1, count)
    fitted: Points = np.asarray(
        np.polynomial.legendre.legval(t, np.polynomial.legendre.legfit(t, line, 4)).T, np.float64
    )
    return fitted


def _middle_of_band(polygon: Polygon) -> Points | None:
    """Return the line down the middle of a long rectangle, shape (2, 2): its farthest points are on a diagonal."""
    import shapely

    box = shapely.minimum_rotated_rectangle(polygon)
    corners = shapely.get_coordinates(box)
    if len(corners) < 5 or polygon.area < _BAND_SHARE * box.area:
        return None
    sides = np.linalg.norm(np.diff(corners[:3], axis=0), axis=1)
    a, b, c, d = corners[:4] if sides[0] < sides[1] else corners[1:5]
    return np.stack((a + b, c + d)) / 2 if sides.max() > 2 * sides.min() else None


def _resampled(line: Points, count: int) -> Points:
    along = np.concatenate(([0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))))
    at = np.linspace(0, along[-1], count)
    return np.stack([np.interp(at, along, line[:, k]) for k in (0, 1)], axis=1)


def thickness(space: Space, spots: Spots, angles: Numbers, most_mm: float) -> Numbers:
    """Return how far one can go from each place in a direction, radians, before leaving the space; at most that far."""
    count = max(int(most_mm / 0.25), 8)
    t = np.linspace(0, most_mm, count + 1)[1:]
    ray = spots.points[:, None] + t[None, :, None] * np.stack((np.cos(angles), np.sin(angles)), axis=1)[:, None]
    inside = space.contains(ray.reshape(-1, 2)).reshape(len(spots), count)
    # The first steps may graze the contour that the line starts on.
    inside[:, t < 0.3] = True
    left = np.where(inside.all(axis=1), count, np.argmin(inside, axis=1))
    return np.where(left > 0, t[np.maximum(left, 1) - 1], 0.0)
