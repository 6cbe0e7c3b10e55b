"""Pohon hayat: the tree of life."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.court import tree
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    size_mm = number(values, "size_mm")
    figure = tree(0.95 * size_mm, pen(values))
    repeat = CustomaryRepeat("half-drop 1/2", 0.98 * size_mm, 1.04 * size_mm, "cm")
    return laid(figure, repeat, pen(values), str(values["latar"]), mirrored=True)


GENERATOR = Generator(
    about=About(
        id="pohon_hayat",
        name=Words("Pohon Hayat", "Pohon Hayat (tree of life)"),
        meaning=Words(
            "Pohon kehidupan, unsur semen: dari kata semi, tunas yang tumbuh.",
            "The tree of life, an element of semen: from semi, the shoot that sprouts.",
        ),
        family="semen",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Semen and its elements: pegawainegeri.net, motif tradisional; harmonierpress.com, semen.",
    ),
    parameters=(
        size(110.0, 70.0, 250.0),
        ISEN,
        LATAR,
        line_width(),
    ),
    draw=_draw,
)
