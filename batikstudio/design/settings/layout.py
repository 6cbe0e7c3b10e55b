"""The settings of the layout: which one the cloth has, and each of its measures."""

from __future__ import annotations

from dataclasses import replace

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.design.document import Design
from batikstudio.design.edits import layout
from batikstudio.design.layouts import layouts
from batikstudio.design.settings.setting import Setting


def of_layout(design: Design) -> list[Setting]:
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
