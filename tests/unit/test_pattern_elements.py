"""Axes and centres of the 17 groups: each maps the pattern to itself, and none is forgotten."""

from __future__ import annotations

import math
from collections import Counter
from itertools import product

import numpy as np
import pytest

from batikstudio.geometry.affine import Affine
from batikstudio.pattern.elements import symmetry_elements
from batikstudio.pattern.groups import GROUPS, cosets
from tests.support.lattice_tiles import BASES

# Points of special position in one conventional cell: International Tables for Crystallography A, plane groups.
CENTRES = {
    **dict.fromkeys(("p1", "pm", "pg", "cm"), ()),
    **dict.fromkeys(("p2", "pmm", "pmg", "pgg"), (2, 2, 2, 2)),
    "cmm": (2,) * 8,
    **dict.fromkeys(("p4", "p4m", "p4g"), (2, 2, 4, 4)),
    **dict.fromkeys(("p3", "p3m1", "p31m"), (3, 3, 3)),
    **dict.fromkeys(("p6", "p6m"), (2, 2, 2, 3, 3, 6)),
}
LINES = {
    "pm": (2, 0),
    "pg": (0, 2),
    "cm": (2, 2),
    "pmm": (4, 0),
    "pmg": (2, 2),
    "pgg": (0, 4),
    "cmm": (4, 4),
}
"""Mirrors and glide lines of a rectangular cell."""


def turned(basis, angle):
    return tuple(tuple(float(v) for v in row) for row in Affine.rotation(angle).apply(np.array(basis)))


def crossed(one, other):
    return one[0] * other[1] - one[1] * other[0]


def is_symmetry(isometry, group, basis):
    """Tell whether an isometry is one of the group's, up to a lattice vector."""
    inverse = np.linalg.inv(np.array(basis).T)
    for one in cosets(group, basis):
        shift = inverse @ np.array([isometry.e - one.e, isometry.f - one.f])
        if np.allclose(isometry.linear, one.linear, atol=1e-9) and np.allclose(shift, np.round(shift), atol=1e-7):
            return True
    return False


@pytest.mark.parametrize("angle", [0.0, 33.0])
@pytest.mark.parametrize("group", GROUPS)
def test_every_element_maps_the_pattern_to_itself(group, angle):
    basis = turned(BASES[GROUPS[group].lattice], angle)
    found = symmetry_elements(group, basis)
    for axis in found.axes:
        assert is_symmetry(axis.isometry, group, basis), axis
        assert (axis.kind == "glide") == (axis.glide_mm > 0)
    for centre in found.centres:
        assert is_symmetry(centre.isometry, group, basis), centre


@pytest.mark.parametrize("angle", [0.0, 33.0])
@pytest.mark.parametrize("group", GROUPS)
def test_cells_hold_the_centres_of_the_tables(group, angle):
    found = symmetry_elements(group, turned(BASES[GROUPS[group].lattice], angle))
    assert tuple(sorted(one.order for one in found.centres)) == CENTRES[group]
    if group in LINES:
        kinds = Counter(one.kind for one in found.axes)
        assert (kinds["mirror"], kinds["glide"]) == LINES[group]
    assert bool(found.axes) == (group not in ("p1", "p2", "p3", "p4", "p6"))


@pytest.mark.parametrize("group", GROUPS)
def test_no_centre_is_forgotten(group):
    """Try every point of a fine grid of the cell with every order."""
    basis = BASES[GROUPS[group].lattice]
    frame = np.array(basis).T
    known = {
        (tuple(np.round(np.linalg.solve(frame, one.point) * 12).astype(int) % 12), one.order)
        for one in symmetry_elements(group, basis).centres
    }
    for i, j in product(range(12), repeat=2):
        x, y = frame @ np.array([i / 12, j / 12])
        orders = [
            order
            for order in (2, 3, 4, 6)
            if is_symmetry(
                Affine.translation(x, y) @ Affine.rotation(360 / order) @ Affine.translation(-x, -y), group, basis
            )
        ]
        if orders:
            assert ((i, j), max(orders)) in known
        else:
            assert not any(point == (i, j) for point, _ in known)


@pytest.mark.parametrize("group", GROUPS)
def test_no_mirror_is_forgotten(group):
    """Try every line through a fine grid of the cell, along every direction that a lattice may have."""
    basis = BASES[GROUPS[group].lattice]
    frame = np.array(basis).T
    lines = [
        (np.array(one.start), np.array(one.end)) for one in symmetry_elements(group, basis).axes if not one.glide_mm
    ]
    for i, j, angle in product(range(1, 12), range(1, 12), range(0, 180, 15)):
        x, y = frame @ np.array([i / 12, j / 12])
        cos, sin = math.cos(math.radians(2 * angle)), math.sin(math.radians(2 * angle))
        mirror = Affine.translation(x, y) @ Affine(cos, sin, sin, -cos) @ Affine.translation(-x, -y)
        along = np.array([math.cos(math.radians(angle)), math.sin(math.radians(angle))])
        there = any(
            abs(crossed(along, (end - start) / np.hypot(*(end - start)))) < 1e-6
            and abs(crossed(along, np.array([x, y]) - start)) < 1e-6
            for start, end in lines
        )
        assert there == is_symmetry(mirror, group, basis)
