"""Scraping wax off with a blunt blade: ngerok. Only the outline wax comes off so; tembok sticks too well."""

from __future__ import annotations

from collections.abc import Iterator

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.design.primitives import WAXES, Free, Primitive
from batikstudio.design.step_kind import Finding, Stacks, StepKind


def _effect(settings: dict[str, Value]) -> tuple[Primitive, ...]:
    return (Free(waxes=(str(settings["wax"]),)),)


def _guard(settings: dict[str, Value], stacks: Stacks) -> Iterator[Finding]:
    if not any(coat.wax == settings["wax"] for coats in stacks.values() for coat in coats):
        yield "warning", "step.nothing_to_scrape", {"wax": settings["wax"]}


STEP = StepKind(
    id="scrape",
    words=Words("Kerok", "Scrape"),
    icon="kerok",
    parameters=(Parameter("wax", "choice", "klowong", Words("Jenis malam", "Wax"), choices=WAXES),),
    effect=_effect,
    guard=_guard,
)
