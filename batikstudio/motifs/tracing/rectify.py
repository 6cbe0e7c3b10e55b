"""From a slanting photograph to a sheet seen square-on, at a known number of pixels per mm."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.errors import BatikError
from batikstudio.geometry.path import Points
from batikstudio.motifs.tracing.picture import WORKING_PX, Grey

Homography = NDArray[np.float64]

PAPERS: dict[str, tuple[float, float]] = {"A4": (210.0, 297.0), "F4": (215.0, 330.0), "A3": (297.0, 420.0)}
"""Sheets that copy shops sell, mm, upright. F4 is called folio."""

LEAST_PX_PER_MM = 1.0
"""Below this a pencil line is no pixel wide."""
_LOOK_PX = 500
"""The paper is looked for in a picture of this size, then its edges are measured in the whole one."""
_LEAST_SHARE = 0.15
"""Paper that takes less of the picture is not the subject."""
_LEAST_FILLED = 0.85
"""A sheet fills its own four corners; hands and shadows may hide some of it."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """A sheet seen square-on.

    Attributes
    ----------
    grey : ndarray of shape (H, W), float32
    px_per_mm : float
    corners : ndarray of shape (4, 2)
        Where its corners lie in the photograph, px: from its top left clockwise.
    """

    grey: Grey
    px_per_mm: float
    corners: Points


def homography(source: Points, target: Points) -> Homography:
    """Return the projective map, shape (3, 3), that brings four points or more of ``source`` to ``target``.

    Raises
    ------
    BatikError
        ``picture.corners_in_line`` where no such map exists.
    """
    (a, at), (b, bt) = _normalised(source), _normalised(target)
    rows = []
    for (x, y), (u, v) in zip(a.tolist(), b.tolist(), strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y, -u], [0, 0, 0, x, y, 1, -v * x, -v * y, -v]]
    _, values, vectors = np.linalg.svd(np.array(rows))
    if len(source) < 4 or values[7] < 1e-7 * values[0]:
        raise BatikError("picture.corners_in_line")
    found: Homography = np.linalg.inv(bt) @ vectors[-1].reshape(3, 3) @ at
    if not np.all(np.isfinite(found)) or abs(np.linalg.det(found / np.abs(found).max())) < 1e-15:
        raise BatikError("picture.corners_in_line")
    return found


def _normalised(points: Points) -> tuple[Points, Homography]:
    """Return the points about the origin and of size 1, which makes the equations well conditioned, and that map."""
    middle = points.mean(axis=0)
    size = float(np.linalg.norm(points - middle, axis=1).mean()) or 1.0
    matrix = np.array([[1 / size, 0, -middle[0] / size], [0, 1 / size, -middle[1] / size], [0, 0, 1]])
    return (points - middle) / size, matrix


def mapped(matrix: Homography, points: Points) -> Points:
    """Return the images of points, shape (n, 2), under a projective map."""
    image = np.column_stack((points, np.ones(len(points)))) @ matrix.T
    found: Points = image[:, :2] / image[:, 2:]
    return found


def warped(grey: Grey, to_picture: Homography, size_px: tuple[int, int]) -> Grey:
    """Return a picture of ``size_px`` whose pixel centres are looked up in ``grey`` through ``to_picture``.

    ``to_picture`` takes points of the result, px, to points of ``grey``, px; a pixel's centre lies at a half. What lies
    outside is white.
    """
    from scipy.ndimage import map_coordinates

    width, height = size_px
    found = np.empty((height, width), np.float32)
    band = max(1_000_000 // max(width, 1), 1)
    for top in range(0, height, band):
        y, x = np.mgrid[top : min(top + band, height), 0:width]
        at = mapped(to_picture, np.column_stack((x.ravel() + 0.5, y.ravel() + 0.5))) - 0.5
        values = map_coordinates(grey, [at[:, 1], at[:, 0]], order=1, cval=1.0, prefilter=False)
        found[top : top + len(y)] = values.reshape(y.shape)
    return found


def rectified(grey: Grey, corners: Points, size_mm: tuple[float, float]) -> Sheet:
    """Return the sheet between four corners, square-on.

    Parameters
    ----------
    grey : ndarray of shape (H, W), float32
    corners : ndarray of shape (4, 2)
        In px of the picture: top left, top right, bottom right, bottom left of the sheet.
    size_mm : (float, float)
        Width and height of the sheet.

    Raises
    ------
    BatikError
        ``picture.corners_in_line`` where the corners do not stand around an area in this order; ``picture.too_small``
        where the sheet has less than `LEAST_PX_PER_MM`.
    """
    corners = np.asarray(corners, np.float64)
    sides = np.roll(corners, -1, axis=0) - corners
    turns = sides[:, 0] * np.roll(sides, -1, axis=0)[:, 1] - sides[:, 1] * np.roll(sides, -1, axis=0)[:, 0]
    if corners.shape != (4, 2) or not np.all(np.isfinite(corners)) or not np.all(turns > 0):
        raise BatikError("picture.corners_in_line")
    width_mm, height_mm = size_mm
    lengths = np.linalg.norm(sides, axis=1) / (width_mm, height_mm, width_mm, height_mm)
    px_per_mm = min(float(lengths.max()), (WORKING_PX / (width_mm * height_mm)) ** 0.5)
    size_px = (round(width_mm * px_per_mm), round(height_mm * px_per_mm))
    if px_per_mm < LEAST_PX_PER_MM:
        raise BatikError("picture.too_small", width_px=size_px[0], height_px=size_px[1])
    frame = np.array([(0, 0), (size_px[0], 0), size_px, (0, size_px[1])], np.float64)
    matrix = homography(frame, corners)
    shrink = float(lengths.min()) / px_per_mm
    source = grey
    if shrink > 1.5:  # a picture much finer than the sheet would alias
        from scipy.ndimage import gaussian_filter

        source = gaussian_filter(grey, 0.5 * shrink)
    return Sheet(warped(source, matrix, size_px), px_per_mm, corners)


def upright(size_mm: tuple[float, float], corners: Points) -> tuple[float, float]:
    """Return the paper's size turned as it lies in the photograph: its longer side along the longer sides seen."""
    sides = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    wide = sides[0] + sides[2] > sides[1] + sides[3]
    low, high = min(size_mm), max(size_mm)
    return (high, low) if wide else (low, high)


def find_page(grey: Grey) -> Points | None:
    """Return the four corners of the sheet of paper on a darker table, or None where there is none.

    Returns
    -------
    ndarray of shape (4, 2) or None
        In px, clockwise from the corner that lies nearest to the top left of the picture.
    """
    from scipy.ndimage import binary_fill_holes, gaussian_filter, label
    from skimage.filters import threshold_otsu

    step = max(max(grey.shape) / _LOOK_PX, 1.0)
    small = gaussian_filter(grey, step / 2)[:: max(round(step), 1), :: max(round(step), 1)]
    scale = max(round(step), 1)
    labels, count = label(small > threshold_otsu(small))
    if not count:
        return None
    areas = np.bincount(labels.ravel())
    areas[0] = 0
    paper = binary_fill_holes(labels == int(areas.argmax()))
    if paper.mean() < _LEAST_SHARE or _touches_all_sides(paper):
        return None
    rough = _quadrilateral(paper)
    if rough is None or paper.sum() < _LEAST_FILLED * abs(_area(rough)):
        return None
    found = _measured(grey, (rough + 0.5) * scale, 3.0 * scale)
    return np.roll(found, -int((found.sum(axis=1)).argmin()), axis=0)


def _touches_all_sides(mask: NDArray[np.bool_]) -> bool:
    edges = (mask[0], mask[-1], mask[:, 0], mask[:, -1])
    return all(edge.mean() > 0.5 for edge in edges)


def _area(points: Points) -> float:
    x, y = points[:, 0], points[:, 1]
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


def _quadrilateral(mask: NDArray[np.bool_]) -> Points | None:
    """Return the hull of a mask with its sides merged down to four, clockwise on the screen."""
    from scipy.spatial import ConvexHull

    y, x = np.nonzero(mask)
    points = np.column_stack((x, y)).astype(np.float64)
    hull = points[ConvexHull(points).vertices]
    if _area(hull) < 0:
        hull = hull[::-1]
    while len(hull) > 4:
        best, replaced = np.inf, None
        for k in range(len(hull)):  # leave out the side whose loss adds least: its neighbours are drawn out to meet
            a, b, c, d = (hull[(k + i) % len(hull)] for i in range(4))
            meeting = _meeting(a, b, d, c)
            if meeting is None:
                continue
            added = abs(_area(np.array([b, meeting, c])))
            if added < best:
                best, replaced = added, (k, meeting)
        if replaced is None:
            return None
        k, meeting = replaced
        hull = np.array(
            [meeting if i == (k + 1) % len(hull) else hull[i] for i in range(len(hull)) if i != (k + 2) % len(hull)]
        )
    return hull if len(hull) == 4 else None


def _meeting(a: Points, b: Points, d: Points, c: Points) -> Points | None:
    """Return where the lines a→b and d→c meet beyond b and c."""
    u, v = b - a, c - d
    cross = u[0] * v[1] - u[1] * v[0]
    if abs(cross) < 1e-9:
        return None
    t = ((d - a)[0] * v[1] - (d - a)[1] * v[0]) / cross
    s = ((d - a)[0] * u[1] - (d - a)[1] * u[0]) / cross
    return a + t * u if t >= 1 and s >= 1 else None


def _measured(grey: Grey, rough: Points, reach_px: float) -> Points:
    """Return the corners where straight lines along the measured edges of the paper meet."""
    from scipy.ndimage import map_coordinates

    lines = []
    across_px = np.arange(-2 * reach_px, 2 * reach_px + 0.5, 0.5)
    for k in range(4):
        a, b = rough[k], rough[(k + 1) % 4]
        along = (b - a) / max(float(np.linalg.norm(b - a)), 1e-9)
        outward = np.array([along[1], -along[0]])
        feet = a + np.linspace(0.06, 0.94, 160)[:, None] * (b - a)
        at = feet[:, None, :] + across_px[None, :, None] * outward
        profile = map_coordinates(grey, [at[..., 1] - 0.5, at[..., 0] - 0.5], order=1, mode="nearest", prefilter=False)
        kernel = np.repeat((1.0, -1.0), 4) / 4
        fall = np.stack([np.convolve(row, -kernel, "valid") for row in profile])
        best = fall.argmax(axis=1)
        strength = fall[np.arange(len(fall)), best]
        offset = across_px[np.clip(best + 4, 0, len(across_px) - 1)] - 0.25
        seen = feet + offset[:, None] * outward
        lines.append(_robust_line(seen[strength >= 0.5 * np.median(strength)]))
    corners = []
    for k in range(4):
        (p, u), (q, v) = lines[k - 1], lines[k]
        cross = u[0] * v[1] - u[1] * v[0]
        if abs(cross) < 1e-6:
            return rough
        corners.append(p + u * ((q - p)[0] * v[1] - (q - p)[1] * v[0]) / cross)
    found = np.array(corners)
    near = np.linalg.norm(found - rough, axis=1).max() < 6 * reach_px
    return found if near else rough


def _robust_line(points: Points) -> tuple[Points, Points]:
    """Return a point and a direction of the line through most of the points."""
    kept = points
    for _ in range(6):
        middle = kept.mean(axis=0)
        along = np.linalg.svd(kept - middle)[2][0]
        away = np.abs((points - middle) @ np.array([-along[1], along[0]]))
        limit = max(2.5 * 1.4826 * float(np.median(away)), 0.3)
        kept = points[away <= limit]
    return middle, along
