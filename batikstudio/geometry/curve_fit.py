"""Cubic curves through many smooth points, within a tolerance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.path import CLOSE, CUBIC, MOVE, Path, Points

_NEWTON_STEPS = 4
_WORTH_IMPROVING = 4.0
"""An error up to this many tolerances may vanish with better parameters; a larger one calls for two curves."""
_TANGENT_POINTS = 3


def fitted_path(pieces: Sequence[Points], tolerance: float, closed: bool = False) -> Path:
    """Return a path of cubics along ``pieces``, which meet at corners.

    Parameters
    ----------
    pieces : sequence of ndarray of shape (n, 2), n >= 2
        Smooth runs of points; each begins where the one before ends.
    tolerance : float
        How far a point may be from the curve.
    closed : bool
        Whether the path returns to its start: one piece is then a closed smooth curve whose first point is not
        repeated, and of several the last ends where the first begins.
    """
    if closed and len(pieces) == 1 and not np.array_equal(pieces[0][0], pieces[0][-1]):
        ring = pieces[0]
        turn = ring[1] - ring[-1]
        curves = [fit_cubics(np.vstack((ring, ring[:1])), tolerance, (turn, -turn))]
    else:
        curves = [fit_cubics(piece, tolerance) for piece in pieces]
    points = np.concatenate([curves[0], *(curve[1:] for curve in curves[1:])])
    if closed:
        points[-1] = points[0]
    verbs = [MOVE, *[CUBIC] * ((len(points) - 1) // 3), *[CLOSE] * closed]
    return Path(np.array(verbs, np.uint8), points)


def fit_cubics(points: Points, tolerance: float, tangents: tuple[Points, Points] | None = None) -> Points:
    """Return the control points of cubics through the first and last and near all other points.

    Parameters
    ----------
    points : ndarray of shape (n, 2), n >= 2
        Smooth: noise must be taken out before, it would throw the handles about.
    tolerance : float
    tangents : two vectors, optional
        The directions from the ends into the curve; measured where they are not given.

    Returns
    -------
    ndarray of shape (3 k + 1, 2)
        k cubics: start, and two handles and an end for each.

    References
    ----------
    P. J. Schneider, An algorithm for automatically fitting digitized curves, Graphics Gems, 1990. Handles are bounded
    by the chord here.
    """
    first, last = tangents or (
        points[min(_TANGENT_POINTS, len(points) - 1)] - points[0],
        points[-min(_TANGENT_POINTS, len(points) - 1) - 1] - points[-1],
    )
    found = [points[:1]]
    waiting = [(0, len(points) - 1, _unit(first), _unit(last))]
    while waiting:
        a, b, start, end = waiting.pop()
        run = points[a : b + 1]
        curve, worst = _one_cubic(run, start, end, tolerance)
        if worst is None:
            found.append(curve[1:])
            continue
        middle = a + worst
        k = min(_TANGENT_POINTS, middle - a, b - middle)
        along = _unit(points[middle + k] - points[middle - k])
        waiting.append((middle, b, along, end))
        waiting.append((a, middle, start, -along))
    return np.concatenate(found)


def _one_cubic(run: Points, start: Points, end: Points, tolerance: float) -> tuple[Points, int | None]:
    """Return a cubic and None, or the index of the point where it should be cut in two."""
    chord = float(np.linalg.norm(run[-1] - run[0]))
    if len(run) == 2 or (chord == 0.0 and len(run) < 4):
        third = chord / 3
        return np.array([run[0], run[0] + start * third, run[-1] + end * third, run[-1]]), None
    steps = np.linalg.norm(np.diff(run, axis=0), axis=1)
    t = np.concatenate(([0.0], np.cumsum(steps)))
    t /= t[-1] or 1.0
    for _ in range(_NEWTON_STEPS):
        curve = _least_squares(run, t, start, end)
        missed = ((_at(curve, t) - run) ** 2).sum(axis=1)
        worst = int(missed.argmax())
        if missed[worst] <= tolerance**2:
            return curve, None
        if missed[worst] > (_WORTH_IMPROVING * tolerance) ** 2:
            break
        t = _improved(curve, run, t)
    return curve, min(max(worst, 1), len(run) - 2)


def _least_squares(run: Points, t: NDArray[np.float64], start: Points, end: Points) -> Points:
    """Return the cubic with handles along the two tangents that is nearest to the points at the parameters ``t``."""
    s = 1.0 - t
    b1, b2 = 3 * s * s * t, 3 * s * t * t
    rest = run - (s**3 + b1)[:, None] * run[0] - (t**3 + b2)[:, None] * run[-1]
    dot = float(start @ end)
    c00, c01, c11 = float(b1 @ b1), float(b1 @ b2) * dot, float(b2 @ b2)
    x0, x1 = float(b1 @ (rest @ start)), float(b2 @ (rest @ end))
    det = c00 * c11 - c01 * c01
    chord = float(np.linalg.norm(run[-1] - run[0])) or float(t[-1])
    if abs(det) > 1e-12 * max(c00 * c11, 1e-30):
        alpha, beta = (x0 * c11 - x1 * c01) / det, (c00 * x1 - c01 * x0) / det
    else:
        alpha = beta = chord / 3
    low = 1e-3 * chord
    if alpha < low or beta < low:
        alpha = beta = chord / 3
    alpha, beta = min(alpha, chord), min(beta, chord)
    return np.array([run[0], run[0] + start * alpha, run[-1] + end * beta, run[-1]])


def _at(curve: Points, t: NDArray[np.float64]) -> Points:
    s, t = (1.0 - t)[:, None], t[:, None]
    found: Points = s**3 * curve[0] + 3 * s * s * t * curve[1] + 3 * s * t * t * curve[2] + t**3 * curve[3]
    return found


def _improved(curve: Points, run: Points, t: NDArray[np.float64]) -> NDArray[np.float64]:
    """Move each parameter by one Newton step towards the nearest point of the curve."""
    d1, d2 = 3 * np.diff(curve, axis=0), 6 * np.diff(curve, n=2, axis=0)
    s, u = (1.0 - t)[:, None], t[:, None]
    away = _at(curve, t) - run
    first = s * s * d1[0] + 2 * s * u * d1[1] + u * u * d1[2]
    second = s * d2[0] + u * d2[1]
    down = (first * first).sum(axis=1) + (away * second).sum(axis=1)
    step = np.divide((away * first).sum(axis=1), down, out=np.zeros_like(t), where=np.abs(down) > 1e-12)
    return np.maximum.accumulate(np.clip(t - step, 0.0, 1.0))


def _unit(vector: Points) -> Points:
    length = float(np.linalg.norm(vector))
    unit: Points = vector / length if length else np.array([1.0, 0.0])
    return unit
