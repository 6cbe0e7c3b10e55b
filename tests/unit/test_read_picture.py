"""Pictures of every kind that phones and scanners write, and those that nobody should send."""

import io

import numpy as np
import pytest
import tifffile
from PIL import Image

from batikstudio.base.errors import BatikError
from batikstudio.motifs.tracing import picture
from batikstudio.motifs.tracing.picture import read_picture
from tests.support.hostile_pictures import HOSTILE, encoded, photo, tiff_loop

GREY = np.asarray(photo().convert("L"), np.float32) / 255


def test_every_kind_reads_the_same():
    for kind, options in (("PNG", {}), ("TIFF", {}), ("WEBP", {"lossless": True}), ("JPEG", {"quality": 98})):
        found = read_picture(encoded(photo(), kind, **options))
        assert found.kind == kind
        assert found.size_px == (160, 120)
        assert found.reduced == 1
        assert found.grey.dtype == np.float32
        assert np.abs(found.grey - GREY).max() < (0.05 if kind == "JPEG" else 0.003)
        assert found.rgb.shape == (120, 160, 3)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pictures_are_refused_with_a_reason(name):
    data, code = HOSTILE[name]
    with pytest.raises(BatikError) as raised:
        read_picture(data)
    assert raised.value.code == code


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_file_that_ends_too_early_is_refused_wherever_it_ends(kind):
    whole = encoded(photo(320, 240), kind)
    for share in np.linspace(0.0, 0.97, 40):
        with pytest.raises(BatikError, match=r"picture\.(damaged|unknown_kind)"):
            read_picture(whole[: int(len(whole) * share)])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_flipped_bytes_never_do_more_than_refuse(kind):
    rng = np.random.default_rng(1)
    whole = encoded(photo(64, 48), kind)
    read = refused = 0
    for _ in range(150):
        data = bytearray(whole)
        for at in rng.integers(0, len(data), 6):
            data[at] = rng.integers(0, 256)
        try:
            found = read_picture(bytes(data))
            assert np.isfinite(found.grey).all()
            read += 1
        except BatikError:
            refused += 1
    print(f"{kind}: {read} read, {refused} refused")


def test_too_many_bytes_are_refused_before_they_are_looked_at(monkeypatch):
    monkeypatch.setattr(picture, "MOST_BYTES", 1 << 20)
    with pytest.raises(BatikError, match=r"picture\.too_large"):
        read_picture(b"\0" * ((1 << 20) + 1))


def test_a_directory_that_names_itself_does_not_hang():
    assert read_picture(tiff_loop()).size_px == (160, 120)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_lies_as_the_camera_was_held(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    turned = {
        1: [],
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }[orientation]
    stored = photo()
    for step in turned:
        stored = stored.transpose(step)
    found = read_picture(encoded(stored, "PNG", exif=exif))
    assert found.size_px == (160, 120)
    assert np.array_equal(found.rgb, np.asarray(photo()))


def test_what_is_transparent_is_white():
    layered = photo().convert("RGBA")
    layered.putalpha(Image.fromarray(np.where(np.arange(160) < 80, 255, 0).astype(np.uint8)[None].repeat(120, 0)))
    for kind in ("PNG", "WEBP"):
        found = read_picture(encoded(layered, kind, **({"lossless": True} if kind == "WEBP" else {})))
        assert np.all(found.grey[:, 80:] == 1)
        assert np.abs(found.grey[:, :80] - GREY[:, :80]).max() < 0.01
    palette = photo().quantize(8)
    found = read_picture(encoded(palette, "PNG", transparency=0))
    assert np.all(found.rgb[np.asarray(palette) == 0] == 255)


def test_sixteen_bits_keep_their_steps():
    values = np.linspace(0, 65535, 160 * 120).astype(np.uint16).reshape(120, 160)
    target = io.BytesIO()
    tifffile.imwrite(target, values)
    png = encoded(Image.fromarray(values), "PNG")
    for data in (target.getvalue(), png):
        found = read_picture(data)
        assert np.abs(found.grey - values / 65535).max() < 1e-4
        assert len(np.unique(found.grey)) > 10_000


def test_inks_become_light():
    cmyk = photo().convert("CMYK")
    for kind in ("JPEG", "TIFF"):
        found = read_picture(encoded(cmyk, kind, **({"quality": 98} if kind == "JPEG" else {})))
        assert np.abs(found.grey - GREY).mean() < 0.02


def test_other_modes_of_scanners():
    for image in (photo().convert("1"), photo().convert("L"), photo().convert("P"), photo().convert("LA")):
        assert read_picture(encoded(image, "PNG")).size_px == (160, 120)
    target = io.BytesIO()
    tifffile.imwrite(target, GREY.astype(np.float32) * 7 - 2)
    found = read_picture(target.getvalue())
    assert np.ptp(found.grey) == pytest.approx(1)
    lab = encoded(Image.merge("LAB", [photo().convert("L")] * 3), "TIFF")
    assert read_picture(lab).size_px == (160, 120)


def test_of_moving_pictures_and_many_pages_the_first_is_read():
    first, second = photo(), Image.new("RGB", (160, 120), (9, 9, 9))
    for kind, options in (("PNG", {}), ("WEBP", {"lossless": True}), ("TIFF", {})):
        found = read_picture(encoded(first, kind, save_all=True, append_images=[second], **options))
        assert np.abs(found.grey - GREY).max() < 0.01


def test_large_pictures_are_reduced_and_stay_in_shape():
    large = photo(3000, 2000)
    for kind in ("JPEG", "PNG"):
        found = read_picture(encoded(large, kind), working_px=500_000)
        width, height = found.size_px
        assert width * height == pytest.approx(500_000, rel=0.01)
        assert width / height == pytest.approx(1.5, rel=0.01)
        assert found.reduced == pytest.approx((6_000_000 / 500_000) ** 0.5)
        assert width * found.reduced == pytest.approx(3000, rel=0.002)


def test_only_a_scanner_is_believed_about_its_resolution():
    scan = encoded(photo(), "PNG", dpi=(300, 300))
    assert read_picture(scan).dpi == pytest.approx(300, rel=0.001)
    assert read_picture(encoded(photo(), "PNG", dpi=(72, 72))).dpi is None
    assert read_picture(encoded(photo(), "PNG")).dpi is None
    exif = Image.Exif()
    exif[0x0110] = "Telepon"
    assert read_picture(encoded(photo(), "JPEG", dpi=(300, 300), exif=exif)).dpi is None
    assert read_picture(encoded(photo(1600, 1200), "PNG", dpi=(300, 300)), 480_000).dpi == pytest.approx(150, rel=0.01)


def test_the_name_of_a_file_does_not_matter(tmp_path):
    from batikstudio.studio.photos import is_picture

    assert is_picture(encoded(photo(), "JPEG"), tmp_path / "foto.svg")
    assert is_picture(b"<svg/>", tmp_path / "foto.jpg")
    assert not is_picture(b"<svg/>", tmp_path / "motif.svg")
