"""Anggur: a bunch of grapes under its leaf, with tendrils."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen
from batikstudio.motifs.ornaments.figures import placed_at
from batikstudio.motifs.ornaments.foliage import stem
from batikstudio.motifs.ornaments.fruits import grapes
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.ornaments.vines import coil, grape_leaf
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    d, tool = number(values, "berry_mm"), pen(values)
    twig = stem(
        [(-2.6 * d, -3.0 * d), (-1.0 * d, -2.55 * d), (0.5 * d, -2.4 * d), (1.9 * d, -2.9 * d)],
        0.34 * d,
        0.16 * d,
        tool,
    )
    left = coil([(-0.9 * d, -2.6 * d), (-2.0 * d, -1.9 * d), (-2.6 * d, -0.8 * d)], 0.45 * d, 1, tool)
    right = coil([(1.6 * d, -2.7 * d), (2.5 * d, -1.2 * d), (2.3 * d, 0.3 * d)], 0.42 * d, -1, tool)
    figure = (
        *left,
        *right,
        *grapes(d, tool, 0.1 * d, -2.2 * d, -6.0, 3),
        *twig,
        *placed_at(grape_leaf(2.5 * d, tool, "sawut"), 1.2 * d, -2.45 * d, 52.0),
        *placed_at(grape_leaf(1.7 * d, tool, "blok", -0.07), -1.5 * d, -2.75 * d, -48.0),
    )
    repeat = CustomaryRepeat("half-drop 1/2", 6.2 * d, 7.9 * d)
    return laid(figure, repeat, tool, str(values["latar"]))


GENERATOR = Generator(
    about=About(
        id="anggur",
        name=Words("Anggur", "Grapes"),
        meaning=Words(
            "Anggur, hasil bumi yang ikut memberi nama Bayuangga; unsur motif manggur.",
            "Grapes, a crop that gave its part to the by-name Bayuangga; a part of the motif manggur.",
        ),
        family="probolinggo",
        region=Words("Kota Probolinggo, Jawa Timur", "Probolinggo City, East Java"),
        source="Fruit and name: bayuangga.com, batik khas; merdeka.com, jatim manggur. The shape is an estimate drawn "
        "for this program, to be approved by a local instructor.",
        version=2,
    ),
    parameters=(
        Parameter("berry_mm", "float", 11.0, Words("Garis tengah butir", "Diameter of a grape"), "mm", 6.0, 18.0),
        ISEN,
        LATAR,
        line_width(0.8),
    ),
    draw=_draw,
)
