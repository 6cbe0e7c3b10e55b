"""What is read from an SVG: shapes in mm in drawing order, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from batikstudio.geometry.path import Path
from batikstudio.motifs.svg.left_out import LeftOut
from batikstudio.motifs.svg.paint import Colour

Cap = Literal["round", "butt"]


@dataclass(frozen=True)
class Pen:
    """How a shape is painted.

    Attributes
    ----------
    fill, stroke : Colour or None
        As it looks on white where it lets some through; None where there is no fill or no stroke.
    even_odd : bool
        The rule of the fill; nonzero otherwise.
    cap : str
        Square ends are butt ends of a longer line.
    inked_line : bool
        Whether the fill is what a stroke covers that a line could not hold.
    """

    fill: Colour | None
    even_odd: bool
    stroke: Colour | None
    cap: Cap
    inked_line: bool = False


@dataclass(frozen=True, eq=False)
class Shape:
    """One shape with all transforms applied.

    Attributes
    ----------
    path : Path
        In mm.
    pen : Pen
    stroke_width_mm : float
        0 where there is no stroke.
    kind, role : str
        ``data-kind`` and ``data-role``, its own or the nearest group's; empty if there are none.
    names : tuple of str
        Its id, its classes and its label, then those of the groups around it, the nearest first.
    """

    path: Path
    pen: Pen
    stroke_width_mm: float
    kind: str
    role: str
    names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Drawing:
    """A drawing in mm, its origin at the origin of the file's own user units.

    Attributes
    ----------
    shapes : tuple of Shape
        In drawing order, the last on top.
    page_mm : (x0, y0, x1, y1) or None
        The box of the page; None where the file does not tell its size.
    metadata : str
        The text in ``metadata``.
    left_out : tuple of (kind, count)
        Kinds of `left_out.LEFT_OUT`.
    """

    shapes: tuple[Shape, ...]
    page_mm: tuple[float, float, float, float] | None
    metadata: str
    left_out: LeftOut
