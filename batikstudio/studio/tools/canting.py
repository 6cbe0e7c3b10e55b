"""The canting: draws wax lines, dragged by hand or from point to point, in every copy at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from batikstudio.base.parameter import Parameter, Value, complete
from batikstudio.base.words import Words
from batikstudio.design.document import Design
from batikstudio.motifs.cantings import CANTINGS, GOOD_C, SMOKING_C, TOO_HOT_C
from batikstudio.studio.i18n import N_
from batikstudio.studio.laying import Home, free_layer
from batikstudio.studio.pen import Pen
from batikstudio.studio.tool import SNAP, Point, Pointer, Tool

if TYPE_CHECKING:
    from batikstudio.geometry.path import Path
    from batikstudio.studio.strokes import Widths

PARAMETERS = (
    Parameter(
        "canting", "choice", "klowong", Words("Canting", "Canting"), choices={one.id: one.name for one in CANTINGS}
    ),
    Parameter(
        "temperature_c",
        "float",
        (GOOD_C + TOO_HOT_C) / 2,
        Words("Suhu malam", "Heat of the wax"),
        "°C",
        45.0,
        SMOKING_C,
    ),
    Parameter(
        "part",
        "choice",
        "lines",
        Words("Untuk", "For"),
        choices={"lines": Words("klowong", "outlines (klowong)"), "isen": Words("isen", "fillers (isen)")},
    ),
    Parameter("drips", "bool", False, Words("Malam menetes", "The wax drips")),
    SNAP,
)


class Draw(Pen):
    """The canting in hand."""

    tool = "canting"

    @property
    def _values(self) -> dict[str, Value]:
        return complete(PARAMETERS, self.bench.values(self.tool))

    @property
    def line_mm(self) -> float:
        """The usual width of the canting's line."""
        from batikstudio.studio.strokes import canting_of

        return canting_of(str(self._values["canting"])).line_mm

    def freehand(self, design: Design, home: Home, samples: list[Pointer], closed: bool) -> tuple[Design, str]:
        """Draw what was dragged; a line that comes back to where it began stays a line."""
        from batikstudio.motifs.tracing.strokes import Sample
        from batikstudio.studio.strokes import canting_of, drops, freehand

        del closed
        values = self._values
        taken = [Sample(*home.point(one.x_mm, one.y_mm), one.time_s) for one in samples]
        canting = canting_of(str(values["canting"]))
        heat = float(str(values["temperature_c"]))
        drawn = freehand(taken, canting, heat, [one.pressure for one in samples])
        design, item_id = self._laid(design, home, drawn.spine, drawn.widths_mm)
        fallen = drops(taken, design.seed) if values["drips"] else None
        if fallen is not None:
            design, _ = self._laid(design, home, fallen.spine, fallen.widths_mm)
        return design, item_id

    def through(self, design: Design, home: Home, points: list[Point], closed: bool) -> tuple[Design, str]:
        """Draw a smooth line through points."""
        from batikstudio.studio.strokes import canting_of, through

        canting = canting_of(str(self._values["canting"]))
        drawn = through([home.point(*point) for point in points], canting, closed)
        return self._laid(design, home, drawn.spine, drawn.widths_mm)

    def _laid(self, design: Design, home: Home, spine: Path, widths: Widths) -> tuple[Design, str]:
        from batikstudio.design.edits.drawing import add_stroke
        from batikstudio.design.workshop import slot_of_rank

        values = self._values
        slot = self.bench.slot() or slot_of_rank(design.slots, "line").id
        part: Literal["lines", "isen"] = "isen" if values["part"] == "isen" else "lines"
        layer = free_layer(home.field)
        return add_stroke(design, layer.id, spine, widths, slot, part=part, canting=str(values["canting"]))


TOOL = Tool(
    id="canting",
    words=Words("Canting", "Canting"),
    icon="canting",
    shortcut="C",
    hint=N_("Drag to draw · or click point by point, Enter or a click on the last point ends · Esc drops"),
    cursor="cross",
    order=3,
    start=Draw,
    parameters=PARAMETERS,
    draws=True,
)
