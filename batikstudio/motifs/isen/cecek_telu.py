"""Cecek telu: three dots in a triangle."""

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
    diameter = min(size, 0.3 * pitch)
    stamp = Stamp((dot_stroke(ring_points(3, 0.75 * diameter + 0.04 * pitch), diameter),))
    return in_field(space, stamp, pitch, hand, turned=True, about_figures=True)


ISEN = Isen(
    id="cecek_telu",
    name=Words("Cecek telu", "Cecek telu (three dots)"),
    meaning=Words("Tiga titik membentuk segitiga.", "Three dots in a triangle."),
    source=GLOSSARIES,
    parameters=settings(4.2, 0.95, DOT, inset_mm=0.7),
    suits=frozenset({"region", "ground", "band"}),
    draw=_draw,
)
