"""Alas-alasan: beasts, birds and plants of the forest, scattered without symmetry."""

from __future__ import annotations

from collections.abc import Callable

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.beasts import deer, elephant
from batikstudio.motifs.ornaments.birds import butterfly, peacock, phoenix
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.court import tree
from batikstudio.motifs.ornaments.figures import MIRROR, Figure, Pen, moved, placed_at
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import number

Draw = Callable[[float, Pen], Figure]

_SCENE: tuple[tuple[Draw, float, float, float, float, bool], ...] = (
    (elephant, -0.27, 0.27, 0.34, 0.0, False),
    (deer, 0.24, 0.2, 0.3, 0.0, True),
    (tree, -0.28, -0.24, 0.36, 0.0, False),
    (peacock, 0.16, -0.26, 0.36, 0.0, False),
    (phoenix, 0.0, 0.02, 0.24, 0.0, True),
    (butterfly, 0.42, -0.02, 0.14, 24.0, False),
    (butterfly, 0.03, 0.4, 0.14, -18.0, False),
)
"""The figures: how each is drawn, its place, size and turn in widths of the repeat, whether it looks to the left."""


def _draw(values: dict[str, Value]) -> Drawn:
    width, own = number(values, "size_mm"), pen(values)
    figure: list[Part] = []
    for draw, x, y, share, angle, turned in _SCENE:
        one = draw(share * width, own)
        figure += placed_at(moved(one, MIRROR) if turned else one, x * width, y * width, angle)
    return laid(tuple(figure), CustomaryRepeat("half-drop 1/2", width, 0.98 * width), own, str(values["latar"]))


GENERATOR = Generator(
    about=About(
        id="alas_alasan",
        name=Words("Alas-alasan", "Alas-alasan (forest)"),
        meaning=Words(
            "Hewan dan tumbuhan hutan yang bertebaran, pada dodot dan basahan.",
            "Beasts and plants of the forest, scattered, on dodot and basahan.",
        ),
        family="semen",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Kind of pattern: psychologymania.com, ragam hias batik (after Susanto 1980); noewidya26.blogspot.com, "
        "pola batik. Use: common knowledge of the craft.",
    ),
    parameters=(
        size(240.0, 180.0, 360.0),
        ISEN,
        LATAR,
        line_width(),
    ),
    draw=_draw,
)
