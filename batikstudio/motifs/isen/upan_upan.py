"""Upan-upan: crumbs of rice in twos and threes."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, REGION, Isen, measures
from batikstudio.motifs.glyphs import grains
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    sites = room.scattered(pitch, chance)
    kinds = [grains(2, size), grains(3, size)]
    return room.strewn(sites, kinds, chance, values, turns_deg=chance.uniform(0, 360, len(sites)), packed=True)


ISEN = Isen(
    id="upan_upan",
    name=Words("Upan-upan", "Upan-upan"),
    meaning=Words("remah nasi", "crumbs of rice"),
    source="Shape uncertain: Craft knowledge without a printed source; measures are estimates.",
    parameters=measures(4.0, 2.0),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
    uncertain=True,
)
