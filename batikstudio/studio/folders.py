"""Where the program keeps what belongs to the person who uses it."""

from __future__ import annotations

from pathlib import Path

import platformdirs

NAME = "batikstudio"


def data() -> Path:
    """Return the folder of autosaves and of the person's own motifs."""
    return platformdirs.user_data_path(NAME, appauthor=False)


def motifs() -> Path:
    """Return the folder of the person's own motifs."""
    return data() / "motifs"


def config() -> Path:
    """Return the folder of the settings."""
    return platformdirs.user_config_path(NAME, appauthor=False)


def documents() -> Path:
    """Return the folder in which file dialogs begin."""
    return platformdirs.user_documents_path()
