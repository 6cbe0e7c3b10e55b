"""The motif menu: turn, mirror, order, fill."""

from __future__ import annotations

from collections.abc import Callable

from batikstudio.design.document import Field, StrokeItem
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


def _fill(session: Session) -> None:
    from batikstudio.design.edits.isen import fill_again

    session.do("motif.isen", fill_again(session.design, session.selection))


def _field_of(session: Session) -> Field:
    """Return the field that is worked on: of the first selected item, else the first."""
    return session.design.find_item(session.selection[0])[0] if session.selection else session.design.fields[0]


def _fill_ground(session: Session) -> None:
    from batikstudio.design.edits.isen import fill_ground

    session.do("motif.ground_isen", fill_ground(session.design, _field_of(session).id))


def _filled(session: Session) -> bool:
    """Whether what is selected has fillers; the ground where nothing is."""
    if not session.selection:
        return _field_of(session).isen is not None
    items = (session.design.find_item(one)[2] for one in session.selection)
    return any(not isinstance(item, StrokeItem) and item.isen for item in items)


def _without_isen(session: Session) -> None:
    from batikstudio.design.edits.isen import empty_items, set_ground_isen

    if session.selection:
        session.do("motif.no_isen", empty_items(session.design, session.selection))
    else:
        session.do("motif.no_isen", set_ground_isen(session.design, _field_of(session).id, None))


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
    Action("motif.isen", N_("Fill with isen"), "Ctrl+I", "isen", with_selection, _fill, separated=True),
    Action("motif.ground_isen", N_("Fill the ground"), "Ctrl+Shift+I", "paint-bucket", run=_fill_ground),
    Action("motif.no_isen", N_("Without isen"), "", "eraser", _filled, _without_isen),
    Action("motif.siblings", N_("Twelve siblings…"), "F8", "layout-grid", separated=True),
    Action("motif.letters", N_("Letters…"), "", "type"),
    Action("motif.own", N_("Make a motif of the selection…"), "", "package-plus", with_selection),
)
