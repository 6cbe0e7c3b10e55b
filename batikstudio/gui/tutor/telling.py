"""What a repeat does, in words: its group, its turns, mirrors and glides, and which others its lattice allows."""

from __future__ import annotations

from batikstudio.base.words import Words
from batikstudio.design.document import Repeat
from batikstudio.pattern.groups import FRIEZES, GROUPS, Group, Matrix, fitting, fractional_cosets, lattice_types
from batikstudio.pattern.lattice import is_far
from batikstudio.pattern.plain_words import BANDS, WALLPAPER
from batikstudio.pattern.repeats import kind_of
from batikstudio.studio.axes import elements
from batikstudio.studio.i18n import N_, Translator

_TURNS = {2: N_("half"), 3: N_("third"), 4: N_("quarter"), 6: N_("sixth")}
_ONE_BY_ONE = Words(
    "Salinannya diletakkan satu per satu, tidak oleh satu kelompok simetri.",
    "Its copies are laid one by one, not by one symmetry group.",
)


def arranged(repeat: Repeat) -> tuple[Words, Words]:
    """Return the name of what lays the copies, and what it does."""
    kind, _, argument = repeat.name.partition(" ")
    if kind == "frieze" and argument in FRIEZES:
        return FRIEZES[argument].words, BANDS[argument]
    if repeat.places or any(is_far(repeat.basis)):
        known = kind_of(repeat.name)
        return (known.words if known else Words(repeat.name, repeat.name)), _ONE_BY_ONE
    return GROUPS[repeat.group].words, WALLPAPER[repeat.group]


def turns_and_mirrors(repeat: Repeat, tr: Translator) -> str:
    """Return one line: which turns, mirrors and glides the arrangement has."""
    found = elements(repeat)
    turns = ", ".join(tr(_TURNS[order]) for order in sorted({one.order for one in found.centres}) if order in _TURNS)
    kinds = {one.kind for one in found.axes}
    yes, no = tr("yes"), tr("none")
    return tr("Turns: {turns} · mirrors: {mirrors} · glides: {glides}").format(
        turns=turns or no, mirrors=yes if "mirror" in kinds else no, glides=yes if "glide" in kinds else no
    )


def has_more(found: str, repeat: Repeat) -> bool:
    """Whether a picture has more turns and mirrors than what lays its copies."""
    kind, _, argument = repeat.name.partition(" ")
    known, laid = (FRIEZES, argument) if kind == "frieze" else (GROUPS, repeat.group)
    if repeat.places and kind != "frieze":
        return False
    return len(_turned(known[found])) > len(_turned(known[laid]))


def _turned(group: Group) -> set[Matrix]:
    return {matrix for matrix, _ in fractional_cosets(group)}


def offered(repeat: Repeat) -> tuple[str, tuple[str, ...]]:
    """Return the lattice that shows them (``grid``, ``hexagon`` or ``frieze``) and the groups that can be tried."""
    if repeat.name.startswith("frieze"):
        return "frieze", tuple(FRIEZES)
    if repeat.places or any(is_far(repeat.basis)):
        return "", ()
    return ("hexagon" if "hexagonal" in lattice_types(repeat.basis) else "grid"), fitting(repeat.basis)
