"""Unsaved work, kept in the user's data folder and offered at the next start. Nothing here is ever deleted unasked."""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from batikstudio.base.atomic import replacing
from batikstudio.base.errors import BatikError
from batikstudio.design.document import Design
from batikstudio.project.lock import Lock

KEPT = 5
_SUFFIX = ".batik"
_ABOUT = "about.json"


@dataclass(frozen=True)
class Recovered:
    """Work of a session that did not end well.

    Attributes
    ----------
    folder, path : Path
        The session's folder and its newest readable design.
    title : str
    original : Path or None
        The file that was being worked on.
    revision : int
        Tells newer from older, whatever the clock says.
    design : Design
    preview_png : bytes
    """

    folder: Path
    path: Path
    title: str
    original: Path | None
    revision: int
    design: Design
    preview_png: bytes


class Autosave:
    """The autosaves of one running session: a ring of verified files in a folder of its own.

    Parameters
    ----------
    root : Path
        The folder of all autosaves.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root / secrets.token_hex(8)
        self._lock = Lock(self._folder / "lock")
        self._begun = False
        self._last = -1

    def keep(self, design: Design, preview_png: bytes, revision: int, original: Path | None) -> bool:
        """Save unsaved work as safely as a file; False if this revision is kept already.

        Raises
        ------
        BatikError
            As `project.save`.
        """
        from batikstudio.project import save

        if revision <= self._last:
            return False
        if not self._begun:
            self._begin()
        about = {"title": design.title, "original": str(original) if original else ""}
        with replacing(self._folder / _ABOUT) as temporary:
            temporary.write_text(json.dumps(about), encoding="utf-8")
        save(design, self._folder / f"{revision:08d}{_SUFFIX}", preview_png)
        self._last = revision
        for old in _newest_first(self._folder)[KEPT:]:
            with suppress(OSError):  # the new one is safe; what is too many is taken away next time
                old.unlink(missing_ok=True)
        return True

    def _begin(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
        except OSError as error:
            raise BatikError(
                "file.cannot_write", path=str(self._folder), reason=error.strerror or str(error)
            ) from error
        self._begun = True

    def end(self, all_saved: bool) -> None:
        """End the session well: what is in its file, or was given up by the person, needs no autosave."""
        if not self._begun:
            return
        self._lock.release()
        if all_saved:
            with suppress(OSError):  # what cannot be deleted is offered once more: better than a fault at the end
                discard(self._folder)
        self._begun, self._last = False, -1


def found(root: Path) -> tuple[Recovered, ...]:
    """Return the work of sessions that are gone; a damaged autosave is skipped for the one before it."""
    recovered = []
    try:
        folders = sorted(root.iterdir())
    except OSError:
        return ()
    for folder in folders:
        if folder.is_dir() and not Lock(folder / "lock").is_held_by_the_living():
            one = _newest_readable(folder)
            if one is not None:
                recovered.append(one)
    return tuple(recovered)


def _newest_first(folder: Path) -> list[Path]:
    return sorted((one for one in folder.glob(f"*{_SUFFIX}") if one.stem.isdecimal()), key=lambda one: -int(one.stem))


def _newest_readable(folder: Path) -> Recovered | None:
    from batikstudio.project import load

    try:
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        original = str(about["original"])
    except (OSError, ValueError, KeyError, TypeError):
        original = ""
    for path in _newest_first(folder):
        try:
            loaded = load(path)
        except BatikError:
            continue
        return Recovered(
            folder,
            path,
            loaded.design.title,
            Path(original) if original else None,
            int(path.stem),
            loaded.design,
            loaded.preview_png,
        )
    return None


def discard(folder: Path) -> None:
    """Delete the autosaves of one session: only on a person's word, or when all is saved."""
    for one in folder.glob("*"):
        one.unlink(missing_ok=True)
    if folder.is_dir():
        folder.rmdir()
