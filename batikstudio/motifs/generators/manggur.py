"""Manggur: mangoes and grapes on a vine, at different heights and angles."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import Path, joined, polyline
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.figures import Figure, Pen, placed_at
from batikstudio.motifs.ornaments.foliage import leaf
from batikstudio.motifs.ornaments.fruits import grapes, mango_twig
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.ornaments.vines import MANGO_LEAF, coil, grape_leaf, sine, trailing
from batikstudio.motifs.strokes import area, number

_HEIGHT = 190 / 168
"""Of the repeat, in its widths."""


def _draw(values: dict[str, Value]) -> Drawn:
    w, tool = number(values, "size_mm"), pen(values)
    repeat = CustomaryRepeat("half-drop 1/2", w, _HEIGHT * w)
    figure = _branch(w / 168, tool)
    if not values["column"]:
        return laid(figure, repeat, tool, str(values["latar"]))
    # Fences along both edges keep plants and cecek inside; they are taken away again.
    fence = area("body", joined([_fence(side * w / 2, _HEIGHT * w) for side in (-1, 1)]))
    parts, repeat = laid((fence, *figure), repeat, tool, str(values["latar"]))
    return tuple(part for part in parts if part is not fence), repeat


def _fence(x: float, height_mm: float) -> Path:
    """Return an upright strip about ``x``, as high as the repeat."""
    half, low = 0.6, height_mm / 2
    return polyline([(x - half, -low), (x + half, -low), (x + half, low), (x - half, low)], closed=True)


def _branch(u: float, tool: Pen) -> Figure:
    """Return one period of the vine with what grows on it; ``u`` is the scale against a repeat of 168 by 190 mm."""

    def blade(run: list[tuple[float, float]], half: float, fill: str) -> Figure:
        return leaf([(x * u, y * u) for x, y in run], half * u, tool, fill, "heart", MANGO_LEAF)  # type: ignore[arg-type]

    def twist(r: float, hand: int, lead: list[tuple[float, float]]) -> Figure:
        return coil([(x * u, y * u) for x, y in lead], r * u, hand, tool)

    return (
        *twist(6, 1, [(-10, -50), (8, -38), (22, -30), (36, -22)]),
        *twist(6.5, -1, [(10, 14), (-6, 4), (-26, -2), (-44, -4)]),
        *twist(6, 1, [(10, 60), (-6, 66), (-16, 74), (-22, 84)]),
        *twist(6, -1, [(0, 92), (16, 88), (34, 90), (48, 84)]),
        *blade([(6, 42), (-18, 46), (-38, 62), (-60, 60)], 7.5, "core"),
        *blade([(-8, -30), (14, -22), (40, -24), (62, -14)], 7.5, "split"),
        *trailing(sine(190 * u, 12 * u), 5.4 * u, tool),
        *placed_at(mango_twig(26 * u, tool, 2), -13 * u, -78 * u, 18.0),
        *placed_at(mango_twig(21 * u, tool, 3), 38 * u, 18 * u, -20.0),
        *grapes(9.6 * u, tool, -46 * u, 24 * u, 10.0, 4),
        *placed_at(grape_leaf(27 * u, tool, "blok"), -32 * u, 18 * u, -66.0),
        *grapes(7.8 * u, tool, 56 * u, -64 * u, -8.0, 8, 4),
        *placed_at(grape_leaf(27 * u, tool, "sawut", -0.07), 40 * u, -70 * u, 34.0),
    )


GENERATOR = Generator(
    about=About(
        id="manggur",
        name=Words("Manggur", "Manggur"),
        meaning=Words(
            "Mangga dan anggur, dua hasil bumi yang memberi nama kota Bayuangga (bayu, anggur, mangga).",
            "Mango and grape, the two fruits in the city's by-name Bayuangga (bayu the wind, anggur, mangga).",
        ),
        family="probolinggo",
        region=Words("Kota Probolinggo, Jawa Timur", "Probolinggo City, East Java"),
        source="Name and fruits: bayuangga.com, batik khas; merdeka.com, jatim manggur; goodnewsfromindonesia.id "
        "2022/12/02. Composition drawn for this program, to be approved by a local instructor.",
        version=2,
    ),
    parameters=(
        size(168.0, 110.0, 240.0),
        ISEN,
        LATAR,
        Parameter("column", "bool", False, Words("Lajur: tepi tetap bebas", "Column: edges kept clear")),
        line_width(0.9),
    ),
    draw=_draw,
)
