"""Groups, lattices, repeats and copies: published orders, closure, and what every enumeration must keep."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from batikstudio.base.errors import BatikError
from batikstudio.pattern.groups import FRIEZES, GROUPS, cosets, fitting, fractional_cosets, in_mm
from batikstudio.pattern.instances import shifts_mm, translations
from batikstudio.pattern.lattice import wrap_rectangle
from batikstudio.pattern.repeats import REPEATS, parse_repeat

ORDERS = {
    "p1": 1, "p2": 2, "pm": 2, "pg": 2, "cm": 4, "pmm": 4, "pmg": 4, "pgg": 4, "cmm": 8,
    "p4": 4, "p4m": 8, "p4g": 8, "p3": 3, "p3m1": 6, "p31m": 6, "p6": 6, "p6m": 12,
}  # fmt: skip
BASES = {
    "oblique": ((40.0, 7.0), (3.0, 25.0)),
    "rectangular": ((40.0, 0.0), (0.0, 25.0)),
    "square": ((40.0, 0.0), (0.0, 40.0)),
    "hexagonal": ((40.0, 0.0), (-20.0, 20 * math.sqrt(3))),
}


@pytest.mark.parametrize("group", GROUPS)
def test_orders_closure_and_isometry(group):
    record = GROUPS[group]
    elements = fractional_cosets(record)
    assert len(elements) == ORDERS[group]
    keys = {(matrix, tuple(round(2 * v) % 2 for v in shift)) for matrix, shift in elements}
    for (a, b, c, d), (s, t) in elements:
        for (e, f, g, h), (u, v) in elements:
            product = (a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h)
            shift = (a * u + b * v + s, c * u + d * v + t)
            assert (product, tuple(round(2 * value) % 2 for value in shift)) in keys
    for map_ in cosets(group, BASES[record.lattice]):
        assert np.allclose(map_.linear @ map_.linear.T, np.eye(2), atol=1e-12)


def test_friezes_have_their_orders():
    orders = {"p1": 1, "p11g": 2, "p1m1": 2, "p2": 2, "p2mg": 4, "p11m": 2, "p2mm": 4}
    assert {key: len(in_mm(group, BASES["rectangular"])) for key, group in FRIEZES.items()} == orders


def test_a_group_that_does_not_fit_is_refused():
    assert fitting(BASES["oblique"]) == ("p1", "p2")
    with pytest.raises(BatikError) as refused:
        cosets("p6m", BASES["square"])
    assert refused.value.code == "pattern.lattice_does_not_fit"


@given(
    st.sampled_from(sorted(BASES)),
    st.tuples(st.floats(-30, 0), st.floats(-30, 0), st.floats(1, 30), st.floats(1, 30)),
    st.integers(1, 9),
)
def test_bands_see_what_the_whole_sees(lattice, box, bands):
    basis, height = BASES[lattice], 300.0
    whole = {tuple(step) for step in translations(basis, box, (0, 0, 400, height)).tolist()}
    edges = np.linspace(0, height, bands + 1)
    seen = set()
    for top, bottom in itertools.pairwise(edges):
        steps = translations(basis, box, (0, float(top), 400, float(bottom)))
        assert len({tuple(step) for step in steps.tolist()}) == len(steps)
        seen |= {tuple(step) for step in steps.tolist()}
    assert seen == whole


def test_as_many_copies_as_the_area_holds():
    basis = BASES["hexagonal"]
    count = len(translations(basis, (0, 0, 0, 0), (0, 0, 4000, 4000)))
    assert count == pytest.approx(4000 * 4000 / (40 * 20 * math.sqrt(3)), rel=0.03)


@given(st.integers(1, 11), st.integers(2, 12))
def test_a_half_drop_comes_round_after_its_denominator(above, below):
    if above >= below or math.gcd(above, below) != 1:
        return
    spec = parse_repeat(f"half-drop {above}/{below}", 84.0, 60.0)
    assert wrap_rectangle(spec.basis) == pytest.approx((84.0 * below, 60.0))
    spec = parse_repeat(f"brick {above}/{below}", 84.0, 60.0)
    assert wrap_rectangle(spec.basis) == pytest.approx((84.0, 60.0 * below))


@given(st.floats(6, 84), st.booleans(), st.floats(15, 120), st.floats(20, 160))
def test_a_lereng_meets_itself_and_says_how_far_it_was_moved(angle, left, along, across):
    angle = -angle if left else angle
    spec = parse_repeat(f"lereng {angle:.3f}", along, across, (2500.0, 1050.0))
    width, height = wrap_rectangle(spec.basis)
    frame = np.array(spec.basis).T
    for side in ((width, 0.0), (0.0, height)):
        steps = np.linalg.solve(frame, side)
        assert np.abs(steps - np.round(steps)).max() < 1e-6
        assert np.abs(shifts_mm(spec.basis, np.round(steps)[None].astype(np.int64))[0] - side).max() < 1e-6
    u, v = (np.array(vector) for vector in spec.basis)
    assert np.hypot(*u) == pytest.approx(along)
    turned = math.degrees(math.atan2(u[1], u[0]))
    assert turned == pytest.approx(float(f"{angle:.3f}") + spec.residual_deg, abs=1e-6)
    assert np.hypot(*v) == pytest.approx(across * (1 + spec.residual_percent / 100), rel=1e-6)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("zigzag", "repeat.unknown"),
        ("half-drop 2/1", "repeat.bad_fraction"),
        ("brick x", "repeat.bad_fraction"),
        ("lereng 90", "repeat.bad_angle"),
        ("lereng miring", "repeat.bad_angle"),
    ],
)
def test_a_mistake_has_its_code(text, code):
    with pytest.raises(BatikError) as refused:
        parse_repeat(text, 50, 50)
    assert refused.value.code == code


def test_every_name_can_be_taken_with_its_default():
    for name in REPEATS.values():
        spec = parse_repeat(f"{name.id} {name.default}".strip(), 60.0, 60.0, (2500.0, 1050.0))
        assert parse_repeat(spec.name, 60.0, 60.0, (2500.0, 1050.0)) == spec
        assert spec.group in fitting(spec.basis)
