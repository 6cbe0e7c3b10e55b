"""Mangga: a mango of Probolinggo on its twig, turned two ways in rows shifted by half."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen
from batikstudio.motifs.ornaments.figures import placed_at
from batikstudio.motifs.ornaments.fruits import mango_twig
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.ornaments.vines import coil
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    a, tool = number(values, "radius_mm"), pen(values)
    one = placed_at(mango_twig(a, tool, 4), -0.15 * a, -0.55 * a, -14.0)
    curl = coil(
        [(-0.1 * a, -0.85 * a), (0.6 * a, -0.7 * a), (1.15 * a, -0.25 * a), (1.3 * a, 0.2 * a)], 0.3 * a, -1, tool
    )
    other = coil([(-0.3 * a, -0.8 * a), (-0.9 * a, -0.35 * a), (-1.3 * a, 0.3 * a)], 0.24 * a, -1, tool)
    repeat = CustomaryRepeat("half-drop 1/2", 3.5 * a, 4.7 * a)
    return laid((*curl, *other, *one), repeat, tool, str(values["latar"]))


GENERATOR = Generator(
    about=About(
        id="mangga",
        name=Words("Mangga", "Mango"),
        meaning=Words(
            "Mangga, hasil bumi Probolinggo; unsur motif manggur.",
            "The mango, a crop of Probolinggo; a part of the motif manggur.",
        ),
        family="probolinggo",
        region=Words("Kota Probolinggo, Jawa Timur", "Probolinggo City, East Java"),
        source="Fruit and name: bayuangga.com, batik khas; merdeka.com, jatim manggur. The shape is an estimate drawn "
        "for this program, to be approved by a local instructor.",
        version=2,
    ),
    parameters=(
        Parameter("radius_mm", "float", 24.0, Words("Jari-jari buah", "Radius of the fruit"), "mm", 12.0, 40.0),
        ISEN,
        LATAR,
        line_width(0.9),
    ),
    draw=_draw,
)
