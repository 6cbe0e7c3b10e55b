"""Ada-ada: a double line with dots between."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.along import apart, evenly
from batikstudio.motifs.filler import BAND, REGION, Isen, measures
from batikstudio.motifs.glyphs import dot
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import SAFE_MM, Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    pitch, size, line = number(values, "pitch_mm"), number(values, "size_mm"), number(values, "line_mm")
    first, gap = line / 2 + 3 * SAFE_MM, size + 2.4 * line
    outer, inner = room.rows(first, 1e6), room.rows(first + gap, 1e6)
    middle = room.rows(first + gap / 2, 1e6)
    places = np.concatenate([evenly(one, pitch) for one in middle]) if middle else np.empty((0, 2))
    between = room.strewn(apart(places, 1.2 * size), dot(size), chance, values) if inner else []
    return [*room.cut(outer + inner, line), *between]


ISEN = Isen(
    id="ada_ada",
    name=Words("Ada-ada", "Ada-ada"),
    meaning=Words("tulang daun", "midrib"),
    source="Craft knowledge without a printed source; measures are estimates.",
    parameters=measures(2.4, 1.0, 0.5),
    suits=frozenset({BAND, REGION}),
    draw=_draw,
)
