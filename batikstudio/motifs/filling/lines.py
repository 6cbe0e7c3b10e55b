"""Lines that are cut where they would run into the edge, with their width inside."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.path import Points
from batikstudio.motifs.filling.grids import Ruled
from batikstudio.motifs.filling.space import Numbers, Space
from batikstudio.motifs.filling.stamps import drawn_lines
from batikstudio.motifs.motif import Part

if TYPE_CHECKING:
    from shapely import Geometry

LEAST_WIDTHS = 2.0
"""A line that is cut to fewer widths than this is left out."""
_LEVEL_MM = 1e-3
_LEAST_SHARE = 0.34
"""What is left of a repeated line that is cut to less is no more than a crumb."""


def cut(space: Space, lines: Sequence[Points], width_mm: float, least_mm: float = 0.0) -> list[Points]:
    """Return the pieces of lines that lie inside with their width, in order, without crumbs.

    Parameters
    ----------
    space : Space
    lines : sequence of ndarray of shape (n, 2), mm
    width_mm : float
    least_mm : float
        Pieces shorter than this, or than twice their width, are left out.
    """
    return [piece for _, piece in owned_pieces(space, lines, width_mm, least_mm)]


def owned_pieces(space: Space, lines: Sequence[Points], width_mm: float, least_mm: float) -> list[tuple[int, Points]]:
    """Return the pieces as `cut` does, each with the number of the line that it is of."""
    import shapely

    if not lines:
        return []
    inner = space.narrowed(max(width_mm, 0.3) / 2)
    drawn = np.asarray(
        shapely.linestrings(np.concatenate(lines), indices=np.repeat(np.arange(len(lines)), [*map(len, lines)]))
    )
    touched = np.asarray(shapely.intersects(inner, drawn))
    whole = np.asarray(shapely.contains_properly(inner, drawn))
    crossing = np.flatnonzero(touched & ~whole)
    at = _crossings(inner, drawn[crossing])
    least = max(LEAST_WIDTHS * width_mm, least_mm)
    found: list[tuple[int, Points]] = []
    rank = dict(zip(crossing.tolist(), at, strict=True))
    for k in np.flatnonzero(touched).tolist():
        pieces = _inside(inner, lines[k], rank[k]) if k in rank else [lines[k]]
        found += [(k, piece) for piece in pieces if _lengths(piece)[-1] > least]
    return found


def _crossings(inner: Geometry, lines: NDArray[np.object_]) -> list[Numbers]:
    """Return for each line the lengths along it at which it crosses the edge, in order."""
    import shapely

    if not len(lines):
        return []
    points, ring = shapely.get_coordinates(shapely.get_rings(inner), return_index=True)
    same = ring[1:] == ring[:-1]
    edges = np.asarray(shapely.linestrings(np.stack((points[:-1][same], points[1:][same]), axis=1)))
    line, edge = shapely.STRtree(edges).query(lines, predicate="intersects")
    met = shapely.intersection(lines[line], edges[edge])
    places, of = shapely.get_coordinates(met, return_index=True)
    along = shapely.line_locate_point(lines[line[of]], shapely.points(places))
    return [np.unique(along[line[of] == k]) for k in range(len(lines))]


def _inside(inner: Geometry, line: Points, at: Numbers) -> list[Points]:
    """Return the stretches of a line between its crossings that lie inside."""
    import shapely

    along = _lengths(line)
    ends = np.concatenate(([0.0], at, along[-1:]))
    stretches = [(a, b) for a, b in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True) if b - a > 1e-9]
    middles = _at(line, along, np.array([(a + b) / 2 for a, b in stretches]))
    inside = shapely.contains_xy(inner, middles[:, 0], middles[:, 1])
    return [
        np.concatenate(
            (_at(line, along, np.array([a])), line[(along > a) & (along < b)], _at(line, along, np.array([b])))
        )
        for (a, b), kept in zip(stretches, np.atleast_1d(inside).tolist(), strict=True)
        if kept
    ]


def _lengths(line: Points) -> Numbers:
    return np.concatenate(([0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))))


def _at(line: Points, along: Numbers, lengths: Numbers) -> Points:
    return np.stack([np.interp(lengths, along, line[:, k]) for k in (0, 1)], axis=1)


def repeated(space: Space, line: Points, places: Points, angle: float, width_mm: float) -> tuple[Part, ...]:
    """Return a line, shape (n, 2), turned by ``angle`` (radians) and laid at every place, shape (m, 2).

    It ends at the edge, with its width inside, as scales cover a body up to its contour.
    """
    if not len(places):
        return ()
    cos, sin = math.cos(angle), math.sin(angle)
    laid = space.home(places)[:, None] + (line @ np.array([[cos, sin], [-sin, cos]]))[None]
    least = _LEAST_SHARE * float(_lengths(line)[-1])
    return drawn_lines(cut(space, list(laid), width_mm, least), width_mm)


def cut_ruled(space: Space, found: Ruled, width_mm: float) -> list[Points]:
    """Return the pieces of parallel lines inside; on a ground one period of each line, or its pieces of one period."""
    body = found.body(found.reach)
    lines = [start + body for start in found.starts]
    if found.period_mm is None:
        return cut(space, lines, width_mm, found.pitch_mm)
    length = found.period_mm
    kept: dict[int, list[Points]] = {k: [] for k in range(len(lines))}
    for k, piece in owned_pieces(space.wide, lines, width_mm, min(found.pitch_mm, length / 2)):
        first, last = (piece[[0, -1]] - found.starts[k]) @ found.along
        if last - first > length + width_mm:
            # Nothing stands in its way: one period joins the next.
            kept[k] = [found.starts[k] + found.body((-length / 2, length / 2))]
        elif -length / 2 - _LEVEL_MM <= (first + last) / 2 < length / 2 - _LEVEL_MM:
            kept[k].append(piece)
    return [piece for pieces in kept.values() for piece in pieces]
