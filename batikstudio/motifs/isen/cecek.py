"""Cecek: dots in rows that follow the contour."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.fields import spots_of
from batikstudio.motifs.filling.settings import DOT, settings
from batikstudio.motifs.filling.sources import GLOSSARIES
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, sprinkled
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:
    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    spots = spots_of(space, pitch, hand.reach(size / 2, pitch), about_figures=True)
    return sprinkled(space, spots.points, size, hand, pitch)


ISEN = Isen(
    id="cecek",
    name=Words("Cecek", "Cecek (dots)"),
    meaning=Words("Titik-titik; isen yang paling dasar.", "Dots: the simplest filler of all."),
    source=GLOSSARIES,
    parameters=settings(2.6, 0.95, DOT, inset_mm=0.9),
    suits=frozenset({"region", "ground", "band"}),
    draw=_draw,
)
