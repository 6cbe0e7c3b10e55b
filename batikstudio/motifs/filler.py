"""The record that a filler (isen-isen) declares, the region that it fills, and the list of all fillers."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Parameter, Value, complete
from batikstudio.base.registry import declared
from batikstudio.base.words import Words
from batikstudio.geometry.rings import Rings
from batikstudio.motifs.filling.space import Space, space_of
from batikstudio.motifs.filling.stamps import Hand
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number
from batikstudio.pattern.groups import Basis

REGION, GROUND, BAND = "region", "ground", "band"
"""What a filler may be meant for: a part of a figure, the ground between figures, a long stripe."""
_CLOSE_ENOUGH = 0.5
_LEAST_MM2 = 0.05


@dataclass(frozen=True, eq=False)
class Region:
    """What is to be filled.

    Attributes
    ----------
    rings : Rings
        Where pieces may lie, mm: already without what lies above it.
    basis : ((x1, y1), (x2, y2)) or None
        None for a bounded region. Else the rings are the free ground over a patch that holds a cell of this lattice
        and at least one whole cell around it on every side.
    """

    rings: Rings
    basis: Basis | None = None


@dataclass(frozen=True)
class Isen:
    """A filler.

    Attributes
    ----------
    id : str
        Its name in files.
    name, meaning : Words
    source : str
        Where name, meaning and construction come from.
    parameters : tuple of Parameter
        Always ``pitch_mm``, ``size_mm``, ``inset_mm``, ``irregular`` and ``seed``; ``line_mm`` and ``angle_deg`` where
        they mean something.
    suits : frozenset of str
        Of `REGION`, `GROUND` and `BAND`.
    draw : callable
        Takes the space that is left inside the inset, the values and the hand; returns the parts.
    uncertain : bool
        Whether a person must be told that name or construction is not certain.
    """

    id: str
    name: Words
    meaning: Words
    source: str
    parameters: tuple[Parameter, ...]
    suits: frozenset[str]
    draw: Callable[[Space, dict[str, Value], Hand], tuple[Part, ...]]
    uncertain: bool = False


@cache
def isens() -> dict[str, Isen]:
    """Return every filler by its id, in the order of the ids."""
    from batikstudio.motifs import isen as package

    return {one.id: one for one in declared(package, "ISEN", Isen).values()}


def isen_of(isen_id: str) -> Isen:
    """Return a filler; raises `BatikError` ``isen.unknown`` with the ids that come close."""
    try:
        return isens()[isen_id]
    except KeyError:
        known = difflib.get_close_matches(isen_id, isens(), n=3, cutoff=_CLOSE_ENOUGH) or sorted(isens())
        raise BatikError("isen.unknown", isen=isen_id, known=known) from None


def fill(isen_id: str, region: Region, values: Mapping[str, Value], seed: int) -> tuple[Part, ...]:
    """Draw a filler in a region.

    Parameters
    ----------
    isen_id : str
    region : Region
    values : mapping of key to value
        What differs from the filler's defaults.
    seed : int
        Of the place, not negative: neighbours with different seeds differ as a hand's do. The same seed gives the same
        parts.

    Returns
    -------
    tuple of Part
        Of kind ``"isen"`` and role ``"filler"``: each piece with its width lies inside the inset region. Of a ground
        the pieces of one cell, which continue into those of the next. Nothing where there is no room, or where a
        filler that does not suit a ground is asked to fill one.

    Raises
    ------
    BatikError
        ``isen.unknown``, or ``value.unknown_key`` and the others of `Parameter.check`.
    """
    one = isen_of(isen_id)
    full = complete(one.parameters, dict(values))
    if not len(region.rings) or (region.basis and GROUND not in one.suits):
        return ()
    space = space_of(region.rings, region.basis, number(full, "inset_mm"))
    if space.size_mm2 < _LEAST_MM2:
        return ()
    rng = np.random.default_rng([seed, int(number(full, "seed"))])
    return one.draw(space, full, Hand(rng, number(full, "irregular")))
