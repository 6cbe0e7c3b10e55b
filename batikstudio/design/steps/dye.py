"""Dyeing by dips: medel, nyoga, nyelup."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.design.primitives import Primitive, Uptake
from batikstudio.design.step_kind import Finding, Stacks, StepKind


def _effect(settings: dict[str, Value]) -> tuple[Primitive, ...]:
    return (
        Uptake(
            dye=str(settings["dye"]),
            dips=int(cast("int", settings["dips"])),
            strength=float(cast("float", settings["strength"])),
        ),
    )


def _guard(settings: dict[str, Value], stacks: Stacks) -> Iterator[Finding]:
    from batikstudio.dyes.catalogue import dyes

    if settings["dye"] not in dyes():
        yield "fault", "step.unknown_dye", {"dye": settings["dye"]}
    if all(stacks.values()):
        yield "warning", "step.everything_waxed", {}


STEP = StepKind(
    id="dye",
    words=Words("Celup", "Dye"),
    icon="droplet",
    parameters=(
        Parameter("dye", "text", "indigo", Words("Pewarna", "Dye")),
        Parameter("dips", "int", 1, Words("Jumlah celup", "Dips"), "", 1, 60),
        Parameter("strength", "float", 1.0, Words("Kepekatan", "Strength"), "×", 0.02, 1.5),
    ),
    effect=_effect,
    guard=_guard,
)
