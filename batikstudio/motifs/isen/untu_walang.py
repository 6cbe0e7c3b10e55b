"""Untu walang: a grasshopper's teeth along the contour."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.along import with_normals
from batikstudio.motifs.filler import BAND, REGION, Isen, measures
from batikstudio.motifs.glyphs import tooth
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    found: list[Part] = []
    for line in room.rows(0.35, 1e6):
        places, inwards = with_normals(line, pitch)
        turns = np.degrees(np.arctan2(inwards[:, 1], inwards[:, 0]))
        found += room.strewn(places, [tooth(0.92 * pitch, size)], chance, values, turns_deg=turns)
    return found


ISEN = Isen(
    id="untu_walang",
    name=Words("Untu walang", "Untu walang"),
    meaning=Words("gigi belalang", "teeth of a grasshopper"),
    source="Craft knowledge without a printed source; measures are estimates.",
    parameters=measures(3.0, 3.0),
    suits=frozenset({BAND, REGION}),
    draw=_draw,
)
