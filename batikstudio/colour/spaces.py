"""Colour spaces: XYZ, CIELAB, linear sRGB and sRGB, all under D65.

Colours are arrays whose last axis holds the three components. XYZ is scaled to Y = 1 for white, linear and encoded sRGB
to 0 to 1.

References
----------
.. [1] CIE 15:2004, Colorimetry (CIELAB).
.. [2] IEC 61966-2-1:1999 (sRGB).
"""

from __future__ import annotations

import re
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

WHITE_D65 = (0.95047, 1.0, 1.08883)
"""XYZ of the white of every space here."""

SRGB_TABLE_STEPS = 4096
"""Linear light is cut into this many steps by `srgb_table`."""

_XYZ_TO_SRGB = (
    (3.2404542, -1.5371385, -0.4985314),
    (-0.9692660, 1.8760108, 0.0415560),
    (0.0556434, -0.2040259, 1.0572252),
)
_LAB_EPSILON = 216 / 24389
_LAB_KAPPA = 24389 / 27


def lab_of_xyz(xyz: ArrayLike) -> NDArray[np.float64]:
    """Return CIELAB (..., 3) of XYZ (..., 3)."""
    ratio = np.asarray(xyz, dtype=np.float64) / WHITE_D65
    f = np.where(ratio > _LAB_EPSILON, np.cbrt(ratio), (_LAB_KAPPA * ratio + 16.0) / 116.0)
    fx, fy, fz = np.moveaxis(f, -1, 0)
    return np.stack([116.0 * fy - 16.0, 500.0 * (fx - fy), 200.0 * (fy - fz)], axis=-1)


def xyz_of_lab(lab: ArrayLike) -> NDArray[np.float64]:
    """Return XYZ (..., 3) of CIELAB (..., 3)."""
    lightness, a, b = np.moveaxis(np.asarray(lab, dtype=np.float64), -1, 0)
    fy = (lightness + 16.0) / 116.0
    f = np.stack([fy + a / 500.0, fy, fy - b / 200.0], axis=-1)
    ratio = np.where(f**3 > _LAB_EPSILON, f**3, (116.0 * f - 16.0) / _LAB_KAPPA)
    return ratio * WHITE_D65


def linear_srgb_of_xyz(xyz: ArrayLike) -> NDArray[np.float64]:
    """Return linear sRGB (..., 3) of XYZ (..., 3); it leaves 0 to 1 for colours outside the gamut."""
    return np.asarray(np.asarray(xyz, dtype=np.float64) @ np.array(_XYZ_TO_SRGB).T)


def xyz_of_linear_srgb(linear: ArrayLike) -> NDArray[np.float64]:
    """Return XYZ (..., 3) of linear sRGB (..., 3): the inverse of `linear_srgb_of_xyz`."""
    return np.asarray(np.asarray(linear, dtype=np.float64) @ np.linalg.inv(np.array(_XYZ_TO_SRGB)).T)


def srgb_encode(linear: ArrayLike) -> NDArray[np.float64]:
    """Return encoded sRGB of linear sRGB, any shape; exact, nothing is clipped above 1."""
    linear = np.asarray(linear, dtype=np.float64)
    curve = 1.055 * np.maximum(linear, 0.0031308) ** (1 / 2.4) - 0.055
    return np.where(linear <= 0.0031308, 12.92 * linear, curve)


def srgb_decode(encoded: ArrayLike) -> NDArray[np.float64]:
    """Return linear sRGB of encoded sRGB, any shape: the inverse of `srgb_encode`."""
    encoded = np.asarray(encoded, dtype=np.float64)
    curve = ((np.maximum(encoded, 0.04045) + 0.055) / 1.055) ** 2.4
    return np.where(encoded <= 0.04045, encoded / 12.92, curve)


@cache
def srgb_table() -> NDArray[np.uint8]:
    """Return 8-bit sRGB of linear light in steps of 1/4096: uint8 of shape (4097,), read-only.

    The entry of a linear value v in 0 to 1 is ``int(4096 v + 0.5)``. A step is up to 0.8 of an 8-bit level in the
    deepest shadows: for 16 bits use `srgb_encode`.
    """
    levels = 255.0 * srgb_encode(np.arange(SRGB_TABLE_STEPS + 1) / SRGB_TABLE_STEPS)
    table = (levels + 0.5).astype(np.uint8)
    table.setflags(write=False)
    return table


def to_srgb8(linear: ArrayLike) -> NDArray[np.uint8]:
    """Return 8-bit sRGB of linear sRGB, any shape, clipped to 0 to 1; through `srgb_table`, as the kernels do."""
    steps = np.clip(np.asarray(linear, dtype=np.float64), 0.0, 1.0) * SRGB_TABLE_STEPS
    return srgb_table()[(steps + 0.5).astype(np.intp)]


def hex_of_linear_srgb(linear: ArrayLike) -> str:
    """Return ``"#RRGGBB"`` of one linear sRGB colour, shape (3,), clipped to 0 to 1."""
    red, green, blue = to_srgb8(linear).tolist()
    return f"#{red:02X}{green:02X}{blue:02X}"


def linear_srgb_of_hex(text: str) -> NDArray[np.float64]:
    """Return linear sRGB, shape (3,), of ``"#RRGGBB"``.

    Raises
    ------
    ValueError
        If the text is not of that form.
    """
    if not re.fullmatch("#[0-9A-Fa-f]{6}", text):
        raise ValueError(f"not a colour of six hexadecimal digits: {text!r}")
    return srgb_decode(np.frombuffer(bytes.fromhex(text[1:]), dtype=np.uint8) / 255.0)
