"""How different two colours look.

References
----------
.. [1] CIE 142-2001, Improvement to industrial colour-difference evaluation.
.. [2] G. Sharma, W. Wu and E. N. Dalal, "The CIEDE2000 color-difference formula: implementation notes, supplementary
   test data, and mathematical observations", Color Res. Appl. 30(1), 21-30, 2005.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

_C7 = 25.0**7


def ciede2000(lab1: ArrayLike, lab2: ArrayLike) -> NDArray[np.float64]:
    """Return the CIEDE2000 difference of two colours, with k_L = k_C = k_H = 1.

    Parameters
    ----------
    lab1, lab2 : array_like, shape (..., 3)
        CIELAB; the shapes broadcast.

    Returns
    -------
    ndarray of float64, shape (...)
        0 for equal colours; about 1 is just seen side by side.
    """
    l1, a1, b1 = np.moveaxis(np.asarray(lab1, dtype=np.float64), -1, 0)
    l2, a2, b2 = np.moveaxis(np.asarray(lab2, dtype=np.float64), -1, 0)
    grey = 1.5 - 0.5 * _saturating((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2)
    c1, c2 = np.hypot(grey * a1, b1), np.hypot(grey * a2, b2)
    h1, h2 = _hue_deg(grey * a1, b1), _hue_deg(grey * a2, b2)

    d_hue = (h2 - h1 + 180.0) % 360.0 - 180.0
    # Opposite hues: the formula takes +180 when h2 is the greater, as the remainder gives -180.
    d_hue = np.where((d_hue == -180.0) & (h2 > h1), 180.0, d_hue)
    # A grey has no hue; its chroma of 0 takes the hue out of every term.
    d_h = 2.0 * np.sqrt(c1 * c2) * np.sin(np.radians(d_hue / 2))
    mean_l, mean_c, mean_h = (l1 + l2) / 2, (c1 + c2) / 2, _mean_hue_deg(h1, h2)

    s_l = 1.0 + 0.015 * (mean_l - 50.0) ** 2 / np.sqrt(20.0 + (mean_l - 50.0) ** 2)
    s_c = 1.0 + 0.045 * mean_c
    s_h = 1.0 + 0.015 * mean_c * _hue_weight(mean_h)
    turn_deg = 60.0 * np.exp(-(((mean_h - 275.0) / 25.0) ** 2))
    r_t = -2.0 * _saturating(mean_c) * np.sin(np.radians(turn_deg))
    lightness, chroma, hue = (l2 - l1) / s_l, (c2 - c1) / s_c, d_h / s_h
    # Rounding can take the sum of equal colours a hair below zero.
    return np.asarray(np.sqrt(np.maximum(lightness**2 + chroma**2 + hue**2 + r_t * chroma * hue, 0.0)))


def _saturating(chroma: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rise from 0 to 1 as chroma passes 25."""
    return np.asarray(np.sqrt(chroma**7 / (chroma**7 + _C7)))


def _hue_deg(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.degrees(np.arctan2(b, a)) % 360.0)


def _mean_hue_deg(h1: NDArray[np.float64], h2: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the middle of the shorter arc."""
    total = h1 + h2
    around = np.where(total < 360.0, total + 360.0, total - 360.0)
    return np.where(np.abs(h1 - h2) > 180.0, around, total) / 2


def _hue_weight(h_deg: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(
        1.0
        - 0.17 * np.cos(np.radians(h_deg - 30.0))
        + 0.24 * np.cos(np.radians(2.0 * h_deg))
        + 0.32 * np.cos(np.radians(3.0 * h_deg + 6.0))
        - 0.20 * np.cos(np.radians(4.0 * h_deg - 63.0))
    )
