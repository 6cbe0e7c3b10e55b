"""Blarak sahirit: the comb of a coconut leaf."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.grids import along_lines, ruled
from batikstudio.motifs.filling.lines import cut_ruled, repeated
from batikstudio.motifs.filling.settings import settings
from batikstudio.motifs.filling.sources import WORKSHOPS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, drawn_lines
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number

STEP = Words("Jarak helai", "Distance of the blades")


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, step, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    ribs = ruled(space, pitch, number(values, "angle_deg"), hand)
    reach = ribs.pitch_mm / 2 - thick
    blades = [
        np.array([(0, side * thick), (0.55 * reach, side * 0.62 * reach), (0.8 * reach, side * reach)])
        for side in (1, -1)
    ]
    places = along_lines(ribs, step)
    found = [repeated(space, blade, places, ribs.angle, thick) for blade in blades]
    return (*drawn_lines(cut_ruled(space, ribs, 1.2 * thick), 1.2 * thick), *found[0], *found[1])


ISEN = Isen(
    id="blarak_sahirit",
    name=Words("Blarak sahirit", "Blarak sahirit (coconut leaf)"),
    meaning=Words("Sesisir daun kelapa.", "A comb of coconut leaf."),
    source=WORKSHOPS,
    parameters=settings(7.0, 1.9, STEP, line_mm=0.45, inset_mm=0.7, angle_deg=0.0),
    suits=frozenset({"region", "ground", "band"}),
    draw=_draw,
)
