"""Gringsing: fine overlapping scales, each with a dot, over the whole ground."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.scales import arch, scales
from batikstudio.motifs.filling.settings import DOT, settings
from batikstudio.motifs.filling.sources import WORKSHOPS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, dot, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    return scales(space, (pitch, pitch / 2), [(arch(), thick)], (0.25, dot), number(values, "angle_deg"), hand)


ISEN = Isen(
    id="gringsing",
    name=Words("Gringsing", "Gringsing (scales)"),
    meaning=Words(
        "Sisik halus bertumpuk dengan titik di dalamnya, memenuhi latar.",
        "Fine overlapping scales with a dot in each, over a whole ground.",
    ),
    source=WORKSHOPS,
    parameters=settings(4.0, 0.85, DOT, line_mm=0.4, inset_mm=0.6, angle_deg=0.0),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
)
