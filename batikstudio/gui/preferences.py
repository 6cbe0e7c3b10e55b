"""The settings of the person, kept on disk as they change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from batikstudio.base.errors import BatikError
from batikstudio.studio import folders, settings
from batikstudio.studio.settings import Settings


class Preferences:
    """Holds the settings and writes them; a folder that cannot be written costs the person nothing but memory."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or folders.config() / "settings.toml"
        found = settings.load(self._path)
        self.settings: Settings = found.settings
        self.set_aside = found.set_aside

    def change(self, **values: Any) -> None:
        """Set some settings and write them."""
        self._write(replace(self.settings, **values))

    def used(self, path: Path) -> None:
        """Remember a file as the newest."""
        self._write(self.settings.with_recent(path))

    def _write(self, new: Settings) -> None:
        self.settings = new
        try:
            settings.save(new, self._path)
        except (BatikError, OSError):
            return
