"""The settings of fillers: of the ground of a field, and of the areas of items."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.design.document import Design, Field, Isen, Item, StrokeItem
from batikstudio.design.edits import isen as edits
from batikstudio.design.filling import roles_with_areas
from batikstudio.design.settings.setting import Setting, named
from batikstudio.motifs.filler import GROUND, isens

NONE = "none"
_Put = Callable[[Design, Isen | None], Design]


def of_ground(design: Design, field: Field) -> list[Setting]:
    """Return the settings of the filler of a field's ground: ``isen``, ``isen.slot``, its parameters, and ``fill``."""

    def put(one: Design, filler: Isen | None) -> Design:
        return edits.set_ground_isen(one, field.id, filler)

    now = field.isen.chosen if field.isen else 0
    seed = Parameter("fill", "int", now, Words("Isi latar", "Fill the ground"), "", 0, edits.LARGEST_SEED)
    fill = Setting(seed, lambda one, value: edits.fill_ground(one, field.id, int(cast("int", value))))
    suiting = [key for key, one in isens().items() if GROUND in one.suits]
    return [*_of_filler(design, field.isen, field.ground, suiting, put), fill]


def of_items(design: Design) -> list[Setting]:
    """Return the settings of every item's fillers: ``ITEM.ROLE.isen`` and below it, and ``ITEM.fill``."""
    return [
        named(setting, f"{item.id}.{setting.key}")
        for field in design.fields
        for item in field.items()
        for setting in _of_item(design, field, item)
    ]


def _of_item(design: Design, field: Field, item: Item) -> list[Setting]:
    if isinstance(item, StrokeItem):
        return []
    found = []
    for role in roles_with_areas(design, item):

        def put(one: Design, filler: Isen | None, role: str = role) -> Design:
            return edits.set_isen(one, [item.id], role, filler)

        region_slot = item.roles.get(role, field.ground)
        own = _of_filler(design, item.isen.get(role), region_slot, list(isens()), put)
        found += [named(setting, f"{role}.{setting.key}") for setting in own]
    now = edits.chosen_with(design, [item.id])
    seed = Parameter("fill", "int", now, Words("Isi isen", "Fill with isen"), "", 0, edits.LARGEST_SEED)
    return [*found, Setting(seed, lambda one, value: edits.refill_items(one, [item.id], int(cast("int", value))))]


def _of_filler(design: Design, now: Isen | None, region_slot: str, kinds: list[str], put: _Put) -> list[Setting]:
    known = isens()
    choices = {NONE: Words("Tanpa isen", "Without isen")} | {key: known[key].name for key in kinds}

    def choose(one: Design, value: Value) -> Design:
        return put(one, None if value == NONE else edits.isen_like(one, now, str(value), region_slot))

    kind = Parameter("isen", "choice", now.kind if now else NONE, Words("Isen", "Isen"), choices=choices)
    found = [Setting(kind, choose)]
    if now is None:
        return found
    slots = {slot.id: slot.name for slot in design.slots}
    slot = Parameter("isen.slot", "choice", now.slot, Words("Warna isen", "Colour of the isen"), choices=slots)
    found.append(Setting(slot, lambda one, value: put(one, edits.with_slot(now, str(value)))))
    for parameter in known[now.kind].parameters if now.kind in known else ():

        def change(one: Design, value: Value, key: str = parameter.key) -> Design:
            return put(one, edits.with_value(now, key, value))

        present = now.parameters.get(parameter.key, parameter.default)
        found.append(Setting(replace(parameter, key=f"isen.{parameter.key}", default=present), change))
    return found
