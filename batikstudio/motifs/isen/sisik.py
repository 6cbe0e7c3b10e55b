"""Sisik: fish scales in a running bond."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.scales import arch, scales
from batikstudio.motifs.filling.settings import LINE, settings
from batikstudio.motifs.filling.sources import BINUS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, thick = number(values, "pitch_mm"), number(values, "size_mm")
    return scales(space, (pitch, pitch / 2), [(arch(), thick)], None, number(values, "angle_deg"), hand)


ISEN = Isen(
    id="sisik",
    name=Words("Sisik", "Sisik (fish scales)"),
    meaning=Words("Sisik ikan.", "Fish scales."),
    source=BINUS,
    parameters=settings(5.0, 0.45, LINE, inset_mm=0.6, angle_deg=0.0),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
)
