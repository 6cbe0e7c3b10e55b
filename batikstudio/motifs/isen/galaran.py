"""Galaran: long parallel lines, as of a bed of bamboo slats."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import BAND, GROUND, REGION, Isen, measures
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    del chance
    lines = room.lines(number(values, "pitch_mm"), None)
    return room.cut(lines, number(values, "size_mm"), 2.0)


ISEN = Isen(
    id="galaran",
    name=Words("Galaran", "Galaran"),
    meaning=Words("bilah bambu alas tempat tidur", "slats of a bamboo bed"),
    source="thephrase.id, isen-isen; library.binus.ac.id 2009200152",
    parameters=measures(2.0, 0.6),
    suits=frozenset({REGION, GROUND, BAND}),
    draw=_draw,
)
