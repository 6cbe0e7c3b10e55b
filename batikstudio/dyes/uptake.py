"""How much dye a cloth takes from a bath."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

MAX_SHARE_PER_DIP = 0.995
"""No dip gives more than this share of what is missing, however strong the bath."""


def amount_after(
    c0: ArrayLike,
    access: ArrayLike,
    dips: ArrayLike,
    uptake: ArrayLike,
    saturation: float,
    strength: ArrayLike = 1.0,
) -> NDArray[np.float64]:
    """Return the amount of dye in the cloth after some dips in one bath.

    Every dip gives the same share of what is missing to saturation, as exhaustion from a bath that is kept at strength
    does. With u = uptake x strength and A = access::

        c = c0 + (saturation - c0) (1 - (1 - A u)^dips)

    Parameters
    ----------
    c0 : array_like
        Amount before, 0 to ``saturation``. All array parameters broadcast.
    access : array_like
        How freely the bath reaches the fibre: 0 under sound wax, 1 on open cloth.
    dips : array_like
        How often, >= 0.
    uptake : array_like
        Share of what is missing that one dip gives on open cloth, 0 to 1.
    saturation : float
        The amount that endless dipping approaches.
    strength : array_like
        Multiplies ``uptake``: the strength of the bath, the affinity of the cloth. The product is at most
        `MAX_SHARE_PER_DIP`.

    Returns
    -------
    ndarray of float64
        From ``c0`` to ``saturation``; exactly ``c0`` where ``access`` is 0.
    """
    share = np.minimum(np.asarray(uptake, dtype=np.float64) * np.asarray(strength, dtype=np.float64), MAX_SHARE_PER_DIP)
    before = np.asarray(c0, dtype=np.float64)
    # Written as an addition, so that what is under sound wax keeps its amount to the last digit.
    return np.asarray(before + (saturation - before) * (1.0 - (1.0 - np.asarray(access) * share) ** np.asarray(dips)))
