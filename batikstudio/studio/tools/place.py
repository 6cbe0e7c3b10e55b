"""Place the motif that is chosen in the library."""

from __future__ import annotations

from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.pattern.lattice import is_far
from batikstudio.studio.i18n import N_
from batikstudio.studio.tool import NOT_MINE, NOTHING, Edit, Feedback, Idle, Modifier, Outline, Pointer, Tool, Workbench


class Place(Idle):
    """The tool in hand: a click lays the motif with its middle under the pointer."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._at: Pointer | None = None

    def press(self, pointer: Pointer) -> Feedback:
        """Lay the motif into the topmost layer that is not locked, at the copy of the cell under the pointer."""
        from batikstudio.base.errors import BatikError
        from batikstudio.design.copies import field_at, frame_of
        from batikstudio.design.edits import items
        from batikstudio.motifs.catalogue import catalogue

        chosen = self.bench.motif()
        if chosen is None:
            return NOTHING
        design = self.bench.design()
        field = field_at(design, pointer.x_mm, pointer.y_mm)
        free = [layer for layer in field.layers if layer.visible and not layer.locked]
        if not free:
            raise BatikError("layer.locked", layer=field.layers[-1].name)
        motif = catalogue().motif(chosen)
        home = frame_of(field).inverse()
        x, y = (
            home.a * pointer.x_mm + home.c * pointer.y_mm + home.e,
            home.b * pointer.x_mm + home.d * pointer.y_mm + home.f,
        )
        x, y = _into_cell(x, y, field.repeat.basis)
        design, item_id = items.place(design, free[-1].id, motif, Affine.translation(x, y) @ motif.centred())
        return Feedback(Edit("motif.place", design), (item_id,))

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
        x, y = self._at.x_mm, self._at.y_mm
        return (Outline("ghost", ((x - w, y - h), (x + w, y - h), (x + w, y + h), (x - w, y + h))),)


def _into_cell(x: float, y: float, basis: tuple[tuple[float, float], tuple[float, float]]) -> tuple[float, float]:
    """Return the point of the first cell that a point of the plane is a copy of; itself where no copy follows."""
    (ax, ay), (bx, by) = basis
    along_far, across_far = is_far(basis)
    area = ax * by - ay * bx
    i, j = (x * by - y * bx) / area, (ax * y - ay * x) / area
    i, j = i if along_far else i % 1.0, j if across_far else j % 1.0
    return i * ax + j * bx, i * ay + j * by


TOOL = Tool(
    id="place",
    words=Words("Letakkan motif", "Place a motif"),
    icon="stamp",
    shortcut="M",
    hint=N_("Click to place the motif · Esc to stop"),
    cursor="cross",
    order=2,
    start=Place,
)
