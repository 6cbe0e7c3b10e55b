"""Cecek sawut: hatching from the contour, each line ending in a dot."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.hatching import hatches
from batikstudio.motifs.filling.scatter import in_gaps
from batikstudio.motifs.filling.settings import DOT, settings
from batikstudio.motifs.filling.sources import BINUS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, drawn_lines, sprinkled
from batikstudio.motifs.filling.tips import beyond
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    found = hatches(space, pitch, _LENGTH_PITCHES * pitch, thick, hand, tip_mm=1.6 * size)
    tips = beyond(found.tips, 0.9 * size + thick / 2)
    # What the lines leave free in the middle is dotted, too.
    taken = np.concatenate([tips, *found.lines])
    core = in_gaps(space, taken, _CORE_STEPS * pitch, hand.reach(size / 2, pitch), _CORE_STEPS * pitch)
    return (*drawn_lines(found.lines, thick), *sprinkled(space, np.concatenate((tips, core)), size, hand, 0.0))


_LENGTH_PITCHES, _CORE_STEPS = 3.0, 1.5
"""How long a line is with its dot, and the distance of dots in the middle, in steps from one line to the next."""

ISEN = Isen(
    id="cecek_sawut",
    name=Words("Cecek sawut", "Cecek sawut (hatching with dots)"),
    meaning=Words("Sawut yang tiap garisnya berujung cecek.", "Hatching of which each line ends in a dot."),
    source=BINUS,
    parameters=settings(1.8, 0.9, DOT, line_mm=0.4, inset_mm=0.8),
    suits=frozenset({"region", "ground", "band"}),
    draw=_draw,
)
