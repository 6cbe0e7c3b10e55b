"""Poleng: a check of squares."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, REGION, Isen, measures
from batikstudio.motifs.glyphs import square
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    sites = room.sites(pitch, pitch / 2, angle_deg=0.0)
    return room.strewn(sites, [square(size)], chance, values)


ISEN = Isen(
    id="poleng",
    name=Words("Poleng", "Poleng"),
    meaning=Words("kotak-kotak", "check"),
    source="Craft knowledge without a printed source; measures are estimates.",
    parameters=measures(6.0, 2.9),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
)
