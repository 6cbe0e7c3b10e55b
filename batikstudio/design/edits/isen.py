"""Edits of fillers: give a region one, fill what is empty of the selection (Isi isen) or the ground (Isi latar)."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Value, complete
from batikstudio.design import filling
from batikstudio.design.document import Design, Isen, Item, StrokeItem
from batikstudio.design.edits.place import change_field, change_items
from batikstudio.design.workshop import slot_of_rank
from batikstudio.motifs.choosing import fitting, ground, is_empty
from batikstudio.motifs.filler import isen_of

_COLOURS = {"kept": "line", "line": "ground", "keep1": "kept", "keep2": "kept", "keep3": "kept", "ground": "line"}
"""The rank of the slot that a filler takes on one of each rank: brown on white and on black, white on blue, dark on
brown."""
_ACCENT_EVERY = 5
"""On black one chosen filler in so many is white instead."""
ON_DARK_MM = 0.65
"""Thinner pale lines drown in the dye that seeps under their wax from both sides."""
LARGEST_SEED = 1_000_000


def isen(design: Design, kind: str, region_slot: str, values: Mapping[str, Value] | None = None) -> Isen:
    """Return a filler in the colour that suits what it lies on.

    Raises
    ------
    BatikError
        ``isen.unknown``, ``slot.unknown``, or as `base.parameter.complete` for values that it does not take.
    """
    given = dict(values or {})
    rank = design.slot(region_slot).rank
    if rank == "ground" and any(one.key == "line_mm" for one in isen_of(kind).parameters):
        given = {"line_mm": ON_DARK_MM} | given
    full = complete(isen_of(kind).parameters, given)
    rank = _COLOURS.get(rank, "line")
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


def isen_like(design: Design, before: Isen | None, kind: str, region_slot: str) -> Isen:
    """Return another filler in the colour of the one before it; raises as `isen`."""
    if before and before.kind == kind:
        return before
    found = isen(design, kind, region_slot)
    return replace(found, slot=before.slot) if before else found


def with_slot(filler: Isen, slot: str) -> Isen:
    """Return a filler in another colour, as a person chose it."""
    return filler if slot == filler.slot else replace(filler, slot=slot, chosen=0)


def with_value(filler: Isen, key: str, value: Value) -> Isen:
    """Return a filler with one value as a person set it; `set_isen` refuses one that it does not take."""
    usual = {one.key: one.default for one in isen_of(filler.kind).parameters}
    if filler.parameters.get(key, usual.get(key)) == value:
        return filler
    return replace(filler, parameters={**filler.parameters, key: value}, chosen=0)


def chosen_with(design: Design, item_ids: Iterable[str]) -> int:
    """Return the largest seed that a filler of items was chosen with, 0 where none was; raises ``item.unknown``."""
    return max((one.chosen for item_id in item_ids for one in _fillers(design.find_item(item_id)[2])), default=0)


def fill_items(design: Design, item_ids: Iterable[str], seed: int = 1) -> Design:
    """Fill every region of items that is wide and empty with a filler that suits its shape (Isi isen).

    What has a filler keeps it; another ``seed`` chooses others. Raises `BatikError` ``item.unknown``,
    ``layer.locked``, or ``isen.nothing_empty`` if there is nothing to fill.
    """
    found = {item_id: _choices(design, item_id, seed) for item_id in item_ids}
    if not any(found.values()):
        raise BatikError("isen.nothing_empty")

    def changed(item: Item) -> Item:
        return item if isinstance(item, StrokeItem) else replace(item, isen=item.isen | found[item.id])

    return change_items(design, found, changed)


def refill_items(design: Design, item_ids: Iterable[str], seed: int) -> Design:
    """Choose again, with another seed, what `fill_items` chose; 0 only takes it out.

    Fillers that a person chose stay. Raises as `fill_items`.
    """
    ids = list(item_ids)
    bare = change_items(design, ids, _without_chosen)
    return fill_items(bare, ids, seed) if seed else bare


def fill_again(design: Design, item_ids: Iterable[str]) -> Design:
    """Fill what is wide and empty; where nothing is, choose others for what was filled so before.

    Raises as `fill_items`.
    """
    ids = list(item_ids)
    if any(_choices(design, item_id, 1) for item_id in ids):
        return fill_items(design, ids)
    return refill_items(design, ids, chosen_with(design, ids) % LARGEST_SEED + 1)


def fill_ground(design: Design, field_id: str, seed: int | None = None) -> Design:
    """Fill the ground of a field with one of the usual fillers (Isi latar).

    Another ``seed`` chooses another; 0 takes a chosen one out; left out it is the one after the present filler's.
    Raises `BatikError` ``field.unknown``.
    """
    field = design.field(field_id)
    before = field.isen.chosen if field.isen else 0
    if seed is None:
        seed = before % LARGEST_SEED + 1
    if not seed:
        return set_ground_isen(design, field_id, None) if before else design
    kind, values = ground(seed)
    return set_ground_isen(design, field_id, _chosen(design, kind, values, field.ground, seed, seed))


def empty_items(design: Design, item_ids: Iterable[str]) -> Design:
    """Take the fillers out of items; raises `BatikError` ``item.unknown`` or ``layer.locked``."""

    def changed(item: Item) -> Item:
        return item if isinstance(item, StrokeItem) else replace(item, isen={})

    return change_items(design, item_ids, changed)


def _without_chosen(item: Item) -> Item:
    if isinstance(item, StrokeItem):
        return item
    return replace(item, isen={role: one for role, one in item.isen.items() if not one.chosen})


def _fillers(item: Item) -> Iterable[Isen]:
    return () if isinstance(item, StrokeItem) else item.isen.values()


def _choices(design: Design, item_id: str, seed: int) -> dict[str, Isen]:
    field, _, item = design.find_item(item_id)
    if isinstance(item, StrokeItem):
        return {}
    parts = filling.parts_of(design, item)
    found = {}
    for role in filling.roles_with_areas(design, item):
        region = filling.region_of(parts, item.transform, role)
        if role in item.isen or not len(region) or not is_empty(region):
            continue
        chance = zlib.crc32(f"{item_id} {role}".encode(), seed)
        kind, values = fitting(region, chance)
        found[role] = _chosen(design, kind, values, item.roles.get(role, field.ground), seed, chance)
    return found


def _chosen(design: Design, kind: str, values: Mapping[str, Value], region_slot: str, seed: int, chance: int) -> Isen:
    """Return a filler that was chosen with a seed; on black now and then a white one, as ``chance`` has it."""
    found = replace(isen(design, kind, region_slot, values), chosen=seed)
    if design.slot(region_slot).rank == "ground" and chance % _ACCENT_EVERY == 0:
        found = replace(found, slot=slot_of_rank(design.slots, "kept").id)
    return found


def _check(design: Design, filler: Isen | None) -> None:
    if filler is None:
        return
    design.slot(filler.slot)
    wrong = filling.fault(filler)
    if wrong is not None:
        raise wrong
