"""Cecek: dots in rows that follow the contour."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.along import apart, evenly
from batikstudio.motifs.filler import BAND, GROUND, REGION, Isen, measures
from batikstudio.motifs.glyphs import dot
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    if room.basis:
        return room.strewn(room.sites(pitch, pitch * 0.87), dot(size), chance, values)
    rows = [
        evenly(line, pitch, 0.5 * (k % 2))
        for k, line in enumerate(room.rows(0.56 * size + 0.1 * number(values, "irregular") * pitch, pitch))
    ]
    places = apart(np.concatenate(rows), 0.72 * pitch) if rows else np.empty((0, 2))
    return room.strewn(places, dot(size), chance, values)


ISEN = Isen(
    id="cecek",
    name=Words("Cecek", "Cecek"),
    meaning=Words("titik-titik", "dots"),
    source="thephrase.id, isen-isen; library.binus.ac.id 2009200152",
    parameters=measures(2.6, 1.0),
    suits=frozenset({REGION, GROUND, BAND}),
    draw=_draw,
)
