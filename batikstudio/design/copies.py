"""Where the copies of a cell lie: at every step of the lattice, once for each image within one."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from batikstudio.design.document import Cloth, Design, Field, Repeat
from batikstudio.design.hand import MOST_ASTRAY_MM
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Points
from batikstudio.pattern.groups import cosets
from batikstudio.pattern.instances import Box, shifts_mm

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

TOUCHING_MM = 1e-6
"""So little over the edge comes from rounding: a copy that fits exactly is whole."""


def images(repeat: Repeat) -> tuple[Affine, ...]:
    """Return the images of the cell between two steps of the lattice, in the cell's frame.

    Raises
    ------
    BatikError
        As `pattern.groups.cosets`.
    """
    turned = cosets(repeat.group, repeat.basis)
    if not repeat.places:
        return turned
    return tuple(place @ coset for place in repeat.places for coset in turned)


def frame_of(field: Field) -> Affine:
    """Return the map from the frame of a field's cell to the cloth."""
    return Affine.translation(*field.origin_mm) @ Affine.rotation(field.angle_deg)


def outline_of(cloth: Cloth, field: Field) -> tuple[Points, ...]:
    """Return the polygons of a field on the cloth, mm; the whole cloth where it has none of its own."""
    length, width = cloth.length_mm, cloth.width_mm
    whole = ((0.0, 0.0), (length, 0.0), (length, width), (0.0, width))
    return tuple(np.array(polygon, np.float64) for polygon in (field.outline or (whole,)))


def field_at(design: Design, x_mm: float, y_mm: float) -> Field:
    """Return the field that a point of the cloth belongs to: the topmost over it, and the first where none is."""
    for field in reversed(design.fields[1:]):
        if any(_inside(polygon, x_mm, y_mm) for polygon in outline_of(design.cloth, field)):
            return field
    return design.fields[0]


def _inside(polygon: Points, x: float, y: float) -> bool:
    """Tell whether a polygon holds a point, by the even-odd rule."""
    after = np.roll(polygon, -1, axis=0)
    crosses = (polygon[:, 1] <= y) != (after[:, 1] <= y)
    start, end = polygon[crosses], after[crosses]
    at = start[:, 0] + (y - start[:, 1]) * (end[:, 0] - start[:, 0]) / (end[:, 1] - start[:, 1])
    return bool(np.count_nonzero(at > x) % 2)


def room_of(cloth: Cloth, field: Field) -> Box:
    """Return the box of a field in the frame of its cell, mm."""
    points = frame_of(field).inverse().apply(np.concatenate(outline_of(cloth, field)))
    (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
    return float(x0), float(y0), float(x1), float(y1)


def kept(
    design: Design, field: Field, image: Affine, steps: NDArray[np.int64], drawn: Callable[[], Points]
) -> NDArray[np.int64]:
    """Return at which steps of the lattice an item is laid: at the edge of the field all, or only what is whole there.

    Parameters
    ----------
    design : Design
    field : Field
    image : Affine
        One of `images`.
    steps : ndarray of shape (k, 2), int64
    drawn : callable
        Gives the corners of the hull of the item in the cell, shape (n, 2), mm; asked only where it matters.
    """
    if field.edge == "clip" or not len(steps):
        return steps
    import shapely

    frame = frame_of(field)
    home = (frame @ image).apply(drawn())
    shifts = shifts_mm(field.repeat.basis, steps)
    # Not a product of matrices: see `shifts_mm`.
    dx = frame.a * shifts[:, 0] + frame.c * shifts[:, 1]
    dy = frame.b * shifts[:, 0] + frame.d * shifts[:, 1]
    copies = shapely.polygons(home[None] + np.stack((dx, dy), axis=1)[:, None])
    margin = MOST_ASTRAY_MM if design.look.hand else 0.0
    whole = shapely.covers(_region(design.cloth, field.outline, margin), copies)
    found: NDArray[np.int64] = steps[whole]
    return found


@lru_cache(maxsize=64)
def _region(cloth: Cloth, outline: tuple[tuple[tuple[float, float], ...], ...], margin_mm: float) -> BaseGeometry:
    """Return where the points of whole copies may lie, prepared for many questions."""
    import shapely
    from shapely.geometry import Polygon

    length, width = cloth.length_mm, cloth.width_mm
    whole = ((0.0, 0.0), (length, 0.0), (length, width), (0.0, width))
    region = shapely.union_all([Polygon(one).buffer(0) for one in (outline or (whole,)) if len(one) > 2])
    region = region.buffer(TOUCHING_MM - margin_mm, join_style="mitre")
    shapely.prepare(region)
    return region
