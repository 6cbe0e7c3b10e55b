"""Move the view."""

from __future__ import annotations

from batikstudio.base.words import Words
from batikstudio.studio.i18n import N_
from batikstudio.studio.tool import NOTHING, Feedback, Idle, Pointer, Tool, Workbench


class Pan(Idle):
    """The tool in hand."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._last: Pointer | None = None

    def press(self, pointer: Pointer) -> Feedback:
        """Take hold of the cloth."""
        self._last = pointer
        return NOTHING

    def move(self, pointer: Pointer, held: bool) -> Feedback:
        """Move the cloth with the pointer, once it was taken hold of."""
        last = self._last
        if not held or last is None:
            return NOTHING
        self._last = pointer
        return Feedback(pan_px=(pointer.x_px - last.x_px, pointer.y_px - last.y_px))

    def release(self, pointer: Pointer) -> Feedback:
        """Let go."""
        del pointer
        self._last = None
        return NOTHING


TOOL = Tool(
    id="pan",
    words=Words("Geser tampilan", "Move the view"),
    icon="hand",
    shortcut="H",
    hint=N_("Drag to move the view · with any tool: hold Space, or drag with the middle button"),
    cursor="hand",
    order=6,
    start=Pan,
)
