"""Fillers (isen) in a design: which region each one has, and its pieces."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from batikstudio.base.errors import BatikError
from batikstudio.design.curves import path_of
from batikstudio.design.document import AreaItem, Basis, Design, Isen, Item, MotifItem, StrokeItem
from batikstudio.design.embedding import resolve
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.areas import difference, normalised
from batikstudio.geometry.rings import NO_RINGS, Rings, rings_of
from batikstudio.motifs.filler import Region, fill
from batikstudio.motifs.motif import Part
from batikstudio.motifs.outlines import outlined
from batikstudio.pattern.instances import shifts_mm, translations
from batikstudio.pattern.lattice import reduced

REGION_TOLERANCE_MM = 0.02
"""Regions are the same at every resolution: so are the pieces in them."""
Values = tuple[tuple[str, object], ...]


class Piece(NamedTuple):
    """Pieces of a filler: the slot they are drawn in, what to draw, and where."""

    slot: str
    part: Part
    place: Affine


def pieces(parts: tuple[Part, ...], transform: Affine, isen: Mapping[str, Isen], seed: int) -> Iterator[Piece]:
    """Yield the fillers in the areas of a drawing.

    Parameters
    ----------
    parts : tuple of Part
        In drawing order, the last on top: a filler keeps clear of what lies above its area.
    transform : Affine
        From the drawing's frame to the cell's. The fillers turn and mirror with the drawing; their measures are mm on
        the cloth, however large it is laid.
    isen : mapping of role to Isen
    seed : int
        Of the hand's irregularity; the same gives the same pieces.

    A filler that is not known, or values that it does not take, draw nothing; `invariants.problems` names them.
    """
    size, place = transform.sized()
    for role, one in isen.items():
        if not _takes(one):
            continue
        values = tuple(sorted((key, _hashable(value)) for key, value in one.parameters.items()))
        for part in _filled(parts, size, role, one.kind, values, zlib.crc32(role.encode(), seed)):
            yield Piece(one.slot, part, place)


def parts_of(design: Design, item: MotifItem | AreaItem) -> tuple[Part, ...]:
    """Return the drawing of an item; nothing where its motif is missing."""
    if isinstance(item, AreaItem):
        return (Part("areas", "body", path_of(item.outline)),)
    try:
        return resolve(design, item.motif).parts
    except BatikError:
        return ()


def roles_with_areas(design: Design, item: Item) -> tuple[str, ...]:
    """Return the roles of an item that a filler can fill, in drawing order."""
    if isinstance(item, StrokeItem):
        return ()
    return tuple(dict.fromkeys(part.role for part in parts_of(design, item) if part.kind == "areas"))


def region_of(parts: tuple[Part, ...], transform: Affine, role: str) -> Rings:
    """Return the areas of a role of a drawing, as large as it is laid, without what lies above each; mm."""
    return _region(parts, transform.sized()[0], role)


def ground_pieces(free: Rings, basis: Basis, isen: Isen, seed: int) -> tuple[Part, ...]:
    """Return the filler of a ground, laid at one cell; its copies at every step of the lattice join it.

    Parameters
    ----------
    free : Rings
        What nothing covers, as `free_ground` gives it.
    basis : ((x1, y1), (x2, y2))
        The lattice vectors, mm.
    isen : Isen
    seed : int
    """
    return fill(isen.kind, Region(free, reduced(basis)), isen.parameters, seed) if _takes(isen) else ()


def field_pieces(region: Rings, covered: Rings, basis: Basis, isen: Isen, seed: int) -> tuple[Part, ...]:
    """Return the filler of the ground of a whole field, laid once: for a cell that is not repeated all around.

    Parameters
    ----------
    region : Rings
        The field, in the cell's frame.
    covered, basis
        As `free_ground` takes them.
    isen : Isen
    seed : int
    """
    if not _takes(isen):
        return ()
    free = region
    if len(covered):
        steps = translations(basis, covered.bounds, region.bounds)
        copies = [ring + shift for shift in shifts_mm(basis, steps) for ring in covered]
        free = difference(region, normalised(copies)) if copies else region
    return fill(isen.kind, Region(free, None), isen.parameters, seed) if len(free) else ()


def free_ground(covered: Rings, basis: Basis) -> Rings:
    """Return what nothing covers over the shortest cell of a lattice and one cell around it in every direction.

    Parameters
    ----------
    covered : Rings
        What is drawn in one cell, wherever it lies; its copies at every step of the lattice cover too.
    basis : ((x1, y1), (x2, y2))
    """
    corners = np.array([(-1, -1), (2, -1), (2, 2), (-1, 2)], np.float64) @ np.array(reduced(basis))
    patch = rings_of([corners])
    if not len(covered):
        return patch
    steps = translations(basis, covered.bounds, patch.bounds)
    copies = [ring + shift for shift in shifts_mm(basis, steps) for ring in covered]
    return difference(patch, normalised(copies))


def fault(isen: Isen) -> BatikError | None:
    """Return why a filler cannot be drawn, if it cannot."""
    from batikstudio.base.parameter import complete
    from batikstudio.motifs.filler import isen_of

    try:
        complete(isen_of(isen.kind).parameters, dict(isen.parameters))
    except BatikError as error:
        return error
    return None


def _takes(isen: Isen) -> bool:
    return fault(isen) is None


def _hashable(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


@lru_cache(maxsize=256)
def _filled(parts: tuple[Part, ...], size: Affine, role: str, kind: str, values: Values, seed: int) -> tuple[Part, ...]:
    region = _region(parts, size, role)
    given = {key: list(value) if isinstance(value, tuple) else value for key, value in values}
    return fill(kind, Region(region, None), given, seed) if len(region) else ()  # type: ignore[arg-type]


@lru_cache(maxsize=256)
def _region(parts: tuple[Part, ...], size: Affine, role: str) -> Rings:
    """Return the areas of a role without what lies above each."""
    above: list[Rings] = []
    found: list[Rings] = []
    for part in reversed(parts):
        laid = outlined(part, size, REGION_TOLERANCE_MM)
        if part.kind == "areas" and part.role == role:
            covered = normalised([ring for one in above for ring in one])
            found.append(difference(laid, covered) if len(covered) else laid)
        above.append(laid)
    return normalised([ring for one in found for ring in one]) if found else NO_RINGS
