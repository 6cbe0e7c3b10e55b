"""The record that a layout of a cloth declares in `design.layouts`, and the panels that it is made of."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Parameter, Value, complete
from batikstudio.base.words import Words
from batikstudio.design.document import StrokeItem, Vector

Polygon = tuple[Vector, ...]
Outline = tuple[Polygon, ...]


class Rect(NamedTuple):
    """An upright rectangle on the cloth, mm."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def polygon(self) -> Polygon:
        """Its corners, from the top left, clockwise on the screen; none where it has no area."""
        if self.x1 <= self.x0 or self.y1 <= self.y0:
            return ()
        return ((self.x0, self.y0), (self.x1, self.y0), (self.x1, self.y1), (self.x0, self.y1))

    @property
    def middle(self) -> Vector:
        """Its centre."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def inset(self, by_mm: float) -> Rect:
        """Return the rectangle with every side moved inwards."""
        return Rect(self.x0 + by_mm, self.y0 + by_mm, self.x1 - by_mm, self.y1 - by_mm)


@dataclass(frozen=True)
class Content:
    """What a panel holds by custom: the first of some motifs that the catalogue has, and nothing where it has none.

    Attributes
    ----------
    motifs : tuple of str
        Ids.
    values : mapping
        Parameters, where the motif has them; brought within their range.
    size_mm : (float or None, float)
        The width and height that one copy is drawn with, None for the width that goes with the height.
    offset_mm : (float, float)
        Of the middle of the copy in the cell.
    """

    motifs: tuple[str, ...]
    size_mm: tuple[float | None, float]
    values: Mapping[str, Value] = field(default_factory=dict)
    offset_mm: Vector = (0.0, 0.0)


@dataclass(frozen=True)
class Panel:
    """A field that a layout asks for.

    Attributes
    ----------
    id : str
    words : Words
    outline : tuple of polygons, mm on the cloth
        None where there is no room for it.
    kind : str
        ``badan`` is the composition that the design has; ``copy`` another one of it; ``band`` a row of copies along
        its cell's x; ``frame`` a row around its outline; ``once`` a single copy; ``cells`` items of its own on a grid;
        ``plain`` nothing.
    origin_mm, angle_deg
        Of the cell's frame. For a band the origin is where the row begins, on its axis.
    length_mm, height_mm : float
        Of a band or a frame: how long, how high; of cells the size of one.
    count : int
        How many copies make a band; 0 where the width of a copy decides.
    group : str
        The frieze group of a band.
    ground : str
        The rank of the slot of its ground.
    content : Content or None
    strokes : tuple of StrokeItem
        What lies in each of ``cells``; the slot of each is written as a rank. Only whole cells are laid.
    """

    id: str
    words: Words
    outline: Outline
    kind: Literal["badan", "copy", "band", "frame", "once", "cells", "plain"] = "plain"
    origin_mm: Vector = (0.0, 0.0)
    angle_deg: float = 0.0
    length_mm: float = 0.0
    height_mm: float = 0.0
    count: int = 0
    group: str = "p1"
    ground: str = "ground"
    content: Content | None = None
    strokes: tuple[StrokeItem, ...] = ()


Build = Callable[[float, float, dict[str, Value]], tuple[Panel, ...]]


@dataclass(frozen=True)
class Layout:
    """How a kind of cloth is divided.

    Attributes
    ----------
    id : str
    words, about : Words
    source : str
        Where the measures come from.
    estimate : bool
        Whether they are estimates that a person must be told of.
    length_mm, width_mm : float
        The customary cloth.
    parameters : tuple of Parameter
    build : callable
        ``(length_mm, width_mm, values)`` to panels, the lowest first; they tile the cloth.
    tube : bool
        Whether the ends are joined.
    widths : int
        Of how many widths of mori it is sewn.
    """

    id: str
    words: Words
    about: Words
    source: str
    length_mm: float
    width_mm: float
    parameters: tuple[Parameter, ...]
    build: Build
    estimate: bool = True
    tube: bool = False
    widths: int = 1

    @property
    def kacu(self) -> float:
        """How much mori it takes in the traditional unit, squares whose side is the width of the mori."""
        return self.length_mm * self.widths / (self.width_mm / self.widths)

    def panels(self, length_mm: float, width_mm: float, values: dict[str, Value]) -> tuple[Panel, ...]:
        """Return the panels on a cloth.

        Raises
        ------
        BatikError
            ``layout.no_room`` with ``layout`` where a panel would have no area, or as `base.parameter.complete`.
        """
        found = self.build(length_mm, width_mm, complete(self.parameters, values))
        for panel in found:
            if not panel.outline or not all(_has_room(polygon) for polygon in panel.outline):
                raise BatikError("layout.no_room", layout=self.id, length_mm=length_mm, width_mm=width_mm)
        return found


def _has_room(polygon: Polygon) -> bool:
    """Tell whether a polygon is walked clockwise on the screen, as all are drawn, and is not next to nothing."""
    after = (*polygon[1:], *polygon[:1])
    return sum(x * v - u * y for (x, y), (u, v) in zip(polygon, after, strict=True)) / 2 >= LEAST_MM2


LEAST_MM2 = 25.0
"""A panel of less has no room for a motif."""


def mm(key: str, default: float, words: Words, low: float, high: float) -> Parameter:
    """Return a length as a parameter of a layout."""
    return Parameter(key, "float", default, words, "mm", low, high)


def length(values: Mapping[str, Value], key: str) -> float:
    """Return a length that was set, mm."""
    value = values[key]
    return float(value) if isinstance(value, int | float) else 0.0


def mitred(outer: Rect, thickness_mm: float) -> Outline:
    """Return the strip inside a rectangle's border as four trapezoids that meet on the corners' bisectors.

    None where the strip leaves nothing inside.
    """
    out, into = outer.polygon, outer.inset(thickness_mm).polygon
    if not into:
        return ()
    return tuple((out[k], out[(k + 1) % 4], into[(k + 1) % 4], into[k]) for k in range(4))


def diamond(middle: Vector, side_mm: float) -> Polygon:
    """Return a square stood on its corner, from the top, clockwise on the screen."""
    (x, y), half = middle, side_mm / math.sqrt(2)
    return ((x, y - half), (x + half, y), (x, y + half), (x - half, y))


def around(room: Rect, hole: Polygon) -> Outline:
    """Return a rectangle without a polygon about its middle as four pieces; none where it does not lie inside.

    Parameters
    ----------
    room : Rect
    hole : polygon
        With corners straight above, right of, below and left of the middle of ``room``, in that order, as many corners
        between each two of them.
    """
    if not all(room.x0 < x < room.x1 and room.y0 < y < room.y1 for x, y in hole):
        return ()
    corner = (room.polygon[1], room.polygon[2], room.polygon[3], room.polygon[0])
    x, y = room.middle
    edge = ((x, room.y0), (room.x1, y), (x, room.y1), (room.x0, y))
    step = len(hole) // 4
    pieces = []
    for k in range(4):
        arc = [hole[(k * step + i) % len(hole)] for i in range(step + 1)]
        pieces.append((edge[k], corner[k], edge[(k + 1) % 4], *reversed(arc)))
    return tuple(pieces)


def band_along(
    panel_id: str, words: Words, room: Rect, content: Content | None, *, ground: str = "ground", turn: bool = False
) -> Panel:
    """Return a band that runs along a rectangle to the right, its feet down, or turned by half."""
    x, y = (room.x1 if turn else room.x0), room.middle[1]
    return Panel(
        panel_id,
        words,
        (room.polygon,),
        "band",
        (x, y),
        180.0 if turn else 0.0,
        room.x1 - room.x0,
        room.y1 - room.y0,
        ground=ground,
        content=content,
    )


def band_down(
    panel_id: str, words: Words, room: Rect, content: Content | None, *, ground: str = "ground", turn: bool = False
) -> Panel:
    """Return a band that runs down a rectangle with its feet to the left, or upwards with its feet to the right."""
    x, y = room.middle[0], (room.y1 if turn else room.y0)
    return Panel(
        panel_id,
        words,
        (room.polygon,),
        "band",
        (x, y),
        270.0 if turn else 90.0,
        room.y1 - room.y0,
        room.x1 - room.x0,
        ground=ground,
        content=content,
    )


def frame_inside(
    panel_id: str, words: Words, room: Rect, height_mm: float, content: Content | None, *, ground: str = "ground"
) -> Panel:
    """Return a border all round inside a rectangle."""
    return Panel(
        panel_id,
        words,
        mitred(room, height_mm),
        "frame",
        height_mm=height_mm,
        length_mm=room.x1 - room.x0,
        ground=ground,
        content=content,
    )


def rest_of(room: Rect, taken: tuple[Rect, ...]) -> Outline:
    """Return what some rectangles leave of another as rectangles, by the grid of all their sides."""
    xs = sorted({room.x0, room.x1, *(x for one in taken for x in (one.x0, one.x1))})
    ys = sorted({room.y0, room.y1, *(y for one in taken for y in (one.y0, one.y1))})
    found = []
    for left, right in pairwise(xs):
        start: float | None = None
        for top, bottom in pairwise(ys):
            free = not any(one.x0 <= left and right <= one.x1 and one.y0 <= top and bottom <= one.y1 for one in taken)
            if free and start is None:
                start = top
            if not free and start is not None:
                found.append(Rect(left, start, right, top).polygon)
                start = None
        if start is not None:
            found.append(Rect(left, start, right, room.y1).polygon)
    return tuple(found)


BADAN = Words("Badan", "Badan")
KEPALA = Words("Kepala", "Kepala")
PAPAN = Words("Papan", "Papan")
PINGGIRAN = Words("Pinggiran", "Pinggiran")
SERET = Words("Seret", "Seret")
TENGAHAN = Words("Tengahan", "Tengahan")
CEMUKIRAN = Words("Cemukiran", "Cemukiran")
MARGIN = Words("Tepi polos", "Plain edge")

BORDER_MOTIFS = ("ada_ada", "pinggiran", "untu_walang", "lidah_api")
SERET_MOTIFS = ("untu_walang", "seret", "ada_ada")
TUMPAL_MOTIFS = ("tumpal", "pucuk_rebung")
PAPAN_MOTIFS = ("lung_lungan", "papan", "ada_ada")
EDGE_MOTIFS = ("cemukiran",)
