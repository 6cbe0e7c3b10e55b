"""Sisik: fish scales in rows."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, REGION, Isen, measures
from batikstudio.motifs.glyphs import scale
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    size = number(values, "size_mm")
    sites = room.sites(size, size * 0.5)
    turn = 0.0 if room.basis else room.axis.angle_deg
    return room.strewn(sites, [scale(size, number(values, "line_mm"))], chance, values, turns_deg=turn, cut=True)


ISEN = Isen(
    id="sisik",
    name=Words("Sisik", "Sisik"),
    meaning=Words("sisik ikan", "fish scales"),
    source="library.binus.ac.id 2009200152",
    parameters=measures(4.0, 4.0, 0.6),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
)
