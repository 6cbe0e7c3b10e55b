"""Opening a ``.batik`` file."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path

from batikstudio.base.errors import BatikError
from batikstudio.design.document import Design
from batikstudio.design.schema import MOST_ITEMS, decode
from batikstudio.project.container import DOCUMENT, LARGEST_TOTAL, PREVIEW, unpack

MOST_VALUES = 25 * MOST_ITEMS
"""Items need fewer; a stranger's text of a few MB, all commas, would take a hundred times its size to build."""
_ASSETS = "assets/"


@dataclass(frozen=True)
class Loaded:
    """What was in the file: the design, its preview as PNG, and the version of the program that wrote it."""

    design: Design
    preview_png: bytes
    made_with: str


def load(path: Path) -> Loaded:
    """Open a design, from a stranger's file too.

    Raises
    ------
    BatikError
        ``file.not_found``, ``file.cannot_read``, or as `container.unpack` and `design.schema.decode`.
    """
    try:
        found = path.stat()
        if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):  # a device or a pipe would never end
            raise BatikError("file.not_a_design", path=str(path))
        size = found.st_size
        if size > LARGEST_TOTAL:
            raise BatikError("file.too_large", path=str(path), size_mb=size >> 20, limit_mb=LARGEST_TOTAL >> 20)
        data = path.read_bytes()
    except FileNotFoundError:
        raise BatikError("file.not_found", path=str(path)) from None
    except OSError as error:
        raise BatikError("file.cannot_read", path=str(path), reason=error.strerror or str(error)) from error
    content = unpack(data, str(path))
    assets = {}
    for name, blob in content.members.items():
        if name.startswith(_ASSETS):
            digest = name.removeprefix(_ASSETS).split(".")[0]
            if hashlib.sha256(blob).hexdigest() != digest:
                raise BatikError("file.damaged", path=str(path), readable=len(content.members))
            assets[digest] = blob
    if DOCUMENT not in content.members:
        raise BatikError("file.damaged", path=str(path), readable=len(content.members))
    if content.members[DOCUMENT].count(b",") > MOST_VALUES:
        raise BatikError("design.too_many_items", limit=MOST_ITEMS)
    design = decode(content.members[DOCUMENT], assets)
    return Loaded(design, content.members.get(PREVIEW, b""), content.manifest.made_with)
