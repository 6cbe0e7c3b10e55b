"""Read back a PNG of ours in blocks of rows; shares nothing with the writer but the specification.

It inflates with the standard library, checks every chunk and refuses whatever `png_writer` does not write.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from batikstudio.export.readback import Mismatch, Readback

_BLOCK_BYTES = 4 << 20
_PIECE_BYTES = 1 << 18
_BEFORE_PIXELS = (b"IHDR", b"iCCP", b"pHYs", b"tEXt")


@contextmanager
def read_png(path: Path) -> Iterator[Readback]:
    """Open a PNG; its rows are read as they are asked for.

    Raises
    ------
    Mismatch
        ``structure`` if the file is not a whole PNG of the kind we write.
    """
    with path.open("rb") as file:
        if file.read(8) != b"\x89PNG\r\n\x1a\n":
            raise Mismatch("structure")
        head = {kind: _whole_chunk(file, kind) for kind in _BEFORE_PIXELS}
        try:
            width, height, *rest = struct.unpack(">IIBBBBB", head[b"IHDR"])
            x_per_metre, y_per_metre, unit = struct.unpack(">IIB", head[b"pHYs"])
            profile = zlib.decompress(head[b"iCCP"].split(b"\0\0", 1)[1])
        except (struct.error, IndexError, zlib.error):
            raise Mismatch("structure") from None
        if rest != [8, 2, 0, 0, 0] or unit != 1:
            raise Mismatch("structure")
        yield Readback(width, height, (x_per_metre / 1000, y_per_metre / 1000), profile, _rows(file, width, height))


def _rows(file: BinaryIO, width: int, height: int) -> Iterator[NDArray[np.uint8]]:
    """Inflate and unfilter; the filters None and Up only."""
    stride = 1 + 3 * width
    above = np.zeros(stride - 1, np.uint8)
    inflated = _inflated(file)
    waiting = bytearray()
    left = height
    while left:
        wanted = min(left, max(1, _BLOCK_BYTES // stride))
        while len(waiting) < wanted * stride:
            piece = next(inflated, None)
            if piece is None:
                raise Mismatch("structure")
            waiting += piece
        block = np.frombuffer(bytes(waiting[: wanted * stride]), np.uint8).reshape(wanted, stride)
        del waiting[: wanted * stride]
        rows = _unfiltered(block, above)
        above = rows[-1]
        left -= wanted
        yield rows.reshape(wanted, width, 3)
    if waiting or next(inflated, None) is not None or file.read(1):
        raise Mismatch("structure")


def _unfiltered(block: NDArray[np.uint8], above: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Undo the filters of rows whose first byte names them; ``above`` is the row before, already undone."""
    rows = block[:, 1:].copy()
    for i, kind in enumerate(block[:, 0].tolist()):
        if kind == 2:
            rows[i] += rows[i - 1] if i else above
        elif kind != 0:
            raise Mismatch("structure")
    return rows


def _inflated(file: BinaryIO) -> Iterator[bytes]:
    """Yield what the IDAT chunks hold, in pieces of bounded size, to the end of the file."""
    inflate = zlib.decompressobj()
    try:
        for piece in _image_data(file):
            data = piece
            while data:
                if block := inflate.decompress(data, _BLOCK_BYTES):
                    yield block
                data = inflate.unconsumed_tail
    except zlib.error:
        raise Mismatch("structure") from None
    if not inflate.eof or inflate.unused_data:
        raise Mismatch("structure")


def _image_data(file: BinaryIO) -> Iterator[bytes]:
    """Yield the content of the IDAT chunks, checked; nothing but IEND may follow them."""
    while True:
        length, kind = _chunk_head(file)
        if kind == b"IEND" and length == 0:
            _check_crc(file, zlib.crc32(kind))
            return
        if kind != b"IDAT":
            raise Mismatch("structure")
        crc = zlib.crc32(kind)
        while length:
            piece = file.read(min(length, _PIECE_BYTES))
            if not piece:
                raise Mismatch("structure")
            crc = zlib.crc32(piece, crc)
            length -= len(piece)
            yield piece
        _check_crc(file, crc)


def _whole_chunk(file: BinaryIO, kind: bytes) -> bytes:
    length, found = _chunk_head(file)
    if found != kind or length > _PIECE_BYTES:
        raise Mismatch("structure")
    data = file.read(length)
    _check_crc(file, zlib.crc32(kind + data))
    return data


def _chunk_head(file: BinaryIO) -> tuple[int, bytes]:
    head = file.read(8)
    if len(head) != 8:
        raise Mismatch("structure")
    return int.from_bytes(head[:4], "big"), head[4:]


def _check_crc(file: BinaryIO, crc: int) -> None:
    if file.read(4) != crc.to_bytes(4, "big"):
        raise Mismatch("structure")
