"""What arrived at the window, as JSON lines, for tests that drive a real window."""

from __future__ import annotations

import json
import os
from pathlib import Path

VARIABLE = "BATIK_EVENTLOG"


class EventLog:
    """Appends one JSON object a line, flushed at once; silent unless the environment names a file."""

    def __init__(self) -> None:
        name = os.environ.get(VARIABLE)
        self._file = Path(name).open("a", encoding="utf-8", buffering=1) if name else None  # noqa: SIM115

    def write(self, event: str, **facts: object) -> None:
        """Append an event of a kind: ``press``, ``move``, ``release``, ``wheel``, ``action``, ``rendered``."""
        if self._file:
            self._file.write(json.dumps({"ev": event, **facts}, default=str) + "\n")

    def close(self) -> None:
        """Close the file."""
        if self._file:
            self._file.close()
            self._file = None
