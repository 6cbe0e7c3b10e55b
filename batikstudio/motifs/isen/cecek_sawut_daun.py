"""Cecek sawut daun: lines that fan from the midrib of a leaf, each with a dot at its tip."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.hatching import fans
from batikstudio.motifs.filling.rows import gathered
from batikstudio.motifs.filling.settings import DOT, settings
from batikstudio.motifs.filling.sources import BINUS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, drawn_lines, sprinkled
from batikstudio.motifs.filling.tips import beyond
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number

_RIB_SHARE = 1.3


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:
    pitch, size, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    found = fans(space, pitch, (_RIB_SHARE * thick, thick), hand, tip_mm=1.9 * size)
    ribs = drawn_lines([fan.rib for fan in found], _RIB_SHARE * thick)
    lines = drawn_lines([line for fan in found for line in fan.lines], thick)
    tips = beyond(gathered([fan.tips for fan in found]), 1.05 * size + thick / 2)
    return (*ribs, *lines, *sprinkled(space, tips, size, hand, 0.0))


ISEN = Isen(
    id="cecek_sawut_daun",
    name=Words("Cecek sawut daun", "Cecek sawut daun (leaf hatching with dots)"),
    meaning=Words(
        "Sawut dari tulang daun ke tepi, tiap ujungnya bercecek.",
        "Hatching from a leaf's midrib to its edge, dotted tips.",
    ),
    source=BINUS,
    parameters=settings(1.8, 0.85, DOT, line_mm=0.4, inset_mm=0.8),
    suits=frozenset({"region"}),
    draw=_draw,
)
