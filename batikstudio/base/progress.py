"""How long work tells how far it is, and how it learns that it is no longer wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from batikstudio.base.errors import Cancelled


def _silent(_done: float) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Progress:
    """Passed to every function that may take longer than a blink.

    Attributes
    ----------
    report : callable
        Called with the share that is done, 0 to 1, never falling.
    cancelled : callable
        Asked between bands; once it answers True the work stops with `Cancelled`.
    """

    report: Callable[[float], None] = _silent
    cancelled: Callable[[], bool] = _never

    def step(self, done: float) -> None:
        """Report ``done`` (0 to 1), or raise `Cancelled` if the person has stopped the work."""
        if self.cancelled():
            raise Cancelled
        self.report(min(max(done, 0.0), 1.0))

    def part(self, start: float, end: float) -> Progress:
        """Return the progress of one part of this work, which runs from ``start`` to ``end`` of the whole."""
        return Progress(lambda done: self.report(start + (end - start) * done), self.cancelled)


QUIET = Progress()
