"""Every value of a design that can be set by a key and a text: the command line's ``--set``, listed as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, cast

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.design.document import Design, Step
from batikstudio.design.edits import about, cloth, layout, process, repeat
from batikstudio.design.edits.repeat import LARGEST_MM, SMALLEST_MM
from batikstudio.design.layouts import layouts
from batikstudio.design.steps import step_kinds
from batikstudio.design.workshop import processes
from batikstudio.dyes.catalogue import dyes, fabrics
from batikstudio.pattern.groups import GROUPS

_AXES = {
    "none": Words("bebas", "free"),
    "x": Words("memanjang", "along the length"),
    "y": Words("melebar", "across the width"),
    "both": Words("dua arah", "both ways"),
}
_EDGES = {"clip": Words("dipotong", "cut"), "whole": Words("hanya yang utuh", "whole ones only")}


@dataclass(frozen=True)
class Setting:
    """A key with its parameter, whose default is the design's present value, and the edit behind it."""

    parameter: Parameter
    change: Callable[[Design, Value], Design]

    @property
    def key(self) -> str:
        """The key as it is written before the equals sign."""
        return self.parameter.key


def settings_of(design: Design) -> dict[str, Setting]:
    """Return every setting of a design by its key; ``default`` of each parameter is the present value."""
    found = [*_about(design), *_cloth(design), *_layout(design), *_repeats(design), *_process(design), *_steps(design)]
    return {setting.key: setting for setting in found}


def apply(design: Design, key: str, text: str) -> Design:
    """Return the design with one value set.

    Raises
    ------
    BatikError
        ``value.unknown_key`` with the nearest keys, or what the value's parameter or edit raises.
    """
    known = settings_of(design)
    setting = known.get(key)
    if setting is None:
        from difflib import get_close_matches

        raise BatikError("value.unknown_key", key=key, known=get_close_matches(key, known, 4, 0.4) or sorted(known)[:8])
    return setting.change(design, setting.parameter.parse(text))


def _about(design: Design) -> list[Setting]:
    look = design.look
    return [
        Setting(
            Parameter("title", "text", design.title, Words("Judul", "Title")),
            lambda one, value: about.set_title(one, str(value)),
        ),
        Setting(
            Parameter("author", "text", design.author, Words("Pembuat", "Author")),
            lambda one, value: about.set_author(one, str(value)),
        ),
        Setting(
            Parameter("seed", "int", design.seed, Words("Benih acak", "Seed"), "", 1, about.LARGEST_SEED),
            lambda one, value: about.set_seed(one, int(cast("int", value))),
        ),
        Setting(
            Parameter("hand", "float", look.hand, Words("Tangan (cap ke tulis)", "Hand (cap to tulis)"), "", 0.0, 1.0),
            lambda one, value: about.set_look(one, hand=float(cast("float", value))),
        ),
        Setting(
            Parameter("uneven", "float", look.uneven, Words("Belang", "Unevenness"), "", 0.0, 1.0),
            lambda one, value: about.set_look(one, uneven=float(cast("float", value))),
        ),
        Setting(
            Parameter("weave", "bool", look.weave, Words("Tekstur tenun", "Weave")),
            lambda one, value: about.set_look(one, weave=bool(value)),
        ),
    ]


def _cloth(design: Design) -> list[Setting]:
    low, high = cloth.SMALLEST_MM, cloth.LARGEST_MM
    return [
        Setting(
            Parameter(
                "cloth.length_mm",
                "float",
                design.cloth.length_mm,
                Words("Panjang kain", "Length of the cloth"),
                "mm",
                low,
                high,
            ),
            lambda one, value: cloth.set_cloth(one, length_mm=float(cast("float", value))),
        ),
        Setting(
            Parameter(
                "cloth.width_mm",
                "float",
                design.cloth.width_mm,
                Words("Lebar kain", "Width of the cloth"),
                "mm",
                low,
                high,
            ),
            lambda one, value: cloth.set_cloth(one, width_mm=float(cast("float", value))),
        ),
        Setting(
            Parameter(
                "cloth.fabric",
                "choice",
                design.cloth.fabric,
                Words("Kelas mori", "Grade of mori"),
                choices={key: one.name for key, one in fabrics().items()},
            ),
            lambda one, value: cloth.set_cloth(one, fabric=str(value)),
        ),
    ]


def _layout(design: Design) -> list[Setting]:
    """Return which layout the cloth has, and ``layout.KEY`` for each of its measures."""
    present = design.layout
    names = {layout.NONE: Words("tanpa denah", "undivided"), **{key: one.words for key, one in layouts().items()}}
    chosen = present.id if present else layout.NONE
    if chosen not in names:
        names[chosen] = Words(chosen, chosen)
    found = [
        Setting(
            Parameter("layout", "choice", chosen, Words("Denah kain", "Layout"), choices=names),
            lambda one, value: one if value == chosen else layout.apply(one, str(value)),
        )
    ]
    if present is None or present.id not in layouts():
        return found
    for parameter in layouts()[present.id].parameters:
        value = present.values.get(parameter.key, parameter.default)

        def change(one: Design, new: Value, key: str = parameter.key, old: Value = value) -> Design:
            return one if new == old else layout.set_value(one, key, new)

        found.append(Setting(replace(parameter, key=f"layout.{parameter.key}", default=value), change))
    return found


def _repeats(design: Design) -> list[Setting]:
    """Return the settings of each field: ``FIELD.key``, and a bare ``key`` for the first."""
    found = []
    for number, field in enumerate(design.fields):
        own = _of_field(design, field.id)
        found += [_named(one, f"{field.id}.{one.key}") for one in own]
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


def _process(design: Design) -> list[Setting]:
    return [
        Setting(
            Parameter(
                "process",
                "choice",
                design.colourway.process,
                Words("Proses", "Process"),
                choices={key: one.name for key, one in processes().items()},
            ),
            lambda one, value: process.set_process(one, str(value))[0],
        )
    ]


def _steps(design: Design) -> list[Setting]:
    """Return the settings of each step: ``STEP.key``, by the step's id and by its 1-based number."""
    found = []
    for number, step in enumerate(design.steps, 1):
        own = _of_step(design, step)
        found += [_named(one, f"{step.id}.{one.key}") for one in own]
        found += [_named(one, f"{number}.{one.key}") for one in own]
    return found


def _of_step(design: Design, step: Step) -> list[Setting]:
    step_id = step.id
    found = [
        Setting(
            Parameter("enabled", "bool", step.enabled, Words("Dikerjakan", "Done")),
            lambda one, value: process.enable(one, step_id, bool(value)),
        )
    ]
    kind = step_kinds().get(step.kind)
    for parameter in kind.parameters if kind else ():
        choices = parameter.choices
        if parameter.key == "dye":
            choices = {key: one.name for key, one in dyes().items()}
        elif parameter.key == "slots":
            choices = {slot.id: slot.name for slot in design.slots}
        present = replace(parameter, default=step.settings.get(parameter.key, parameter.default), choices=choices)
        if parameter.key == "dye":
            present = replace(present, kind="choice")

        def change(one: Design, value: Value, key: str = parameter.key) -> Design:
            return process.set_setting(one, step_id, key, value)

        found.append(Setting(present, change))
    return found


def _named(setting: Setting, key: str) -> Setting:
    return Setting(replace(setting.parameter, key=key), setting.change)
