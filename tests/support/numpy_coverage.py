"""A second rasteriser, written without the kernel: exact areas by clipping each edge in floating point."""

from __future__ import annotations

from itertools import pairwise

import numpy as np


def coverage(rings, width, height):
    """Return nonzero coverage 0 to 1 of rings in pixels that do not overlap each other, shape (height, width).

    Area under each edge, pixel row by pixel row and column by column, from the integral of the clipped segment.
    """
    total = np.zeros((height, width + 1))
    for ring in rings:
        for (x0, y0), (x1, y1) in zip(ring, np.roll(ring, -1, axis=0), strict=True):
            if y0 == y1:
                continue
            sign = 1.0 if y1 < y0 else -1.0
            if y1 < y0:
                x0, y0, x1, y1 = x1, y1, x0, y0
            for row in range(max(int(np.floor(y0)), 0), min(int(np.ceil(y1)), height)):
                top, bottom = max(y0, row), min(y1, row + 1)
                if bottom <= top:
                    continue
                xa, xb = (x0 + (x1 - x0) * (y - y0) / (y1 - y0) for y in (top, bottom))
                cuts = [
                    xa,
                    *sorted(range(int(np.ceil(min(xa, xb))), int(np.floor(max(xa, xb))) + 1), reverse=bool(xb < xa)),
                    xb,
                ]
                for left, right in pairwise(cuts):
                    tall = (bottom - top) * (abs(right - left) / abs(xb - xa) if xb != xa else 1.0)
                    middle = (left + right) / 2
                    column = int(np.floor(middle))
                    if column >= width:
                        continue
                    if column < 0:
                        total[row, 0] += sign * tall
                        continue
                    area = tall * (column + 1 - middle)
                    total[row, column] += sign * area
                    total[row, column + 1] += sign * (tall - area)
    return np.minimum(np.abs(np.cumsum(total, axis=1)[:, :width]), 1.0)
