"""Sekar pasar: small flowers of many kinds, strewn."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.fields import scattered_field
from batikstudio.motifs.filling.figures import drop, lozenge, petals, ring_points
from batikstudio.motifs.filling.settings import ELEMENT, settings
from batikstudio.motifs.filling.sources import SUSANTO
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, Stroke, dot_stroke
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    outer = max(size - thick, 0.5 * size) / 2
    five = Stamp(
        (Stroke(petals(drop(0.3 * outer, outer, 0.74 * outer), 5), thick), dot_stroke([(0.0, 0.0)], 0.28 * outer))
    )
    six = Stamp((Stroke(petals(drop(0.34 * outer, outer, 0.42 * outer), 6)), dot_stroke([(0.0, 0.0)], 0.34 * outer)))
    star = Stamp((Stroke(petals(lozenge(0.14 * outer, outer, 0.24 * outer), 8)),))
    bud = Stamp((dot_stroke(np.vstack((np.zeros((1, 2)), ring_points(5, 0.5 * outer))), 0.32 * outer),))
    return scattered_field(space, [five, six, star, bud], pitch, hand)


ISEN = Isen(
    id="sekar_pasar",
    name=Words("Sekar pasar", "Sekar pasar (market flowers)"),
    meaning=Words(
        "Bunga tabur beraneka ragam, pengisi latar. Disebut juga rembyang.",
        "Small flowers of many kinds, a filler of grounds. Also called rembyang.",
    ),
    source=SUSANTO,
    parameters=settings(6.0, 5.2, ELEMENT, line_mm=0.4, inset_mm=0.6),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
)
