"""Rawan: the ripples of a swamp."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.grids import Wave, ruled
from batikstudio.motifs.filling.lines import cut_ruled
from batikstudio.motifs.filling.settings import LINE, settings
from batikstudio.motifs.filling.sources import WORKSHOPS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, drawn_lines
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, thick = number(values, "pitch_mm"), number(values, "size_mm")
    wave = Wave(0.42 * pitch, 3.3 * pitch)
    lines = ruled(space, pitch, number(values, "angle_deg"), hand, wave)
    return drawn_lines(cut_ruled(space, lines, thick), thick)


ISEN = Isen(
    id="rawan",
    name=Words("Rawan", "Rawan (ripples)"),
    meaning=Words("Riak air rawa: garis sejajar berombak.", "The ripples of a swamp: parallel waving lines."),
    source=WORKSHOPS,
    parameters=settings(2.4, 0.5, LINE, inset_mm=0.7, angle_deg=0.0),
    suits=frozenset({"region", "ground", "band"}),
    draw=_draw,
)
