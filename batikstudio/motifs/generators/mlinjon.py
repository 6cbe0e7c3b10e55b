"""Mlinjon: rows of rhombi, the ribbon that makes a lereng a parang, here as a motif of its own.

The frame is that of `ornaments.stripes`.
"""

from __future__ import annotations

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, Part
from batikstudio.motifs.ornaments import bands, stripes
from batikstudio.motifs.ornaments.bands import lozenge
from batikstudio.motifs.ornaments.stripes import BLUE, DARK, Stripe
from batikstudio.motifs.strokes import framed, number, orbit

ROW = 0.68
"""The share of the pitch that a row of rhombi takes; the fine stripe between the rows has the rest."""


def _draw(values: dict[str, Value]) -> Drawn:
    pitch, thick = number(values, "band_mm"), number(values, "line_mm")
    isen = bool(values["isen"])
    stripe = Stripe(pitch, 0.0, ROW * pitch, 2, DARK, thick, isen)
    border = Stripe(pitch, pitch / 2, (1.0 - ROW) * pitch, 6, BLUE, 0.8 * thick, isen)
    parts = [
        *stripes.filled(stripe, lambda s: nested(s, int(number(values, "rings")))),
        *stripes.filled(border, stripes.pearls),
        *stripes.twin(pitch, stripe.width_mm / 2, thick),
        *stripes.twin(pitch, stripe.width_mm / 2 + border.width_mm, thick),
    ]
    return bands.slanted([bands.moved(part, bands.ALONG) for part in parts], pitch, pitch, values["slant"], "pmm")


def nested(s: Stripe, rings: int) -> list[Part]:
    """Return the rhombi of a row, one in the other, with small half rhombi and cecek at the edges between them."""
    along, across = 0.49 * s.cell_mm, 0.45 * s.width_mm
    roles = ("body", "accent", "body", "heart")
    parts: list[Part] = []
    for ring in range(rings):
        share = 1.0 - 0.82 * ring / rings
        rhombus = orbit(lozenge(share * along, share * across, 0.46), s.places)
        parts += framed(roles[ring % 4], rhombus, 0.55 * s.line_mm)
    if s.isen:
        parts.append(s.dotted("filler", [(0.0, 0.0)]))
        for y in (-1, 1):
            edge = [(0.3, 0.5 * y), (0.7, 0.5 * y), (0.58, 0.36 * y), (0.5, 0.2 * y), (0.42, 0.36 * y)]
            parts += framed("heart", s.shape(edge, range(5)), 0.45 * s.line_mm, "filler")
            parts.append(s.dotted("filler", [(0.5, 0.34 * y)]))
            parts.append(s.dotted("accent", [(0.5, 0.1 * y), (0.26, 0.42 * y), (0.74, 0.42 * y), (0.35, 0.28 * y)]))
            parts.append(s.dotted("accent", [(0.65, 0.28 * y)]))
    return parts


GENERATOR = Generator(
    about=About(
        id="mlinjon",
        name=Words("Mlinjon", "Mlinjon"),
        meaning=Words(
            "Deret belah ketupat di antara lajur; adanya mlinjon membedakan parang dari lereng.",
            "The row of rhombi between bands; by having it a parang differs from a lereng.",
        ),
        family="lereng",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Mlinjon: seniwastrabatik.blogspot.com, parang dan lereng; infobatik.id, detail ornamen parang rusak "
        "barong. " + bands.SLANTS_SOURCE,
    ),
    parameters=(
        bands.pitch(34.0, 20.0, 70.0),
        Parameter("rings", "int", 4, Words("Belah ketupat bersusun", "Rhombi in each other"), "", 2, 5),
        bands.SLANT,
        bands.ISEN,
        bands.line_width(0.8, 0.5, 1.4),
    ),
    draw=_draw,
)
