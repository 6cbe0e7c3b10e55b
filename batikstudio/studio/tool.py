"""Tools: small state machines that turn pointers into edits, without a window."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Literal, Protocol

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.design.document import Design, Field
from batikstudio.geometry.affine import Affine

Modifier = Literal["shift", "ctrl", "alt"]
Point = tuple[float, float]


@dataclass(frozen=True)
class Pointer:
    """Where the mouse, the pen or the finger is.

    Attributes
    ----------
    x_mm, y_mm : float
        On the cloth.
    x_px, y_px : float
        In the canvas, logical pixels.
    px_per_mm : float
        The scale of the view: what is one pixel for the eye.
    pressure : float
        0 to 1; 1 for a mouse.
    time_s : float
        Since some moment.
    modifiers : frozenset
        Of ``"shift"``, ``"ctrl"``, ``"alt"``.
    """

    x_mm: float
    y_mm: float
    x_px: float = 0.0
    y_px: float = 0.0
    px_per_mm: float = 1.0
    pressure: float = 1.0
    time_s: float = 0.0
    modifiers: frozenset[Modifier] = frozenset()


@dataclass(frozen=True)
class Edit:
    """A new design with the label of what was done; one gesture carries one key and is one undo."""

    label: str
    design: Design
    merge_key: str = ""


@dataclass(frozen=True)
class Outline:
    """A line over the cloth, mm: ``selection``, ``handle``, ``copy`` (a live copy), ``ghost``, ``wax`` or ``guide``.

    ``width_mm`` is how wide the wax lies.
    """

    kind: Literal["selection", "handle", "copy", "ghost", "wax", "guide"]
    points: tuple[Point, ...]
    closed: bool = True
    width_mm: float = 0.0


@dataclass(frozen=True, eq=False)
class Growing:
    """A line that is being drawn: only what is new of it needs to be painted.

    Attributes
    ----------
    points : list of (x, y)
        mm on the cloth; it only ever grows at its end.
    copies : tuple of Affine
        Where it appears, too; another line with other copies is another object.
    width_mm : float
    """

    points: list[Point]
    copies: tuple[Affine, ...]
    width_mm: float


@dataclass(frozen=True)
class Feedback:
    """What a tool answers to an event.

    Attributes
    ----------
    edit : Edit or None
        To be committed to the session.
    select : tuple of str or None
        The new selection.
    field : str
        The id of the field that was pointed at, or empty.
    pan_px : (float, float) or None
        Move the view by so many pixels.
    zoom : (float, float, float) or None
        Magnify the view by a factor about a pixel.
    leave : bool
        Whether the tool puts itself down.
    taken : bool
        Whether a key meant something to it.
    """

    edit: Edit | None = None
    select: tuple[str, ...] | None = None
    field: str = ""
    pan_px: Point | None = None
    zoom: tuple[float, float, float] | None = None
    leave: bool = False
    taken: bool = True


NOTHING = Feedback()
NOT_MINE = Feedback(taken=False)


@dataclass(frozen=True)
class Workbench:
    """What a tool may look at.

    Attributes
    ----------
    design : callable
        The present design.
    selection : callable
        The ids of the selected items.
    motif : callable
        The id of the motif chosen in the library, if one is.
    slot : callable
        The id of the slot chosen in the palette, if one is.
    values : callable
        The values of a tool's parameters, by the tool's id; what is missing is at its default.
    guides : callable
        Whether the guides are shown, so that one can be taken hold of.
    """

    design: Callable[[], Design]
    selection: Callable[[], tuple[str, ...]]
    motif: Callable[[], str | None] = field(default=lambda: None)
    slot: Callable[[], str | None] = field(default=lambda: None)
    values: Callable[[str], dict[str, Value]] = field(default=lambda _tool: {})
    guides: Callable[[], bool] = field(default=lambda: True)

    def snapped(self, tool: str, place: Field, pointer: Pointer, without: Collection[str] = ()) -> Point:
        """Return where a pointer, or what it carries, snaps to in a field; Alt or Ctrl leaves it free."""
        free = pointer.modifiers & {"alt", "ctrl"} or not self.values(tool).get("snap", True)
        if free:
            return pointer.x_mm, pointer.y_mm
        from batikstudio.studio.snapping import REACH_PX, snapped

        design = self.design()
        if not self.guides() and design.guides:
            from batikstudio.design.edits.guides import clear

            design = clear(design)
        reach = REACH_PX / pointer.px_per_mm
        return snapped(design, place, pointer.x_mm, pointer.y_mm, reach, without)


class ToolState(Protocol):
    """A tool in hand."""

    def press(self, pointer: Pointer) -> Feedback:
        """Answer a press of the main button."""

    def move(self, pointer: Pointer, held: bool) -> Feedback:
        """Answer a move; ``held`` while the main button is down."""

    def release(self, pointer: Pointer) -> Feedback:
        """Answer the release of the main button."""

    def key(self, name: str, modifiers: frozenset[Modifier]) -> Feedback:
        """Answer a key: ``"left"``, ``"escape"``, ``"delete"``, ``"r"``…; ``NOT_MINE`` where it means nothing."""

    def outlines(self, px_per_mm: float) -> tuple[Outline, ...]:
        """Return what to draw over the cloth at this scale."""

    def growing(self) -> Growing | None:
        """Return the line that is being drawn by dragging, if there is one: it is not among the outlines."""


class Idle:
    """A tool that answers nothing: the ground of those that answer to one thing only."""

    def __init__(self, bench: Workbench) -> None:
        self.bench = bench

    def press(self, pointer: Pointer) -> Feedback:
        """Do nothing."""
        del pointer
        return NOTHING

    def move(self, pointer: Pointer, held: bool) -> Feedback:
        """Do nothing."""
        del pointer, held
        return NOTHING

    def release(self, pointer: Pointer) -> Feedback:
        """Do nothing."""
        del pointer
        return NOTHING

    def key(self, name: str, modifiers: frozenset[Modifier]) -> Feedback:
        """Take no keys."""
        del name, modifiers
        return NOT_MINE

    def outlines(self, px_per_mm: float) -> tuple[Outline, ...]:
        """Draw nothing."""
        del px_per_mm
        return ()

    def growing(self) -> Growing | None:
        """Draw no line."""
        return None


@dataclass(frozen=True)
class Tool:
    """The record that a tool declares in `studio.tools`.

    Attributes
    ----------
    id : str
    words : Words
    icon : str
    shortcut : str
        A single letter.
    hint : str
        What it and its keys do, English, marked for translation.
    cursor : str
        ``"arrow"``, ``"cross"``, ``"hand"`` or ``"zoom"``.
    start : callable
        Takes the tool in hand.
    parameters : tuple of Parameter
        What can be set of it, in the bar of its options.
    draws : bool
        Whether it draws in the slot that is chosen in the palette.
    """

    id: str
    words: Words
    icon: str
    shortcut: str
    hint: str
    cursor: Literal["arrow", "cross", "hand", "zoom"]
    order: int
    start: Callable[[Workbench], ToolState]
    parameters: tuple[Parameter, ...] = ()
    draws: bool = False


SNAP = Parameter("snap", "bool", True, Words("Menempel ke kisi", "Snap to the lattice"))
"""The parameter of every tool that sets points: the lattice, middles, centres, axes and guides draw them near."""


def corners(box: tuple[float, float, float, float], copy: Affine) -> tuple[Point, ...]:
    """Return the corners of a box in a cell's frame, laid on the cloth."""
    import numpy as np

    x0, y0, x1, y1 = box
    laid = copy.apply(np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float64))
    return tuple((float(x), float(y)) for x, y in laid)
