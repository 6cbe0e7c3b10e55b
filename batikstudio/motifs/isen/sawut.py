"""Sawut: fine lines from the contour inwards."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import REGION, Isen, measures
from batikstudio.motifs.hatching import hatching
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    lines, _ = hatching(room, number(values, "pitch_mm"), number(values, "size_mm"), chance, values)
    return room.cut(lines, number(values, "line_mm"))


ISEN = Isen(
    id="sawut",
    name=Words("Sawut", "Sawut"),
    meaning=Words("garis-garis halus", "fine hatching"),
    source="library.binus.ac.id 2009200152",
    parameters=measures(1.5, 5.0, 0.5),
    suits=frozenset({REGION}),
    draw=_draw,
)
