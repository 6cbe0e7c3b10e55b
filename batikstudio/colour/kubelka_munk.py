"""Single-constant Kubelka-Munk theory: dyes in cloth add up as K/S, not as colours.

K/S is the ratio of absorption to scattering of a cloth thick enough to be opaque. A small part of the light is
reflected by the fibre's surface and never meets the dye; it bounds how dark a cloth can be (L* 10.6).

References
----------
.. [1] P. Kubelka and F. Munk, "Ein Beitrag zur Optik der Farbanstriche", Z. tech. Physik 12, 593-601, 1931.
.. [2] J. L. Saunderson, "Calculation of the color of pigmented plastics", J. Opt. Soc. Am. 32, 727-736, 1942.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

SURFACE_REFLECTANCE = 0.012


def reflectance_of_ks(ks: ArrayLike) -> NDArray[np.float64]:
    """Return the reflectance of a cloth from its K/S.

    Parameters
    ----------
    ks : array_like of any shape
        K/S, dimensionless, >= 0.

    Returns
    -------
    ndarray of float64, same shape
        Reflectance, `SURFACE_REFLECTANCE` to 1.
    """
    ks = np.asarray(ks, dtype=np.float64)
    # Equal to 1 + ks - sqrt(ks^2 + 2 ks), whose difference of two large numbers loses all digits of a deep black.
    inner = 1.0 / (1.0 + ks + np.sqrt(ks * (ks + 2.0)))
    return SURFACE_REFLECTANCE + (1.0 - SURFACE_REFLECTANCE) * inner


def ks_of_reflectance(reflectance: ArrayLike) -> NDArray[np.float64]:
    """Return the K/S of a cloth from its reflectance: the inverse of `reflectance_of_ks`.

    Parameters
    ----------
    reflectance : array_like of any shape
        Above `SURFACE_REFLECTANCE`, at most 1.

    Returns
    -------
    ndarray of float64, same shape
        K/S, >= 0.

    Raises
    ------
    ValueError
        If a reflectance is one that no cloth has.
    """
    reflectance = np.asarray(reflectance, dtype=np.float64)
    if not np.all((reflectance > SURFACE_REFLECTANCE) & (reflectance <= 1.0)):
        raise ValueError(f"reflectance must lie above {SURFACE_REFLECTANCE} and not above 1")
    inner = (reflectance - SURFACE_REFLECTANCE) / (1.0 - SURFACE_REFLECTANCE)
    ks: NDArray[np.float64] = (1.0 - inner) ** 2 / (2.0 * inner)
    return ks
