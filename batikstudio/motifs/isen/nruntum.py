"""Nruntum: small truntum flowers of eight petals."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import GROUND, REGION, Isen, measures
from batikstudio.motifs.glyphs import dots_at, petals
from batikstudio.motifs.motif import Part
from batikstudio.motifs.room import Room
from batikstudio.motifs.strokes import number


def _draw(room: Room, values: Mapping[str, Value], chance: np.random.Generator) -> list[Part]:
    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    sites = room.sites(pitch, pitch * 0.87)
    glyphs = [*petals(8, 0.2 * size, 0.5 * size, 0.07 * size), *dots_at([(0.0, 0.0)], max(0.18 * size, 0.6))]
    return room.strewn(sites, [glyphs], chance, values)


ISEN = Isen(
    id="nruntum",
    name=Words("Nruntum", "Nruntum"),
    meaning=Words("truntum kecil sebagai isen", "small truntum as a filler"),
    source="pegawainegeri.net, proses tradisional",
    parameters=measures(5.2, 4.2),
    suits=frozenset({REGION, GROUND}),
    draw=_draw,
)
