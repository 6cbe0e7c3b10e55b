"""Lidah api: tongues of fire."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.court import flames
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    size_mm = number(values, "size_mm")
    figure = flames(0.94 * size_mm, pen(values))
    repeat = CustomaryRepeat("half-drop 1/2", 0.94 * size_mm, 1.04 * size_mm, "cm")
    return laid(figure, repeat, pen(values), str(values["latar"]), mirrored=True)


GENERATOR = Generator(
    about=About(
        id="lidah_api",
        name=Words("Lidah Api", "Lidah Api (flames)"),
        meaning=Words(
            "Lidah api, unsur semen.",
            "Tongues of fire, an element of semen.",
        ),
        family="semen",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Semen and its elements: pegawainegeri.net, motif tradisional; harmonierpress.com, semen.",
    ),
    parameters=(
        size(70.0, 40.0, 160.0),
        ISEN,
        LATAR,
        line_width(),
    ),
    draw=_draw,
)
