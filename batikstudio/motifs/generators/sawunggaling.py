"""Sawunggaling: a hero bird between cock and peacock."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.birds import cock
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    size_mm = number(values, "size_mm")
    figure = cock(0.95 * size_mm, pen(values))
    repeat = CustomaryRepeat("half-drop 1/2", 1.02 * size_mm, size_mm)
    return laid(figure, repeat, pen(values), str(values["latar"]), mirrored=False)


GENERATOR = Generator(
    about=About(
        id="sawunggaling",
        name=Words("Sawunggaling", "Sawunggaling"),
        meaning=Words(
            "Burung perkasa mirip ayam jantan, digambar besar sebagai hewan utama.",
            "A heroic bird, like a cock, drawn large as the main animal.",
        ),
        family="semen",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Hero animals of batik, 20 to 35 cm: common knowledge of the craft.",
    ),
    parameters=(
        size(220.0, 120.0, 350.0),
        ISEN,
        LATAR,
        line_width(),
    ),
    draw=_draw,
)
