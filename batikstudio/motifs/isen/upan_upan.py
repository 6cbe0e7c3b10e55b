"""Upan-upan: crumbs of rice in twos and threes."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import joined
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.fields import scattered_field
from batikstudio.motifs.filling.figures import grain, turns
from batikstudio.motifs.filling.settings import LENGTH, settings
from batikstudio.motifs.filling.sources import WORKSHOPS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, Stroke
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    one = grain(size, 0.42 * size)
    two = [Affine.translation(0, side * 0.42 * size) @ Affine.rotation(side * 14.0) for side in (1, -1)]
    three = [turn @ Affine.translation(0.68 * size, 0) for turn in turns(3)]
    stamps = [Stamp((Stroke(joined([one.transformed(at) for at in places])),)) for places in (two, three)]
    return scattered_field(space, stamps, pitch, hand)


ISEN = Isen(
    id="upan_upan",
    name=Words("Upan-upan", "Upan-upan (rice crumbs)"),
    meaning=Words(
        "Remah nasi, berdua dan bertiga. Bentuknya tidak pasti.",
        "Crumbs of rice in twos and threes. Its form is not certain.",
    ),
    source=WORKSHOPS,
    parameters=settings(4.6, 1.9, LENGTH, inset_mm=0.7),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
    uncertain=True,
)
