"""Debundelan: knots, a ring of dots about one, with a tail."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, REGION, Isen, measures
from batikstudio.motifs.glyphs import centred, dots_at, ring, tail
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    sites = room.scattered(pitch, chance)
    line = number(values, "line_mm")
    glyphs = centred([*dots_at(ring(5, 1.25 * size, middle=True), size), *tail(2.0 * size, 4.0 * size, line)])
    return room.strewn(sites, [glyphs], chance, values, turns_deg=chance.uniform(0, 360, len(sites)), packed=True)


ISEN = Isen(
    id="debundelan",
    name=Words("Debundelan", "Debundelan"),
    meaning=Words("buntalan", "bundles"),
    source="Shape uncertain: Craft knowledge without a printed source; measures are estimates.",
    parameters=measures(5.6, 1.0, 0.5),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
    uncertain=True,
)
