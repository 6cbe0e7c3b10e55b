"""The view menu: what the canvas shows, and how close."""

from __future__ import annotations

from batikstudio.studio.action import Action
from batikstudio.studio.i18n import N_

ACTIONS = (
    Action("view.pola", N_("Pola"), "F5", "pencil-line", checkable=True),
    Action("view.wax", N_("Wax"), "F6", "", checkable=True),
    Action("view.cloth", N_("Cloth"), "F7", "", checkable=True),
    Action("view.zoom_in", N_("Zoom in"), "Ctrl++", "zoom-in", separated=True),
    Action("view.zoom_out", N_("Zoom out"), "Ctrl+-", "zoom-out"),
    Action("view.fit", N_("Whole cloth"), "Ctrl+0", "expand"),
    Action("view.fit_repeat", N_("One repeat"), "Ctrl+2", "scan"),
    Action("view.actual", N_("Real size"), "Ctrl+1", "ruler"),
    Action("view.cell", N_("Outline of the repeat"), "", "repeat-cell", checkable=True, separated=True),
    Action("view.rulers", N_("Rulers"), "", "ruler", checkable=True),
)
