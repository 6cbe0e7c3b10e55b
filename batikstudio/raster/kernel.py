"""The coverage kernel: signed areas in fixed point, accumulated over a window of the pixel grid.

Every vertex lies on a global grid of 1/256 pixel, so that a shape gives the same integers in whatever window it is
drawn. An edge adds to each pixel that it crosses the area between itself and the pixel's right side, times two; a
running sum along the row then turns these into winding numbers times covered area. Nothing is rounded after the
vertices were, so windows agree bit for bit, and areas that abut add up to exactly one pixel.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.compiled import kernel

Accumulator = NDArray[np.int32]
Integers = NDArray[np.int64]
Coverage = NDArray[np.uint8]

ONE_PX = 256
FULL = 2 * ONE_PX * ONE_PX
"""What a wholly covered pixel adds up to."""


@kernel
def place(
    points: NDArray[np.float64],
    starts: Integers,
    maps: NDArray[np.float64],
    out: Integers,
    boxes: Integers,
) -> None:
    """Map rings to pixels and put their vertices on the grid.

    Parameters
    ----------
    points : ndarray of shape (n, 2), float64
    starts : ndarray of shape (rings + 1,), int64
    maps : ndarray of shape (copies, 6), float64
        Affine maps a, b, c, d, e, f to pixels. Where one mirrors, its rings are walked the other way round.
    out : ndarray of shape (copies * n, 2), int64
        Filled with vertices in 1/256 px.
    boxes : ndarray of shape (copies * rings, 4), int64
        Filled with each ring's x0, y0, x1, y1.
    """
    at = 0
    for copy in range(maps.shape[0]):
        a, b, c, d, e, f = (
            maps[copy, 0] * ONE_PX,
            maps[copy, 1] * ONE_PX,
            maps[copy, 2] * ONE_PX,
            maps[copy, 3] * ONE_PX,
            maps[copy, 4] * ONE_PX + 0.5,
            maps[copy, 5] * ONE_PX + 0.5,
        )
        mirrors = a * d - b * c < 0.0
        for ring in range(starts.shape[0] - 1):
            first, end = starts[ring], starts[ring + 1]
            box = copy * (starts.shape[0] - 1) + ring
            low_x = low_y = 1 << 62
            high_x = high_y = -(1 << 62)
            for i in range(first, end):
                x = int(np.floor(a * points[i, 0] + c * points[i, 1] + e))
                y = int(np.floor(b * points[i, 0] + d * points[i, 1] + f))
                target = at + (end - 1 - i if mirrors else i - first)
                out[target, 0] = x
                out[target, 1] = y
                low_x, high_x = min(low_x, x), max(high_x, x)
                low_y, high_y = min(low_y, y), max(high_y, y)
            boxes[box, 0], boxes[box, 1], boxes[box, 2], boxes[box, 3] = low_x, low_y, high_x, high_y
            at += end - first


@kernel
def _piece(acc: Accumulator, row: int, xa: int, xb: int, height: int, width: int) -> None:
    """Add one edge's piece within a pixel row: from x ``xa`` to ``xb`` (1/256 px), signed ``height``."""
    left, right = (xa, xb) if xa < xb else (xb, xa)
    first = left >> 8
    last = first if right == left else (right - 1) >> 8
    if first >= width:
        return
    if last < 0:
        acc[row, 0] += 2 * ONE_PX * height
        return
    if first == last:
        base = first << 8
        area = height * (2 * ONE_PX - (left - base) - (right - base))
        acc[row, first] += area
        acc[row, first + 1] += 2 * ONE_PX * height - area
        return
    sign = 1 if height > 0 else -1
    tall = abs(height)
    span = right - left
    done = 0
    if first < 0:
        # Everything left of the window covers its pixels in full; the heights are those of the unclipped edge.
        done = (-left) * tall // span
        acc[row, 0] += 2 * ONE_PX * sign * done
        first = 0
        left_end = 0
    else:
        left_end = left
    stop = min(last, width - 1)
    for column in range(first, stop + 1):
        base = column << 8
        end = right if column == last else base + ONE_PX
        reached = tall if column == last else (end - left) * tall // span
        part = sign * (reached - done)
        area = part * (2 * ONE_PX - (left_end - base) - (end - base))
        acc[row, column] += area
        acc[row, column + 1] += 2 * ONE_PX * part - area
        done = reached
        left_end = end


@kernel
def _edge(acc: Accumulator, x0: int, y0: int, x1: int, y1: int, rows: int, width: int) -> None:
    """Add one edge, in 1/256 px relative to the window, to the rows that it crosses."""
    if y0 == y1:
        return
    if y0 < y1:
        sign, xa, ya, xb, yb = -1, x0, y0, x1, y1
    else:
        sign, xa, ya, xb, yb = 1, x1, y1, x0, y0
    if yb <= 0 or ya >= rows << 8:
        return
    if (xa >> 8) >= width and (xb >> 8) >= width:
        return
    row = ya >> 8
    if row == (yb - 1) >> 8:
        _piece(acc, row, xa, xb, sign * (yb - ya), width)
        return
    # The x at each row's border is floor(dx * (y - ya) / dy), stepped with its remainder.
    dx, dy = xb - xa, yb - ya
    if row < 0:
        row = 0
        top = 0
        whole = dx * (top - ya)
        x = xa + whole // dy
        rest = whole % dy
    else:
        top = ya
        x = xa
        rest = 0
    last = min((yb - 1) >> 8, rows - 1)
    step = dx * ONE_PX // dy
    step_rest = dx * ONE_PX % dy
    while row <= last:
        bottom = (row + 1) << 8
        if bottom >= yb:
            _piece(acc, row, x, xb, sign * (yb - top), width)
            return
        if bottom - top == ONE_PX:
            nx = x + step
            rest += step_rest
            if rest >= dy:
                rest -= dy
                nx += 1
        else:
            whole = dx * (bottom - ya)
            nx = xa + whole // dy
            rest = whole % dy
        _piece(acc, row, x, nx, sign * (bottom - top), width)
        x = nx
        top = bottom
        row += 1


@kernel
def _ring(acc: Accumulator, points: Integers, first: int, end: int, dx: int, dy: int) -> None:
    """Add the edges of one ring, shifted by ``dx``, ``dy`` (1/256 px)."""
    rows, width = acc.shape[0], acc.shape[1] - 2
    x0, y0 = points[end - 1, 0] + dx, points[end - 1, 1] + dy
    for i in range(first, end):
        x1, y1 = points[i, 0] + dx, points[i, 1] + dy
        _edge(acc, x0, y0, x1, y1, rows, width)
        x0, y0 = x1, y1


@kernel
def _sweep(acc: Accumulator, winding: Accumulator, top: int, bottom: int, left: int, right: int) -> None:
    """Turn what was accumulated within a box into winding times area, and empty the accumulator there."""
    for row in range(top, bottom):
        total = np.int32(0)
        for column in range(left, right):
            total += acc[row, column]
            acc[row, column] = 0
            winding[row, column] += total
        acc[row, right] = 0
        acc[row, right + 1] = 0


@kernel
def _claim(
    winding: Accumulator, above: Coverage, owner: Coverage, top: int, bottom: int, left: int, right: int
) -> None:
    """Give what is newly covered within a box to ``owner``."""
    for row in range(top, bottom):
        for column in range(left, right):
            covered = np.int64(min(abs(winding[row, column]), FULL))
            value = (covered * 255 + 65536) >> 17
            before = np.int64(above[row, column])
            if value > before:
                owner[row, column] += value - before
                above[row, column] = value


@kernel
def accumulate(
    acc: Accumulator,
    winding: Accumulator,
    points: Integers,
    starts: Integers,
    boxes: Integers,
    offsets: Integers,
    origin_x: int,
    origin_y: int,
    sparse: bool,
) -> None:
    """Add every ring at every offset to a window.

    Parameters
    ----------
    acc : ndarray of shape (rows, width + 2), int32
        Where a ring's edges are added up. Sparse shapes are swept into ``winding`` ring by ring, which leaves it
        empty; dense ones wait for `settle`.
    winding : ndarray of shape (rows, width), int32
        Winding number times covered area of all that was swept so far.
    points : ndarray of shape (n, 2), int64
        Vertices in 1/256 px.
    starts : ndarray of shape (rings + 1,), int64
    boxes : ndarray of shape (rings, 4), int64
        Each ring's x0, y0, x1, y1.
    offsets : ndarray of shape (copies, 2), int64
        In 1/256 px.
    origin_x, origin_y : int
        The window's top left pixel on the global grid.
    sparse : bool
    """
    rows, width = winding.shape
    bottom, right = rows << 8, width << 8
    for copy in range(offsets.shape[0]):
        dx = offsets[copy, 0] - (origin_x << 8)
        dy = offsets[copy, 1] - (origin_y << 8)
        for ring in range(starts.shape[0] - 1):
            x0, y0, x1, y1 = boxes[ring, 0] + dx, boxes[ring, 1] + dy, boxes[ring, 2] + dx, boxes[ring, 3] + dy
            if y1 <= 0 or y0 >= bottom or x1 <= 0 or x0 >= right:
                continue
            _ring(acc, points, starts[ring], starts[ring + 1], dx, dy)
            if sparse:
                _sweep(
                    acc, winding, max(y0 >> 8, 0), min((y1 >> 8) + 1, rows), max(x0 >> 8, 0), min((x1 >> 8) + 1, width)
                )


@kernel
def claim(
    winding: Accumulator,
    above: Coverage,
    owner: Coverage,
    boxes: Integers,
    offsets: Integers,
    origin_x: int,
    origin_y: int,
) -> None:
    """Give what sparse shapes newly cover to ``owner``, ring by ring; parameters as `accumulate` and `settle`."""
    rows, width = winding.shape
    for copy in range(offsets.shape[0]):
        dx = offsets[copy, 0] - (origin_x << 8)
        dy = offsets[copy, 1] - (origin_y << 8)
        for ring in range(boxes.shape[0]):
            top, left = max((boxes[ring, 1] + dy) >> 8, 0), max((boxes[ring, 0] + dx) >> 8, 0)
            bottom = min(((boxes[ring, 3] + dy) >> 8) + 1, rows)
            right = min(((boxes[ring, 2] + dx) >> 8) + 1, width)
            if top < bottom and left < right:
                _claim(winding, above, owner, top, bottom, left, right)


@kernel
def settle(acc: Accumulator, winding: Accumulator, above: Coverage, owner: Coverage) -> None:
    """Sweep what dense shapes left in the accumulator, and give what is newly covered to ``owner``.

    Parameters
    ----------
    acc : ndarray of shape (rows, width + 2), int32
    winding : ndarray of shape (rows, width), int32
    above : ndarray of shape (rows, width), uint8
        The coverage before the last shapes were added; becomes the coverage with them.
    owner : ndarray of shape (rows, width), uint8
        Grows by the difference, so that all owners add up to the coverage, to the last unit.
    """
    rows, width = winding.shape
    _sweep(acc, winding, 0, rows, 0, width)
    _claim(winding, above, owner, 0, rows, 0, width)


def warm_up() -> None:
    """Compile or load the kernels with a drawing of one pixel."""
    acc = np.zeros((1, 3), np.int32)
    starts = np.array([0, 3], np.int64)
    points, boxes = np.empty((3, 2), np.int64), np.empty((1, 4), np.int64)
    place(np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]]), starts, np.ones((1, 6)), points, boxes)
    offsets, winding = np.zeros((1, 2), np.int64), np.zeros((1, 1), np.int32)
    above, owner = np.zeros((1, 1), np.uint8), np.zeros((1, 1), np.uint8)
    accumulate(acc, winding, points, starts, boxes, offsets, 0, 0, True)
    claim(winding, above, owner, boxes, offsets, 0, 0)
    settle(acc, winding, above, owner)
