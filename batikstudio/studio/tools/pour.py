"""Pour: fills the region under the pointer, up to the lines around it, across any seam."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter
from batikstudio.base.words import Words
from batikstudio.studio.i18n import N_
from batikstudio.studio.tool import NOT_MINE, Edit, Feedback, Idle, Modifier, Pointer, Tool

_GAP = Parameter("gap_mm", "float", 0.5, Words("Celah yang tertutup", "Gaps that hold"), "mm", 0.0, 5.0)


class Pour(Idle):
    """The tool in hand."""

    def press(self, pointer: Pointer) -> Feedback:
        """Fill what is under the pointer."""
        from batikstudio.design.edits.drawing import add_area, path_of_rings
        from batikstudio.design.regions import region_at
        from batikstudio.design.workshop import slot_of_rank
        from batikstudio.studio.laying import free_layer, home_at

        design = self.bench.design()
        home = home_at(design, pointer.x_mm, pointer.y_mm)
        gap = float(str(self.bench.values("pour").get("gap_mm", _GAP.default)))
        region = region_at(design, home.field, *home.point(pointer.x_mm, pointer.y_mm), gap_mm=gap)
        slot = self.bench.slot() or slot_of_rank(design.slots, "kept").id
        design, item_id = add_area(design, free_layer(home.field).id, path_of_rings(region), slot)
        return Feedback(Edit("draw.pour", design), (item_id,))

    def key(self, name: str, modifiers: frozenset[Modifier]) -> Feedback:
        """Escape puts the tool down."""
        del modifiers
        return Feedback(leave=True) if name == "escape" else NOT_MINE


TOOL = Tool(
    id="pour",
    words=Words("Tuang", "Pour"),
    icon="paint-bucket",
    shortcut="F",
    hint=N_("Click inside closed lines to fill the region · Esc to stop"),
    cursor="cross",
    order=5,
    start=Pour,
    parameters=(_GAP,),
    draws=True,
)
