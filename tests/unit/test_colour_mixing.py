from __future__ import annotations

import numpy as np
import pytest

from batikstudio.colour.difference import ciede2000
from batikstudio.colour.kubelka_munk import ks_of_reflectance
from batikstudio.colour.mixing import colour_of, lab_of, reflectance_of
from batikstudio.colour.spaces import lab_of_xyz, to_srgb8, xyz_of_linear_srgb
from batikstudio.colour.spectrum import bands
from batikstudio.dyes.catalogue import dyes, fabric
from batikstudio.dyes.swatch import swatch, swatch_lab

# Colours on prima, computed once by a program of its own from the fitted curves: amounts, Lab of 36 bands, Lab of 8
# bands, 8-bit sRGB of 8 bands.
CHECKS = [
    ({}, (93.58, -0.73, 4.15), (93.60, -0.72, 4.17), (239, 237, 229)),
    ({"indigo": 1, "soga": 1}, (20.91, -1.16, -0.92), (20.92, -1.16, -0.90), (48, 51, 52)),
    ({"indigo": 0.12, "tegeran": 1}, (45.10, -15.84, 15.19), (45.15, -15.86, 15.28), (89, 114, 81)),
    ({"indigo": 1}, (25.33, 2.20, -21.00), (25.27, 2.38, -21.09), (41, 60, 92)),
    ({"indigo": 0.12}, (50.74, -4.08, -26.50), (50.75, -4.05, -26.49), (78, 125, 166)),
    ({"soga": 1}, (39.05, 17.53, 26.76), (38.96, 17.61, 26.60), (129, 80, 49)),
    ({"naphthol_red": 1}, (36.92, 50.00, 24.04), (36.94, 50.21, 24.14), (163, 40, 51)),
    ({"mengkudu": 1, "indigo": 1}, (20.08, 3.51, -6.65), (20.13, 3.44, -6.57), (49, 47, 58)),
    ({"naphthol_red": 1, "indigo": 1}, (18.34, 7.27, -4.24), (18.31, 7.29, -4.29), (52, 41, 51)),
]


def _curves(curve: str) -> np.ndarray:
    return np.array([getattr(dye, curve) for dye in dyes().values()])


def _mixes(count: int, seed: int) -> np.ndarray:
    """Return random mixes: each dye is there with probability 0.35, in amount 1.6 u squared."""
    rng = np.random.default_rng(seed)
    shape = (count, len(dyes()))
    return np.where(rng.random(shape) < 0.35, 1.6 * rng.random(shape) ** 2, 0.0)


@pytest.mark.parametrize(("amounts", "exact", "fast", "srgb8"), CHECKS)
def test_check_values(amounts, exact, fast, srgb8):
    linear = swatch(fabric("prima"), amounts)
    np.testing.assert_allclose(swatch_lab(fabric("prima"), amounts), exact, atol=0.02)
    np.testing.assert_allclose(lab_of_xyz(xyz_of_linear_srgb(linear)), fast, atol=0.02)
    assert np.abs(to_srgb8(linear).astype(int) - srgb8).max() <= 1


def test_eight_bands_stand_for_thirty_six_on_mixes_they_were_not_fitted_to():
    amounts, prima = _mixes(4000, seed=20), fabric("prima")
    difference = ciede2000(lab_of(prima.ks, amounts, _curves("ks")), lab_of(prima.ks8, amounts, _curves("ks8")))
    assert difference.mean() < 0.15
    assert difference.max() < 1.0


@pytest.mark.parametrize("grade", ["primissima", "biru", "batu", "blaco"])
def test_eight_bands_hold_on_every_cloth(grade):
    amounts, cloth = _mixes(1000, seed=21), fabric(grade)
    difference = ciede2000(lab_of(cloth.ks, amounts, _curves("ks")), lab_of(cloth.ks8, amounts, _curves("ks8")))
    assert difference.mean() < 0.15
    assert difference.max() < 1.0


def test_dyes_add_up_as_ks():
    amounts, prima = _mixes(50, seed=22), fabric("prima")
    dyed = ks_of_reflectance(reflectance_of(prima.ks, amounts, _curves("ks")))
    np.testing.assert_allclose(dyed - prima.ks, amounts @ _curves("ks"), rtol=1e-9, atol=1e-9)


def test_the_order_of_dyes_does_not_matter():
    there = swatch(fabric("prima"), {"indigo": 0.4, "soga": 0.8})
    back = swatch(fabric("prima"), {"soga": 0.8, "indigo": 0.4})
    np.testing.assert_allclose(there, back, rtol=1e-12)


def test_an_image_of_amounts_is_coloured_at_once():
    amounts = _mixes(12, seed=23).reshape(3, 4, -1)
    image = colour_of(fabric("prima").ks8, amounts, _curves("ks8"))
    assert image.shape == (3, 4, 3)
    np.testing.assert_allclose(image[1, 2], colour_of(fabric("prima").ks8, amounts[1, 2], _curves("ks8")), rtol=1e-12)


@pytest.mark.parametrize("function", [colour_of, lab_of])
def test_other_numbers_of_bands_are_refused(function):
    with pytest.raises(ValueError, match="not 5"):
        function(np.ones(5), [1.0], np.ones((1, 5)))


def test_a_curve_and_its_eight_bands_are_the_same_curve():
    for dye in dyes().values():
        np.testing.assert_array_equal(dye.ks[bands().rows], dye.ks8)
