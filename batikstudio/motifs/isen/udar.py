"""Udar: large loose curls."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.curls import curl
from batikstudio.motifs.filling.fields import scattered_field
from batikstudio.motifs.filling.settings import ELEMENT, settings
from batikstudio.motifs.filling.sources import BINUS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    stamps = [curl(size / 2, 1.7, side, thick, eye=True) for side in (1, -1)]
    return scattered_field(space, stamps, pitch, hand)


ISEN = Isen(
    id="udar",
    name=Words("Udar", "Udar (large curls)"),
    meaning=Words("Ukel yang besar dan terurai.", "Large curls that unwind."),
    source=BINUS,
    parameters=settings(9.0, 8.6, ELEMENT, line_mm=0.6, inset_mm=0.8),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
)
