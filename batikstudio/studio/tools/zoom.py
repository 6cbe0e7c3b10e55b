"""Come closer, or step back."""

from __future__ import annotations

from batikstudio.base.words import Words
from batikstudio.studio.i18n import N_
from batikstudio.studio.tool import NOT_MINE, NOTHING, Feedback, Modifier, Outline, Pointer, Tool, Workbench

FACTOR = 2.0


class Zoom:
    """The tool in hand."""

    def __init__(self, bench: Workbench) -> None:
        del bench

    def press(self, pointer: Pointer) -> Feedback:
        """Magnify about the pointer; with Alt step back."""
        factor = 1 / FACTOR if "alt" in pointer.modifiers else FACTOR
        return Feedback(zoom=(factor, pointer.x_px, pointer.y_px))

    def move(self, pointer: Pointer, held: bool) -> Feedback:
        """Do nothing."""
        del pointer, held
        return NOTHING

    def release(self, pointer: Pointer) -> Feedback:
        """Do nothing."""
        del pointer
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
    id="zoom",
    words=Words("Perbesar", "Zoom"),
    icon="zoom-in",
    shortcut="Z",
    hint=N_("Click to come closer · Alt click to step back · with any tool: the wheel"),
    cursor="zoom",
    order=4,
    start=Zoom,
)
