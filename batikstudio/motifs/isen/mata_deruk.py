"""Mata deruk: a dove's eye, a dot in rings."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import circle, joined
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.fields import in_field
from batikstudio.motifs.filling.settings import ELEMENT, settings
from batikstudio.motifs.filling.sources import WORKSHOPS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, Stroke, dot_stroke
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    outer = max(size - thick, 0.5 * size) / 2
    rings = joined([circle(0, 0, outer), circle(0, 0, 0.56 * outer)]) if outer > 4.2 * thick else circle(0, 0, outer)
    stamp = Stamp((Stroke(rings, thick), dot_stroke([(0.0, 0.0)], max(0.4 * outer, thick))))
    return in_field(space, stamp, pitch, hand, about_figures=True)


ISEN = Isen(
    id="mata_deruk",
    name=Words("Mata deruk", "Mata deruk (dove's eye)"),
    meaning=Words("Mata burung deruk: titik dalam lingkaran.", "The eye of a dove: a dot in rings."),
    source=WORKSHOPS,
    parameters=settings(5.4, 4.4, ELEMENT, line_mm=0.45, inset_mm=0.7),
    suits=frozenset({"region", "ground", "band"}),
    draw=_draw,
)
