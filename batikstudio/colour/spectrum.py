"""The eye in 36 bands, and the eight bands that stand for them where every pixel counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from batikstudio.base.resources import assets


@dataclass(frozen=True, eq=False)
class Observer:
    """The CIE 1931 2 degree observer under D65, in bands of 10 nm.

    Attributes
    ----------
    wavelengths_nm : ndarray of float64, shape (36,)
        380 to 730.
    weights : ndarray of float64, shape (36, 3)
        What each band of a perfect white adds to X, Y and Z.
    """

    wavelengths_nm: NDArray[np.float64]
    weights: NDArray[np.float64]

    def xyz(self, reflectance: ArrayLike) -> NDArray[np.float64]:
        """Return XYZ (..., 3) of reflectances (..., 36) in 0 to 1; perfect white has Y = 1."""
        return np.asarray(np.asarray(reflectance, dtype=np.float64) @ self.weights)


@dataclass(frozen=True, eq=False)
class Bands:
    """Eight wavelengths whose reflectances predict the colour of dyed cloth.

    The weights are fitted to the dyes that come with the program: fit again when a dye is added or changed.

    Attributes
    ----------
    wavelengths_nm : ndarray of float64, shape (8,)
        All of them wavelengths of the `Observer`.
    weights : ndarray of float64, shape (8, 3)
        What each band adds to linear sRGB. Some are negative.
    rows : ndarray of intp, shape (8,)
        Where they stand among the observer's 36.
    """

    wavelengths_nm: NDArray[np.float64]
    weights: NDArray[np.float64]
    rows: NDArray[np.intp]

    def ks8(self, ks36: ArrayLike) -> NDArray[np.float64]:
        """Return the eight bands (..., 8) of a curve in 36 bands (..., 36)."""
        return np.asarray(ks36, dtype=np.float64)[..., self.rows]

    def linear_srgb(self, reflectance: ArrayLike) -> NDArray[np.float64]:
        """Return linear sRGB (..., 3) of reflectances (..., 8); it leaves 0 to 1 for colours outside the gamut."""
        return np.asarray(np.asarray(reflectance, dtype=np.float64) @ self.weights)


@cache
def observer() -> Observer:
    """Return the observer; read once from ``assets/colour/observer.csv``, its arrays are read-only."""
    table = _table("observer.csv")
    return Observer(table[:, 0], table[:, 1:])


@cache
def bands() -> Bands:
    """Return the eight bands; read once from ``assets/colour/bands8.csv``, its arrays are read-only."""
    table = _table("bands8.csv")
    rows = np.searchsorted(observer().wavelengths_nm, table[:, 0])
    rows.setflags(write=False)
    return Bands(table[:, 0], table[:, 1:], rows)


def _table(name: str) -> NDArray[np.float64]:
    text = (assets() / "colour" / name).read_text(encoding="utf-8")
    _names, *lines = (line for line in text.splitlines() if not line.startswith("#"))
    table = np.array([[float(cell) for cell in line.split(",")] for line in lines])
    table.setflags(write=False)
    return table
