"""Areas: a closed shape, dragged by hand or from point to point, filled for nembok or colet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from batikstudio.base.words import Words
from batikstudio.design.document import Design
from batikstudio.studio.i18n import N_
from batikstudio.studio.laying import Home, free_layer
from batikstudio.studio.pen import Pen
from batikstudio.studio.tool import SNAP, Point, Pointer, Tool

if TYPE_CHECKING:
    from batikstudio.geometry.path import Path


class Shape(Pen):
    """The tool in hand."""

    tool = "area"

    def freehand(self, design: Design, home: Home, samples: list[Pointer], closed: bool) -> tuple[Design, str]:
        """Close what was dragged and fill it."""
        import numpy as np

        from batikstudio.geometry.path import polyline
        from batikstudio.motifs.tracing.strokes import Sample, smoothed

        del closed
        taken = [Sample(*home.point(one.x_mm, one.y_mm), one.time_s) for one in [*samples, samples[0]]]
        (line, _), *_ = smoothed(taken, np.ones(len(taken))).path.subpaths(0.02)
        return self._laid(design, home, polyline(line, closed=True))

    def through(self, design: Design, home: Home, points: list[Point], closed: bool) -> tuple[Design, str]:
        """Fill a smooth shape through points."""
        from batikstudio.base.errors import BatikError
        from batikstudio.geometry.path import smooth

        del closed
        if len(points) < 3:
            raise BatikError("drawing.empty")
        return self._laid(design, home, smooth([home.point(*point) for point in points], closed=True))

    def _laid(self, design: Design, home: Home, outline: Path) -> tuple[Design, str]:
        from batikstudio.design.edits.drawing import add_area
        from batikstudio.design.workshop import slot_of_rank

        slot = self.bench.slot() or slot_of_rank(design.slots, "kept").id
        return add_area(design, free_layer(home.field).id, outline, slot)


TOOL = Tool(
    id="area",
    words=Words("Bidang", "Area"),
    icon="tembok",
    shortcut="A",
    hint=N_("Drag around a shape · or click point by point, Enter or a click on the first point closes · Esc drops"),
    cursor="cross",
    order=4,
    start=Shape,
    parameters=(SNAP,),
    draws=True,
)
