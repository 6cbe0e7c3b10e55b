"""Grompolan: clusters of dots that touch."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, REGION, Isen, measures
from batikstudio.motifs.glyphs import dots_at, ring
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    sites = room.scattered(pitch, chance)
    kinds = [
        dots_at(ring(3, 0.62 * size), size),
        dots_at(ring(4, 0.75 * size), size),
        dots_at(ring(4, size, middle=True), size),
    ]
    return room.strewn(sites, kinds, chance, values, turns_deg=chance.uniform(0, 120, len(sites)), packed=True)


ISEN = Isen(
    id="grompolan",
    name=Words("Grompolan", "Grompolan"),
    meaning=Words("gerombol", "clusters"),
    source="Craft knowledge without a printed source; measures are estimates.",
    parameters=measures(4.4, 1.3),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
)
