"""Ukel: small curls, turned every way, packed over the ground."""

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
    stamps = [curl(size / 2, turns, side, thick) for side in (1, -1) for turns in (1.1, 1.35)]
    return scattered_field(space, stamps, pitch, hand)


ISEN = Isen(
    id="ukel",
    name=Words("Ukel", "Ukel (curls)"),
    meaning=Words("Lengkung kecil menggulung, memenuhi latar.", "Small curls that cover a ground."),
    source=BINUS,
    parameters=settings(4.6, 4.4, ELEMENT, line_mm=0.5, inset_mm=0.6),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
)
