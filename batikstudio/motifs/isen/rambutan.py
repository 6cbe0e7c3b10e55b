"""Rambutan: fine hairs about a bud."""

from __future__ import annotations

import math

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import joined, smooth
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.fields import in_field
from batikstudio.motifs.filling.figures import turns
from batikstudio.motifs.filling.settings import ELEMENT, settings
from batikstudio.motifs.filling.sources import WORKSHOPS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, Stroke, dot_stroke
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    bud, outer = 0.15 * size, max(size - thick, 0.5 * size) / 2
    count = max(int(2 * math.pi * 1.5 * bud / (1.8 * thick)), 7)
    hair = smooth([(1.5 * bud, 0), (0.6 * outer, 0.05 * size), (outer, 0.02 * size)])
    hairs = joined([hair.transformed(turn) for turn in turns(count)])
    return in_field(space, Stamp((Stroke(hairs, thick), dot_stroke([(0.0, 0.0)], 2 * bud))), pitch, hand)


ISEN = Isen(
    id="rambutan",
    name=Words("Rambutan", "Rambutan (hair)"),
    meaning=Words("Seperti rambut: garis halus mengelilingi kuncup.", "Like hair: fine lines about a bud."),
    source=WORKSHOPS,
    parameters=settings(8.0, 7.4, ELEMENT, line_mm=0.35, inset_mm=0.7),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
)
