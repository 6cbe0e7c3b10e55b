"""What holds of every lattice, angle and size."""

from __future__ import annotations

import math
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from batikstudio.pattern.groups import GROUPS, cosets
from batikstudio.pattern.instances import shifts_mm, translations
from batikstudio.pattern.lattice import area_mm2, wrap_rectangle
from batikstudio.pattern.repeats import parse_repeat

SIZES = st.floats(10, 300)
PLACES = st.floats(-500, 500)
ANGLES = st.one_of(st.floats(5, 85), st.floats(-85, -5))
CLOTHS = st.one_of(st.none(), st.tuples(st.floats(200, 5000), st.floats(200, 1500)))


@st.composite
def bases(draw):
    """Draw a lattice whose cell is not much thinner than long."""
    turn = math.radians(draw(st.floats(0, 360)))
    between = math.radians(draw(st.floats(25, 155)))
    a, b = draw(st.floats(15, 80)), draw(st.floats(15, 80))
    return (
        (a * math.cos(turn), a * math.sin(turn)),
        (b * math.cos(turn + between), b * math.sin(turn + between)),
    )


@st.composite
def boxes(draw, largest=150.0):
    x, y = draw(st.floats(-100, 100)), draw(st.floats(-100, 100))
    return x, y, x + draw(st.floats(0, largest)), y + draw(st.floats(0, largest))


@given(bases(), boxes(), boxes(400))
def test_exactly_the_copies_that_touch_are_found(basis, box, rect):
    found = [tuple(step) for step in translations(basis, box, rect).tolist()]
    assert len(set(found)) == len(found)
    (ux, uy), (vx, vy) = basis
    expected = set()
    for i, j in product(range(-100, 101), repeat=2):
        x, y = i * ux + j * vx, i * uy + j * vy
        if rect[0] - box[2] <= x <= rect[2] - box[0] and rect[1] - box[3] <= y <= rect[3] - box[1]:
            expected.add((i, j))
    assume(all(max(map(abs, step)) < 100 for step in expected))
    assert set(found) == expected


@given(bases(), boxes(), boxes(400), st.lists(st.floats(0, 1), max_size=6))
def test_bands_together_are_the_whole(basis, box, rect, cuts):
    edges = [rect[1], *sorted(rect[1] + cut * (rect[3] - rect[1]) for cut in cuts), rect[3]]
    bands = [(rect[0], top, rect[2], bottom) for top, bottom in pairwise(edges)]
    banded = {tuple(step) for band in bands for step in translations(basis, box, band).tolist()}
    whole = {tuple(step) for step in translations(basis, box, rect).tolist()}
    assert banded == whole


@given(st.sampled_from(sorted(GROUPS)), SIZES, st.tuples(PLACES, PLACES))
def test_all_copies_of_a_point_are_moved_onto_copies_by_every_isometry(group, size, point):
    """The orbit of a point is the same whichever of its points it starts from."""
    hexagonal = GROUPS[group].lattice == "hexagonal"
    basis = parse_repeat("hexagon" if hexagonal else "grid", size, size).basis
    images = cosets(group, basis)
    inverse = np.linalg.inv(np.array(basis))

    def orbit(start):
        where = np.array([one.apply(start)[0] for one in images]) @ inverse
        return where % 1.0

    first = orbit(np.array([point]))
    for one in images:
        again = orbit(one.apply(np.array([point])))
        apart = np.abs((first[:, None] - again[None] + 0.5) % 1.0 - 0.5).max(axis=2)
        assert (apart.min(axis=0) < 1e-9).all()
        assert (apart.min(axis=1) < 1e-9).all()


def _closes(basis, vector, times=100):
    """Return by how many mm a whole number of steps misses a multiple of a vector."""
    steps = np.round(np.linalg.solve(np.array(basis).T, vector)).astype(np.int64)
    return float(np.abs(shifts_mm(basis, steps[None] * times)[0] - np.array(vector) * times).max())


@given(ANGLES, SIZES, SIZES, CLOTHS)
def test_a_lereng_closes_and_tells_truly_how_far_it_was_moved(angle, along, across, cloth):
    spec = parse_repeat(f"lereng {angle!r}", along, across, cloth)
    asked = float(f"{angle:g}")  # six digits are kept
    assert spec.name == f"lereng {asked:g}"
    width, height = wrap_rectangle(spec.basis)
    assert _closes(spec.basis, (width, 0.0)) < 1e-9
    assert _closes(spec.basis, (0.0, height)) < 1e-9
    u, v = np.array(spec.basis)
    assert abs(math.degrees(math.atan2(u[1], u[0])) - asked - spec.residual_deg) < 1e-8
    assert abs(100 * (math.hypot(*v) / across - 1) - spec.residual_percent) < 1e-8
    assert abs(math.hypot(*u) - along) < 1e-10 * along
    assert abs(u @ v) < 1e-10 * along * across
    assert area_mm2(spec.basis) / (along * across) - 1 == pytest.approx(spec.residual_percent / 100, abs=1e-9)


@given(st.integers(2, 12), st.data(), SIZES, SIZES)
def test_half_drops_and_bricks_close(n, data, width, height):
    m = data.draw(st.integers(1, n - 1))
    for text in (f"half-drop {m}/{n}", f"brick {m}/{n}"):
        basis = parse_repeat(text, width, height).basis
        w, h = wrap_rectangle(basis)
        assert _closes(basis, (w, 0.0)) < 1e-9
        assert _closes(basis, (0.0, h)) < 1e-9
        # Nothing smaller closes: the rectangle holds n / gcd cells and no fewer.
        assert round(w * h / area_mm2(basis), 6) == n // math.gcd(m, n)
