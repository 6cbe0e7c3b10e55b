"""Strokes as SVG draws them, and which of them a line of ours can hold.

A line of a motif has one width, round joins, and round or butt ends. Square ends are butt ends a little further out,
and dashes are many short lines. A stroke whose joins or stretched width a line would show otherwise becomes the area
that it covers.
"""

from __future__ import annotations

import math
from array import array
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.areas import Join, stroked_as
from batikstudio.geometry.path import CLOSE, CUBIC, LINE, MOVE, Path, Points, polyline
from batikstudio.motifs.svg.path_data import Outline

MOST_WRONG = 0.01
"""A line may show this much of its area otherwise than the stroke."""

_LONGEST_DASH = 1e9

SvgCap = Literal["butt", "round", "square"]


class Nib(NamedTuple):
    """What draws a stroke, in the units of its element.

    Attributes
    ----------
    width : float
    cap, join : str
        As SVG names them.
    miter_limit : float
    dashes : tuple of float
        Drawn and free lengths in turn; empty for a whole line.
    dash_offset : float
    """

    width: float
    cap: SvgCap = "butt"
    join: Join = "miter"
    miter_limit: float = 4.0
    dashes: tuple[float, ...] = ()
    dash_offset: float = 0.0

    def scaled(self, scale: float) -> Nib:
        """Return the nib in units ``scale`` times as small; a dash is no longer than any line can be."""
        dashes = tuple(min(length * scale, _LONGEST_DASH) for length in self.dashes)
        offset = self.dash_offset * scale
        offset = offset if abs(offset) <= _LONGEST_DASH else 0.0
        return self._replace(width=self.width * scale, dashes=dashes, dash_offset=offset)


def wrong_share(path: Path, nib: Nib) -> float:
    """Return which share of a stroke's area round joins show otherwise than its own.

    At a turn of ``t`` a round join covers ``t/2``, a bevel ``sin(t)/2`` and a mitre ``tan(t/2)`` of the square of half
    the width.
    """
    if nib.join == "round":
        return 0.0
    counts = np.array([1, 1, 3, 0])[path.verbs]
    last = np.cumsum(counts) - 1
    first = last - counts + 1
    drawn = (path.verbs == LINE) | (path.verbs == CUBIC)
    points = path.points
    length = float(np.hypot(*(points[last[drawn]] - points[first[drawn] - 1]).T).sum())
    wrong = float(_wrong_corner(_turns(path, first, last), nib).sum())
    return wrong * nib.width / 4 / length if length > 0 else 0.0


def _turns(path: Path, first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the angle by which the path turns at each corner, radians, 0 to pi."""
    before, after, at_start, start = [], [], -1, -1
    points, verbs = path.points, path.verbs.tolist()
    for i, verb in enumerate(verbs):
        if verb == MOVE:
            at_start, start = i, int(last[i])
        elif verb == CLOSE:
            if i - at_start > 1:
                gap = points[start] - points[last[i - 1]]
                ending, opening = points[last[i - 1]] - points[last[i - 1] - 1], points[start + 1] - points[start]
                closing = [ending, opening] if not gap.any() else [ending, gap, opening]
                before += closing[:-1]
                after += closing[1:]
        elif i - at_start > 1:
            before.append(points[first[i] - 1] - points[first[i] - 2])
            after.append(points[first[i]] - points[first[i] - 1])
    if not before:
        return np.zeros(0)
    u, v = np.array(before), np.array(after)
    turns: NDArray[np.float64] = np.abs(
        np.arctan2(u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0], u[:, 0] * v[:, 0] + u[:, 1] * v[:, 1])
    )
    return turns


def _wrong_corner(turns: NDArray[np.float64], nib: Nib) -> NDArray[np.float64]:
    half = np.minimum(turns / 2, math.pi / 2 - 1e-9)
    bevel = half - np.sin(turns) / 2
    if nib.join == "bevel":
        return bevel
    wrong: NDArray[np.float64] = np.where(1 / np.cos(half) <= nib.miter_limit, np.tan(half) - half, bevel)
    return wrong


def has_lone_dot(path: Path) -> bool:
    """Whether a subpath of the path is a point."""
    text = path.verbs.tobytes() + bytes((MOVE,))
    return bytes((MOVE, MOVE)) in text or bytes((MOVE, CLOSE)) in text


def extended(path: Path, by: float) -> Path:
    """Return the path with each end of its open subpaths drawn out straight: square ends as butt ends."""
    verbs: list[int] = []
    points: list[Points] = []
    at = 0
    starts = [i for i, verb in enumerate(path.verbs.tolist()) if verb == MOVE]
    for start, stop in zip(starts, [*starts[1:], len(path.verbs)], strict=True):
        part = path.verbs[start:stop].tolist()
        count = sum((1, 1, 3, 0)[verb] for verb in part)
        taken = path.points[at : at + count]
        at += count
        if part[-1] == CLOSE or count < 2:
            verbs += part
            points.append(taken)
            continue
        head = taken[0] + by * _unit(taken[0] - _other_than(taken[0], taken[1:]))
        tail = taken[-1] + by * _unit(taken[-1] - _other_than(taken[-1], taken[-2::-1]))
        verbs += [MOVE, LINE, *part[1:], LINE]
        points += [head[None], taken, tail[None]]
    return Path(np.array(verbs, np.uint8), np.concatenate(points))


def _other_than(point: Points, others: Points) -> Points:
    """Return the first of ``others`` that lies elsewhere, where a handle of no length tells no direction."""
    elsewhere = others[(others != point).any(axis=1)]
    found: Points = elsewhere[0] if len(elsewhere) else point - np.array([1.0, 0.0])
    return found


def _unit(vector: Points) -> Points:
    unit: Points = vector / math.hypot(float(vector[0]), float(vector[1]))
    return unit


def dashed(path: Path, nib: Nib, tolerance: float, most: int) -> tuple[Path, int] | None:
    """Return a path cut into its dashes, and how many they are; None if there would be more than ``most``."""
    if not nib.dashes or sum(nib.dashes) <= 0:
        return path, 0
    cuts = np.concatenate(([0.0], np.cumsum(nib.dashes)))
    period = float(cuts[-1])
    pieces: list[Path] = []
    for spine, closed in path.subpaths(tolerance):
        line = np.concatenate((spine, spine[:1])) if closed else spine
        along = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))))
        rounds = (along[-1] + period) / period
        if len(pieces) + rounds * len(nib.dashes) / 2 > most:
            return None
        offset = math.fmod(nib.dash_offset, period)
        begin = period * np.arange(-1 - (offset < 0), math.ceil(rounds) + 1)[:, None] - offset
        from_, to = (begin + cuts[:-1:2]).ravel(), (begin + cuts[1::2]).ravel()
        for start, end in zip(from_, to, strict=True):
            if end >= 0 and start <= along[-1] and (end > 0 or start == end) and (start < along[-1] or start == end):
                pieces.append(_piece(line, along, max(float(start), 0.0), min(float(end), float(along[-1]))))
    verbs = np.concatenate([one.verbs for one in pieces]) if pieces else np.empty(0, np.uint8)
    return Path(verbs, np.concatenate([one.points for one in pieces]) if pieces else np.empty((0, 2))), len(pieces)


def _piece(line: Points, along: NDArray[np.float64], start: float, end: float) -> Path:
    inside = (along > start) & (along < end)
    at = np.array([start, *along[inside], end]) if end > start else np.array([start])
    return polyline(np.stack((np.interp(at, along, line[:, 0]), np.interp(at, along, line[:, 1])), axis=1))


def covered(path: Path, nib: Nib, tolerance: float) -> Path:
    """Return what a stroke covers as closed polygons, holes turned the other way."""
    rings = [
        ring
        for spine, closed in path.subpaths(tolerance)
        for ring in stroked_as(spine, closed, nib.width, nib.cap, nib.join, nib.miter_limit, tolerance)
    ]
    return closed_polygons(rings)


def closed_polygons(rings: list[Points]) -> Path:
    """Return rings as one path of closed polygons."""
    verbs = [verb for ring in rings for verb in (MOVE, *[LINE] * (len(ring) - 1), CLOSE)]
    return Path(np.array(verbs, np.uint8), np.concatenate(rings) if rings else np.empty((0, 2)))


def path_of(outline: Outline) -> Path:
    """Return an outline as a path in the same units."""
    return Path(np.frombuffer(outline.verbs, np.uint8), np.frombuffer(outline.points.tobytes()).reshape(-1, 2))


def outline_of(path: Path) -> Outline:
    """Return a path as an outline in the same units."""
    return Outline(path.verbs.tobytes(), array("d", path.points.tobytes()))
