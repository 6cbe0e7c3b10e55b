"""Lines that start on a contour and run inward, or fan out from a midrib."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from batikstudio.geometry.path import Points
from batikstudio.motifs.filling.lines import LEAST_WIDTHS
from batikstudio.motifs.filling.rows import NOWHERE, Spots, first_row, gathered, midrib, spaced, thickness
from batikstudio.motifs.filling.space import CLEAR_MM, Mask, Numbers, Space, edges_of, within
from batikstudio.motifs.filling.stamps import Hand, directions

LEAN_RAD = 0.3
"""How far a line of sawut leans from the square to its contour at its start."""
BEND_RAD = 0.45
"""By how much it turns along its way."""
_MEETING_SHARE = 0.82
"""How far a line goes toward the middle between two edges: two from opposite sides leave a gap between their ends."""
_APART_WIDTHS = 1.8
_POINTS = 7
_SHORT_SHARE = 0.35


@dataclass(frozen=True, eq=False)
class Hatches:
    """Lines of shape (7, 2) each, from the contour inward, and their inner ends with directions."""

    lines: list[Points]
    tips: Spots


def hatches(
    space: Space, pitch_mm: float, length_mm: float, width_mm: float, hand: Hand, tip_mm: float = 0.0
) -> Hatches:
    """Return lines from the contour inward, shorter where the region is narrow, missing in its tips.

    Parameters
    ----------
    space : Space
        Of a ground the lines stand about the figures of the home cell.
    pitch_mm, length_mm, width_mm : float
    hand : Hand
    tip_mm : float
        Room to leave at the inner end, for a dot.
    """
    half = max(width_mm, 0.3) / 2 + 2 * CLEAR_MM
    spots = _starts(space, pitch_mm, half)
    if not len(spots):
        return Hatches([], NOWHERE)
    inward = spots.angles + np.pi / 2 - LEAN_RAD
    middle = _MEETING_SHARE * _to_middle(space, spots.points, inward, 1.3 * length_mm)
    length = np.minimum(length_mm * hand.sizes(len(spots)), middle) - tip_mm
    lines = curved(spots.points, inward, np.maximum(length, 1e-3), BEND_RAD)
    good = (length > max(LEAST_WIDTHS * width_mm, _SHORT_SHARE * min(length_mm, 3.0))) & hand.kept(len(spots))
    good &= clear(space, lines, half)
    good[good] = _apart(lines[good], length[good], _APART_WIDTHS * max(width_mm, 0.3))
    ends = Spots(lines[good, -1], inward[good] + BEND_RAD)
    return Hatches(list(lines[good]), ends)


def _starts(space: Space, pitch: float, half: float) -> Spots:
    if space.basis is not None:
        row = first_row(space, pitch, half + CLEAR_MM)
        return row.only(space.holds(row.points, half - 2 * CLEAR_MM))
    import shapely

    found = []
    for polygon in shapely.get_parts(shapely.buffer(space.area, -half, quad_segs=6)).tolist():
        found += [spaced(ring, pitch, True) for ring in edges_of(polygon)] if not polygon.is_empty else []
    return gathered(found)


def _to_middle(space: Space, starts: Points, angles: Numbers, most_mm: float) -> Numbers:
    """Return how far lines go until the edge that they come from is no longer the nearest; at most that far."""
    steps = np.linspace(0, most_mm, max(int(most_mm / 0.25), 8))
    mean = angles + BEND_RAD / 2
    places = starts[:, None] + steps[None, :, None] * directions(mean)[:, None]
    room = space.room(places.reshape(-1, 2)).reshape(len(starts), -1)
    beyond = (room < 0.8 * steps * np.cos(LEAN_RAD - BEND_RAD / 2)) & (steps > 0.5)
    first = np.where(beyond.any(axis=1), np.argmax(beyond, axis=1), len(steps) - 1)
    far: Numbers = steps[first]
    return far


def _apart(lines: Points, lengths: Numbers, least_mm: float) -> Mask:
    """Say which lines stay when of two that come too near to each other the shorter goes."""
    import shapely

    kept = np.ones(len(lines), bool)
    if len(lines) < 2:
        return kept
    order = np.argsort(-lengths, kind="stable")
    drawn = np.asarray(shapely.linestrings(lines[order]))
    pairs = shapely.STRtree(drawn).query(drawn, predicate="dwithin", distance=least_mm).T
    pairs = pairs[pairs[:, 0] < pairs[:, 1]]
    for a, b in pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))].tolist():
        if kept[a]:
            kept[b] = False
    stays = np.ones(len(lines), bool)
    stays[order] = kept
    return stays


def curved(starts: Points, angles: Numbers, lengths: Numbers, bend_rad: float) -> Points:
    """Return arcs as polylines, shape (n, 7, 2): each sets out at its angle and turns by ``bend_rad`` along its way."""
    t = np.linspace(0, 1, _POINTS)
    heading = angles[:, None] + bend_rad * (t[:-1] + t[1:])[None] / 2
    steps = lengths[:, None, None] / (_POINTS - 1) * directions(heading)
    lines: Points = starts[:, None] + np.concatenate((np.zeros((len(starts), 1, 2)), np.cumsum(steps, axis=1)), axis=1)
    return lines


def clear(space: Space, lines: Points, half_mm: float) -> Mask:
    """Say of each line, shape (n, k, 2), whether it lies inside with its width."""
    import shapely

    if not len(lines):
        return np.zeros(0, bool)
    return space.contains(lines[:, 0]) & ~within(space.edge, shapely.linestrings(lines), half_mm - CLEAR_MM)


@dataclass(frozen=True, eq=False)
class Fan:
    """The midrib of a leaf, shape (n, 2), the lines that leave it on both sides, and where they end."""

    rib: Points
    lines: list[Points]
    tips: Spots


def fans(space: Space, pitch_mm: float, widths_mm: tuple[float, float], hand: Hand, tip_mm: float) -> list[Fan]:
    """Return for each piece of the space its midrib and the lines that fan out from it toward the contour.

    Parameters
    ----------
    space : Space
        A bounded region.
    pitch_mm : float
    widths_mm : (float, float)
        Of the midrib and of the lines.
    hand : Hand
    tip_mm : float
        Room to leave between the end of a line and the contour.
    """
    return [
        fan for polygon in space.polygons if (fan := _fan(space, midrib(polygon), pitch_mm, widths_mm, hand, tip_mm))
    ]


_OUT_RAD = 0.95
_FAN_BEND_RAD = -0.4


def _fan(space: Space, rib: Points, pitch: float, widths: tuple[float, float], hand: Hand, tip_mm: float) -> Fan | None:
    width = widths[1]
    rib = inside_part(space, rib, max(widths[0], 0.3) / 2 + 2 * CLEAR_MM)
    if len(rib) < 4:
        return None
    along = np.concatenate(([0.0], np.cumsum(np.linalg.norm(np.diff(rib, axis=0), axis=1))))
    # The lines leave at a slant: so much longer is the way between them along the rib.
    count = max(round(along[-1] / (pitch / np.sin(_OUT_RAD))), 2)
    at = (np.arange(count) + 0.35) / count * along[-1]
    starts = np.stack([np.interp(at, along, rib[:, k]) for k in (0, 1)], axis=1)
    ahead = np.stack([np.interp(at + 0.2, along, rib[:, k]) - np.interp(at - 0.2, along, rib[:, k]) for k in (0, 1)])
    heading = np.arctan2(ahead[1], ahead[0])
    lines, tips = [], []
    half = max(width, 0.3) / 2 + 2 * CLEAR_MM
    for side in (-1, 1):
        angles = heading + side * _OUT_RAD
        room = thickness(space, Spots(starts, angles), angles + side * _FAN_BEND_RAD / 2, 40.0)
        length = (room - tip_mm) * (1 - 0.3 * hand.amount * hand.rng.uniform(0, 0.2, count))
        drawn = curved(starts, angles, np.maximum(length, 1e-3), side * _FAN_BEND_RAD)
        good = (length > LEAST_WIDTHS * width) & hand.kept(count) & clear(space, drawn, half)
        good[good] = _apart(drawn[good], -np.flatnonzero(good).astype(float), _APART_WIDTHS * max(width, 0.3))
        lines += list(drawn[good])
        tips.append(Spots(drawn[good, -1], angles[good] + side * _FAN_BEND_RAD))
    return Fan(rib, lines, gathered(tips))


def inside_part(space: Space, line: Points, half_mm: float) -> Points:
    """Return the longest run of a line's points that lies inside with its width."""
    import shapely

    inner = shapely.intersection(shapely.LineString(line), space.narrowed(half_mm))
    runs = [part for part in shapely.get_parts(inner).tolist() if part.geom_type == "LineString"]
    if not runs:
        return np.empty((0, 2))
    return np.asarray(shapely.get_coordinates(max(runs, key=lambda run: float(run.length))))
