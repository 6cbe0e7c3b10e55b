"""What is wrong with a design, or worth a word: called after every edit in tests, and when a file is opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as attribute
from typing import Literal

from batikstudio.base.errors import BatikError
from batikstudio.design.document import Design, Field, Isen, MotifItem, StrokeItem
from batikstudio.design.edits.items import LARGEST_SCALE, SMALLEST_SCALE
from batikstudio.design.embedding import is_current, resolve
from batikstudio.design.filling import fault
from batikstudio.design.process import guards
from batikstudio.design.scatter import collide
from batikstudio.dyes.catalogue import fabrics
from batikstudio.motifs.motif import ROLES
from batikstudio.pattern.groups import cosets
from batikstudio.pattern.repeats import asked_of_toss

Severity = Literal["fault", "warning", "note"]


@dataclass(frozen=True)
class Problem:
    """One finding.

    Attributes
    ----------
    severity : str
        ``fault``: part of the design cannot be shown as meant; ``warning``: on a real cloth this would go wrong;
        ``note``: good to know.
    code : str
        Its sentence is in ``studio.messages``.
    where : str
        The id of the step, item, field or slot concerned; empty for the design as a whole.
    facts : dict
    """

    severity: Severity
    code: str
    where: str = ""
    facts: dict[str, object] = attribute(default_factory=dict)

    def as_dict(self) -> dict[str, object]:
        """Return the problem as listings show it."""
        return {"severity": self.severity, "code": self.code, "where": self.where, "facts": self.facts}


def problems(design: Design) -> tuple[Problem, ...]:
    """Return everything that is wrong with a design; never raises, whatever the design holds."""
    return (*_of_structure(design), *_of_repeats(design), *_of_motifs(design), *_of_process(design))


def _of_structure(design: Design) -> Iterator[Problem]:
    if len({one.id for one in design.colourways}) != len(design.colourways):
        yield Problem("fault", "design.id_twice", "", {"kind": "colourway"})
    if design.process not in {one.id for one in design.colourways}:
        yield Problem("fault", "design.process_missing", design.process)
    if design.cloth.fabric not in fabrics():
        yield Problem("fault", "fabric.unknown", "", {"fabric": design.cloth.fabric, "known": sorted(fabrics())})
    for kind, ids in (
        ("field", [one.id for one in design.fields]),
        ("slot", [one.id for one in design.slots]),
        ("step", [one.id for one in design.steps]),
        ("layer", [layer.id for one in design.fields for layer in one.layers]),
        ("item", [item.id for one in design.fields for item in one.items()]),
    ):
        for twice in sorted(one for one, count in Counter(ids).items() if count > 1):
            yield Problem("fault", "design.id_twice", twice, {"kind": kind})
    for guide in design.guides:
        if not 0.0 <= guide.at_mm <= (design.cloth.length_mm if guide.axis == "x" else design.cloth.width_mm):
            yield Problem("note", "guide.off_cloth", "", {"axis": guide.axis, "at_mm": guide.at_mm})
    slots = {slot.id for slot in design.slots}
    for one in design.fields:
        if one.ground not in slots:
            yield Problem("fault", "slot.unknown", one.id, {"slot": one.ground, "known": sorted(slots)})
        try:
            cosets(one.repeat.group, one.repeat.basis)
        except BatikError as error:
            yield Problem("fault", error.code, one.id, error.facts)


def _of_repeats(design: Design) -> Iterator[Problem]:
    for one in design.fields:
        asked = asked_of_toss(one.repeat.name)
        if asked is None:
            continue
        laid = max(len(one.repeat.places), 1)
        if laid < asked:
            yield Problem("note", "repeat.fewer_fit", one.id, {"asked": asked, "laid": laid})
        if collide(design, one):
            yield Problem("warning", "repeat.copies_collide", one.id, {"field": one.name})


def _of_motifs(design: Design) -> Iterator[Problem]:
    slots = {slot.id for slot in design.slots}
    for one in design.fields:
        for where, isen in _fillers(one):
            error = fault(isen)
            if error is not None:
                yield Problem("fault", error.code, where, error.facts)
            if isen.slot not in slots:
                yield Problem("fault", "slot.unknown", where, {"slot": isen.slot, "known": sorted(slots)})
        for item in one.items():
            try:
                if isinstance(item, MotifItem):
                    resolve(design, item.motif)
            except BatikError as error:
                yield Problem("fault", error.code, item.id, error.facts)
            for role, slot in item.roles.items():
                if slot not in slots:
                    yield Problem("fault", "slot.unknown", item.id, {"slot": slot, "known": sorted(slots)})
                if role not in ROLES:
                    yield Problem("note", "item.unknown_role", item.id, {"role": role})
            if not SMALLEST_SCALE <= item.transform.scale <= LARGEST_SCALE:
                yield Problem("fault", "item.too_small_or_large", item.id, {"scale": item.transform.scale})
    for source in design.motifs.values():
        if source.id and not is_current(source):
            yield Problem("note", "motif.older_drawing", source.id, {"motif": source.id})


def _of_process(design: Design) -> Iterator[Problem]:
    for step, (severity, code, facts) in guards(design):
        yield Problem(severity, code, step, facts)  # type: ignore[arg-type]


def _fillers(field: Field) -> Iterator[tuple[str, Isen]]:
    """Yield every filler of a field with the id of what it fills."""
    if field.isen is not None:
        yield field.id, field.isen
    for item in field.items():
        if not isinstance(item, StrokeItem):
            for isen in item.isen.values():
                yield item.id, isen
