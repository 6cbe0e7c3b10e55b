"""What is drawn in a cell: (slot, part) and rings in mm, in drawing order. The one source of every picture and file."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import msgspec
import numpy as np

from batikstudio.base.errors import BatikError
from batikstudio.design import filling, hand
from batikstudio.design.copies import frame_of, images, outline_of
from batikstudio.design.curves import path_of
from batikstudio.design.document import AreaItem, Curve, Design, Field, Item, MotifItem, Owner, StrokeItem
from batikstudio.design.embedding import resolve
from batikstudio.geometry.affine import IDENTITY, Affine
from batikstudio.geometry.areas import normalised, stroked_variable
from batikstudio.geometry.path import Points
from batikstudio.geometry.rings import Rings, together
from batikstudio.motifs.motif import Motif, Part, PartKind
from batikstudio.motifs.outlines import outlined
from batikstudio.pattern.lattice import is_far


@dataclass(frozen=True, eq=False)
class Shape:
    """One drawing act of one item in the frame of the cell.

    Attributes
    ----------
    owner : (str, str)
        The slot and the part that it belongs to.
    item : str
        The id of the item.
    rings : Rings
        In mm in the cell's frame. Rings of one shape may overlap: they fill what any of them fills.
    once : bool
        Whether it is laid once at each step of the lattice, as the filler of a ground is, and not at every image of
        the cell.
    alone : bool
        Whether it is laid at home only: the filler of a whole field, whose lattice leads off the cloth.
    """

    owner: Owner
    item: str
    rings: Rings
    once: bool = False
    alone: bool = False


@dataclass(frozen=True)
class _Drawing:
    """A field with its motifs, told from others by a digest of everything that its ground depends on."""

    key: bytes
    design: Design = field(compare=False)
    field: Field = field(compare=False)


WIDEST_MM = 6.0
"""No line of a motif is wider, and it stays so wide when the motif is laid smaller."""
BOUNDS_TOLERANCE_MM = 0.1
GROUND = ""
"""The item of the shapes that fill the ground."""


def shapes(design: Design, field: Field, tolerance_mm: float) -> tuple[Shape, ...]:
    """Return the shapes of a field's visible layers, the lowest first: the ground's filler, then item by item.

    Parameters
    ----------
    design : Design
    field : Field
    tolerance_mm : float
        How far a polygon may be from its curve.

    Items whose motif is missing are left out; `invariants.problems` names them.
    """
    found = list(ground_shapes(design, field, tolerance_mm))
    for layer in field.layers:
        if not layer.visible:
            continue
        for item in layer.items:
            found += item_shapes(design, field, item, tolerance_mm)
    return tuple(found)


def item_shapes(design: Design, field: Field, item: Item, tolerance_mm: float) -> list[Shape]:
    """Return the shapes of one item, the lowest first; a role without a slot takes the ground's."""
    drawn: list[tuple[Owner, Rings]]
    if isinstance(item, StrokeItem):
        drawn = [((item.slot, item.part), stroke_rings(item.spine, item.widths_mm, item.transform, tolerance_mm))]
        return _kept(drawn, item.id)
    if isinstance(item, AreaItem):
        parts = _area(item.outline)
        drawn = [((item.slot, "areas"), outlined(parts[0], item.transform, tolerance_mm))]
    else:
        try:
            motif = resolve(design, item.motif)
        except BatikError:
            return []
        parts = motif.parts
        drawn = [
            ((item.slots.get(role, field.ground), kind), rings)
            for role, kind, rings in _laid(motif, item.transform, tolerance_mm)
        ]
    seed = zlib.crc32(item.id.encode(), design.seed)
    for piece in filling.pieces(parts, item.transform, item.isen, seed):
        drawn.append(((piece.slot, piece.part.kind), outlined(piece.part, piece.place, tolerance_mm)))
    return _kept(drawn, item.id)


@dataclass(frozen=True, eq=False)
class Meetings:
    """Where copies of a cell meet, shape (k, 2), mm in the cell's frame."""

    points: Points


def meeting_points(design: Design, field: Field) -> Meetings:
    """Return where what is drawn in a cell meets another copy of itself: there no hand may lead it astray."""
    known = (design.motifs, field.layers, field.repeat)
    return _meetings(_Drawing(msgspec.msgpack.encode(known, order="deterministic"), design, field))


@lru_cache(maxsize=32)
def _meetings(drawing: _Drawing) -> Meetings:
    field = drawing.field
    ends = [item_points for item in field.items() for item_points in _ends(drawing.design, item)]
    home = np.concatenate(ends) if ends else np.empty((0, 2))
    return Meetings(hand.meetings([image.apply(home) for image in images(field.repeat)], field.repeat.basis, home))


def _ends(design: Design, item: Item) -> Iterator[Points]:
    """Yield the ends of an item's open lines and the corners of its areas, in the cell."""
    if isinstance(item, StrokeItem):
        paths = [path_of(item.spine)]
    elif isinstance(item, AreaItem):
        paths = [path_of(item.outline)]
    else:
        try:
            paths = [part.path for part in resolve(design, item.motif).parts]
        except BatikError:
            paths = []
    for path in paths:
        for points, closed in path.transformed(item.transform).subpaths(1.0):
            if len(points) > 1:
                yield points if closed else points[[0, -1]]


HULL_TOLERANCE_MM = 0.02
"""Whether a copy is whole is the same at every resolution."""


def hull(design: Design, field: Field, items: Iterable[Item]) -> Points:
    """Return the corners of the convex hull of what some items draw in the cell, shape (n, 2), mm; none of nothing."""
    drawn = [shape.rings for item in items for shape in item_shapes(design, field, item, HULL_TOLERANCE_MM)]
    return _hull(tuple(drawn))


@lru_cache(maxsize=1024)
def _hull(drawn: tuple[Rings, ...]) -> Points:
    import shapely

    if not drawn:
        return np.empty((0, 2))
    around = shapely.convex_hull(shapely.multipoints(np.concatenate([one.points for one in drawn])))
    corners: Points = shapely.get_coordinates(around)[:-1]
    return corners


def _kept(drawn: Iterable[tuple[Owner, Rings]], item_id: str) -> list[Shape]:
    return [Shape(owner, item_id, rings) for owner, rings in drawn if len(rings)]


@lru_cache(maxsize=256)
def _area(outline: Curve) -> tuple[Part, ...]:
    return (Part("areas", "body", path_of(outline)),)


@lru_cache(maxsize=1024)
def stroke_rings(
    spine: Curve, widths_mm: tuple[tuple[float, float], ...], transform: Affine, tolerance_mm: float
) -> Rings:
    """Return the outline of a canting stroke, mm in the cell's frame; a spine that is closed meets itself."""
    shares, widths = np.array(widths_mm, np.float64).T
    found = []
    for points, closed in path_of(spine).transformed(transform).subpaths(tolerance_mm):
        line = np.vstack((points, points[:1])) if closed else points
        along = _shares(line)
        at = np.union1d(along, shares) if len(line) > 1 else along
        between = np.stack([np.interp(at, along, line[:, axis]) for axis in (0, 1)], axis=1)
        found.append(stroked_variable(between, np.interp(at, shares, widths), tolerance_mm))
    return together(found)


def _shares(line: Points) -> Points:
    """Return how far along a polyline each of its points lies, 0 to 1."""
    along = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))))
    shares: Points = along / along[-1] if along[-1] else along
    return shares


def ground_shapes(design: Design, field: Field, tolerance_mm: float) -> tuple[Shape, ...]:
    """Return the shapes of the filler of a field's ground; they keep clear of everything that is drawn in it."""
    isen = field.isen
    if isen is None:
        return ()
    alone = any(is_far(field.repeat.basis))
    known = (design.seed, design.motifs, field.layers, field.repeat, field.ground, isen)
    where = (design.cloth, field.outline, field.origin_mm, field.angle_deg) if alone else ()
    drawing = _Drawing(msgspec.msgpack.encode((known, where), order="deterministic"), design, field)
    owner: Owner = (isen.slot, "isen")
    return tuple(
        Shape(owner, GROUND, rings, once=True, alone=alone) for rings in _ground(drawing, tolerance_mm) if len(rings)
    )


def item_box(design: Design, item: Item) -> tuple[float, float, float, float]:
    """Return a box ``(x0, y0, x1, y1)`` around an item in the cell's frame, mm: of its control points and widths."""
    if isinstance(item, MotifItem):
        try:
            x0, y0, x1, y1 = resolve(design, item.motif).bounds
        except BatikError:
            return (0.0, 0.0, 0.0, 0.0)
        half = WIDEST_MM / 2
    else:
        curve = item.spine if isinstance(item, StrokeItem) else item.outline
        (x0, y0), (x1, y1) = _ends_of(curve)
        half = max(width for _, width in item.widths_mm) / 2 if isinstance(item, StrokeItem) else 0.0
    corners = item.transform.apply(np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)]))
    (x0, y0), (x1, y1) = corners.min(axis=0) - half, corners.max(axis=0) + half
    return float(x0), float(y0), float(x1), float(y1)


def bounds_of(design: Design, item_ids: Iterable[str]) -> tuple[float, float, float, float] | None:
    """Return the box ``(x0, y0, x1, y1)`` of what items cover in their cell's frame, mm; None if it is nothing."""
    boxes = []
    for item_id in item_ids:
        field, _, item = design.find_item(item_id)
        boxes += [shape.rings.bounds for shape in item_shapes(design, field, item, BOUNDS_TOLERANCE_MM)]
    if not boxes:
        return None
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


@lru_cache(maxsize=4096)
def _ends_of(curve: Curve) -> tuple[tuple[float, float], tuple[float, float]]:
    points = np.array(curve.points, np.float64).reshape(-1, 2)
    (x0, y0), (x1, y1) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return (x0, y0), (x1, y1)


@lru_cache(maxsize=32)
def _ground(drawing: _Drawing, tolerance_mm: float) -> tuple[Rings, ...]:
    return tuple(outlined(part, IDENTITY, tolerance_mm) for part in _ground_parts(drawing))


@lru_cache(maxsize=16)
def _ground_parts(drawing: _Drawing) -> tuple[Part, ...]:
    """Return the pieces of a ground, which the images of the cell between two steps of the lattice leave free."""
    design, field = drawing.design, drawing.field
    isen = field.isen
    if isen is None:
        return ()
    bare = msgspec.structs.replace(field, isen=None)
    drawn = [ring for shape in shapes(design, bare, filling.REGION_TOLERANCE_MM) for ring in shape.rings]
    one = normalised(drawn)
    covered = normalised([ring for image in images(field.repeat) for ring in one.transformed(image)])
    if any(is_far(field.repeat.basis)):
        home = frame_of(field).inverse()
        region = normalised([home.apply(polygon) for polygon in outline_of(design.cloth, field)])
        return filling.field_pieces(region, covered, field.repeat.basis, isen, design.seed)
    free = filling.free_ground(covered, field.repeat.basis)
    return filling.ground_pieces(free, field.repeat.basis, isen, design.seed)


@lru_cache(maxsize=4096)
def _laid(motif: Motif, transform: Affine, tolerance_mm: float) -> tuple[tuple[str, PartKind, Rings], ...]:
    size, place = transform.sized()
    return tuple((role, kind, rings.transformed(place)) for role, kind, rings in _outlined(motif, size, tolerance_mm))


@lru_cache(maxsize=512)
def _outlined(motif: Motif, size: Affine, tolerance_mm: float) -> tuple[tuple[str, PartKind, Rings], ...]:
    """Outline the parts of a motif at home: where an item lies and how it is turned changes nothing of its outlines."""
    return tuple((part.role, part.kind, outlined(part, size, tolerance_mm)) for part in motif.parts)
