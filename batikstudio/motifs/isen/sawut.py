"""Sawut: short lines from the contour inward, slightly curved."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.hatching import hatches
from batikstudio.motifs.filling.settings import LENGTH, settings
from batikstudio.motifs.filling.sources import BINUS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, drawn_lines
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:
    thick = number(values, "line_mm")
    found = hatches(space, number(values, "pitch_mm"), number(values, "size_mm"), thick, hand)
    return drawn_lines(found.lines, thick)


ISEN = Isen(
    id="sawut",
    name=Words("Sawut", "Sawut (hatching)"),
    meaning=Words("Garis-garis pendek sejajar dari tepi ke dalam.", "Short parallel lines from the edge inward."),
    source=BINUS,
    parameters=settings(1.4, 5.0, LENGTH, line_mm=0.45, inset_mm=0.8),
    suits=frozenset({"region", "band"}),
    draw=_draw,
)
