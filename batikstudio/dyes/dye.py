"""What is known of a dye."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.words import Words
from batikstudio.colour.spectrum import bands

Kind = Literal["natural", "vat", "naphthol", "indigosol", "reactive", "rapid"]

KINDS: dict[str, Words] = {
    "natural": Words("pewarna alam", "natural dye"),
    "vat": Words("zat warna bejana", "vat dye"),
    "naphthol": Words("naptol", "naphthol"),
    "indigosol": Words("indigosol", "indigosol"),
    "reactive": Words("remazol (reaktif)", "remazol (reactive)"),
    "rapid": Words("rapid", "rapid"),
}
"""The classes of dye that are used with wax, with their labels."""

Evidence = Literal["measured", "fitted", "estimate"]

EVIDENCE: dict[str, Words] = {
    "measured": Words("diukur dari kain yang dicelup", "measured on dyed cloth"),
    "fitted": Words("dicocokkan dengan warna, bukan spektrum terukur", "fitted to colours, not a measured spectrum"),
    "estimate": Words("perkiraan", "an estimate"),
}
"""How far the numbers of a dye or a cloth can be trusted."""


@dataclass(frozen=True)
class Dye:
    """A dye as one bath gives it.

    Attributes
    ----------
    id : str
        Its name in files.
    name, note : Words
    kind : str
        One of `KINDS`.
    evidence : str
        One of `EVIDENCE`: where ``ks36`` comes from.
    source : str
    ks36 : tuple of 36 floats
        K/S per unit amount at the observer's wavelengths, 380 to 730 nm. Amount 1 is the normal full depth.
    uptake_per_dip : float
        The share of what is missing to ``saturation`` that one dip gives, 0 to 1.
    saturation : float
        The amount that endless dipping approaches.
    mottle : float
        How unevenly the cloth takes it: the gain of the slow mottle in its affinity. Higher for natural dyes.
    usual_dips : int
        How often a workshop would dip; the default of a new bath.
    """

    id: str
    name: Words
    kind: Kind
    evidence: Evidence
    note: Words
    source: str
    ks36: tuple[float, ...]
    uptake_per_dip: float
    saturation: float
    mottle: float
    usual_dips: int

    @cached_property
    def ks(self) -> NDArray[np.float64]:
        """K/S per unit amount in 36 bands, shape (36,), read-only."""
        ks = np.array(self.ks36)
        ks.setflags(write=False)
        return ks

    @cached_property
    def ks8(self) -> NDArray[np.float64]:
        """K/S per unit amount in the renderer's 8 bands, shape (8,), read-only."""
        ks = bands().ks8(self.ks)
        ks.setflags(write=False)
        return ks
