"""What the window shows and what the person holds: nothing of it belongs to the design."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

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
    tool : str
        The id of the tool in hand.
    """

    view_changed = Signal()
    after_changed = Signal()
    motif_changed = Signal()
    role_changed = Signal()
    tool_changed = Signal()
    guides_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view: ViewName = "cloth"
        self.after: int | None = None
        self.motif = ""
        self.role = ""
        self.tool = "select"
        self.layer = ""
        self.guides = {"cell": True, "copies": True, "rulers": True}

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

    def set_tool(self, tool: str) -> None:
        """Take a tool in hand."""
        if tool != self.tool:
            self.tool = tool
            self.tool_changed.emit()

    def set_guide(self, guide: str, shown: bool) -> None:
        """Show or hide the cell, the live copies or the rulers."""
        if self.guides[guide] != shown:
            self.guides[guide] = shown
            self.guides_changed.emit()
