"""The TIFF, read by libtiff, exiftool and Pillow; and our own reader, which must find what is wrong."""

from __future__ import annotations

import zlib
from fractions import Fraction

import numpy as np
import pytest
from PIL import Image

from batikstudio.base.progress import QUIET
from batikstudio.export import tiff_writer
from batikstudio.export.profiles import srgb_profile
from batikstudio.export.readback import Mismatch
from batikstudio.export.tiff_reader import read_tiff
from batikstudio.export.tiff_writer import expected_tiff_bytes, resolution, write_tiff
from tests.support.readers import exiftool, tiff_pixels_equal, tiffinfo
from tests.support.sources import of_image, picture, repeated

PER_MM = (1184 / 100, 1181 / 100)
COMPRESSIONS = {"deflate": "AdobeDeflate", "lzw": "LZW", "none": "None"}


@pytest.fixture(params=COMPRESSIONS)
def compression(request):
    return request.param


@pytest.fixture
def file(tmp_path, compression):
    path = tmp_path / "cloth.tif"
    write_tiff(of_image(picture(333, 501), PER_MM), path, compression, QUIET)
    return path


def test_libtiff_reads_the_tags_without_a_warning(file, compression):
    tags = tiffinfo(file)
    assert (tags["width"], tags["height"]) == ("333", "501")
    assert tags["Resolution"] == "300.736, 299.974 pixels/inch"
    assert tags["Compression Scheme"] == COMPRESSIONS[compression]
    assert tags["Photometric Interpretation"] == "RGB color"
    assert tags["Planar Configuration"] == "single image plane"
    assert tags["ICC Profile"] == f"<present>, {len(srgb_profile())} bytes"
    assert ("Predictor" in tags) == (compression != "none")
    assert "Extra Samples" not in tags
    assert "Image Description" not in tags


def test_exiftool_reads_resolution_and_profile(file):
    tags = exiftool(file)
    assert (tags["XResolution"], tags["YResolution"]) == (300.736, 299.974)
    assert tags["ResolutionUnit"] == "inches"
    assert tags["ProfileDescription"] == "sRGB"
    assert tags["Software"].startswith("Batik Studio")
    assert tags["ImageWidth"] / tags["XResolution"] * 2.54 == pytest.approx(2.8125, rel=1e-4)  # cm


def test_pillow_reads_the_same_pixels_and_the_exact_resolution(file):
    with Image.open(file) as image:
        np.testing.assert_array_equal(np.asarray(image), picture(333, 501))
        assert image.mode == "RGB"
        assert image.info["icc_profile"] == srgb_profile()
        x, y = (Fraction(image.tag_v2[tag].numerator, image.tag_v2[tag].denominator) for tag in (282, 283))
    assert (x, y) == (Fraction(1184, 100) * Fraction(254, 10), Fraction(1181, 100) * Fraction(254, 10))


def test_all_compressions_hold_the_same_pixels_for_libtiff(tmp_path):
    for name in COMPRESSIONS:
        write_tiff(of_image(picture(333, 501)), tmp_path / f"{name}.tif", name, QUIET)
    changed = picture(333, 501)
    changed[500, 332, 2] ^= 1
    write_tiff(of_image(changed), tmp_path / "changed.tif", "none", QUIET)
    assert tiff_pixels_equal(tmp_path / "deflate.tif", tmp_path / "lzw.tif")
    assert tiff_pixels_equal(tmp_path / "deflate.tif", tmp_path / "none.tif")
    assert not tiff_pixels_equal(tmp_path / "deflate.tif", tmp_path / "changed.tif")


@pytest.mark.parametrize(
    ("per_mm", "dpi"),
    [
        (300 / 25.4, Fraction(300)),
        (150 / 25.4, Fraction(150)),
        (1184 / 100, Fraction(37592, 125)),
        (1181 / 100.003, Fraction(1181 * 1000, 100003) * Fraction(254, 10)),
        (2000 / (97.5 * 3**0.5), None),
        (72 / 25.4, Fraction(72)),
        (1.0, Fraction(127, 5)),
        (0.01, Fraction(127, 500)),
        (2400 / 25.4, Fraction(2400)),
    ],
)
def test_resolution_is_exact_where_it_is_a_fraction_and_fits_32_bits(per_mm, dpi):
    numerator, denominator = resolution(per_mm)
    assert 0 < numerator < 2**32
    assert 0 < denominator < 2**32
    assert numerator / denominator == pytest.approx(per_mm * 25.4, rel=1e-11)
    if dpi is not None:
        assert Fraction(numerator, denominator) == dpi


def test_a_period_in_step_is_streamed_from_its_cache_and_is_the_same_picture(tmp_path, compression):
    source = repeated(picture(41, 96), 130, 555)
    assert write_tiff(source, tmp_path / "a.tif", compression, QUIET) == zlib.crc32(source.rows(0, 555).tobytes())
    assert tiffinfo(tmp_path / "a.tif")["Rows/Strip"] == "48"
    with Image.open(tmp_path / "a.tif") as image:
        np.testing.assert_array_equal(np.asarray(image), source.rows(0, 555))


def test_it_is_a_classic_tiff_below_the_limit_and_a_bigtiff_above(tmp_path, monkeypatch, compression):
    image = np.random.default_rng(1).integers(0, 256, (300, 100, 3), np.uint8)
    path = tmp_path / "a.tif"
    write_tiff(of_image(image), path, compression, QUIET)
    assert path.read_bytes()[:4] == b"II\x2a\0"
    monkeypatch.setattr(tiff_writer, "CLASSIC_LIMIT_BYTES", 50_000)
    write_tiff(of_image(image), path, compression, QUIET)
    assert path.read_bytes()[:4] == b"II\x2b\0"
    tiffinfo(path)
    with read_tiff(path) as found:
        np.testing.assert_array_equal(np.concatenate(list(found.rows)), image)


def test_a_large_picture_that_compresses_stays_classic(tmp_path, monkeypatch):
    monkeypatch.setattr(tiff_writer, "CLASSIC_LIMIT_BYTES", 50_000)
    write_tiff(of_image(np.zeros((300, 100, 3), np.uint8)), tmp_path / "a.tif", "deflate", QUIET)
    assert (tmp_path / "a.tif").read_bytes()[:4] == b"II\x2a\0"


def test_a_sample_that_promised_too_little_only_costs_a_second_pass(tmp_path, monkeypatch):
    image = np.random.default_rng(1).integers(0, 256, (300, 100, 3), np.uint8)
    monkeypatch.setattr(tiff_writer, "CLASSIC_LIMIT_BYTES", 50_000)
    monkeypatch.setattr(tiff_writer, "expected_tiff_bytes", lambda *_: 1)
    crc = write_tiff(of_image(image), tmp_path / "a.tif", "deflate", QUIET)
    assert (tmp_path / "a.tif").read_bytes()[:4] == b"II\x2b\0"
    assert crc == zlib.crc32(image.tobytes())


def test_expected_size_is_near(tmp_path, compression):
    image = np.random.default_rng(1).integers(0, 256, (900, 200, 3), np.uint8)
    write_tiff(of_image(image), tmp_path / "a.tif", compression, QUIET)
    size = (tmp_path / "a.tif").stat().st_size
    assert expected_tiff_bytes(of_image(image), compression) == pytest.approx(size, rel=0.02)


def _crc(path):
    crc = 0
    with read_tiff(path) as found:
        for rows in found.rows:
            crc = zlib.crc32(rows.tobytes(), crc)
    return crc


@pytest.mark.parametrize("share", [0.3, 0.5, 0.97])
def test_the_reader_finds_any_flipped_bit_of_the_pixels(file, share):
    data = bytearray(file.read_bytes())
    data[int(share * (len(data) - 1))] ^= 0x10
    file.write_bytes(data)
    try:
        found = _crc(file)
    except Mismatch:
        return
    assert found != zlib.crc32(picture(333, 501).tobytes())


@pytest.mark.parametrize("keep", [0, 4, 8, 100, 2000, -1, -5000])
def test_the_reader_finds_a_file_cut_short(file, keep):
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(Mismatch):
        _crc(file)


def test_the_reader_finds_a_file_of_another_kind(tmp_path):
    path = tmp_path / "alpha.tif"
    Image.new("RGBA", (8, 8)).save(path, dpi=(300, 300), icc_profile=srgb_profile())
    with pytest.raises(Mismatch):
        _crc(path)
