from __future__ import annotations

import numpy as np
import pytest

from batikstudio.colour.kubelka_munk import SURFACE_REFLECTANCE, ks_of_reflectance, reflectance_of_ks
from batikstudio.colour.spaces import lab_of_xyz
from batikstudio.colour.spectrum import observer


def test_reflectance_is_the_textbook_formula_under_a_surface():
    ks = np.geomspace(1e-4, 1e3, 40)
    textbook = 1 + ks - np.sqrt(ks**2 + 2 * ks)
    np.testing.assert_allclose(reflectance_of_ks(ks), 0.012 + 0.988 * textbook, rtol=1e-10)


def test_ks_is_the_textbook_formula_below_the_surface():
    # (1 - 0.5)^2 / (2 x 0.5) = 0.25
    assert ks_of_reflectance(0.012 + 0.988 * 0.5) == pytest.approx(0.25, abs=1e-15)


def test_the_two_are_inverse():
    ks = np.geomspace(1e-6, 1e4, 60)
    np.testing.assert_allclose(ks_of_reflectance(reflectance_of_ks(ks)), ks, rtol=1e-9)


def test_no_dye_is_white_and_endless_dye_is_the_surface():
    assert reflectance_of_ks(0.0) == 1.0
    assert reflectance_of_ks(1e12) == pytest.approx(SURFACE_REFLECTANCE, abs=1e-9)


def test_a_deep_black_keeps_its_digits():
    # Large K/S: R approaches 1 / (2 K/S); the textbook's difference gives 0 here.
    inner = (reflectance_of_ks(1e9) - SURFACE_REFLECTANCE) / (1 - SURFACE_REFLECTANCE)
    assert inner == pytest.approx(0.5e-9, rel=1e-6)


def test_the_surface_bounds_the_depth_of_black():
    black = observer().xyz(np.full(36, SURFACE_REFLECTANCE))
    assert lab_of_xyz(black)[0] == pytest.approx(10.6, abs=0.1)


@pytest.mark.parametrize("reflectance", [SURFACE_REFLECTANCE, 0.0, 1.01, np.nan])
def test_reflectances_that_no_cloth_has_are_refused(reflectance):
    with pytest.raises(ValueError, match="reflectance"):
        ks_of_reflectance([0.5, reflectance])
