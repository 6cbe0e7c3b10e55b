"""Herangan: broken bits, strewn: plus and minus signs."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import joined
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.fields import scattered_field
from batikstudio.motifs.filling.figures import stroke_line
from batikstudio.motifs.filling.settings import LENGTH, settings
from batikstudio.motifs.filling.sources import GLOSSARIES
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, Stroke
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    half = max(size - thick, 0.5 * size) / 2
    bar = stroke_line(-half, 0, half, 0)
    cross = joined([bar, stroke_line(0, -half, 0, half)])
    return scattered_field(space, [Stamp((Stroke(bar, thick),)), Stamp((Stroke(cross, thick),))], pitch, hand)


ISEN = Isen(
    id="herangan",
    name=Words("Herangan", "Herangan (broken bits)"),
    meaning=Words(
        "Pecahan yang tersebar, digambar sebagai tanda tambah dan kurang.",
        "Scattered broken bits, drawn as plus and minus signs.",
    ),
    source=GLOSSARIES,
    parameters=settings(4.0, 2.4, LENGTH, line_mm=0.5, inset_mm=0.7),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
)
