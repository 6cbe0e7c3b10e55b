"""Edits of what is drawn freely: strokes and areas, joined, cut, inset, and taken out of motifs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.design.curves import curve_of, path_of
from batikstudio.design.document import AreaItem, Design, Field, Item, MotifItem, StrokeItem, fresh_id
from batikstudio.design.edits.place import change_items, change_layer, layer_of
from batikstudio.design.embedding import resolve, without_unused
from batikstudio.geometry.affine import IDENTITY, Affine
from batikstudio.geometry.areas import difference, inset, intersection, normalised, union
from batikstudio.geometry.path import Path, joined, polyline
from batikstudio.geometry.rings import NO_RINGS, Rings
from batikstudio.motifs.motif import Part
from batikstudio.motifs.outlines import outlined

EXACT_MM = 0.01
"""How far the polygon of an area may be from its curves once areas were joined or cut."""
How = Literal["join", "cut", "common"]
_COMBINED: dict[How, Callable[[Rings, Rings], Rings]] = {"join": union, "cut": difference, "common": intersection}


def add_stroke(
    design: Design,
    layer_id: str,
    spine: Path,
    widths_mm: Sequence[tuple[float, float]],
    slot_id: str,
    *,
    part: Literal["lines", "isen"] = "lines",
    canting: str = "",
) -> tuple[Design, str]:
    """Draw a canting stroke on top of a layer.

    Parameters
    ----------
    design : Design
    layer_id : str
    spine : Path
        In the cell's frame, mm; several subpaths are drawn at once, as a canting with several spouts does.
    widths_mm : sequence of (share, width)
        The width along it, shares of its length from 0 to 1, rising.
    slot_id : str
    part : str
        ``"lines"`` or ``"isen"``: which work it belongs to.
    canting : str
        The id of the canting, for the record.

    Returns
    -------
    design : Design
    item_id : str

    Raises
    ------
    BatikError
        ``layer.unknown``, ``layer.locked``, ``slot.unknown`` or ``drawing.empty``.
    """
    if not len(spine.points) or not widths_mm:
        raise BatikError("drawing.empty")
    design.slot(slot_id)
    widths = tuple((float(share), float(width)) for share, width in widths_mm)
    spine_curve = curve_of(spine)
    return _added(
        design,
        layer_id,
        lambda item_id: StrokeItem(
            id=item_id, spine=spine_curve, widths_mm=widths, slot=slot_id, part=part, canting=canting
        ),
    )


def add_area(design: Design, layer_id: str, outline: Path, slot_id: str) -> tuple[Design, str]:
    """Draw a closed shape, mm in the cell's frame, on top of a layer; returns its id too. Raises as `add_stroke`."""
    if len(outline.points) < 3:
        raise BatikError("drawing.empty")
    design.slot(slot_id)
    curve = curve_of(outline)
    return _added(design, layer_id, lambda item_id: AreaItem(id=item_id, outline=curve, slot=slot_id))


def _added(design: Design, layer_id: str, make: Callable[[str], Item]) -> tuple[Design, str]:
    layer = layer_of(design, layer_id)
    if layer.locked:
        raise BatikError("layer.locked", layer=layer.name)
    item_id = fresh_id("i", {item.id for field in design.fields for item in field.items()})
    item = make(item_id)
    return change_layer(design, layer_id, lambda one: replace(one, items=(*one.items, item))), item_id


def combine(design: Design, item_ids: Sequence[str], how: How) -> tuple[Design, str]:
    """Make one area of several: all they cover, the lowest without the others, or what all have in common.

    The new area takes the place and the slot of the lowest; the lines of what it is made of go with the rest of it.

    Parameters
    ----------
    design : Design
    item_ids : sequence of str
        Of one field.
    how : str
        ``"join"``, ``"cut"`` or ``"common"``.

    Returns
    -------
    design : Design
    item_id : str

    Raises
    ------
    BatikError
        ``item.unknown``, ``layer.locked``; ``drawing.needs_two`` for fewer than two areas or more than one field;
        ``drawing.nothing_left`` if the result is empty.
    """
    field = design.find_item(item_ids[0])[0] if item_ids else design.fields[0]
    chosen = [item for item in field.items() if item.id in item_ids]
    covered = [_silhouette(design, item) for item in chosen]
    if len(chosen) < 2 or len(chosen) < len(set(item_ids)) or not all(len(one) for one in covered):
        raise BatikError("drawing.needs_two")
    result = covered[0]
    for other in covered[1:]:
        result = _COMBINED[how](result, other)
    lowest = chosen[0]
    area = AreaItem(
        id=lowest.id,
        outline=curve_of(path_of_rings(result)),
        slot=_slot_of_area(field, lowest),
        isen={} if isinstance(lowest, StrokeItem) else lowest.isen,
    )
    design = change_items(design, item_ids, lambda item: area if item.id == lowest.id else None)
    return without_unused(design), lowest.id


def inset_areas(design: Design, item_ids: Sequence[str], distance_mm: float) -> Design:
    """Move the border of areas inwards by ``distance_mm``, or outwards where it is negative.

    Raises
    ------
    BatikError
        ``item.unknown``, ``layer.locked``; ``drawing.not_an_area`` for anything else; ``drawing.nothing_left``.
    """

    def moved(item: Item) -> Item:
        if not isinstance(item, AreaItem):
            raise BatikError("drawing.not_an_area")
        rings = inset(_silhouette(design, item), distance_mm, EXACT_MM)
        return replace(item, outline=curve_of(path_of_rings(rings)), transform=IDENTITY)

    return change_items(design, item_ids, moved)


def break_up(design: Design, item_ids: Sequence[str]) -> tuple[Design, tuple[str, ...]]:
    """Make strokes and areas of motifs, each part an item of its own; returns the new ids too.

    Raises
    ------
    BatikError
        ``item.unknown``, ``layer.locked``, ``item.not_a_motif`` or ``motif.missing``.
    """
    taken = {item.id for field in design.fields for item in field.items()}
    new_ids: list[str] = []
    for item_id in item_ids:
        field, layer, item = design.find_item(item_id)
        if not isinstance(item, MotifItem):
            raise BatikError("item.not_a_motif", item=item_id)
        if layer.locked:
            raise BatikError("layer.locked", layer=layer.name)
        pieces: list[Item] = []
        for part in resolve(design, item.motif).parts:
            piece_id = fresh_id("i", taken | set(new_ids))
            new_ids.append(piece_id)
            slot = item.slots.get(part.role, field.ground)
            isen = {"body": item.isen[part.role]} if part.role in item.isen and part.kind == "areas" else {}
            pieces.append(replace(_piece(part, item.transform, piece_id, slot), **({"isen": isen} if isen else {})))
        at = layer.items.index(item)
        design = change_layer(
            design,
            layer.id,
            lambda one, i=at, p=tuple(pieces): replace(one, items=(*one.items[:i], *p, *one.items[i + 1 :])),  # type: ignore[misc]
        )
    return without_unused(design), tuple(new_ids)


def _piece(part: Part, transform: Affine, item_id: str, slot: str) -> StrokeItem | AreaItem:
    """Return a part of a motif as an item; what is filled but no area becomes an area all the same."""
    curve = curve_of(part.path)
    if part.width_mm is None:
        return AreaItem(id=item_id, outline=curve, slot=slot, transform=transform)
    return StrokeItem(
        id=item_id,
        spine=curve,
        widths_mm=((0.0, part.width_mm),),
        slot=slot,
        part="isen" if part.kind == "isen" else "lines",
        transform=transform,
    )


def path_of_rings(rings: Rings) -> Path:
    """Return rings as a path of straight lines; raises `BatikError` ``drawing.nothing_left`` where there is none."""
    if not len(rings):
        raise BatikError("drawing.nothing_left")
    return joined([polyline(ring, closed=True) for ring in rings])


def _silhouette(design: Design, item: Item) -> Rings:
    """Return what the areas of an item cover in the cell; of a closed stroke what it encloses."""
    if isinstance(item, StrokeItem):
        closed = [points for points, is_closed in _polylines(item) if is_closed]
        return normalised(closed) if closed else NO_RINGS
    if isinstance(item, AreaItem):
        parts: tuple[Part, ...] = (Part("areas", "body", path_of(item.outline)),)
    else:
        parts = resolve(design, item.motif).parts
    found = [outlined(part, item.transform, EXACT_MM) for part in parts if part.kind == "areas"]
    return normalised([ring for rings in found for ring in rings])


def _polylines(item: StrokeItem) -> list[tuple[np.ndarray, bool]]:
    return list(path_of(item.spine).transformed(item.transform).subpaths(EXACT_MM))


def _slot_of_area(field: Field, item: Item) -> str:
    return next((item.roles[role] for role in ("body", "outline") if role in item.roles), field.ground)
