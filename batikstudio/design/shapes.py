"""What is drawn in a cell: (slot, part) and rings in mm, in drawing order. The one source of every picture and file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from batikstudio.base.errors import BatikError
from batikstudio.design.document import Design, Field, Item, Owner
from batikstudio.design.embedding import resolve
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.areas import normalised, stroked
from batikstudio.geometry.rings import Rings, together
from batikstudio.motifs.motif import Motif, Part, PartKind


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
    """

    owner: Owner
    item: str
    rings: Rings


def shapes(design: Design, field: Field, tolerance_mm: float) -> tuple[Shape, ...]:
    """Return the shapes of a field's visible layers, the lowest first.

    Parameters
    ----------
    design : Design
    field : Field
    tolerance_mm : float
        How far a polygon may be from its curve.

    Items whose motif is missing are left out; `invariants.problems` names them.
    """
    found = []
    for layer in field.layers:
        if not layer.visible:
            continue
        for item in layer.items:
            found += item_shapes(design, field, item, tolerance_mm)
    return tuple(found)


def item_shapes(design: Design, field: Field, item: Item, tolerance_mm: float) -> list[Shape]:
    """Return the shapes of one item, the lowest first; a role without a slot takes the ground's."""
    try:
        motif = resolve(design, item.motif)
    except BatikError:
        return []
    return [
        Shape((item.slots.get(role, field.ground), kind), item.id, rings)
        for role, kind, rings in _laid(motif, item.transform, tolerance_mm)
        if len(rings)
    ]


@lru_cache(maxsize=256)
def _laid(motif: Motif, transform: Affine, tolerance_mm: float) -> tuple[tuple[str, PartKind, Rings], ...]:
    a, b, c, d, e, f = transform
    there = Affine.translation(e, f)
    outlines = _outlined(motif, Affine(a, b, c, d), tolerance_mm)
    return tuple((role, kind, rings.transformed(there)) for role, kind, rings in outlines)


@lru_cache(maxsize=512)
def _outlined(motif: Motif, linear: Affine, tolerance_mm: float) -> tuple[tuple[str, PartKind, Rings], ...]:
    """Outline the parts of a motif at the origin: where an item lies changes nothing of its outlines."""
    return tuple((part.role, part.kind, outlined(part, linear, tolerance_mm)) for part in motif.parts)


def outlined(part: Part, transform: Affine, tolerance_mm: float) -> Rings:
    """Return what a part covers once it is laid: lines keep their width on the cloth however the motif is scaled."""
    polylines = list(part.path.transformed(transform).subpaths(tolerance_mm))
    if part.width_mm is None:
        return normalised([points for points, _ in polylines], part.even_odd)
    return together([stroked(points, closed, part.width_mm, part.cap, tolerance_mm) for points, closed in polylines])
