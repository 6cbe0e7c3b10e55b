"""Which copies of an item touch a rectangle, and where they lie."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from batikstudio.pattern.groups import Basis

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in mm."""
_Pair = NDArray[np.float64]
_SLACK = 1e-3
"""In steps: more than rounding makes on any lattice that is one, so that no step is lost before it is judged in mm."""
_LEVEL = 1e-9


def translations(basis: Basis, box: Box, rect: Box) -> NDArray[np.int64]:
    """Return the lattice steps that bring an item's box to touch a rectangle.

    Parameters
    ----------
    basis : ((x1, y1), (x2, y2))
        The lattice vectors, mm.
    box : (x0, y0, x1, y1)
        Of the item at home, mm.
    rect : (x0, y0, x1, y1)
        The rectangle, mm; touching its border counts.

    Returns
    -------
    ndarray of shape (k, 2), int64
        Whole numbers of steps along both vectors, each pair once, row by row along the first vector.
    """
    # The shifts that touch fill this rectangle; its corners in lattice coordinates bound the whole numbers in question.
    low = np.array([rect[0] - box[2], rect[1] - box[3]])
    high = np.array([rect[2] - box[0], rect[3] - box[1]])
    corners = np.array([[low[0], low[1]], [high[0], low[1]], [low[0], high[1]], [high[0], high[1]]])
    fractional = np.linalg.solve(np.array(basis, np.float64).T, corners.T)
    first = np.ceil(fractional.min(axis=1) - _SLACK)
    last = np.floor(fractional.max(axis=1) + _SLACK)
    steps = _candidates(basis, low, high, first, last)
    shifts = shifts_mm(basis, steps)
    touches = np.all((shifts >= low) & (shifts <= high), axis=1)
    found: NDArray[np.int64] = steps[touches]
    return found


def _candidates(basis: Basis, low: _Pair, high: _Pair, first: _Pair, last: _Pair) -> NDArray[np.int64]:
    """Return the steps whose shifts lie between ``low`` and ``high``, and perhaps some beside them, row by row.

    Not all pairs between ``first`` and ``last``: on a slanting lattice with long vectors a rectangle that few copies
    touch is bounded by thousands of millions of pairs. Rows and copies are all that is ever held.
    """
    j = np.arange(first[1], last[1] + 1)
    start, stop = np.full(len(j), first[0]), np.full(len(j), last[0])
    along, across = np.array(basis, np.float64)
    for axis in (0, 1):
        # A row that is level or plumb is bounded by the other axis alone.
        if abs(along[axis]) > _LEVEL * np.abs(along).max():
            ends = (np.array([[low[axis]], [high[axis]]]) - j * across[axis]) / along[axis]
            start = np.maximum(start, np.ceil(ends.min(axis=0) - _SLACK))
            stop = np.minimum(stop, np.floor(ends.max(axis=0) + _SLACK))
    counts = np.maximum(stop - start + 1, 0).astype(np.int64)
    before = np.cumsum(counts) - counts
    i = np.arange(counts.sum()) + np.repeat(start.astype(np.int64) - before, counts)
    return np.stack((i, np.repeat(j.astype(np.int64), counts)), axis=1)


def shifts_mm(basis: Basis, steps: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return where lattice steps lead, shape (k, 2), mm.

    Not a product of matrices: the library behind it rounds one and the same step differently in arrays of different
    lengths, and then a band would not be exactly a part of the whole.
    """
    (x1, y1), (x2, y2) = basis
    i, j = steps[:, 0], steps[:, 1]
    return np.stack((i * x1 + j * x2, i * y1 + j * y2), axis=1)
