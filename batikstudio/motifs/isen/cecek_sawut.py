"""Cecek sawut: fine lines from the contour, each ending in a dot."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.along import apart
from batikstudio.motifs.filler import REGION, Isen, measures
from batikstudio.motifs.hatching import hatching
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    line = number(values, "line_mm")
    lines, ends = hatching(room, number(values, "pitch_mm"), number(values, "size_mm"), chance, values)
    dots = room.dots(apart(ends, 3.0 * line), 2.0 * line)
    return [*room.cut(lines, line), *dots]


ISEN = Isen(
    id="cecek_sawut",
    name=Words("Cecek sawut", "Cecek sawut"),
    meaning=Words("sawut berujung cecek", "hatching that ends in dots"),
    source="library.binus.ac.id 2009200152",
    parameters=measures(1.8, 4.0, 0.45),
    suits=frozenset({REGION}),
    draw=_draw,
)
