"""Whether scattered copies touch one another: they may, once what is drawn has grown since they were laid."""

from __future__ import annotations

from functools import lru_cache

import msgspec
import numpy as np

from batikstudio.base.errors import BatikError
from batikstudio.design.copies import images
from batikstudio.design.document import Basis, Design, Field
from batikstudio.design.shapes import HULL_TOLERANCE_MM, item_shapes
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.areas import intersection, normalised
from batikstudio.geometry.rings import Rings
from batikstudio.pattern.instances import shifts_mm, translations

TOUCHING_MM2 = 1e-4
"""Less than that in common is no collision."""


def collide(design: Design, field: Field) -> bool:
    """Tell whether any two copies of a field's cell cover each other."""
    drawn = [
        ring
        for layer in field.layers
        if layer.visible
        for item in layer.items
        for shape in item_shapes(design, field, item, HULL_TOLERANCE_MM)
        for ring in shape.rings
    ]
    one = normalised(drawn)
    try:
        laid = images(field.repeat)
    except BatikError:
        return False
    key = msgspec.msgpack.encode((field.repeat, [ring.tolist() for ring in one]))
    return bool(len(one)) and _collide(_Keyed(key, one), laid, field.repeat.basis)


class _Keyed:
    """Rings, told from others by their bytes."""

    def __init__(self, key: bytes, rings: Rings) -> None:
        self.key, self.rings = key, rings

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Keyed) and other.key == self.key


@lru_cache(maxsize=32)
def _collide(drawn: _Keyed, laid: tuple[Affine, ...], basis: Basis) -> bool:
    copies = [drawn.rings.transformed(image) for image in laid]
    x0, y0, x1, y1 = drawn.rings.bounds
    middle = np.array([((x0 + x1) / 2, (y0 + y1) / 2)])
    across = 2 * float(np.hypot(*(drawn.rings.points - middle).T).max())
    middles = np.concatenate([image.apply(middle) for image in laid])
    for number, copy in enumerate(copies):
        for later, other in enumerate(copies[number:], number):
            steps = translations(basis, other.bounds, copy.bounds)
            for (i, j), shift in zip(steps.tolist(), shifts_mm(basis, steps), strict=True):
                apart = float(np.hypot(*(middles[number] - middles[later] - shift)))
                if apart >= across or (number == later and i == j == 0):
                    continue
                moved = other.transformed(Affine.translation(float(shift[0]), float(shift[1])))
                if abs(intersection(copy, moved).area_mm2) > TOUCHING_MM2:
                    return True
    return False
