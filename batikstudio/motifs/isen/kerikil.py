"""Kerikil: pebbles of all sizes."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, REGION, Isen, measures
from batikstudio.motifs.glyphs import pebble
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    pitch, size, line = number(values, "pitch_mm"), number(values, "size_mm"), number(values, "line_mm")
    sites = room.scattered(pitch, chance)
    kinds = [pebble(share * size, line, k) for k, share in enumerate((1.0, 0.85, 0.7, 0.5))]
    return room.strewn(sites, kinds, chance, values, turns_deg=chance.uniform(0, 360, len(sites)), packed=True)


ISEN = Isen(
    id="kerikil",
    name=Words("Kerikilan", "Kerikilan"),
    meaning=Words("kerikil", "pebbles"),
    source="Craft knowledge without a printed source; measures are estimates.",
    parameters=measures(3.4, 3.0, 0.5),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
)
