"""Poleng: a check of squares."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import polyline
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.grids import sheet_of
from batikstudio.motifs.filling.settings import ELEMENT, settings
from batikstudio.motifs.filling.sources import WORKSHOPS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, Stroke, stamped
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    # The squares of one colour of a chequer lie in a running bond, two steps apart.
    sheet = sheet_of(space, 2 * pitch, pitch, 0.5, number(values, "angle_deg"))
    x, y = (min(size / 2, 0.47 * side) for side in (sheet.step_mm / 2, sheet.row_mm))
    square = polyline([(-x, -y), (x, -y), (x, y), (-x, y)], closed=True)
    return stamped(space, Stamp((Stroke(square),)), sheet.points, sheet.angle, hand, 0.5 * pitch).parts


ISEN = Isen(
    id="poleng",
    name=Words("Poleng", "Poleng (check)"),
    meaning=Words("Kotak-kotak berselang-seling.", "Squares of a chequer."),
    source=WORKSHOPS,
    parameters=settings(3.0, 2.8, ELEMENT, inset_mm=0.6, angle_deg=0.0),
    suits=frozenset({"region", "ground", "band"}),
    draw=_draw,
)
