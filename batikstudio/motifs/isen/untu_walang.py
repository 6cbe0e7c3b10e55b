"""Untu walang: the teeth of a grasshopper, rows of triangles."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.grids import Wave, along_lines, ruled
from batikstudio.motifs.filling.lines import cut_ruled
from batikstudio.motifs.filling.settings import ELEMENT, settings
from batikstudio.motifs.filling.sources import WORKSHOPS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, drawn_lines, sprinkled
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    height = min(size, pitch - 4 * thick)
    teeth = ruled(space, pitch, number(values, "angle_deg"), hand, Wave(height / 2, 1.15 * size, pointed=True))
    base = teeth.straight(height / 2 + 1.6 * thick)
    dots = along_lines(teeth, 1.15 * size) + teeth.across(0.2 * height)
    lines = [*cut_ruled(space, teeth, thick), *cut_ruled(space, base, thick)]
    return (*drawn_lines(lines, thick), *sprinkled(space, space.home(dots), max(0.26 * height, 0.5), hand, 0.0))


ISEN = Isen(
    id="untu_walang",
    name=Words("Untu walang", "Untu walang (grasshopper teeth)"),
    meaning=Words("Gigi belalang: deret segitiga.", "The teeth of a grasshopper: a row of triangles."),
    source=WORKSHOPS,
    parameters=settings(4.6, 2.6, ELEMENT, line_mm=0.45, inset_mm=0.6, angle_deg=0.0),
    suits=frozenset({"band", "region", "ground"}),
    draw=_draw,
)
