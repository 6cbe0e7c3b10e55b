"""The PNG, read by pngcheck, exiftool and Pillow; and our own reader, which must find what is wrong."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from batikstudio.base.progress import QUIET
from batikstudio.export.png_reader import read_png
from batikstudio.export.png_writer import adler_combine, expected_png_bytes, write_png
from batikstudio.export.profiles import srgb_profile
from batikstudio.export.readback import Mismatch
from tests.support.readers import exiftool, pngcheck
from tests.support.sources import DPI_300, of_image, picture, repeated

PER_MM = (11.84, 11.81)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "cloth.png"
    write_png(of_image(picture(333, 501), PER_MM), path, QUIET)
    return path


def test_pngcheck_finds_no_error_and_no_alpha(file):
    report = pngcheck(file)
    assert "333 x 501 image, 24-bit RGB, non-interlaced" in report
    assert "11840x11810 pixels/meter" in report
    assert "profile name = sRGB" in report


def test_exiftool_reads_size_resolution_profile_and_software(file):
    tags = exiftool(file)
    assert (tags["ImageWidth"], tags["ImageHeight"]) == (333, 501)
    assert (tags["PixelsPerUnitX"], tags["PixelsPerUnitY"]) == (11840, 11810)
    assert tags["ProfileDescription"] == "sRGB"
    assert tags["Software"].startswith("Batik Studio")
    assert tags["ImageWidth"] / tags["PixelsPerUnitX"] * 100 == pytest.approx(2.8125, rel=1e-4)  # cm


def test_pillow_reads_the_same_pixels_and_the_same_profile(file):
    with Image.open(file) as image:
        np.testing.assert_array_equal(np.asarray(image), picture(333, 501))
        assert image.mode == "RGB"
        assert image.info["icc_profile"] == srgb_profile()
        assert image.info["dpi"] == pytest.approx((300.736, 299.974), rel=1e-4)


def test_the_crc_returned_is_that_of_the_pixels(tmp_path):
    image = picture(97, 205)
    assert write_png(of_image(image), tmp_path / "a.png", QUIET) == zlib.crc32(image.tobytes())


@pytest.mark.parametrize("tall", [96, 59, 7, 200])
def test_a_repeat_streamed_from_its_cache_is_the_same_picture(tmp_path, tall):
    source = repeated(picture(41, tall), 130, 555)
    write_png(source, tmp_path / "a.png", QUIET)
    with Image.open(tmp_path / "a.png") as image:
        np.testing.assert_array_equal(np.asarray(image), source.rows(0, 555))
    pngcheck(tmp_path / "a.png")


@pytest.mark.parametrize(
    ("first", "second"), [(b"", b""), (b"batik", b""), (b"", b"tulis"), (b"\xff" * 99_999, b"a" * 7)]
)
def test_adler_of_two_parts(first, second):
    assert adler_combine(zlib.adler32(first), zlib.adler32(second), len(second)) == zlib.adler32(first + second)


def test_expected_size_is_near(tmp_path):
    image = np.random.default_rng(1).integers(0, 256, (900, 200, 3), np.uint8)
    write_png(of_image(image), tmp_path / "a.png", QUIET)
    assert expected_png_bytes(of_image(image)) == pytest.approx((tmp_path / "a.png").stat().st_size, rel=0.02)


def _read(path):
    with read_png(path) as found:
        return np.concatenate(list(found.rows))


def test_the_reader_reads_what_pillow_writes_with_its_own_chunks(file):
    np.testing.assert_array_equal(_read(file), picture(333, 501))


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.97, 1.0])
def test_the_reader_finds_any_flipped_bit(file, share):
    data = bytearray(file.read_bytes())
    data[int(share * (len(data) - 1))] ^= 0x10
    file.write_bytes(data)
    with pytest.raises(Mismatch):
        _read(file)


@pytest.mark.parametrize("keep", [0, 8, 40, 3000, -1, -12, -13])
def test_the_reader_finds_a_file_cut_short(file, keep):
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(Mismatch):
        _read(file)


def test_the_reader_finds_something_after_the_end(file):
    file.write_bytes(file.read_bytes() + b"\0")
    with pytest.raises(Mismatch):
        _read(file)


def test_the_reader_finds_too_many_rows(file):
    data = file.read_bytes()
    size = struct.pack(">II", 333, 500)
    head = b"IHDR" + size + data[24:29]
    file.write_bytes(data[:12] + head + struct.pack(">I", zlib.crc32(head)) + data[33:])
    with pytest.raises(Mismatch):
        _read(file)


def test_same_picture_same_bytes(tmp_path):
    for name in ("a.png", "b.png"):
        write_png(of_image(picture(60, 200), (DPI_300, DPI_300)), tmp_path / name, QUIET)
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()
