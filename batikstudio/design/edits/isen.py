"""Edits of fillers: give a region one, fill what is empty of the selection (Isi isen) or the ground (Isi latar)."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Value, complete
from batikstudio.design import filling
from batikstudio.design.curves import path_of
from batikstudio.design.document import AreaItem, Design, Isen, Item, StrokeItem
from batikstudio.design.edits.place import change_field, change_items
from batikstudio.design.embedding import resolve
from batikstudio.design.workshop import slot_of_rank
from batikstudio.motifs.choosing import fitting, ground, is_empty
from batikstudio.motifs.filler import isen_of
from batikstudio.motifs.motif import Part

_COLOURS = {"kept": "line", "line": "ground", "keep1": "kept", "keep2": "kept", "keep3": "kept", "ground": "line"}
"""The rank of the slot that a filler takes on one of each rank: brown on white and on black, white on blue, dark on
brown."""


def isen(design: Design, kind: str, region_slot: str, values: Mapping[str, Value] | None = None) -> Isen:
    """Return a filler in the colour that suits what it lies on.

    Raises
    ------
    BatikError
        ``isen.unknown``, ``slot.unknown``, or as `base.parameter.complete` for values that it does not take.
    """
    given = dict(values or {})
    full = complete(isen_of(kind).parameters, given)
    rank = _COLOURS.get(design.slot(region_slot).rank, "line")
    return Isen(
        kind=kind,
        slot=slot_of_rank(design.slots, rank).id,
        parameters={key: full[key] for key in given},
    )


def set_isen(design: Design, item_ids: Iterable[str], role: str, filler: Isen | None) -> Design:
    """Give the areas of a role another filler, or none.

    Raises
    ------
    BatikError
        ``item.unknown``, ``layer.locked``, ``slot.unknown``, or why the filler cannot be drawn.
    """
    _check(design, filler)

    def changed(item: Item) -> Item:
        if isinstance(item, StrokeItem):
            return item
        others = {key: one for key, one in item.isen.items() if key != role}
        return replace(item, isen=others | ({role: filler} if filler else {}))

    return change_items(design, item_ids, changed)


def set_ground_isen(design: Design, field_id: str, filler: Isen | None) -> Design:
    """Give the ground of a field another filler, or none; raises `BatikError` ``field.unknown`` or as `set_isen`."""
    _check(design, filler)
    return change_field(design, field_id, lambda one: replace(one, isen=filler))


def fill_items(design: Design, item_ids: Iterable[str], seed: int = 1) -> Design:
    """Fill every region of items that is wide and empty with a filler that suits its shape.

    What has a filler keeps it; another ``seed`` chooses others. Raises `BatikError` ``item.unknown``,
    ``layer.locked``, or ``isen.nothing_empty`` if there is nothing to fill.
    """
    found = {item_id: _choices(design, item_id, seed) for item_id in item_ids}
    if not any(found.values()):
        raise BatikError("isen.nothing_empty")

    def changed(item: Item) -> Item:
        return item if isinstance(item, StrokeItem) else replace(item, isen=item.isen | found[item.id])

    return change_items(design, found, changed)


def fill_ground(design: Design, field_id: str, seed: int = 1) -> Design:
    """Fill the ground of a field with one of the usual fillers; another ``seed`` chooses another."""
    field = design.field(field_id)
    kind, values = ground(seed)
    return set_ground_isen(design, field_id, isen(design, kind, field.ground, values))


def _choices(design: Design, item_id: str, seed: int) -> dict[str, Isen]:
    field, _, item = design.find_item(item_id)
    if isinstance(item, StrokeItem):
        return {}
    if isinstance(item, AreaItem):
        parts: tuple[Part, ...] = (Part("areas", "body", path_of(item.outline)),)
    else:
        parts = resolve(design, item.motif).parts
    found = {}
    for role in dict.fromkeys(part.role for part in parts if part.kind == "areas"):
        region = filling.region_of(parts, item.transform, role)
        if role in item.isen or not len(region) or not is_empty(region):
            continue
        kind, values = fitting(region, zlib.crc32(f"{item_id} {role}".encode(), seed))
        found[role] = isen(design, kind, item.roles.get(role, field.ground), values)
    return found


def _check(design: Design, filler: Isen | None) -> None:
    if filler is None:
        return
    design.slot(filler.slot)
    wrong = filling.fault(filler)
    if wrong is not None:
        raise wrong
