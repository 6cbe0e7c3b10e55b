"""What the start page has found and drawn: it outlives the page, which is made anew for a language or a palette."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from batikstudio.base.progress import Progress
from batikstudio.studio.jobs import Job, Jobs

if TYPE_CHECKING:
    from batikstudio.studio.autosave import Recovered

LANE = "start.pictures"
Make = Callable[[], object]


@dataclass
class Shelf:
    """Kept by the window while it lives.

    Attributes
    ----------
    autosaves : Path
        The folder of all autosaves, which is looked into once.
    recovered : tuple of Recovered or None
        Work that was not saved and that the person has not decided on; None until it was looked for.
    found : dict
        What was made in the worker, by key: pictures of templates, recent files.
    """

    autosaves: Path
    recovered: tuple[Recovered, ...] | None = None
    found: dict[str, object] = field(default_factory=dict)

    def settle(self, one: Recovered) -> None:
        """Offer this work no longer until the next start."""
        self.recovered = tuple(other for other in self.recovered or () if other.folder != one.folder)


class Errands:
    """Makes things one after another in a worker, so that the page fills from the top and two cores stay free."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._waiting: list[tuple[Make, Callable[[object], None]]] = []
        self._job: Job | None = None

    def send(self, make: Make, done: Callable[[object], None]) -> None:
        """Have something made; ``done`` gets it in the window's thread, or never where making it failed."""
        self._waiting.append((make, done))
        if self._job is None:
            self._next()

    def send_all(self, errands: Iterable[tuple[Make, Callable[[object], None]]]) -> None:
        """Have several things made, in order."""
        for make, done in errands:
            self.send(make, done)

    def stop(self) -> None:
        """Drop what waits and what is under way."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> None:
        if not self._waiting:
            self._job = None
            return
        make, done = self._waiting.pop(0)

        def work(progress: Progress) -> object:
            progress.step(0.0)
            return make()

        def deliver(result: object) -> None:
            done(result)
            self._next()

        self._job = self._jobs.submit(LANE, work, deliver, lambda _: self._next())


def image_of(pixels: object) -> QImage:
    """Return an array of shape (h, w, 3), uint8, sRGB, as a picture that owns its memory."""
    import numpy as np

    rows = np.ascontiguousarray(pixels, np.uint8)
    height, width, _ = rows.shape
    return QImage(rows.data, width, height, width * 3, QImage.Format.Format_RGB888).copy()
