"""Come closer, or step back."""

from __future__ import annotations

from batikstudio.base.words import Words
from batikstudio.studio.i18n import N_
from batikstudio.studio.tool import Feedback, Idle, Pointer, Tool

FACTOR = 2.0


class Zoom(Idle):
    """The tool in hand."""

    def press(self, pointer: Pointer) -> Feedback:
        """Magnify about the pointer; with Alt step back."""
        factor = 1 / FACTOR if "alt" in pointer.modifiers else FACTOR
        return Feedback(zoom=(factor, pointer.x_px, pointer.y_px))


TOOL = Tool(
    id="zoom",
    words=Words("Perbesar", "Zoom"),
    icon="zoom-in",
    shortcut="Z",
    hint=N_("Click to come closer · Alt click to step back · with any tool: the wheel"),
    cursor="zoom",
    order=7,
    start=Zoom,
)
