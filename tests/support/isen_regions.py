"""Regions and grounds to fill in tests, and what pieces cover by shapely, independent of how they were laid."""

from __future__ import annotations

import math

import numpy as np
import shapely

from batikstudio.geometry.areas import difference, normalised
from batikstudio.geometry.path import Path, circle, ellipse
from batikstudio.geometry.rings import Rings, rings_of
from batikstudio.motifs.filler import Region
from batikstudio.motifs.strokes import contour

FINE_MM = 0.004


def rings_from(*paths: Path) -> Rings:
    return normalised([points for path in paths for points, _ in path.subpaths(FINE_MM)])


def star(points: int, outer_mm: float, inner_mm: float) -> Rings:
    angle = math.pi * np.arange(2 * points) / points
    radius = np.where(np.arange(2 * points) % 2, inner_mm, outer_mm)
    return normalised([np.stack((radius * np.cos(angle), radius * np.sin(angle)), axis=1)])


def leaf(length_mm: float, width_mm: float, bend_mm: float = 0.0) -> Rings:
    a, b, c = length_mm, width_mm / 2, bend_mm
    points = [(0, 0), (0.3 * a, c - b), (0.65 * a, c - 0.9 * b), (a, 0), (0.65 * a, c + 0.9 * b), (0.3 * a, c + b)]
    return rings_from(contour(points, (0, 3)))


def annulus(outer_mm: float, inner_mm: float) -> Rings:
    return difference(rings_from(circle(0, 0, outer_mm)), rings_from(circle(0, 0, inner_mm)))


def band(length_mm: float, width_mm: float) -> Rings:
    return rings_of([np.array([(0, 0), (length_mm, 0), (length_mm, width_mm), (0, width_mm)], np.float64)])


BASES = {
    "square": ((44.0, 0.0), (0.0, 44.0)),
    "half-drop": ((44.0, 18.0), (0.0, 36.0)),
    "hexagon": ((44.0, 0.0), (22.0, 22.0 * math.sqrt(3))),
    "skewed": ((40.0, 0.0), (95.0, 33.0)),
    "lereng": ((36.0, 36.0), (-16.0, 16.0)),
}


def ground(basis) -> Region:
    """Return the ground between ovals, some of which lie across the border of the cell."""
    matrix = np.array(basis)
    figures = []
    for i in range(-3, 5):
        for j in range(-3, 5):
            x, y = i * matrix[0] + j * matrix[1]
            figures += [ellipse(x, y, 7.0, 4.5), ellipse(*(np.array((x, y)) + matrix.sum(axis=0) / 2), 3.0, 5.0)]
    patch = rings_of([(np.array([(-1, -1), (2, -1), (2, 2), (-1, 2)], float) @ matrix)[:: _sign(matrix)]])
    return Region(difference(patch, rings_from(*figures)), basis)


def _sign(matrix) -> int:
    return 1 if np.linalg.det(matrix) > 0 else -1


def polygon(rings: Rings):
    """Return the area of simple rings, holes turned the other way, by shapely alone."""
    whole = shapely.Polygon()
    for ring in rings:
        whole = whole.symmetric_difference(shapely.Polygon(ring))
    return whole


def pieces(part) -> list:
    """Return each subpath of a part as shapely geometry without its width, beside half the width."""
    half = 0.0 if part.width_mm is None else part.width_mm / 2
    found = []
    for points, closed in part.path.subpaths(FINE_MM):
        if len(points) == 1:
            found.append((shapely.Point(points[0]), half))
        elif part.width_mm is None:
            found.append((shapely.Polygon(points), half))
        else:
            found.append((shapely.LineString([*points, points[0]] if closed else points), half))
    return found


def worst_mm(area, parts, shift=(0.0, 0.0)) -> float:
    """Return how far the piece that lies worst is inside an area with its width; negative if it reaches out."""
    edge = area.boundary
    shapely.prepare(area)
    found = [one for part in parts for one in pieces(part)]
    if not found:
        return math.inf
    geometry = shapely.transform([one for one, _ in found], lambda points: points + shift)
    half = np.array([half for _, half in found])
    distance = shapely.distance(edge, geometry) - half
    return float(np.where(shapely.covers(area, geometry), distance, -np.inf).min())


def anchors(parts) -> np.ndarray:
    """Return the middle of each piece's box."""
    found = [one for part in parts for one, _ in pieces(part)]
    box = shapely.bounds(found)
    return (box[:, :2] + box[:, 2:]) / 2
