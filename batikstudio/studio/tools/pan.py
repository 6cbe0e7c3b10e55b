"""Move the view."""

from __future__ import annotations

from batikstudio.base.words import Words
from batikstudio.studio.i18n import N_
from batikstudio.studio.tool import NOT_MINE, NOTHING, Feedback, Modifier, Outline, Pointer, Tool, Workbench


class Pan:
    """The tool in hand."""

    def __init__(self, bench: Workbench) -> None:
        del bench
        self._last: Pointer | None = None

    def press(self, pointer: Pointer) -> Feedback:
        """Take hold of the cloth."""
        self._last = pointer
        return NOTHING

    def move(self, pointer: Pointer, held: bool) -> Feedback:
        """Move the cloth with the pointer."""
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

    def key(self, name: str, modifiers: frozenset[Modifier]) -> Feedback:
        """Take no keys."""
        del name, modifiers
        return NOT_MINE

    def outlines(self, px_per_mm: float) -> tuple[Outline, ...]:
        """Draw nothing."""
        del px_per_mm
        return ()


TOOL = Tool(
    id="pan",
    words=Words("Geser tampilan", "Move the view"),
    icon="hand",
    shortcut="H",
    hint=N_("Drag to move the view · with any tool: hold Space, or drag with the middle button"),
    cursor="hand",
    order=3,
    start=Pan,
)
