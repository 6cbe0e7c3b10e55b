"""Place the motif that is chosen in the library."""

from __future__ import annotations

from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.studio.i18n import N_
from batikstudio.studio.tool import (
    NOT_MINE,
    NOTHING,
    SNAP,
    Edit,
    Feedback,
    Idle,
    Modifier,
    Outline,
    Point,
    Pointer,
    Tool,
    Workbench,
)


class Place(Idle):
    """The tool in hand: a click lays the motif with its middle under the pointer."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._at: Pointer | None = None

    def press(self, pointer: Pointer) -> Feedback:
        """Lay the motif into the topmost layer that is not locked, at the copy of the cell under the pointer."""
        from batikstudio.design.edits import items
        from batikstudio.motifs.catalogue import catalogue
        from batikstudio.studio.laying import free_layer, home_at

        chosen = self.bench.motif()
        if chosen is None:
            return NOTHING
        design = self.bench.design()
        motif = catalogue().motif(chosen)
        home = home_at(design, pointer.x_mm, pointer.y_mm)
        place = Affine.translation(*home.point(*self._snapped(pointer))) @ motif.centred()
        design, item_id = items.place(design, free_layer(home.field).id, motif, place)
        return Feedback(Edit("motif.place", design), (item_id,), home.field.id)

    def _snapped(self, pointer: Pointer) -> Point:
        from batikstudio.design.copies import field_at

        return self.bench.snapped("place", field_at(self.bench.design(), pointer.x_mm, pointer.y_mm), pointer)

    def move(self, pointer: Pointer, held: bool) -> Feedback:
        """Let the ghost follow."""
        del held
        self._at = pointer
        return NOTHING

    def key(self, name: str, modifiers: frozenset[Modifier]) -> Feedback:
        """Escape puts the tool down."""
        del modifiers
        return Feedback(leave=True) if name == "escape" else NOT_MINE

    def outlines(self, px_per_mm: float) -> tuple[Outline, ...]:
        """Draw where the motif would lie."""
        from batikstudio.motifs.catalogue import catalogue

        del px_per_mm
        chosen = self.bench.motif()
        if self._at is None or chosen is None:
            return ()
        x0, y0, x1, y1 = catalogue().motif(chosen).bounds
        w, h = (x1 - x0) / 2, (y1 - y0) / 2
        x, y = self._snapped(self._at)
        return (Outline("ghost", ((x - w, y - h), (x + w, y - h), (x + w, y + h), (x - w, y + h))),)


TOOL = Tool(
    id="place",
    words=Words("Letakkan motif", "Place a motif"),
    icon="stamp",
    shortcut="M",
    hint=N_("Click to place the motif · Alt free · Esc to stop"),
    cursor="cross",
    order=2,
    start=Place,
    parameters=(SNAP,),
)
