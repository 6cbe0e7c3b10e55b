from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from batikstudio.colour.difference import ciede2000
from batikstudio.colour.kubelka_munk import ks_of_reflectance, reflectance_of_ks
from batikstudio.colour.mixing import reflectance_of
from batikstudio.colour.spaces import lab_of_xyz, srgb_decode, srgb_encode, to_srgb8, xyz_of_lab
from batikstudio.dyes.catalogue import dyes, fabrics
from batikstudio.dyes.uptake import amount_after

shares = st.floats(0, 1)
labs = st.tuples(st.floats(0, 100), st.floats(-120, 120), st.floats(-120, 120)).map(np.array)
dye_records = st.sampled_from(sorted(dyes().values(), key=lambda dye: dye.id))
fabric_records = st.sampled_from(sorted(fabrics().values(), key=lambda fabric: fabric.id))


@given(st.floats(1e-6, 1e4))
def test_ks_comes_back_from_reflectance(ks):
    assert np.isclose(ks_of_reflectance(reflectance_of_ks(ks)), ks, rtol=1e-8)


@given(st.floats(0, 1e6), st.floats(1e-3, 1e6))
def test_more_absorption_is_darker(ks, more):
    assert reflectance_of_ks(ks + more) < reflectance_of_ks(ks)


@given(labs)
def test_lab_comes_back_from_xyz(lab):
    np.testing.assert_allclose(lab_of_xyz(xyz_of_lab(lab)), lab, atol=1e-8)


@given(shares)
def test_srgb_comes_back(encoded):
    assert abs(float(srgb_encode(srgb_decode(encoded))) - encoded) < 1e-7


@given(st.floats(-1, 2), st.floats(-1, 2))
def test_more_light_is_never_darker_on_the_screen(first, second):
    low, high = sorted((first, second))
    assert to_srgb8(low) <= to_srgb8(high)


@given(labs, labs)
def test_a_difference_has_no_direction_and_no_sign(first, second):
    there, back = ciede2000(first, second), ciede2000(second, first)
    assert there >= 0
    np.testing.assert_allclose(there, back, rtol=1e-9, atol=1e-9)
    assert ciede2000(first, first) == 0


@given(dye_records, fabric_records, st.integers(0, 40), shares, st.floats(0.02, 1.5))
def test_another_dip_makes_no_band_lighter(dye, fabric, dips, access, strength):
    before, after = (
        amount_after(0.0, access, count, dye.uptake_per_dip * fabric.absorbency, dye.saturation, strength)
        for count in (dips, dips + 1)
    )
    assert before <= after <= dye.saturation + 1e-12
    light, dark = (reflectance_of(fabric.ks, [amount], [dye.ks]) for amount in (before, after))
    assert np.all(dark <= light)


@given(st.floats(0, 1.25), shares, shares, st.integers(0, 40), st.floats(0.01, 1), st.floats(0.02, 1.5))
def test_freer_access_takes_more_and_none_takes_nothing(before, access, other, dips, uptake, strength):
    less, more = (amount_after(before, one, dips, uptake, 1.25, strength) for one in sorted((access, other)))
    assert before - 1e-12 <= less <= more + 1e-12
    assert amount_after(before, 0.0, dips, uptake, 1.25, strength) == before


@given(st.lists(shares, min_size=1, max_size=30), st.floats(0.01, 1), st.integers(1, 20))
def test_a_bath_of_undyed_cloth_gives_no_more_than_its_access(access, uptake, dips):
    amounts = amount_after(0.0, np.array(access), dips, uptake, 1.25)
    # One dip is linear in access; further dips can only follow the same fibre towards saturation.
    assert np.all(amounts <= 1.25 * np.minimum(1.0, dips * np.array(access)) + 1e-12)
