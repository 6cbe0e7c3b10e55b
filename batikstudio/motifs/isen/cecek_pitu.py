"""Cecek pitu: seven dots, one amid six."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.fields import in_field
from batikstudio.motifs.filling.figures import ring_points
from batikstudio.motifs.filling.settings import DOT, settings
from batikstudio.motifs.filling.sources import GLOSSARIES
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, dot_stroke
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    ring = ring_points(6, 0.29 * pitch)
    stamp = Stamp((dot_stroke([(0.0, 0.0), *ring.tolist()], min(size, 0.24 * pitch)),))
    return in_field(space, stamp, pitch, hand, about_figures=True)


ISEN = Isen(
    id="cecek_pitu",
    name=Words("Cecek pitu", "Cecek pitu (seven dots)"),
    meaning=Words("Tujuh titik: satu dikelilingi enam.", "Seven dots: one amid six."),
    source=GLOSSARIES,
    parameters=settings(6.4, 0.95, DOT, inset_mm=0.7),
    suits=frozenset({"region", "ground", "band"}),
    draw=_draw,
)
