"""Bayuangga: wind, grapes and mangoes on one running branch."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.clouds import gust
from batikstudio.motifs.ornaments.figures import Figure, Pen, placed_at
from batikstudio.motifs.ornaments.fruits import grapes, mango_twig
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.ornaments.vines import coil, grape_leaf, sine, trailing
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    w, tool = number(values, "size_mm"), pen(values)
    return laid(_sheet(w / 190, tool), CustomaryRepeat("brick 1/2", w, 0.76 * w), tool, str(values["latar"]))


def _sheet(u: float, tool: Pen) -> Figure:
    """Return one period: the wind below, the branch with its fruits above; ``u`` is the scale against 190 mm."""
    long = 190 * u

    def wind(r: float, hand: int, lead: list[tuple[float, float]]) -> Figure:
        return gust([(x * u, y * u) for x, y in lead], r * u, hand, 3.4 * u, tool)

    def twist(r: float, hand: int, lead: list[tuple[float, float]]) -> Figure:
        return coil([(x * u, y * u) for x, y in lead], r * u, hand, tool)

    return (
        *wind(9.0, -1, [(-64, 46), (-44, 40), (-26, 40), (-8, 45)]),
        *wind(7.0, 1, [(-10, 63), (8, 68), (24, 67), (40, 60)]),
        *wind(7.5, -1, [(24, 62), (44, 51), (62, 48), (78, 51)]),
        *trailing(sine(long, 8 * u, True, 52 * u, 0.0), 3.4 * u, tool),
        *trailing(sine(long, 8 * u, True, 58.4 * u, 0.0), 3.4 * u, tool),
        *trailing(sine(long, 8 * u, True, 64.8 * u, 0.0), 3.4 * u, tool),
        *twist(5.5, 1, [(-30, -34), (-18, -18), (-14, -4), (-18, 8)]),
        *twist(5.5, -1, [(70, -44), (84, -34), (88, -18), (84, -4)]),
        *trailing(sine(long, 10 * u, True, -36 * u, 180.0), 5.0 * u, tool),
        *placed_at(mango_twig(20 * u, tool, 3), -62 * u, -34 * u, 14.0),
        *placed_at(mango_twig(16 * u, tool, 2), 78 * u, -42 * u, -22.0),
        *grapes(9.4 * u, tool, 24 * u, -48 * u, -4.0, 5),
        *placed_at(grape_leaf(21 * u, tool, "sawut"), 12 * u, -46 * u, -62.0),
        *placed_at(grape_leaf(19 * u, tool, "blok", -0.07), 40 * u, -50 * u, 48.0),
    )


GENERATOR = Generator(
    about=About(
        id="bayuangga",
        name=Words("Bayuangga", "Bayuangga"),
        meaning=Words(
            "Bayuangga: bayu (angin), anggur dan mangga, sebutan Kota Probolinggo.",
            "Bayuangga: bayu (wind), anggur (grape) and mangga (mango), the by-name of Probolinggo City.",
        ),
        family="probolinggo",
        region=Words("Kota Probolinggo, Jawa Timur", "Probolinggo City, East Java"),
        source="By-name: wikipedia.org, Kota Probolinggo; bayuangga.com, batik khas. Composition drawn for this "
        "program, to be approved by a local instructor.",
    ),
    parameters=(
        size(190.0, 130.0, 260.0),
        ISEN,
        LATAR,
        line_width(0.8),
    ),
    draw=_draw,
)
