"""Find a drawing sheet in a photograph: its corner marks, which way up it lies, and its number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.errors import BatikError
from batikstudio.geometry.path import Points
from batikstudio.motifs.tracing.code import BITS, number_of
from batikstudio.motifs.tracing.light import evenly_lit, labelled
from batikstudio.motifs.tracing.picture import Grey
from batikstudio.motifs.tracing.rectify import PAPERS, Homography, Sheet, homography, mapped, rectified
from batikstudio.motifs.tracing.sheet import FIELD_MM, INSIDE_MM, MARK_MM, Layout, layout_of, paper_of

_DARK = 0.6
_LEAST_MARK_PX = 12.0
_MOST_MARKS = 7
"""Candidates, the likeliest first, among which four are looked for."""
_CORE_TO_RING = 9 / 24
"""Area of a mark's inner square to that of its ring, of seven and three modules."""
_BOWS_MM = np.arange(-2.0, 2.01, 0.5)
"""A lens bends the strip away from the straight line between the marks by so much."""


@dataclass(frozen=True, eq=False)
class FoundSheet:
    """A drawing sheet in a photograph.

    Attributes
    ----------
    id : int
        The number in its strip.
    paper : str
    drawing : Sheet
        What is inside the frame, square-on and upright; its corners are the frame's in the photograph.
    marks : ndarray of shape (4, 2)
        The middles of the corner marks in the photograph, px, clockwise from the sheet's own top left.
    """

    id: int
    paper: str
    drawing: Sheet
    marks: Points


@dataclass(frozen=True)
class _Mark:
    x: float
    y: float
    size_px: float
    doubt: float


def find_sheet(grey: Grey) -> FoundSheet:
    """Find the sheet in a photograph, lying any way round.

    Parameters
    ----------
    grey : ndarray of shape (H, W), float32

    Raises
    ------
    BatikError
        ``sheet.marks_missing`` with how many of the four marks are seen; ``sheet.number_unreadable`` where all are
        there and the strips between them are not.
    """
    lit = evenly_lit(grey)
    marks = _marks(lit)
    if len(marks) < 4:
        raise BatikError("sheet.marks_missing", found=len(marks))
    for corners in _fours(marks):
        for turn in range(4):
            turned = np.roll(corners, -turn, axis=0)
            for paper in PAPERS:
                number = _number(lit, turned, layout_of(paper))
                if number is not None and paper_of(number) == paper:
                    return _found(grey, number, paper, turned)
    raise BatikError("sheet.number_unreadable")


def _found(grey: Grey, number: int, paper: str, marks: Points) -> FoundSheet:
    layout = layout_of(paper)
    x0, y0, x1, y1 = layout.frame
    inner = np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)]) + INSIDE_MM * np.array(
        [(1, 1), (-1, 1), (-1, -1), (1, -1)]
    )
    matrix = homography(np.array(layout.marks), marks)
    size_mm = (x1 - x0 - 2 * INSIDE_MM, y1 - y0 - 2 * INSIDE_MM)
    return FoundSheet(number, paper, rectified(grey, mapped(matrix, inner), size_mm), marks)


def _marks(lit: Grey) -> list[_Mark]:
    """Return everything that looks like a corner mark, the likeliest first."""
    from scipy.ndimage import find_objects
    from scipy.spatial import cKDTree

    labels, count = labelled(lit < _DARK)
    if count < 2:
        return []
    boxes = find_objects(labels)
    height = np.array([box[0].stop - box[0].start for box in boxes])
    width = np.array([box[1].stop - box[1].start for box in boxes])
    areas = np.bincount(labels.ravel(), minlength=count + 1)[1:]
    middle = np.array([((box[1].start + box[1].stop) / 2, (box[0].start + box[0].stop) / 2) for box in boxes])
    side = np.sqrt(height * width)
    squarish = (np.maximum(height, width) < 2.5 * np.minimum(height, width)) & (side < 0.3 * max(lit.shape))
    full = areas / (height * width)
    rings = np.nonzero(squarish & (side >= _LEAST_MARK_PX) & (full > 0.2) & (full < 0.8))[0]
    cores = np.nonzero(squarish & (side >= 3) & (full > 0.4))[0]
    if not len(rings) or not len(cores):
        return []
    tree = cKDTree(middle[cores])
    found = []
    for ring in rings.tolist():
        for core in cores[tree.query_ball_point(middle[ring], 0.12 * side[ring])].tolist():
            ratio = areas[core] / areas[ring]
            inside = side[core] / side[ring]
            if core != ring and 0.5 < ratio / _CORE_TO_RING < 1.8 and 0.3 < inside < 0.58:
                doubt = abs(float(np.log(ratio / _CORE_TO_RING))) + abs(float(np.log(inside * 7 / 3)))
                found.append(_measured(lit, labels, boxes[ring], (ring + 1, core + 1), float(side[ring]), doubt))
    return sorted(found, key=lambda mark: mark.doubt)[:_MOST_MARKS]


def _measured(
    lit: Grey, labels: NDArray[np.int32], box: tuple[slice, ...], own: tuple[int, int], side: float, doubt: float
) -> _Mark:
    """Return a mark with its middle measured by the darkness of its pixels and their neighbours."""
    from scipy.ndimage import binary_dilation

    rows = slice(max(box[0].start - 3, 0), box[0].stop + 3)
    columns = slice(max(box[1].start - 3, 0), box[1].stop + 3)
    near = binary_dilation(np.isin(labels[rows, columns], own), iterations=2)
    weight = np.where(near, 1.0 - lit[rows, columns], 0.0)
    y, x = np.mgrid[rows.start : rows.start + weight.shape[0], columns.start : columns.start + weight.shape[1]]
    total = float(weight.sum())
    return _Mark(float((weight * x).sum()) / total + 0.5, float((weight * y).sum()) / total + 0.5, side, doubt)


def _fours(marks: list[_Mark]) -> Iterator[Points]:
    """Yield four marks of like size at a time, clockwise around a convex area."""
    for four in combinations(marks, 4):
        sizes = [mark.size_px for mark in four]
        if max(sizes) > 3 * min(sizes):
            continue
        points = np.array([(mark.x, mark.y) for mark in four])
        about = points - points.mean(axis=0)
        points = points[np.argsort(np.arctan2(about[:, 1], about[:, 0]))]
        sides = np.roll(points, -1, axis=0) - points
        after = np.roll(sides, -1, axis=0)
        turns = sides[:, 0] * after[:, 1] - sides[:, 1] * after[:, 0]
        if np.all(turns > 0) and np.linalg.norm(sides, axis=1).min() > 4 * max(sizes) / MARK_MM * FIELD_MM:
            yield points


def _number(lit: Grey, marks: Points, layout: Layout) -> int | None:
    """Return the number in the strips, if the marks are this layout's: each strip alone, then both together."""
    matrix = homography(np.array(layout.marks), marks)
    read = [_contrast(lit, matrix, layout, y) for y in layout.strip_rows]
    for contrast in (*read, read[0] + read[1]):
        number = number_of(contrast)
        if number is not None:
            return number
    return None


def _contrast(lit: Grey, matrix: Homography, layout: Layout, middle: float) -> NDArray[np.float64]:
    """Return by how much the upper field of each pair is darker, on the bow that tells them apart best."""
    from scipy.ndimage import map_coordinates

    start, end = layout.strip
    width = (end - start) / BITS
    bit, dx, row, dy = np.meshgrid(np.arange(BITS), (-0.25, 0.0, 0.25), (-1, 1), (-0.25, 0.0, 0.25), indexing="ij")
    x = start + (bit + 0.5 + dx) * width
    y = middle + (row * 0.5 + dy) * FIELD_MM
    best = np.zeros(BITS)
    bow_share = 1 - (2 * (x - start) / (end - start) - 1) ** 2  # a lens bends most in the middle of the side
    for bow in _BOWS_MM:
        at = mapped(matrix, np.column_stack((x.ravel(), (y + bow * bow_share).ravel()))) - 0.5
        values = map_coordinates(lit, [at[:, 1], at[:, 0]], order=1, cval=1.0, prefilter=False).reshape(bit.shape)
        shade = values.mean(axis=(1, 3))
        contrast = shade[:, 1] - shade[:, 0]
        if np.abs(contrast).sum() > np.abs(best).sum():
            best = contrast
    return best
