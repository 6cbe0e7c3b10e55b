"""Semen rama: garuda, meru, tree, wing, bird and flames."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About
from batikstudio.motifs.ornaments.birds import phoenix
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.court import flames, gurda, lar, meru, tree
from batikstudio.motifs.ornaments.semen import SHIFTED, Piece, Scene, Scroll, semen
from batikstudio.motifs.strokes import number

_SCENE = Scene(
    pieces=(
        Piece(gurda, 0.0, -0.17, 0.46),
        Piece(meru, 0.5, 0.24, 0.3),
        Piece(tree, 0.0, 0.25, 0.26),
        Piece(flames, 0.5, -0.24, 0.22),
        Piece(lar, 0.33, -0.04, 0.2, 0.0),
        Piece(phoenix, 0.29, 0.25, 0.22, 0.0, True),
    ),
    scrolls=(
        Scroll(((0.14, 0.37), (0.17, 0.31), (0.19, 0.26)), 0.04, -1),
        Scroll(((0.44, -0.1), (0.405, -0.16), (0.34, -0.21)), 0.04, 1),
    ),
)


def _draw(values: dict[str, Value]) -> Drawn:
    return semen(_SCENE, number(values, "size_mm"), pen(values), str(values["latar"]), bool(values["shifted"]))


GENERATOR = Generator(
    about=About(
        id="semen_rama",
        name=Words("Semen Rama", "Semen Rama"),
        meaning=Words(
            "Semen dengan gurda, meru, pohon hayat, lar, burung dan lidah api: dunia darat, udara dan air.",
            "Semen with garuda, meru, tree of life, wing, bird and flames: the worlds of land, air and water.",
        ),
        family="semen",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Semen and its elements: pegawainegeri.net, motif tradisional; harmonierpress.com, semen. "
        "Larangan: kompas.tv 448315 and 218390.",
        larangan=LARANGAN,
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
