"""What the process does to each owner, step by step, without a single pixel: wax, histories, guards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Value
from batikstudio.design.document import Design, Owner, Step
from batikstudio.design.primitives import Cover, Free, Primitive, Uptake
from batikstudio.design.step_kind import Finding, Stacks, WaxCoat
from batikstudio.design.steps import step_kinds
from batikstudio.motifs.motif import PART_KINDS


@dataclass(frozen=True)
class Stage:
    """One enabled step in its place.

    Attributes
    ----------
    number : int
        Its 1-based place among all steps of the colourway.
    step : Step
    acts : tuple of Primitive
        What it does; empty for a step of an unknown kind or with settings that do not hold.
    before, after : Stacks
        The wax on every owner before and after it.
    """

    number: int
    step: Step
    acts: tuple[Primitive, ...]
    before: Stacks
    after: Stacks

    @property
    def bath(self) -> Uptake | None:
        """The dye bath of this step, if it is one."""
        return next((act for act in self.acts if isinstance(act, Uptake)), None)


def owners(design: Design) -> tuple[Owner, ...]:
    """Return every (slot, part) of the design."""
    return tuple((slot.id, part) for slot in design.slots for part in PART_KINDS)


def stages(design: Design) -> tuple[Stage, ...]:
    """Walk through the enabled steps of the active colourway.

    Never raises for any settings: a step that cannot be understood does nothing, and `guards` says so.
    """
    stacks: dict[Owner, tuple[WaxCoat, ...]] = dict.fromkeys(owners(design), ())
    found = []
    for number, step in enumerate(design.steps, 1):
        if not step.enabled:
            continue
        acts = _acts(step)
        before = stacks
        for act in acts:
            stacks = _apply(act, stacks)
        found.append(Stage(number, step, acts, before, stacks))
    return tuple(found)


def _settings(step: Step) -> dict[str, Value] | BatikError:
    kind = step_kinds().get(step.kind)
    if kind is None:
        return BatikError("step.unknown_kind", kind=step.kind)
    try:
        return kind.complete(step.settings)
    except BatikError as error:
        return error


def _acts(step: Step) -> tuple[Primitive, ...]:
    settings = _settings(step)
    return () if isinstance(settings, BatikError) else step_kinds()[step.kind].effect(settings)


def _apply(act: Primitive, stacks: dict[Owner, tuple[WaxCoat, ...]]) -> dict[Owner, tuple[WaxCoat, ...]]:
    if isinstance(act, Cover):
        coat = WaxCoat(act.wax, 0, act.penetration, act.sides == "both")
        return {
            owner: (*coats, coat) if owner[0] in act.slots and owner[1] in act.parts else coats
            for owner, coats in stacks.items()
        }
    if isinstance(act, Free):
        return {
            owner: tuple(coat for coat in coats if act.waxes is not None and coat.wax not in act.waxes)
            for owner, coats in stacks.items()
        }
    if isinstance(act, Uptake):
        return {
            owner: tuple(WaxCoat(coat.wax, coat.age + 1, coat.penetration, coat.back) for coat in coats)
            for owner, coats in stacks.items()
        }
    return stacks


@dataclass(frozen=True)
class Bath:
    """A dye bath and what it meets: the step's id, the dye's id, and the owners that lie under wax in it."""

    step: str
    uptake: Uptake
    waxed: Stacks


def baths(design: Design) -> tuple[Bath, ...]:
    """Return the dye baths in order, with the wax on every owner in each."""
    return tuple(Bath(one.step.id, one.bath, one.before) for one in stages(design) if one.bath is not None)


def guards(design: Design) -> Iterator[tuple[str, Finding]]:
    """Yield what would go wrong on a real cloth: the step's id and the finding."""
    for stage in stages(design):
        settings = _settings(stage.step)
        if isinstance(settings, BatikError):
            yield stage.step.id, ("fault", settings.code, settings.facts)
            continue
        for finding in step_kinds()[stage.step.kind].guard(settings, stage.before):
            yield stage.step.id, finding
    last = stages(design)[-1:]
    if last and any(last[0].after.values()):
        yield last[0].step.id, ("warning", "process.wax_left", {})
