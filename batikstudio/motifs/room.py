"""The room that a filler has: places to put pieces, rows along its border, lines across it, and what fits in whole."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Value
from batikstudio.geometry.areas import inset
from batikstudio.geometry.path import MOVE, Path, Points, joined, polyline
from batikstudio.geometry.rings import Rings
from batikstudio.motifs.along import first_come
from batikstudio.motifs.motif import Part
from batikstudio.pattern.groups import Basis
from batikstudio.pattern.lattice import reduced, wrap_rectangle

SAFE_MM = 0.02
"""Pieces keep so far from the border that no rounding of an outline reaches over it."""
TOLERANCE_MM = 0.02
_SHIFT, _SIZE, _SKIPPED = 0.06, 0.10, 0.01
"""What a wholly irregular hand does: shifts of a share of the pitch, shares of the size, pieces left out."""
_LEAST_MM2 = 0.3
_LEAST_CUT_MM = 1.2
_AIR_MM = 0.12
_MOST_SITES = 400_000


class Glyph(NamedTuple):
    """One stroke of a piece, drawn about the origin: a line of a width, or a filled path where ``width_mm`` is None."""

    path: Path
    width_mm: float | None


class Axis(NamedTuple):
    """The long axis of a region: its middle, its direction, and the extents along and across."""

    middle: Points
    angle_deg: float
    length_mm: float
    width_mm: float


class Room:
    """A region, moved inwards, and on a ground the lattice on which it comes again."""

    def __init__(self, rings: Rings, basis: Basis | None, inset_mm: float) -> None:
        self.rings = inset(rings, inset_mm + SAFE_MM, TOLERANCE_MM)
        self.basis = reduced(basis) if basis else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing fits in."""
        return not len(self.rings) or self.rings.area_mm2 < _LEAST_MM2

    @cached_property
    def shape(self) -> Any:
        """The room as shapely holds it."""
        from shapely import MultiPolygon, Polygon

        from batikstudio.geometry.areas import pieces

        found = [list(piece) for piece in pieces(self.rings)]
        return MultiPolygon([Polygon(rings[0], rings[1:]) for rings in found])

    def inner(self, margin_mm: float) -> Any:
        """Return the room without a margin along its border, ready for many questions."""
        import shapely

        found = shapely.buffer(self.shape, -margin_mm - SAFE_MM, quad_segs=16) if margin_mm else self.shape
        shapely.prepare(found)
        return found

    def parts(self) -> list[Room]:
        """Return the room's pieces that do not hang together; a ground is one."""
        if self.basis:
            return [self]
        from batikstudio.geometry.areas import pieces

        found = []
        for piece in pieces(self.rings):
            room = Room.__new__(Room)
            room.rings, room.basis = piece, None
            if not room.is_empty:
                found.append(room)
        return found

    @cached_property
    def axis(self) -> Axis:
        """The long axis, by the smallest rectangle around the room."""
        from shapely import minimum_rotated_rectangle

        corners = np.array(minimum_rotated_rectangle(self.shape).exterior.coords)[:4]
        sides = np.diff(corners[:3], axis=0)
        lengths = np.hypot(sides[:, 0], sides[:, 1])
        long = sides[int(lengths.argmax())]
        angle = math.degrees(math.atan2(long[1], long[0]))
        angle = (angle + 90.0) % 180.0 - 90.0
        return Axis(corners.mean(axis=0), angle, float(lengths.max()), float(lengths.min()))

    # places

    def sites(
        self, along_mm: float, across_mm: float | None = None, *, stagger: bool = True, angle_deg: float | None = None
    ) -> Points:
        """Return places in rows, shape (n, 2): every other row shifted by half, as bricks lie, where ``stagger``.

        In a region the rows run along ``angle_deg``, its long axis where it is left out. On a ground they lie level
        where the lattice comes round upright, else along it, as many as fit best, so that they come again; the places
        are those of one cell.
        """
        across = across_mm or along_mm
        if self.basis:
            upright = _upright(self.basis, along_mm, across, stagger)
            if upright is not None:
                return upright
            b1, b2 = np.array(self.basis)
            area = abs(b1[0] * b2[1] - b1[1] * b2[0])
            length = float(np.hypot(*b1))
            columns = max(round(length / along_mm), 1)
            rows = max(round(area / length / across), 1)
            if stagger:
                rows += rows % 2
            i, j = np.meshgrid(np.arange(columns), np.arange(rows))
            u = ((i + 0.5 * (j % 2) * stagger) / columns).ravel()
            v = ((j + 0.5) / rows).ravel()
            places: Points = u[:, None] * b1 + v[:, None] * b2
            return places
        angle = math.radians(self.axis.angle_deg if angle_deg is None else angle_deg)
        along, other = np.array([math.cos(angle), math.sin(angle)]), np.array([-math.sin(angle), math.cos(angle)])
        reach = 0.5 * math.hypot(self.axis.length_mm, self.axis.width_mm)
        columns, rows = math.ceil(reach / along_mm) + 1, math.ceil(reach / across)
        i, j = np.meshgrid(np.arange(-columns, columns + 1), np.arange(-rows, rows + 1))
        u, v = ((i + 0.5 * (j % 2) * stagger) * along_mm).ravel(), (j * across).ravel()
        found: Points = self.axis.middle + u[:, None] * along + v[:, None] * other
        return found + self._best_shift(found, along_mm * along, across * other, 0.45 * min(along_mm, 2 * across))

    def _best_shift(self, places: Points, along: Points, across: Points, margin_mm: float) -> Points:
        """Return the shift of rows of places, within a step, that lays most of them a margin inside the border."""
        import shapely

        inner = self.inner(margin_mm)
        shares = np.array([(i / 4, j / 4) for j in (0, 1, -1, 2) for i in (0, 1, -1, 2)])
        shifts = shares @ np.stack((along, across))
        counts = [int(shapely.contains_xy(inner, places + shift).sum()) for shift in shifts]
        best: Points = shifts[int(np.argmax(counts))]
        return best

    def scattered(self, pitch_mm: float, chance: np.random.Generator) -> Points:
        """Return more places than there is room for, in no rows, those near the border first, shape (n, 2).

        `strewn` packs them: pieces follow the border, and inside they lie against each other.
        """
        import shapely
        from scipy.spatial import cKDTree

        dense = 0.4 * pitch_mm
        sites = self.sites(dense, dense * 0.87, angle_deg=float(chance.uniform(0, 180)))
        moved = sites + chance.uniform(-0.5, 0.5, sites.shape) * dense
        if not self.basis:
            moved = moved[shapely.contains_xy(self.inner(0.0), moved)]
        border = shapely.get_coordinates(shapely.segmentize(self.shape, 1.0))
        depths, _ = cKDTree(border).query(moved)
        found: Points = moved[np.argsort(depths + chance.uniform(0.0, 0.3 * pitch_mm, len(moved)))]
        return found

    def rows(self, first_mm: float, pitch_mm: float) -> list[Points]:
        """Return closed lines that follow the border, the first ``first_mm`` inside, until nothing is left."""
        found: list[Points] = []
        depth = first_mm
        while len(found) < 4000:
            ring = inset(self.rings, depth, TOLERANCE_MM)
            if not len(ring):
                break
            found += [np.vstack((one, one[:1])) for one in ring]
            depth += pitch_mm
        return found

    def lines(
        self, pitch_mm: float, angle_deg: float | None, wave: Callable[[Points], Points] | None = None
    ) -> list[Points]:
        """Return lines across the room, ``pitch_mm`` apart, along ``angle_deg`` or the long axis.

        On a ground they run along the lattice, through one cell. ``wave`` takes the way along a line in mm and gives
        how far it swings to the side.
        """
        if self.basis:
            b1, b2 = np.array(self.basis)
            length = float(np.hypot(*b1))
            across = np.array([-b1[1], b1[0]]) / length
            count = max(round(abs(float(b2 @ across)) / pitch_mm), 1)
            starts = [(k + 0.5) / count * b2 for k in range(count)]
            along, reach, way = b1 / length, length, np.linspace(0.0, length, max(round(length / 0.4), 2))
            scale = round(reach / 8.0) * 8.0 / reach if round(reach / 8.0) else 1.0
            swing = wave(way * scale) if wave else np.zeros_like(way)
            return [start + way[:, None] * along + swing[:, None] * across for start in starts]
        angle = math.radians(self.axis.angle_deg if angle_deg is None else angle_deg)
        along, across = np.array([math.cos(angle), math.sin(angle)]), np.array([-math.sin(angle), math.cos(angle)])
        reach = 0.5 * math.hypot(self.axis.length_mm, self.axis.width_mm) + pitch_mm
        way = np.linspace(-reach, reach, max(round(2 * reach / 0.4), 2)) if wave else np.array([-reach, reach])
        swing = wave(way) if wave else np.zeros_like(way)
        count = math.ceil(reach / pitch_mm)
        return [
            self.axis.middle + way[:, None] * along + (swing + k * pitch_mm)[:, None] * across
            for k in range(-count, count + 1)
        ]

    def spine(self) -> Points | None:
        """Return the line midway between both sides, from one far end to the other, shape (n, 2): a leaf's midrib."""
        import shapely

        border = np.concatenate(list(self.rings))
        axis = self.axis
        along = np.array([math.cos(math.radians(axis.angle_deg)), math.sin(math.radians(axis.angle_deg))])
        across = np.array([-along[1], along[0]])
        ways = (border - axis.middle) @ along
        at = np.linspace(ways.min(), ways.max(), max(round(float(np.ptp(ways)) / 1.0), 4) + 1)[1:-1]
        reach = axis.length_mm + axis.width_mm
        chords = [axis.middle + way * along + s * reach * across for way in at for s in (-1, 1)]
        cut = shapely.intersection(shapely.linestrings(np.array(chords).reshape(-1, 2, 2)), self.shape)
        middles = [_middle_of_longest(one) for one in cut]
        found = np.array([one for one in middles if one is not None])
        if len(found) < 3:
            return None
        ends = border[int(ways.argmin())], border[int(ways.argmax())]
        line = np.vstack((ends[0], found, ends[1]))
        smoothed = line.copy()
        smoothed[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
        return smoothed

    # what fits

    def dots(self, places: Points, diameters_mm: NDArray[np.float64] | float) -> list[Part]:
        """Return round dots where they fit; dots of several sizes fall into a few sizes, one part each."""
        import shapely

        if not len(places):
            return []
        sizes = np.broadcast_to(np.round(np.asarray(diameters_mm, np.float64) / 0.05) * 0.05, (len(places),))
        found = []
        for size in np.unique(sizes):
            some = places[sizes == size]
            some = some[shapely.contains_xy(self.inner(float(size) / 2), some)]
            if len(some):
                path = Path(np.full(len(some), MOVE, np.uint8), some.copy())
                found.append(Part("isen", "filler", path, float(size)))
        return found

    def cut(self, lines: Sequence[Points], width_mm: float, least_mm: float | None = None) -> list[Part]:
        """Return what of lines lies in the room, as lines of a width; what is shorter than twice it is dropped."""
        import shapely

        if not len(lines):
            return []
        inner = self.inner(width_mm / 2)
        shapes = np.array([shapely.LineString(line) for line in lines])
        whole = shapely.contains(inner, shapes)
        crossing = shapes[shapely.intersects(inner, shapes) & ~whole]
        kept = np.concatenate((shapes[whole], shapely.get_parts(shapely.intersection(crossing, inner))))
        kept = kept[(shapely.get_type_id(kept) == 1) & (shapely.length(kept) >= (least_mm or 2 * width_mm))]
        paths = [polyline(shapely.get_coordinates(one)) for one in kept]
        return [Part("isen", "filler", joined(paths), width_mm)] if paths else []

    def strewn(
        self,
        places: Points,
        kinds: Sequence[Sequence[Glyph]],
        chance: np.random.Generator,
        values: Mapping[str, Value],
        *,
        turns_deg: NDArray[np.float64] | float = 0.0,
        packed: bool = False,
        cut: bool = False,
    ) -> list[Part]:
        """Return pieces at places, of one of the kinds, shifted and sized as an irregular hand does, where they fit.

        Parameters
        ----------
        places : ndarray of shape (n, 2)
        kinds : sequence of sequences of Glyph
            What pieces there are.
        chance : Generator
        values : mapping
            With ``irregular`` and ``pitch_mm``.
        turns_deg : ndarray of shape (n,) or float
        packed : bool
            Whether of pieces that would touch, or lie much nearer than ``pitch_mm``, the earlier one stays.
        cut : bool
            Whether lines of what does not fit in whole run up to the border, as scales behind a figure do.
        """
        if not len(places):
            return []
        at, linear, keep, which = _irregular(places, kinds, chance, values, turns_deg)
        fits = np.zeros(len(at), bool)
        for number, glyphs in enumerate(kinds):
            mine = np.flatnonzero(keep & (which == number))
            fits[mine] = self._fits(glyphs, at[mine], linear[mine])
        if packed and fits.any():
            reach = np.array([_reach(glyphs) for glyphs in kinds])
            widest = max(1.0, 0.4 * float(str(values["pitch_mm"])) / reach.max())
            room = widest * reach[which] * np.sqrt(np.abs(np.linalg.det(linear)))
            fits[fits] = self._clear(at[fits], room[fits])
        found: list[Part] = []
        for number, glyphs in enumerate(kinds):
            mine = which == number
            found += _laid(glyphs, at[fits & mine], linear[fits & mine])
            if cut:
                rest = keep & ~fits & mine
                found += self._laid_in_part(glyphs, at[rest], linear[rest])
        return found

    def _laid_in_part(self, glyphs: Sequence[Glyph], at: Points, linear: NDArray[np.float64]) -> list[Part]:
        """Return what lies in the room of pieces that do not fit in whole: lines are cut, dots whole or left out."""
        found: list[Part] = []
        for glyph in glyphs:
            fits = self._fits([glyph], at, linear)
            found += _laid([glyph], at[fits], linear[fits])
            if glyph.width_mm is None or len(glyph.path.points) < 2:
                continue
            for points, closed in glyph.path.subpaths(TOLERANCE_MM):
                if len(points) > 1:
                    line = np.vstack((points, points[:1])) if closed else points
                    lines = line @ linear[~fits] + at[~fits, None]
                    found += self.cut(list(lines), glyph.width_mm, _LEAST_CUT_MM)
        return found

    def _fits(self, glyphs: Sequence[Glyph], at: Points, linear: NDArray[np.float64]) -> NDArray[np.bool_]:
        fits = np.ones(len(at), bool)
        for glyph in glyphs:
            inner = self.inner((glyph.width_mm or 0.0) / 2)
            for points, closed in glyph.path.subpaths(TOLERANCE_MM):
                if not fits.any():
                    return fits
                line = np.vstack((points, points[:1])) if closed else points
                fits[fits] &= _covered(inner, line @ linear[fits] + at[fits, None], glyph.width_mm is None)
        return fits

    def _clear(self, at: Points, reach_mm: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Return which pieces stay when those that reach into an earlier one go; on a ground its copies count too."""
        from scipy.spatial import cKDTree

        steps = np.array([(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)]) if self.basis else np.zeros((1, 2))
        shifts = steps @ np.array(self.basis) if self.basis else np.zeros((1, 2))
        laid = (at[None] + shifts[:, None]).reshape(-1, 2)
        most = 2 * float(reach_mm.max())
        low, high = at.min(axis=0) - most, at.max(axis=0) + most
        near = np.flatnonzero(np.all((laid >= low) & (laid <= high), axis=1))
        pairs = cKDTree(laid[near]).query_pairs(most, output_type="ndarray")
        apart = np.hypot(*(laid[near[pairs[:, 0]]] - laid[near[pairs[:, 1]]]).T)
        pairs = np.sort(near[pairs] % len(at), axis=1)
        pairs = pairs[apart < reach_mm[pairs].sum(axis=1)]
        own = pairs[:, 0] == pairs[:, 1]
        stays = np.ones(len(at), bool)
        stays[pairs[own, 0]] = False
        stays[stays] = first_come(int(stays.sum()), (np.cumsum(stays) - 1)[pairs[stays[pairs].all(axis=1)]])
        return stays


def _irregular(
    places: Points,
    kinds: Sequence[Sequence[Glyph]],
    chance: np.random.Generator,
    values: Mapping[str, Value],
    turns_deg: NDArray[np.float64] | float,
) -> tuple[Points, NDArray[np.float64], NDArray[np.bool_], NDArray[np.int64]]:
    """Return where pieces go, how they are turned and sized, which are laid at all, and of which kind they are."""
    n = len(places)
    irregular, pitch = float(str(values["irregular"])), float(str(values["pitch_mm"]))
    spread = chance.standard_normal((n, 3)).clip(-2, 2)
    sizes = 1 + irregular * _SIZE * spread[:, 0] / 2
    at = places + irregular * _SHIFT * pitch * spread[:, 1:]
    keep = chance.random(n) >= irregular * _SKIPPED
    which = chance.integers(0, len(kinds), n)
    turns = np.broadcast_to(np.radians(np.asarray(turns_deg, np.float64)), (n,))
    cosine, sine = np.cos(turns), np.sin(turns)
    linear = np.stack((np.stack((cosine, sine), -1), np.stack((-sine, cosine), -1)), 1)
    return at, sizes[:, None, None] * linear, keep, which


def _laid(glyphs: Sequence[Glyph], at: Points, linear: NDArray[np.float64]) -> list[Part]:
    return [
        Part(
            "isen",
            "filler",
            Path(np.tile(glyph.path.verbs, len(at)), (glyph.path.points @ linear + at[:, None]).reshape(-1, 2)),
            glyph.width_mm,
        )
        for glyph in glyphs
    ]


def _reach(glyphs: Sequence[Glyph]) -> float:
    """Return how far a piece reaches from its place, with a little air, mm."""
    reach = [float(np.hypot(*glyph.path.points.T).max()) + (glyph.width_mm or 0.0) / 2 for glyph in glyphs]
    return max(reach) + _AIR_MM


def _covered(inner: Any, lines: NDArray[np.float64], filled: bool) -> NDArray[np.bool_]:
    import shapely

    if lines.shape[1] == 1:
        found: NDArray[np.bool_] = shapely.contains_xy(inner, lines[:, 0])
        return found
    inside: NDArray[np.bool_] = shapely.contains_xy(inner, lines.reshape(-1, 2))
    rough: NDArray[np.bool_] = np.asarray(inside.reshape(lines.shape[:2]).all(axis=1), bool)
    exact = shapely.polygons(lines[rough]) if filled and lines.shape[1] > 3 else shapely.linestrings(lines[rough])
    rough[rough] = np.asarray(shapely.covers(inner, exact), bool)
    return rough


def _upright(basis: Basis, along_mm: float, across_mm: float, stagger: bool) -> Points | None:
    """Return level rows of places that come again on a lattice, those of one cell; None where none fit the pitch.

    Every vector of the lattice must lead from a place to a place: so the counts of columns and rows over the upright
    rectangle that wraps are multiples of the vectors' denominators in it, and in staggered rows each leads on by an
    even number of rows.
    """
    try:
        sides = wrap_rectangle(basis)
    except BatikError:
        return None
    counts = []
    for axis, pitch in ((0, along_mm), (1, across_mm)):
        parts = [Fraction(vector[axis] / sides[axis]).limit_denominator(360).denominator for vector in basis]
        step = math.lcm(*parts) * (2 if stagger and axis == 1 else 1)
        count = max(round(sides[axis] / pitch / step), 1) * step
        if not 0.7 < sides[axis] / count / pitch < 1.4:
            return None
        counts.append(count)
    if counts[0] * counts[1] > _MOST_SITES:
        return None
    i, j = np.meshgrid(np.arange(counts[0]), np.arange(counts[1]))
    x = ((i + 0.5 * (j % 2) * stagger) / counts[0] * sides[0]).ravel()
    y = ((j + 0.5) / counts[1] * sides[1]).ravel()
    places = np.stack((x, y), axis=1)
    shares = places @ np.linalg.inv(np.array(basis))
    shares -= np.floor(np.round(shares, 6))
    _, first = np.unique(np.round(shares, 6) + 0.0, axis=0, return_index=True)
    own: Points = shares[np.sort(first)] @ np.array(basis)
    return own


def _middle_of_longest(cut: Any) -> Points | None:
    import shapely

    lines = [one for one in shapely.get_parts(cut) if one.geom_type == "LineString" and one.length > 0]
    if not lines:
        return None
    coordinates = shapely.get_coordinates(max(lines, key=lambda one: one.length))
    middle: Points = coordinates[[0, -1]].mean(axis=0)
    return middle


def _joined(paths: Sequence[Path]) -> Path:
    from batikstudio.geometry.path import joined

    return joined(paths)
