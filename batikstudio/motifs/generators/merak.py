"""Merak: a peacock with its train."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.birds import peacock
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    size_mm = number(values, "size_mm")
    figure = peacock(0.95 * size_mm, pen(values))
    repeat = CustomaryRepeat("half-drop 1/2", 1.02 * size_mm, size_mm)
    return laid(figure, repeat, pen(values), str(values["latar"]), mirrored=False)


GENERATOR = Generator(
    about=About(
        id="merak",
        name=Words("Merak", "Merak (peacock)"),
        meaning=Words(
            "Burung merak, unsur burung pada semen dan wahyu tumurun.",
            "The peacock, a bird of semen and wahyu tumurun.",
        ),
        family="semen",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Semen and its elements: pegawainegeri.net, motif tradisional; harmonierpress.com, semen. Wahyu "
        "tumurun with facing birds or peacocks: pegawainegeri.net.",
    ),
    parameters=(
        size(150.0, 90.0, 300.0),
        ISEN,
        LATAR,
        line_width(),
    ),
    draw=_draw,
)
