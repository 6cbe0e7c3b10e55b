"""Sekar pasar: small flowers of several kinds, strewn."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, Isen, measures
from batikstudio.motifs.glyphs import dots_at, petals, ring
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    pitch, size, line = number(values, "pitch_mm"), number(values, "size_mm"), number(values, "line_mm")
    sites = room.scattered(pitch, chance)
    heart = dots_at([(0.0, 0.0)], max(0.15 * size, 0.7))
    kinds = [
        [*petals(5, 0.16 * size, 0.5 * size, 0.13 * size, line), *heart],
        [*petals(6, 0.14 * size, 0.42 * size, 0.08 * size), *heart],
        [
            *petals(4, 0.12 * size, 0.4 * size, 0.1 * size),
            *dots_at(ring(4, 0.36 * size, first_deg=45.0), max(0.1 * size, 0.6)),
        ],
        dots_at(ring(3, 0.16 * size), max(0.14 * size, 0.7)),
    ]
    return room.strewn(sites, kinds, chance, values, turns_deg=chance.uniform(0, 360, len(sites)), packed=True)


ISEN = Isen(
    id="sekar_pasar",
    name=Words("Sekar pasar (rembyang)", "Sekar pasar (rembyang)"),
    meaning=Words("bunga setaman kecil", "mixed small flowers"),
    source="psychologymania.com, ragam hias batik (after Susanto 1980)",
    parameters=measures(7.6, 6.0, 0.5),
    suits=frozenset({GROUND}),
    draw=_draw,
)
