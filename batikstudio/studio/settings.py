"""What the program remembers of a person: language, name, recent files. One frozen record, TOML on disk."""

from __future__ import annotations

import datetime
import re
import tomllib
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal

from batikstudio.base.atomic import replacing
from batikstudio.base.errors import BatikError
from batikstudio.base.words import Language

VERSION = 1
MOST_RECENT = 10
SOONEST_AUTOSAVE_S, LATEST_AUTOSAVE_S = 5, 3600
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")

Theme = Literal["light", "dark", "system"]


@dataclass(frozen=True)
class Settings:
    """The settings.

    Attributes
    ----------
    language, theme : str
    author : str
        Stands in every new design; empty until the person was asked.
    recent : tuple of str
        The last files, the newest first.
    folder : str
        Where the last file was saved or exported.
    autosave_s : int
        How long unsaved work waits at most.
    window : str
        The window's own state, opaque.
    """

    language: Language = "id"
    theme: Theme = "light"
    author: str = ""
    recent: tuple[str, ...] = ()
    folder: str = ""
    autosave_s: int = 60
    window: str = ""
    unknown: dict[str, Any] = field(default_factory=dict)

    def with_recent(self, path: Path) -> Settings:
        """Return the settings with a file as the newest."""
        name = str(path.absolute())
        rest = tuple(one for one in self.recent if one != name)
        return replace(self, recent=(name, *rest)[:MOST_RECENT], folder=str(path.absolute().parent))


@dataclass(frozen=True)
class Read:
    """Settings as they were found, and whether a damaged file had to be moved aside."""

    settings: Settings
    set_aside: Path | None = None


def load(path: Path) -> Read:
    """Read the settings; a damaged file is moved aside, values that do not fit take their defaults."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Read(Settings())
    except (OSError, ValueError, RecursionError):
        aside = path.with_suffix(".damaged.toml")
        try:
            path.replace(aside)
        except OSError:
            return Read(Settings())
        return Read(Settings(), aside)
    table.pop("version", None)
    defaults = asdict(Settings())
    known: dict[str, Any] = {}
    for one in fields(Settings):
        value = table.pop(one.name, None)
        if one.name == "unknown" or value is None:
            continue
        if isinstance(defaults[one.name], tuple) and isinstance(value, list):
            known[one.name] = tuple(item for item in value if isinstance(item, str) and _is_plain(item))[:MOST_RECENT]
        elif type(value) is type(defaults[one.name]) and _is_plain(value):
            known[one.name] = value
    if known.get("language", "id") not in ("id", "en"):
        del known["language"]
    if known.get("theme", "light") not in ("light", "dark", "system"):
        del known["theme"]
    if not SOONEST_AUTOSAVE_S <= known.get("autosave_s", SOONEST_AUTOSAVE_S) <= LATEST_AUTOSAVE_S:
        del known["autosave_s"]
    return Read(Settings(**known, unknown=table))


def save(settings: Settings, path: Path) -> None:
    """Write the settings; raises `BatikError` ``file.cannot_write``."""
    table: dict[str, Any] = {"version": VERSION} | asdict(settings)
    table |= table.pop("unknown")
    text = "".join(f"{_key(key)} = {_toml(value)}\n" for key, value in table.items())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BatikError("file.cannot_write", path=str(path), reason=error.strerror or str(error)) from error
    with replacing(path) as temporary:
        temporary.write_text(text, encoding="utf-8")


def _is_plain(value: object) -> bool:
    """Whether a text can be part of a path, which never holds a zero character."""
    return not isinstance(value, str) or "\0" not in value


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _toml(key)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key)} = {_toml(item)}" for key, item in value.items()) + "}"
    # A file's name of broken bytes comes as halves of surrogates, which no text file can hold.
    escaped = str(value).encode("utf-8", "replace").decode().replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(one if one >= " " and one != "\x7f" else f"\\u{ord(one):04x}" for one in escaped) + '"'
