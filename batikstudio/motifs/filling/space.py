"""Where the pieces of a filler may lie: an area in mm, on a ground with the lattice by which it comes round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.areas import inset, intersection, normalised
from batikstudio.geometry.path import Points
from batikstudio.geometry.rings import Rings, rings_of
from batikstudio.pattern.groups import Basis
from batikstudio.pattern.instances import shifts_mm, translations

if TYPE_CHECKING:
    from scipy.spatial import cKDTree
    from shapely import Geometry, Polygon

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]

CLEAR_MM = 0.004
"""How much further than half its width a piece keeps from the edge: curves are judged by their chords."""
_ARC_MM = 0.01
_BUFFER_SHARE = 0.03
_SEAL_MM = 0.002
_TOUCHES_MM = 0.01
_EDGE_STEP_MM = 0.25
_AROUND_MM = 40.0
"""Figures further than this from the home cell are not looked at: no piece reaches so far."""


@dataclass(frozen=True, eq=False)
class Space:
    """The area in which pieces lie whole.

    Attributes
    ----------
    rings : Rings
        In mm; already inset.
    basis : ((x1, y1), (x2, y2)) or None
        Of a ground: reduced lattice vectors. None for a bounded region.
    middle : ndarray of shape (2,)
        The middle of the home cell, or of the region's box.
    whole : callable, optional
        Returns the rings with the figures that lie far from the home cell, too.
    """

    rings: Rings
    basis: Basis | None
    middle: Points
    whole: Callable[[], Rings] | None = None

    @cached_property
    def wide(self) -> Space:
        """The same space over the whole patch of ground; `rings` holds what is near the home cell only."""
        return Space(self.whole(), self.basis, self.middle) if self.whole else self

    @cached_property
    def area(self) -> Geometry:
        """The area as a shapely geometry, prepared."""
        import shapely

        whole = shapely.union_all(_polygons(self.rings)) if len(self.rings) else shapely.MultiPolygon()
        shapely.prepare(whole)
        return whole

    @cached_property
    def edge(self) -> Geometry:
        """The edge of the area, prepared."""
        import shapely

        edge = shapely.boundary(self.area)
        shapely.prepare(edge)
        return edge

    @cached_property
    def polygons(self) -> tuple[Polygon, ...]:
        """The area's separate pieces, the largest first."""
        import shapely

        parts = [part for part in shapely.get_parts(self.area).tolist() if part.geom_type == "Polygon"]
        return tuple(sorted(parts, key=lambda part: -float(part.area)))

    @property
    def size_mm2(self) -> float:
        """The area in mm²."""
        import shapely

        return float(shapely.area(self.area))

    def contains(self, points: Points) -> Mask:
        """Say of each point, shape (n, 2), whether it lies inside."""
        import shapely

        inside: Mask = np.asarray(shapely.contains_xy(self.area, points[:, 0], points[:, 1]))
        return inside

    def holds(self, points: Points, reach_mm: float | Numbers) -> Mask:
        """Say of each point, shape (n, 2), whether a disc of that radius about it lies inside."""
        import shapely

        inside = self.contains(points)
        return inside & ~within(self.edge, shapely.points(points), np.asarray(reach_mm) + CLEAR_MM)

    @cached_property
    def _edge_tree(self) -> cKDTree:
        import shapely
        from scipy.spatial import cKDTree

        return cKDTree(shapely.get_coordinates(shapely.segmentize(self.edge, _EDGE_STEP_MM)))

    def room(self, points: Points) -> Numbers:
        """Return how far each point, shape (n, 2), is from the edge, to within a few hundredths of a mm."""
        distance: Numbers = np.asarray(self._edge_tree.query(points)[0])
        return distance

    def narrowed(self, distance_mm: float) -> Geometry:
        """Return what is left when the area draws back by ``distance_mm``, prepared."""
        import shapely

        if distance_mm not in self._narrowed:
            # GEOS lays a buffer up to a hundredth of its width beside the true one.
            away = (1 + _BUFFER_SHARE) * distance_mm + CLEAR_MM
            self._narrowed[distance_mm] = shapely.buffer(self.area, -away, quad_segs=8)
            shapely.prepare(self._narrowed[distance_mm])
        return self._narrowed[distance_mm]

    @cached_property
    def _narrowed(self) -> dict[float, Geometry]:
        return {}

    @cached_property
    def closed_rings(self) -> tuple[Points, ...]:
        """The edges that the rows may follow, each once: of a ground those that close about a figure of the home cell.

        An edge that runs into the border of the patch of ground is left out.
        """
        rings = tuple(ring for polygon in self.polygons for ring in edges_of(polygon))
        if self.basis is None:
            return rings
        x0, y0, x1, y1 = self.rings.bounds
        border = np.array([x0, y0, -x1, -y1]) + _TOUCHES_MM
        return tuple(
            ring
            for ring in rings
            if self.owns(ring) and np.all(np.concatenate((ring.min(axis=0), -ring.max(axis=0))) > border)
        )

    def owns(self, points: Points) -> bool:
        """Say whether the middle of the points' box lies in the home cell; of a bounded region always."""
        if self.basis is None:
            return True
        middle = (points.min(axis=0) + points.max(axis=0)) / 2
        return bool(np.allclose(self.home(middle[None])[0], middle, atol=1e-9))

    def home(self, points: Points) -> Points:
        """Return the points, shape (n, 2), brought into the home cell; as they are in a bounded region."""
        if self.basis is None:
            return points
        matrix = np.array(self.basis)
        steps = (points - self.middle) @ np.linalg.inv(matrix)
        # What lies on the border to within rounding belongs to one side of it, always the same.
        moved: Points = points - np.floor(steps + 0.5 + 1e-7) @ matrix
        return moved

    def around(self, points: Points, reach_mm: float) -> Points:
        """Return the points of the home cell and those of their copies that come within ``reach_mm`` of it."""
        if self.basis is None or not len(points):
            return points
        matrix = np.array(self.basis)
        height = abs(np.linalg.det(matrix)) / np.linalg.norm(matrix[::-1], axis=1)
        far = np.ceil(reach_mm / height + 0.5).astype(int)
        far = np.minimum(np.maximum(far, 1), 4)
        steps = [(i, j) for i in range(-far[0], far[0] + 1) for j in range(-far[1], far[1] + 1) if (i, j) != (0, 0)]
        copies = (points[None] + (np.array(steps) @ matrix)[:, None]).reshape(-1, 2)
        within = np.abs((copies - self.middle) @ np.linalg.inv(matrix)) <= 0.5 + reach_mm / height
        found: Points = np.concatenate((points, copies[within.all(axis=1)]))
        return found


def space_of(rings: Rings, basis: Basis | None, inset_mm: float) -> Space:
    """Return the space that is left of an area when its edge moves inwards by ``inset_mm``."""
    x0, y0, x1, y1 = rings.bounds
    middle = np.array([(x0 + x1) / 2, (y0 + y1) / 2])
    # Clipper's arcs may lie on either side of the true ones by the tolerance.
    away = inset_mm + _ARC_MM
    if basis is None:
        return Space(inset(rings, away, _ARC_MM), None, middle)
    small = reduced(basis)
    if not _same_patch(basis, small):
        rings, away = _laid_anew(rings, basis, small, middle), away + _SEAL_MM
    near = _near_home(rings, small, middle)
    return Space(inset(near, away, _ARC_MM), small, middle, lambda: inset(rings, away, _ARC_MM))


def _same_patch(basis: Basis, small: Basis) -> bool:
    """Say whether both bases have the same vectors but for their order and sense."""
    one, other = np.array(basis), np.array(small)
    return all(min(np.abs(v - w).max() for w in (*other, *-other)) < 1e-6 for v in one)


def _laid_anew(rings: Rings, basis: Basis, small: Basis, middle: Points) -> Rings:
    """Return the ground over a compact patch: that given follows vectors so slanting that it misses the home cell."""
    corners = np.array([(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)])
    matrix = np.array(basis)
    turned = 1 if np.linalg.det(matrix) > 0 else -1
    cell = intersection(rings, rings_of([(middle + corners @ matrix)[::turned]]))
    wanted = middle + 3 * corners @ np.array(small)
    (x0, y0), (x1, y1) = wanted.min(axis=0).tolist(), wanted.max(axis=0).tolist()
    shifts = shifts_mm(basis, translations(basis, cell.bounds, (x0, y0, x1, y1)))
    # Copies that abut are sealed: rounding would leave hairlines between them.
    return inset(normalised([ring + shift for shift in shifts for ring in cell]), -_SEAL_MM, _SEAL_MM)


def reduced(basis: Basis) -> Basis:
    """Return the shortest vectors of the same lattice (Lagrange's reduction)."""
    a, b = np.array(basis[0], np.float64), np.array(basis[1], np.float64)
    while True:
        if a @ a > b @ b + 1e-9:
            a, b = b, a
        step = np.rint((a @ b) / (a @ a))
        if step == 0 or (b - step * a) @ (b - step * a) >= b @ b - 1e-9:
            return ((float(a[0]), float(a[1])), (float(b[0]), float(b[1])))
        b = b - step * a


def edges_of(polygon: Polygon) -> list[Points]:
    """Return the outer ring and the holes of a polygon, shape (n, 2) each, the first point not repeated.

    The area lies to the left of each.
    """
    import shapely

    right = shapely.normalize(polygon)
    rings = [shapely.get_exterior_ring(right), *shapely.get_rings(right)[1:]]
    return [_inside_left(np.asarray(shapely.get_coordinates(ring))[:-1], outer=k == 0) for k, ring in enumerate(rings)]


def _inside_left(ring: Points, outer: bool) -> Points:
    return ring if (signed_area(ring) > 0) == outer else ring[::-1]


def signed_area(ring: Points) -> float:
    """Return the area of a ring, negative where it is walked the other way round."""
    x, y = ring[:, 0], ring[:, 1]
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


def _near_home(rings: Rings, basis: Basis, middle: Points) -> Rings:
    """Return the rings without the holes and islands that lie further from the home cell than a piece reaches."""
    half = np.abs(np.array(basis)).sum(axis=0) / 2 + _AROUND_MM
    low, high = middle - half, middle + half
    kept = [ring for ring in rings if np.all(ring.max(axis=0) >= low) and np.all(ring.min(axis=0) <= high)]
    return rings_of(kept)


def _polygons(rings: Rings) -> list[Any]:
    """Return the polygons of rings whose holes turn the other way."""
    import shapely

    outer = [ring for ring in rings if signed_area(ring) > 0]
    holes = [ring for ring in rings if signed_area(ring) < 0]
    shells = [shapely.Polygon(ring) for ring in outer]
    order = sorted(range(len(shells)), key=lambda k: float(shells[k].area))
    inside: list[list[Points]] = [[] for _ in shells]
    if holes:
        tree = shapely.STRtree(shells)
        rank = {k: place for place, k in enumerate(order)}
        hole, shell = tree.query([_within(ring) for ring in holes], predicate="within")
        smallest: dict[int, int] = {}
        for h, s in zip(hole.tolist(), shell.tolist(), strict=True):
            if h not in smallest or rank[s] < rank[smallest[h]]:
                smallest[h] = s
        for h, s in smallest.items():
            inside[s].append(holes[h])
    whole = [shapely.Polygon(ring, cut) for ring, cut in zip(outer, inside, strict=True)]
    return [one if one.is_valid else shapely.make_valid(one) for one in whole]


def _within(ring: Points) -> Any:
    """Return a point inside a hole."""
    import shapely

    return shapely.point_on_surface(shapely.make_valid(shapely.Polygon(ring)))


def within(edge: Geometry, pieces: Any, distance_mm: float | Numbers) -> Mask:
    """Say of each piece, points or lines, whether it comes within a distance of a prepared edge."""
    import shapely

    dwithin: Any = shapely.dwithin  # its stubs know one distance for all
    near: Mask = np.asarray(dwithin(edge, pieces, distance_mm))
    return near


def nearest(points: Points, others: Sequence[Points] | Points) -> Numbers:
    """Return how far each point is from the nearest of the others; infinite if there is none."""
    from scipy.spatial import cKDTree

    found = np.asarray(others, np.float64).reshape(-1, 2)
    if not len(found) or not len(points):
        return np.full(len(points), np.inf)
    distance: Numbers = np.asarray(cKDTree(found).query(points)[0])
    return distance
