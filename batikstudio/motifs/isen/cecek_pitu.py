"""Cecek pitu: seven dots, six about one."""

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
    return room.strewn(sites, [dots_at(ring(6, 2.1 * size, middle=True), size)], chance, values)


ISEN = Isen(
    id="cecek_pitu",
    name=Words("Cecek pitu", "Cecek pitu"),
    meaning=Words("tujuh titik", "seven dots"),
    source="thephrase.id, isen-isen; library.binus.ac.id 2009200152",
    parameters=measures(6.2, 0.9),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
)
