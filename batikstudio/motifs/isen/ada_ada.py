"""Ada-ada: midribs, double lines with dots between."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.grids import along_lines, ruled
from batikstudio.motifs.filling.lines import cut_ruled
from batikstudio.motifs.filling.settings import DOT, settings
from batikstudio.motifs.filling.sources import WORKSHOPS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, drawn_lines, sprinkled
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, dot, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    ribs = ruled(space, pitch, number(values, "angle_deg"), hand)
    apart = min(dot / 2 + 1.5 * thick, 0.3 * ribs.pitch_mm)
    lines = [piece for side in (1, -1) for piece in cut_ruled(space, ribs.straight(side * apart), thick)]
    places = space.home(along_lines(ribs, 2.3 * dot))
    return (*drawn_lines(lines, thick), *sprinkled(space, places, dot, hand, 0.0))


ISEN = Isen(
    id="ada_ada",
    name=Words("Ada-ada", "Ada-ada (midrib)"),
    meaning=Words("Tulang daun: garis ganda berisi cecek.", "The midrib of a leaf: double lines with dots between."),
    source=WORKSHOPS,
    parameters=settings(4.4, 0.85, DOT, line_mm=0.45, inset_mm=0.7, angle_deg=0.0),
    suits=frozenset({"region", "ground", "band"}),
    draw=_draw,
)
