"""A tool that draws a line: dragging draws freehand, clicking goes from point to point."""

from __future__ import annotations

import math
from abc import abstractmethod
from itertools import pairwise
from typing import TYPE_CHECKING

from batikstudio.design.document import Design
from batikstudio.studio.laying import Home, home_at
from batikstudio.studio.tool import (
    NOT_MINE,
    NOTHING,
    Edit,
    Feedback,
    Growing,
    Idle,
    Modifier,
    Outline,
    Point,
    Pointer,
    Workbench,
)

if TYPE_CHECKING:
    from batikstudio.motifs.tracing.strokes import OneEuro, Sample

DRAG_PX = 4.0
CLOSE_PX = 10.0
DOUBLE_S = 0.35


class Pen(Idle):
    """The state of a line that is being drawn; what becomes of it is said by `freehand` and `through`."""

    tool = ""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._home: Home | None = None
        self._drawn: list[Pointer] = []
        self._points: list[Point] = []
        self._at: Pointer | None = None
        self._grown: Growing | None = None
        self._filter: OneEuro | None = None

    @property
    def line_mm(self) -> float:
        """How wide the line is shown while it is drawn."""
        return 1.0

    @abstractmethod
    def freehand(self, design: Design, home: Home, samples: list[Pointer], closed: bool) -> tuple[Design, str]:
        """Return the design with a line drawn by dragging, and the id of what was made."""

    @abstractmethod
    def through(self, design: Design, home: Home, points: list[Point], closed: bool) -> tuple[Design, str]:
        """Return the design with a line through points of the cloth, and the id of what was made."""

    def press(self, pointer: Pointer) -> Feedback:
        """Begin to drag, or set the next point."""
        if not self._points:
            self._home = home_at(self.bench.design(), pointer.x_mm, pointer.y_mm)
        self._drawn = [pointer]
        self._grown = None
        if not self._points:
            from batikstudio.motifs.tracing.strokes import OneEuro

            self._filter = OneEuro.start(_sample(pointer))
            self._grown = self._growing_from([(pointer.x_mm, pointer.y_mm)])
        return NOTHING

    def move(self, pointer: Pointer, held: bool) -> Feedback:
        """Draw on, or let the last point follow."""
        self._at = pointer
        if held and self._drawn and not self._points:
            self._drawn.append(pointer)
            self._grow(pointer)
        return NOTHING

    def _grow(self, pointer: Pointer) -> None:
        """Carry the shown line on by one point, smoothed by what came before; what is there of it stays."""
        if self._filter is None or self._grown is None:
            return
        self._filter = self._filter.after(_sample(pointer))
        self._grown.points.append((self._filter.x_mm, self._filter.y_mm))

    def _growing_from(self, points: list[Point]) -> Growing:
        (x, y), *_ = points
        return Growing(points, tuple(self._at_home().live((x, y, x, y))), self.line_mm)

    def growing(self) -> Growing | None:
        """Return the line that is being dragged."""
        return self._grown if self._drawn and not self._points and self._moved else None

    @property
    def _moved(self) -> bool:
        return len(self._drawn) > 1

    def release(self, pointer: Pointer) -> Feedback:
        """End what was dragged, or take the point that was clicked; twice at one place ends the line."""
        drawn, self._drawn = self._drawn, []
        self._grown = None
        if not drawn:
            return NOTHING
        start = drawn[0]
        far = max(math.hypot(one.x_px - start.x_px, one.y_px - start.y_px) for one in [*drawn, pointer])
        if far >= DRAG_PX and not self._points:
            closed = math.hypot(pointer.x_px - start.x_px, pointer.y_px - start.y_px) < CLOSE_PX < far
            return self._made(self.freehand(self.bench.design(), self._at_home(), [*drawn, pointer], closed))
        here = self._snapped(pointer)
        if self._points:
            scale = pointer.px_per_mm
            if len(self._points) > 2 and math.dist(here, self._points[0]) * scale < CLOSE_PX:
                return self._finished(closed=True)
            if math.dist(here, self._points[-1]) * scale < DRAG_PX:
                return self._finished()
        self._points.append(here)
        return NOTHING

    def key(self, name: str, modifiers: frozenset[Modifier]) -> Feedback:
        """Enter ends the line, Backspace takes the last point back, Escape drops it."""
        del modifiers
        if name == "escape":
            if not self._points and not self._drawn:
                return Feedback(leave=True)
            self._points, self._drawn = [], []
            return NOTHING
        if name == "enter" and self._points:
            return self._finished()
        if name == "backspace" and self._points:
            self._points.pop()
            return NOTHING
        return NOT_MINE

    def outlines(self, px_per_mm: float) -> tuple[Outline, ...]:
        """Draw the line through the points that were clicked, and its live copies."""
        del px_per_mm
        line = list(self._points)
        if self._points and self._at is not None:
            line.append(self._snapped(self._at))
        handles = [Outline("handle", (point,)) for point in self._points]
        if len(line) < 2:
            return tuple(handles)
        line = _smooth_line(line)
        return (Outline("wax", tuple(line), closed=False, width_mm=self.line_mm), *self._copies(line), *handles)

    def _copies(self, line: list[Point]) -> list[Outline]:
        import numpy as np

        points = np.array(line)
        low, high = points.min(axis=0), points.max(axis=0)
        box = (float(low[0]), float(low[1]), float(high[0]), float(high[1]))
        return [
            Outline("wax", tuple(map(tuple, copy.apply(points).tolist())), closed=False, width_mm=self.line_mm)
            for copy in self._at_home().live(box)
        ]

    def _at_home(self) -> Home:
        if self._home is None:
            raise RuntimeError("a line without a beginning")
        return self._home

    def _snapped(self, pointer: Pointer) -> Point:
        return self.bench.snapped(self.tool, self._at_home().field, pointer)

    def _finished(self, closed: bool = False) -> Feedback:
        points, self._points = self._points, []
        return self._made(self.through(self.bench.design(), self._at_home(), points, closed))

    def _made(self, made: tuple[Design, str]) -> Feedback:
        design, item_id = made
        return Feedback(Edit(f"draw.{self.tool}", design), (item_id,))


def _sample(pointer: Pointer) -> Sample:
    from batikstudio.motifs.tracing.strokes import Sample

    return Sample(pointer.x_mm, pointer.y_mm, pointer.time_s)


def _smooth_line(points: list[Point]) -> list[Point]:
    from batikstudio.geometry.path import smooth

    apart = [points[0], *(b for a, b in pairwise(points) if a != b)]
    if len(apart) < 2:
        return points
    (line, _), *_ = smooth(apart).subpaths(0.1)
    return [(float(x), float(y)) for x, y in line]
