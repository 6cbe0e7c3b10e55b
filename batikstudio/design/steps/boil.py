"""Boiling all wax off: nglorod."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.design.primitives import Change, Free, Primitive
from batikstudio.design.step_kind import Finding, Stacks, StepKind


def _effect(settings: dict[str, Value]) -> tuple[Primitive, ...]:
    return (Free(), Change(loss=float(cast("float", settings["loss"]))))


def _guard(_settings: dict[str, Value], stacks: Stacks) -> Iterator[Finding]:
    if not any(stacks.values()):
        yield "note", "step.nothing_to_boil", {}


STEP = StepKind(
    id="boil",
    words=Words("Lorod", "Boil off (lorod)"),
    icon="lorod",
    parameters=(Parameter("loss", "float", 0.03, Words("Luntur saat lorod", "Dye lost in the boil"), "", 0.0, 0.2),),
    effect=_effect,
    guard=_guard,
)
