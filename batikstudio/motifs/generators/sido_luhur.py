"""Sido Luhur: figures in a lattice of diamonds."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About
from batikstudio.motifs.ornaments.birds import butterfly, phoenix
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.court import lar, sawat, throne, tree
from batikstudio.motifs.ornaments.sido import Cells, Inmate, sido
from batikstudio.motifs.strokes import number

_CELLS = Cells(
    upright=(Inmate(throne, 0.5, -0.03), Inmate(tree, 0.53), Inmate(sawat, 0.57), Inmate(butterfly, 0.48)),
    sideways=(Inmate(lar, 0.5), Inmate(phoenix, 0.48)),
)


def _draw(values: dict[str, Value]) -> Drawn:
    return sido(_CELLS, number(values, "size_mm"), pen(values), str(values["latar"]))


GENERATOR = Generator(
    about=About(
        id="sido_luhur",
        name=Words("Sido Luhur", "Sido Luhur"),
        meaning=Words(
            "Harapan menjadi luhur; dipakai pada pernikahan.",
            "The wish to become noble; worn at weddings.",
        ),
        family="sido",
        region=Words("Surakarta, Jawa Tengah", "Surakarta, Central Java"),
        source="Meaning and cells of throne or meru, tree of life, sawat, butterfly, small plants in the corners: "
        "text-id.123dok 7q071d7vz, sidoluhur and sidoasih; use: common knowledge of the craft.",
        ground="kept",
    ),
    parameters=(
        size(80.0, 60.0, 100.0),
        ISEN,
        LATAR,
        line_width(),
    ),
    draw=_draw,
)
