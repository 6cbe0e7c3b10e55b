"""A design in words and numbers, for the command line, tests and other programs."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from batikstudio.base.errors import BatikError
from batikstudio.cloth.palette import swatches
from batikstudio.design.document import Design, Isen, Item, MotifItem, StrokeItem
from batikstudio.design.embedding import resolve
from batikstudio.design.process import baths, stages
from batikstudio.motifs.motif import PART_KINDS


def describe(design: Design) -> dict[str, Any]:
    """Return everything that ``batikstudio info --json`` tells: plain values, lengths in mm, colours after the end."""
    field = design.fields[0]
    repeat = field.repeat
    return {
        "title": design.title,
        "author": design.author,
        "notes": design.notes,
        "seed": design.seed,
        "cloth": {
            "length_mm": design.cloth.length_mm,
            "width_mm": design.cloth.width_mm,
            "fabric": design.cloth.fabric,
            "tube": design.cloth.tube,
            "kacu": round(design.cloth.kacu, 3),
        },
        "layout": None if design.layout is None else {"id": design.layout.id, "values": design.layout.values},
        "repeat": {
            "name": repeat.name,
            "group": repeat.group,
            "basis": [list(vector) for vector in repeat.basis],
            "width_mm": repeat.width_mm,
            "height_mm": repeat.height_mm,
            "residual_deg": repeat.residual_deg,
            "residual_percent": repeat.residual_percent,
        },
        "guides": [{"axis": guide.axis, "at_mm": guide.at_mm} for guide in design.guides],
        "chance": {"scope": design.chance.scope, "nx": design.chance.nx, "ny": design.chance.ny},
        "fields": [
            {
                "id": one.id,
                "name": one.name,
                "ground": one.ground,
                "isen": _isen(one.isen),
                "repeat": one.repeat.name,
                "copies": len(one.repeat.places) or 1,
                "edge": one.edge,
                "outline": [[list(point) for point in polygon] for polygon in one.outline],
                "origin_mm": list(one.origin_mm),
                "angle_deg": one.angle_deg,
                "layers": [
                    {
                        "id": layer.id,
                        "name": layer.name,
                        "visible": layer.visible,
                        "locked": layer.locked,
                        "items": [_item(item) for item in layer.items],
                    }
                    for layer in one.layers
                ],
            }
            for one in design.fields
        ],
        "slots": _slots(design),
        "process": design.colourway.process,
        "steps": [
            {
                "number": number,
                "id": step.id,
                "name": step.name.as_dict(),
                "kind": step.kind,
                "enabled": step.enabled,
                "settings": step.settings,
            }
            for number, step in enumerate(design.steps, 1)
        ],
        "motifs": _motifs(design),
    }


def _item(item: Item) -> dict[str, Any]:
    about: dict[str, Any] = {"id": item.id, "kind": "motif", "slots": item.roles}
    if isinstance(item, StrokeItem):
        return about | {"kind": "stroke", "canting": item.canting}
    about["isen"] = {role: _isen(one) for role, one in item.isen.items()}
    return about | ({"motif": item.motif} if isinstance(item, MotifItem) else {"kind": "area"})


def _isen(isen: Isen | None) -> dict[str, Any] | None:
    return None if isen is None else {"kind": isen.kind, "slot": isen.slot, "parameters": isen.parameters}


def _slots(design: Design) -> list[dict[str, Any]]:
    known = swatches(design)
    found = []
    for slot in design.slots:
        areas = known[slot.id, "areas"]
        found.append(
            {
                "id": slot.id,
                "name": slot.name.as_dict(),
                "rank": slot.rank,
                "srgb": "#{:02x}{:02x}{:02x}".format(*areas.srgb),
                "lab": [round(value, 2) for value in areas.lab],
                "parts": {
                    part: {
                        "srgb": "#{:02x}{:02x}{:02x}".format(*known[slot.id, part].srgb),
                        "lab": [round(value, 2) for value in known[slot.id, part].lab],
                        "baths": [
                            {"step": bath.step, "dye": bath.dye, "covered_by": list(bath.waxes)}
                            for bath in known[slot.id, part].baths
                        ],
                    }
                    for part in PART_KINDS
                },
            }
        )
    return found


def _motifs(design: Design) -> list[dict[str, Any]]:
    found = []
    for key, source in design.motifs.items():
        try:
            name = resolve(design, key).about.name.as_dict()
        except BatikError:
            name = {"id": source.id, "en": source.id}
        found.append({"key": key, "id": source.id, "name": name, "parameters": source.parameters})
    return found


def wax_steps(design: Design) -> tuple[int, ...]:
    """Return the numbers of the steps after which the wax on the cloth is another one and a bath or boil follows."""
    done = stages(design)
    numbers = [stage.number for stage in done if any(stage.after.values())]
    before_baths = {bath.step for bath in baths(design)}
    found = []
    for stage, following in pairwise(done):
        if stage.number in numbers and following.step.id in before_baths:
            found.append(stage.number)
    return tuple(found)
