"""The view menu: what the canvas shows, and how close."""

from __future__ import annotations

from batikstudio.studio.action import Action
from batikstudio.studio.i18n import N_
from batikstudio.studio.session import Session


def _with_guides(session: Session) -> bool:
    return bool(session.design.guides)


def _clear_guides(session: Session) -> None:
    from batikstudio.design.edits.guides import clear

    session.do("view.clear_guides", clear(session.design))


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
    Action("view.symmetry", N_("Symmetry: mirrors, glides, turns"), "F4", "symmetry", checkable=True),
    Action("view.rulers", N_("Rulers"), "", "ruler", checkable=True),
    Action("view.guides", N_("Guides"), "F9", "", checkable=True),
    Action("view.clear_guides", N_("Remove all guides"), "", "", _with_guides, _clear_guides),
    Action("view.tutor", N_("Symmetry tutor…"), "Shift+F4", "", separated=True),
)
