"""A TIFF of RGB strips that are encoded on worker threads and laid down by tifffile.

References
----------
.. [1] Adobe, TIFF Revision 6.0 (1992), sections 8, 13 (LZW) and 14 (differencing predictor).
.. [2] Adobe Photoshop TIFF Technical Notes (2002): Deflate, 8.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import Literal

import imagecodecs
import numpy as np
import tifffile
from isal import isal_zlib
from numpy.typing import NDArray

from batikstudio.base.progress import Progress
from batikstudio.export.bands import Encode, crc_after, encoded_bands, even_cuts, sampled_bytes, strip_rows
from batikstudio.export.base import BandSource
from batikstudio.export.profiles import srgb_profile
from batikstudio.export.software import SOFTWARE

Compression = Literal["deflate", "lzw", "none"]

CLASSIC_LIMIT_BYTES = 3_900_000_000
"""Above this a file becomes a BigTIFF, which many programs refuse; classic TIFF ends at 4 GiB."""

_TAGS: dict[Compression, int] = {"deflate": 8, "lzw": 5, "none": 1}
_LEVEL = 1
_UINT32 = 2**32 - 1
_MM_TO_INCH = Fraction(127, 5)


class _TooLong(Exception):  # noqa: N818 - a signal inside this module
    """The strips outgrow a classic TIFF."""


def write_tiff(source: BandSource, path: Path, compression: Compression, progress: Progress) -> int:
    """Write an 8-bit RGB TIFF, sRGB profile embedded, without alpha; with predictor 2 unless uncompressed.

    It is a classic TIFF wherever that can hold it.

    Returns
    -------
    int
        CRC-32 of the pixels, row by row.
    """
    classic = source.size_bytes < CLASSIC_LIMIT_BYTES or expected_tiff_bytes(source, compression) < CLASSIC_LIMIT_BYTES
    if classic:
        try:
            return _write(source, path, compression, progress, big=False)
        except _TooLong:  # the sample promised less than the picture holds
            progress = Progress(cancelled=progress.cancelled)  # what was reported does not fall back
    return _write(source, path, compression, progress, big=True)


def expected_tiff_bytes(source: BandSource, compression: Compression) -> int:
    """Estimate the size of the file: exact but for the header when uncompressed, else from a sample of its rows."""
    pixels = source.size_bytes if compression == "none" else sampled_bytes(source, _encoder(compression))
    return pixels + len(srgb_profile()) + 1000 + 16 * (source.height_px // strip_rows(source) + 1)


def resolution(px_per_mm: float) -> tuple[int, int]:
    """Return pixels per inch as the fraction of 32-bit whole numbers that TIFF asks for.

    The simplest fraction that fits is found in pixels per mm, where a repeat of N pixels in so many mm is one: the
    result is then exact.
    """
    most = int(min(_UINT32 // 5, _UINT32 / (127 * max(px_per_mm, 1.0)) - 1))
    per_inch = Fraction(px_per_mm).limit_denominator(most) * _MM_TO_INCH
    return per_inch.numerator, per_inch.denominator


def _write(source: BandSource, path: Path, compression: Compression, progress: Progress, big: bool) -> int:
    crc = 0
    rows = strip_rows(source)
    cuts = even_cuts(source.height_px, rows)

    def strips() -> Iterator[bytes]:
        nonlocal crc
        written = 0
        for band in bands:
            written += len(band.data)
            if not big and written > CLASSIC_LIMIT_BYTES:
                raise _TooLong
            crc = crc_after(crc, band, source.width_px)
            yield band.data

    with (
        closing(encoded_bands(source, cuts, _encoder(compression), progress)) as bands,
        path.open("wb") as file,  # opened here, since tifffile hides what goes wrong when it closes a file of its own
        tifffile.TiffWriter(file, bigtiff=big, byteorder="<") as tiff,
    ):
        tiff.write(
            strips(),
            shape=(source.height_px, source.width_px, 3),
            dtype=np.uint8,
            photometric="rgb",
            planarconfig="contig",
            rowsperstrip=rows,
            compression=_TAGS[compression],
            predictor=2 if compression != "none" else None,
            resolution=(resolution(source.px_per_mm[0]), resolution(source.px_per_mm[1])),
            resolutionunit="inch",
            iccprofile=srgb_profile(),
            software=SOFTWARE,
            metadata=None,
        )
    return crc


def _encoder(compression: Compression) -> Encode:
    if compression == "none":
        return lambda rows: (rows.tobytes(), 0)
    if compression == "lzw":
        return lambda rows: (bytes(imagecodecs.lzw_encode(_differences(rows).tobytes())), 0)
    return lambda rows: (isal_zlib.compress(_differences(rows), _LEVEL), 0)


def _differences(rows: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Apply predictor 2: every pixel becomes its difference from the one to the left."""
    result = rows.copy()
    np.subtract(rows[:, 1:], rows[:, :-1], out=result[:, 1:])
    return result
