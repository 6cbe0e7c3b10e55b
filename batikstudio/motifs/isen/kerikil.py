"""Kerikil: pebbles, rounded and close together."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.pebbles import pebbles
from batikstudio.motifs.filling.settings import LINE, settings
from batikstudio.motifs.filling.sources import WORKSHOPS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    return pebbles(space, number(values, "pitch_mm"), number(values, "size_mm"), hand)


ISEN = Isen(
    id="kerikil",
    name=Words("Kerikilan", "Kerikilan (pebbles)"),
    meaning=Words("Kerikil yang rapat.", "Pebbles, close together."),
    source=WORKSHOPS,
    parameters=settings(3.8, 0.45, LINE, inset_mm=0.6),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
)
