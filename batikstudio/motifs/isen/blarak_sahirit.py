"""Blarak sahirit: a coconut leaf, slashes on both sides of a midrib."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import BAND, REGION, Isen, measures
from batikstudio.motifs.hatching import from_midrib
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    found: list[Part] = []
    line = number(values, "line_mm")
    for part in room.parts():
        ribs = from_midrib(part, number(values, "pitch_mm"), number(values, "angle_deg"), 1.0, chance, values)
        found += [*part.cut(ribs.midrib, 1.4 * line), *part.cut(ribs.lines, line)]
    return found


ISEN = Isen(
    id="blarak_sahirit",
    name=Words("Blarak sahirit", "Blarak sahirit"),
    meaning=Words("selembar daun kelapa", "a blade of coconut leaf"),
    source="Craft knowledge without a printed source; measures are estimates.",
    parameters=measures(2.0, 1.0, 0.6, angle_deg=45.0),
    suits=frozenset({BAND, REGION}),
    draw=_draw,
)
