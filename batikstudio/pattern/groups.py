"""The 17 wallpaper groups and the 7 frieze groups as data.

A generator is an integer matrix on fractional lattice coordinates (columns) with a translation in halves. Cosets are
all products of the generators, translations taken modulo the lattice. Lattices and generators are the conventional
ones of the International Tables for Crystallography A, with y pointing down.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.errors import BatikError
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine

LatticeType = Literal["oblique", "rectangular", "square", "hexagonal"]
Vector = tuple[float, float]
Basis = tuple[Vector, Vector]
Matrix = tuple[int, int, int, int]
"""Row by row."""
Generator = tuple[Matrix, Vector]

_R2: Matrix = (-1, 0, 0, -1)
_R3: Matrix = (0, -1, 1, -1)
_R4: Matrix = (0, -1, 1, 0)
_R6: Matrix = (1, -1, 1, 0)
_MX: Matrix = (-1, 0, 0, 1)
_MY: Matrix = (1, 0, 0, -1)
_D1: Matrix = (0, 1, 1, 0)
_D2: Matrix = (0, -1, -1, 0)
_E: Matrix = (1, 0, 0, 1)
_HERE: Vector = (0.0, 0.0)
_CENTRE: Generator = (_E, (0.5, 0.5))

TOLERANCE = 1e-6
"""How far, relative to its size, a basis may be from the lattice that it is meant to be."""


@dataclass(frozen=True)
class Group:
    """A symmetry group of the plane or of a band.

    Attributes
    ----------
    id : str
        Its international short name.
    lattice : str
        The kind of lattice that it needs.
    words : Words
        What it does, in plain words.
    generators : tuple
        Besides the translations.
    """

    id: str
    lattice: LatticeType
    words: Words
    generators: tuple[Generator, ...]


def _table(*groups: Group) -> dict[str, Group]:
    return {group.id: group for group in groups}


GROUPS: dict[str, Group] = _table(
    Group("p1", "oblique", Words("p1: hanya digeser", "p1: shifted only"), ()),
    Group("p2", "oblique", Words("p2: putar setengah", "p2: half turns"), ((_R2, _HERE),)),
    Group("pm", "rectangular", Words("pm: cermin", "pm: mirrors"), ((_MX, _HERE),)),
    Group("pg", "rectangular", Words("pg: cermin geser", "pg: glides"), ((_MX, (0.0, 0.5)),)),
    Group(
        "cm",
        "rectangular",
        Words("cm: cermin dan cermin geser, berselang", "cm: mirrors and glides between them"),
        ((_MX, _HERE), _CENTRE),
    ),
    Group("pmm", "rectangular", Words("pmm: cermin dua arah", "pmm: mirrors both ways"), ((_R2, _HERE), (_MX, _HERE))),
    Group(
        "pmg",
        "rectangular",
        Words("pmg: cermin, cermin geser, putar setengah", "pmg: mirrors, glides across them, half turns"),
        ((_R2, _HERE), (_MX, (0.5, 0.0))),
    ),
    Group(
        "pgg",
        "rectangular",
        Words("pgg: cermin geser dua arah, putar setengah", "pgg: glides both ways, half turns"),
        ((_R2, _HERE), (_MX, (0.5, 0.5))),
    ),
    Group(
        "cmm",
        "rectangular",
        Words("cmm: cermin dua arah, berselang", "cmm: mirrors both ways, staggered"),
        ((_R2, _HERE), (_MX, _HERE), _CENTRE),
    ),
    Group("p4", "square", Words("p4: putar seperempat", "p4: quarter turns"), ((_R4, _HERE),)),
    Group(
        "p4m",
        "square",
        Words("p4m: putar seperempat dan cermin melalui pusatnya", "p4m: quarter turns, mirrors through their centres"),
        ((_R4, _HERE), (_MX, _HERE)),
    ),
    Group(
        "p4g",
        "square",
        Words("p4g: putar seperempat dan cermin di antaranya", "p4g: quarter turns, mirrors between their centres"),
        ((_R4, _HERE), (_MX, (0.5, 0.5))),
    ),
    Group("p3", "hexagonal", Words("p3: putar sepertiga", "p3: third turns"), ((_R3, _HERE),)),
    Group(
        "p3m1",
        "hexagonal",
        Words("p3m1: putar sepertiga, semua pusat di cermin", "p3m1: third turns, every centre on a mirror"),
        ((_R3, _HERE), (_D2, _HERE)),
    ),
    Group(
        "p31m",
        "hexagonal",
        Words("p31m: putar sepertiga, sebagian pusat di cermin", "p31m: third turns, some centres off the mirrors"),
        ((_R3, _HERE), (_D1, _HERE)),
    ),
    Group("p6", "hexagonal", Words("p6: putar seperenam", "p6: sixth turns"), ((_R6, _HERE),)),
    Group(
        "p6m",
        "hexagonal",
        Words("p6m: putar seperenam dan cermin", "p6m: sixth turns and mirrors"),
        ((_R6, _HERE), (_D1, _HERE)),
    ),
)
"""The wallpaper groups, in the usual order."""

FRIEZES: dict[str, Group] = _table(
    Group("p1", "oblique", Words("p1: hanya digeser", "p1: shifted only"), ()),
    Group("p11g", "rectangular", Words("p11g: cermin geser memanjang", "p11g: glides"), ((_MY, (0.5, 0.0)),)),
    Group("p1m1", "rectangular", Words("p1m1: cermin melintang", "p1m1: mirrors across"), ((_MX, _HERE),)),
    Group("p2", "oblique", Words("p2: putar setengah", "p2: half turns"), ((_R2, _HERE),)),
    Group(
        "p2mg",
        "rectangular",
        Words("p2mg: cermin melintang, cermin geser, putar setengah", "p2mg: mirrors across, glides, half turns"),
        ((_R2, _HERE), (_MX, (0.5, 0.0))),
    ),
    Group("p11m", "rectangular", Words("p11m: cermin memanjang", "p11m: mirror along"), ((_MY, _HERE),)),
    Group(
        "p2mm",
        "rectangular",
        Words("p2mm: cermin memanjang dan melintang", "p2mm: mirrors along and across"),
        ((_MX, _HERE), (_MY, _HERE)),
    ),
)
"""The frieze groups: the band runs along the first vector; the second, across it, only sets the frame's scale."""


@cache
def fractional_cosets(group: Group) -> tuple[Generator, ...]:
    """Return all products of a group's generators, translations modulo 1; the identity first."""
    found: dict[tuple[Matrix, tuple[int, int]], Generator] = {(_E, (0, 0)): (_E, _HERE)}
    waiting = list(found.values())
    while waiting:
        one = waiting.pop()
        for generator in group.generators:
            matrix, shift = _product(generator, one)
            key = (matrix, (round(shift[0] * 2), round(shift[1] * 2)))
            if key not in found:
                found[key] = (matrix, shift)
                waiting.append((matrix, shift))
    return tuple(found.values())


def _product(left: Generator, right: Generator) -> Generator:
    (a, b, c, d), (s, t) = left
    (e, f, g, h), (u, v) = right
    matrix = (a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h)
    return matrix, ((a * u + b * v + s) % 1.0, (c * u + d * v + t) % 1.0)


@cache
def cosets(group_id: str, basis: Basis) -> tuple[Affine, ...]:
    """Return the isometries that make all copies of one cell, in mm about the cell's origin.

    Parameters
    ----------
    group_id : str
        A wallpaper group.
    basis : ((x1, y1), (x2, y2))
        The lattice vectors, mm.

    Raises
    ------
    BatikError
        ``group.unknown``; ``pattern.lattice_does_not_fit`` with ``group`` and ``lattice``.
    """
    group = GROUPS.get(group_id)
    if group is None:
        raise BatikError("group.unknown", group=group_id, known=list(GROUPS))
    if group_id not in fitting(basis):
        raise BatikError("pattern.lattice_does_not_fit", group=group_id, lattice=group.lattice)
    return in_mm(group, basis)


def in_mm(group: Group, basis: Basis) -> tuple[Affine, ...]:
    """Return the cosets of a wallpaper or frieze group on a lattice that fits it."""
    frame: NDArray[np.float64] = np.array(basis, np.float64).T
    inverse = np.linalg.inv(frame)
    found = []
    for (a, b, c, d), shift in fractional_cosets(group):
        linear = frame @ np.array([[a, b], [c, d]], np.float64) @ inverse
        nearest = np.round(linear)
        # Turns by right angles and mirrors along the axes are exact, so that copies are too.
        linear = np.where(np.abs(linear - nearest) < 1e-12, nearest + 0.0, linear)
        found.append(Affine.from_matrix(linear, frame @ np.array(shift)))
    return tuple(found)


def lattice_types(basis: Basis) -> tuple[LatticeType, ...]:
    """Return every kind of lattice that a basis is: a square one is rectangular and oblique too."""
    (x1, y1), (x2, y2) = basis
    size = max(np.hypot(x1, y1), np.hypot(x2, y2))
    if not size:
        return ()
    dot, cross = (x1 * x2 + y1 * y2) / size**2, abs(x1 * y2 - y1 * x2) / size**2
    if cross < TOLERANCE:
        return ()
    equal = abs(np.hypot(x1, y1) - np.hypot(x2, y2)) < TOLERANCE * size
    found: list[LatticeType] = ["oblique"]
    if abs(dot) < TOLERANCE:
        found.append("rectangular")
        if equal:
            found.append("square")
    elif equal and abs(dot + 0.5) < TOLERANCE:
        found.append("hexagonal")
    return tuple(found)


def fitting(basis: Basis) -> tuple[str, ...]:
    """Return the wallpaper groups that a lattice allows, in the usual order."""
    types = lattice_types(basis)
    return tuple(group.id for group in GROUPS.values() if group.lattice in types)
