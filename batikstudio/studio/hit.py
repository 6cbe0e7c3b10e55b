"""What lies under a point of the cloth, and where what is selected lies."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from batikstudio.base.errors import BatikError
from batikstudio.design.copies import field_at, frame_of, images, kept
from batikstudio.design.document import AreaItem, Design, Field, Item, MotifItem
from batikstudio.design.embedding import resolve
from batikstudio.design.shapes import bounds_of, hull, item_shapes
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Points
from batikstudio.geometry.rings import Rings
from batikstudio.pattern.instances import translations

TOLERANCE_MM = 0.1
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Hit:
    """An item under a point, and which of its copies: ``copy`` maps the cell's frame to the cloth."""

    field: str
    item: str
    copy: Affine


def item_at(design: Design, x_mm: float, y_mm: float, reach_mm: float = 0.5) -> Hit | None:
    """Return the topmost item at a point of the cloth, any of its copies, in a layer that is visible and not locked.

    Parameters
    ----------
    design : Design
    x_mm, y_mm : float
    reach_mm : float
        How far beside a shape a click still takes it, where it lies on none.
    """
    return _item_at(design, x_mm, y_mm, 0.0) or _item_at(design, x_mm, y_mm, reach_mm)


def _item_at(design: Design, x_mm: float, y_mm: float, reach_mm: float) -> Hit | None:
    field = field_at(design, x_mm, y_mm)
    frame = frame_of(field)
    x, y = (float(v) for v in frame.inverse().apply(np.array([[x_mm, y_mm]]))[0])
    for layer in reversed(field.layers):
        if not layer.visible or layer.locked:
            continue
        for item in reversed(layer.items):
            copy = _copy_at(design, field, item, x, y, reach_mm)
            if copy is not None:
                return Hit(field.id, item.id, frame @ copy)
    return None


def slot_at(design: Design, x_mm: float, y_mm: float) -> str | None:
    """Return the slot of what is seen at a point of the cloth, locked layers included; None beside the cloth.

    Where nothing is drawn it is the ground's.
    """
    if not (0 <= x_mm < design.cloth.length_mm and 0 <= y_mm < design.cloth.width_mm):
        return None
    field = field_at(design, x_mm, y_mm)
    x, y = (float(v) for v in frame_of(field).inverse().apply(np.array([[x_mm, y_mm]]))[0])
    for layer in reversed(field.layers):
        for item in reversed(layer.items if layer.visible else ()):
            copy = _copy_at(design, field, item, x, y, 0.0)
            if copy is None:
                continue
            home = copy.inverse().apply(np.array([[x, y]]))[0]
            for shape in reversed(item_shapes(design, field, item, TOLERANCE_MM)):
                if _covers(shape.rings, float(home[0]), float(home[1]), 0.0):
                    return shape.owner[0]
    return field.ground


def _copy_at(design: Design, field: Field, item: Item, x: float, y: float, reach_mm: float) -> Affine | None:
    """Return which copy of an item covers a point of the cell's frame."""
    shapes = item_shapes(design, field, item, TOLERANCE_MM)
    if not shapes:
        return None
    basis = field.repeat.basis
    for coset in images(field.repeat):
        box = _joined(shape.rings.transformed(coset).bounds for shape in shapes)
        rect = (x - reach_mm, y - reach_mm, x + reach_mm, y + reach_mm)
        steps = translations(basis, box, rect)
        for step in kept(design, field, coset, steps, lambda: hull(design, field, [item])):
            dx, dy = (float(v) for v in step @ np.array(basis))
            copy = Affine.translation(dx, dy) @ coset
            home = copy.inverse().apply(np.array([[x, y]]))[0]
            if any(_covers(shape.rings, float(home[0]), float(home[1]), reach_mm) for shape in shapes):
                return copy
    return None


def _covers(rings: Rings, x: float, y: float, reach_mm: float) -> bool:
    x0, y0, x1, y1 = rings.bounds
    if not (x0 - reach_mm <= x <= x1 + reach_mm and y0 - reach_mm <= y <= y1 + reach_mm):
        return False
    if rings.contains(x, y):
        return True
    return any(_distance(ring, x, y) <= reach_mm for ring in rings)


def _distance(ring: Points, x: float, y: float) -> float:
    """Return how far a point is from the border of a ring."""
    start, along = ring, np.roll(ring, -1, axis=0) - ring
    to_point = np.array([x, y]) - start
    length = np.maximum((along**2).sum(axis=1), 1e-18)
    share = np.clip((to_point * along).sum(axis=1) / length, 0.0, 1.0)
    return float(np.sqrt(((to_point - share[:, None] * along) ** 2).sum(axis=1)).min())


def centre_of(design: Design, item_ids: Iterable[str]) -> tuple[float, float]:
    """Return the middle of the items' box in their cell's frame; (0, 0) if there are none."""
    x0, y0, x1, y1 = bounds_of(design, item_ids) or (0.0, 0.0, 0.0, 0.0)
    return (x0 + x1) / 2, (y0 + y1) / 2


def pivot_of(design: Design, item_ids: Iterable[str]) -> tuple[float, float]:
    """Return about what items turn: the mean of their drawings' middles in the cell's frame; (0, 0) if there are none.

    Unlike the middle of their box it turns with them, so that a turn and its opposite come back, and a whole round too.
    """
    middles = [_middle(design, design.find_item(item_id)[2]) for item_id in item_ids]
    if not middles:
        return 0.0, 0.0
    x, y = np.mean(middles, axis=0)
    return float(x), float(y)


def _middle(design: Design, item: Item) -> Points:
    """Return the middle of an item's drawing, laid in the cell."""
    x0 = y0 = x1 = y1 = 0.0
    if isinstance(item, MotifItem):
        with suppress(BatikError):
            x0, y0, x1, y1 = resolve(design, item.motif).bounds
    else:
        points = np.array((item.outline if isinstance(item, AreaItem) else item.spine).points)
        (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
    middle: Points = item.transform.apply(np.array([[(x0 + x1) / 2, (y0 + y1) / 2]]))[0]
    return middle


def _joined(boxes: Iterable[Box]) -> Box:
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)
