"""Kembang jeruk: citrus flowers of five petals."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, REGION, Isen, measures
from batikstudio.motifs.glyphs import dots_at, petals
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    sites = room.scattered(pitch, chance)
    glyphs = [
        *petals(5, 0.14 * size, 0.5 * size, 0.15 * size, number(values, "line_mm")),
        *dots_at([(0.0, 0.0)], max(0.15 * size, 0.7)),
    ]
    return room.strewn(sites, [glyphs], chance, values, turns_deg=chance.uniform(0, 72, len(sites)), packed=True)


ISEN = Isen(
    id="kembang_jeruk",
    name=Words("Kembang jeruk", "Kembang jeruk"),
    meaning=Words("bunga jeruk", "citrus flower"),
    source="Craft knowledge without a printed source; measures are estimates.",
    parameters=measures(6.6, 5.4, 0.5),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
)
