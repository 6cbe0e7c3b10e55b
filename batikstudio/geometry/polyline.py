"""Polylines of measured points: equal steps, smoothing along the line, and the corners that smoothing must keep."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.path import Points

LEAST_TURN_DEG = 50.0
"""A line that turns by more than this within a short arc has a corner there: some 60 degrees before it was smoothed."""
_CORE = 0.35
"""Share of the reach next to a corner that its two sides are not measured on: there they are rounded off already."""
_STANDS_OUT_DEG = 35.0
"""A corner turns by this much more than the line beside it; a tight spiral turns everywhere alike."""


def distances(points: Points, closed: bool = False) -> NDArray[np.float64]:
    """Return the way along the line to each point, shape (n,); with the way back to the start at the end if closed."""
    ring = np.vstack((points, points[:1])) if closed else points
    return np.concatenate(([0.0], np.cumsum(np.linalg.norm(np.diff(ring, axis=0), axis=1))))


def resampled(points: Points, step: float, closed: bool = False) -> Points:
    """Return points at equal distances of about ``step`` along the line; both ends stay.

    A closed line neither takes nor gives back its first point twice.
    """
    way = distances(points, closed)
    ring = np.vstack((points, points[:1])) if closed else points
    count = max(round(float(way[-1]) / step), 3 if closed else 1)
    at = np.linspace(0.0, way[-1], count + 1)
    found = np.stack((np.interp(at, way, ring[:, 0]), np.interp(at, way, ring[:, 1])), axis=1)
    return found[:-1] if closed else found


def blurred(points: Points, sigma_steps: float, closed: bool = False) -> Points:
    """Return equally spaced points, each averaged with its neighbours by a Gaussian; the ends of an open line stay."""
    if len(points) < 3:
        return points
    reach = max(math.ceil(3 * sigma_steps), 1)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma_steps) ** 2)
    weights /= weights.sum()
    if closed:
        padded = np.pad(points, ((reach, reach), (0, 0)), mode="wrap")
    else:  # turned about the end: what is symmetric about a point keeps it
        padded = np.pad(points, ((reach, reach), (0, 0)), mode="reflect", reflect_type="odd")
    return np.stack([np.convolve(padded[:, k], weights, "valid") for k in (0, 1)], axis=1)


def turning_deg(points: Points) -> NDArray[np.float64]:
    """Return by how much the line turns at each inner point, degrees, 0 to 180."""
    d = np.diff(points, axis=0)
    cross = d[:-1, 0] * d[1:, 1] - d[:-1, 1] * d[1:, 0]
    return np.asarray(np.degrees(np.abs(np.arctan2(cross, (d[:-1] * d[1:]).sum(axis=1)))))


def corners(points: Points, reach_steps: int, closed: bool = False) -> list[int]:
    """Return the indices of the corners of equally spaced points.

    Parameters
    ----------
    points : ndarray of shape (n, 2)
    reach_steps : int
        How many steps of the line on either side are compared: some widths of the line, and longer than its noise.
    closed : bool
    """
    n, far = len(points), max(reach_steps, 2)
    near = max(round(_CORE * far), 1)
    if n < 2 * far + 1:
        return []
    index = np.arange(n)

    def at(offset: int) -> Points:
        moved = (index + offset) % n if closed else np.clip(index + offset, 0, n - 1)
        return points[moved]

    before, after = at(-near) - at(-far), at(far) - at(near)
    cross = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    turn = np.degrees(np.abs(np.arctan2(cross, (before * after).sum(axis=1))))
    if not closed:
        turn[:far] = turn[n - far :] = 0.0
    found: list[int] = []
    for i in np.argsort(-turn, kind="stable").tolist():
        if turn[i] < LEAST_TURN_DEG:
            break
        gap = [min(abs(i - j), n - abs(i - j)) if closed else abs(i - j) for j in found]
        beside = [i + k for k in (-3 * far // 2, 3 * far // 2) if closed or far <= i + k < n - far]
        usual = sum(float(turn[k % n]) for k in beside) / max(len(beside), 1)
        if all(g > far for g in gap) and turn[i] - usual > _STANDS_OUT_DEG:
            found.append(i)
    return sorted(found)


def smooth_pieces(
    points: Points, step: float, sigma: float, reach: float, closed: bool = False
) -> tuple[list[Points], bool]:
    """Return the smoothed line as pieces between its corners, and whether it is one closed curve without a corner.

    Parameters
    ----------
    points : ndarray of shape (n, 2)
        Measured points in the order of the line.
    step, sigma, reach : float
        Distance of the points of the result, width of the Gaussian along the line, and the length on either side that
        is looked at for a corner; all in the unit of the points.
    closed : bool

    Returns
    -------
    pieces : list of ndarray of shape (k, 2)
        Each begins where the one before ends.
    closed : bool
        One piece, whose first point is not repeated.
    """
    even = resampled(points, step, closed)
    far = max(round(reach / step), 2)
    cuts = corners(blurred(even, max(0.15 * far, 0.5), closed), far, closed)
    if closed and not cuts:
        return [blurred(even, sigma / step, True)], True
    n = len(even)
    tips = {i: _tip(even, i, far, closed) for i in cuts}
    spans = (
        list(zip(cuts, [*cuts[1:], cuts[0] + n], strict=True))
        if closed
        else list(zip([0, *cuts], [*cuts, n - 1], strict=True))
    )
    near = max(round(_CORE * far), 1)
    pieces = []
    for a, b in spans:
        first, last = tips.get(a % n, even[a % n]), tips.get(b % n, even[b % n])
        inner = even[np.arange(a + (near if a % n in tips else 1), b - (near if b % n in tips else 1) + 1) % n]
        piece = np.vstack((first, inner, last))
        pieces.append(blurred(resampled(piece, step), sigma / step))
    return pieces, False


def _tip(points: Points, i: int, far: int, closed: bool) -> Points:
    """Return where the two sides of a corner would meet if they went on straight."""
    n, near = len(points), max(round(_CORE * far), 1)
    sides = []
    for sign in (-1, 1):
        k = i + sign * np.arange(near, far + 1)
        side = points[k % n if closed else np.clip(k, 0, n - 1)]
        middle = side.mean(axis=0)
        sides.append((middle, np.linalg.svd(side - middle)[2][0]))
    (p, u), (q, v) = sides
    cross = u[0] * v[1] - u[1] * v[0]
    if abs(cross) < 0.3:
        return np.asarray(points[i])
    meeting: Points = p + u * ((q - p)[0] * v[1] - (q - p)[1] * v[0]) / cross
    step = float(np.linalg.norm(points[1] - points[0]))
    return meeting if float(np.linalg.norm(meeting - points[i])) < 0.8 * far * step else points[i]
