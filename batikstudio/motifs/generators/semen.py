"""Semen of trees, birds and flames, which anyone wore."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About
from batikstudio.motifs.ornaments.birds import butterfly, phoenix
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.court import flames, tree
from batikstudio.motifs.ornaments.semen import SHIFTED, Piece, Scene, Scroll, semen
from batikstudio.motifs.strokes import number

_SCENE = Scene(
    pieces=(
        Piece(tree, 0.0, -0.13, 0.46),
        Piece(flames, 0.5, 0.26, 0.26),
        Piece(butterfly, 0.5, -0.27, 0.2),
        Piece(phoenix, 0.3, -0.27, 0.2, 0.0, True),
        Piece(phoenix, 0.27, 0.06, 0.25),
        Piece(butterfly, 0.0, 0.3, 0.16),
    ),
    scrolls=(
        Scroll(((0.06, 0.37), (0.11, 0.3), (0.19, 0.31)), 0.045, -1),
        Scroll(((0.44, -0.02), (0.4, -0.1), (0.33, -0.12)), 0.045, 1),
    ),
)


def _draw(values: dict[str, Value]) -> Drawn:
    return semen(_SCENE, number(values, "size_mm"), pen(values), str(values["latar"]), bool(values["shifted"]))


GENERATOR = Generator(
    about=About(
        id="semen",
        name=Words("Semen", "Semen"),
        meaning=Words(
            "Dari kata semi, tunas yang tumbuh: hidup dan kesuburan. Tanpa meru, sawat dan lar, boleh dipakai "
            "siapa saja.",
            "From semi, to sprout: life and fertility. Without meru, sawat and lar anyone wore it.",
        ),
        family="semen",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Semen and its elements: pegawainegeri.net, motif tradisional; harmonierpress.com, semen. "
        "Larangan: kompas.tv 448315 and 218390.",
    ),
    parameters=(
        size(300.0, 250.0, 400.0),
        SHIFTED,
        ISEN,
        LATAR,
        line_width(),
    ),
    draw=_draw,
)
