"""Nitik: figures of square dots on a square grid, as a canting cawang sets them, imitating a weave.

A figure is a set of places (column, row) counted from its middle. What is written for one octant is reflected into all
eight, so each figure has the mirrors of a square.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from itertools import product

import numpy as np

from batikstudio.geometry.path import CLOSE, LINE, MOVE, Path
from batikstudio.motifs.motif import Part

Place = tuple[int, int]
Figure = dict[str, set[Place]]
"""Places by role."""

DOT = 0.8
"""The side of a dot, in pitches."""


def eightfold(places: Iterable[Place]) -> set[Place]:
    """Return the images of ``places`` under the mirrors of a square."""
    every: set[Place] = set()
    for i, j in places:
        for x, y in ((i, j), (j, i)):
            every |= {(x, y), (-x, y), (x, -y), (-x, -y)}
    return every


def ring(radius: float) -> set[Place]:
    """Return the places nearest to a circle."""
    reach = range(math.ceil(radius) + 1)
    return eightfold((i, j) for i in reach for j in reach if round(math.hypot(i, j)) == round(radius))


def lozenge(reach: int, every: int = 1) -> set[Place]:
    """Return the places of a square on its corner, each one or one in ``every``."""
    return eightfold((reach - j, j) for j in range(0, reach + 1) if min(j, reach - j) % every == 0)


def ray(start: int, end: int, half_width: float) -> tuple[set[Place], set[Place]]:
    """Return the outline and the inside of a pointed leaf on the axis, in all four directions."""
    return _leaf(start, end, half_width, lambda along, across: (along, across))


def slanted(start: int, end: int, half_width: float) -> tuple[set[Place], set[Place]]:
    """Return the outline and the inside of a pointed leaf on the diagonal; a step along it is a step both ways."""
    return _leaf(start, end, half_width, lambda along, across: (along + across, along - across))


def _leaf(start: int, end: int, half_width: float, at: Callable[[int, int], Place]) -> tuple[set[Place], set[Place]]:
    outline, inside = set(), set()
    for along in range(start, end + 1):
        wide = round(half_width * math.sin(math.pi * (along - start) / (end - start)) ** 0.8)
        outline.add(at(along, wide))
        inside |= {at(along, across) for across in range(wide)}
    return eightfold(outline), eightfold(inside) - eightfold(outline)


def beams(start: float, long: float, short: float) -> set[Place]:
    """Return sixteen rays about the middle that narrow outwards, long ones and short ones in turn."""
    places = set()
    for i, j in product(range(math.ceil(long) + 1), repeat=2):
        radius, turn = math.hypot(i, j), math.degrees(math.atan2(j, i)) % 45.0
        for reach, off in ((long, min(turn, 45.0 - turn)), (short, abs(turn - 22.5))):
            half_width = 1.5 * (reach - radius) / (reach - start) + 0.25
            if start <= radius <= reach and radius * math.sin(math.radians(off)) <= half_width:
                places.add((i, j))
    return eightfold(places)


def joined_figures(figures: Iterable[Figure]) -> Figure:
    """Return the figures as one; a place that a later one takes is lost to the earlier."""
    result: Figure = {}
    for figure in figures:
        for role, places in figure.items():
            for other in result.values():
                other -= places
            result.setdefault(role, set()).update(places)
    return result


def on_cell(corner: Figure, middle: Figure, side: int) -> Figure:
    """Return a cell of ``side`` places both ways, even, with one figure at its corner and one in its middle.

    All places lie in 0 to ``side`` - 1; figures that reach over an edge come in at the other.
    """
    half = side // 2
    moved = {role: {(i + half, j + half) for i, j in places} for role, places in middle.items()}
    wrapped = [
        {role: {(i % side, j % side) for i, j in places} for role, places in figure.items()}
        for figure in (corner, moved)
    ]
    return joined_figures(wrapped)


def rows_about(cell: Figure, side: int) -> dict[int, set[Place]]:
    """Return the free places of a cell by their distance from the nearest dot, in steps along the grid."""
    taken = np.zeros((side, side), bool)
    for places in cell.values():
        for i, j in places:
            taken[i, j] = True
    rows: dict[int, set[Place]] = {}
    distance = 0
    while not taken.all():
        distance += 1
        grown = taken | np.roll(taken, 1, 0) | np.roll(taken, -1, 0) | np.roll(taken, 1, 1) | np.roll(taken, -1, 1)
        rows[distance] = {(int(i), int(j)) for i, j in zip(*np.nonzero(grown & ~taken), strict=True)}
        taken = grown
    return rows


def square_dots(cell: Mapping[str, set[Place]], pitch_mm: float, dot: float = DOT) -> list[Part]:
    """Return the dots of a cell as one part a role; the place (0, 0) stands on the origin."""
    return [
        Part("isen", role, _squares(sorted(places), pitch_mm, dot * pitch_mm))
        for role, places in cell.items()
        if places
    ]


def _squares(places: list[Place], pitch_mm: float, side_mm: float) -> Path:
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * (side_mm / 2)
    points = np.array(places, np.float64)[:, None, :] * pitch_mm + corners
    return Path(np.tile(np.array([MOVE, LINE, LINE, LINE, CLOSE], np.uint8), len(places)), points.reshape(-1, 2))
