"""Rawan: wavy parallel lines, ripples of a swamp."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, REGION, Isen, measures
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    del chance
    swing = number(values, "size_mm")
    lines = room.lines(number(values, "pitch_mm"), None, lambda way: swing * np.sin(way * (2 * np.pi / 8.0)))
    return room.cut(lines, number(values, "line_mm"), 3.0)


ISEN = Isen(
    id="rawan",
    name=Words("Rawan", "Rawan"),
    meaning=Words("riak rawa", "ripples of a swamp"),
    source="Craft knowledge without a printed source; measures are estimates.",
    parameters=measures(2.5, 1.2, 0.6),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
)
