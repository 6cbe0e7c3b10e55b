"""What the window shows and what the person holds: nothing of it belongs to the design."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

from batikstudio.base.parameter import Value
from batikstudio.design.document import Design, Field
from batikstudio.studio.axes import Seen

Spot = tuple[float, float, float]
ViewName = Literal["pola", "wax", "cloth"]
MOTIF_MIME = "application/x-batik-motif"
"""What is dragged from the library to the cloth: the id of a motif."""


class UiState(QObject):
    """The window's own state; it outlives a change of language or palette.

    Attributes
    ----------
    view : str
        ``"pola"``, ``"wax"`` or ``"cloth"``.
    after : int or None
        After how many steps the canvas shows the cloth; None: after all of them.
    motif : str
        The id of the motif chosen in the library, or empty.
    role : str
        The role that a click in the palette gives another slot, or empty.
    slot : str
        The id of the slot that drawing tools use, or empty for each tool's usual one.
    tool : str
        The id of the tool in hand.
    tool_values : dict
        What was set of each tool, by its id.
    field : str
        The id of the field that is worked on; the first one where the design does not have it.
    spots : tuple of (x_mm, y_mm, across_mm)
        Where the symmetry is broken, to be marked on the canvas.
    seen : Seen or None
        The axes and centres that the picture of a field was found to have, to be shown instead of the arrangement's.
    """

    view_changed = Signal()
    after_changed = Signal()
    motif_changed = Signal()
    role_changed = Signal()
    slot_changed = Signal()
    tool_changed = Signal()
    guides_changed = Signal()
    field_changed = Signal()
    seen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view: ViewName = "cloth"
        self.after: int | None = None
        self.motif = ""
        self.role = ""
        self.slot = ""
        self.tool = "select"
        self.tool_values: dict[str, dict[str, Value]] = {}
        self.layer = ""
        self.field = ""
        self.spots: tuple[Spot, ...] = ()
        self.seen: Seen | None = None
        self.guides = {"cell": True, "copies": True, "rulers": True, "symmetry": False, "guides": True}

    def set_view(self, view: str) -> None:
        """Show the cloth in another way."""
        if view != self.view and view in ("pola", "wax", "cloth"):
            self.view = view  # type: ignore[assignment]
            self.view_changed.emit()

    def set_after(self, after: int | None) -> None:
        """Show the cloth after so many steps."""
        if after != self.after:
            self.after = after
            self.after_changed.emit()

    def set_motif(self, motif: str) -> None:
        """Choose a motif of the library."""
        if motif != self.motif:
            self.motif = motif
            self.motif_changed.emit()

    def set_role(self, role: str) -> None:
        """Choose which role the palette acts on."""
        if role != self.role:
            self.role = role
            self.role_changed.emit()

    def set_slot(self, slot: str) -> None:
        """Choose which slot drawing tools use."""
        if slot != self.slot:
            self.slot = slot
            self.slot_changed.emit()

    def set_tool_value(self, tool: str, key: str, value: Value) -> None:
        """Set something of a tool."""
        self.tool_values.setdefault(tool, {})[key] = value

    def set_tool(self, tool: str) -> None:
        """Take a tool in hand."""
        if tool != self.tool:
            self.tool = tool
            self.tool_changed.emit()

    def set_guide(self, guide: str, shown: bool) -> None:
        """Show or hide the cell, the live copies, the rulers, the symmetry or the guides."""
        if self.guides[guide] != shown:
            self.guides[guide] = shown
            self.guides_changed.emit()

    def set_field(self, field: str) -> None:
        """Choose the field that is worked on."""
        if field != self.field:
            self.field = field
            self.field_changed.emit()

    def field_of(self, design: Design) -> Field:
        """Return the field of a design that is worked on."""
        return next((one for one in design.fields if one.id == self.field), design.fields[0])

    def mark_seen(self, seen: Seen | None, spots: tuple[Spot, ...] = ()) -> None:
        """Show what a look at the picture has found, and where that is broken; or nothing."""
        if (seen, spots) != (self.seen, self.spots):
            self.seen, self.spots = seen, spots
            self.seen_changed.emit()
