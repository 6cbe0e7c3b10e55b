"""Regions as drawings have them, for tests of what fills them; and what pieces cover, as shapely holds it."""

from __future__ import annotations

import math

import numpy as np
import shapely

from batikstudio.geometry.affine import IDENTITY
from batikstudio.geometry.areas import normalised, pieces
from batikstudio.geometry.path import circle, smooth
from batikstudio.geometry.rings import Rings
from batikstudio.motifs.outlines import outlined

FINE_MM = 0.005


def _star(points, outer_mm, inner_mm):
    angle = math.pi * np.arange(2 * points) / points
    r = np.where(np.arange(2 * points) % 2, inner_mm, outer_mm)
    return np.stack((r * np.cos(angle), r * np.sin(angle)), axis=1)


def _bent(path):
    return [points for points, _ in path.subpaths(0.02)]


LEAF = smooth([(0, 16), (10, 6), (26, 0), (42, 6), (54, 16), (42, 24), (26, 28), (10, 24)], closed=True)
DISC = circle(0, 0, 14)
SHAPES: dict[str, Rings] = {
    "leaf": normalised(_bent(LEAF)),
    "disc": normalised(_bent(DISC)),
    "star": normalised([_star(6, 22.0, 10.0)]),
    "annulus": normalised([*_bent(circle(0, 0, 20)), *(ring[::-1] for ring in _bent(circle(0, 0, 9)))]),
    "thin": normalised([np.array([(0, 0), (60, 3), (60, 6.5), (0, 4)], np.float64)]),
    "thread": normalised([np.array([(0, 0), (60, 0), (60, 1.2), (0, 1.2)], np.float64)]),
    "two": normalised([np.array([(x, 0), (x + 18, 0), (x + 18, 18), (x, 18)], np.float64) for x in (0, 22)]),
}
BASES = {
    "square": ((40.0, 0.0), (0.0, 40.0)),
    "half-drop": ((40.0, 15.0), (0.0, 30.0)),
    "hexagonal": ((40.0, 0.0), (20.0, 40.0 * math.sqrt(0.75))),
    "skewed": ((40.0, 0.0), (95.0, 33.0)),
    "lereng": ((36.0, 36.0), (-14.0, 14.0)),
}


def polygon_of(rings: Rings):
    """Return rings that do not overlap, holes among them, as one shape."""
    found = shapely.Polygon()
    for ring in rings:
        found = found.symmetric_difference(shapely.Polygon(ring))
    return found


def cover_of(part):
    """Return what a part covers, piece by piece, as an array of polygons."""
    rings = outlined(part, IDENTITY, FINE_MM)
    if part.width_mm is None or min(_signed_area(ring) for ring in rings) < 0:
        return np.array([shapely.Polygon(first, holes) for first, *holes in map(list, pieces(normalised(list(rings))))])
    return np.array([shapely.Polygon(ring) for ring in rings])


def _signed_area(ring):
    x, y = ring.T
    return 0.5 * float(x @ np.roll(y, -1) - y @ np.roll(x, -1))


def blob(radii_mm, spin=0.0) -> Rings:
    """Return a rounded shape through places at those distances from its middle."""
    angle = spin + 2 * math.pi * np.arange(len(radii_mm)) / len(radii_mm)
    places = np.asarray(radii_mm)[:, None] * np.stack((np.cos(angle), np.sin(angle)), axis=1)
    return normalised(_bent(smooth(places, closed=True)))


def square_rings(side_mm) -> Rings:
    """Return a square with a corner at the origin."""
    return normalised([side_mm * np.array([(0, 0), (1, 0), (1, 1), (0, 1)], np.float64)])
