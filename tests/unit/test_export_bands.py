"""How a picture is cut, who renders what how often, and how far ahead."""

from __future__ import annotations

import itertools
import threading
import time
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest

from batikstudio.base.errors import Cancelled
from batikstudio.base.progress import QUIET, Progress
from batikstudio.export import bands as bands_module
from batikstudio.export import period
from batikstudio.export.bands import (
    WORKERS,
    encoded_bands,
    even_cuts,
    max_band_rows,
    phased_cuts,
    sampled_bytes,
    strip_rows,
)
from batikstudio.export.base import BandSource
from tests.support.sources import of_image, picture, repeated


def _raw(rows: np.ndarray) -> tuple[bytes, int]:
    return rows.tobytes(), 0


def _counted(source: BandSource) -> tuple[BandSource, list[tuple[int, int]]]:
    asked: list[tuple[int, int]] = []

    def rows(start: int, stop: int) -> np.ndarray:
        asked.append((start, stop))
        return source.rows(start, stop)

    more = {"period_px": source.period_px, "rows_at_once": source.rows_at_once}
    return BandSource(source.width_px, source.height_px, source.px_per_mm, rows, **more), asked


@pytest.mark.parametrize("width", [1, 29_528, 100_000, 3_000_000, 5_000_000])
def test_a_band_holds_at_most_64_rows_and_4_megapixels(width):
    rows = max_band_rows(width)
    assert 1 <= rows <= 64
    assert rows == 1 or rows * width <= 4_000_000


@pytest.mark.parametrize(("height", "rows", "every"), [(100, 64, 1181), (5000, 64, 1181), (130, 64, 64), (7, 64, 3)])
def test_phased_cuts_cover_the_height_and_are_the_same_in_every_period(height, rows, every):
    cuts = phased_cuts(height, rows, every)
    assert cuts[0][0] == 0
    assert cuts[-1][1] == height
    assert all(before[1] == after[0] for before, after in itertools.pairwise(cuts))
    assert all(0 < stop - start <= rows for start, stop in cuts)
    whole = {(start % every, stop - start) for start, stop in cuts[:-1]}
    assert len(whole) <= -(-every // rows)


@pytest.mark.parametrize(
    ("every", "strip"),
    [(1184, 37), (1200, 60), (32, 64), (5, 60), (1181, 64), (2362, 64)],  # 1181 is prime, 2362 its double
)
def test_strips_fall_in_step_with_the_period_where_that_pays(every, strip):
    source = repeated(np.zeros((every, 4, 3), np.uint8), 8, 3 * every)
    assert strip_rows(source) == strip


def test_bands_come_in_order_and_hold_the_rows():
    image = picture(50, 333)
    source = of_image(image, rows_at_once=100)
    with closing(encoded_bands(source, even_cuts(333, 10), _raw, QUIET)) as bands:
        data = b"".join(band.data for band in bands)
    assert data == image.tobytes()


def test_bands_are_joined_to_what_the_source_renders_best():
    source, asked = _counted(of_image(picture(20, 100), rows_at_once=30))
    with closing(encoded_bands(source, even_cuts(100, 8), _raw, QUIET)) as bands:
        assert [band.rows for band in bands] == [8] * 12 + [4]
    assert sorted(asked) == [(0, 32), (32, 64), (64, 96), (96, 100)]


def test_a_repeat_is_rendered_once():
    tile = picture(30, 96)
    source, asked = _counted(repeated(tile, 75, 96 * 20 + 11))
    with closing(encoded_bands(source, phased_cuts(source.height_px, 64, 96), _raw, QUIET)) as bands:
        data = b"".join(band.data for band in bands)
    assert asked == [(0, 96)]
    assert data == source.rows(0, source.height_px).tobytes()


@pytest.mark.parametrize(("tall", "rows_at_once"), [(97, 64), (97, 10), (300, 128), (61, 200)])
def test_a_repeat_out_of_step_with_the_strips_is_still_rendered_about_once(tall, rows_at_once):
    tile = picture(30, tall)
    source, asked = _counted(replace(repeated(tile, 75, 1931), rows_at_once=rows_at_once))
    with closing(encoded_bands(source, even_cuts(1931, 16), _raw, QUIET)) as bands:
        data = b"".join(band.data for band in bands)
    rendered = sum(stop - start for start, stop in asked)
    assert rendered <= tall + 3 * (rows_at_once + 16)  # three groups may be under way before the first is known
    assert data == np.tile(tile, (32, 3, 1))[:1931, :75].tobytes()


def test_a_repeat_too_large_to_keep_is_rendered_again(monkeypatch):
    monkeypatch.setattr(period, "_MAX_TILE_BYTES", 1000)
    source, asked = _counted(repeated(picture(30, 97), 75, 970))
    with closing(encoded_bands(source, even_cuts(970, 16), _raw, QUIET)) as bands:
        data = b"".join(band.data for band in bands)
    assert sum(stop - start for start, stop in asked) == 970
    assert data == source.rows(0, 970).tobytes()


def test_what_is_kept_of_a_repeat_is_bounded(monkeypatch):
    monkeypatch.setattr(bands_module, "_KEPT_BYTES", 1)
    source = repeated(picture(30, 96), 75, 970)
    with closing(encoded_bands(source, phased_cuts(970, 16, 96), _raw, QUIET)) as bands:
        assert b"".join(band.data for band in bands) == source.rows(0, 970).tobytes()


def test_no_more_than_three_groups_are_under_way():
    image = picture(8, 400)
    taken, most = 0, 0

    def rows(start: int, stop: int) -> np.ndarray:
        nonlocal most
        most = max(most, start // 10 + 1 - taken)
        return image[start:stop]

    source = BandSource(8, 400, (10, 10), rows, rows_at_once=10)
    with closing(encoded_bands(source, even_cuts(400, 10), _raw, QUIET)) as bands:
        for _ in bands:
            time.sleep(0.001)
            taken += 1
    assert most <= WORKERS + 2  # the one just taken counts until the loop above has counted it


def test_cancelling_does_not_wait_for_a_band_that_is_being_rendered():
    release, started, asked = threading.Event(), threading.Event(), []

    def rows(start: int, stop: int) -> np.ndarray:
        asked.append(start)
        started.set()
        release.wait(20)
        return np.zeros((stop - start, 8, 3), np.uint8)

    source = BandSource(8, 640, (10, 10), rows)
    progress = Progress(cancelled=started.is_set)
    begun = time.perf_counter()
    try:
        with pytest.raises(Cancelled), closing(encoded_bands(source, even_cuts(640, 64), _raw, progress)) as bands:
            next(bands)
        assert time.perf_counter() - begun < 0.3
    finally:
        release.set()
    time.sleep(0.05)
    assert len(asked) <= WORKERS


def test_an_error_of_the_source_comes_through():
    def rows(start: int, stop: int) -> np.ndarray:
        if start >= 64:
            raise MemoryError
        return np.zeros((stop - start, 8, 3), np.uint8)

    with (
        pytest.raises(MemoryError),
        closing(encoded_bands(BandSource(8, 640, (1, 1), rows), even_cuts(640, 64), _raw, QUIET)) as bands,
    ):
        list(bands)


@pytest.mark.parametrize("wrong", [np.zeros((64, 8, 4), np.uint8), np.zeros((64, 8, 3), np.float32)])
def test_rows_of_another_shape_or_type_are_refused(wrong):
    source = BandSource(8, 64, (1, 1), lambda start, stop: wrong)
    with pytest.raises(TypeError), closing(encoded_bands(source, even_cuts(64, 64), _raw, QUIET)) as bands:
        next(bands)


def test_the_sample_tells_the_size_of_what_is_even():
    source = of_image(picture(40, 1000))
    assert sampled_bytes(source, _raw) == 40 * 1000 * 3
    assert sampled_bytes(of_image(picture(40, 7)), _raw) == 40 * 7 * 3
