"""Mata deruk: the eye of a dove, a dot in rings."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, REGION, Isen, measures
from batikstudio.motifs.glyphs import eye
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    sites = room.sites(pitch, pitch * 0.87)
    return room.strewn(sites, [eye(size, number(values, "line_mm"))], chance, values)


ISEN = Isen(
    id="mata_deruk",
    name=Words("Mata deruk", "Mata deruk"),
    meaning=Words("mata burung deruk", "eye of a dove"),
    source="Craft knowledge without a printed source; measures are estimates.",
    parameters=measures(6.0, 4.8, 0.5),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
)
