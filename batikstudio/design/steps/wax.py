"""Waxing: nglowong, ngiseni, nembok, mbironi."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.design.primitives import WAXES, Cover, Primitive, Sides
from batikstudio.design.step_kind import Finding, Stacks, StepKind
from batikstudio.motifs.motif import PartKind

COLDEST_C = 45.0
TEMBUS_C = 60.0
TOO_HOT_C = 75.0
"""Working zone of wax, °C: an estimate of the project from figures of 59 to 70 °C reported by workshops."""


def penetration(temperature_c: float) -> float:
    """Return how far wax of this temperature goes through the cloth, 0 to 1: all through from 60 °C on (estimate)."""
    return min(max((temperature_c - COLDEST_C) / (TEMBUS_C - COLDEST_C), 0.0), 1.0)


def _effect(settings: dict[str, Value]) -> tuple[Primitive, ...]:
    return (
        Cover(
            slots=tuple(cast("list[str]", settings["slots"])),
            parts=tuple(cast("list[PartKind]", settings["parts"])),
            wax=str(settings["wax"]),
            penetration=penetration(float(cast("float", settings["temperature_c"]))),
            sides=cast("Sides", settings["sides"]),
        ),
    )


def _guard(settings: dict[str, Value], stacks: Stacks) -> Iterator[Finding]:
    temperature = float(cast("float", settings["temperature_c"]))
    if temperature < TEMBUS_C:
        yield "warning", "step.wax_too_cold", {"temperature_c": temperature, "lowest_c": TEMBUS_C}
    if temperature > TOO_HOT_C:
        yield "warning", "step.wax_too_hot", {"temperature_c": temperature, "highest_c": TOO_HOT_C}
    slots, parts = cast("list[str]", settings["slots"]), cast("list[str]", settings["parts"])
    for slot in slots:
        if not any(owner[0] == slot for owner in stacks):
            yield "fault", "step.unknown_slot", {"slot": slot}
    covered = [coats for owner, coats in stacks.items() if owner[0] in slots and owner[1] in parts]
    if not slots or not parts:
        yield "warning", "step.wax_covers_nothing", {}
    elif covered and all(covered):
        yield "note", "step.already_waxed", {"slots": slots}


STEP = StepKind(
    id="wax",
    words=Words("Malam", "Wax"),
    icon="canting",
    parameters=(
        Parameter("slots", "list", [], Words("Warna", "Slots")),
        Parameter(
            "parts",
            "list",
            ["lines", "isen", "areas"],
            Words("Bagian", "Parts"),
            choices={
                "lines": Words("garis", "lines"),
                "isen": Words("isen", "isen"),
                "areas": Words("bidang", "areas"),
            },
        ),
        Parameter("wax", "choice", "klowong", Words("Jenis malam", "Wax"), choices=WAXES),
        Parameter("temperature_c", "float", 65.0, Words("Suhu malam", "Wax temperature"), "°C", 45.0, 110.0),
        Parameter(
            "sides",
            "choice",
            "both",
            Words("Sisi kain", "Sides"),
            choices={"both": Words("dua sisi (nerusi)", "both (nerusi)"), "front": Words("depan saja", "front only")},
        ),
    ),
    effect=_effect,
    guard=_guard,
)
