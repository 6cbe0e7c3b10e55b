"""Galaran: long parallel lines, like the slats of a bamboo bed."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.grids import ruled
from batikstudio.motifs.filling.lines import cut_ruled
from batikstudio.motifs.filling.settings import LINE, settings
from batikstudio.motifs.filling.sources import GLOSSARIES
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, drawn_lines
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:
    thick = number(values, "size_mm")
    lines = ruled(space, number(values, "pitch_mm"), number(values, "angle_deg"), hand)
    return drawn_lines(cut_ruled(space, lines, thick), thick)


ISEN = Isen(
    id="galaran",
    name=Words("Galaran", "Galaran (slats)"),
    meaning=Words(
        "Galar, bilah bambu alas tidur: garis panjang sejajar; ada yang menyebutnya garis miring.",
        "Galar, the bamboo slats of a bed: long parallel lines; some call slanting lines so.",
    ),
    source=GLOSSARIES,
    parameters=settings(1.9, 0.5, LINE, inset_mm=0.8, angle_deg=0.0),
    suits=frozenset({"region", "ground", "band"}),
    draw=_draw,
)
