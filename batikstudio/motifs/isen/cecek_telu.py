"""Cecek telu: three dots in a triangle."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, REGION, Isen, measures
from batikstudio.motifs.glyphs import dots_at, ring
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    sites = room.sites(pitch, pitch * 0.87)
    turns = 180.0 * (np.arange(len(sites)) % 2).astype(np.float64)
    return room.strewn(sites, [dots_at(ring(3, 1.2 * size), size)], chance, values, turns_deg=turns)


ISEN = Isen(
    id="cecek_telu",
    name=Words("Cecek telu", "Cecek telu"),
    meaning=Words("tiga titik", "three dots"),
    source="library.binus.ac.id 2009200152",
    parameters=measures(4.5, 0.9),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
)
