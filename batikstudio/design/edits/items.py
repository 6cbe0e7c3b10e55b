"""Edits of items: place, move, turn, delete, reorder, give a role another slot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Value
from batikstudio.design import embedding
from batikstudio.design.document import Design, Item, Layer, MotifItem, Slot, fresh_id
from batikstudio.design.edits.place import change_items, change_layer, layer_of
from batikstudio.design.workshop import slot_of_rank
from batikstudio.geometry.affine import Affine
from batikstudio.motifs.catalogue import catalogue
from batikstudio.motifs.motif import USUAL_RANKS, Motif

SMALLEST_SCALE, LARGEST_SCALE = 1e-3, 1e3


def usual_slots(motif: Motif, slots: tuple[Slot, ...]) -> dict[str, str]:
    """Return which slot each role of the motif takes when nothing else is said."""
    ranks = USUAL_RANKS | motif.about.ranks
    return {role: slot_of_rank(slots, ranks[role]).id for role in motif.roles}


def place(
    design: Design,
    layer_id: str,
    motif: Motif,
    transform: Affine,
    slots: dict[str, str] | None = None,
) -> tuple[Design, str]:
    """Lay a motif on top of a layer.

    Parameters
    ----------
    design : Design
    layer_id : str
    motif : Motif
    transform : Affine
        From the motif's frame to the cell's, mm.
    slots : dict of role to slot id, optional
        What differs from `usual_slots`.

    Returns
    -------
    design : Design
    item_id : str
        The id of the new item.

    Raises
    ------
    BatikError
        ``layer.unknown``, ``layer.locked``, ``slot.unknown`` or ``item.too_small_or_large``.
    """
    layer = layer_of(design, layer_id)
    if layer.locked:
        raise BatikError("layer.locked", layer=layer.name)
    for slot_id in (slots or {}).values():
        design.slot(slot_id)
    design, key = embedding.embed(design, motif)
    item_id = fresh_id("i", {item.id for field in design.fields for item in field.items()})
    item = MotifItem(
        id=item_id, motif=key, transform=_sound(transform), slots=usual_slots(motif, design.slots) | (slots or {})
    )
    return change_layer(design, layer_id, lambda one: replace(one, items=(*one.items, item))), item_id


def transform(design: Design, item_ids: Iterable[str], affine: Affine) -> Design:
    """Move, turn, scale or mirror items: ``affine`` acts in the cell's frame, after each item's own place.

    Raises
    ------
    BatikError
        ``item.unknown``, ``layer.locked`` or ``item.too_small_or_large``.
    """
    return change_items(design, item_ids, lambda item: replace(item, transform=_sound(affine @ item.transform)))


def _sound(affine: Affine) -> Affine:
    if not SMALLEST_SCALE <= affine.scale <= LARGEST_SCALE or any(abs(value) > 1e6 for value in affine):
        raise BatikError("item.too_small_or_large", scale=affine.scale)
    return affine


def delete(design: Design, item_ids: Iterable[str]) -> Design:
    """Take items away; raises `BatikError` ``item.unknown`` or ``layer.locked``."""
    return embedding.without_unused(change_items(design, item_ids, lambda _item: None))


def duplicate(design: Design, item_ids: Sequence[str], dx_mm: float, dy_mm: float) -> tuple[Design, tuple[str, ...]]:
    """Lay copies of items beside them, each just above its original; returns the new ids too."""
    taken = {item.id for field in design.fields for item in field.items()}
    new_ids: dict[str, str] = {}
    for item_id in item_ids:
        design.find_item(item_id)
        new_ids[item_id] = fresh_id("i", taken | set(new_ids.values()))
    shift = Affine.translation(dx_mm, dy_mm)
    for item_id, new_id in new_ids.items():
        _, layer, item = design.find_item(item_id)
        if layer.locked:
            raise BatikError("layer.locked", layer=layer.name)
        copy = replace(item, id=new_id, transform=shift @ item.transform)
        index = layer.items.index(item) + 1
        design = _reordered(design, layer, lambda items, i=index, c=copy: (*items[:i], c, *items[i:]))  # type: ignore[misc]
    return design, tuple(new_ids.values())


def reorder(design: Design, item_id: str, index: int) -> Design:
    """Move an item to a place within its layer, 0 at the bottom; raises `BatikError` as `delete`."""
    _, layer, item = design.find_item(item_id)
    if layer.locked:
        raise BatikError("layer.locked", layer=layer.name)
    rest = [one for one in layer.items if one.id != item_id]
    rest.insert(min(max(index, 0), len(rest)), item)
    return _reordered(design, layer, lambda _items: tuple(rest))


def shift_order(design: Design, item_ids: Iterable[str], by: int) -> Design:
    """Raise (``by`` > 0) or lower items within their layers; far enough is to the front or to the back.

    Items that are shifted together keep their order. Raises `BatikError` ``layer.locked``.
    """
    wanted = set(item_ids)
    for field in design.fields:
        for layer in field.layers:
            places = [index for index, item in enumerate(layer.items) if item.id in wanted]
            if not places:
                continue
            if layer.locked:
                raise BatikError("layer.locked", layer=layer.name)
            shifted = _shifted(layer.items, places, by)
            design = _reordered(design, layer, lambda _items, s=shifted: s)  # type: ignore[misc]
    return design


def _shifted(items: tuple[Item, ...], places: list[int], by: int) -> tuple[Item, ...]:
    """Shift the items at some places up (``by`` > 0) or down; what is shifted keeps its own order at the end too."""
    last = len(items) - 1
    if by > 0:
        turned = _shifted(items[::-1], [last - place for place in reversed(places)], -by)
        return turned[::-1]
    rest = [item for index, item in enumerate(items) if index not in set(places)]
    for low, place in enumerate(places):
        rest.insert(max(place + by, low), items[place])
    return tuple(rest)


def _reordered(design: Design, layer: Layer, change: Callable[[tuple[Item, ...]], tuple[Item, ...]]) -> Design:
    return change_layer(design, layer.id, lambda one: replace(one, items=change(one.items)))


def set_role(design: Design, item_ids: Iterable[str], role: str, slot_id: str) -> Design:
    """Give a role of items another slot; raises `BatikError` ``slot.unknown`` or as `delete`."""
    design.slot(slot_id)
    return change_items(design, item_ids, lambda item: item.with_roles({role: slot_id}))


def set_parameters(design: Design, item_id: str, values: dict[str, Value]) -> Design:
    """Draw the motif of an item anew with other values; the rest of its values stay.

    Raises
    ------
    BatikError
        ``item.unknown``, ``item.not_a_motif``, ``layer.locked``, ``motif.unknown`` for a motif that is only in this
        file, ``motif.missing`` for one that is not even there, or as `Generator.motif` for values that it does not
        take.
    """
    _, _, item = design.find_item(item_id)
    if not isinstance(item, MotifItem):
        raise BatikError("item.not_a_motif", item=item_id)
    source = design.motifs.get(item.motif)
    if source is None:
        raise BatikError("motif.missing", motif=item.motif)
    motif = catalogue().motif(source.id, source.parameters | values)
    design, key = embedding.embed(design, motif)
    drawn = replace(item, motif=key, slots=usual_slots(motif, design.slots) | item.slots)
    design = change_items(design, [item_id], lambda _item: drawn)
    return embedding.without_unused(design)
