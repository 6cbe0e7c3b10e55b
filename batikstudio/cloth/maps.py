"""Coverage: how much of each pixel every owner has, in a partition that adds up to 255."""

from __future__ import annotations

import hashlib
import math
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as attribute
from functools import lru_cache, partial

import msgspec
import numpy as np
from numpy.typing import NDArray

from batikstudio.cloth.viewport import period_mm
from batikstudio.design import hand
from batikstudio.design.copies import frame_of, images, kept, outline_of
from batikstudio.design.document import Design, Field, Item, MotifItem, Owner
from batikstudio.design.process import owners
from batikstudio.design.shapes import Meetings, Shape, ground_shapes, hull, item_box, item_shapes, meeting_points
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.rings import Rings, rings_of
from batikstudio.pattern.groups import Basis
from batikstudio.pattern.instances import Box, shifts_mm, translations
from batikstudio.raster.coverage import Copies, Snapped, Window, partition, snap, snap_offsets

TOLERANCE_PX = 0.02
"""How far a chord may be from its curve, in pixels: below what 8 bits of coverage can tell."""


@dataclass(frozen=True, eq=False)
class Maps:
    """The shares of a window's pixels.

    Attributes
    ----------
    owners : tuple of (slot, part)
    shares : ndarray of shape (owners, h, w), uint8
        Adds up to 255 in every pixel.
    """

    owners: tuple[Owner, ...]
    shares: NDArray[np.uint8]

    def under(self, covered: set[Owner] | frozenset[Owner]) -> NDArray[np.uint8]:
        """Return how much of each pixel the owners ``covered`` have together, 0 to 255."""
        chosen = [index for index, owner in enumerate(self.owners) if owner in covered]
        total = np.zeros(self.shares.shape[1:], np.uint8)
        for index in chosen:
            total += self.shares[index]
        return total


@lru_cache(maxsize=64)
def _digest_of(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _digest(*told: object) -> bytes:
    return _digest_of(msgspec.msgpack.encode(told, order="deterministic"))


def drawing_key(design: Design) -> bytes:
    """Return a digest of everything that coverage depends on: fields, slots, motifs; not the process."""
    chance = (design.seed, design.look.hand, design.chance)
    return _digest(design.cloth, design.fields, [slot.id for slot in design.slots], design.motifs, chance)


def coverage(design: Design, window: Window, px_per_mm: tuple[float, float]) -> Maps:
    """Draw a window of the cloth; who draws more than one asks `plan_of` once."""
    return plan_of(design, px_per_mm).coverage(window)


def plan_of(design: Design, px_per_mm: tuple[float, float]) -> Plan:
    """Return what is drawn on a cloth, ready to be laid in any window at a resolution."""
    return _planned(_Drawing(drawing_key(design), design), px_per_mm)


@lru_cache(maxsize=8)
def _planned(drawing: _Drawing, px_per_mm: tuple[float, float]) -> Plan:
    return Plan(drawing.design, px_per_mm)


@dataclass(frozen=True)
class _Drawing:
    """A design, told from others by a digest of everything that its drawing depends on."""

    key: bytes
    design: Design = attribute(compare=False)


class Plan:
    """What is drawn on a cloth, field by field, ready to be laid in any window at one resolution."""

    def __init__(self, design: Design, px_per_mm: tuple[float, float]) -> None:
        self.owners = owners(design)
        self._design, self._px_per_mm = design, px_per_mm
        self._index_of = {owner: index for index, owner in enumerate(self.owners)}
        self._fields = [_FieldPlan(design, field, px_per_mm) for field in design.fields]
        self._told = _digest(design.cloth, [field.outline for field in design.fields], self.owners)

    def key(self, window: Window) -> bytes:
        """Return a digest of everything that `coverage` of a window depends on: only what touches it counts."""
        told = [field.key(window) for field in self._fields]
        return hashlib.sha256(b"".join((self._told, *told))).digest()

    def coverage(self, window: Window) -> Maps:
        """Draw a window of the cloth.

        Equal pixels of the grid get equal shares in whatever window they are drawn.
        """
        drawn = [field.shares(window, self._index_of) for field in self._fields]
        fields = self._design.fields
        if len(drawn) == 1 and not fields[0].outline:
            return Maps(self.owners, drawn[0])
        regions = _field_regions(self._design, window, self._px_per_mm)
        total = np.zeros_like(drawn[0])
        for number, (field, shares) in enumerate(zip(fields, drawn, strict=True)):
            region = regions[number].astype(np.uint16)
            part = ((shares * region + 127) // 255).astype(np.uint8)
            ground = self._index_of[field.ground, "areas"]
            # Rounding must not open a hairline: what is missing to the region's own share is the ground's.
            part[ground] = region.astype(np.uint8) - (part.sum(axis=0, dtype=np.uint16) - part[ground]).astype(np.uint8)
            total += part
        return Maps(self.owners, total)


def _field_regions(design: Design, window: Window, px_per_mm: tuple[float, float]) -> NDArray[np.uint8]:
    """Return the share that each field has of each pixel, shape (fields, h, w); the first takes what none covers."""
    groups = []
    for number, field in reversed(list(enumerate(design.fields))):
        outline = rings_of(outline_of(design.cloth, field))
        groups.append((number, [Copies(snap(outline, px_per_mm), np.zeros((1, 2), np.int64))]))
    return partition(groups, len(design.fields), window)


def _tolerance_mm(px_per_mm: tuple[float, float]) -> float:
    """Return the tolerance by octaves of scale, so that outlines are shared between nearby zooms."""
    return TOLERANCE_PX / float(2 ** math.ceil(math.log2(max(px_per_mm))))


Steps = NDArray[np.int64]
"""Steps of the lattice, shape (k, 2)."""


@dataclass(frozen=True, eq=False)
class _Entry:
    """One item, or the filler of the ground: what says what it looks like, and its shapes once they are asked for."""

    name: str
    digest: bytes
    shapes: Callable[[], Sequence[Shape]]
    item: Item | None = None


class _Stock:
    """Entries that are laid at the same images of the cell, in drawing order.

    Parameters
    ----------
    entries : list of _Entry
    boxes : ndarray of shape (entries, 4)
        In the cell's frame, mm, with room for the hand to stray.
    places : list of Affine
        From the cell's frame to the cloth.
    basis : ((x1, y1), (x2, y2))
        The lattice vectors on the cloth, mm.
    keep : callable, optional
        Takes the number of a place, an entry and steps; returns those at which the entry is laid.
    """

    def __init__(
        self,
        entries: list[_Entry],
        boxes: NDArray[np.float64],
        places: list[Affine],
        basis: Basis,
        keep: Callable[[int, _Entry, Steps], Steps] | None = None,
    ) -> None:
        self.entries, self.places, self._basis, self._keep = entries, places, basis, keep
        self._boxes = [_mapped(boxes, place) for place in places]

    def touching(self, rect: Box) -> list[tuple[_Entry, list[tuple[int, NDArray[np.int64]]]]]:
        """Return the entries with copies that may touch a rectangle: by place, the steps of the lattice to them."""
        found: dict[int, list[tuple[int, NDArray[np.int64]]]] = {}
        low, high = np.array(rect[:2]), np.array(rect[2:])
        for place, boxes in enumerate(self._boxes if self.entries else []):
            steps = translations(self._basis, _around(boxes), rect)
            shifts = shifts_mm(self._basis, steps)
            touches = np.all(
                (boxes[:, None, :2] + shifts <= high) & (boxes[:, None, 2:] + shifts >= low),
                axis=2,
            )
            for row in np.flatnonzero(touches.any(axis=1)).tolist():
                some = steps[touches[row]]
                laid = self._keep(place, self.entries[row], some) if self._keep else some
                if len(laid):
                    found.setdefault(row, []).append((place, laid))
        return [(self.entries[row], found[row]) for row in sorted(found)]


class _FieldPlan:
    """What is drawn in a field: the ground's filler, then item by item from the lowest."""

    def __init__(self, design: Design, field: Field, px_per_mm: tuple[float, float]) -> None:
        self._field, self._px_per_mm = field, px_per_mm
        tolerance_mm = _tolerance_mm(px_per_mm)
        frame = frame_of(field)
        vectors = frame.linear @ np.array(field.repeat.basis).T  # columns are the lattice vectors on the cloth
        self._basis: Basis = ((vectors[0, 0], vectors[1, 0]), (vectors[0, 1], vectors[1, 1]))
        self._hands = _Hands(design, field)
        ground = ground_shapes(design, field, tolerance_mm)
        filler = [_Entry("", _digest([shape.rings.points.tobytes() for shape in ground]), lambda: ground)]
        items = [item for layer in field.layers if layer.visible for item in layer.items]
        entries = [
            _Entry(
                item.id,
                _digest(item, design.motifs.get(item.motif) if isinstance(item, MotifItem) else None),
                partial(_shapes_of, design, field, item, tolerance_mm),
                item,
            )
            for item in items
        ]
        boxes = np.array([item_box(design, item) for item in items], np.float64).reshape(-1, 4)
        boxes += np.array([-1, -1, 1, 1]) * (hand.MOST_ASTRAY_MM + tolerance_mm)
        places = [frame @ image for image in images(field.repeat)]
        self._stocks = [
            _Stock(
                filler if ground else [],
                _ground_box(ground),
                [frame],
                self._basis,
                _at_home if any(shape.alone for shape in ground) else None,
            ),
            _Stock(
                entries, boxes, places, self._basis, None if field.edge == "clip" else partial(_whole, design, field)
            ),
        ]
        self._told = _digest(
            field.origin_mm,
            field.angle_deg,
            field.repeat,
            field.ground,
            field.edge,
            field.outline,
            design.chance,
            period_mm(design),
        )

    def key(self, window: Window) -> bytes:
        """Return a digest of all that touches a window."""
        rect = _rect(window, self._px_per_mm)
        touched = [entry.digest for stock in self._stocks for entry, _ in stock.touching(rect)]
        return b"".join((self._told, self._hands.digest, *touched))

    def shares(self, window: Window, index_of: dict[Owner, int]) -> NDArray[np.uint8]:
        """Return the share of each owner in each pixel of a window, shape (owners, h, w)."""
        px_per_mm = self._px_per_mm
        rect = _rect(window, px_per_mm)
        groups: list[tuple[int, list[Copies]]] = []
        for stock in reversed(self._stocks):
            for entry, laid in reversed(stock.touching(rect)):
                for which, shape in reversed(list(enumerate(entry.shapes()))):
                    copies = [
                        Copies(
                            _laid(rings, stock.places[place], px_per_mm),
                            snap_offsets(shifts_mm(self._basis, some), px_per_mm),
                        )
                        for place, steps in laid
                        for rings, some in self._hands.copies(shape, f"{entry.name} {which}", place, steps)
                    ]
                    groups.append((index_of[shape.owner], copies))
        return partition(groups, len(index_of), window, rest=index_of[self._field.ground, "areas"])


def _shapes_of(design: Design, field: Field, item: Item, tolerance_mm: float) -> Sequence[Shape]:
    return item_shapes(design, field, item, tolerance_mm)


def _at_home(_place: int, _entry: _Entry, steps: Steps) -> Steps:
    """Return the step that leads nowhere, if it is among some: the filler of a whole field is laid there only."""
    return steps[np.all(steps == 0, axis=1)]


def _whole(design: Design, field: Field, place: int, entry: _Entry, steps: Steps) -> Steps:
    """Return the steps at which an item is not cut by the edge of its field."""
    items = [entry.item] if entry.item else []
    return kept(design, field, images(field.repeat)[place], steps, lambda: hull(design, field, items))


def _ground_box(ground: Sequence[Shape]) -> NDArray[np.float64]:
    boxes = np.array([shape.rings.bounds for shape in ground], np.float64).reshape(-1, 4)
    if not len(boxes):
        return boxes
    far = hand.MOST_ASTRAY_MM
    box: NDArray[np.float64] = np.array([_around(boxes)]) + np.array([-far, -far, far, far])
    return box


def _rect(window: Window, px_per_mm: tuple[float, float]) -> Box:
    kx, ky = px_per_mm
    return (
        (window.x_px - 1) / kx,
        (window.y_px - 1) / ky,
        (window.x_px + window.width_px + 1) / kx,
        (window.y_px + window.height_px + 1) / ky,
    )


class _Hands:
    """Who draws which copy of each shape: one hand all of them, or each by another."""

    def __init__(self, design: Design, field: Field) -> None:
        self._amount, self._seed = design.look.hand, design.seed
        self.digest = b""
        """Of what makes one hand differ from another."""
        if not self._amount:
            return
        period = period_mm(design)
        self._torus = hand.torus_of(field.repeat.basis, period) if period else None
        self._meetings = meeting_points(design, field)
        self.digest = _digest(self._amount, self._seed, self._meetings.points.tobytes())

    def copies(
        self, shape: Shape, name: str, image: int, steps: NDArray[np.int64]
    ) -> Iterator[tuple[Rings, NDArray[np.int64]]]:
        """Yield the outlines of a shape with the steps of the lattice at which each is laid."""
        if not self._amount:
            yield shape.rings, steps
            return
        home = self._torus.home(steps) if self._torus else steps
        which = hand.variants(self._seed, image, home)
        dots, number = shape.owner[1] == "isen", zlib.crc32(name.encode())
        for variant in np.unique(which):
            yield (
                _by_hand(shape.rings, self._meetings, dots, self._amount, self._seed, int(variant), number),
                steps[which == variant],
            )


@lru_cache(maxsize=4096)
def _by_hand(rings: Rings, met: Meetings, dots: bool, amount: float, seed: int, variant: int, number: int) -> Rings:
    return hand.drawn(_outline(rings, met, dots), amount, seed, variant, number)


@lru_cache(maxsize=1024)
def _outline(rings: Rings, met: Meetings, dots: bool) -> hand.Outline:
    return hand.outline(rings, met.points, dots)


def _around(boxes: NDArray[np.float64]) -> Box:
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _mapped(boxes: NDArray[np.float64], image: Affine) -> NDArray[np.float64]:
    """Return the boxes around boxes that are mapped, shape (n, 4)."""
    x0, y0, x1, y1 = boxes.T
    corners = [image.apply(np.stack(corner, axis=1)) for corner in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
    return np.concatenate((np.minimum.reduce(corners), np.maximum.reduce(corners)), axis=1)


@lru_cache(maxsize=8192)
def _laid(rings: Rings, image: Affine, px_per_mm: tuple[float, float]) -> Snapped:
    return snap(rings, px_per_mm, (image,))
