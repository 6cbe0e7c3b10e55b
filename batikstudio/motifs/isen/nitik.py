"""Nitik: small square dots in straight rows, as of a canting cawang."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import polyline
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.grids import sheet_of
from batikstudio.motifs.filling.settings import DOT, settings
from batikstudio.motifs.filling.sources import SUSANTO
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, Stroke, stamped
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    sheet = sheet_of(space, pitch, pitch, 0.0, number(values, "angle_deg"))
    half = min(size, 0.85 * min(sheet.step_mm, sheet.row_mm)) / 2
    square = polyline([(-half, -half), (half, -half), (half, half), (-half, half)], closed=True)
    return stamped(space, Stamp((Stroke(square),)), sheet.points, sheet.angle, hand, pitch).parts


ISEN = Isen(
    id="nitik",
    name=Words("Nitik", "Nitik (square dots)"),
    meaning=Words(
        "Titik persegi dari canting cawang, meniru anyaman.", "Square dots of a split canting (cawang), after weaving."
    ),
    source=SUSANTO,
    parameters=settings(2.0, 1.2, DOT, inset_mm=0.6, angle_deg=0.0),
    suits=frozenset({"region", "ground", "band"}),
    draw=_draw,
)
