"""The 17 wallpaper and 7 frieze groups against the International Tables, and their isometries on real lattices."""

from __future__ import annotations

import math

import numpy as np
import pytest

from batikstudio.base.errors import BatikError
from batikstudio.geometry.affine import Affine
from batikstudio.pattern.groups import FRIEZES, GROUPS, cosets, fitting, fractional_cosets, in_mm, lattice_types

BASES = {
    "oblique": ((60.0, 7.0), (22.0, 51.0)),
    "rectangular": ((60.0, 0.0), (0.0, 48.0)),
    "square": ((60.0, 0.0), (0.0, 60.0)),
    "hexagonal": ((60.0, 0.0), (-30.0, 30.0 * math.sqrt(3))),
}
TURNED = Affine.rotation(33.0)

# Multiplicity of the general position in the conventional cell, and how many of those are reflections or glides.
WALLPAPER = {
    "p1": ("oblique", 1, 0),
    "p2": ("oblique", 2, 0),
    "pm": ("rectangular", 2, 1),
    "pg": ("rectangular", 2, 1),
    "cm": ("rectangular", 4, 2),
    "pmm": ("rectangular", 4, 2),
    "pmg": ("rectangular", 4, 2),
    "pgg": ("rectangular", 4, 2),
    "cmm": ("rectangular", 8, 4),
    "p4": ("square", 4, 0),
    "p4m": ("square", 8, 4),
    "p4g": ("square", 8, 4),
    "p3": ("hexagonal", 3, 0),
    "p3m1": ("hexagonal", 6, 3),
    "p31m": ("hexagonal", 6, 3),
    "p6": ("hexagonal", 6, 0),
    "p6m": ("hexagonal", 12, 6),
}


def _p2(x, y):
    return [(x, y), (-x, -y)]


def _p3(x, y):
    return [(x, y), (-y, x - y), (y - x, -x)]


def _p3m1(x, y):
    return [*_p3(x, y), (-y, -x), (y - x, y), (x, x - y)]


def _both(one):
    """Return the positions with those that a half turn adds."""
    return lambda x, y: [*one(x, y), *one(-x, -y)]


def _centred(one):
    return lambda x, y: [*one(x, y), *((u + 0.5, v + 0.5) for u, v in one(x, y))]


# The general positions of the plane groups: International Tables for Crystallography A, the 17 plane groups.
POSITIONS = {
    "p1": lambda x, y: [(x, y)],
    "p2": _p2,
    "pm": lambda x, y: [(x, y), (-x, y)],
    "pg": lambda x, y: [(x, y), (-x, y + 0.5)],
    "cm": _centred(lambda x, y: [(x, y), (-x, y)]),
    "pmm": lambda x, y: [*_p2(x, y), (-x, y), (x, -y)],
    "pmg": lambda x, y: [*_p2(x, y), (0.5 - x, y), (0.5 + x, -y)],
    "pgg": lambda x, y: [*_p2(x, y), (0.5 - x, 0.5 + y), (0.5 + x, 0.5 - y)],
    "cmm": _centred(lambda x, y: [*_p2(x, y), (-x, y), (x, -y)]),
    "p4": lambda x, y: [*_p2(x, y), (-y, x), (y, -x)],
    "p4m": lambda x, y: [*_p2(x, y), (-y, x), (y, -x), (-x, y), (x, -y), (y, x), (-y, -x)],
    "p4g": lambda x, y: [
        *(*_p2(x, y), (-y, x), (y, -x)),
        *((0.5 + u, 0.5 + v) for u, v in ((-x, y), (x, -y), (y, x), (-y, -x))),
    ],
    "p3": _p3,
    "p3m1": _p3m1,
    "p31m": lambda x, y: [*_p3(x, y), (y, x), (x - y, -y), (-x, y - x)],
    "p6": _both(_p3),
    "p6m": _both(_p3m1),
}
FRIEZE_ORDERS = {"p1": 1, "p11g": 2, "p1m1": 2, "p2": 2, "p2mg": 4, "p11m": 2, "p2mm": 4}

EVERY = [pytest.param(one, id=f"wallpaper-{one.id}") for one in GROUPS.values()]
EVERY += [pytest.param(one, id=f"frieze-{one.id}") for one in FRIEZES.values()]


def turned(basis):
    """Return a lattice of the same kind in another place: nothing may depend on where its first vector points."""
    return tuple(tuple(float(v) for v in row) for row in TURNED.apply(np.array(basis)))


def fractions(affine, basis):
    """Return an isometry in fractional lattice coordinates: matrix and translation."""
    frame = np.array(basis).T
    inverse = np.linalg.inv(frame)
    return inverse @ affine.linear @ frame, inverse @ np.array([affine.e, affine.f])


def same(one, other):
    """Tell whether two isometries in fractional coordinates differ by a lattice vector at most."""
    shift = one[1] - other[1]
    return np.allclose(one[0], other[0], atol=1e-9) and np.allclose(shift, np.round(shift), atol=1e-9)


def test_there_are_seventeen_and_seven():
    assert list(GROUPS) == list(WALLPAPER)
    assert sorted(FRIEZES) == sorted(FRIEZE_ORDERS)


@pytest.mark.parametrize(("group", "lattice", "order", "reflections"), [(key, *row) for key, row in WALLPAPER.items()])
def test_wallpaper_groups_have_the_order_of_the_tables(group, lattice, order, reflections):
    assert GROUPS[group].lattice == lattice
    found = cosets(group, turned(BASES[lattice]))
    assert len(found) == order
    assert sum(one.determinant < 0 for one in found) == reflections
    assert found[0] == Affine()


@pytest.mark.parametrize("group", FRIEZES)
def test_frieze_groups_have_their_order_and_keep_the_band(group):
    found = in_mm(FRIEZES[group], BASES["rectangular"])
    assert len(found) == FRIEZE_ORDERS[group]
    for one in found:
        # The axis of the band stays where it is: no copy leaves it across.
        np.testing.assert_allclose((one.b, one.f), (0.0, 0.0), atol=1e-12)


@pytest.mark.parametrize("group", EVERY)
def test_a_group_is_closed_and_has_inverses(group):
    basis = turned(BASES[group.lattice])
    found = in_mm(group, basis)
    known = [fractions(one, basis) for one in found]
    for number, one in enumerate(known):
        assert sum(same(one, other) for other in known) == 1, "a coset stands in the list twice"
        assert any(same(fractions(found[number].inverse(), basis), other) for other in known)
    for one in found:
        for other in found:
            assert any(same(fractions(one @ other, basis), product) for product in known)


@pytest.mark.parametrize("group", EVERY)
def test_copies_are_neither_stretched_nor_sheared(group):
    """B M inv(B) is orthogonal, and M in whole numbers: an isometry that maps the lattice to itself."""
    for basis in (BASES[group.lattice], turned(BASES[group.lattice])):
        for one in in_mm(group, basis):
            np.testing.assert_allclose(one.linear.T @ one.linear, np.eye(2), atol=1e-12)
            matrix, shift = fractions(one, basis)
            np.testing.assert_allclose(matrix, np.round(matrix), atol=1e-12)
            np.testing.assert_allclose(shift * 2, np.round(shift * 2), atol=1e-12)


@pytest.mark.parametrize("group", [key for key, row in WALLPAPER.items() if row[0] in ("rectangular", "square")])
def test_right_angles_and_mirrors_along_the_axes_are_exact(group):
    for one in cosets(group, ((52.7, 0.0), (0.0, 52.7))):
        assert set(one[:4]) <= {-1.0, 0.0, 1.0}


@pytest.mark.parametrize("group", GROUPS)
def test_copies_lie_at_the_general_positions_of_the_tables(group):
    x, y = 0.137, 0.291
    basis = BASES[GROUPS[group].lattice]
    inverse = np.linalg.inv(np.array(basis))
    home = np.array([[x, y]]) @ np.array(basis)
    images = [one.apply(home)[0] @ inverse for one in cosets(group, basis)]
    assert rounded(images) == rounded(POSITIONS[group](x, y))


def rounded(places):
    """Return places in the cell, the same for what differs by a lattice vector."""
    return sorted(tuple(round(float(v), 9) % 1.0 for v in place) for place in places)


@pytest.mark.parametrize(("group", "every_centre"), [("p3m1", True), ("p31m", False)])
def test_p3m1_has_every_centre_on_a_mirror_and_p31m_has_not(group, every_centre):
    basis = BASES["hexagonal"]
    centre = np.array([[1 / 3, 2 / 3]]) @ np.array(basis)
    frame = np.array(basis).T
    kept = 0
    for one in cosets(group, basis):
        for step in np.ndindex(5, 5):
            shift = frame @ (np.array(step) - 2)
            kept += one.determinant < 0 and np.allclose(one.apply(centre)[0] + shift, centre[0], atol=1e-9)
    assert bool(kept) is every_centre


@pytest.mark.parametrize(
    ("basis", "kinds"),
    [
        (BASES["oblique"], ("oblique",)),
        (BASES["rectangular"], ("oblique", "rectangular")),
        (BASES["square"], ("oblique", "rectangular", "square")),
        (BASES["hexagonal"], ("oblique", "hexagonal")),
        (((60.0, 0.0), (30.0, 30.0 * math.sqrt(3))), ("oblique",)),  # 60 degrees: not the conventional cell
        (((60.0, 30.0), (0.0, 60.0)), ("oblique",)),
        (((0.0, 0.0), (0.0, 60.0)), ()),
        (((60.0, 0.0), (120.0, 0.0)), ()),
        (((0.0, 0.0), (0.0, 0.0)), ()),
    ],
)
def test_a_lattice_is_known_for_what_it_is(basis, kinds):
    assert lattice_types(basis) == kinds
    assert fitting(basis) == tuple(key for key, row in WALLPAPER.items() if row[0] in kinds)
    if kinds:
        assert lattice_types(turned(basis)) == kinds


def test_a_group_on_a_lattice_that_does_not_fit_is_refused():
    refused = 0
    for basis in BASES.values():
        for group, (lattice, _, _) in WALLPAPER.items():
            if lattice in lattice_types(basis):
                cosets(group, basis)
                continue
            with pytest.raises(BatikError) as caught:
                cosets(group, basis)
            assert caught.value.code == "pattern.lattice_does_not_fit"
            assert caught.value.facts == {"group": group, "lattice": lattice}
            refused += 1
    assert refused == 15 + 8 + 5 + 10  # all but p1, p2; but those and rectangular ones; but hexagonal ones; …


def test_an_unknown_group_is_refused():
    with pytest.raises(BatikError) as caught:
        cosets("p5", BASES["square"])
    assert caught.value.code == "group.unknown"
    assert caught.value.facts["known"] == list(GROUPS)


def test_cosets_in_fractions_are_halves_of_a_cell():
    for group in (*GROUPS.values(), *FRIEZES.values()):
        for _, shift in fractional_cosets(group):
            assert set(shift) <= {0.0, 0.5}
