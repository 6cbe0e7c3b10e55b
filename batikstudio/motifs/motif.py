"""What a motif is: parts with roles, in mm about its own origin, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path

PartKind = Literal["lines", "isen", "areas"]
PART_KINDS: tuple[PartKind, ...] = ("lines", "isen", "areas")

ROLES: dict[str, Words] = {
    "outline": Words("garis", "outline"),
    "inline": Words("garis dalam", "inner line"),
    "body": Words("bidang", "body"),
    "heart": Words("bagian dalam", "heart"),
    "filler": Words("isen", "filler"),
    "accent": Words("aksen", "accent"),
    "ground": Words("latar", "ground"),
}
"""The roles a part may have, with their labels. A role is given a slot by the item that lays the motif."""

USUAL_RANKS: dict[str, str] = {
    "outline": "line",
    "inline": "detail",
    "body": "kept",
    "heart": "keep1",
    "filler": "kept",
    "accent": "detail",
    "ground": "ground",
}
"""Which rank of slot each role takes when a motif is placed and says nothing else.

A detail is drawn as lines are; where a process has no slot for lines it is dark, so that it shows on the white body."""


@dataclass(frozen=True, eq=False)
class Part:
    """One drawing act of a motif: a canting line, filler dots or strokes, or an area.

    Attributes
    ----------
    kind : str
        ``"lines"`` (klowong), ``"isen"`` or ``"areas"``: which wax and which step it belongs to.
    role : str
        One of `ROLES`.
    path : Path
        In mm about the motif's origin. Filled (nonzero) where ``width_mm`` is None, else drawn as a line.
    width_mm : float or None
        Width of the line on the cloth; it stays when the motif is scaled.
    cap : str
        ``"round"`` or ``"butt"``: the ends of an open line. A lone point with a round cap is a dot.
    even_odd : bool
        Fill by the even-odd rule instead of nonzero.
    """

    kind: PartKind
    role: str
    path: Path
    width_mm: float | None = None
    cap: Literal["round", "butt"] = "round"
    even_odd: bool = False


@dataclass(frozen=True)
class CustomaryRepeat:
    """How a motif is usually laid: a plain name as `pattern.repeats` reads it, and the size of the repeat, mm.

    ``group`` tells the symmetry that the drawing already has; it is laid by plain copies.
    """

    name: str
    width_mm: float
    height_mm: float
    group: str = ""


@dataclass(frozen=True)
class About:
    """What is known of a motif, apart from its drawing.

    Attributes
    ----------
    id, version
        Its name in files, and a number that rises when its drawing changes.
    name, meaning : Words
    family : str
        The folder it is filed under: ``ceplok``, ``parang``, ``probolinggo``…
    region : Words
    source : str
        Where the meaning and the construction come from.
    author, licence : str
        Who drew it and what others may do with it; empty where nobody said.
    uncertain : bool
        Whether a person must be told that this is not certain.
    larangan : Words or None
        The note of a pattern that was reserved for the court.
    ground : str
        The rank of the slot of the ground when a design is made of it.
    ranks : dict of role to rank
        Where this motif departs from `USUAL_RANKS`.
    """

    id: str
    name: Words
    meaning: Words
    family: str
    region: Words
    source: str
    version: int = 1
    uncertain: bool = False
    larangan: Words | None = None
    ground: str = "ground"
    ranks: dict[str, str] = field(default_factory=dict)
    author: str = ""
    licence: str = ""


@dataclass(frozen=True, eq=False)
class Motif:
    """A motif ready to lay: what is known of it, its parts in drawing order (the last on top), its repeat.

    Attributes
    ----------
    about : About
    parts : tuple of Part
    repeat : CustomaryRepeat
    parameters : dict of str to value
        The parameters it was drawn with; empty for a drawing.
    """

    about: About
    parts: tuple[Part, ...]
    repeat: CustomaryRepeat
    parameters: dict[str, Value] = field(default_factory=dict)

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of its parts, each once, in the order of `ROLES`."""
        used = {part.role for part in self.parts}
        return tuple(role for role in ROLES if role in used)

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """The box ``(x0, y0, x1, y1)`` of its control points, lines' widths included, mm."""
        boxes = []
        for part in self.parts:
            half = (part.width_mm or 0.0) / 2
            low, high = part.path.points.min(axis=0) - half, part.path.points.max(axis=0) + half
            boxes.append((*low, *high))
        x0, y0, x1, y1 = zip(*boxes, strict=True)
        return (float(min(x0)), float(min(y0)), float(max(x1)), float(max(y1)))

    def centred(self) -> Affine:
        """Return the shift that brings the middle of its box to the origin."""
        x0, y0, x1, y1 = self.bounds
        return Affine.translation(-(x0 + x1) / 2, -(y0 + y1) / 2)
