"""Saving: snapshot, temporary file, read back, replace; only then is it saved."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from batikstudio.base.atomic import replacing
from batikstudio.base.errors import BatikError
from batikstudio.design.document import Design
from batikstudio.design.schema import encode
from batikstudio.project.container import pack
from batikstudio.project.load import load
from batikstudio.project.lock import runs

ASSET_SUFFIX = ".svg"
ABANDONED_S = 3600.0


def save(design: Design, path: Path, preview_png: bytes) -> None:
    """Save a design; when this returns, the file holds it and the disk has it.

    Parameters
    ----------
    design : Design
    path : Path
        Replaced only once the new file was read back and found equal.
    preview_png : bytes
        A PNG picture of at most 512 px a side, for file managers.

    Raises
    ------
    BatikError
        ``file.cannot_write`` with the reason, ``file.not_equal`` if what was read back differs, or as
        `design.schema.encode`. The old file is then untouched.
    """
    data = pack(encode(design), preview_png, {digest + ASSET_SUFFIX: blob for digest, blob in design.assets.items()})

    def verify(temporary: Path) -> None:
        try:
            same = load(temporary).design == design
        except BatikError as error:
            raise BatikError("file.not_equal", path=str(path)) from error
        if not same:
            raise BatikError("file.not_equal", path=str(path))

    with replacing(path, verify) as temporary:
        temporary.write_bytes(data)
    _sweep(path)


def _sweep(path: Path) -> None:
    """Remove what earlier saves of this very file left when they were killed.

    Only our own temporaries of this name, an hour older than the file by its disk's own clock, and of no process that
    runs here: another computer may be saving to the same folder.
    """
    mine = re.compile(re.escape(f".{path.name[:80]}.") + r"(\d+)\.[0-9a-f]{8}\.batik-tmp")
    with suppress(OSError):
        saved_s = path.stat().st_mtime
        for one in path.absolute().parent.iterdir():
            found = mine.fullmatch(one.name)
            if found and not runs(int(found[1])) and saved_s - one.stat().st_mtime > ABANDONED_S:
                one.unlink(missing_ok=True)
