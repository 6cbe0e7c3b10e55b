"""Paths of straight lines and cubic curves, as a motif holds them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.affine import Affine

Points = NDArray[np.float64]

MOVE, LINE, CUBIC, CLOSE = 0, 1, 2, 3
_POINTS_OF = {MOVE: 1, LINE: 1, CUBIC: 3, CLOSE: 0}
_MOST_PIECES = 512


@dataclass(frozen=True, eq=False)
class Path:
    """One or more subpaths; each begins with MOVE. Immutable.

    Attributes
    ----------
    verbs : ndarray of shape (v,), uint8
        MOVE and LINE take one point, CUBIC three (two handles, the end), CLOSE none.
    points : ndarray of shape (n, 2), float64
        In mm, in the order in which the verbs take them.
    """

    verbs: NDArray[np.uint8]
    points: Points

    def __post_init__(self) -> None:
        self.verbs.setflags(write=False)
        self.points.setflags(write=False)

    def transformed(self, affine: Affine) -> Path:
        """Return the path mapped by ``affine``."""
        return Path(self.verbs, affine.apply(self.points))

    def subpaths(self, tolerance_mm: float) -> Iterator[tuple[Points, bool]]:
        """Yield each subpath as a polyline within ``tolerance_mm`` of the curve, with whether it is closed.

        Yields
        ------
        points : ndarray of shape (k, 2), float64
            A closed subpath does not repeat its first point. A lone MOVE yields one point: a dot of a round nib.
        closed : bool
        """
        pieces: list[Points] = []
        at, closed = 0, False
        for verb in self.verbs:
            count = _POINTS_OF[int(verb)]
            taken = self.points[at : at + count]
            at += count
            if verb == MOVE:
                if pieces:
                    yield _joined(pieces, closed)
                pieces, closed = [taken], False
            elif verb == LINE:
                pieces.append(taken)
            elif verb == CUBIC:
                pieces.append(_flattened(pieces[-1][-1], taken, tolerance_mm))
            else:
                closed = True
        if pieces:
            yield _joined(pieces, closed)


def _joined(pieces: list[Points], closed: bool) -> tuple[Points, bool]:
    points = np.concatenate(pieces)
    keep = np.ones(len(points), bool)
    keep[1:] = np.any(points[1:] != points[:-1], axis=1)
    points = points[keep]
    if closed and len(points) > 1 and np.array_equal(points[0], points[-1]):
        points = points[:-1]
    return points, closed


def _flattened(start: Points, rest: Points, tolerance_mm: float) -> Points:
    """Return the points of a cubic after its start, chords within the tolerance.

    The chord error of a cubic cut into n equal parameter steps is at most ``sqrt(3)/18 * d / n**2`` with d the larger
    second difference of the control points times 3 (Wang's formula, bounded as in Goldman 1989).
    """
    control = np.vstack((start[None], rest))
    second = np.diff(control, n=2, axis=0)
    bend = float(np.sqrt((second**2).sum(axis=1)).max())
    n = min(max(math.ceil(math.sqrt(0.75 * bend / tolerance_mm)), 1), _MOST_PIECES)
    t = (np.arange(1, n + 1) / n)[:, None]
    s = 1.0 - t
    curve: Points = s**3 * control[0] + 3 * s**2 * t * control[1] + 3 * s * t**2 * control[2] + t**3 * control[3]
    curve[-1] = control[3]
    return curve


@dataclass
class PathBuilder:
    """Collects verbs and points, then `build` makes the `Path`."""

    _verbs: list[int] = field(default_factory=list)
    _points: list[tuple[float, float]] = field(default_factory=list)

    def move(self, x: float, y: float) -> PathBuilder:
        """Begin a subpath."""
        self._verbs.append(MOVE)
        self._points.append((x, y))
        return self

    def line(self, x: float, y: float) -> PathBuilder:
        """Draw a straight line to a point."""
        self._verbs.append(LINE)
        self._points.append((x, y))
        return self

    def cubic(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> PathBuilder:
        """Draw a cubic curve with two handles to a point."""
        self._verbs.append(CUBIC)
        self._points += [(x1, y1), (x2, y2), (x, y)]
        return self

    def close(self) -> PathBuilder:
        """Close the subpath."""
        self._verbs.append(CLOSE)
        return self

    def build(self) -> Path:
        """Return the path."""
        points = np.array(self._points, np.float64).reshape(-1, 2)
        return Path(np.array(self._verbs, np.uint8), points)


def polyline(points: Sequence[tuple[float, float]] | Points, closed: bool = False) -> Path:
    """Return a path of straight lines through ``points``, shape (n, 2), mm."""
    array = np.asarray(points, np.float64)
    verbs = [MOVE] + [LINE] * (len(array) - 1) + [CLOSE] * closed
    return Path(np.array(verbs, np.uint8), array.copy())


def smooth(points: Sequence[tuple[float, float]] | Points, closed: bool = False) -> Path:
    """Return a smooth path of cubics through ``points``: a Catmull-Rom spline, centripetal, so without loops.

    Parameters
    ----------
    points : sequence of (x, y), mm
        At least two, none equal to its neighbour.
    closed : bool
        Whether the curve returns to its start.

    References
    ----------
    C. Yuksel, S. Schaefer, J. Keyser, Parameterization and applications of Catmull-Rom curves, 2011.
    """
    p = np.asarray(points, np.float64)
    before = np.roll(p, 1, axis=0) if closed else np.vstack((2 * p[0] - p[1], p[:-1]))
    after = np.roll(p, -1, axis=0) if closed else np.vstack((p[1:], 2 * p[-1] - p[-2]))
    d_in = np.sqrt(np.linalg.norm(p - before, axis=1))[:, None]
    d_out = np.sqrt(np.linalg.norm(after - p, axis=1))[:, None]
    tangent = (p - before) / d_in - (after - before) / (d_in + d_out) + (after - p) / d_out
    last = np.roll(p, -1, axis=0) if closed else p[1:]
    then = np.roll(tangent, -1, axis=0) if closed else tangent[1:]
    start, leave, span = p[: len(last)], tangent[: len(last)], d_out[: len(last)]
    cubics = np.stack((start + leave * span / 3, last - then * span / 3, last), axis=1)
    verbs = [MOVE, *[CUBIC] * len(last), *[CLOSE] * closed]
    return Path(np.array(verbs, np.uint8), np.concatenate((p[:1], cubics.reshape(-1, 2))))


_KAPPA = 4 * (math.sqrt(2) - 1) / 3


def ellipse(x: float, y: float, rx: float, ry: float) -> Path:
    """Return an ellipse about (x, y) as four cubics; radial error below 0.03 %."""
    kx, ky = rx * _KAPPA, ry * _KAPPA
    return (
        PathBuilder()
        .move(x + rx, y)
        .cubic(x + rx, y + ky, x + kx, y + ry, x, y + ry)
        .cubic(x - kx, y + ry, x - rx, y + ky, x - rx, y)
        .cubic(x - rx, y - ky, x - kx, y - ry, x, y - ry)
        .cubic(x + kx, y - ry, x + rx, y - ky, x + rx, y)
        .close()
        .build()
    )


def circle(x: float, y: float, radius: float) -> Path:
    """Return a circle about (x, y)."""
    return ellipse(x, y, radius, radius)


def joined(paths: Sequence[Path]) -> Path:
    """Return the subpaths of all ``paths`` as one path."""
    return Path(np.concatenate([path.verbs for path in paths]), np.concatenate([path.points for path in paths]))
