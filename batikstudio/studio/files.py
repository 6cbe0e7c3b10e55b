"""Designs and files by their paths, with a preview made along the way: what the command line and the window share."""

from __future__ import annotations

from pathlib import Path

from batikstudio.base.atomic import replacing
from batikstudio.base.errors import BatikError
from batikstudio.design.document import Design

LARGEST_BYTES = 20 << 20


def load(path: Path) -> Design:
    """Open a design; raises `BatikError` as `project.load`."""
    from batikstudio.project import load as read

    return read(path).design


def save(design: Design, path: Path) -> None:
    """Save a design with its preview; raises `BatikError` as `project.save`, and then the old file is untouched."""
    from batikstudio.project import save as write
    from batikstudio.studio.thumbnails import preview_png

    write(design, path, preview_png(design))


def read_bytes(path: Path, largest: int = LARGEST_BYTES) -> bytes:
    """Return a file's content, of at most ``largest`` bytes.

    Raises
    ------
    BatikError
        ``file.not_found``, ``file.cannot_read`` or ``file.too_large``.
    """
    try:
        with path.open("rb") as file:  # which may be a pipe, whose size nobody knows, or a device without an end
            data = file.read(largest + 1)
        if len(data) > largest:
            size = max(path.stat().st_size, len(data))
            raise BatikError("file.too_large", path=str(path), size_mb=size >> 20, limit_mb=largest >> 20)
        return data
    except FileNotFoundError:
        raise BatikError("file.not_found", path=str(path)) from None
    except OSError as error:
        raise BatikError("file.cannot_read", path=str(path), reason=error.strerror or str(error)) from error


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file that replaces an older one only when it is whole; raises `BatikError` ``file.cannot_write``."""
    with replacing(path) as temporary:
        temporary.write_bytes(data)
