"""Pebbles: the cells of scattered places, drawn apart and rounded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.path import joined as joined_paths
from batikstudio.geometry.path import polyline
from batikstudio.motifs.filling.scatter import scattered
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, piece_part
from batikstudio.motifs.motif import Part

if TYPE_CHECKING:
    from shapely import Geometry

# Together less than half of the least distance of two places: else a pebble between near neighbours would vanish.
_GAP_SHARE, _ROUND_SHARE = 0.12, 0.2
_LEAST_SHARE = 0.15


def pebbles(space: Space, pitch_mm: float, line_mm: float, hand: Hand) -> tuple[Part, ...]:
    """Return the outlines of pebbles about ``pitch_mm`` across, shaped by the contour where they lie at it."""
    import shapely
    from scipy.spatial import Voronoi

    points = scattered(space, pitch_mm, 0.3 * pitch_mm, hand)
    if len(points) < 2:
        return ()
    every = space.around(points, 3 * pitch_mm)
    low, high = every.min(axis=0), every.max(axis=0)
    far = float((high - low).max()) + 10 * pitch_mm
    guard = (low + high) / 2 + far * np.array([(1, 1), (1, -1), (-1, 1), (-1, -1)])
    cells = Voronoi(np.concatenate((every, guard)))
    polygons = [cells.vertices[cells.regions[cells.point_region[k]]] for k in range(len(points))]
    discs = shapely.buffer(shapely.points(points), 0.75 * pitch_mm, quad_segs=4)
    shapes = shapely.intersection([shapely.Polygon(one) for one in polygons], discs)
    shapes = _inside(space.narrowed(max(line_mm, 0.3) / 2), np.asarray(shapes))
    gap = _GAP_SHARE * pitch_mm * hand.sizes(len(points))
    radius = _ROUND_SHARE * pitch_mm
    rounded = shapely.buffer(shapely.buffer(shapes, -(gap + radius), quad_segs=4), radius, quad_segs=4)
    least = _LEAST_SHARE * pitch_mm**2
    kept = [
        shapely.get_coordinates(shapely.get_exterior_ring(one))[:-1]
        for one in np.atleast_1d(rounded).tolist()
        if one.geom_type == "Polygon" and one.area > least
    ]
    return (piece_part(joined_paths([polyline(ring, closed=True) for ring in kept]), line_mm),) if kept else ()


def _inside(area: Geometry, shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return the part of each shape that lies in a large area, of which only what is near is looked at."""
    import shapely

    found = shapes.copy()
    for k in np.flatnonzero(~np.asarray(shapely.contains_properly(area, shapes))):
        x0, y0, x1, y1 = shapes[k].bounds
        # Clipping to a box may leave a ring that touches itself.
        near = shapely.make_valid(shapely.clip_by_rect(area, x0, y0, x1, y1))
        found[k] = shapely.intersection(shapes[k], near)
    return found
