"""Read back a TIFF strip by strip: Pillow reads the header, the standard library inflates."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import TiffImagePlugin

from batikstudio.export.readback import Mismatch, Readback

_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC = 256, 257, 258, 259, 262
_OFFSETS, _SAMPLES, _ROWS_PER_STRIP, _COUNTS = 273, 277, 278, 279
_X_RESOLUTION, _Y_RESOLUTION, _UNIT, _PREDICTOR = 282, 283, 296, 317
_EXTRA_SAMPLES, _PROFILE = 338, 34675
_NONE, _LZW, _DEFLATE = 1, 5, 8
_INCH = 2


@contextmanager
def read_tiff(path: Path) -> Iterator[Readback]:
    """Open a TIFF; its rows are read as they are asked for.

    Raises
    ------
    Mismatch
        ``structure`` if the file is not a whole TIFF of the kind we write.
    """
    with path.open("rb") as file:
        tags = _tags(file)
        width, height = int(tags[_WIDTH]), int(tags[_HEIGHT])
        kind = (tuple(tags[_BITS]), tags[_PHOTOMETRIC], tags[_SAMPLES], tags[_UNIT], tags.get(_EXTRA_SAMPLES))
        if kind != ((8, 8, 8), 2, 3, _INCH, None):
            raise Mismatch("structure")
        per_mm = (float(tags[_X_RESOLUTION]) / 25.4, float(tags[_Y_RESOLUTION]) / 25.4)
        yield Readback(width, height, per_mm, bytes(tags[_PROFILE]), _rows(file, tags, width, height))


def _tags(file: BinaryIO) -> TiffImagePlugin.ImageFileDirectory_v2:
    """Read the tags without Pillow's limit on pixels: nothing is decoded at once here."""
    try:
        tags = TiffImagePlugin.TiffImageFile(file).tag_v2
        for needed in (_OFFSETS, _COUNTS, _ROWS_PER_STRIP, _COMPRESSION, _PROFILE, _X_RESOLUTION, _Y_RESOLUTION, _UNIT):
            tags[needed]
    except (SyntaxError, KeyError, TypeError, ValueError, OSError):  # how Pillow says that a header is wrong
        raise Mismatch("structure") from None
    return tags


def _rows(
    file: BinaryIO, tags: TiffImagePlugin.ImageFileDirectory_v2, width: int, height: int
) -> Iterator[NDArray[np.uint8]]:
    per_strip = int(tags[_ROWS_PER_STRIP])
    places = list(zip(tags[_OFFSETS], tags[_COUNTS], strict=True))
    if len(places) != -(-height // per_strip):
        raise Mismatch("structure")
    for i, (offset, count) in enumerate(places):
        rows = min(per_strip, height - i * per_strip)
        file.seek(offset)
        data = _decoded(file.read(count), int(tags[_COMPRESSION]), rows * width * 3)
        strip = np.frombuffer(data, np.uint8).reshape(rows, width, 3)
        yield np.add.accumulate(strip, axis=1, dtype=np.uint8) if tags.get(_PREDICTOR, 1) == 2 else strip


def _decoded(data: bytes, compression: int, size_bytes: int) -> bytes:
    try:
        if compression == _DEFLATE:
            inflate = zlib.decompressobj()
            data = inflate.decompress(data, size_bytes + 1)
            if not inflate.eof:
                raise Mismatch("structure")
        elif compression == _LZW:
            data = bytes(imagecodecs.lzw_decode(data, out=size_bytes))
        elif compression != _NONE:
            raise Mismatch("structure")
    except (zlib.error, imagecodecs.LzwError):
        raise Mismatch("structure") from None
    if len(data) != size_bytes:
        raise Mismatch("structure")
    return data
