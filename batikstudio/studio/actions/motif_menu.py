"""The motif menu: turn, mirror, order."""

from __future__ import annotations

from collections.abc import Callable

from batikstudio.design.edits import items
from batikstudio.geometry.affine import Affine
from batikstudio.studio.action import Action, with_selection
from batikstudio.studio.i18n import N_
from batikstudio.studio.session import Session

FAR = 1_000_000
TURN_DEG = 15.0


def _about_centre(label: str, linear: Affine) -> Callable[[Session], None]:
    def run(session: Session) -> None:
        from batikstudio.studio.hit import centre_of, pivot_of

        # A mirror leaves the box as it is, a turn does not: it would wander.
        centre = centre_of if linear.determinant < 0 else pivot_of
        x, y = centre(session.design, session.selection)
        place = Affine.translation(x, y) @ linear @ Affine.translation(-x, -y)
        session.do(label, items.transform(session.design, session.selection, place))

    return run


def _order(label: str, by: int) -> Callable[[Session], None]:
    def run(session: Session) -> None:
        session.do(label, items.shift_order(session.design, session.selection, by))

    return run


ACTIONS = (
    Action(
        "motif.turn_right",
        N_("Turn clockwise"),
        "Ctrl+]",
        "rotate-cw",
        with_selection,
        _about_centre("motif.turn_right", Affine.rotation(TURN_DEG)),
    ),
    Action(
        "motif.turn_left",
        N_("Turn anticlockwise"),
        "Ctrl+[",
        "rotate-ccw",
        with_selection,
        _about_centre("motif.turn_left", Affine.rotation(-TURN_DEG)),
    ),
    Action(
        "motif.mirror_x",
        N_("Mirror left and right"),
        "Ctrl+Shift+H",
        "square-centerline-dashed-horizontal",
        with_selection,
        _about_centre("motif.mirror_x", Affine.scaling(-1.0, 1.0)),
    ),
    Action(
        "motif.mirror_y",
        N_("Mirror up and down"),
        "Ctrl+Shift+J",
        "square-centerline-dashed-vertical",
        with_selection,
        _about_centre("motif.mirror_y", Affine.scaling(1.0, -1.0)),
    ),
    Action(
        "motif.front",
        N_("To the front"),
        "Ctrl+Shift+Up",
        "bring-to-front",
        with_selection,
        _order("motif.front", FAR),
        separated=True,
    ),
    Action("motif.raise", N_("Raise"), "Ctrl+Up", "arrow-up", with_selection, _order("motif.raise", 1)),
    Action("motif.lower", N_("Lower"), "Ctrl+Down", "arrow-down", with_selection, _order("motif.lower", -1)),
    Action(
        "motif.back", N_("To the back"), "Ctrl+Shift+Down", "send-to-back", with_selection, _order("motif.back", -FAR)
    ),
    Action("motif.siblings", N_("Twelve siblings…"), "F8", "layout-grid", separated=True),
    Action("motif.letters", N_("Letters…"), "", "type"),
    Action("motif.own", N_("Make a motif of the selection…"), "", "package-plus", with_selection),
)
