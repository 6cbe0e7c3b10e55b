"""Grompolan: dots that cling together in clusters."""

from __future__ import annotations

import math

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.fields import scattered_field
from batikstudio.motifs.filling.figures import ring_points
from batikstudio.motifs.filling.settings import DOT, settings
from batikstudio.motifs.filling.sources import WORKSHOPS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, dot_stroke
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size = number(values, "pitch_mm"), number(values, "size_mm")
    stamps = [Stamp((dot_stroke(ring_points(count, _radius(count, size)), size),)) for count in (3, 4, 5)]
    return scattered_field(space, stamps, pitch, hand)


def _radius(count: int, size: float) -> float:
    """Return the radius of a ring on which so many dots lie near but do not touch."""
    return 1.1 * size / (2 * math.sin(math.pi / count))


ISEN = Isen(
    id="grompolan",
    name=Words("Grompolan", "Grompolan (clusters)"),
    meaning=Words(
        "Bergerombol: cecek yang berkumpul tiga sampai lima.", "Gathered together: dots in clusters of three to five."
    ),
    source=WORKSHOPS,
    parameters=settings(5.4, 1.4, DOT, inset_mm=0.7),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
)
