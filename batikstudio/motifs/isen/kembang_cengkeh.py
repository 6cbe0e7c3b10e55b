"""Kembang cengkeh: clove flowers, four drops about a dot."""

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
    sites = room.sites(pitch, pitch * 0.87)
    turns = 45.0 * (np.arange(len(sites)) % 2).astype(np.float64)
    glyphs = [*petals(4, 0.14 * size, 0.5 * size, 0.12 * size), *dots_at([(0.0, 0.0)], max(0.16 * size, 0.6))]
    return room.strewn(sites, [glyphs], chance, values, turns_deg=turns)


ISEN = Isen(
    id="kembang_cengkeh",
    name=Words("Kembang cengkeh", "Kembang cengkeh"),
    meaning=Words("bunga cengkih", "clove flower"),
    source="Craft knowledge without a printed source; measures are estimates.",
    parameters=measures(5.6, 4.6),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
)
