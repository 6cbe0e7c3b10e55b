"""Edits of the process: another one, another setting, another order."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Value
from batikstudio.design.document import Colourway, Design, Isen, Item, Step, StrokeItem
from batikstudio.design.edits.place import writable
from batikstudio.design.steps import step_kinds
from batikstudio.design.workshop import process, slot_of_rank
from batikstudio.motifs.motif import USUAL_RANKS


def set_process(design: Design, process_id: str) -> tuple[Design, tuple[str, ...]]:
    """Follow another process: its slots take over by rank, and everything drawn goes with them.

    Returns
    -------
    design : Design
    lost : tuple of str
        Ids of the old slots whose rank the new process does not have; what was drawn in them took the nearest slot.

    Raises
    ------
    BatikError
        ``process.unknown``.
    """
    new = process(process_id)
    taking_over = {slot.id: slot_of_rank(new.slots, slot.rank) for slot in design.slots}
    lost = tuple(slot.id for slot in design.slots if taking_over[slot.id].rank != slot.rank)

    def taken(slot_id: str) -> str:
        return taking_over[slot_id].id if slot_id in taking_over else slot_id

    def of_role(role: str, slot_id: str) -> str:
        """Details that were drawn as lines are take the slot of details, which may not be that of outlines."""
        rank = next((slot.rank for slot in design.slots if slot.id == slot_id), "")
        if rank == "line" and USUAL_RANKS.get(role) == "detail":
            return slot_of_rank(new.slots, "detail").id
        return taken(slot_id)

    def filled(isen: Isen) -> Isen:
        return replace(isen, slot=taken(isen.slot))

    def moved(item: Item) -> Item:
        item = item.with_roles({role: of_role(role, slot) for role, slot in item.roles.items()})
        if isinstance(item, StrokeItem):
            return item
        return replace(item, isen={role: filled(one) for role, one in item.isen.items()})

    fields = tuple(
        replace(
            field,
            ground=taken(field.ground),
            isen=filled(field.isen) if field.isen else None,
            layers=tuple(replace(layer, items=tuple(moved(item) for item in layer.items)) for layer in field.layers),
        )
        for field in design.fields
    )
    active = design.colourway
    colourways = tuple(new.colourway(one.id) if one is active else one for one in design.colourways)
    return replace(design, slots=new.slots, fields=fields, colourways=colourways), lost


def _change_steps(design: Design, change: Callable[[tuple[Step, ...]], tuple[Step, ...]]) -> Design:
    active = design.colourway

    def changed(one: Colourway) -> Colourway:
        return replace(one, steps=change(one.steps)) if one is active else one

    return replace(design, colourways=tuple(changed(one) for one in design.colourways))


def _change_step(design: Design, step_id: str, change: Callable[[Step], Step]) -> Design:
    design.colourway.step(step_id)
    return _change_steps(design, lambda steps: tuple(change(one) if one.id == step_id else one for one in steps))


def set_setting(design: Design, step_id: str, key: str, value: Value) -> Design:
    """Give a step another setting.

    Raises
    ------
    BatikError
        ``step.unknown``, ``step.unknown_kind``, ``dye.unknown``, ``slot.unknown``, or as `base.parameter.complete`.
    """
    step = design.colourway.step(step_id)
    kind = step_kinds().get(step.kind)
    if kind is None:
        raise BatikError("step.unknown_kind", kind=step.kind)
    if isinstance(value, str):
        value = writable(value)
    checked = kind.complete(step.settings | {key: value})
    if key == "dye":
        from batikstudio.dyes.catalogue import dye

        dye(str(value))
    if key == "slots" and isinstance(value, list):
        for slot_id in value:
            design.slot(slot_id)
    return _change_step(design, step_id, lambda one: replace(one, settings=one.settings | {key: checked[key]}))


def enable(design: Design, step_id: str, enabled: bool) -> Design:
    """Do a step or leave it out; raises `BatikError` ``step.unknown``."""
    return _change_step(design, step_id, lambda one: replace(one, enabled=enabled))


def move(design: Design, step_id: str, index: int) -> Design:
    """Move a step to a place in the order, 0 first; raises `BatikError` ``step.unknown``."""
    step = design.colourway.step(step_id)
    rest = [one for one in design.steps if one.id != step_id]
    rest.insert(min(max(index, 0), len(rest)), step)
    return _change_steps(design, lambda _steps: tuple(rest))


def remove(design: Design, step_id: str) -> Design:
    """Take a step out of the order of work; raises `BatikError` ``step.unknown``."""
    design.colourway.step(step_id)
    return _change_steps(design, lambda steps: tuple(one for one in steps if one.id != step_id))
