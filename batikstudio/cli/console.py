"""What a command prints: a table or JSON on stdout, progress and complaints on stderr."""

from __future__ import annotations

import json
import sys
import time

from batikstudio.base.errors import BatikError
from batikstudio.base.progress import Progress
from batikstudio.base.words import Language

_BAR = 30


class Console:
    """The two streams, in the person's language."""

    def __init__(self, language: Language, as_json: bool = False) -> None:
        self.language: Language = language
        self.as_json = as_json
        self._shown = 0.0
        self._bar_open = False

    def print(self, text: str = "") -> None:
        """Print a line for people; nothing where JSON was asked for."""
        if not self.as_json:
            print(text)

    def answer(self, value: object) -> None:
        """Print the one JSON value of a command."""
        print(json.dumps(value, ensure_ascii=False, indent=1))

    def table(self, rows: list[tuple[str, ...]]) -> None:
        """Print rows in columns as wide as their widest cell."""
        widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))] if rows else []
        for row in rows:
            self.print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())

    def complain(self, error: BatikError) -> None:
        """Print one line that says what happened, what is safe and what to do."""
        from batikstudio.studio.i18n import Translator
        from batikstudio.studio.messages import message

        self.end_progress()
        print(f"batikstudio: {message(error, Translator(self.language))}", file=sys.stderr)

    def progress(self) -> Progress:
        """Return a progress that draws a bar on a terminal, and nothing elsewhere."""
        return Progress(self._draw) if sys.stderr.isatty() else Progress()

    def _draw(self, done: float) -> None:
        now = time.monotonic()
        if now - self._shown < 0.1 and done < 1:
            return
        self._shown, self._bar_open = now, True
        full = round(done * _BAR)
        print(f"\r[{'#' * full}{'.' * (_BAR - full)}] {done:4.0%}", end="", file=sys.stderr, flush=True)
        if done >= 1:
            self.end_progress()

    def end_progress(self) -> None:
        """Leave the line of the bar."""
        if self._bar_open:
            print(file=sys.stderr)
        self._bar_open = False
