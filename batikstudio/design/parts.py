"""Items as parts of a drawing: what a motif made of them has, with the slot of each part."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace

from batikstudio.design import filling
from batikstudio.design.curves import path_of
from batikstudio.design.document import AreaItem, Design, Field, Item, StrokeItem
from batikstudio.design.embedding import resolve
from batikstudio.design.shapes import stroke_rings
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import joined, polyline
from batikstudio.motifs.motif import Part

EXACT_MM = 0.01


def parts_of(design: Design, field: Field, item: Item) -> Iterator[tuple[str, Part]]:
    """Yield the slot and the part of everything that an item draws, in the frame of the cell, mm.

    A stroke whose width changes is given by its outline. Raises `BatikError` ``motif.missing``.
    """
    if isinstance(item, StrokeItem):
        yield item.slot, _stroke(item)
        return
    if isinstance(item, AreaItem):
        parts: tuple[Part, ...] = (Part("areas", "body", path_of(item.outline)),)
        slots = {"body": item.slot}
    else:
        parts, slots = resolve(design, item.motif).parts, item.slots
    for part in parts:
        yield slots.get(part.role, field.ground), _laid(part, item.transform)
    seed = zlib.crc32(item.id.encode(), design.seed)
    for piece in filling.pieces(parts, item.transform, item.isen, seed):
        yield piece.slot, _laid(piece.part, piece.place)


def _laid(part: Part, place: Affine) -> Part:
    return replace(part, path=part.path.transformed(place))


def _stroke(item: StrokeItem) -> Part:
    role = "outline" if item.part == "lines" else "filler"
    widths = {width for _, width in item.widths_mm}
    if len(widths) == 1:
        return Part(item.part, role, path_of(item.spine).transformed(item.transform), widths.pop())
    rings = stroke_rings(item.spine, item.widths_mm, item.transform, EXACT_MM)
    return Part(item.part, role, joined([polyline(ring, closed=True) for ring in rings]))
