"""Beras wutah: spilt grains of rice."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, REGION, Isen, measures
from batikstudio.motifs.glyphs import grain
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    sites = room.scattered(pitch, chance)
    return room.strewn(
        sites, [grain(size, 0.34 * size)], chance, values, turns_deg=chance.uniform(0, 180, len(sites)), packed=True
    )


ISEN = Isen(
    id="beras_wutah",
    name=Words("Beras wutah (mawur)", "Beras wutah (mawur)"),
    meaning=Words("beras tumpah; kemakmuran", "spilt rice; prosperity"),
    source="ozzakonveksi.com, isen",
    parameters=measures(3.0, 2.6),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
)
