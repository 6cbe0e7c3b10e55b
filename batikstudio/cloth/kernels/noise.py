"""Periodic gradient noise, hashed from the place, so that it needs no memory and has no seam."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.compiled import kernel

Field = NDArray[np.float32]
Coordinates = NDArray[np.float64]

_MASK = 0xFFFFFFFF


@kernel
def hashed(a: int, b: int, s: int) -> int:
    """Mix a lattice cell and a seed into 32 bits; all arithmetic wraps at 32 bits."""
    h = ((a * 0x9E3779B1) ^ (b * 0x85EBCA77) ^ (s * 0xC2B2AE3D)) & _MASK
    h = ((h ^ (h >> 15)) * 0x2C1B3C6D) & _MASK
    h = ((h ^ (h >> 12)) * 0x297A2D39) & _MASK
    return h ^ (h >> 15)


@kernel
def _gradient(a: int, b: int, s: int) -> tuple[np.float32, np.float32]:
    h = hashed(a, b, s)
    return (
        np.float32(np.float32(h & 0xFFFF) * np.float32(2.0 / 65535.0) - np.float32(1.0)),
        np.float32(np.float32(h >> 16) * np.float32(2.0 / 65535.0) - np.float32(1.0)),
    )


@kernel
def _fade(t: np.float32) -> np.float32:
    return t * t * t * (t * (t * np.float32(6.0) - np.float32(15.0)) + np.float32(10.0))


@kernel
def add_noise(out: Field, amplitude: float, xs: Coordinates, ys: Coordinates, nx: int, ny: int, seed: int) -> None:
    """Add ``amplitude`` times the noise to ``out``, in place.

    Values have mean 0 and standard deviation 0.22; the lattice comes round after ``nx`` by ``ny`` cells. Along a row
    the gradients are fetched once a cell and joined in y, which is the same function, several times faster.

    Parameters
    ----------
    out : ndarray of shape (h, w), float32
    amplitude : float
    xs, ys : ndarray of shape (w,) and (h,), float64
        Lattice coordinates of the columns and rows.
    nx, ny : int
        Cells in one period.
    seed : int

    References
    ----------
    K. Perlin, Improving noise, 2002 (the quintic blend).
    """
    rows, columns = out.shape
    gain = np.float32(amplitude * 1.25)
    for row in range(rows):
        iy = int(np.floor(ys[row]))
        dy = np.float32(ys[row] - iy)
        v = _fade(dy)
        y0, y1 = iy % ny, (iy + 1) % ny
        cell = -(1 << 62)
        left_slope = left_base = right_slope = right_base = np.float32(0.0)
        for column in range(columns):
            ix = int(np.floor(xs[column]))
            if ix != cell:
                cell = ix
                x0, x1 = ix % nx, (ix + 1) % nx
                ax, ay = _gradient(x0, y0, seed)
                bx, by = _gradient(x0, y1, seed)
                left_slope = ax + (bx - ax) * v
                left_base = ay * dy + (by * (dy - np.float32(1.0)) - ay * dy) * v
                ax, ay = _gradient(x1, y0, seed)
                bx, by = _gradient(x1, y1, seed)
                right_slope = ax + (bx - ax) * v
                right_base = ay * dy + (by * (dy - np.float32(1.0)) - ay * dy) * v
            dx = np.float32(xs[column] - ix)
            left = left_slope * dx + left_base
            right = right_slope * (dx - np.float32(1.0)) + right_base
            out[row, column] += gain * (left + (right - left) * _fade(dx))


def warm_up() -> None:
    """Compile or load the kernel."""
    add_noise(np.zeros((1, 1), np.float32), 1.0, np.zeros(1), np.zeros(1), 1, 1, 1)
