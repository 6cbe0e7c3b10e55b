"""Lung-lungan: scroll vines, logarithmic spirals with leaves in turn."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.figures import Figure, Pen, moved
from batikstudio.motifs.ornaments.foliage import lung, shoot
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.ornaments.vines import sine, trailing
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    w, tool = number(values, "size_mm"), pen(values)
    return laid(_scrolls(w, tool), CustomaryRepeat("brick 1/2", w, 0.43 * w), tool, str(values["latar"]))


def _scrolls(w: float, tool: Pen) -> Figure:
    """Return one period of a running vine: in each of its bends a scroll, outside it leaves in turn."""
    run = [(x * w, y * w) for x, y in ((-0.49, 0.006), (-0.43, 0.036), (-0.35, 0.058), (-0.26, 0.066))]
    scroll = lung(run, 0.098 * w, -1, tool, 0.02 * w, 0.085 * w, (0.2, 0.34, 0.48, 0.6, 0.7))
    vine = sine(w, 0.13 * w, True, 0.0, 180.0)
    leaves = [
        part
        for side, at, long in ((1, 0.06, 0.1), (1, 0.15, 0.11), (1, 0.24, 0.11), (1, 0.33, 0.1))
        for part in shoot(vine, side, at, long * w, tool, "core" if at in (0.15, 0.33) else "sawut")
    ]
    # A glide along the vine carries each bend into the next.
    glide = Affine.translation(w / 2, 0.0) @ Affine.scaling(1.0, -1.0)
    half = (*leaves, *scroll)
    return (*half, *moved(half, glide), *trailing(vine, 0.026 * w, tool))


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
        source="A family of the non-geometric motifs: wikipedia.org, batik; infobatik.id. Spirals, leaves in turn: an "
        "estimate drawn for this program.",
    ),
    parameters=(
        size(180.0, 120.0, 280.0),
        ISEN,
        LATAR,
        line_width(0.8),
    ),
    draw=_draw,
)
