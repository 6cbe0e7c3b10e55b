"""Lar: one wing with its feathers in order."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN_PARTS
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.court import lar
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    size_mm = number(values, "size_mm")
    figure = lar(0.96 * size_mm, pen(values))
    repeat = CustomaryRepeat("half-drop 1/2", size_mm, 0.86 * size_mm)
    return laid(figure, repeat, pen(values), str(values["latar"]), mirrored=False)


GENERATOR = Generator(
    about=About(
        id="lar",
        name=Words("Lar", "Lar"),
        meaning=Words(
            "Satu sayap, unsur semen; bersama meru dan sawat menandai semen keraton.",
            "One wing, an element of semen; with meru and sawat it marks the semen of the court.",
        ),
        family="semen",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Semen and its elements: pegawainegeri.net, motif tradisional; harmonierpress.com, semen. "
        "Larangan: kompas.tv 218390.",
        larangan=LARANGAN_PARTS,
    ),
    parameters=(
        size(90.0, 50.0, 200.0),
        ISEN,
        LATAR,
        line_width(),
    ),
    draw=_draw,
)
