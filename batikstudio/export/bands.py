"""Turn a source into encoded bands, in order, with a few threads and little memory."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray

from batikstudio.base.errors import Cancelled
from batikstudio.base.progress import Progress
from batikstudio.export.base import BandSource
from batikstudio.export.period import rendered_once

WORKERS = 2
MAX_BAND_ROWS = 64
_MAX_BAND_PX = 4_000_000
_KEPT_BYTES = 64 << 20
_CANCEL_POLL_S = 0.05
_SAMPLES = 5
_SAMPLE_ROWS = 16

Cut = tuple[int, int]
Encode = Callable[[NDArray[np.uint8]], tuple[bytes, int]]
"""Encodes rows: uint8 (n, width, 3), C-contiguous, to bytes and a checksum of the codec's own (0 where it has none)."""


@dataclass(frozen=True)
class Band:
    """Some rows, encoded.

    Attributes
    ----------
    rows : int
    crc : int
        CRC-32 of the pixels.
    data : bytes
    check : int
        The codec's own checksum.
    """

    rows: int
    crc: int
    data: bytes
    check: int


def max_band_rows(width_px: int) -> int:
    """Return how many rows a band may hold: at most 64, and at most 4 megapixels."""
    return max(1, min(MAX_BAND_ROWS, _MAX_BAND_PX // width_px))


def even_cuts(height_px: int, rows: int) -> list[Cut]:
    """Cut ``height_px`` rows into bands of ``rows``; the last may be shorter."""
    return [(start, min(start + rows, height_px)) for start in range(0, height_px, rows)]


def phased_cuts(height_px: int, rows: int, period_px: int) -> list[Cut]:
    """Cut into bands of at most ``rows`` that begin anew with each period, so that all periods hold the same bands."""
    parts = -(-period_px // rows)
    marks = [period_px * part // parts for part in range(parts)]
    starts = [top + mark for top in range(0, height_px, period_px) for mark in marks if top + mark < height_px]
    return list(zip(starts, [*starts[1:], height_px], strict=True))


def strip_rows(source: BandSource) -> int:
    """Return the height of strips that are all equally high: one that falls in step with the period if any does well.

    A strip in step divides the period or is a multiple of it; in-step strips under 8 rows cost more than they save.
    """
    most = max_band_rows(source.width_px)
    if source.period_px is not None:
        period = source.period_px[1]
        in_step = next((rows for rows in range(most, 0, -1) if period % rows == 0 or rows % period == 0), 1)
        if in_step >= min(8, most):
            return in_step
    return most


def encoded_bands(
    source: BandSource, cuts: Sequence[Cut], encode: Encode, progress: Progress
) -> Generator[Band, None, None]:
    """Render and encode the bands between ``cuts`` on worker threads and yield them in order.

    At most ``WORKERS + 1`` groups of bands are ahead of the reader. Close the generator (``contextlib.closing``) when
    it is left early.

    Raises
    ------
    Cancelled
        Within some 50 ms of the person's word; a band that is being rendered is finished in its thread and dropped.
    """
    pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="export")
    waiting: deque[tuple[Future[list[Band]], int, bool]] = deque()
    known: dict[Cut, Future[list[Band]]] = {}
    kept_bytes = 0
    source = rendered_once(source)
    phases = Counter(_phase(source, group) for group in _groups(source, cuts))
    groups = _groups(source, cuts)
    try:
        while True:
            while len(waiting) <= WORKERS and (group := next(groups, None)):
                phase = _phase(source, group)
                future = known.get(phase)
                keep = future is None and phases[phase] > 1 and kept_bytes < _KEPT_BYTES
                future = future or pool.submit(_encode_group, source, group, encode)
                if keep:
                    known[phase] = future
                waiting.append((future, group[-1][1], keep))
            if not waiting:
                return
            future, stop, keep = waiting.popleft()
            bands = _result(future, progress)
            kept_bytes += sum(len(band.data) for band in bands) if keep else 0
            yield from bands
            progress.step(stop / source.height_px)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def crc_after(crc: int, band: Band, width_px: int) -> int:
    """Return the CRC-32 of the rows so far, of CRC ``crc``, followed by ``band``."""
    return int(isal_zlib.crc32_combine(crc, band.crc, band.rows * width_px * 3))


def sampled_bytes(source: BandSource, encode: Encode) -> int:
    """Estimate the encoded size of the whole from a few thin bands spread evenly over the height."""
    rows = min(_SAMPLE_ROWS, source.height_px)
    count = min(_SAMPLES, -(-source.height_px // rows))
    starts = [(source.height_px - rows) * i // max(count - 1, 1) for i in range(count)]
    sizes = [len(_encode_band(source, start, start + rows, encode).data) for start in starts]
    return sum(sizes) * source.height_px // (rows * count)


def _groups(source: BandSource, cuts: Sequence[Cut]) -> Iterator[Sequence[Cut]]:
    """Join bands into groups of about the height that the source renders best, beginning anew with each period."""
    period = source.period_px[1] if source.period_px else source.height_px
    first = 0
    for i, (_, stop) in enumerate(cuts):
        if stop - cuts[first][0] >= source.rows_at_once or stop % period == 0 or i == len(cuts) - 1:
            yield cuts[first : i + 1]
            first = i + 1


def _phase(source: BandSource, group: Sequence[Cut]) -> Cut:
    """Return where in the period a group lies and how high it is; groups of one phase are equal."""
    period = source.period_px[1] if source.period_px else source.height_px
    start, stop = group[0][0], group[-1][1]
    return start % period, stop - start


def _encode_group(source: BandSource, group: Sequence[Cut], encode: Encode) -> list[Band]:
    top, bottom = group[0][0], group[-1][1]
    rows = _rows(source, top, bottom)
    return [_encoded(rows[start - top : stop - top], encode) for start, stop in group]


def _encode_band(source: BandSource, start: int, stop: int, encode: Encode) -> Band:
    return _encoded(_rows(source, start, stop), encode)


def _encoded(rows: NDArray[np.uint8], encode: Encode) -> Band:
    data, check = encode(rows)
    return Band(len(rows), isal_zlib.crc32(rows), data, check)


def _rows(source: BandSource, start: int, stop: int) -> NDArray[np.uint8]:
    rows = source.rows(start, stop)
    if rows.shape != (stop - start, source.width_px, 3) or rows.dtype != np.uint8:
        raise TypeError(f"rows {start} to {stop} came as {rows.dtype} of shape {rows.shape}")
    return np.ascontiguousarray(rows)


def _result(future: Future[list[Band]], progress: Progress) -> list[Band]:
    while not wait([future], timeout=_CANCEL_POLL_S).done:
        if progress.cancelled():
            raise Cancelled
    return future.result()
