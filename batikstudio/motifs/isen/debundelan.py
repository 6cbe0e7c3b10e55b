"""Debundelan: knots, a ring of dots about one, with a tail."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import smooth
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.fields import scattered_field
from batikstudio.motifs.filling.figures import ring_points
from batikstudio.motifs.filling.settings import ELEMENT, settings
from batikstudio.motifs.filling.sources import WORKSHOPS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, Stroke, dot_stroke
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    ring, dot = 0.36 * size, 0.22 * size
    tail = smooth([(0.5 * size, 0), (0.68 * size, 0.07 * size), (0.85 * size, 0), (size, -0.07 * size)])
    shift = Affine.translation(-0.28 * size, 0)
    knots = shift.apply(np.vstack((np.zeros((1, 2)), ring_points(6, ring, 0.0))))
    stamp = Stamp((dot_stroke(knots, dot), Stroke(tail.transformed(shift), thick)))
    return scattered_field(space, [stamp], pitch, hand)


ISEN = Isen(
    id="debundelan",
    name=Words("Debundelan", "Debundelan (knots)"),
    meaning=Words(
        "Bundelan, simpul dengan ekor. Bentuknya tidak pasti.",
        "Knots, each with a tail of thread. Its form is not certain.",
    ),
    source=WORKSHOPS,
    parameters=settings(6.4, 4.4, ELEMENT, line_mm=0.45, inset_mm=0.7),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
    uncertain=True,
)
