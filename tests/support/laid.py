"""A motif laid over its customary repeat, as shapely areas: an oracle apart from the program's own raster."""

from __future__ import annotations

from functools import reduce
from itertools import product

from shapely import affinity
from shapely.geometry import LineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from batikstudio.motifs.motif import Motif, Part
from batikstudio.pattern.repeats import parse_repeat

_FLAT_MM = 0.01


def area(part: Part) -> BaseGeometry:
    """Return what one part covers: its filled rings or its line."""
    if part.even_odd:
        return reduce(BaseGeometry.symmetric_difference, [ring.buffer(0) for ring in rings(part)])
    pieces: list[BaseGeometry] = []
    for points, closed in part.path.subpaths(_FLAT_MM):
        if part.width_mm is None:
            pieces.append(Polygon(points).buffer(0))
        elif len(points) == 1:
            pieces.append(Point(points[0]).buffer(part.width_mm / 2, 32))
        else:
            spine = LineString([*points, points[0]] if closed else points)
            pieces.append(spine.buffer(part.width_mm / 2, cap_style="round" if part.cap == "round" else "flat"))
    return unary_union(pieces)


def rings(part: Part) -> list[Polygon]:
    """Return each closed subpath of a filled part."""
    return [Polygon(points) for points, _ in part.path.subpaths(_FLAT_MM)]


def shifts(motif: Motif, reach: int = 3) -> list[tuple[float, float]]:
    """Return the lattice points whose indices are at most ``reach``; the first is the origin."""
    repeat = motif.repeat
    (ux, uy), (vx, vy) = parse_repeat(repeat.name, repeat.width_mm, repeat.height_mm).basis
    indices = sorted(product(range(-reach, reach + 1), repeat=2), key=lambda ij: abs(ij[0]) + abs(ij[1]))
    return [(i * ux + j * vx, i * uy + j * vy) for i, j in indices]


def laid(motif: Motif, shape: BaseGeometry, half_mm: float, reach: int = 4) -> BaseGeometry:
    """Return all copies of ``shape`` inside the square of half side ``half_mm`` about the origin."""
    window = box(-half_mm, -half_mm, half_mm, half_mm)
    copies = [affinity.translate(shape, x, y) for x, y in shifts(motif, reach)]
    return unary_union([copy for copy in copies if copy.intersects(window)]).intersection(window)


def cell_area(motif: Motif) -> float:
    """Return the area of one cell of the lattice, mm²."""
    repeat = motif.repeat
    (ux, uy), (vx, vy) = parse_repeat(repeat.name, repeat.width_mm, repeat.height_mm).basis
    return abs(ux * vy - uy * vx)
