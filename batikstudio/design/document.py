"""The types of a design. Lengths are mm, angles degrees clockwise; colours are slots, dyes and amounts, never RGB.

The cloth lies with its length across the screen: x runs along the length to the right, y from selvedge to selvedge,
down. Every value here is immutable, its dictionaries included: an edit makes a new design that shares what it kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, Self

import msgspec
from msgspec import Meta

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import IDENTITY, Affine
from batikstudio.motifs.motif import PartKind

Vector = tuple[float, float]
Basis = tuple[Vector, Vector]
Owner = tuple[str, PartKind]
"""A (slot, part): what is under wax, or open, as one."""

Length = Annotated[float, Meta(gt=0.0, le=100_000.0)]
Share = Annotated[float, Meta(ge=0.0, le=1.0)]
LineWidth = Annotated[float, Meta(gt=0.0, le=100.0)]
Repeats = Annotated[int, Meta(ge=1, le=1000)]
Seed = Annotated[int, Meta(ge=1, le=2**31 - 1)]
Chosen = Annotated[int, Meta(ge=0, le=2**31 - 1)]
"""What may stand in a file: checked when one is read, so that nothing later meets a cloth without length."""


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """What every part of the document is: an immutable record that is written by its field names."""


class Cloth(Node, frozen=True, kw_only=True):
    """The piece of mori: ``length_mm`` along x, ``width_mm`` from selvedge to selvedge along y.

    ``fabric`` is the id of a mori grade; a ``tube`` joins its two ends, as a sarung does.
    """

    length_mm: Length
    width_mm: Length
    fabric: str = "prima"
    tube: bool = False

    @property
    def kacu(self) -> float:
        """The length in the traditional unit: squares whose side is the width."""
        return self.length_mm / self.width_mm


class Repeat(Node, frozen=True, kw_only=True):
    """How a cell is laid over a field.

    ``name`` is the plain name it was chosen by, ``width_mm`` and ``height_mm`` the size it was chosen with; ``basis``
    and ``group`` are what they come to: the two lattice vectors and the wallpaper group. ``residual_percent`` and
    ``residual_deg`` tell how far an oblique repeat was moved to fit an upright rectangle. ``places`` are where the cell
    lies more than once between two steps of the lattice (a ring, a frame, a toss); empty for once, at home.
    """

    name: str
    width_mm: Length
    height_mm: Length
    basis: Basis
    group: str = "p1"
    residual_deg: float = 0.0
    residual_percent: float = 0.0
    places: Annotated[tuple[Affine, ...], Meta(max_length=4096)] = ()


class Isen(Node, frozen=True, kw_only=True):
    """A filler in a region: which one, the slot that it is drawn in, and what differs from its usual values.

    ``chosen`` is the seed it was chosen with for the shape of its region, 0 where a person chose it.
    """

    kind: str
    slot: str
    parameters: dict[str, Value] = {}
    chosen: Chosen = 0


class Curve(Node, frozen=True, kw_only=True):
    """A path as it stands in a file: ``verbs`` are M (one point), L (one), C (three) and Z (none)."""

    verbs: Annotated[str, Meta(pattern="^(M[LC]*Z?)+$")]
    points: tuple[Vector, ...]


class MotifSource(Node, frozen=True, kw_only=True):
    """Which motif is used, with which values, and a copy of its drawing so that an old file looks the same.

    ``copy`` is a key of `Design.assets`; ``id`` is empty for a motif that is only in this file.
    """

    id: str
    version: int
    parameters: dict[str, Value] = {}
    copy: str


class MotifItem(Node, frozen=True, kw_only=True, tag="motif", tag_field="kind"):
    """A motif laid in the cell: its place, which slot each role takes, and the filler in the regions of a role."""

    id: str
    motif: str
    transform: Affine = IDENTITY
    slots: dict[str, str] = {}
    isen: dict[str, Isen] = {}

    @property
    def roles(self) -> dict[str, str]:
        """Which slot each role has."""
        return self.slots

    def with_roles(self, slots: Mapping[str, str]) -> Self:
        """Return the item with other slots for some roles."""
        return msgspec.structs.replace(self, slots={**self.slots, **slots})


class StrokeItem(Node, frozen=True, kw_only=True, tag="stroke", tag_field="kind"):
    """A canting stroke: ``spine`` in mm, and the width along it.

    ``widths_mm`` are (share of the length, width) in rising order, the same along each subpath: a canting with several
    spouts draws several at once. ``part`` says which work it belongs to, the klowong or the isen.
    """

    id: str
    spine: Curve
    widths_mm: Annotated[tuple[tuple[Share, LineWidth], ...], Meta(min_length=1)]
    slot: str
    part: Literal["lines", "isen"] = "lines"
    canting: str = ""
    transform: Affine = IDENTITY

    @property
    def roles(self) -> dict[str, str]:
        """Its slot, under the role of an outline."""
        return {"outline": self.slot}

    def with_roles(self, slots: Mapping[str, str]) -> Self:
        """Return the stroke in the slot of the role of an outline."""
        return msgspec.structs.replace(self, slot=slots.get("outline", self.slot))


class AreaItem(Node, frozen=True, kw_only=True, tag="area", tag_field="kind"):
    """A closed shape, filled by the nonzero rule, and the filler in it."""

    id: str
    outline: Curve
    slot: str
    transform: Affine = IDENTITY
    isen: dict[str, Isen] = {}

    @property
    def roles(self) -> dict[str, str]:
        """Its slot, under the role of a body."""
        return {"body": self.slot}

    def with_roles(self, slots: Mapping[str, str]) -> Self:
        """Return the shape in the slot of the role of a body."""
        return msgspec.structs.replace(self, slot=slots.get("body", self.slot))


Item = MotifItem | StrokeItem | AreaItem
"""What a layer may hold."""


class Layer(Node, frozen=True, kw_only=True):
    """Items in drawing order, the last on top."""

    id: str
    name: str
    visible: bool = True
    locked: bool = False
    items: tuple[Item, ...] = ()


class Field(Node, frozen=True, kw_only=True):
    """A region of the cloth with its own composition.

    ``outline`` is one or more polygons in mm on the cloth, empty for the whole cloth; ``origin_mm`` and ``angle_deg``
    place the cell's frame; ``ground`` is the slot of everything that no item covers, and ``isen`` the filler there.
    At its ``edge`` copies are cut, or only whole ones are laid.
    """

    id: str
    name: str
    outline: tuple[tuple[Vector, ...], ...] = ()
    origin_mm: Vector = (0.0, 0.0)
    angle_deg: float = 0.0
    repeat: Repeat
    ground: str
    isen: Isen | None = None
    edge: Literal["clip", "whole"] = "clip"
    layers: Annotated[tuple[Layer, ...], Meta(max_length=10_000)] = ()

    def items(self) -> Iterator[Item]:
        """Yield the items of all layers in drawing order."""
        for layer in self.layers:
            yield from layer.items


class Slot(Node, frozen=True, kw_only=True):
    """A history in the process under a name; ``rank`` says which one, so that another process can take it over."""

    id: str
    name: Words
    rank: str


class Step(Node, frozen=True, kw_only=True):
    """One act on the cloth. ``kind`` names a module of `design.steps`, which says what the settings may be."""

    id: str
    kind: str
    name: Words
    enabled: bool = True
    settings: dict[str, Value] = {}


class Colourway(Node, frozen=True, kw_only=True):
    """One order of work over the slots of the design. ``process`` is the id of the workshop's process it follows."""

    id: str
    name: Words
    process: str
    steps: Annotated[tuple[Step, ...], Meta(max_length=1000)]

    def step(self, step_id: str) -> Step:
        """Return a step by its id; raises `BatikError` ``step.unknown``."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise BatikError("step.unknown", step=step_id, known=[step.id for step in self.steps])


class Chance(Node, frozen=True, kw_only=True):
    """Where what is random comes round again: after ``nx`` by ``ny`` repeats, or nowhere on the cloth."""

    scope: Literal["repeat", "cloth"] = "repeat"
    nx: Repeats = 1
    ny: Repeats = 1


class Look(Node, frozen=True, kw_only=True):
    """How the cloth is made and shown.

    ``hand`` is 0 where every copy is equal, as of a cap, and 1 where each differs as the hand draws it (tulis);
    ``uneven`` dyeing is 0 even to 1 strong; ``weave`` shows the yarns' shade.
    """

    hand: Share = 0.0
    uneven: Share = 0.5
    weave: bool = True


class Arrangement(Node, frozen=True, kw_only=True):
    """The layout that the fields were made by, and what differs from its usual measures."""

    id: str
    values: dict[str, Value] = {}


class Guide(Node, frozen=True, kw_only=True):
    """A help line across the cloth: upright at a place along ``x``, or level at a place along ``y``, mm."""

    axis: Literal["x", "y"]
    at_mm: float


class Design(Node, frozen=True, kw_only=True):
    """The whole document.

    ``assets`` holds the bytes that the design brings along, by the SHA-256 of their content; they are members of the
    file of their own and not part of its ``document.json``. ``process`` is the id of the active colourway.
    """

    title: str
    author: str = ""
    notes: str = ""
    seed: Seed = 1
    chance: Chance = Chance()
    look: Look = Look()
    cloth: Cloth
    fields: Annotated[tuple[Field, ...], Meta(min_length=1, max_length=1000)]
    slots: Annotated[tuple[Slot, ...], Meta(min_length=1, max_length=256)]
    colourways: Annotated[tuple[Colourway, ...], Meta(min_length=1, max_length=256)]
    process: str
    motifs: dict[str, MotifSource] = {}
    assets: dict[str, bytes] = {}
    layout: Arrangement | None = None
    guides: Annotated[tuple[Guide, ...], Meta(max_length=200)] = ()

    @property
    def colourway(self) -> Colourway:
        """The active colourway; the first one if the design names one that it does not have."""
        return next((one for one in self.colourways if one.id == self.process), self.colourways[0])

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the active colourway."""
        return self.colourway.steps

    def field(self, field_id: str) -> Field:
        """Return a field by its id; raises `BatikError` ``field.unknown``."""
        for field in self.fields:
            if field.id == field_id:
                return field
        raise BatikError("field.unknown", field=field_id, known=[field.id for field in self.fields])

    def slot(self, slot_id: str) -> Slot:
        """Return a slot by its id; raises `BatikError` ``slot.unknown``."""
        for slot in self.slots:
            if slot.id == slot_id:
                return slot
        raise BatikError("slot.unknown", slot=slot_id, known=[slot.id for slot in self.slots])

    def find_item(self, item_id: str) -> tuple[Field, Layer, Item]:
        """Return an item with its field and layer; raises `BatikError` ``item.unknown``."""
        for field in self.fields:
            for layer in field.layers:
                for item in layer.items:
                    if item.id == item_id:
                        return field, layer, item
        raise BatikError("item.unknown", item=item_id)


def fresh_id(prefix: str, taken: set[str]) -> str:
    """Return ``prefix`` with the smallest number that is not taken yet."""
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"
