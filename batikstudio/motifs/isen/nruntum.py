"""Nruntum: the little flower of truntum as a filler."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.fields import in_field
from batikstudio.motifs.filling.figures import lozenge, petals
from batikstudio.motifs.filling.settings import ELEMENT, settings
from batikstudio.motifs.filling.sources import TRUNTUM
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, Stroke, dot_stroke
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    outer = size / 2
    flower = petals(lozenge(0.3 * outer, outer, 0.36 * outer), 8)
    return in_field(space, Stamp((Stroke(flower), dot_stroke([(0.0, 0.0)], 0.36 * outer))), pitch, hand, turned=True)


ISEN = Isen(
    id="nruntum",
    name=Words("Nruntum", "Nruntum (truntum as filler)"),
    meaning=Words("Bunga truntum kecil sebagai isen.", "The small flower of truntum, as a filler."),
    source=TRUNTUM,
    parameters=settings(5.4, 4.4, ELEMENT, inset_mm=0.6),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
)
