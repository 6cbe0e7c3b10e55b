"""What is known of a cloth before it is waxed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.words import Words
from batikstudio.colour.kubelka_munk import ks_of_reflectance
from batikstudio.colour.spectrum import bands, observer
from batikstudio.dyes.dye import Evidence


@dataclass(frozen=True)
class OffWhite:
    """The reflectance of bleached or raw cotton: level in the red, falling towards the violet.

    Attributes
    ----------
    plateau : float
        Reflectance of the long wavelengths, 0 to 1.
    dip : float
        How much is missing at 380 nm.
    decay_nm : float
        Over how many nm the dip falls to 1/e.
    """

    plateau: float
    dip: float
    decay_nm: float

    def at(self, wavelengths_nm: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the reflectance, 0 to 1, at wavelengths of any shape."""
        return np.asarray(self.plateau - self.dip * np.exp(-(wavelengths_nm - 380.0) / self.decay_nm))


@dataclass(frozen=True)
class Fabric:
    """A grade of mori.

    Attributes
    ----------
    id : str
        Its name in files.
    name, note : Words
    evidence : str
        How far its numbers can be trusted.
    source : str
    off_white : str
        ``"#RRGGBB"``: the colour ``reflectance`` was fitted to.
    reflectance : OffWhite
    absorbency : float
        How readily it takes dye, relative to primissima: multiplies the uptake per dip.
    yarns_per_cm : float
        For the weave that is shown close up.
    """

    id: str
    name: Words
    evidence: Evidence
    note: Words
    source: str
    off_white: str
    reflectance: OffWhite
    absorbency: float
    yarns_per_cm: float

    @cached_property
    def ks(self) -> NDArray[np.float64]:
        """K/S of the undyed cloth in 36 bands, shape (36,), read-only."""
        ks = ks_of_reflectance(self.reflectance.at(observer().wavelengths_nm))
        ks.setflags(write=False)
        return ks

    @cached_property
    def ks8(self) -> NDArray[np.float64]:
        """K/S of the undyed cloth in the renderer's 8 bands, shape (8,), read-only."""
        ks = bands().ks8(self.ks)
        ks.setflags(write=False)
        return ks
