"""Hatching: lines from a contour inwards, from a midrib outwards, from a middle to all sides."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.parameter import Value
from batikstudio.geometry.path import Points
from batikstudio.motifs.room import Room, with_normals
from batikstudio.motifs.strokes import number

_SHARE = 0.36
_BOW = 0.12
"""How far a line of sawut bows to the side, of its length."""


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
        for line in part.rows(0.05, 1e6):
            places, inwards = with_normals(line, pitch_mm)
            lengths = np.minimum(length_mm, _SHARE * _depths(part, places, inwards))
            lengths *= 1 + 0.12 * irregular * chance.standard_normal(len(places)).clip(-2, 2)
            along = np.stack((-inwards[:, 1], inwards[:, 0]), axis=1)
            for place, inward, side, long in zip(places, inwards, along, lengths, strict=True):
                t = np.linspace(0.0, 1.0, 5)[:, None]
                lines.append(place + t * long * inward + _BOW * long * (4 * t * (1 - t)) * side)
                ends.append(place + 1.22 * long * inward)
    return lines, np.array(ends).reshape(-1, 2)


def _depths(room: Room, places: Points, inwards: Points) -> NDArray[np.float64]:
    """Return how far it is from places on the border straight across to the other side, shape (n,), mm."""
    import shapely

    reach = room.axis.length_mm + room.axis.width_mm
    rays = np.stack((places + 0.05 * inwards, places + reach * inwards), axis=1)
    cut = shapely.intersection(shapely.linestrings(rays), room.shape)
    parts, index = shapely.get_parts(cut, return_index=True)
    found = np.zeros(len(places))
    near = shapely.distance(parts, shapely.points(rays[index, 0])) < 0.1
    found[index[near]] = shapely.length(parts[near])
    return found


def from_midrib(
    room: Room,
    pitch_mm: float,
    angle_deg: float,
    share: float,
    chance: np.random.Generator,
    values: Mapping[str, Value],
) -> tuple[list[Points], Points, list[Points]]:
    """Return ribs on both sides of a midrib, the places beyond their tips, and the midrib.

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
    import shapely

    spine = room.spine()
    if spine is None:
        return [], np.empty((0, 2)), []
    way = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(spine, axis=0).T))))
    feet = np.arange(0.07 * way[-1], 0.9 * way[-1], pitch_mm)
    irregular = number(values, "irregular")
    ribs: list[Points] = []
    tips: list[Points] = []
    reach = room.axis.width_mm
    for side in (-1, 1):
        for foot in feet + 0.5 * pitch_mm * (side > 0):
            at = np.array([np.interp(foot, way, spine[:, k]) for k in (0, 1)])
            ahead = np.array([np.interp(foot + 1.0, way, spine[:, k]) for k in (0, 1)]) - at
            turn = math.radians(side * (angle_deg + 5 * irregular * float(chance.standard_normal())))
            direction = np.array(
                (
                    ahead[0] * math.cos(turn) - ahead[1] * math.sin(turn),
                    ahead[0] * math.sin(turn) + ahead[1] * math.cos(turn),
                )
            )
            direction /= max(float(np.hypot(*direction)), 1e-9)
            ray = shapely.intersection(shapely.LineString([at, at + reach * direction]), room.shape)
            pieces = [one for one in shapely.get_parts(ray) if one.geom_type == "LineString"]
            if not pieces:
                continue
            long = share * float(pieces[0].length)
            start = at + 0.5 * direction
            if long > 1.2:
                ribs.append(np.stack((start, at + long * direction)))
                tips.append(at + (long + 1.1) * direction)
    return ribs, np.array(tips).reshape(-1, 2), [spine[:-1]]


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
