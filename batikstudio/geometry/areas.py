"""Areas: normalise, outline a stroke, inset, clip, join. The work is Clipper's; units and rules are here."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import numpy as np
import pyclipper
from numpy.typing import NDArray

from batikstudio.geometry.path import Points
from batikstudio.geometry.rings import NO_RINGS, Rings, rings_of

Join = Literal["miter", "round", "bevel"]

UNITS_PER_MM = 1 << 16
"""Clipper works in integers: 1/65536 mm is far below any thread."""


def normalised(polygons: Sequence[Points], even_odd: bool = False) -> Rings:
    """Return what ``polygons`` fill as simple rings, holes turned the other way.

    Parameters
    ----------
    polygons : sequence of ndarray of shape (n, 2), mm
        Closed, in any direction; they may cross themselves and each other.
    even_odd : bool
        The rule by which they fill; nonzero otherwise.
    """
    rule = pyclipper.PFT_EVENODD if even_odd else pyclipper.PFT_NONZERO
    clipper = pyclipper.Pyclipper()
    if not _add(clipper, polygons, pyclipper.PT_SUBJECT):
        return NO_RINGS
    return _rings(clipper.Execute(pyclipper.CT_UNION, rule, rule))


def stroked(points: Points, closed: bool, width_mm: float, cap: str, tolerance_mm: float) -> Rings:
    """Return the outline of a line of one width with round joins.

    Parameters
    ----------
    points : ndarray of shape (n, 2), mm
        The spine; a single point gives a disc.
    closed : bool
        Whether the spine returns to its start.
    width_mm : float
        Above 0.
    cap : str
        ``"round"`` or ``"butt"``.
    tolerance_mm : float
        How far the polygon of an arc may be from the arc.
    """
    radius = width_mm / 2
    if len(points) < 2:
        return disc(points[0], radius, tolerance_mm) if len(points) and cap == "round" else NO_RINGS
    offset = pyclipper.PyclipperOffset(2.0, max(tolerance_mm, 1e-4) * UNITS_PER_MM)
    end = pyclipper.ET_CLOSEDLINE if closed else {"round": pyclipper.ET_OPENROUND, "butt": pyclipper.ET_OPENBUTT}[cap]
    offset.AddPath(_integers(points), pyclipper.JT_ROUND, end)
    return _rings(offset.Execute(radius * UNITS_PER_MM))


def stroked_as(
    points: Points, closed: bool, width_mm: float, cap: str, join: Join, miter_limit: float, tolerance_mm: float
) -> Rings:
    """Return the outline of a line of one width with the joins and ends that SVG has: the union of its pieces.

    Parameters
    ----------
    points : ndarray of shape (n, 2), mm
        The spine, no point equal to its neighbour; a single point gives what the cap draws.
    closed : bool
        Whether the spine returns to its start.
    width_mm : float
        Above 0.
    cap : str
        ``"round"``, ``"butt"`` or ``"square"``.
    join : str
    miter_limit : float
        A mitre that reaches further than this many half widths is a bevel.
    tolerance_mm : float
        How far the polygon of an arc may be from the arc.

    References
    ----------
    Scalable Vector Graphics (SVG) 2, section 13.5: stroke-linecap and stroke-linejoin.
    """
    radius = width_mm / 2
    if len(points) < 2:
        square = points[0] + radius * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) if cap == "square" else None
        return rings_of([square]) if square is not None else stroked(points, False, width_mm, cap, tolerance_mm)
    ends = np.concatenate((points, points[:1])) if closed else points
    along = np.diff(ends, axis=0)
    along = along / np.hypot(*along.T)[:, None]
    starts, stops = ends[:-1].copy(), ends[1:].copy()
    if cap == "square" and not closed:
        starts[0] -= radius * along[0]
        stops[-1] += radius * along[-1]
    aside = radius * np.stack((-along[:, 1], along[:, 0]), axis=1)
    pieces: list[Points] = list(np.stack((starts - aside, stops - aside, stops + aside, starts + aside), axis=1))
    for i in range(0 if closed else 1, len(along)):
        pieces += _joined(starts[i], aside[i - 1], aside[i], join, miter_limit, tolerance_mm)
    if cap == "round" and not closed:
        pieces += [ring for end in (points[0], points[-1]) for ring in disc(end, radius, tolerance_mm)]
    return normalised(pieces)


def _joined(
    corner: Points, before: Points, after: Points, join: Join, miter_limit: float, tolerance_mm: float
) -> list[Points]:
    """Return what fills the outer side of a corner, given the normals of half a width on both sides of it."""
    radius = float(np.hypot(*before))
    turn = math.atan2(float(before[0] * after[1] - before[1] * after[0]), float(before @ after))
    if turn == 0:
        return []
    cos_half = math.cos(turn / 2)
    if join == "round" and radius * (1 - cos_half) > tolerance_mm:
        return list(disc(corner, radius, tolerance_mm))
    # The normals point to the left of the way on a page whose y grows down; at a turn to them the gap is on the other.
    a, b = (corner - before, corner - after) if turn > 0 else (corner + after, corner + before)
    if join == "miter" and cos_half > 0 and 1 / cos_half <= miter_limit:
        tip = corner + (a + b - 2 * corner) / (2 * cos_half * cos_half)
        return [np.array([corner, a, tip, b])]
    return [np.array([corner, a, b])]


def stroked_variable(points: Points, widths_mm: NDArray[np.float64], tolerance_mm: float) -> Rings:
    """Return the outline of an open line whose width changes along it: the union of its capsules.

    Parameters
    ----------
    points : ndarray of shape (n, 2), mm
    widths_mm : ndarray of shape (n,)
        The width at each point, above 0.
    tolerance_mm : float
        How far the polygon of an arc may be from the arc.
    """
    radii = np.asarray(widths_mm, np.float64) / 2
    if len(points) == 1:
        return disc(points[0], float(radii[0]), tolerance_mm)
    pieces: list[Points] = [ring for p, r in zip(points, radii, strict=True) for ring in disc(p, r, tolerance_mm)]
    for i in range(len(points) - 1):
        tangents = _outer_tangents(points[i], points[i + 1], float(radii[i]), float(radii[i + 1]))
        if tangents is not None:
            pieces.append(tangents)
    return normalised(pieces)


def _outer_tangents(p: Points, q: Points, r: float, s: float) -> Points | None:
    """Return the quadrilateral between two discs; None where one holds the other."""
    along = q - p
    distance = float(np.hypot(*along))
    if distance <= abs(r - s):
        return None
    cos = (r - s) / distance
    sin = math.sqrt(1 - cos * cos)
    u = along / distance
    v = np.array([-u[1], u[0]])
    left, right = cos * u + sin * v, cos * u - sin * v
    return np.array([p + r * left, p + r * right, q + s * right, q + s * left])


def disc(centre: Points, radius_mm: float, tolerance_mm: float) -> Rings:
    """Return a disc as a polygon of the same area, within the tolerance of the circle."""
    ratio = min(max(tolerance_mm / radius_mm, 1e-5), 0.5)
    n = max(math.ceil(math.pi / math.acos(1 - ratio)), 8)
    # A regular polygon on the circle covers sin(2 pi/n) n / (2 pi) of it: a dot must take as much wax as it is drawn.
    fair = radius_mm * math.sqrt(2 * math.pi / (n * math.sin(2 * math.pi / n)))
    angle = np.arange(n) * (2 * math.pi / n)
    return rings_of([np.asarray(centre) + fair * np.stack((np.cos(angle), np.sin(angle)), axis=1)])


def inset(rings: Rings, distance_mm: float, tolerance_mm: float) -> Rings:
    """Return the area moved inwards by ``distance_mm``, or outwards where it is negative; round corners."""
    offset = pyclipper.PyclipperOffset(2.0, max(tolerance_mm, 1e-4) * UNITS_PER_MM)
    paths = [_integers(ring) for ring in rings]
    if not paths:
        return NO_RINGS
    offset.AddPaths(paths, pyclipper.JT_ROUND, pyclipper.ET_CLOSEDPOLYGON)
    return _rings(offset.Execute(-distance_mm * UNITS_PER_MM))


def pieces(rings: Rings) -> list[Rings]:
    """Return the pieces of an area that do not hang together, each with its own holes, the holes' islands apart."""
    clipper = pyclipper.Pyclipper()
    if not _add(clipper, list(rings), pyclipper.PT_SUBJECT):
        return []
    found = []
    waiting = list(clipper.Execute2(pyclipper.CT_UNION, pyclipper.PFT_NONZERO, pyclipper.PFT_NONZERO).Childs)
    while waiting:
        outer = waiting.pop(0)
        found.append(_rings([outer.Contour, *(hole.Contour for hole in outer.Childs)]))
        waiting += [island for hole in outer.Childs for island in hole.Childs]
    return found


def intersection(one: Rings, other: Rings) -> Rings:
    """Return the area that lies in both."""
    return _combined(one, other, pyclipper.CT_INTERSECTION)


def difference(one: Rings, other: Rings) -> Rings:
    """Return the area of ``one`` that does not lie in ``other``."""
    return _combined(one, other, pyclipper.CT_DIFFERENCE)


def union(one: Rings, other: Rings) -> Rings:
    """Return the area that lies in either."""
    return _combined(one, other, pyclipper.CT_UNION)


def clipped_lines(lines: Sequence[Points], rings: Rings) -> list[Points]:
    """Return the pieces of open ``lines``, each of shape (n, 2), mm, that lie inside ``rings``."""
    clipper = pyclipper.Pyclipper()
    if not _add(clipper, list(rings), pyclipper.PT_CLIP):
        return []
    added = False
    for line in lines:
        if len(line) > 1:
            clipper.AddPath(_integers(line), pyclipper.PT_SUBJECT, False)
            added = True
    if not added:
        return []
    tree = clipper.Execute2(pyclipper.CT_INTERSECTION, pyclipper.PFT_NONZERO, pyclipper.PFT_NONZERO)
    return [np.array(path, np.float64) / UNITS_PER_MM for path in pyclipper.OpenPathsFromPolyTree(tree)]


def _combined(one: Rings, other: Rings, operation: int) -> Rings:
    clipper = pyclipper.Pyclipper()
    some = _add(clipper, list(one), pyclipper.PT_SUBJECT)
    some |= _add(clipper, list(other), pyclipper.PT_CLIP)
    if not some:
        return NO_RINGS
    return _rings(clipper.Execute(operation, pyclipper.PFT_NONZERO, pyclipper.PFT_NONZERO))


def _integers(points: Points) -> list[list[int]]:
    scaled: list[list[int]] = np.rint(points * UNITS_PER_MM).astype(np.int64).tolist()
    return scaled


def _add(clipper: pyclipper.Pyclipper, polygons: Sequence[Points], kind: int) -> bool:
    """Add what has an area; says whether anything was added."""
    added = False
    for polygon in polygons:
        if len(polygon) < 3:
            continue
        try:
            clipper.AddPath(_integers(polygon), kind, True)
        except pyclipper.ClipperException:  # all points on one line: it fills nothing
            continue
        added = True
    return added


def _rings(paths: list[list[list[int]]]) -> Rings:
    return rings_of([np.array(path, np.float64) / UNITS_PER_MM for path in paths])
