"""The pictures of the canvas: made by jobs, newest wins, the old one stays until the new one is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from batikstudio.base.progress import Progress
from batikstudio.design.document import Design
from batikstudio.design.edits.guides import clear
from batikstudio.gui.canvas.pyramid import Pyramid
from batikstudio.gui.canvas.view import Box, View
from batikstudio.gui.context import Context
from batikstudio.studio.messages import message

SETTLE_MS = 120
"""How long the view must stand still before its exact picture is asked for."""
LANES = ("canvas", "canvas-exact")
ENLARGED = 1.1
"""How far the picture of a repeat may be enlarged before an exact one is worth its time."""


@dataclass(frozen=True)
class Wanted:
    """What a picture shows."""

    design: Design
    view: str
    after: int | None


@dataclass(frozen=True, eq=False)
class Exact:
    """The exact picture of a rectangle, and for which scale it was made."""

    wanted: Wanted
    box: Box
    scale: float
    pyramid: Pyramid


class Feed(QObject):
    """Asks for the pictures of what is wanted and keeps the newest that came.

    Attributes
    ----------
    pyramid : Pyramid or None
        One period of the cloth, or the whole cloth.
    period_mm : (float, float) or None
        After which the picture may be laid again.
    exact : Exact or None
    """

    arrived = Signal()
    busy_changed = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._wanted: Wanted | None = None
        self._shown: Wanted | None = None
        self._store: list[Any] = []
        self._place: tuple[Box, float] | None = None
        self._busy: set[str] = set()
        self.pyramid: Pyramid | None = None
        self.period_mm: tuple[float, float] | None = None
        self.exact: Exact | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._ask_exact)

    @property
    def is_current(self) -> bool:
        """Whether the picture shows what is wanted."""
        return self._shown is not None and self._shown == self._wanted

    def inherit(self, older: Feed) -> None:
        """Take over the pictures of a feed that was released: a change of language draws nothing anew."""
        self.pyramid, self.period_mm, self.exact = older.pyramid, older.period_mm, older.exact
        self._shown, self._store = older._shown, older._store

    def release(self) -> None:
        """Ask for nothing more, and drop what is still to come: another feed takes over."""
        self._settle.stop()
        self._wanted = None
        for lane in LANES:
            self._context.jobs.cancel(lane)

    def want(self, design: Design, view: str, after: int | None) -> None:
        """Ask for a picture of a design; guides are no part of it, so that moving one draws nothing anew."""
        design = clear(design)
        wanted = Wanted(design, view, after)
        if self._wanted == wanted:
            return
        self._wanted = wanted
        if wanted == self._shown:  # gone away and come back before another picture was there
            self._context.jobs.cancel("canvas")
            self._end("canvas")
            self.arrived.emit()
            self._settle.start()
            return
        self._begin("canvas")

        def work(progress: Progress) -> tuple[Pyramid, tuple[float, float] | None]:
            from batikstudio.studio.pictures import repeat_picture

            made = repeat_picture(design, view, after, self._cache(), progress)  # type: ignore[arg-type]
            return Pyramid(made.pixels, made.width_mm, made.height_mm), made.period_mm

        def done(result: tuple[Pyramid, tuple[float, float] | None]) -> None:
            self._end("canvas")
            self.pyramid, self.period_mm = result
            self._shown = wanted
            self.arrived.emit()
            self._settle.start()

        self._context.jobs.submit("canvas", work, done, self._failed)

    def look(self, view: View, box: Box, ratio: float) -> None:
        """Follow the view: where it is closer than the picture, an exact one is asked for once it stands still."""
        self._place = (box, view.scale * ratio)
        self._settle.start()

    def _needs_exact(self, scale: float) -> bool:
        return self.pyramid is not None and scale > self.pyramid.px_per_mm * ENLARGED

    def _ask_exact(self) -> None:
        wanted = self._wanted
        if self._place is None or wanted is None or not self.is_current:
            return
        box, scale = self._place
        if not self._needs_exact(scale):
            return
        if self.exact is not None and (self.exact.wanted, self.exact.box, self.exact.scale) == (wanted, box, scale):
            return
        rect = (box[0], box[1], box[2] - box[0], box[3] - box[1])
        self._begin("canvas-exact")

        def work(progress: Progress) -> tuple[Pyramid, Box]:
            from batikstudio.studio.pictures import view_picture

            made = view_picture(wanted.design, wanted.view, wanted.after, rect, scale, self._cache(), progress)  # type: ignore[arg-type]
            place = (made.x_mm, made.y_mm, made.x_mm + made.width_mm, made.y_mm + made.height_mm)
            return Pyramid(made.pixels, made.width_mm, made.height_mm), place

        def done(result: tuple[Pyramid, Box]) -> None:
            self._end("canvas-exact")
            self.exact = Exact(wanted, result[1], scale, result[0])
            self.arrived.emit()

        self._context.jobs.submit("canvas-exact", work, done, self._exact_failed)

    def exact_for(self, scale: float) -> Exact | None:
        """Return the exact picture if it shows what is wanted and is worth more than the repeat's at this scale."""
        if self.exact is None or self.exact.wanted != self._wanted or not self._needs_exact(scale):
            return None
        return self.exact

    def _cache(self) -> Any:
        """Return the cache, made on the first thread that needs it: it is behind heavy imports."""
        if not self._store:
            from batikstudio.cloth.cache import Cache

            self._store.append(Cache())
        return self._store[0]

    def _failed(self, error: BaseException) -> None:
        from batikstudio.base.errors import BatikError

        self._end("canvas")
        if not isinstance(error, BatikError):
            raise error
        self._context.say(message(error, self._context.tr), "bad")

    def _exact_failed(self, _error: BaseException) -> None:
        """Let the repeat's picture serve: the view has left the cloth."""
        self._end("canvas-exact")

    def _begin(self, lane: str) -> None:
        self._busy.add(lane)
        self.busy_changed.emit(True)

    def _end(self, lane: str) -> None:
        self._busy.discard(lane)
        self.busy_changed.emit(bool(self._busy))
