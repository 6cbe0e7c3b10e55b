"""Daun anggur: grape leaves with five lobes, a white one and a dark one in turn, with tendrils."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.figures import placed_at
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.ornaments.vines import coil, grape_leaf, sine, trailing
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    w, tool = number(values, "size_mm"), pen(values)
    repeat = CustomaryRepeat("half-drop 1/2", w, 1.1 * w)
    vine = trailing(sine(1.1 * w, 0.1 * w), max(0.035 * w, 2.6), tool)
    figure = (
        *vine,
        *coil([(0.1 * w, 0.12 * w), (-0.06 * w, 0.18 * w), (-0.2 * w, 0.22 * w)], 0.075 * w, -1, tool),
        *coil([(-0.08 * w, -0.34 * w), (0.06 * w, -0.36 * w), (0.2 * w, -0.3 * w)], 0.075 * w, 1, tool),
        *placed_at(grape_leaf(0.38 * w, tool, "sawut"), -0.16 * w, -0.29 * w, -38.0),
        *placed_at(grape_leaf(0.33 * w, tool, "blok", -0.07), 0.17 * w, 0.1 * w, 58.0),
    )
    return laid(figure, repeat, tool, str(values["latar"]))


GENERATOR = Generator(
    about=About(
        id="daun_anggur",
        name=Words("Daun anggur", "Grape leaf"),
        meaning=Words("Daun anggur, pengisi motif manggur.", "Grape leaf, a filler of the motif manggur."),
        family="probolinggo",
        region=Words("Kota Probolinggo, Jawa Timur", "Probolinggo City, East Java"),
        source="Plant: bayuangga.com, batik khas. The shape, five lobes with palmate veins, is an estimate drawn for "
        "this program, to be approved by a local instructor.",
        version=2,
    ),
    parameters=(size(84.0, 50.0, 140.0), ISEN, LATAR, line_width(0.8)),
    draw=_draw,
)
