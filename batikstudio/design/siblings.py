"""Twelve sisters of a design (dua belas saudara): each changed in one or two ways that the craft knows."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from batikstudio.base.errors import BatikError
from batikstudio.base.words import Words
from batikstudio.design.document import Design, Field, MotifItem
from batikstudio.design.edits import cloth, isen, items, process, repeat
from batikstudio.design.invariants import Problem, problems
from batikstudio.design.workshop import processes
from batikstudio.dyes.catalogue import dyes
from batikstudio.motifs.catalogue import catalogue
from batikstudio.motifs.choosing import ON_GROUNDS
from batikstudio.motifs.filler import isen_of
from batikstudio.pattern.groups import fitting as groups_fitting

COUNT = 12
_REPEATS = ("grid", "half-drop 1/2", "brick 1/2", "half-drop 1/3", "half-drop 2/5", "brick 1/3")
_GROUPS = ("p1", "p2", "pgg", "pmm", "cm", "p4")
_NOT_MIRRORED = frozenset({"probolinggo", "buketan", "semen"})
"""Families of figures that stand upright or grow one way: mirrored pairs of them read as masks."""
_SIZES = (0.7, 0.85, 1.2, 1.45)
_LAST_BATHS = ("soga", "violet", "green", "mengkudu", "naphthol_red", "tegeran", "indigo", "black")
"""Dyes for the last bath, Probolinggo's purple and green among the first."""
_MOST_TRIES = 400


@dataclass(frozen=True)
class Change:
    """One way in which a sister differs.

    Attributes
    ----------
    code : str
        ``sibling.repeat``, ``.group``, ``.process``, ``.dye``, ``.ground``, ``.ground_isen``, ``.isen``, ``.size``,
        ``.variant`` or ``.colours``; its sentence is in ``studio``.
    facts : mapping
        Texts, numbers, and `Words` where there is a name.
    """

    code: str
    facts: Mapping[str, object]


@dataclass(frozen=True)
class Sibling:
    """A sister: the design, and what changed."""

    design: Design
    changes: tuple[Change, ...]


Changed = tuple[Design, Change]
Way = Callable[[Design, Field, np.random.Generator], Changed | None]


def siblings(design: Design, round_number: int = 1, count: int = COUNT) -> tuple[Sibling, ...]:
    """Return sisters of a design, all different, none with a fault or a warning that the design does not have.

    Parameters
    ----------
    design : Design
        Its first field is changed.
    round_number : int
        Another number gives others; the same design, seed and number always the same.
    count : int

    Returns
    -------
    tuple of Sibling
        Fewer than ``count`` where the design leaves no more ways.
    """
    return tuple(each_sibling(design, round_number, count))


def each_sibling(design: Design, round_number: int = 1, count: int = COUNT) -> Iterator[Sibling]:
    """Yield the same as `siblings`, each as soon as it is found: a window shows it then."""
    chance = np.random.default_rng([design.seed, round_number, zlib.crc32(design.title.encode())])
    known = _bad(design)
    seen = [_told(design)]
    found = 0
    for order in _orders(chance):
        if found >= count:
            return
        made = _made(design, order, chance)
        if made is None or _told(made.design) in seen or not _bad(made.design) <= known:
            continue
        seen.append(_told(made.design))
        found += 1
        yield made


def _orders(chance: np.random.Generator) -> Iterator[tuple[Way, ...]]:
    """Yield which ways to go: each way alone once, in any order, then by twos."""
    ways = list(_WAYS)
    alone = [(ways[int(k)],) for k in chance.permutation(len(ways))]
    yield from alone
    for _ in range(_MOST_TRIES):
        first, second = chance.choice(len(ways), 2, replace=False)
        yield (ways[int(first)], ways[int(second)])


def _made(design: Design, ways: tuple[Way, ...], chance: np.random.Generator) -> Sibling | None:
    changes = []
    for way in ways:
        try:
            changed = way(design, design.fields[0], chance)
        except BatikError:
            return None
        if changed is None:
            return None
        design, change = changed
        changes.append(change)
    return Sibling(design, tuple(changes))


def _told(design: Design) -> tuple[object, ...]:
    """Return what makes designs look different."""
    return (design.fields, design.motifs, design.colourway.process, design.steps)


def _bad(design: Design) -> frozenset[tuple[str, str]]:
    def counts(one: Problem) -> bool:
        return one.severity in ("fault", "warning")

    return frozenset((one.code, one.where) for one in problems(design) if counts(one))


def _pick(chance: np.random.Generator, choices: list[str]) -> str | None:
    return choices[int(chance.integers(len(choices)))] if choices else None


def _another_repeat(design: Design, field: Field, chance: np.random.Generator) -> Changed | None:
    name = _pick(chance, [one for one in _REPEATS if one != field.repeat.name])
    if (
        name is None
        or not field.repeat.name.startswith(("grid", "half-drop", "brick"))
        or _fills_its_cell(design, field)
    ):
        return None
    changed = repeat.set_repeat(design, field.id, name, group="p1")
    return changed, Change("sibling.repeat", {"repeat": name})


def _another_group(design: Design, field: Field, chance: np.random.Generator) -> Changed | None:
    if _families(design, field) & _NOT_MIRRORED or _fills_its_cell(design, field):
        return None
    allowed = groups_fitting(field.repeat.basis)
    group = _pick(chance, [one for one in _GROUPS if one in allowed and one != field.repeat.group])
    if group is None:
        return None
    return repeat.set_group(design, field.id, group), Change("sibling.group", {"group": group})


def _another_process(design: Design, field: Field, chance: np.random.Generator) -> Changed | None:
    del field
    name = _pick(chance, [one for one in processes() if one != design.colourway.process])
    if name is None:
        return None
    changed, _ = process.set_process(design, name)
    return changed, Change("sibling.process", {"process": processes()[name].name})


def _another_dye(design: Design, field: Field, chance: np.random.Generator) -> Changed | None:
    del field
    baths = [step for step in design.steps if step.kind == "dye" and step.enabled]
    if not baths:
        return None
    last = baths[-1]
    dye = _pick(chance, [one for one in _LAST_BATHS if one in dyes() and one != last.settings.get("dye")])
    if dye is None:
        return None
    changed = process.set_setting(design, last.id, "dye", dye)
    return changed, Change("sibling.dye", {"step": last.name, "dye": dyes()[dye].name})


def _another_ground(design: Design, field: Field, chance: np.random.Generator) -> Changed | None:
    slot_id = _pick(chance, [slot.id for slot in design.slots if slot.id != field.ground])
    if slot_id is None:
        return None
    changed = cloth.set_ground(design, field.id, slot_id)
    if field.isen is not None:
        kind, values = field.isen.kind, field.isen.parameters
        changed = isen.set_ground_isen(changed, field.id, isen.isen(changed, kind, slot_id, values))
    return changed, Change("sibling.ground", {"slot": design.slot(slot_id).name})


def _another_ground_isen(design: Design, field: Field, chance: np.random.Generator) -> Changed | None:
    choices = [one for one in ON_GROUNDS if field.isen is None or one[0] != field.isen.kind]
    kind, values = choices[int(chance.integers(len(choices)))]
    changed = isen.set_ground_isen(design, field.id, isen.isen(design, kind, field.ground, values))
    return changed, Change("sibling.ground_isen", {"isen": isen_of(kind).name})


def _other_isen(design: Design, field: Field, chance: np.random.Generator) -> Changed | None:
    bare = design
    ids = [item.id for item in field.items() if isinstance(item, MotifItem)]
    for item_id in ids:
        for role in dict(bare.find_item(item_id)[2].roles):
            bare = isen.set_isen(bare, [item_id], role, None)
    changed = isen.fill_items(bare, ids, int(chance.integers(1, 1_000_000)))
    kinds: dict[str, Words] = {}
    for item in changed.field(field.id).items():
        if isinstance(item, MotifItem):
            kinds |= {one.kind: isen_of(one.kind).name for one in item.isen.values()}
    return changed, Change("sibling.isen", {"isen": tuple(kinds.values())})


def _another_size(design: Design, field: Field, chance: np.random.Generator) -> Changed | None:
    factor = float(_SIZES[int(chance.integers(len(_SIZES)))])
    width, height = field.repeat.width_mm * factor, field.repeat.height_mm * factor
    changed = repeat.set_size(design, field.id, width, height)
    return changed, Change("sibling.size", {"width_mm": width})


def _another_variant(design: Design, field: Field, chance: np.random.Generator) -> Changed | None:
    choices = [
        (item, parameter, value)
        for item in field.items()
        if isinstance(item, MotifItem) and catalogue().find(design.motifs[item.motif].id)
        for parameter in catalogue().parameters(design.motifs[item.motif].id)
        for value in parameter.choices
        if value != design.motifs[item.motif].parameters.get(parameter.key, parameter.default)
    ]
    if not choices:
        return None
    item, parameter, value = choices[int(chance.integers(len(choices)))]
    changed = items.set_parameters(design, item.id, {parameter.key: value})
    return changed, Change("sibling.variant", {"what": parameter.words, "value": parameter.choices[value]})


def _other_colours(design: Design, field: Field, chance: np.random.Generator) -> Changed | None:
    """Let the body and the heart of a motif change places."""
    del chance
    both = [item for item in field.items() if {"body", "heart"} <= set(item.roles)]
    if not both:
        return None
    for item in both:
        swapped = {"body": item.roles["heart"], "heart": item.roles["body"]}
        if swapped["body"] == swapped["heart"]:
            return None
        for role, slot in swapped.items():
            design = items.set_role(design, [item.id], role, slot)
    return design, Change("sibling.colours", {})


def _families(design: Design, field: Field) -> set[str]:
    sources = [design.motifs[item.motif].id for item in field.items() if isinstance(item, MotifItem)]
    return {about.family for about in map(catalogue().find, sources) if about}


def _fills_its_cell(design: Design, field: Field) -> bool:
    """Whether a motif is made to close on its own lattice, so that another would tear it."""
    for item in field.items():
        if not isinstance(item, MotifItem) or not catalogue().find(design.motifs[item.motif].id):
            continue
        source = design.motifs[item.motif]
        custom = catalogue().motif(source.id, source.parameters).repeat
        if custom.group or custom.name.startswith("lereng"):
            return True
    return False


_WAYS: tuple[Way, ...] = (
    _another_repeat,
    _another_group,
    _another_process,
    _another_dye,
    _another_ground,
    _another_ground_isen,
    _other_isen,
    _another_size,
    _another_variant,
    _other_colours,
)
