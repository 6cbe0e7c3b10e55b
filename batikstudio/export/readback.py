"""What a finished file says of itself, compared with what it was made from."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.progress import Progress
from batikstudio.export.base import BandSource


class Mismatch(Exception):  # noqa: N818 - a finding; `write` makes the error of it
    """A file is not what it was meant to be.

    Attributes
    ----------
    what : str
        ``"structure"``, ``"size"``, ``"resolution"``, ``"profile"`` or ``"pixels"``.
    """

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(what)


@dataclass(frozen=True)
class Readback:
    """A picture file as a reader sees it.

    Attributes
    ----------
    width_px, height_px : int
    px_per_mm : tuple of float
    profile : bytes
        The embedded colour profile.
    rows : iterator of ndarray
        Blocks of rows from the top, uint8 (n, width, 3).
    """

    width_px: int
    height_px: int
    px_per_mm: tuple[float, float]
    profile: bytes
    rows: Iterator[NDArray[np.uint8]]


def compare(
    found: Readback, source: BandSource, profile: bytes, crc: int, progress: Progress, px_per_mm_error: float
) -> None:
    """Compare header and pixels with the source, in one pass and a few bands of memory.

    Parameters
    ----------
    found : Readback
    source : BandSource
    profile : bytes
        What should be embedded.
    crc : int
        CRC-32 of the pixels that were rendered.
    progress : Progress
    px_per_mm_error : float
        How far the resolution may be from the source's because of the way the format writes it.

    Raises
    ------
    Mismatch
    """
    if (found.width_px, found.height_px) != (source.width_px, source.height_px):
        raise Mismatch("size")
    if any(abs(a - b) > px_per_mm_error for a, b in zip(found.px_per_mm, source.px_per_mm, strict=True)):
        raise Mismatch("resolution")
    if found.profile != profile:
        raise Mismatch("profile")
    found_crc, row = 0, 0
    for block in found.rows:
        found_crc = zlib.crc32(np.ascontiguousarray(block).data, found_crc)
        row += len(block)
        progress.step(row / source.height_px)
    if row != source.height_px or found_crc != crc:
        raise Mismatch("pixels")
