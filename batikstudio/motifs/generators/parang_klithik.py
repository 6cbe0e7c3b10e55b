"""Parang klithik: the finest parang, plain small S-blades a thin dark gap apart, without isen.

The frame is that of `ornaments.bands`; half turns only (group p2).
"""

from __future__ import annotations

import math

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, circle, joined
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About
from batikstudio.motifs.ornaments import bands
from batikstudio.motifs.ornaments.blades import S_BLADE
from batikstudio.motifs.strokes import HALVES, area, contour, framed, line, number, orbit

REACH = 2.0
"""The pitch of the bands in periods."""

_DISC, _DISC_RADIUS = (0.81, -0.54), 0.235
"""The kepala, in the notch between two heads."""


def _draw(values: dict[str, Value]) -> Drawn:
    pitch, thick = number(values, "band_mm"), number(values, "line_mm")
    step = bands.step_of(pitch, REACH)
    home = Affine.translation(_DISC[0] * step, _DISC[1] * step)
    white = joined([blade(step), orbit(circle(0, 0, _DISC_RADIUS * step), tuple(turn @ home for turn in HALVES))])
    frames = bands.ribbon_frames(step, REACH, (0.0, 0.5))
    parts = [
        line("outline", white, 2 * thick),
        area("body", white),
        *framed("accent", orbit(bands.lozenge(0.17 * step, 0.15 * step), frames), 0.5 * thick, "filler"),
    ]
    return bands.slanted(parts, math.sqrt(2) * step, pitch, values["slant"], "p2")


def blade(step: float) -> Path:
    """Return the S-blade about the origin, mm."""
    return contour(bands.turned(np.array(S_BLADE) * step), ())


GENERATOR = Generator(
    about=About(
        id="parang_klithik",
        name=Words("Parang klithik", "Parang klithik"),
        meaning=Words(
            "Parang terhalus, lajurnya 4 cm atau kurang dan bilahnya polos; dahulu untuk para putri keraton.",
            "The finest parang, its bands 4 cm or less and its blades plain; once for the princesses of the court.",
        ),
        family="parang",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Larangan, widths: kompas.tv 448315; yogyakarta.kompas.com 2022/12/06. " + bands.SLANTS_SOURCE,
        larangan=LARANGAN,
    ),
    parameters=(
        bands.pitch(36.0, 24.0, 40.0),
        bands.SLANT,
        bands.line_width(0.6, 0.4, 1.0),
    ),
    draw=_draw,
)
