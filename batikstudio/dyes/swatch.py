"""How a cloth looks that holds some dyes evenly: what a palette shows."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from batikstudio.colour.mixing import colour_of, lab_of
from batikstudio.dyes.catalogue import dye
from batikstudio.dyes.fabric import Fabric


def swatch(fabric: Fabric, amounts: Mapping[str, float]) -> NDArray[np.float64]:
    """Return the linear sRGB, shape (3,), of a dyed cloth, in the 8 bands of the renderer.

    Parameters
    ----------
    fabric : Fabric
    amounts : mapping of dye id to amount
        1 is a dye's normal full depth; an empty mapping is the undyed cloth.

    Raises
    ------
    BatikError
        ``dye.unknown``.
    """
    curves = np.reshape([dye(dye_id).ks8 for dye_id in amounts], (-1, fabric.ks8.size))
    return colour_of(fabric.ks8, list(amounts.values()), curves)


def swatch_lab(fabric: Fabric, amounts: Mapping[str, float]) -> NDArray[np.float64]:
    """Return the CIELAB, shape (3,), of a dyed cloth, exact in 36 bands; parameters and errors as `swatch`."""
    curves = np.reshape([dye(dye_id).ks for dye_id in amounts], (-1, fabric.ks.size))
    return lab_of(fabric.ks, list(amounts.values()), curves)
