"""The window menu: language, light, and the places of the docks."""

from __future__ import annotations

from batikstudio.studio.action import Action
from batikstudio.studio.i18n import N_

ACTIONS = (
    Action("window.indonesian", N_("Bahasa Indonesia"), "", "languages", checkable=True),
    Action("window.english", N_("English"), "", "", checkable=True),
    Action("window.light", N_("Light"), "", "sun", checkable=True, separated=True),
    Action("window.dark", N_("Dark"), "", "moon", checkable=True),
    Action("window.system", N_("As the system"), "", "", checkable=True),
    Action("window.reset", N_("Put the docks back"), "", "layout-panel-left", separated=True),
)
