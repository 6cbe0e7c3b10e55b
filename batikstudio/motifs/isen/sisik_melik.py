"""Sisik melik: fish scales with a dot in each."""

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
    glyphs = [*scale(size, line), *dots_at([(0.0, -0.2 * size)], max(0.2 * size, 0.7))]
    return room.strewn(sites, [glyphs], chance, values, turns_deg=turn, cut=True)


ISEN = Isen(
    id="sisik_melik",
    name=Words("Sisik melik", "Sisik melik"),
    meaning=Words("sisik bertitik", "scales with a dot"),
    source="thephrase.id, isen-isen; library.binus.ac.id 2009200152",
    parameters=measures(4.6, 4.6, 0.6),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
)
