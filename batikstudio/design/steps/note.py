"""Acts without an optical effect that a person still wants to see in their order: mola, ngetel, njemur."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter
from batikstudio.base.words import Words
from batikstudio.design.step_kind import StepKind, no_guard

STEP = StepKind(
    id="note",
    words=Words("Catatan", "Note"),
    icon="notebook-pen",
    parameters=(Parameter("text", "text", "", Words("Catatan", "Note")),),
    effect=lambda _settings: (),
    guard=no_guard,
)
