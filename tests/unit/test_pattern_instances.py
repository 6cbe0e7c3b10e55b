"""Which copies touch a rectangle, against plain counting."""

from __future__ import annotations

import math
import tracemalloc
from itertools import pairwise

import numpy as np
import pytest

from batikstudio.pattern.groups import cosets
from batikstudio.pattern.instances import shifts_mm, translations
from batikstudio.pattern.lattice import area_mm2

HEXAGONAL = ((40.0, 0.0), (-20.0, 20.0 * math.sqrt(3)))
SQUARE = ((50.0, 0.0), (0.0, 50.0))
HALF_DROP = ((60.0, 20.0), (0.0, 40.0))


def around(points):
    """Return the upright box of points."""
    (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
    return float(x0), float(y0), float(x1), float(y1)


def corners(box):
    """Return the four corners of a box."""
    x0, y0, x1, y1 = box
    return np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])


def instances(group, basis, box, rect):
    """Return every copy whose box touches a rectangle as (coset, step along, step across)."""
    found = []
    for number, coset in enumerate(cosets(group, basis)):
        steps = translations(basis, around(coset.apply(corners(box))), rect)
        found += [(number, i, j) for i, j in steps.tolist()]
    return found


def test_a_grid_by_hand():
    steps = translations(((10.0, 0.0), (0.0, 10.0)), (1.0, 1.0, 4.0, 4.0), (0.0, 0.0, 22.0, 12.0))
    assert sorted(map(tuple, steps.tolist())) == [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)]


def test_touching_the_border_counts():
    grid = ((10.0, 0.0), (0.0, 10.0))
    steps = translations(grid, (0.0, 0.0, 5.0, 5.0), (15.0, 0.0, 20.0, 5.0))
    assert sorted(map(tuple, steps.tolist())) == [(1, 0), (2, 0)]
    assert not len(translations(grid, (0.0, 0.0, 4.0, 4.0), (15.0, 0.0, 19.0, 4.0)))


@pytest.mark.parametrize(("group", "basis"), [("p6m", HEXAGONAL), ("p2", HALF_DROP), ("p4g", SQUARE)])
def test_bands_give_the_copies_of_the_whole_and_each_once(group, basis):
    box, whole = (-3.0, -8.0, 14.0, 11.0), (-7.0, 3.0, 503.0, 404.0)
    expected = instances(group, basis, box, whole)
    assert len(set(expected)) == len(expected)
    edges = np.linspace(whole[1], whole[3], 21)
    banded = [instances(group, basis, box, (whole[0], top, whole[2], bottom)) for top, bottom in pairwise(edges)]
    assert all(len(set(band)) == len(band) for band in banded)
    assert set().union(*banded) == set(expected)


@pytest.mark.parametrize(("group", "basis"), [("p1", HALF_DROP), ("p6m", HEXAGONAL), ("p6", HEXAGONAL)])
def test_there_are_as_many_copies_as_the_area_holds(group, basis):
    """order S / |det B| points lie in S; the cells of those near its border reach over it by their diameter at most."""
    width, height = 2500.0, 1100.0
    point = (13.0, 7.0, 13.0, 7.0)
    order, cell = len(cosets(group, basis)), area_mm2(basis)
    found = len(instances(group, basis, point, (0.0, 0.0, width, height)))
    b = np.array(basis)
    diameter = max(math.hypot(*(b[0] + b[1])), math.hypot(*(b[0] - b[1])))
    border = 2 * (width + height) * diameter + math.pi * diameter**2
    assert abs(found - order * width * height / cell) <= order * border / cell
    assert abs(found / (order * width * height / cell) - 1) < 0.01


@pytest.mark.parametrize("upended", [False, True])
def test_a_lattice_of_long_slanting_vectors_takes_no_more_room_than_its_copies(upended):
    """A stranger's file may hold it: 44,201 copies, bounded by two thousand million pairs of steps."""
    basis, rect = ((4000.0, 0.0), (4000.0, 0.025)), (0.0, 0.0, 2500.0, 1100.0)
    if upended:
        basis, rect = ((0.0, 4000.0), (0.025, 4000.0)), (0.0, 0.0, 1100.0, 2500.0)
    tracemalloc.start()
    steps = translations(basis, (0.0, 0.0, 5.0, 5.0), rect)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # Only i + j = 0 stays on the cloth, and there the short side, 0.025 j, goes from -5 to 1100.
    assert np.array_equal(steps, [(-j, j) for j in range(-200, 44_001)])
    assert peak < 2**24


@pytest.mark.parametrize("turn", [0.0, 33.0, 90.0, 171.0])
@pytest.mark.parametrize("times", [-400, -3, 1, 400])
def test_the_same_lattice_by_other_vectors_gives_the_same_copies(times, turn):
    """With ``times`` first vectors added to the second, step (i, j) is step (i + times j, j) of the plain basis."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    (ux, uy), (vx, vy) = (37.0 * cos, 37.0 * sin), (-23.0 * sin, 23.0 * cos)
    box, rect = (-3.1, -8.7, 14.3, 11.9), (-7.3, 3.7, 503.1, 404.9)
    plain = translations(((ux, uy), (vx, vy)), box, rect)
    slanting = translations(((ux, uy), (vx + times * ux, vy + times * uy)), box, rect)
    assert len(plain) > 200
    assert {(i + times * j, j) for i, j in slanting.tolist()} == set(map(tuple, plain.tolist()))


def test_copies_come_row_by_row():
    steps = translations(HALF_DROP, (-9.0, -9.0, 9.0, 9.0), (-100.0, -100.0, 400.0, 300.0))
    assert len(steps) > 80
    assert np.array_equal(steps, steps[np.lexsort((steps[:, 0], steps[:, 1]))])


def test_a_step_leads_to_the_same_place_in_any_company():
    """Bit-equal: a band must be exactly a part of the whole."""
    rng = np.random.default_rng(7)
    for _ in range(50):
        basis = tuple(tuple(row) for row in rng.uniform(-100, 100, (2, 2)).tolist())
        steps = rng.integers(-60, 60, (191, 2))
        every = shifts_mm(basis, steps)
        np.testing.assert_allclose(every, steps @ np.array(basis), rtol=1e-12, atol=1e-10)
        for k in range(191):
            assert np.array_equal(shifts_mm(basis, steps[k : k + 1])[0], every[k])
