"""A PNG written in bands: each is compressed on its own, so bands can be made in parallel and used again.

The zlib stream inside the IDAT chunks is two bytes of header, raw deflate blocks that each end with a full flush, an
empty last block and the Adler-32 of everything, which is combined from those of the bands.

References
----------
.. [1] W3C, Portable Network Graphics (PNG) Specification, third edition.
.. [2] RFC 1950 and RFC 1951 (zlib, deflate).
"""

from __future__ import annotations

import struct
import zlib
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray

from batikstudio.base.progress import Progress
from batikstudio.export.bands import (
    Cut,
    crc_after,
    encoded_bands,
    even_cuts,
    max_band_rows,
    phased_cuts,
    sampled_bytes,
)
from batikstudio.export.base import BandSource
from batikstudio.export.profiles import srgb_profile
from batikstudio.export.software import SOFTWARE

SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGB = 2
NONE, UP = 0, 2
_LEVEL = 1
_ADLER_BASE = 65521


def write_png(source: BandSource, path: Path, progress: Progress) -> int:
    """Write an 8-bit RGB PNG, sRGB profile embedded, without alpha and without interlacing.

    Returns
    -------
    int
        CRC-32 of the pixels, row by row.
    """
    crc, adler = 0, 1
    with path.open("wb") as file, closing(encoded_bands(source, _cuts(source), encode_band, progress)) as bands:
        file.write(SIGNATURE)
        for kind, data in _header(source):
            _chunk(file, kind, data)
        _chunk(file, b"IDAT", b"\x78\x01")
        for band in bands:
            _chunk(file, b"IDAT", band.data)
            adler = adler_combine(adler, band.check, band.rows * (1 + 3 * source.width_px))
            crc = crc_after(crc, band, source.width_px)
        _chunk(file, b"IDAT", b"\x03\x00" + struct.pack(">I", adler))
        _chunk(file, b"IEND", b"")
    return crc


def expected_png_bytes(source: BandSource) -> int:
    """Estimate the size of the file from a sample of its rows."""
    return sampled_bytes(source, encode_band) + sum(12 + len(data) for _, data in _header(source)) + 100


def encode_band(rows: NDArray[np.uint8]) -> tuple[bytes, int]:
    """Filter and compress rows that need nothing from the rows above.

    Parameters
    ----------
    rows : ndarray of shape (n, width, 3), uint8

    Returns
    -------
    bytes
        Raw deflate, ended with a full flush.
    int
        Adler-32 of the filtered rows.
    """
    pixels = rows.reshape(len(rows), -1)
    filtered = np.empty((len(rows), 1 + pixels.shape[1]), np.uint8)
    filtered[:, 0] = UP
    filtered[0, 0] = NONE
    filtered[0, 1:] = pixels[0]
    np.subtract(pixels[1:], pixels[:-1], out=filtered[1:, 1:])
    deflate = isal_zlib.compressobj(_LEVEL, isal_zlib.DEFLATED, -isal_zlib.MAX_WBITS)
    data = deflate.compress(filtered) + deflate.flush(isal_zlib.Z_FULL_FLUSH)
    return data, isal_zlib.adler32(filtered)


def adler_combine(first: int, second: int, second_bytes: int) -> int:
    """Return the Adler-32 of two pieces of data laid end to end, from theirs and the length of the second."""
    low = ((first & 0xFFFF) + (second & 0xFFFF) - 1) % _ADLER_BASE
    high = ((first >> 16) + (second >> 16) + second_bytes * ((first & 0xFFFF) - 1)) % _ADLER_BASE
    return low | high << 16


def _cuts(source: BandSource) -> list[Cut]:
    rows = max_band_rows(source.width_px)
    if source.period_px is None:
        return even_cuts(source.height_px, rows)
    return phased_cuts(source.height_px, rows, source.period_px[1])


def _header(source: BandSource) -> list[tuple[bytes, bytes]]:
    """Return the chunks before the pixels; the resolution is a whole number of pixels per metre, as PNG has it."""
    per_metre = [max(1, round(1000 * per_mm)) for per_mm in source.px_per_mm]
    return [
        (b"IHDR", struct.pack(">IIBBBBB", source.width_px, source.height_px, 8, RGB, 0, 0, 0)),
        (b"iCCP", b"sRGB\0\0" + zlib.compress(srgb_profile(), 9)),
        (b"pHYs", struct.pack(">IIB", *per_metre, 1)),
        (b"tEXt", b"Software\0" + SOFTWARE.encode("latin-1")),
    ]


def _chunk(file: BinaryIO, kind: bytes, data: bytes) -> None:
    file.write(struct.pack(">I", len(data)) + kind)
    file.write(data)
    file.write(struct.pack(">I", isal_zlib.crc32(data, isal_zlib.crc32(kind))))
