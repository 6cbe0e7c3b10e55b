"""The symmetry elements of a pattern: where it can be turned, mirrored or glided so that it meets itself."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.affine import Affine
from batikstudio.pattern.groups import Basis, Vector, cosets

_REACH = 2
"""How many lattice steps away an isometry may lie whose element crosses the cell."""
EXACT = 1e-6
"""In shares of the cell: what is nearer than that is one and the same."""
Frame = NDArray[np.float64]


@dataclass(frozen=True)
class Axis:
    """A mirror or a glide line, cut at the cell: from ``start`` to ``end``, mm; ``glide_mm`` is 0 for a mirror."""

    kind: Literal["mirror", "glide"]
    start: Vector
    end: Vector
    glide_mm: float = 0.0

    @property
    def isometry(self) -> Affine:
        """What it does to the plane."""
        (x0, y0), (x1, y1) = self.start, self.end
        long = math.hypot(x1 - x0, y1 - y0)
        ux, uy = (x1 - x0) / long, (y1 - y0) / long
        a, b, d = ux * ux - uy * uy, 2 * ux * uy, uy * uy - ux * ux
        e, f = x0 - a * x0 - b * y0, y0 - b * x0 - d * y0
        return Affine(a, b, b, d, e + self.glide_mm * ux, f + self.glide_mm * uy)


@dataclass(frozen=True)
class Centre:
    """A point about which the pattern can be turned by a whole round divided by ``order``."""

    order: int
    point: Vector

    @property
    def isometry(self) -> Affine:
        """What it does to the plane."""
        x, y = self.point
        return Affine.translation(x, y) @ Affine.rotation(360.0 / self.order) @ Affine.translation(-x, -y)


@dataclass(frozen=True)
class Elements:
    """All axes that cross one cell of the lattice, and all centres in it, each once."""

    axes: tuple[Axis, ...]
    centres: tuple[Centre, ...]


@cache
def symmetry_elements(group: str, basis: Basis) -> Elements:
    """Return the elements of a wallpaper group in one cell, in the cell's frame, mm.

    Raises
    ------
    BatikError
        As `groups.cosets`.
    """
    return elements_of(cosets(group, basis), basis)


def elements_of(isometries: Iterable[Affine], basis: Basis, near: float = EXACT) -> Elements:
    """Return the elements of a pattern.

    Parameters
    ----------
    isometries : iterable of Affine
        All that map the pattern to itself, those apart that differ by a step of the lattice; the identity among them.
    basis : ((x1, y1), (x2, y2))
        The lattice vectors, mm.
    near : float
        In shares of the cell: elements nearer than that are one, for isometries that were measured.
    """
    frame = np.array(basis, np.float64).T
    steps = [frame @ np.array(step) for step in product(range(-_REACH, _REACH + 1), repeat=2)]
    centres: list[tuple[float, float, int]] = []
    lines: list[_Line] = []
    for one in isometries:
        for step in steps:
            moved = Affine.translation(float(step[0]), float(step[1])) @ one
            if one.determinant < 0:
                _add_line(lines, _line(moved), basis, near)
            elif abs(one.a - 1) > EXACT or abs(one.b) > EXACT:
                _add_centre(centres, moved, frame, near)
    points = (Centre(order, _point(frame, u, v)) for u, v, order in sorted(centres))
    found = (Axis("glide" if line.glide else "mirror", *cut, line.glide) for line, cut in _cut(lines, basis, near))
    return Elements(tuple(found), tuple(points))


def _add_centre(centres: list[tuple[float, float, int]], turn: Affine, frame: Frame, near: float) -> None:
    """Keep the fixed point of a turn that lies in the cell, with the highest order that is found there."""
    fixed = np.linalg.solve(frame, np.linalg.solve(np.eye(2) - turn.linear, np.array([turn.e, turn.f])))
    u, v = (0.0 if abs(value) < near else value for value in fixed.tolist())
    if not (0 <= u < 1 - near and 0 <= v < 1 - near):
        return
    # A turn by two thirds is one by a third, twice: the angle of either is 120 degrees.
    order = round(360.0 / abs(math.degrees(math.atan2(turn.b, turn.a))))
    for number, (other_u, other_v, other) in enumerate(centres):
        if abs(other_u - u) < near and abs(other_v - v) < near:
            centres[number] = (other_u, other_v, max(other, order))
            return
    centres.append((u, v, order))


def _point(frame: Frame, u: float, v: float) -> Vector:
    x, y = (frame @ np.array([u, v])).tolist()
    return x, y


class _Line(NamedTuple):
    """The line of a reflection: where it points, how far from the origin it passes, and its glide along it."""

    ux: float
    uy: float
    offset: float
    glide: float


def _line(reflection: Affine) -> _Line:
    half = math.atan2(reflection.b, reflection.a) / 2
    ux, uy = math.cos(half), math.sin(half)
    if uy < -EXACT or (abs(uy) <= EXACT and ux < 0):
        ux, uy = -ux, -uy
    return _Line(ux, uy, (reflection.f * ux - reflection.e * uy) / 2, abs(reflection.e * ux + reflection.f * uy))


def _add_line(lines: list[_Line], line: _Line, basis: Basis, near: float) -> None:
    """Keep a line once, with the shortest glide that is found along it: where there is a mirror it is no glide."""
    scale = math.hypot(*basis[0]) + math.hypot(*basis[1])
    if line.glide < near * scale:
        line = line._replace(glide=0.0)
    for number, other in enumerate(lines):
        parallel = abs(other.ux * line.uy - other.uy * line.ux) < 1e-3
        if parallel and abs(other.offset - line.offset) < near * scale:
            if line.glide < other.glide - near * scale:
                lines[number] = line
            return
    lines.append(line)


def _cut(lines: list[_Line], basis: Basis, near: float) -> Iterator[tuple[_Line, tuple[Vector, Vector]]]:
    for line in lines:
        cut = _within_cell((-line.uy * line.offset, line.ux * line.offset), (line.ux, line.uy), basis, near)
        if cut is not None:
            yield line, cut


def _within_cell(point: Vector, along: Vector, basis: Basis, near: float) -> tuple[Vector, Vector] | None:
    """Return where a line enters and leaves the cell, if it does; along its far sides it belongs to the next cell."""
    inverse = np.linalg.inv(np.array(basis, np.float64).T)
    start, way = inverse @ np.array(point), inverse @ np.array(along)
    low, high = -math.inf, math.inf
    for at, step in zip(start.tolist(), way.tolist(), strict=True):
        if abs(step) < 1e-9 * max(abs(way)):
            if not -near <= at < 1 - near:
                return None
            continue
        ends = sorted(((0.0 - at) / step, (1.0 - at) / step))
        low, high = max(low, ends[0]), min(high, ends[1])
    scale = math.hypot(*basis[0]) + math.hypot(*basis[1])
    if high - low < near * scale:
        return None
    (x, y), (ux, uy) = point, along
    return (x + low * ux, y + low * uy), (x + high * ux, y + high * uy)


def symmetries(maps: Sequence[Affine], basis: Basis) -> tuple[Affine, ...]:
    """Return the isometries that carry a set of copies to itself, those apart that differ by a step of the lattice.

    Of the cosets of a group these are the cosets themselves; of copies that were laid one by one, as around a centre
    or along the sides of a frame, they are what is left of order.

    Parameters
    ----------
    maps : sequence of Affine
        Where one copy lies, and all others between two steps of the lattice, mm.
    basis : ((x1, y1), (x2, y2))
        The lattice vectors, mm.
    """
    frame = np.array(basis, np.float64).T
    inverse = np.linalg.inv(frame)
    linear = np.array([one.linear for one in maps])
    shift = np.array([(one.e, one.f) for one in maps]) @ inverse.T
    back = maps[0].inverse()
    found = []
    for one in maps:
        moved = one @ back
        on_lattice = inverse @ moved.linear @ frame
        if np.abs(on_lattice - np.round(on_lattice)).max() > EXACT:
            continue
        turned = moved.linear @ linear
        there = shift @ on_lattice.T + inverse @ np.array([moved.e, moved.f])
        apart = there[:, None] - shift[None]
        same = np.abs(apart - np.round(apart)).max(axis=2) < EXACT
        same &= np.abs(turned[:, None] - linear[None]).max(axis=(2, 3)) < EXACT
        if same.any(axis=1).all():
            found.append(moved)
    return tuple(found)
