"""The way out as a whole: the receipt, and every way it can fail, after which the old file must be as it was."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import subprocess
import threading
import time
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from batikstudio.base import atomic
from batikstudio.base.errors import BatikError, Cancelled
from batikstudio.base.progress import Progress
from batikstudio.export import bands, profiles
from batikstudio.export.base import BandSource, formats
from batikstudio.export.seam import SeamResult
from batikstudio.export.write import write
from tests.support.failing_disk import FailingDisk
from tests.support.sources import of_image, picture, repeated

OLD = b"the export of yesterday"
KINDS = [
    ("png", {}),
    ("tiff", {"compression": "deflate"}),
    ("tiff", {"compression": "lzw"}),
    ("tiff", {"compression": "none"}),
]


@pytest.fixture(params=KINDS, ids=lambda kind: "-".join([kind[0], *kind[1].values()]))
def kind(request):
    return request.param


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "cloth.out"
    path.write_bytes(OLD)
    return path


def _untouched(target) -> bool:
    return target.read_bytes() == OLD and [entry.name for entry in target.parent.iterdir()] == [target.name]


def test_receipt_tells_what_is_in_the_file(target, kind):
    source = of_image(picture(120, 90), (11.84, 11.81))
    receipt = write(source, kind[0], target, kind[1])
    assert receipt.as_dict() == {
        "path": str(target),
        "format": kind[0],
        "width_px": 120,
        "height_px": 90,
        "dpi": [300.736, 299.974],
        "width_mm": round(120 / 11.84, 6),
        "height_mm": round(90 / 11.81, 6),
        "profile": "sRGB",
        "seam": "n/a",
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
    }
    assert [entry.name for entry in target.parent.iterdir()] == [target.name]


def test_a_repeat_that_joins_says_so_and_a_broken_one_is_refused(target):
    tile = picture(30, 30)
    assert write(repeated(tile, 30, 30, SeamResult()), "png", target).seam == "joins"
    target.write_bytes(OLD)
    with pytest.raises(BatikError) as caught:
        write(repeated(tile, 30, 30, SeamResult((-1, 6))), "png", target)
    assert caught.value.code == "export.seam_broken"
    assert caught.value.facts == {"x_mm": -0.085, "y_mm": 0.508}
    assert _untouched(target)


def test_progress_rises_from_start_to_end_and_never_falls(target, kind):
    told: list[float] = []
    write(of_image(picture(50, 1000)), kind[0], target, kind[1], Progress(told.append))
    assert told == sorted(told)
    assert told[0] < 0.2
    assert told[-1] == 1.0


def test_an_unknown_format_or_setting_is_named(target):
    with pytest.raises(BatikError) as caught:
        write(of_image(picture(5, 5)), "gif", target)
    assert caught.value.code == "export.unknown_format"
    assert "png" in caught.value.facts["known"]
    with pytest.raises(BatikError) as caught:
        write(of_image(picture(5, 5)), "tiff", target, {"compression": "zstd"})
    assert caught.value.code == "value.not_a_choice"
    assert _untouched(target)


@pytest.mark.parametrize("below", ["cloth.out/cloth.png", "nowhere/cloth.png"])
def test_a_folder_that_is_none_is_refused_before_anything_is_rendered(target, below):
    source = BandSource(5, 5, (1, 1), lambda *_: pytest.fail("rendered"))
    with pytest.raises(BatikError) as caught:
        write(source, "png", target.parent / below)
    assert caught.value.code == "file.cannot_write"
    assert _untouched(target)


def test_a_folder_as_the_target_is_refused(tmp_path, kind):
    with pytest.raises(BatikError) as caught:
        write(of_image(picture(5, 5)), kind[0], tmp_path, kind[1])
    assert caught.value.code == "file.cannot_write"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_fails_at_any_write_leaves_the_old_file(target, kind, code):
    source = of_image(picture(200, 300))
    expected = "export.no_space" if code == errno.ENOSPC else "file.cannot_write"
    for fail_at in range(1, 200):
        with pytest.MonkeyPatch.context() as patch:
            disk = FailingDisk(patch, fail_at, code)
            try:
                write(source, kind[0], target, kind[1])
            except BatikError as error:
                assert error.code == expected  # noqa: PT017 - most turns of the loop fail, the last does not
        if not disk.failed:
            break
        assert _untouched(target)
    assert fail_at > 4
    assert target.read_bytes() != OLD


@pytest.mark.parametrize("size_kb", [8, 64, 160])
def test_a_disk_that_is_really_full_leaves_the_old_file(tmp_path, kind, size_kb):
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size_kb}k", "tmpfs", tmp_path], capture_output=True)
    if done.returncode:
        pytest.skip("a small disk can be mounted by root only: the full disk was not tried")
    try:
        target = tmp_path / "cloth.out"
        target.write_bytes(OLD)
        noise = np.random.default_rng(0).integers(0, 256, (300, 200, 3), np.uint8)
        with pytest.raises(BatikError) as caught:
            write(of_image(noise), kind[0], target, kind[1])
        assert caught.value.code == "export.no_space"
        assert caught.value.facts["needed_mb"] >= 1
        assert _untouched(target)
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def test_too_little_space_is_told_before_anything_is_written(target, kind, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=2_500_000))
    noise = np.random.default_rng(0).integers(0, 256, (2000, 1000, 3), np.uint8)
    with pytest.raises(BatikError) as caught:
        write(of_image(noise), kind[0], target, kind[1])
    assert caught.value.code == "export.no_space"
    assert caught.value.facts["free_mb"] == 2
    assert 6 <= caught.value.facts["needed_mb"] <= 9
    assert _untouched(target)


def test_a_picture_that_compresses_is_not_refused_for_its_raw_size(target, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=200_000))
    write(of_image(np.full((1000, 1000, 3), 90, np.uint8)), "tiff", target)
    assert target.stat().st_size < 200_000


@pytest.mark.parametrize("at", [0.0, 0.4, 0.89, 0.95])
def test_cancelling_leaves_the_old_file(target, kind, at):
    done = [0.0]
    source = of_image(picture(40, 3000))
    progress = Progress(lambda share: done.append(share), lambda: done[-1] >= at)
    with pytest.raises(Cancelled):
        write(source, kind[0], target, kind[1], progress)
    assert _untouched(target)


def test_cancelling_a_slow_export_takes_less_than_300_ms(target, kind):
    wanted = threading.Event()

    def rows(start: int, stop: int) -> np.ndarray:
        time.sleep(0.4)
        return np.zeros((stop - start, 2000, 3), np.uint8)

    said = []

    def stop() -> None:
        said.append(time.perf_counter())
        wanted.set()

    timer = threading.Timer(0.5, stop)
    timer.start()
    with pytest.raises(Cancelled):
        write(BandSource(2000, 2000, (10, 10), rows), kind[0], target, kind[1], Progress(cancelled=wanted.is_set))
    assert time.perf_counter() - said[0] < 0.3
    timer.join()
    assert _untouched(target)


def test_an_error_of_the_source_leaves_the_old_file(target, kind):
    def rows(start: int, stop: int) -> np.ndarray:
        if stop > 200:
            raise MemoryError
        return np.zeros((stop - start, 10, 3), np.uint8)

    with pytest.raises(MemoryError):
        write(BandSource(10, 400, (10, 10), rows), kind[0], target, kind[1])
    assert _untouched(target)


def _refused(target, source, kind) -> str:
    with pytest.raises(BatikError) as caught:
        write(source, kind[0], target, kind[1])
    assert caught.value.code == "export.verify_failed"
    assert caught.value.facts["path"] == str(target)
    assert _untouched(target)
    return str(caught.value.facts["what"])


def test_an_encoder_that_flips_one_bit_is_caught(target, kind, monkeypatch):
    honest = bands._encoded

    def planted(rows: np.ndarray, encode: bands.Encode) -> bands.Band:
        wrong = rows.copy()
        wrong[len(rows) // 2, 3, 1] ^= 1
        band, lie = honest(rows, encode), honest(wrong, encode)
        return bands.Band(band.rows, band.crc, lie.data, lie.check)

    monkeypatch.setattr(bands, "_encoded", planted)
    assert _refused(target, of_image(picture(60, 200)), kind) == "pixels"


def test_two_bands_in_the_wrong_order_are_caught(target, kind, monkeypatch):
    noise = np.random.default_rng(0).integers(0, 256, (128, 30, 3), np.uint8)
    honest = bands._encoded

    def crossed(rows: np.ndarray, encode: bands.Encode) -> bands.Band:
        other = noise[64:] if np.array_equal(rows, noise[:64]) else noise[:64]
        band, lie = honest(rows, encode), honest(other, encode)
        return bands.Band(band.rows, band.crc, lie.data, lie.check)

    monkeypatch.setattr(bands, "_encoded", crossed)
    assert _refused(target, of_image(noise), kind) == "pixels"


@pytest.mark.parametrize(("change", "what"), [("size", "size"), ("resolution", "resolution"), ("profile", "profile")])
def test_a_header_that_says_something_else_is_caught(target, kind, change, what, monkeypatch):
    source = of_image(picture(60, 200))
    record = formats()[kind[0]]
    lie = of_image(picture(60, 199)) if change == "size" else of_image(picture(60, 200), (12.0, 12.0))
    if change == "profile":
        lie = source
        monkeypatch.setattr(profiles, "srgb_profile", lambda: b"another profile")

    def planted(_source: BandSource, *rest: object) -> int:
        return record.write(lie, *rest)

    monkeypatch.setattr("batikstudio.export.write.formats", lambda: {kind[0]: replace(record, write=planted)})
    assert _refused(target, source, kind) == what


def test_a_file_damaged_on_the_disk_is_caught(target, kind, monkeypatch):
    honest = atomic.flush_to_disk

    def damaging(path) -> None:
        if path.is_file():
            with path.open("r+b") as file:
                file.seek(path.stat().st_size // 2)
                byte = file.read(1)
                file.seek(-1, os.SEEK_CUR)
                file.write(bytes([byte[0] ^ 0x20]))
        honest(path)

    monkeypatch.setattr(atomic, "flush_to_disk", damaging)
    noise = np.random.default_rng(0).integers(0, 256, (200, 60, 3), np.uint8)
    assert _refused(target, of_image(noise), kind) in {"pixels", "structure"}
