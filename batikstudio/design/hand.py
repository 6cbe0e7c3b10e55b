"""The hand of the maker: each copy of a cell is drawn a little otherwise, as tulis is; at 0 all are equal, as of a cap.

A copy is moved by a smooth field of small shifts, so that what belongs together stays together: an area with its
outline, a row of cecek along a contour. Where two copies meet, the field is still, and they go on meeting.

The measures are estimates: lines vary in width by about 12 % over 5 to 15 mm and wander by some tenths of a mm; dots
vary by 10 % in size and 6 % of their pitch in place, one in a hundred is left out. SNI 0239:2014 asks of tulis that
strokes are not identical and that number, size, spacing and shape of the isen are unequal; it gives no figures.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.path import Points
from batikstudio.geometry.rings import Rings
from batikstudio.pattern.groups import Basis

VARIANTS = 16
"""So many hands draw the copies of a cell."""
STILL_MM = 5.0
"""How far from where copies meet the hand is free again."""
LONGEST_EDGE_MM = 1.5
DOT_MM = 3.5
"""What is no larger along either side is a dot, moved and sized as one."""
_SLOPE = 0.06
_WANDER_MM = 0.3
_WAVES_MM = ((7.0, 28.0, 10), (35.0, 80.0, 6))
"""Shortest and longest wave and how many: the first change the width of lines, the second lead them astray."""
MOST_ASTRAY_MM = 3.0
"""More than any point is ever moved."""
_DOT_SHIFT_MM, _DOT_SIZE, _DOT_SKIPPED = 0.16, 0.1, 0.01
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Torus:
    """Where chance comes round again, in steps of the lattice: after (p, 0), and after (q, r)."""

    p: int
    q: int
    r: int

    def home(self, steps: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the steps, shape (k, 2), that stand for each under the torus."""
        rounds = steps[:, 1] // self.r
        return np.stack(((steps[:, 0] - rounds * self.q) % self.p, steps[:, 1] - rounds * self.r), axis=1)


def torus_of(basis: Basis, period_mm: tuple[float, float]) -> Torus:
    """Return the torus of an upright rectangle by whose sides a lattice comes round."""
    inverse = np.linalg.inv(np.array(basis, np.float64))
    (a, b), (c, d) = np.rint(np.diag(period_mm) @ inverse).astype(np.int64).tolist()
    r, u, v = _bezout(b, d)
    p = abs(a * d - b * c) // r
    return Torus(p, (u * a + v * c) % p, r)


def _bezout(b: int, d: int) -> tuple[int, int, int]:
    """Return the greatest common divisor, above 0, and what makes it: ``u b + v d``."""
    u, v, next_u, next_v = 1, 0, 0, 1
    while d:
        whole = b // d
        b, d = d, b - whole * d
        u, v, next_u, next_v = next_u, next_v, u - whole * next_u, v - whole * next_v
    return (b, u, v) if b > 0 else (-b, -u, -v)


def variants(seed: int, image: int, steps: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return which of the `VARIANTS` draws the copy at each step of the lattice, shape (k,), int64.

    Parameters
    ----------
    seed : int
        The design's.
    image : int
        Which image of the cell between two steps.
    steps : ndarray of shape (k, 2), int64
        As `Torus.home` gives them.
    """
    mixed = np.full(len(steps), seed, np.uint64)
    for part in (np.full(len(steps), image, np.int64), steps[:, 0], steps[:, 1]):
        mixed = (mixed ^ part.astype(np.uint64)) * _MIX  # overflow is what mixes
        mixed ^= mixed >> np.uint64(29)
    return (mixed >> np.uint64(33)).astype(np.int64) % VARIANTS


@dataclass(frozen=True, eq=False)
class Outline:
    """Rings ready for the hand: no edge longer than `LONGEST_EDGE_MM`, and how free each point is, 0 to 1."""

    rings: Rings
    free: NDArray[np.float64]
    dots: bool


def outline(rings: Rings, meetings: Points, dots: bool) -> Outline:
    """Return rings ready for the hand.

    Parameters
    ----------
    rings : Rings
        In the cell's frame, mm.
    meetings : ndarray of shape (k, 2)
        Where copies meet, mm in the same frame.
    dots : bool
        Whether small rings are dots.
    """
    fine = _subdivided(rings)
    if not len(meetings):
        return Outline(fine, np.ones(len(fine.points)), dots)
    from scipy.spatial import cKDTree

    distance, _ = cKDTree(meetings).query(fine.points, distance_upper_bound=STILL_MM)
    share = np.minimum(distance / STILL_MM, 1.0)
    return Outline(fine, share * share * (3 - 2 * share), dots)


def drawn(outline: Outline, amount: float, seed: int, variant: int, number: int) -> Rings:
    """Return rings as one of the hands draws them.

    Parameters
    ----------
    outline : Outline
    amount : float
        0 to 1.
    seed : int
        The design's.
    variant : int
        Which hand, below `VARIANTS`.
    number : int
        Which shape of the cell: its dots are shifted in a way of their own.
    """
    points = outline.rings.points + amount * outline.free[:, None] * _field(seed, variant)(outline.rings.points)
    if outline.dots:
        points = _unequal(points, outline, amount, np.random.default_rng([seed, variant, number]))
    return Rings(points, outline.rings.starts)


@dataclass(frozen=True)
class _Waves:
    """A sum of plane waves of shifts, smooth and without end."""

    vectors: NDArray[np.float64]
    phases: NDArray[np.float64]
    shifts: NDArray[np.float64]

    def __call__(self, points: Points) -> Points:
        moved: Points = np.sin(points @ self.vectors + self.phases) @ self.shifts
        return moved


@lru_cache(maxsize=256)
def _field(seed: int, variant: int) -> _Waves:
    chance = np.random.default_rng([seed, variant])
    (short_from, short_to, shorts), (long_from, long_to, longs) = _WAVES_MM
    spread = chance.random((shorts + longs, 4))
    lengths = np.concatenate(
        (
            short_from * (short_to / short_from) ** spread[:shorts, 0],
            long_from * (long_to / long_from) ** spread[shorts:, 0],
        )
    )
    # Of each wave as much as makes its share of the slope, or of the wander: rms over the plane and both directions.
    size = np.concatenate(
        (
            np.full(shorts, _SLOPE * 2 / math.sqrt(shorts)) * lengths[:shorts] / (2 * math.pi),
            np.full(longs, _WANDER_MM * 2 / math.sqrt(longs)),
        )
    )
    along, across = 2 * math.pi * spread[:, 1], 2 * math.pi * spread[:, 2]
    vectors = 2 * math.pi / lengths * np.stack((np.cos(along), np.sin(along)))
    return _Waves(
        vectors, 2 * math.pi * spread[:, 3], size[:, None] * np.stack((np.cos(across), np.sin(across)), axis=1)
    )


def _unequal(points: Points, outline: Outline, amount: float, chance: np.random.Generator) -> Points:
    starts = outline.rings.starts
    lengths = np.diff(starts)
    low = np.minimum.reduceat(points, starts[:-1])
    high = np.maximum.reduceat(points, starts[:-1])
    dot = np.all(high - low <= DOT_MM, axis=1)[:, None]
    spread = chance.standard_normal((len(lengths), 3)).clip(-2, 2) / 2
    size = 1 + amount * _DOT_SIZE * spread[:, :1]
    size[chance.random(len(lengths)) < amount * _DOT_SKIPPED] = 0.0
    middle = np.repeat((low + high) / 2, lengths, axis=0)
    moved: Points = (points - middle) * np.repeat(np.where(dot, size, 1.0), lengths, axis=0) + middle
    moved += np.repeat(np.where(dot, amount * _DOT_SHIFT_MM * spread[:, 1:], 0.0), lengths, axis=0)
    return moved


def _subdivided(rings: Rings) -> Rings:
    """Return rings with points on their long edges, so that these can bend."""
    points, starts = rings.points, rings.starts
    after = np.arange(1, len(points) + 1)
    after[starts[1:] - 1] = starts[:-1]
    along = points[after] - points
    pieces = np.maximum(np.ceil(np.hypot(along[:, 0], along[:, 1]) / LONGEST_EDGE_MM), 1).astype(np.int64)
    first = np.cumsum(pieces) - pieces
    share = (np.arange(pieces.sum()) - np.repeat(first, pieces)) / np.repeat(pieces, pieces)
    fine = np.repeat(points, pieces, axis=0) + share[:, None] * np.repeat(along, pieces, axis=0)
    return Rings(fine, np.concatenate((first, [pieces.sum()]))[starts])


def meetings(points: Sequence[Points], basis: Basis, home: Points) -> Points:
    """Return where copies of a cell meet: points that coincide with one of another image or another step.

    Parameters
    ----------
    points : sequence of ndarray of shape (n, 2)
        The same points of the drawing in each image of the cell, mm.
    basis : ((x1, y1), (x2, y2))
    home : ndarray of shape (n, 2)
        These points in the cell itself.

    Returns
    -------
    ndarray of shape (k, 2)
        In the frame of the cell itself, mm.
    """
    if not len(home):
        return home
    laid = np.concatenate(points)
    image = np.repeat(np.arange(len(points)), len(home))
    fractional = laid @ np.linalg.inv(np.array(basis, np.float64))
    key = np.rint(fractional % 1.0 * 1e6).astype(np.int64) % 1_000_000
    step = np.floor(fractional + 5e-7).astype(np.int64)
    _, group = np.unique(key, axis=0, return_inverse=True)
    group = group.reshape(-1)
    told = np.column_stack((image, step))
    first = np.full((group.max() + 1, 3), np.iinfo(np.int64).max)
    last = -first
    np.minimum.at(first, group, told)
    np.maximum.at(last, group, told)
    shared = np.any(first != last, axis=1)[group].reshape(len(points), -1).any(axis=0)
    met: Points = np.unique(np.round(home[shared], 6), axis=0)
    return met
