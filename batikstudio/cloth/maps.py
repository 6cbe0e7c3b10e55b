"""Coverage: how much of each pixel every owner has, in a partition that adds up to 255."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from functools import lru_cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from batikstudio.design.document import Design, Field, Owner
from batikstudio.design.process import owners
from batikstudio.design.shapes import Shape, shapes
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.rings import Rings, rings_of
from batikstudio.pattern.groups import Basis, cosets
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
    drawn = (design.cloth, design.fields, [slot.id for slot in design.slots], design.motifs)
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
    length, width = design.cloth.length_mm, design.cloth.width_mm
    whole = ((0.0, 0.0), (length, 0.0), (length, width), (0.0, width))
    groups = []
    for number, field in reversed(list(enumerate(design.fields))):
        outline = rings_of([np.array(polygon) for polygon in (field.outline or (whole,))])
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
    frame = Affine.translation(*field.origin_mm) @ Affine.rotation(field.angle_deg)
    basis = frame.linear @ np.array(field.repeat.basis).T  # columns are the lattice vectors on the cloth
    vectors = ((basis[0, 0], basis[1, 0]), (basis[0, 1], basis[1, 1]))
    images = [frame @ coset for coset in cosets(field.repeat.group, field.repeat.basis)]
    drawn = shapes(design, field, _tolerance_mm(px_per_mm))
    placed = _placed(drawn, images, vectors, rect)
    groups: list[tuple[int, list[Copies]]] = []
    for shape in reversed(drawn):
        copies = [
            Copies(_laid(shape.rings, image, px_per_mm), snap_offsets(shifts, px_per_mm))
            for image, shifts in zip(images, placed[shape.item], strict=True)
            if len(shifts)
        ]
        if copies:
            groups.append((index_of[shape.owner], copies))
    return partition(groups, len(index_of), window, rest=index_of[field.ground, "areas"])


def _tolerance_mm(px_per_mm: tuple[float, float]) -> float:
    """Return the tolerance by octaves of scale, so that outlines are shared between nearby zooms."""
    return TOLERANCE_PX / float(2 ** math.ceil(math.log2(max(px_per_mm))))


def _placed(
    drawn: tuple[Shape, ...], images: list[Affine], basis: Basis, rect: Box
) -> dict[str, list[NDArray[np.float64]]]:
    """Return, for each item and each image of the cell, the shifts in mm of the copies that may touch a rectangle.

    Asked once for all shapes of an item; the kernel leaves out the rings that do not touch.
    """
    boxes: dict[str, list[Box]] = {}
    for shape in drawn:
        boxes.setdefault(shape.item, []).append(shape.rings.bounds)
    found = {}
    for item, parts in boxes.items():
        box = _around(np.array(parts))
        found[item] = [shifts_mm(basis, translations(basis, _mapped(box, image), rect)) for image in images]
    return found


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
