"""Sirapan: rounded wooden shingles in running bond."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import REGION, Isen, measures
from batikstudio.motifs.glyphs import shingle
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    size = number(values, "size_mm")
    sites = room.sites(size * 1.1, size * 1.9)
    return room.strewn(
        sites,
        [shingle(size, 1.7 * size, number(values, "line_mm"))],
        chance,
        values,
        turns_deg=room.axis.angle_deg,
        cut=True,
    )


ISEN = Isen(
    id="sirapan",
    name=Words("Sirapan", "Sirapan"),
    meaning=Words("atap sirap", "roof of wooden shingles"),
    source="thephrase.id, isen-isen",
    parameters=measures(2.8, 2.8, 0.5),
    suits=frozenset({REGION}),
    draw=_draw,
)
