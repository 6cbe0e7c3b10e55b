"""Read back a TIFF of ours strip by strip; shares nothing with the writer but the specification.

It reads the directory itself, inflates with the standard library and refuses whatever `tiff_writer` does not write.

References
----------
.. [1] Adobe, TIFF Revision 6.0 (1992), section 2. BigTIFF: libtiff, "The BigTIFF File Format" (2004).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from batikstudio.base.units import MM_PER_INCH
from batikstudio.export.readback import Mismatch, Readback

Tags = dict[int, tuple[int, ...] | bytes]

_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC = 256, 257, 258, 259, 262
_OFFSETS, _SAMPLES, _ROWS_PER_STRIP, _COUNTS = 273, 277, 278, 279
_X_RESOLUTION, _Y_RESOLUTION, _PLANAR, _UNIT, _PREDICTOR = 282, 283, 284, 296, 317
_EXTRA_SAMPLES, _PROFILE = 338, 34675
_KIND = {_BITS: (8, 8, 8), _PHOTOMETRIC: (2,), _SAMPLES: (3,), _PLANAR: (1,), _UNIT: (2,)}
_NONE, _LZW, _DEFLATE = 1, 5, 8
_BYTES, _ASCII, _UNDEFINED = 1, 2, 7
_NUMBERS = {
    3: ("H", 1),
    4: ("I", 1),
    5: ("I", 2),
    16: ("Q", 1),
}  # by the type of a tag: the code of a number, and how many make a value


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
        if any(tags.get(tag) != value for tag, value in _KIND.items()) or _EXTRA_SAMPLES in tags:
            raise Mismatch("structure")
        profile = tags.get(_PROFILE)
        if not isinstance(profile, bytes):
            raise Mismatch("profile")
        (width,), (height,) = _values(tags, _WIDTH, 1), _values(tags, _HEIGHT, 1)
        per_inch = [
            above / max(below, 1) for above, below in (_values(tags, _X_RESOLUTION, 2), _values(tags, _Y_RESOLUTION, 2))
        ]
        per_mm = (per_inch[0] / MM_PER_INCH, per_inch[1] / MM_PER_INCH)
        yield Readback(width, height, per_mm, profile, _rows(file, tags, width, height))


def _tags(file: BinaryIO) -> Tags:
    """Read the first directory of a little-endian classic or Big TIFF."""
    head = _read_at(file, 0, 8)
    if head[:4] == b"II\x2a\0":
        start, count_code, entry_code = int.from_bytes(head[4:], "little"), "<H", "<HHI4s"
    elif head == b"II\x2b\0\x08\0\0\0":
        start, count_code, entry_code = int.from_bytes(_read_at(file, 8, 8), "little"), "<Q", "<HHQ8s"
    else:
        raise Mismatch("structure")
    count_size, entry_size = struct.calcsize(count_code), struct.calcsize(entry_code)
    (count,) = struct.unpack(count_code, _read_at(file, start, count_size))
    if count > 100:
        raise Mismatch("structure")
    entries = struct.iter_unpack(entry_code, _read_at(file, start + count_size, count * entry_size))
    return {tag: _value(file, kind, number, field) for tag, kind, number, field in entries}


def _value(file: BinaryIO, kind: int, number: int, field: bytes) -> tuple[int, ...] | bytes:
    """Return a tag's numbers, or its bytes; ``field`` holds them if they are short, else where they are."""
    code, each = _NUMBERS.get(kind, ("B", 1))
    if kind not in _NUMBERS and kind not in (_BYTES, _ASCII, _UNDEFINED):
        raise Mismatch("structure")
    size = struct.calcsize(code) * each * number
    data = field[:size] if size <= len(field) else _read_at(file, int.from_bytes(field, "little"), size)
    return struct.unpack(f"<{number * each}{code}", data) if kind in _NUMBERS else data


def _values(tags: Tags, tag: int, count: int | None = None) -> tuple[int, ...]:
    value = tags.get(tag)
    if not isinstance(value, tuple) or (count is not None and len(value) != count):
        raise Mismatch("structure")
    return value


def _rows(file: BinaryIO, tags: Tags, width: int, height: int) -> Iterator[NDArray[np.uint8]]:
    (per_strip,), (compression,) = _values(tags, _ROWS_PER_STRIP, 1), _values(tags, _COMPRESSION, 1)
    offsets, counts = _values(tags, _OFFSETS), _values(tags, _COUNTS)
    if not per_strip or not len(offsets) == len(counts) == -(-height // per_strip):
        raise Mismatch("structure")
    for i, (offset, count) in enumerate(zip(offsets, counts, strict=True)):
        rows = min(per_strip, height - i * per_strip)
        data = _decoded(_read_at(file, offset, count), compression, rows * width * 3)
        strip = np.frombuffer(data, np.uint8).reshape(rows, width, 3)
        yield np.add.accumulate(strip, axis=1, dtype=np.uint8) if tags.get(_PREDICTOR) == (2,) else strip


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


def _read_at(file: BinaryIO, offset: int, size: int) -> bytes:
    """Read exactly ``size`` bytes; never asks for memory beyond what the file holds."""
    if offset + size > file.seek(0, 2):
        raise Mismatch("structure")
    file.seek(offset)
    return file.read(size)
