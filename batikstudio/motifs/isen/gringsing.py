"""Gringsing: fine overlapping scales with a dot, over a whole ground."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, REGION, Isen, measures
from batikstudio.motifs.glyphs import dots_at, scale
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    size, line = number(values, "size_mm"), number(values, "line_mm")
    sites = room.sites(size, size * 0.5)
    turn = 0.0 if room.basis else room.axis.angle_deg
    inner = scale(0.56 * size, line)
    glyphs = [*scale(size, line), *inner, *dots_at([(0.0, -0.1 * size)], max(0.16 * size, 0.7))]
    return room.strewn(sites, [glyphs], chance, values, turns_deg=turn, cut=True)


ISEN = Isen(
    id="gringsing",
    name=Words("Gringsing", "Gringsing"),
    meaning=Words("sisik bertitik yang rapat", "close scales, each with a dot"),
    source="Craft knowledge; construction checked by drawing it; measures are estimates.",
    parameters=measures(5.5, 5.5, 0.5),
    suits=frozenset({GROUND, REGION}),
    draw=_draw,
)
