"""Cacah gori: chopped young jackfruit, short strokes in bundles that alternate."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import joined
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.fields import spots_of
from batikstudio.motifs.filling.figures import stroke_line
from batikstudio.motifs.filling.settings import LENGTH, settings
from batikstudio.motifs.filling.sources import WORKSHOPS
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, Stroke, stamped
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:

    pitch, size, thick = (number(values, key) for key in ("pitch_mm", "size_mm", "line_mm"))
    stamps = [_bundle(size, thick, upright) for upright in (False, True)]
    spots = spots_of(space, pitch, hand.reach(0.8 * stamps[0].reach_mm, pitch), about_figures=False)
    which = hand.rng.permutation(np.arange(len(spots)) % 2)
    found = [
        stamped(space, stamp, spots.points[which == k], spots.angles[which == k], hand, pitch)
        for k, stamp in enumerate(stamps)
    ]
    return tuple(part for laid in found for part in laid.parts)


def _bundle(size: float, thick: float, upright: bool) -> Stamp:
    half, apart = max(size - thick, 0.5 * size) / 2, size / 3.2
    bars = joined([stroke_line(-half * short, y, half, y) for y, short in ((-apart, 0.7), (0.0, 1.0), (apart, 0.8))])
    return Stamp((Stroke(bars.transformed(Affine.rotation(90.0 if upright else 0.0)), thick),))


ISEN = Isen(
    id="cacah_gori",
    name=Words("Cacah gori", "Cacah gori (chopped young jackfruit)"),
    meaning=Words(
        "Nangka muda yang dicacah. Bentuknya tidak pasti; tanyakan pada pengajar setempat.",
        "Chopped young jackfruit. Its form is not certain; ask a local teacher.",
    ),
    source=WORKSHOPS,
    parameters=settings(4.4, 2.8, LENGTH, line_mm=0.45, inset_mm=0.7),
    suits=frozenset({"region", "ground"}),
    draw=_draw,
    uncertain=True,
)
