"""The process menu: step through the order of work."""

from __future__ import annotations

from batikstudio.studio.action import Action
from batikstudio.studio.i18n import N_

ACTIONS = (
    Action("process.back", N_("One step back"), "Alt+Left", "chevron-left"),
    Action("process.forward", N_("One step on"), "Alt+Right", "chevron-right"),
    Action("process.play", N_("Play the process"), "Ctrl+P", "play", checkable=True),
)
