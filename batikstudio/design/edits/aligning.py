"""Edits that line items up and space them evenly, by what they cover."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from batikstudio.design.document import Design
from batikstudio.design.edits.items import transform
from batikstudio.design.shapes import bounds_of
from batikstudio.geometry.affine import Affine

Side = Literal["left", "middle", "right", "top", "centre", "bottom"]
Axis = Literal["x", "y"]
Box = tuple[float, float, float, float]

_ALIGNED: dict[Side, tuple[int, float]] = {
    "left": (0, 0.0),
    "middle": (0, 0.5),
    "right": (0, 1.0),
    "top": (1, 0.0),
    "centre": (1, 0.5),
    "bottom": (1, 1.0),
}
"""Along which axis, and where between both sides of the box."""


def align(design: Design, item_ids: Sequence[str], side: Side) -> Design:
    """Bring a side or the middle of items to that of the box around them all.

    Parameters
    ----------
    design : Design
    item_ids : sequence of str
    side : str
        ``"left"``, ``"middle"`` or ``"right"`` along x, ``"top"``, ``"centre"`` or ``"bottom"`` along y.

    Raises
    ------
    BatikError
        ``item.unknown`` or ``layer.locked``.
    """
    axis, share = _ALIGNED[side]
    boxes = _boxes(design, item_ids)
    if not boxes:
        return design
    low, high = min(box[axis] for box in boxes.values()), max(box[axis + 2] for box in boxes.values())
    for item_id, box in boxes.items():
        by = (1 - share) * (low - box[axis]) + share * (high - box[axis + 2])
        design = _moved(design, item_id, axis, by)
    return design


def distribute(design: Design, item_ids: Sequence[str], axis: Axis) -> Design:
    """Leave equal gaps between items along an axis; the outermost stay. Raises as `align`."""
    index = "xy".index(axis)
    boxes = _boxes(design, item_ids)
    if len(boxes) < 3:
        return design
    order = sorted(boxes, key=lambda one: boxes[one][index] + boxes[one][index + 2])
    first, last = boxes[order[0]], boxes[order[-1]]
    inner = order[1:-1]
    room = last[index] - first[index + 2] - sum(boxes[one][index + 2] - boxes[one][index] for one in inner)
    gap, at = room / (len(order) - 1), first[index + 2]
    for item_id in inner:
        box = boxes[item_id]
        design = _moved(design, item_id, index, at + gap - box[index])
        at += gap + box[index + 2] - box[index]
    return design


def _boxes(design: Design, item_ids: Sequence[str]) -> dict[str, Box]:
    found = {item_id: bounds_of(design, [item_id]) for item_id in dict.fromkeys(item_ids)}
    return {item_id: box for item_id, box in found.items() if box is not None}


def _moved(design: Design, item_id: str, axis: int, by: float) -> Design:
    return transform(design, [item_id], Affine.translation(by, 0.0) if axis == 0 else Affine.translation(0.0, by))
