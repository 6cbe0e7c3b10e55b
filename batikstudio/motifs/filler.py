"""Isen-isen: the fillers that make a drawing batik. A filler fills any region with whole pieces, alike for a seed."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Parameter, Value, complete
from batikstudio.base.registry import declared
from batikstudio.base.words import Words
from batikstudio.geometry.rings import Rings
from batikstudio.motifs.motif import Part
from batikstudio.pattern.groups import Basis

if TYPE_CHECKING:
    import numpy as np

    from batikstudio.motifs.room import Room

Suits = frozenset[str]
"""Of ``"region"``, ``"ground"`` and ``"band"``."""
REGION, GROUND, BAND = "region", "ground", "band"


@dataclass(frozen=True, eq=False)
class Region:
    """Where pieces may lie.

    Attributes
    ----------
    rings : Rings
        mm, in the drawing's own frame; what lies above it is already taken out.
    basis : ((x1, y1), (x2, y2)) or None
        None for a region with a border. For the ground of a repeat the lattice vectors: ``rings`` then cover the
        shortest cell (`pattern.lattice.reduced`) and one cell around it in every direction, and pieces are laid for
        one cell, to be copied at every step.
    """

    rings: Rings
    basis: Basis | None = None


@dataclass(frozen=True)
class Isen:
    """The record that a filler declares in `motifs.isen`.

    Attributes
    ----------
    id : str
    name, meaning : Words
        What it is called, and what the name means.
    source : str
    parameters : tuple of Parameter
        As `measures` makes them.
    suits : frozenset of str
    draw : callable
        Takes the room inside the inset, the values and a random generator; returns the parts.
    uncertain : bool
        Whether its shape must be told to be uncertain.
    """

    id: str
    name: Words
    meaning: Words
    source: str
    parameters: tuple[Parameter, ...]
    suits: Suits
    draw: Callable[[Room, Mapping[str, Value], np.random.Generator], list[Part]]
    uncertain: bool = False


def measures(
    pitch_mm: float,
    size_mm: float,
    line_mm: float | None = None,
    *,
    inset_mm: float = 0.9,
    angle_deg: float | None = None,
) -> tuple[Parameter, ...]:
    """Return the parameters that fillers share, with their usual values; the measures are estimates of workshops'."""
    found = [
        Parameter("pitch_mm", "float", pitch_mm, Words("Jarak", "Pitch"), "mm", 0.8, 60.0),
        Parameter("size_mm", "float", size_mm, Words("Ukuran", "Size"), "mm", 0.4, 40.0),
        Parameter("inset_mm", "float", inset_mm, Words("Jarak dari tepi", "Distance from the edge"), "mm", 0.0, 10.0),
        Parameter("irregular", "float", 0.35, Words("Tak seragam", "Irregular"), "", 0.0, 1.0),
        Parameter("seed", "int", 1, Words("Benih acak", "Seed"), "", 1, 1_000_000),
    ]
    if line_mm is not None:
        found.insert(2, Parameter("line_mm", "float", line_mm, Words("Tebal garis", "Line width"), "mm", 0.3, 3.0))
    if angle_deg is not None:
        found.append(Parameter("angle_deg", "float", angle_deg, Words("Arah", "Direction"), "°", -180.0, 180.0))
    return tuple(found)


@cache
def isens() -> dict[str, Isen]:
    """Return every filler by its id, in the order of the ids."""
    from batikstudio.motifs import isen

    return declared(isen, "ISEN", Isen)


def isen_of(isen_id: str) -> Isen:
    """Return a filler; raises `BatikError` ``isen.unknown`` with the ids that come close."""
    try:
        return isens()[isen_id]
    except KeyError:
        known = difflib.get_close_matches(isen_id, isens(), n=3, cutoff=0.5)
        raise BatikError("isen.unknown", isen=isen_id, known=known) from None


def fill(isen_id: str, region: Region, values: Mapping[str, Value], seed: int) -> tuple[Part, ...]:
    """Fill a region.

    Parameters
    ----------
    isen_id : str
    region : Region
    values : mapping of key to value
        What differs from the usual ones.
    seed : int
        Of the irregularity, beside the one among the values: the same of both gives the same pieces.

    Returns
    -------
    tuple of Part
        Of kind ``"isen"`` and role ``"filler"``. Every piece, its width included, lies in the region moved inwards by
        ``inset_mm``; on a ground so do its copies at every step of the lattice. Nothing where a filler that does not
        suit a ground is asked to fill one.

    Raises
    ------
    BatikError
        ``isen.unknown``, or as `base.parameter.complete`.
    """
    import numpy as np

    from batikstudio.motifs.room import Room

    filler = isen_of(isen_id)
    full = complete(filler.parameters, dict(values))
    room = Room(region.rings, region.basis, float(str(full["inset_mm"])))
    if room.is_empty or (region.basis and GROUND not in filler.suits):
        return ()
    chance = np.random.default_rng([seed, int(str(full["seed"]))])
    return tuple(part for part in filler.draw(room, full, chance) if len(part.path.points))
