"""Uler: a caterpillar, dots that touch along the contour."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.along import apart, evenly
from batikstudio.motifs.filler import BAND, REGION, Isen, measures
from batikstudio.motifs.glyphs import dot
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    rows = room.rows(0.56 * size + 0.15, 1e6)
    places = np.concatenate([evenly(line, pitch) for line in rows]) if rows else np.empty((0, 2))
    return room.strewn(apart(places, 0.9 * size), dot(size), chance, values)


ISEN = Isen(
    id="uler",
    name=Words("Uler", "Uler"),
    meaning=Words("ulat", "caterpillar"),
    source="Craft knowledge without a printed source; measures are estimates.",
    parameters=measures(2.4, 2.2),
    suits=frozenset({BAND, REGION}),
    draw=_draw,
)
