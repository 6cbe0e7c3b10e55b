"""What a pour of wax would fill: the region around a point, up to the klowong lines about it."""

from __future__ import annotations

import numpy as np

from batikstudio.base.errors import BatikError
from batikstudio.design.copies import images
from batikstudio.design.document import Design, Field
from batikstudio.design.shapes import shapes
from batikstudio.geometry.areas import difference, inset, normalised, pieces
from batikstudio.geometry.path import Points
from batikstudio.geometry.rings import NO_RINGS, Rings, rings_of
from batikstudio.pattern.instances import shifts_mm, translations

TOLERANCE_MM = 0.02
REACH_CELLS = 2
"""How many cells around the one that was clicked a region may reach into."""


def region_at(design: Design, field: Field, x_mm: float, y_mm: float, *, gap_mm: float = 0.0) -> Rings:
    """Return the region that lines enclose about a point, as it lies at one copy.

    Whichever copy of a region is asked about, and across whichever seam it lies, the same region comes back.

    Parameters
    ----------
    design : Design
    field : Field
    x_mm, y_mm : float
        In the frame of the field's cell.
    gap_mm : float
        How wide a gap in a contour still holds.

    Returns
    -------
    Rings
        In the cell's frame, mm. Its lowest point to the left lies in the first cell.

    Raises
    ------
    BatikError
        ``region.on_a_line`` if the point lies on a line; ``region.open`` if the region is not enclosed.
    """
    vectors = np.array(field.repeat.basis, np.float64)
    home = np.floor(np.array([x_mm, y_mm]) @ np.linalg.inv(vectors)) @ vectors
    point = np.array([x_mm, y_mm]) - home
    edge = REACH_CELLS + 1
    corners = np.array([(-REACH_CELLS, -REACH_CELLS), (edge, -REACH_CELLS), (edge, edge), (-REACH_CELLS, edge)])
    patch = rings_of([corners @ vectors])
    lines = _lines(design, field, patch)
    if gap_mm:
        lines = inset(lines, -gap_mm / 2, TOLERANCE_MM)
    free = difference(patch, lines)
    found = _around(free, point)
    if not len(found):
        raise BatikError("region.on_a_line")
    if len(difference(found, inset(patch, 2 * TOLERANCE_MM, TOLERANCE_MM))):
        raise BatikError("region.open")  # it reaches the border of the patch
    if gap_mm:
        found = _around(inset(found, -gap_mm / 2, TOLERANCE_MM), point)
    return _brought_home(found, vectors)


def _lines(design: Design, field: Field, patch: Rings) -> Rings:
    """Return all lines of all copies over a patch."""
    drawn = [shape for shape in shapes(design, field, TOLERANCE_MM) if shape.owner[1] == "lines"]
    one = normalised([ring for shape in drawn for ring in shape.rings])
    found = []
    for image in images(field.repeat):
        laid = one.transformed(image)
        if len(laid):
            steps = translations(field.repeat.basis, laid.bounds, patch.bounds)
            found += [ring + shift for shift in shifts_mm(field.repeat.basis, steps) for ring in laid]
    return normalised(found)


def _around(free: Rings, point: Points) -> Rings:
    """Return the piece of an area that holds a point, with its holes; nothing if the point lies beside the area."""
    x, y = float(point[0]), float(point[1])
    return next((piece for piece in pieces(free) if piece.contains(x, y)), NO_RINGS)


def _brought_home(found: Rings, vectors: Points) -> Rings:
    """Return the copy of a region whose first corner lies in the first cell."""
    points = found.points
    first = points[np.lexsort((np.round(points[:, 0], 4), np.round(points[:, 1], 4)))[0]]
    step = np.floor(np.round(first @ np.linalg.inv(vectors), 6))
    return Rings(points - step @ vectors, found.starts)
