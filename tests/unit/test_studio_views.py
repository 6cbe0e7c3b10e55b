"""Pictures, files and words of a design as the window and the command line ask for them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PIL import Image

from batikstudio.base.errors import BatikError, Cancelled
from batikstudio.base.progress import Progress
from batikstudio.cloth.palette import swatches
from batikstudio.design.edits import process
from batikstudio.design.templates import from_template
from batikstudio.studio import files, views
from batikstudio.studio.demo import demonstrate
from batikstudio.studio.describe import describe, wax_steps
from batikstudio.studio.exporting import export_design, parameters_of, parse_settings, source_of
from batikstudio.studio.pictures import CLOTH_SHOWN, repeat_picture, view_picture
from batikstudio.studio.thumbnails import design_thumbnail, motif_thumbnail, preview_png, step_thumbnail


@pytest.fixture(scope="module")
def kawung():
    return from_template("kawung")


def _refused(code, call, *values, **named):
    with pytest.raises(BatikError) as caught:
        call(*values, **named)
    assert caught.value.code == code


def test_a_step_is_named_by_its_id_or_its_number(kawung):
    assert views.step_number(kawung, None) is None
    assert views.step_number(kawung, "0") == 0
    assert views.step_number(kawung, "medel") == 5
    assert views.step_number(kawung, "5") == 5
    assert views.step_number(kawung, str(len(kawung.steps))) == len(kawung.steps)
    for text in ("-1", "11", "999999999"):
        _refused("step.number_unknown", views.step_number, kawung, text)
    for text in ("", "x", "--1", "²", "1.5", "9" * 5000):
        _refused("step.unknown", views.step_number, kawung, text)


def test_a_view_is_written_with_its_size_resolution_and_profile(kawung, tmp_path):
    path = tmp_path / "a.png"
    views.write_view(kawung, path, dpi=60, rect_mm=(10, 10, 105, 52.5))
    with Image.open(path) as image:
        assert image.size == pytest.approx((105 / 25.4 * 60, 52.5 / 25.4 * 60), abs=2)
        assert image.info["dpi"] == pytest.approx((60, 60), abs=1)
        assert image.info["icc_profile"]
    views.write_view(kawung, path, view="wax", after=1, one_repeat=True, dpi=30)
    with Image.open(path) as image:
        assert image.mode == "L"
        assert image.getextrema() == (0, 255)


def test_a_view_that_is_impossible_is_refused_and_the_old_file_stays(kawung, tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    _refused("value.out_of_range", views.write_view, kawung, path, dpi=float("nan"))
    _refused("value.out_of_range", views.write_view, kawung, path, dpi=1)
    _refused("rect.outside", views.write_view, kawung, path, rect_mm=(9999, 0, 5, 5))
    _refused("view.unknown", views.write_view, kawung, path, view="xray", rect_mm=(0, 0, 5, 5))
    _refused("step.number_unknown", views.write_view, kawung, path, after=99, rect_mm=(0, 0, 5, 5))
    _refused("view.too_large", views.write_view, kawung, path, dpi=1200)
    whole = replace(kawung, chance=replace(kawung.chance, scope="cloth"))
    _refused("repeat.not_exact", views.write_view, whole, path, one_repeat=True)
    with pytest.raises(Cancelled):
        views.write_view(kawung, path, rect_mm=(0, 0, 50, 50), progress=Progress(cancelled=lambda: True))
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.png"]


def test_the_repeat_laid_again_is_the_view_of_the_cloth(kawung):
    """What the canvas shows far out, one repeat laid again and again, is what it shows close by, to the bit."""
    tile = repeat_picture(kawung)
    assert tile.period_mm == (tile.width_mm, tile.height_mm)
    height, width = tile.pixels.shape[:2]
    k = width / tile.width_mm
    x_mm, y_mm = tile.width_mm * 2 + 30, tile.height_mm + 20
    exact = view_picture(kawung, "cloth", None, (x_mm, y_mm, 20, 10), k)
    x, y = round(exact.x_mm * k), round(exact.y_mm * height / tile.height_mm)
    rows, columns = (np.arange(n) for n in exact.pixels.shape[:2])
    laid = tile.pixels[(rows + y)[:, None] % height, (columns + x)[None, :] % width]
    np.testing.assert_array_equal(exact.pixels, laid)


def test_wax_is_shown_brown_on_mori(kawung):
    shown = view_picture(kawung, "wax", 0, (0, 0, 10, 10), 4.0).pixels
    assert np.unique(shown.reshape(-1, 3), axis=0).tolist() == [CLOTH_SHOWN.tolist()]
    waxed = view_picture(kawung, "wax", 4, (0, 0, 52.5, 52.5), 4.0).pixels
    assert len(np.unique(waxed.reshape(-1, 3), axis=0)) > 1


def test_thumbnails_have_the_size_asked_for_and_show_the_steps(kawung):
    assert motif_thumbnail("kawung", 60, 40).shape == (40, 60, 3)
    bare, done = step_thumbnail(kawung, 0, 48, 48), step_thumbnail(kawung, len(kawung.steps), 48, 48)
    assert bare.shape == done.shape == (48, 48, 3)
    assert bare.mean() > done.mean() + 50
    np.testing.assert_array_equal(
        design_thumbnail(kawung, 48, 48, 60.0, len(kawung.steps)), design_thumbnail(kawung, 48, 48, 60.0)
    )


@pytest.mark.parametrize("size", [(10.0, 10.0), (2500.0, 12.0), (12.0, 2500.0), (100_000.0, 100_000.0)])
def test_a_cloth_of_any_size_has_a_preview(kawung, size):
    design = replace(kawung, cloth=replace(kawung.cloth, length_mm=size[0], width_mm=size[1]))
    with Image.open(io.BytesIO(preview_png(design))) as image:
        assert max(image.size) <= 512
        assert min(image.size) >= 1


def test_files_say_why_they_cannot_be_read(tmp_path):
    _refused("file.not_found", files.read_bytes, tmp_path / "x")
    _refused("file.cannot_read", files.read_bytes, tmp_path)
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(files.LARGEST_BYTES + 1)
    _refused("file.too_large", files.read_bytes, large)
    with pytest.raises(BatikError) as endless:
        files.read_bytes(Path("/dev/zero"))
    assert endless.value.code == "file.too_large"
    files.write_bytes(tmp_path / "a", b"x")
    assert files.read_bytes(tmp_path / "a") == b"x"
    _refused("file.cannot_write", files.write_bytes, tmp_path / "a" / "b", b"x")


def test_a_description_is_plain_and_true(kawung):
    told = describe(kawung)
    assert json.loads(json.dumps(told)) == told
    assert [one["id"] for one in told["slots"]] == [slot.id for slot in kawung.slots]
    for slot in told["slots"]:
        red, green, blue = swatches(kawung)[slot["id"], "areas"].srgb
        assert slot["srgb"] == f"#{red:02x}{green:02x}{blue:02x}"
        for part in slot["parts"].values():
            assert [bath["dye"] for bath in part["baths"]] == ["indigo", "soga"]
    assert [one["number"] for one in told["steps"]] == list(range(1, len(kawung.steps) + 1))
    unknown = replace(kawung, motifs={})
    assert describe(unknown)["motifs"] == []


def test_the_wax_that_meets_a_bath_is_found(kawung):
    assert wax_steps(kawung) == (4, 8)
    assert wax_steps(process.remove(kawung, "medel")) == (7,)
    assert wax_steps(process.enable(kawung, "nembok", False)) == (4, 8)


def test_export_settings_are_read_and_the_receipt_tells_what_was_written(kawung, tmp_path):
    settings = parse_settings("png", {"what": "repeat", "dpi": "72"})
    source = source_of(kawung, settings)
    receipt = export_design(kawung, "png", tmp_path / "a.png", settings)
    assert (receipt.width_px, receipt.height_px) == (source.width_px, source.height_px)
    with Image.open(tmp_path / "a.png") as image:
        assert image.size == (receipt.width_px, receipt.height_px)
    _refused("export.unknown_format", parameters_of, "gif")
    _refused("value.unknown_key", parse_settings, "png", {"dpu": "72"})
    _refused("value.not_a_number", parse_settings, "png", {"dpi": "many"})
    keys = [parameter.key for parameter in parameters_of("tiff")]
    assert len(set(keys)) == len(keys)


@pytest.mark.slow
def test_the_demonstration_makes_every_file_and_tells_how_far_it_is(tmp_path):
    told = []
    made = list(demonstrate(tmp_path / "demo", Progress(told.append)))
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert sorted(made) == sorted((tmp_path / "demo").iterdir())
    assert len({path.name for path in made}) == len(made)
    design = files.load(made[0])
    assert sum(path.name.startswith("langkah-") for path in made) == len(design.steps)
    assert sum(path.name.startswith("malam-") for path in made) == len(wax_steps(design)) > 0
    (tmp_path / "file").write_bytes(b"")
    _refused("file.cannot_write", lambda: list(demonstrate(tmp_path / "file")))
