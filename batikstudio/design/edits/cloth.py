"""Edits of the cloth: its size, its mori, the ground of a field."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.design.document import Design
from batikstudio.design.edits import layout
from batikstudio.design.edits.place import change_field
from batikstudio.design.edits.repeat import laid_anew
from batikstudio.dyes.catalogue import fabric as known_fabric

SMALLEST_MM, LARGEST_MM = 10.0, 20_000.0


def set_cloth(
    design: Design, *, length_mm: float | None = None, width_mm: float | None = None, fabric: str | None = None
) -> Design:
    """Take another piece of mori.

    Raises
    ------
    BatikError
        ``value.out_of_range`` for a side outside 10 to 20,000 mm; ``fabric.unknown``; or as `layout.resized`
        and `repeat.laid_anew`.
    """
    cloth = design.cloth
    for key, value in (("length_mm", length_mm), ("width_mm", width_mm)):
        if value is not None and not SMALLEST_MM <= value <= LARGEST_MM:
            raise BatikError("value.out_of_range", key=key, value=value, minimum=SMALLEST_MM, maximum=LARGEST_MM)
    if fabric is not None:
        known_fabric(fabric)
    cloth = replace(
        cloth,
        length_mm=cloth.length_mm if length_mm is None else length_mm,
        width_mm=cloth.width_mm if width_mm is None else width_mm,
        fabric=cloth.fabric if fabric is None else fabric,
    )
    return laid_anew(layout.resized(replace(design, cloth=cloth)), ("frame",))


def set_ground(design: Design, field_id: str, slot_id: str) -> Design:
    """Give the ground of a field another slot; raises `BatikError` ``field.unknown`` or ``slot.unknown``."""
    design.slot(slot_id)
    return change_field(design, field_id, lambda one: replace(one, ground=slot_id))


def set_edge(design: Design, field_id: str, edge: Literal["clip", "whole"]) -> Design:
    """Cut copies at the edge of a field, or lay only whole ones; raises `BatikError` ``field.unknown``."""
    return change_field(design, field_id, lambda one: replace(one, edge=edge))
