"""What the program remembers of a person: language, name, recent files. One frozen record, TOML on disk."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal

from batikstudio.base.atomic import replacing
from batikstudio.base.words import Language

VERSION = 1
MOST_RECENT = 10

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
    except (OSError, ValueError):
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
            known[one.name] = tuple(str(item) for item in value)[:MOST_RECENT]
        elif type(value) is type(defaults[one.name]):
            known[one.name] = value
    if known.get("language", "id") not in ("id", "en"):
        del known["language"]
    if known.get("theme", "light") not in ("light", "dark", "system"):
        del known["theme"]
    return Read(Settings(**known, unknown=table))


def save(settings: Settings, path: Path) -> None:
    """Write the settings; raises `BatikError` ``file.cannot_write``."""
    table: dict[str, Any] = {"version": VERSION} | asdict(settings)
    table |= table.pop("unknown")
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(f"{key} = {_toml(value)}\n" for key, value in table.items() if not isinstance(value, dict))
    with replacing(path) as temporary:
        temporary.write_text(text, encoding="utf-8")


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(one if one >= " " and one != "\x7f" else f"\\u{ord(one):04x}" for one in escaped) + '"'
