from __future__ import annotations

import numpy as np
import pytest

from batikstudio.colour.spaces import (
    WHITE_D65,
    hex_of_linear_srgb,
    lab_of_xyz,
    linear_srgb_of_hex,
    linear_srgb_of_xyz,
    srgb_decode,
    srgb_encode,
    srgb_table,
    to_srgb8,
    xyz_of_lab,
    xyz_of_linear_srgb,
)


def test_white_is_100_0_0_and_black_is_0():
    np.testing.assert_allclose(lab_of_xyz(WHITE_D65), [100, 0, 0], atol=1e-12)
    np.testing.assert_allclose(lab_of_xyz([0, 0, 0]), 0, atol=1e-12)


@pytest.mark.parametrize(
    ("hexadecimal", "lab"),
    [  # the primaries of sRGB under D65, as published by B. Lindbloom's calculator
        ("#FF0000", (53.24, 80.09, 67.20)),
        ("#00FF00", (87.73, -86.18, 83.18)),
        ("#0000FF", (32.30, 79.19, -107.86)),
        ("#808080", (53.59, 0.00, 0.00)),
    ],
)
def test_lab_of_srgb_colours(hexadecimal, lab):
    got = lab_of_xyz(xyz_of_linear_srgb(linear_srgb_of_hex(hexadecimal)))
    np.testing.assert_allclose(got, lab, atol=0.011)


def test_against_scikit_image():
    from skimage.color import rgb2lab

    rgb = np.random.default_rng(1).random((50, 3))
    # Its matrix has six digits.
    np.testing.assert_allclose(lab_of_xyz(xyz_of_linear_srgb(srgb_decode(rgb))), rgb2lab(rgb), atol=0.01)


def test_lab_and_xyz_are_inverse_on_both_sides_of_the_bend():
    lab = np.array([[50, 20, -30], [1, 0.5, -0.5], [7.9, 0, 0], [8.1, 0, 0], [96, -3, 40]])
    np.testing.assert_allclose(lab_of_xyz(xyz_of_lab(lab)), lab, atol=1e-10)


def test_linear_srgb_and_xyz_are_inverse():
    rgb = np.random.default_rng(2).random((20, 3))
    np.testing.assert_allclose(linear_srgb_of_xyz(xyz_of_linear_srgb(rgb)), rgb, atol=1e-12)


@pytest.mark.parametrize(
    ("linear", "encoded"), [(0.0, 0.0), (0.001, 0.01292), (0.18, 0.461356), (0.5, 0.735357), (1.0, 1.0)]
)
def test_the_srgb_curve(linear, encoded):
    assert srgb_encode(linear) == pytest.approx(encoded, abs=1e-6)


def test_srgb_round_trip():
    encoded = np.linspace(0, 1, 1001)
    np.testing.assert_allclose(srgb_encode(srgb_decode(encoded)), encoded, atol=1e-7)


def test_the_table_is_the_curve_at_its_own_steps():
    table = srgb_table()
    assert table.shape == (4097,)
    assert table.dtype == np.uint8
    assert (table[0], table[-1]) == (0, 255)
    exact = 255 * srgb_encode(np.arange(4097) / 4096)
    assert np.abs(table - exact).max() <= 0.5
    assert np.all(np.diff(table.astype(int)) >= 0)


def test_every_8_bit_value_comes_back_through_the_table():
    levels = np.arange(256, dtype=np.uint8)
    np.testing.assert_array_equal(to_srgb8(srgb_decode(levels / 255)), levels)


def test_the_table_is_within_a_level_of_the_exact_curve():
    linear = np.random.default_rng(3).random(20_000) ** 3
    assert np.abs(to_srgb8(linear) - 255 * srgb_encode(linear)).max() < 1.0


def test_colours_outside_the_gamut_are_clipped():
    assert to_srgb8([-0.2, 0.5, 1.3]).tolist() == [0, 188, 255]


def test_hex_round_trip():
    assert hex_of_linear_srgb(linear_srgb_of_hex("#17233F")) == "#17233F"
    assert hex_of_linear_srgb(linear_srgb_of_hex("#e2d5b8")) == "#E2D5B8"


@pytest.mark.parametrize("text", ["17233F", "#17233", "#17233G", "#17233F0", "", "#17 33F"])
def test_what_is_no_hex_colour_is_refused(text):
    with pytest.raises(ValueError, match="hexadecimal"):
        linear_srgb_of_hex(text)
