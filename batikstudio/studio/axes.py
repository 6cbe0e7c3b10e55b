"""Where a field of the cloth can be turned and mirrored: its axes and centres, for the eye and for snapping."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import numpy as np

from batikstudio.design.copies import field_at, frame_of, images
from batikstudio.design.document import Design, Field, Repeat
from batikstudio.geometry.affine import Affine
from batikstudio.pattern.elements import Axis, Centre, Elements, elements_of, symmetries
from batikstudio.pattern.groups import Basis
from batikstudio.pattern.instances import Box, shifts_mm, translations
from batikstudio.pattern.lattice import FAR_MM, area_mm2, is_far

MOST = 300
"""More marks than that are a hatching and no help."""
_MOST_CELLS = 4000
_BESIDE_MM = 0.5
"""A centre on the border of a field belongs to it."""
_POINT_MM = 1e-6
Vector = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """A mirror or a glide line on the cloth, mm, from border to border of what is looked at."""

    kind: Literal["mirror", "glide"]
    start: Vector
    end: Vector


@dataclass(frozen=True)
class Marks:
    """The lines and centres in sight."""

    lines: tuple[Line, ...] = ()
    centres: tuple[Centre, ...] = ()


def elements(repeat: Repeat) -> Elements:
    """Return the axes and centres of a repeat in one cell, in the cell's frame, mm."""
    return _elements(images(repeat), repeat.basis)


@lru_cache(maxsize=64)
def _elements(maps: tuple[Affine, ...], basis: Basis) -> Elements:
    """Let the cell lie about the origin along a side that nothing follows: what is left of the origin counts, too."""
    half = np.where(is_far(basis), 0.5, 0.0) @ np.array(basis)
    there, back = Affine.translation(*half.tolist()), Affine.translation(*(-half).tolist())
    found = elements_of([there @ one @ back for one in symmetries(maps, basis)], basis)
    axes = (Axis(one.kind, _moved(one.start, back), _moved(one.end, back), one.glide_mm) for one in found.axes)
    return Elements(tuple(axes), tuple(Centre(one.order, _moved(one.point, back)) for one in found.centres))


@dataclass(frozen=True)
class Seen:
    """What a look at the picture of a field has found: elements and lattice on the cloth, mm."""

    field: str
    elements: Elements
    basis: Basis


def seen_in(found: Mapping[str, Any], field: Field) -> Seen:
    """Return what `studio.symmetry.symmetry_of_field` has told of a field, to be shown over it."""
    vectors = found["basis"]
    if len(vectors) == 1:  # of a band, told in its own frame; nothing is beside it
        (ax, ay), (bx, by) = (frame_of(field).linear @ np.array([vectors[0], (0.0, FAR_MM)]).T).T.tolist()
    else:
        (ax, ay), (bx, by) = vectors
    axes = (
        Axis(one["kind"], (one["from"][0], one["from"][1]), (one["to"][0], one["to"][1]), one["glide"])
        for one in found["axes"]
    )
    centres = (Centre(one["order"], (one["at"][0], one["at"][1])) for one in found["centres"])
    return Seen(field.id, Elements(tuple(axes), tuple(centres)), ((ax, ay), (bx, by)))


def marks_in(design: Design, field: Field, box: Box, seen: Seen | None = None) -> Marks:
    """Return the axes and centres of a field that touch a rectangle of the cloth; none where they are too many.

    Parameters
    ----------
    design : Design
    field : Field
    box : (x0, y0, x1, y1)
        mm on the cloth.
    seen : Seen, optional
        What its picture has; where left out, what lays its copies.
    """
    cells = (box[2] - box[0]) * (box[3] - box[1]) / area_mm2(field.repeat.basis if seen is None else seen.basis)
    if cells > _MOST_CELLS:
        return Marks()
    found, basis = _laid(field) if seen is None else (seen.elements, seen.basis)
    lines: dict[tuple[int, int], Line] = {}
    for axis in found.axes:
        (x0, y0), (x1, y1) = axis.start, axis.end
        for dx, dy in _copies(basis, _around(axis.start, axis.end), box):
            line = _clipped(axis.kind, (x0 + dx, y0 + dy), (x1 + dx, y1 + dy), box)
            if line is not None:
                lines[_key(line)] = line
        if len(lines) > MOST:
            return Marks()
    centres = []
    for centre in found.centres:
        x, y = centre.point
        for dx, dy in _copies(basis, (x, y, x, y), box):
            if _is_in(design, field, x + dx, y + dy):
                centres.append(Centre(centre.order, (x + dx, y + dy)))
    return Marks(tuple(lines.values()), tuple(centres)) if len(lines) + len(centres) <= MOST else Marks()


def _laid(field: Field) -> tuple[Elements, Basis]:
    """Return the elements of a field's arrangement and its lattice, on the cloth."""
    frame, found = frame_of(field), elements(field.repeat)
    (ax, ay), (bx, by) = (frame.linear @ np.array(field.repeat.basis).T).T.tolist()
    axes = (Axis(one.kind, _moved(one.start, frame), _moved(one.end, frame), one.glide_mm) for one in found.axes)
    centres = (Centre(one.order, _moved(one.point, frame)) for one in found.centres)
    return Elements(tuple(axes), tuple(centres)), ((ax, ay), (bx, by))


def _copies(basis: Basis, around: Box, box: Box) -> list[list[float]]:
    steps: list[list[float]] = shifts_mm(basis, translations(basis, around, box)).tolist()
    return steps


def _clipped(kind: Literal["mirror", "glide"], start: Vector, end: Vector, box: Box) -> Line | None:
    """Return the whole line through two points as far as it lies in a rectangle."""
    low, high = -math.inf, math.inf
    way = (end[0] - start[0], end[1] - start[1])
    long = math.hypot(*way)
    for at, step, least, most in ((start[0], way[0], box[0], box[2]), (start[1], way[1], box[1], box[3])):
        if abs(step) < 1e-9 * long:
            if not least <= at <= most:
                return None
            continue
        ends = sorted(((least - at) / step, (most - at) / step))
        low, high = max(low, ends[0]), min(high, ends[1])
    if (high - low) * long < _POINT_MM:
        return None
    points = [(start[0] + share * way[0], start[1] + share * way[1]) for share in (low, high)]
    return Line(kind, min(points), max(points))


def _key(line: Line) -> tuple[int, int]:
    """Return what is the same for one line, wherever it was cut: how it runs and how far it is from the origin."""
    (x0, y0), (x1, y1) = line.start, line.end
    angle = math.atan2(y1 - y0, x1 - x0) % math.pi
    if math.pi - angle < 1e-6:
        angle = 0.0
    return round(angle * 1e4), round((y0 * math.cos(angle) - x0 * math.sin(angle)) * 20)


def _is_in(design: Design, field: Field, x: float, y: float) -> bool:
    for dx, dy in ((0.0, 0.0), (-_BESIDE_MM, 0.0), (_BESIDE_MM, 0.0), (0.0, -_BESIDE_MM), (0.0, _BESIDE_MM)):
        u, v = x + dx, y + dy
        on_cloth = 0.0 <= u <= design.cloth.length_mm and 0.0 <= v <= design.cloth.width_mm
        if on_cloth and field_at(design, u, v).id == field.id:
            return True
    return False


def _around(start: Vector, end: Vector) -> Box:
    return min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1])


def _moved(point: Vector, by: Affine) -> Vector:
    x, y = point
    return by.a * x + by.c * y + by.e, by.b * x + by.d * y + by.f
