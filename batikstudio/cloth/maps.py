"""Coverage: how much of each pixel every owner has, in a partition that adds up to 255."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from batikstudio.cloth.viewport import period_mm
from batikstudio.design import hand
from batikstudio.design.copies import frame_of, images, kept, outline_of
from batikstudio.design.document import Design, Field, Owner
from batikstudio.design.process import owners
from batikstudio.design.shapes import GROUND, Meetings, Shape, hull, meeting_points, shapes
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
def _digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def drawing_key(design: Design) -> str:
    """Return a digest of everything that coverage depends on: fields, slots, motifs; not the process."""
    chance = (design.seed, design.look.hand, design.chance)
    drawn = (design.cloth, design.fields, [slot.id for slot in design.slots], design.motifs, chance)
    return _digest_of(msgspec.msgpack.encode(drawn, order="deterministic"))


def coverage(design: Design, window: Window, px_per_mm: tuple[float, float]) -> Maps:
    """Draw a window of the cloth.

    Equal pixels of the grid get equal shares in whatever window they are drawn.
    """
    all_owners = owners(design)
    index_of = {owner: index for index, owner in enumerate(all_owners)}
    drawn = [_field_shares(design, field, window, px_per_mm, index_of) for field in design.fields]
    if len(drawn) == 1 and not design.fields[0].outline:
        return Maps(all_owners, drawn[0])
    regions = _field_regions(design, window, px_per_mm)
    total = np.zeros_like(drawn[0])
    for number, (field, shares) in enumerate(zip(design.fields, drawn, strict=True)):
        region = regions[number].astype(np.uint16)
        part = ((shares * region + 127) // 255).astype(np.uint8)
        ground = index_of[field.ground, "areas"]
        # Rounding must not open a hairline: what is missing to the region's own share is the ground's.
        part[ground] = region.astype(np.uint8) - (part.sum(axis=0, dtype=np.uint16) - part[ground]).astype(np.uint8)
        total += part
    return Maps(all_owners, total)


def _field_regions(design: Design, window: Window, px_per_mm: tuple[float, float]) -> NDArray[np.uint8]:
    """Return the share that each field has of each pixel, shape (fields, h, w); the first takes what none covers."""
    groups = []
    for number, field in reversed(list(enumerate(design.fields))):
        outline = rings_of(outline_of(design.cloth, field))
        groups.append((number, [Copies(snap(outline, px_per_mm), np.zeros((1, 2), np.int64))]))
    return partition(groups, len(design.fields), window)


def _field_shares(
    design: Design, field: Field, window: Window, px_per_mm: tuple[float, float], index_of: dict[Owner, int]
) -> NDArray[np.uint8]:
    kx, ky = px_per_mm
    rect = (
        (window.x_px - 1) / kx,
        (window.y_px - 1) / ky,
        (window.x_px + window.width_px + 1) / kx,
        (window.y_px + window.height_px + 1) / ky,
    )
    frame = frame_of(field)
    basis = frame.linear @ np.array(field.repeat.basis).T  # columns are the lattice vectors on the cloth
    vectors = ((basis[0, 0], basis[1, 0]), (basis[0, 1], basis[1, 1]))
    laid = [frame @ image for image in images(field.repeat)]
    drawn = shapes(design, field, _tolerance_mm(px_per_mm))
    places = {shape.item: [frame] if shape.once else laid for shape in drawn}
    steps = _whole(design, field, _steps(drawn, places, vectors, rect))
    hands = _Hands(design, field, drawn)
    groups: list[tuple[int, list[Copies]]] = []
    for number, shape in reversed(list(enumerate(drawn))):
        copies = [
            Copies(_laid(rings, image, px_per_mm), snap_offsets(shifts_mm(vectors, some), px_per_mm))
            for index, image in enumerate(places[shape.item])
            for rings, some in hands.copies(number, index, steps[shape.item][index])
        ]
        if copies:
            groups.append((index_of[shape.owner], copies))
    return partition(groups, len(index_of), window, rest=index_of[field.ground, "areas"])


class _Hands:
    """Who draws which copy of each shape: one hand all of them, or each by another."""

    def __init__(self, design: Design, field: Field, drawn: tuple[Shape, ...]) -> None:
        self._amount, self._seed, self._drawn = design.look.hand, design.seed, drawn
        if not self._amount:
            return
        period = period_mm(design)
        self._torus = hand.torus_of(field.repeat.basis, period) if period else None
        self._meetings = meeting_points(design, field)

    def copies(self, number: int, image: int, steps: NDArray[np.int64]) -> Iterator[tuple[Rings, NDArray[np.int64]]]:
        """Yield the outlines of a shape with the steps of the lattice at which each is laid."""
        shape = self._drawn[number]
        if not len(steps):
            return
        if not self._amount:
            yield shape.rings, steps
            return
        home = self._torus.home(steps) if self._torus else steps
        which = hand.variants(self._seed, image, home)
        dots = shape.owner[1] == "isen"
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


def _tolerance_mm(px_per_mm: tuple[float, float]) -> float:
    """Return the tolerance by octaves of scale, so that outlines are shared between nearby zooms."""
    return TOLERANCE_PX / float(2 ** math.ceil(math.log2(max(px_per_mm))))


def _steps(
    drawn: tuple[Shape, ...], places: dict[str, list[Affine]], basis: Basis, rect: Box
) -> dict[str, list[NDArray[np.int64]]]:
    """Return, for each item and each image of the cell, the steps to the copies that may touch a rectangle.

    Asked once for all shapes of an item; the kernel leaves out the rings that do not touch.
    """
    boxes: dict[str, list[Box]] = {}
    for shape in drawn:
        boxes.setdefault(shape.item, []).append(shape.rings.bounds)
    far = hand.MOST_ASTRAY_MM
    found = {}
    for item, parts in boxes.items():
        x0, y0, x1, y1 = _around(np.array(parts))
        box = (x0 - far, y0 - far, x1 + far, y1 + far)
        found[item] = [translations(basis, _mapped(box, image), rect) for image in places[item]]
    if any(shape.alone for shape in drawn):
        found[GROUND] = [np.zeros((1, 2), np.int64)]
    return found


def _whole(
    design: Design, field: Field, steps: dict[str, list[NDArray[np.int64]]]
) -> dict[str, list[NDArray[np.int64]]]:
    """Return the steps without those at which an item would be cut, where the field takes only whole ones."""
    if field.edge == "clip":
        return steps
    items = {item.id: item for item in field.items()}
    laid = images(field.repeat)
    return {
        key: found
        if key == GROUND
        else [
            kept(design, field, image, some, lambda one=items[key]: hull(design, field, [one]))  # type: ignore[misc]
            for image, some in zip(laid, found, strict=True)
        ]
        for key, found in steps.items()
    }


def _around(boxes: NDArray[np.float64]) -> Box:
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _mapped(box: Box, image: Affine) -> Box:
    x0, y0, x1, y1 = box
    corners = image.apply(np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]]))
    return _around(np.concatenate((corners, corners), axis=1))


@lru_cache(maxsize=4096)
def _laid(rings: Rings, image: Affine, px_per_mm: tuple[float, float]) -> Snapped:
    return snap(rings, px_per_mm, (image,))
