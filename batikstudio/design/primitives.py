"""What a step does to the cloth, in the few acts that the simulation knows.

A step of the process is translated into these; the simulation implements them and knows no step. Crumpling, painting
and bleaching join them with the steps that need them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from batikstudio.base.words import Words
from batikstudio.motifs.motif import PartKind

Sides = Literal["both", "front"]

WAXES: dict[str, Words] = {
    "klowong": Words("Malam klowong", "Outline wax (klowong)"),
    "tembok": Words("Malam tembok", "Cover wax (tembok)"),
    "biron": Words("Malam biron", "Biron wax"),
}
"""The waxes, with their names."""


@dataclass(frozen=True)
class Cover:
    """Lay wax over the parts of some slots; ``penetration`` 0 to 1 tells how far it goes through the cloth."""

    slots: tuple[str, ...]
    parts: tuple[PartKind, ...]
    wax: str
    penetration: float
    sides: Sides


@dataclass(frozen=True)
class Free:
    """Take wax off: every coat of the waxes named, or all wax where ``waxes`` is None."""

    waxes: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Uptake:
    """Dip the cloth ``dips`` times; ``strength`` multiplies what one dip gives."""

    dye: str
    dips: int
    strength: float


@dataclass(frozen=True)
class Change:
    """Change the dye that is in the cloth: ``loss`` is the share that goes."""

    loss: float


Primitive = Cover | Free | Uptake | Change
