"""Uler: caterpillars, chains of rings that follow the contour."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import circle
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.fields import LARGE_MM, between
from batikstudio.motifs.filling.rows import in_chains
from batikstudio.motifs.filling.settings import ELEMENT, settings
from batikstudio.motifs.filling.sources import WORKSHOPS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, Stroke, dot_stroke, stamped
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    ring = Stroke(circle(0, 0, max(size - thick, 0.5 * size) / 2), thick)
    stamp = Stamp((ring, dot_stroke([(0.0, 0.0)], 0.3 * size)))
    spots = in_chains(space, size, pitch, hand.reach(size / 2, 0.3 * size), hand)
    chains = stamped(space, stamp, spots.points, spots.angles, hand, 0.3 * size)
    return (*chains.parts, *between(space, chains.points, max(size / 2, LARGE_MM), hand))


ISEN = Isen(
    id="uler",
    name=Words("Uler", "Uler (caterpillar)"),
    meaning=Words("Ulat: deret bulatan yang berantai.", "A caterpillar: rounds in a chain."),
    source=WORKSHOPS,
    parameters=settings(4.8, 2.4, ELEMENT, line_mm=0.4, inset_mm=0.7),
    suits=frozenset({"region", "ground", "band"}),
    draw=_draw,
)
