"""Kupu: a butterfly among small flowers."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.birds import butterfly
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    size_mm = number(values, "size_mm")
    figure = butterfly(0.92 * size_mm, pen(values))
    repeat = CustomaryRepeat("half-drop 1/2", size_mm, 0.86 * size_mm, "cm")
    return laid(figure, repeat, pen(values), str(values["latar"]), mirrored=True)


GENERATOR = Generator(
    about=About(
        id="kupu",
        name=Words("Kupu", "Kupu (butterfly)"),
        meaning=Words(
            "Kupu-kupu; pengisi wajik pada kain sido.",
            "The butterfly; one of the figures that fill the diamonds of sido cloths.",
        ),
        family="semen",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Cells of sido cloths: text-id.123dok 7q071d7vz, sidoluhur and sidoasih.",
    ),
    parameters=(
        size(60.0, 30.0, 140.0),
        ISEN,
        LATAR,
        line_width(),
    ),
    draw=_draw,
)
