"""Wahyu tumurun: a floating crown over two facing birds, in diamonds of small flowers."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.birds import peacock, phoenix
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.court import crown
from batikstudio.motifs.ornaments.figures import MIRROR, PAIR, moved, placed_at
from batikstudio.motifs.ornaments.frames import chain
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    d, own = number(values, "size_mm"), pen(values)
    draw = {"burung": phoenix, "merak": peacock}[str(values["variant"])]
    # The right one looks to the left.
    right = placed_at(moved(draw(0.25 * d, own), MIRROR), 0.17 * d, 0.09 * d)
    figure = (
        *chain(d, 0.045 * d, 0.018 * d, own),
        *moved(right, *PAIR),
        *placed_at(crown(0.26 * d, own), 0, -0.19 * d),
    )
    repeat = CustomaryRepeat("half-drop 1/2", d / 2, d, "cm")
    return laid(figure, repeat, own, str(values["latar"]), mirrored=True)


GENERATOR = Generator(
    about=About(
        id="wahyu_tumurun",
        name=Words("Wahyu Tumurun", "Wahyu Tumurun"),
        meaning=Words(
            "Turunnya wahyu atau anugerah; dipakai pada pernikahan.",
            "Grace that descends; worn at weddings.",
        ),
        family="sido",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Meaning, crown and facing birds: pegawainegeri.net, motif tradisional.",
    ),
    parameters=(
        size(220.0, 140.0, 320.0),
        Parameter(
            "variant",
            "choice",
            "burung",
            Words("Burung", "Birds"),
            choices={
                "burung": Words("burung berekor panjang", "long-tailed birds"),
                "merak": Words("merak", "peacocks"),
            },
        ),
        ISEN,
        LATAR,
        line_width(),
    ),
    draw=_draw,
)
