"""Where a cell lies more than once between two steps of its lattice: a ring, a toss, a frame, four turned caps."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.errors import BatikError
from batikstudio.geometry.affine import Affine
from batikstudio.pattern.instances import Box

MOST_PLACES = 4096
TOSS_GAP_MM = 1.5
"""Between the discs around two copies of a toss, at least."""
_CANDIDATES = 24
"""Of so many places that are free the one farthest from all others is taken: so the copies lie evenly."""
_ROUNDS = 400
_DENSEST = math.pi / math.sqrt(12.0)
"""What share of the plane equal discs can cover at most (Thue)."""
Points = NDArray[np.float64]


class Disc(NamedTuple):
    """The disc around what is drawn in a cell, mm in the cell's frame."""

    x_mm: float = 0.0
    y_mm: float = 0.0
    radius_mm: float = 0.0


def about(affine: Affine, x_mm: float, y_mm: float) -> Affine:
    """Return a map of the plane as it acts about a point instead of the origin."""
    return Affine.translation(x_mm, y_mm) @ affine @ Affine.translation(-x_mm, -y_mm)


def ring(count: int, mirror: bool) -> tuple[Affine, ...]:
    """Return ``count`` turns about the cell's origin, and each after a mirror from left to right if asked for."""
    turns = tuple(Affine.rotation(360.0 * k / count) for k in range(count))
    if not mirror:
        return turns
    return turns + tuple(turn @ Affine.scaling(-1.0, 1.0) for turn in turns)


def turned_caps(width_mm: float, disc: Disc) -> tuple[Affine, ...]:
    """Return four stamps of a square cap about one corner, which stays where it is: *mubeng*.

    The cap's picture lies about the middle of what is drawn.
    """
    corner = disc.x_mm + width_mm / 2, disc.y_mm + width_mm / 2
    return tuple(about(Affine.rotation(90.0 * k), *corner) for k in range(4))


def toss(count: int, width_mm: float, height_mm: float, disc: Disc, seed: int) -> tuple[Affine, ...]:
    """Scatter copies over a cell that wraps, each turned at random; none touches another, across the edges too.

    Parameters
    ----------
    count : int
        How many are asked for; as many as fit are laid, and one at least.
    width_mm, height_mm : float
        The cell.
    disc : Disc
        What is drawn.
    seed : int

    Notes
    -----
    Best-candidate sampling (Mitchell 1991) on the torus of the cell while there is free room, then the discs push one
    another apart until none overlap.
    """
    sides = np.array([width_mm, height_mm])
    apart = 2 * disc.radius_mm + TOSS_GAP_MM
    most = max(1, math.floor(_DENSEST * width_mm * height_mm / (math.pi * apart**2 / 4)))
    fits, misses = 1, min(count, most) + 1
    centres = _scattered(1, sides, apart, seed)
    # The largest number that finds room: whether more do is asked by halves.
    tried = misses - 1
    while fits < misses - 1:
        found = _scattered(tried, sides, apart, seed)
        if _closest(found, sides) >= apart:
            fits, centres = tried, found
        else:
            misses = tried
        tried = (fits + misses) // 2
    angles = np.random.default_rng([seed, len(centres), 1]).uniform(0.0, 360.0, len(centres))
    home = Affine.translation(-disc.x_mm, -disc.y_mm)
    return tuple(
        Affine.translation(float(x), float(y)) @ Affine.rotation(float(angle)) @ home
        for (x, y), angle in zip(centres, angles, strict=True)
    )


def _scattered(count: int, sides: Points, apart: float, seed: int) -> Points:
    """Return that many places on a torus, as far apart as asked for where there is room for them."""
    chance = np.random.default_rng([seed, count])
    found = np.empty((count, 2))
    for k in range(count):
        darts = chance.uniform(0.0, 1.0, (_CANDIDATES, 2)) * sides
        near = _distances(darts, found[:k], sides).min(axis=1, initial=math.inf)
        found[k] = darts[near.argmax()]
    return _pushed_apart(found, sides, apart)


def _pushed_apart(points: Points, sides: Points, apart: float) -> Points:
    """Let discs that overlap push one another away, a little further than they have to."""
    aim = apart * (1 + 1e-6)
    for _ in range(_ROUNDS):
        between = _between(points, points, sides)
        distance = np.hypot(between[..., 0], between[..., 1])
        np.fill_diagonal(distance, math.inf)
        short = np.maximum(aim - distance, 0.0)
        if not short.any():
            break
        push = (short * 0.55 / np.maximum(distance, 1e-9))[..., None] * between
        points = (points + push.sum(axis=1)) % sides
    return points


def _between(points: Points, others: Points, sides: Points) -> Points:
    """Return the shortest ways from ``others`` to ``points`` on a torus, shape (n, m, 2)."""
    apart = points[:, None] - others[None]
    return np.asarray(apart - sides * np.round(apart / sides), np.float64)


def _distances(points: Points, others: Points, sides: Points) -> Points:
    ways = _between(points, others, sides)
    return np.asarray(np.hypot(ways[..., 0], ways[..., 1]), np.float64)


def _closest(points: Points, sides: Points) -> float:
    """Return the least distance between two places on a torus, a place and its own next copy included."""
    distance = _distances(points, points, sides)
    np.fill_diagonal(distance, sides.min())
    return float(distance.min())


class Frame(NamedTuple):
    """A row of copies around a rectangle, and by how much the pitch along each side was moved to close it."""

    places: tuple[Affine, ...]
    residual_percent: float


def frame(width_mm: float, height_mm: float, room: Box, disc: Disc) -> Frame:
    """Lay copies along the four sides of a rectangle, the foot of each outwards, and one across each corner.

    Parameters
    ----------
    width_mm, height_mm : float
        Of one copy: the pitch that is asked for along a side, and the height of the row.
    room : (x0, y0, x1, y1)
        The rectangle, mm in the cell's frame.
    disc : Disc
        What is drawn: its middle comes to the middle of the row.

    Returns
    -------
    Frame
        Along each side between the corners a whole number of copies; ``residual_percent`` is the larger of both sides'.

    Raises
    ------
    BatikError
        ``repeat.no_room_for_frame`` with ``width_mm`` and ``height_mm`` of the rectangle; ``repeat.too_many_copies``.
    """
    x0, y0, x1, y1 = room
    length, across = x1 - x0 - 2 * height_mm, y1 - y0 - 2 * height_mm
    if min(length, across) < width_mm / 2:
        raise BatikError("repeat.no_room_for_frame", width_mm=x1 - x0, height_mm=y1 - y0)
    level, plumb = max(round(length / width_mm), 1), max(round(across / width_mm), 1)
    if 2 * (level + plumb) + 4 > MOST_PLACES:
        raise BatikError("repeat.too_many_copies", count=2 * (level + plumb) + 4, most=MOST_PLACES)
    middle = Affine.translation((x0 + x1) / 2, (y0 + y1) / 2)
    home = Affine.translation(-disc.x_mm, -disc.y_mm)
    half_x, half_y = (x1 - x0 - height_mm) / 2, (y1 - y0 - height_mm) / 2
    places = []
    # Bottom, left, top, right: each side is the bottom one of a rectangle turned by a quarter.
    for quarter, (half_along, half_out, count, span) in enumerate(
        ((half_x, half_y, level, length), (half_y, half_x, plumb, across)) * 2
    ):
        side = middle @ Affine.rotation(90.0 * quarter)
        places += [
            side @ Affine.translation((k + 0.5) * span / count - span / 2, half_out) @ home for k in range(count)
        ]
        places.append(side @ Affine.translation(-half_along, half_out) @ Affine.rotation(45.0) @ home)
    along, up = (100.0 * (span / count / width_mm - 1.0) for span, count in ((length, level), (across, plumb)))
    return Frame(tuple(places), round(along if abs(along) >= abs(up) else up, 9))
