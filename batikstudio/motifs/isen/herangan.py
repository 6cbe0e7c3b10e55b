"""Herangan: scattered plus and minus, broken bits."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, REGION, Isen, measures
from batikstudio.motifs.glyphs import bar, cross
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    size, line = number(values, "size_mm"), number(values, "line_mm")
    sites = room.scattered(number(values, "pitch_mm"), chance)
    turns = chance.uniform(0, 360, len(sites))
    return room.strewn(sites, [cross(size, line), bar(size, line)], chance, values, turns_deg=turns, packed=True)


ISEN = Isen(
    id="herangan",
    name=Words("Herangan", "Herangan"),
    meaning=Words("pecahan yang berserak", "scattered bits"),
    source="thephrase.id, isen-isen; library.binus.ac.id 2009200152",
    parameters=measures(3.4, 2.6, 0.55),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
)
