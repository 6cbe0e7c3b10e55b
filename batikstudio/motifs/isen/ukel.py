"""Ukel: small curls, each turned its own way, close together."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, REGION, Isen, measures
from batikstudio.motifs.glyphs import curl
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    size, line = number(values, "size_mm"), number(values, "line_mm")
    sites = room.scattered(number(values, "pitch_mm"), chance)
    turns = chance.uniform(0, 360, len(sites))
    kinds = [curl(share * size, 1.3, line, mirrored=flip) for share in (1.0, 1.0, 0.72) for flip in (False, True)]
    return room.strewn(sites, kinds, chance, values, turns_deg=turns, packed=True)


ISEN = Isen(
    id="ukel",
    name=Words("Ukel", "Ukel"),
    meaning=Words("lengkung kecil yang melingkar", "small curls"),
    source="library.binus.ac.id 2009200152",
    parameters=measures(4.4, 4.4, 0.55),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
)
