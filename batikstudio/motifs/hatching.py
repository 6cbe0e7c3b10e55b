"""Hatching: lines from a contour inwards, from a midrib outwards, from a middle to all sides."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.parameter import Value
from batikstudio.geometry.path import Points
from batikstudio.geometry.rings import rings_of
from batikstudio.motifs.along import first_come, with_normals
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number

_SHARE = 0.36
_BOW = 0.12
"""How far a line of sawut bows to the side, of its length."""
_APART_MM = 0.45
_ROUND = 1.45
"""What is less than so many times as long as wide has no midrib."""
_SHORTEST_MM, _GAP_MM = 1.2, 0.5
_HATCHED_MM2 = 25.0


def hatching(
    room: Room, pitch_mm: float, length_mm: float, chance: np.random.Generator, values: Mapping[str, Value]
) -> tuple[list[Points], Points]:
    """Return slightly bowed lines from the contour inwards, and the places just beyond their inner ends.

    A line reaches less than half of the way across, so that those of both sides do not meet and thin to the tips.
    """
    irregular = number(values, "irregular")
    lines: list[Points] = []
    ends: list[Points] = []
    for part in room.parts():
        for line in _edges(part):
            places, inwards = with_normals(line, pitch_mm)
            lengths = np.minimum(length_mm, _SHARE * _reaches(part, places + 0.05 * inwards, inwards))
            lengths *= 1 + 0.12 * irregular * chance.standard_normal(len(places)).clip(-2, 2)
            along = np.stack((-inwards[:, 1], inwards[:, 0]), axis=1)
            for place, inward, side, long in zip(places, inwards, along, lengths, strict=True):
                t = np.linspace(0.0, 1.0, 5)[:, None]
                lines.append(place + t * long * inward + _BOW * long * (4 * t * (1 - t)) * side)
                ends.append(place + 1.22 * long * inward)
    free = _uncrossed(lines)
    return [line for line, stays in zip(lines, free, strict=True) if stays], np.array(ends).reshape(-1, 2)[free]


def _edges(room: Room) -> list[Points]:
    """Return the lines along the border that are hatched: not around dots and strokes that lie in the room."""
    return [line for line in room.rows(0.05, 1e6) if abs(rings_of([line]).area_mm2) > _HATCHED_MM2]


def _uncrossed(lines: list[Points]) -> NDArray[np.bool_]:
    """Return which lines stay where some come too near to each other, the shorter ones: in corners they would cross."""
    import shapely

    if not lines:
        return np.zeros(0, bool)
    shapes = np.array([shapely.LineString(line) for line in lines])
    order = np.argsort(shapely.length(shapes), kind="stable")
    pairs = shapely.STRtree(list(shapes[order])).query(shapes[order], predicate="dwithin", distance=_APART_MM).T
    stays = np.zeros(len(lines), bool)
    stays[order] = first_come(len(lines), pairs[pairs[:, 0] < pairs[:, 1]])
    return stays


class Ribs(NamedTuple):
    """Lines that stand out from a midrib, the places beyond their tips, and the midrib: none in what is round."""

    lines: list[Points]
    tips: Points
    midrib: list[Points]


def from_midrib(
    room: Room,
    pitch_mm: float,
    angle_deg: float,
    share: float,
    chance: np.random.Generator,
    values: Mapping[str, Value],
) -> Ribs:
    """Return ribs on both sides of a midrib; in what is as long as wide, ribs from its middle to all sides.

    Parameters
    ----------
    room : Room
        One piece.
    pitch_mm : float
        Between the feet of the ribs.
    angle_deg : float
        Of the ribs to the midrib.
    share : float
        How far to the border they reach.
    chance, values
        As a filler gets them.
    """
    spine = room.spine() if room.axis.length_mm > _ROUND * room.axis.width_mm else None
    if spine is None:
        starts, directions = _all_round(room, pitch_mm)
        midrib = []
    else:
        starts, directions = _both_sides(spine, pitch_mm, angle_deg)
        midrib = [spine[:-1]]
    turns = np.radians(5 * number(values, "irregular") * chance.standard_normal(len(starts)))
    x, y = directions.T
    turned = np.stack((x * np.cos(turns) - y * np.sin(turns), x * np.sin(turns) + y * np.cos(turns)), axis=1)
    lengths = share * _reaches(room, starts, turned)
    long = lengths > _SHORTEST_MM
    starts, turned, lengths = starts[long], turned[long], lengths[long, None]
    lines = list(np.stack((starts + _GAP_MM * turned, starts + lengths * turned), axis=1))
    free = _uncrossed(lines)
    return Ribs(
        [line for line, stays in zip(lines, free, strict=True) if stays],
        (starts + (lengths + 1.1) * turned)[free],
        midrib,
    )


def _both_sides(spine: Points, pitch_mm: float, angle_deg: float) -> tuple[Points, Points]:
    """Return feet along a midrib, by turns on either side, and the directions of their ribs; shapes (n, 2)."""
    way = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(spine, axis=0).T))))
    feet = np.arange(0.05 * way[-1], 0.92 * way[-1], pitch_mm / 2)
    sides = np.where(np.arange(len(feet)) % 2, 1.0, -1.0)
    step = 0.25 * float(way[-1])
    at = (feet, np.maximum(feet - step, 0.04 * way[-1]), np.minimum(feet + step, 0.96 * way[-1]))
    starts, behind, ahead = (np.stack([np.interp(one, way, spine[:, k]) for k in (0, 1)], axis=1) for one in at)
    along = (ahead - behind) / np.maximum(np.hypot(*(ahead - behind).T), 1e-9)[:, None]
    turns = np.radians(sides * angle_deg)
    x, y = along.T
    return starts, np.stack((x * np.cos(turns) - y * np.sin(turns), x * np.sin(turns) + y * np.cos(turns)), axis=1)


def _all_round(room: Room, pitch_mm: float) -> tuple[Points, Points]:
    """Return places about the middle, every other one farther out, and the directions away from it; shapes (n, 2)."""
    radius = 0.5 * room.axis.width_mm
    count = 2 * max(round(math.pi * 0.55 * radius / pitch_mm), 3)
    angles = 2 * math.pi * np.arange(count) / count
    out = np.stack((np.cos(angles), np.sin(angles)), axis=1)
    inner = np.where(np.arange(count) % 2, 0.42, 0.14) * radius
    return room.axis.middle + inner[:, None] * out, out


def _reaches(room: Room, starts: Points, directions: Points) -> NDArray[np.float64]:
    """Return how far it is from places inside to the border, 0 from places outside; shape (n,), mm."""
    import shapely

    reach = room.axis.length_mm + room.axis.width_mm
    rays = shapely.linestrings(np.stack((starts, starts + reach * directions), axis=1))
    parts, index = shapely.get_parts(shapely.intersection(rays, room.shape), return_index=True)
    near = shapely.distance(parts, shapely.points(starts[index])) < 1e-6
    found = np.zeros(len(starts))
    found[index[near]] = shapely.length(parts[near])
    return found


def from_middle(
    room: Room, pitch_mm: float, length_mm: float, chance: np.random.Generator, values: Mapping[str, Value]
) -> list[Points]:
    """Return hairs that stand out to all sides, in rings as far apart as they are long."""
    irregular = number(values, "irregular")
    middle = room.axis.middle
    found: list[Points] = []
    outermost = 0.5 * math.hypot(room.axis.length_mm, room.axis.width_mm)
    for k, inner in enumerate(np.arange(0.6, outermost, 1.25 * length_mm)):
        count = max(round(2 * math.pi * (inner + 0.5 * length_mm) / (2.0 * pitch_mm)), 5)
        angles = (np.arange(count) + 0.5 * (k % 2)) * 2 * math.pi / count
        angles = angles + 0.05 * irregular * chance.standard_normal(count)
        for angle in angles:
            out = np.array([math.cos(angle), math.sin(angle)])
            found.append(np.stack((middle + inner * out, middle + (inner + length_mm) * out)))
    return found
