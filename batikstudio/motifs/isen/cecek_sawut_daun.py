"""Cecek sawut daun: in a leaf, a fan from its midrib, a dot at each tip."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.along import apart
from batikstudio.motifs.filler import REGION, Isen, measures
from batikstudio.motifs.hatching import from_midrib
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    found: list[Part] = []
    for part in room.parts():
        ribs = from_midrib(part, number(values, "pitch_mm"), number(values, "angle_deg"), 0.62, chance, values)
        line = number(values, "line_mm")
        found += [
            *part.cut(ribs.midrib, 1.2 * line),
            *part.cut(ribs.lines, line),
            *part.dots(apart(ribs.tips, 3.0 * line), number(values, "size_mm")),
        ]
    return found


ISEN = Isen(
    id="cecek_sawut_daun",
    name=Words("Cecek sawut daun", "Cecek sawut daun"),
    meaning=Words("sawut di daun", "hatching in a leaf"),
    source="library.binus.ac.id 2009200152",
    parameters=measures(2.0, 1.0, 0.5, angle_deg=45.0),
    suits=frozenset({REGION}),
    draw=_draw,
)
