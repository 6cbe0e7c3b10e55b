"""Cacah gori: clusters of short strokes, turned in turn."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, REGION, Isen, measures
from batikstudio.motifs.glyphs import bars
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    size, line = number(values, "size_mm"), number(values, "line_mm")
    sites = room.sites(number(values, "pitch_mm"))
    turns = 90.0 * (np.arange(len(sites)) % 2) + chance.normal(0, 8, len(sites))
    return room.strewn(sites, [bars(3, size, line), bars(4, size, line)], chance, values, turns_deg=turns)


ISEN = Isen(
    id="cacah_gori",
    name=Words("Cacah gori", "Cacah gori"),
    meaning=Words("cacahan nangka muda", "chopped young jackfruit"),
    source="Shape uncertain: Craft knowledge without a printed source; measures are estimates.",
    parameters=measures(5.0, 2.6, 0.6),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
    uncertain=True,
)
