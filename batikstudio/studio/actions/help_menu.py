"""The help menu."""

from __future__ import annotations

from batikstudio.studio.action import Action
from batikstudio.studio.i18n import N_

ACTIONS = (
    Action("help.shortcuts", N_("Keys"), "F1", "keyboard"),
    Action("help.about", N_("About Batik Studio"), "", "info"),
)
