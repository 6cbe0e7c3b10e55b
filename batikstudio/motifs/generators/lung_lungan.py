"""Lung-lungan: scroll vines, logarithmic spirals with leaves in turn."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.figures import Figure, Pen
from batikstudio.motifs.ornaments.foliage import lung
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.ornaments.vines import sine, trailing
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    w, tool = number(values, "size_mm"), pen(values)
    return laid(_scrolls(w, tool), CustomaryRepeat("brick 1/2", w, 0.5 * w), tool, str(values["latar"]))


def _scrolls(w: float, tool: Pen) -> Figure:
    """Return one period of a running vine and the four scrolls that leave it, above and below in turn."""
    scrolls = (
        ([(-0.5, 0.0), (-0.4, -0.085), (-0.3, -0.125), (-0.2, -0.165)], 0.085, 1, 0.09),
        ([(-0.2, -0.11), (-0.1, -0.02), (-0.02, 0.07), (0.08, 0.13)], 0.075, -1, 0.085),
        ([(0.04, 0.03), (0.14, 0.08), (0.24, 0.12), (0.32, 0.165)], 0.07, -1, 0.08),
        ([(0.26, 0.1), (0.32, 0.02), (0.34, -0.07), (0.32, -0.15)], 0.07, -1, 0.08),
    )
    parts: list[Part] = []
    for lead, radius, hand, long in scrolls:
        run = [(x * w, y * w) for x, y in lead]
        parts += lung(run, radius * w, hand, tool, 0.018 * w, long * w, (0.1, 0.22, 0.34, 0.46, 0.58))
    return (*parts, *trailing(sine(w, 0.12 * w, True, 0.0, 180.0), 0.024 * w, tool))


GENERATOR = Generator(
    about=About(
        id="lung_lungan",
        name=Words("Lung-lungan", "Lung-lungan"),
        meaning=Words(
            "Sulur yang menjalar dan melingkar: hidup yang terus tumbuh.",
            "Vines that trail and wind.",
        ),
        family="lung",
        region=Words("Jawa", "Java"),
        source="A family of the non-geometric motifs: wikipedia.org, batik; infobatik.id. Spirals r = r0 e^(0.18 "
        "angle) of 1.25 to 1.75 turns with leaves in turn: an estimate.",
    ),
    parameters=(
        size(180.0, 120.0, 280.0),
        ISEN,
        LATAR,
        line_width(0.8),
    ),
    draw=_draw,
)
