"""Sawat: a pair of wings with a tail between them; mirong without the tail."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN_PARTS
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.court import sawat
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    size_mm = number(values, "size_mm")
    figure = sawat(0.97 * size_mm, pen(values), values["variant"] == "sawat")
    repeat = CustomaryRepeat("half-drop 1/2", size_mm, (0.7 if values["variant"] == "sawat" else 0.56) * size_mm, "cm")
    return laid(figure, repeat, pen(values), str(values["latar"]), mirrored=True)


GENERATOR = Generator(
    about=About(
        id="sawat",
        name=Words("Sawat", "Sawat"),
        meaning=Words(
            "Sepasang sayap dengan ekor, unsur semen; bersama meru dan lar menandai semen keraton.",
            "A pair of wings with a tail, an element of semen; with meru and lar it marks the semen of the court.",
        ),
        family="semen",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Semen and its elements: pegawainegeri.net, motif tradisional; harmonierpress.com, semen. "
        "Larangan: kompas.tv 218390.",
        larangan=LARANGAN_PARTS,
    ),
    parameters=(
        size(160.0, 80.0, 300.0),
        Parameter(
            "variant",
            "choice",
            "sawat",
            Words("Ragam", "Variant"),
            choices={
                "sawat": Words("sawat (sayap dan ekor)", "sawat (wings and tail)"),
                "mirong": Words("mirong (sepasang sayap)", "mirong (a pair of wings)"),
            },
        ),
        ISEN,
        LATAR,
        line_width(),
    ),
    draw=_draw,
)
