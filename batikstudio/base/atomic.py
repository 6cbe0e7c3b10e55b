"""Replace a file only when its successor is whole: nothing a person made is lost by a failure."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from batikstudio.base.errors import BatikError

_TEMPORARY_SUFFIX = ".batik-tmp"
_WINDOWS_BUSY = (5, 32, 33)  # access denied, sharing violation, lock violation: a scanner or a sync holds the file


@contextmanager
def replacing(path: Path, verify: Callable[[Path], None] | None = None) -> Iterator[Path]:
    """Write to a temporary file in the same folder, verify it, and only then put it in the place of ``path``.

    The sequence is: write, flush to disk, read back (``verify``), replace, flush the folder. Whatever fails, the old
    file stays untouched and the temporary file is removed.

    Parameters
    ----------
    path : Path
        The file to replace or to make.
    verify : callable, optional
        Called with the temporary file once it is on disk; raises if the file is not what it should be.

    Yields
    ------
    Path
        The temporary file to write.

    Raises
    ------
    BatikError
        ``file.cannot_write`` with the folder's or the disk's reason.
    """
    path = path.absolute()
    temporary = path.with_name(f".{path.name[:80]}.{os.getpid()}.{secrets.token_hex(4)}{_TEMPORARY_SUFFIX}")
    try:
        if path.is_dir():
            raise IsADirectoryError(21, "Is a directory", str(path))
        yield temporary
        flush_to_disk(temporary)
        if verify is not None:
            verify(temporary)
        _replace(temporary, path)
        flush_to_disk(path.parent)
    except OSError as error:
        raise BatikError("file.cannot_write", path=str(path), reason=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def flush_to_disk(path: Path) -> None:
    """Ask the system to put a file or a folder on the disk itself; folders cannot be flushed on Windows."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _replace(source: Path, target: Path) -> None:
    """Replace ``target``; on Windows wait up to 2.5 s for a program that holds it."""
    wait_s = 0.05
    while True:
        try:
            source.replace(target)
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in _WINDOWS_BUSY or wait_s > 1.0:
                raise
        time.sleep(wait_s)
        wait_s *= 2
