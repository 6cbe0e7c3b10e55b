"""Any size, any band height, any pair of resolutions: Pillow reads the same pixels back."""

from __future__ import annotations

import tempfile
from fractions import Fraction
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from batikstudio.export import bands
from batikstudio.export.tiff_writer import resolution
from batikstudio.export.write import write
from tests.support.sources import of_image, repeated

KINDS = st.sampled_from([("png", {}), *(("tiff", {"compression": name}) for name in ("deflate", "lzw", "none"))])
SIDES = st.integers(1, 70)
DPI = st.floats(90, 1200)


@st.composite
def images(draw, sides=SIDES):
    width, height, colours = draw(sides), draw(sides), draw(st.sampled_from([1, 2, 256]))
    generator = np.random.default_rng(draw(st.integers(0, 2**32)))
    return generator.integers(0, colours, (height, width, 3)).astype(np.uint8)


def _written(source, kind):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a")
        write(source, kind[0], path, kind[1])
        with Image.open(path) as image:
            assert image.mode == "RGB"
            return np.asarray(image), image.info["dpi"]


@settings(max_examples=60, deadline=None)
@given(images(), KINDS, st.integers(1, 70), st.integers(1, 100), DPI, DPI)
def test_pixels_and_resolutions_survive(image, kind, band_rows, rows_at_once, x_dpi, y_dpi):
    source = of_image(image, (x_dpi / 25.4, y_dpi / 25.4), rows_at_once=rows_at_once)
    with patch.object(bands, "MAX_BAND_ROWS", band_rows):
        pixels, dpi = _written(source, kind)
    np.testing.assert_array_equal(pixels, image)
    per_metre = [1000 / 25.4 * value for value in (x_dpi, y_dpi)]
    error = [0.6 / value for value in per_metre] if kind[0] == "png" else [1e-9, 1e-9]
    assert dpi[0] == pytest.approx(x_dpi, rel=error[0])
    assert dpi[1] == pytest.approx(y_dpi, rel=error[1])


@settings(max_examples=60, deadline=None)
@given(images(st.integers(1, 20)), KINDS, SIDES, SIDES, st.integers(1, 40))
def test_a_repeat_of_any_size_survives(tile, kind, width, height, band_rows):
    source = repeated(tile, width, height)
    with patch.object(bands, "MAX_BAND_ROWS", band_rows):
        pixels, _ = _written(source, kind)
    np.testing.assert_array_equal(pixels, np.tile(tile, (70, 70, 1))[:height, :width])


@given(st.integers(1, 60_000), st.integers(1, 5000), st.sampled_from([1, 10, 100]))
def test_a_repeat_of_whole_pixels_in_tenths_of_a_millimetre_has_an_exact_resolution(pixels, tenths, parts):
    length_mm = Fraction(tenths, parts)
    exact = Fraction(pixels) / length_mm
    if 1 <= exact <= 100:
        assert Fraction(*resolution(float(exact))) == exact * Fraction(127, 5)
