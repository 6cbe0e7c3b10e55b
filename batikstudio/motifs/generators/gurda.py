"""Gurda: the garuda seen from the front."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN_PARTS
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.court import gurda
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    size_mm = number(values, "size_mm")
    figure = gurda(0.96 * size_mm, pen(values))
    repeat = CustomaryRepeat("half-drop 1/2", size_mm, 0.98 * size_mm, "cm")
    return laid(figure, repeat, pen(values), str(values["latar"]), mirrored=True)


GENERATOR = Generator(
    about=About(
        id="gurda",
        name=Words("Gurda", "Gurda (garuda)"),
        meaning=Words(
            "Garuda tampak depan, unsur semen; semen gedhe sawat gurda termasuk larangan.",
            "The garuda seen from the front, an element of semen; semen gedhe sawat gurda is a reserved pattern.",
        ),
        family="semen",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Semen and its elements: pegawainegeri.net, motif tradisional; harmonierpress.com, semen. "
        "Larangan: kompas.tv 448315 and 218390.",
        larangan=LARANGAN_PARTS,
    ),
    parameters=(
        size(160.0, 90.0, 300.0),
        ISEN,
        LATAR,
        line_width(),
    ),
    draw=_draw,
)
