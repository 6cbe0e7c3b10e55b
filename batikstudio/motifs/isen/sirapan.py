"""Sirapan: wooden roof shingles in a running bond."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.scales import scales, shingle
from batikstudio.motifs.filling.settings import ELEMENT, settings
from batikstudio.motifs.filling.sources import THEPHRASE
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    width, exposed, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    edge, hair = shingle(exposed / width)
    lines = [(edge, thick), (hair, 0.75 * thick)]
    return scales(space, (width, exposed), lines, None, number(values, "angle_deg"), hand)


ISEN = Isen(
    id="sirapan",
    name=Words("Sirapan", "Sirapan (shingles)"),
    meaning=Words("Sirap, genting kayu yang bersusun.", "Sirap, the overlapping wooden shingles of a roof."),
    source=THEPHRASE,
    parameters=settings(4.0, 4.2, ELEMENT, line_mm=0.4, inset_mm=0.6, angle_deg=0.0),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
)
