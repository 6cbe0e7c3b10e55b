"""The shape menu: line up, space evenly, join and cut, move a border, break up."""

from __future__ import annotations

from collections.abc import Callable

from batikstudio.studio.action import Action, with_selection
from batikstudio.studio.i18n import N_
from batikstudio.studio.session import Session

INSET_MM = 1.0


def with_several(session: Session) -> bool:
    """Whether more than one item is selected."""
    return len(session.selection) > 1


def _align(side: str) -> Callable[[Session], None]:
    def run(session: Session) -> None:
        from batikstudio.design.edits.aligning import align

        session.do(f"shape.{side}", align(session.design, session.selection, side))  # type: ignore[arg-type]

    return run


def _distribute(axis: str) -> Callable[[Session], None]:
    def run(session: Session) -> None:
        from batikstudio.design.edits.aligning import distribute

        session.do(f"shape.spread_{axis}", distribute(session.design, session.selection, axis))  # type: ignore[arg-type]

    return run


def _combine(how: str) -> Callable[[Session], None]:
    def run(session: Session) -> None:
        from batikstudio.design.edits.drawing import combine

        design, item_id = combine(session.design, session.selection, how)  # type: ignore[arg-type]
        session.do(f"shape.{how}", design)
        session.select((item_id,))

    return run


def _inset(label: str, distance_mm: float) -> Callable[[Session], None]:
    def run(session: Session) -> None:
        from batikstudio.design.edits.drawing import inset_areas

        session.do(label, inset_areas(session.design, session.selection, distance_mm))

    return run


def _break_up(session: Session) -> None:
    from batikstudio.design.edits.drawing import break_up

    design, new = break_up(session.design, session.selection)
    session.do("shape.break_up", design)
    session.select(new)


ACTIONS = (
    Action("shape.left", N_("Align left"), "", "align-start-vertical", with_several, _align("left")),
    Action("shape.middle", N_("Align in the middle"), "", "align-center-vertical", with_several, _align("middle")),
    Action("shape.right", N_("Align right"), "", "align-end-vertical", with_several, _align("right")),
    Action(
        "shape.top", N_("Align at the top"), "", "align-start-horizontal", with_several, _align("top"), separated=True
    ),
    Action("shape.centre", N_("Align at the centre"), "", "align-center-horizontal", with_several, _align("centre")),
    Action("shape.bottom", N_("Align at the bottom"), "", "align-end-horizontal", with_several, _align("bottom")),
    Action(
        "shape.spread_x",
        N_("Space evenly across"),
        "",
        "align-horizontal-space-around",
        with_several,
        _distribute("x"),
        separated=True,
    ),
    Action(
        "shape.spread_y", N_("Space evenly down"), "", "align-vertical-space-around", with_several, _distribute("y")
    ),
    Action(
        "shape.join", N_("Join areas"), "Ctrl+Shift+U", "squares-unite", with_several, _combine("join"), separated=True
    ),
    Action("shape.cut", N_("Cut the lowest area"), "Ctrl+Shift+K", "squares-subtract", with_several, _combine("cut")),
    Action("shape.common", N_("Keep what areas share"), "", "squares-intersect", with_several, _combine("common")),
    Action(
        "shape.inset",
        N_("Border 1 mm inwards"),
        "",
        "shrink",
        with_selection,
        _inset("shape.inset", INSET_MM),
        separated=True,
    ),
    Action("shape.outset", N_("Border 1 mm outwards"), "", "expand", with_selection, _inset("shape.outset", -INSET_MM)),
    Action(
        "shape.break_up",
        N_("Break up into lines and areas"),
        "Ctrl+Shift+G",
        "ungroup",
        with_selection,
        _break_up,
        separated=True,
    ),
)
