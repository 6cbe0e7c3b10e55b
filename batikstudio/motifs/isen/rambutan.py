"""Rambutan: hairs that stand out from the middle."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import REGION, Isen, measures
from batikstudio.motifs.hatching import from_middle
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    line, size = number(values, "line_mm"), number(values, "size_mm")
    found: list[Part] = []
    for part in room.parts():
        hairs = from_middle(part, number(values, "pitch_mm"), size, chance, values)
        found += part.cut(hairs, line)
    return found


ISEN = Isen(
    id="rambutan",
    name=Words("Rambutan", "Rambutan"),
    meaning=Words("rambut buah rambutan", "hairs of a rambutan"),
    source="library.binus.ac.id 2009200152",
    parameters=measures(1.6, 4.5, 0.45),
    suits=frozenset({REGION}),
    draw=_draw,
)
