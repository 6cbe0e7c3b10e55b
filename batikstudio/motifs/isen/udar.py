"""Udar: large curls."""

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
    kinds = [curl(share * size, 1.6, line, mirrored=flip) for share in (1.0, 1.0, 0.6) for flip in (False, True)]
    return room.strewn(sites, kinds, chance, values, turns_deg=turns, packed=True)


ISEN = Isen(
    id="udar",
    name=Words("Udar", "Udar"),
    meaning=Words("lengkung besar", "large curls"),
    source="library.binus.ac.id 2009200152",
    parameters=measures(10.5, 9.0, 0.8),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
)
