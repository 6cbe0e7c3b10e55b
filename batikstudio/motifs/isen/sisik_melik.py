"""Sisik melik: fish scales, a dot in each."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.scales import arch, scales
from batikstudio.motifs.filling.settings import DOT, settings
from batikstudio.motifs.filling.sources import GLOSSARIES
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, dot, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    return scales(space, (pitch, pitch / 2), [(arch(), thick)], (0.26, dot), number(values, "angle_deg"), hand)


ISEN = Isen(
    id="sisik_melik",
    name=Words("Sisik melik", "Sisik melik (scales with dots)"),
    meaning=Words("Sisik dengan cecek di tengahnya.", "Scales with a dot in the middle of each."),
    source=GLOSSARIES,
    parameters=settings(5.6, 1.1, DOT, line_mm=0.45, inset_mm=0.6, angle_deg=0.0),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
)
