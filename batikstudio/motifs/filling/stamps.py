"""Pieces that are laid whole, many times over, and what a hand does to their places and sizes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from batikstudio.geometry.path import LINE, MOVE, Path, Points, joined
from batikstudio.motifs.filling.space import CLEAR_MM, Mask, Numbers, Space, within
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import FINEST_MM

PLACE_SHARE, SIZE_SHARE, SKIP_SHARE = 0.06, 0.10, 0.01
"""What the hand of a canting does to a field of isen at most: places, of the pitch; sizes; pieces left out."""
_SIZES = 5
_TOLERANCE_MM = 0.01


@dataclass(frozen=True)
class Hand:
    """The irregularity of a hand, from a stored seed.

    Attributes
    ----------
    rng : Generator
    amount : float
        0 is the evenness of a cap, 1 the loosest tulis.
    """

    rng: np.random.Generator
    amount: float

    def moved(self, points: Points, pitch_mm: float) -> Points:
        """Return the points, each moved by no more than `PLACE_SHARE` of the pitch."""
        angle = self.rng.uniform(0, 2 * np.pi, len(points))
        far = np.sqrt(self.rng.uniform(0, 1, len(points))) * PLACE_SHARE * pitch_mm * self.amount
        moved: Points = points + far[:, None] * directions(angle)
        return moved

    def sizes(self, count: int) -> Numbers:
        """Return factors about 1, of which there are five: dots of one size are one part."""
        steps = np.rint(self.rng.uniform(-1, 1, count) * _SIZES / 2) / (_SIZES // 2)
        sizes: Numbers = 1 + SIZE_SHARE * self.amount * np.clip(steps, -1, 1)
        return sizes

    def kept(self, count: int) -> Mask:
        """Say which of the pieces are not forgotten."""
        return np.asarray(self.rng.uniform(0, 1, count) >= SKIP_SHARE * self.amount)

    def reach(self, radius_mm: float, pitch_mm: float) -> float:
        """Return how far from its place a piece of that radius reaches at most."""
        return radius_mm * (1 + SIZE_SHARE * self.amount) + PLACE_SHARE * pitch_mm * self.amount + 2 * CLEAR_MM


def directions(angles: Numbers) -> Points:
    """Return the unit vectors, shape (n, 2), of angles in radians."""
    return np.stack((np.cos(angles), np.sin(angles)), axis=-1)


@dataclass(frozen=True, eq=False)
class Stroke:
    """One drawing act of a stamp, about its origin: a line or dots of ``width_mm``, or filled where that is None."""

    path: Path
    width_mm: float | None = None

    @cached_property
    def pieces(self) -> tuple[Points, ...]:
        """Its subpaths as polylines; those that close return to their start."""
        found = self.path.subpaths(_TOLERANCE_MM)
        return tuple(np.vstack((points, points[:1])) if closed else points for points, closed in found)

    @property
    def half_mm(self) -> float:
        """Half the width that is drawn, 0 of an area."""
        return 0.0 if self.width_mm is None else max(self.width_mm, FINEST_MM) / 2

    @cached_property
    def reach_mm(self) -> float:
        """How far from the origin it reaches at most."""
        return float(np.linalg.norm(self.path.points, axis=1).max()) + self.half_mm


@dataclass(frozen=True, eq=False)
class Stamp:
    """A small figure that is laid whole or not at all."""

    strokes: tuple[Stroke, ...]

    @cached_property
    def reach_mm(self) -> float:
        """How far from the origin it reaches at most."""
        return max(stroke.reach_mm for stroke in self.strokes)


def dot_stroke(points: Sequence[tuple[float, float]] | Points, diameter_mm: float) -> Stroke:
    """Return round dots as a stroke of a stamp."""
    array = np.asarray(points, np.float64).reshape(-1, 2).copy()
    return Stroke(Path(np.full(len(array), MOVE, np.uint8), array), diameter_mm)


def fits(space: Space, stamp: Stamp, points: Points, angles: Numbers, scales: Numbers) -> Mask:
    """Say of each place whether the stamp, turned and scaled, lies inside with the width of its lines."""
    reach = stamp.reach_mm * np.maximum(scales, 1.0)
    good = space.holds(points, reach)
    rest = np.flatnonzero(~good)
    good[rest] = _fits_by_its_lines(space, stamp, points[rest], angles[rest], scales[rest])
    return good


def _fits_by_its_lines(space: Space, stamp: Stamp, points: Points, angles: Numbers, scales: Numbers) -> Mask:
    import shapely

    good = np.ones(len(points), bool)
    for stroke in stamp.strokes:
        for piece in stroke.pieces:
            at = np.flatnonzero(good)
            if not len(at):
                return good
            laid = _laid(piece, points[at], angles[at], scales[at])
            lines = shapely.points(laid[:, 0]) if len(piece) == 1 else shapely.linestrings(laid)
            inside = space.contains(laid[:, 0])
            good[at] = inside & ~within(space.edge, lines, stroke.half_mm + CLEAR_MM + _TOLERANCE_MM / 2)
    return good


def _laid(points: Points, places: Points, angles: Numbers, scales: Numbers) -> Points:
    """Return the points, shape (k, 2), at every place, shape (n, k, 2)."""
    cos, sin = (scales * np.cos(angles))[:, None], (scales * np.sin(angles))[:, None]
    x, y = points[:, 0][None], points[:, 1][None]
    return np.stack((places[:, 0, None] + cos * x - sin * y, places[:, 1, None] + sin * x + cos * y), axis=2)


@dataclass(frozen=True, eq=False)
class Laid:
    """Where copies of a stamp lie, shape (n, 2), mm, and what was drawn."""

    points: Points
    parts: tuple[Part, ...]


def stamped(space: Space, stamp: Stamp, points: Points, angles: Numbers | float, hand: Hand, pitch_mm: float) -> Laid:
    """Lay the stamp at every point where it fits, as a hand does.

    Parameters
    ----------
    space : Space
    stamp : Stamp
    points : ndarray of shape (n, 2), mm
    angles : ndarray of shape (n,), or float
        Radians.
    hand : Hand
    pitch_mm : float
        By which the irregularity of places is measured.
    """
    if not len(points):
        return Laid(points, ())
    turned = np.broadcast_to(np.asarray(angles, np.float64), len(points))
    moved, sizes, kept = hand.moved(points, pitch_mm), hand.sizes(len(points)), hand.kept(len(points))
    good = fits(space, stamp, moved, turned, sizes)
    # Where the hand would slip over the edge it keeps to the place and draws smaller.
    steady = ~good & fits(space, stamp, points, turned, np.minimum(sizes, 1.0))
    moved[steady], sizes[steady] = points[steady], np.minimum(sizes[steady], 1.0)
    good = (good | steady) & kept
    return Laid(moved[good], laid_parts(stamp, moved[good], turned[good], sizes[good]))


def laid_parts(stamp: Stamp, points: Points, angles: Numbers, scales: Numbers) -> tuple[Part, ...]:
    """Return one part for each stroke of the stamp, with all its copies."""
    if not len(points):
        return ()
    parts = []
    for stroke in stamp.strokes:
        laid = _laid(stroke.path.points, points, angles, scales).reshape(-1, 2)
        parts.append(piece_part(Path(np.tile(stroke.path.verbs, len(points)), laid), stroke.width_mm))
    return tuple(parts)


def piece_part(path: Path, width_mm: float | None) -> Part:
    """Return a part of a filler: a line no finer than a canting draws, or an area of white."""
    return Part("isen", "filler", path, None if width_mm is None else max(width_mm, FINEST_MM))


def sprinkled(space: Space, points: Points, diameter_mm: float, hand: Hand, pitch_mm: float) -> tuple[Part, ...]:
    """Return a dot at every point where it lies inside, as a hand sets them, in some few sizes."""
    if not len(points):
        return ()
    moved, kept = hand.moved(points, pitch_mm), hand.kept(len(points))
    sizes = hand.sizes(len(points))
    sizes = np.where(space.holds(moved, diameter_mm * sizes / 2), sizes, np.minimum(sizes, 1.0))
    slipped = ~space.holds(moved, diameter_mm * sizes / 2)
    moved[slipped] = points[slipped]
    good = kept & space.holds(moved, np.maximum(diameter_mm * sizes, FINEST_MM) / 2)
    return tuple(
        piece_part(Path(np.full(int(here.sum()), MOVE, np.uint8), moved[here]), float(diameter_mm * size))
        for size in np.unique(sizes[good])
        if (here := good & (sizes == size)).any()
    )


def drawn_lines(lines: Sequence[Points], width_mm: float) -> tuple[Part, ...]:
    """Return lines of one width as one part; none without a line."""
    paths = [Path(np.array([MOVE, *[LINE] * (len(one) - 1)], np.uint8), np.array(one)) for one in lines]
    return (piece_part(joined(paths), width_mm),) if paths else ()
