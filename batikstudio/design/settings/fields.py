"""The settings of fields: their repeat, their ground and its filler."""

from __future__ import annotations

from typing import Literal, cast

from batikstudio.base.parameter import Parameter
from batikstudio.base.words import Words
from batikstudio.design.document import Design
from batikstudio.design.edits import cloth, repeat
from batikstudio.design.edits.repeat import LARGEST_MM, SMALLEST_MM
from batikstudio.design.settings.isen import of_ground
from batikstudio.design.settings.setting import Setting, named
from batikstudio.pattern.groups import GROUPS

_AXES = {
    "none": Words("bebas", "free"),
    "x": Words("memanjang", "along the length"),
    "y": Words("melebar", "across the width"),
    "both": Words("dua arah", "both ways"),
}
_EDGES = {"clip": Words("dipotong", "cut"), "whole": Words("hanya yang utuh", "whole ones only")}


def of_fields(design: Design) -> list[Setting]:
    """Return the settings of each field: ``FIELD.key``, and a bare ``key`` for the first."""
    found = []
    for number, field in enumerate(design.fields):
        own = [*_of_field(design, field.id), *of_ground(design, field)]
        found += [named(one, f"{field.id}.{one.key}") for one in own]
        if number == 0:
            found += own
    return found


def _of_field(design: Design, field_id: str) -> list[Setting]:
    field = design.field(field_id)
    size, height = field.repeat.width_mm, field.repeat.height_mm
    slots = {slot.id: slot.name for slot in design.slots}
    return [
        Setting(
            Parameter("repeat", "text", field.repeat.name, Words("Raport", "Repeat")),
            lambda one, value: one if value == field.repeat.name else repeat.set_repeat(one, field_id, str(value)),
        ),
        Setting(
            Parameter(
                "group",
                "choice",
                field.repeat.group,
                Words("Grup simetri", "Symmetry group"),
                choices={key: one.words for key, one in GROUPS.items()},
            ),
            lambda one, value: repeat.set_group(one, field_id, str(value)),
        ),
        Setting(
            Parameter(
                "size_mm", "float", size, Words("Lebar raport", "Width of the repeat"), "mm", SMALLEST_MM, LARGEST_MM
            ),
            lambda one, value: repeat.set_size(
                one, field_id, float(cast("float", value)), height * (float(cast("float", value)) / size)
            ),
        ),
        Setting(
            Parameter(
                "height_mm",
                "float",
                field.repeat.height_mm,
                Words("Tinggi raport", "Height of the repeat"),
                "mm",
                SMALLEST_MM,
                LARGEST_MM,
            ),
            lambda one, value: repeat.set_size(
                one, field_id, one.field(field_id).repeat.width_mm, float(cast("float", value))
            ),
        ),
        Setting(
            Parameter(
                "fit",
                "choice",
                repeat.fitted_axes(design, field_id),
                Words("Pas di kain", "Whole number on the cloth"),
                choices=_AXES,
            ),
            lambda one, value: repeat.fit_to_cloth(one, field_id, cast("repeat.Axes", value)),
        ),
        Setting(
            Parameter("edge", "choice", field.edge, Words("Di tepi", "At the edge"), choices=_EDGES),
            lambda one, value: cloth.set_edge(one, field_id, cast("Literal['clip', 'whole']", value)),
        ),
        Setting(
            Parameter("ground", "choice", field.ground, Words("Latar", "Ground"), choices=slots),
            lambda one, value: cloth.set_ground(one, field_id, str(value)),
        ),
    ]
