"""Meru: a stepped mountain of pointed scales."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN_PARTS
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.court import meru
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    size_mm = number(values, "size_mm")
    figure = meru(0.94 * size_mm, pen(values), int(number(values, "tiers")))
    repeat = CustomaryRepeat("half-drop 1/2", 1.06 * size_mm, 1.06 * size_mm, "cm")
    return laid(figure, repeat, pen(values), str(values["latar"]), mirrored=True)


GENERATOR = Generator(
    about=About(
        id="meru",
        name=Words("Meru", "Meru (mountain)"),
        meaning=Words(
            "Gunung bertingkat, unsur semen; dalam semen bertemu dunia darat, udara dan air.",
            "The stepped mountain, an element of semen, in which the worlds of land, air and water meet.",
        ),
        family="semen",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Semen and its elements: pegawainegeri.net, motif tradisional; harmonierpress.com, semen. "
        "Larangan: kompas.tv 218390.",
        larangan=LARANGAN_PARTS,
    ),
    parameters=(
        size(90.0, 50.0, 200.0),
        Parameter("tiers", "int", 4, Words("Susun", "Tiers"), "", 3, 5),
        ISEN,
        LATAR,
        line_width(),
    ),
    draw=_draw,
)
