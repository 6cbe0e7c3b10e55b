"""Kembang cengkeh: clove flowers, four drops in a cross."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.fields import in_field
from batikstudio.motifs.filling.figures import drop, petals
from batikstudio.motifs.filling.settings import ELEMENT, settings
from batikstudio.motifs.filling.sources import WORKSHOPS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, Stroke, dot_stroke
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    cross = petals(drop(0.15 * size, 0.5 * size, 0.26 * size), 4)
    stamp = Stamp((Stroke(cross), dot_stroke([(0.0, 0.0)], 0.15 * size)))
    return in_field(space, stamp, pitch, hand, turned=True)


ISEN = Isen(
    id="kembang_cengkeh",
    name=Words("Kembang cengkeh", "Kembang cengkeh (clove flower)"),
    meaning=Words("Bunga cengkeh: empat tetes menyilang.", "Clove flowers: four drops in a cross."),
    source=WORKSHOPS,
    parameters=settings(5.6, 4.6, ELEMENT, inset_mm=0.7),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
)
