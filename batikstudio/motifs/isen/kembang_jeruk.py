"""Kembang jeruk: citrus flowers with five petals."""

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

    pitch, size, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    outer = max(size - thick, 0.5 * size) / 2
    flower = petals(drop(0.3 * outer, outer, 0.72 * outer), 5)
    stamens = dot_stroke([(0.0, 0.0)], 0.26 * outer)
    return in_field(space, Stamp((Stroke(flower, thick), stamens)), pitch, hand, turned=True)


ISEN = Isen(
    id="kembang_jeruk",
    name=Words("Kembang jeruk", "Kembang jeruk (citrus flower)"),
    meaning=Words("Bunga jeruk dengan lima kelopak.", "Citrus flowers with five petals."),
    source=WORKSHOPS,
    parameters=settings(6.4, 5.6, ELEMENT, line_mm=0.4, inset_mm=0.7),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
)
