from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from batikstudio.colour.spaces import WHITE_D65
from batikstudio.colour.spectrum import bands, observer

# CIE 1931 2 degree chromaticities of the spectral locus (CIE 15, table of the standard observer).
LOCUS = {
    450: (0.1566, 0.0177),
    480: (0.0913, 0.1327),
    500: (0.0082, 0.5384),
    520: (0.0743, 0.8338),
    550: (0.3016, 0.6923),
    580: (0.5125, 0.4866),
    600: (0.6270, 0.3725),
    620: (0.6915, 0.3083),
}


def test_perfect_white_is_the_white_of_d65():
    np.testing.assert_allclose(observer().xyz(np.ones(36)), WHITE_D65, atol=2e-6)


@pytest.mark.parametrize("nm", LOCUS)
def test_a_single_band_has_the_chromaticity_of_the_spectral_locus(nm):
    weights = observer().weights[observer().wavelengths_nm == nm][0]
    # The analytic fit of the matching functions is good to about two hundredths.
    np.testing.assert_allclose(weights[:2] / weights.sum(), LOCUS[nm], atol=0.025)


def test_the_eight_bands_are_rows_of_the_observer():
    assert bands().wavelengths_nm.tolist() == [420, 450, 480, 510, 550, 590, 630, 670]
    np.testing.assert_array_equal(bands().ks8(observer().wavelengths_nm), bands().wavelengths_nm)


def test_the_eight_bands_see_white_as_white():
    np.testing.assert_allclose(bands().linear_srgb(np.ones(8)), 1.0, atol=1e-3)


def test_many_spectra_at_once_equal_one_by_one():
    spectra = np.random.default_rng(5).random((4, 3, 36))
    together = observer().xyz(spectra)
    assert together.shape == (4, 3, 3)
    np.testing.assert_allclose(together[2, 1], observer().xyz(spectra[2, 1]), rtol=1e-14)


def test_shared_tables_cannot_be_changed():
    for array in (observer().weights, observer().wavelengths_nm, bands().weights, bands().rows):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_the_colour_and_dye_floors_load_numpy_only():
    heavy = ("numba", "scipy", "skimage", "PIL", "PySide6")
    code = (
        "import sys, batikstudio.colour.mixing, batikstudio.colour.difference, batikstudio.dyes.swatch;"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
