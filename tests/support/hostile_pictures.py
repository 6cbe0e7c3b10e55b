"""Pictures that lie, break off or burst: what strangers' files do to a reader."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
from PIL import Image


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_header(width: int, height: int, data: bytes = zlib.compress(b"\0" * 64)) -> bytes:
    """A PNG whose header claims a size that its few bytes do not hold."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def photo(width: int = 160, height: int = 120) -> Image.Image:
    y, x = np.mgrid[0:height, 0:width]
    return Image.fromarray(np.stack((x % 256, y % 256, (x + y) % 256), axis=-1).astype(np.uint8))


def jpeg_header(width: int, height: int) -> bytes:
    """A whole small JPEG that claims another size."""
    data = bytearray(encoded(photo(), "JPEG"))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def with_hole(data: bytes) -> bytes:
    """The same file with some bytes in its middle gone blank."""
    middle = len(data) // 2
    return data[:middle] + b"\0" * 16 + data[middle + 16 :]


def tiff_loop() -> bytes:
    """A TIFF whose first directory names itself as the next."""
    data = bytearray(encoded(photo(), "TIFF"))
    first = struct.unpack("<I", data[4:8])[0]
    count = struct.unpack("<H", data[first : first + 2])[0]
    data[first + 2 + 12 * count : first + 6 + 12 * count] = struct.pack("<I", first)
    return bytes(data)


HOSTILE: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "picture.unknown_kind"),
    "text": (b"mangga\n" * 40, "picture.unknown_kind"),
    "a program": (b"MZ\x90\0" + b"\0" * 400, "picture.unknown_kind"),
    "a gif": (encoded(photo(), "GIF"), "picture.unknown_kind"),
    "postscript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n", "picture.unknown_kind"),
    "a header alone": (b"\x89PNG\r\n\x1a\n", "picture.unknown_kind"),
    "100000 x 100000 png": (png_header(100_000, 100_000), "picture.too_large"),
    "60000 x 60000 jpeg": (jpeg_header(60_000, 60_000), "picture.too_large"),
    "2147483647 wide": (png_header(2**31 - 1, 1), "picture.too_large"),
    "no width": (png_header(0, 100), "picture.unknown_kind"),
    "one pixel": (encoded(photo(1, 1), "PNG"), "picture.too_small"),
    "a hair": (encoded(photo(4000, 3), "PNG"), "picture.too_small"),
    "png that claims more": (png_header(900, 900), "picture.damaged"),
    "png with a hole": (with_hole(encoded(photo(), "PNG")), "picture.damaged"),
}
