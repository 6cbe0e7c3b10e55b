"""The sRGB profile, against published colorants and against the colour engine that Pillow carries."""

from __future__ import annotations

import io
import struct

import numpy as np
import pytest
from PIL import Image, ImageCms

from batikstudio.export.profiles import srgb_profile


def _tags() -> dict[bytes, bytes]:
    profile = srgb_profile()
    count = struct.unpack_from(">I", profile, 128)[0]
    entries = [struct.unpack_from(">4sII", profile, 132 + 12 * i) for i in range(count)]
    return {signature: profile[start : start + size] for signature, start, size in entries}


def _numbers(tag: bytes) -> np.ndarray:
    return np.frombuffer(_tags()[tag], ">i4", offset=8) / 65536


@pytest.mark.parametrize(
    ("tag", "published"),  # ICC, sRGB2014.icc
    [
        (b"rXYZ", (0.43607, 0.22249, 0.01392)),
        (b"gXYZ", (0.38515, 0.71687, 0.09708)),
        (b"bXYZ", (0.14307, 0.06061, 0.71410)),
        (b"wtpt", (0.96420, 1.00000, 0.82491)),
    ],
)
def test_colorants_are_the_published_ones(tag, published):
    np.testing.assert_allclose(_numbers(tag), published, atol=3e-4)


def test_colorants_sum_to_the_white_of_the_connection_space_exactly():
    np.testing.assert_array_equal(_numbers(b"rXYZ") + _numbers(b"gXYZ") + _numbers(b"bXYZ"), _numbers(b"wtpt"))


def test_header_has_its_own_length_and_tags_lie_on_four_bytes():
    profile = srgb_profile()
    assert struct.unpack_from(">I", profile)[0] == len(profile)
    assert profile[36:40] == b"acsp"
    assert len(profile) % 4 == 0
    count = struct.unpack_from(">I", profile, 128)[0]
    for i in range(count):
        _, start, size = struct.unpack_from(">4sII", profile, 132 + 12 * i)
        assert start % 4 == 0
        assert start + size <= len(profile)


def test_a_colour_engine_reads_it_as_srgb():
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    assert ImageCms.getProfileDescription(ours).strip() == "sRGB"
    levels = np.arange(256, dtype=np.uint8)
    greys = np.repeat(levels, 3).reshape(1, 256, 3)
    colours = np.random.default_rng(5).integers(0, 256, (64, 256, 3), np.uint8)
    image = Image.fromarray(np.concatenate([greys, colours]))
    engines = ImageCms.createProfile("sRGB")
    for pair in ((ours, engines), (engines, ours)):
        turned = ImageCms.profileToProfile(image, *pair, renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC)
        apart = np.abs(np.asarray(turned).astype(int) - np.asarray(image).astype(int))
        assert apart.max() <= 1
        assert apart.mean() < 0.02
