"""Semen gedhe sawat lar: large wings among small plants."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.court import flames, lar, meru, sawat, tree
from batikstudio.motifs.ornaments.semen import SHIFTED, Piece, Scene, Scroll, semen
from batikstudio.motifs.strokes import number

_SCENE = Scene(
    pieces=(
        Piece(sawat, 0.0, -0.17, 0.5),
        Piece(lar, 0.335, 0.1, 0.3),
        Piece(meru, 0.5, 0.28, 0.22),
        Piece(tree, 0.0, 0.22, 0.28),
        Piece(flames, 0.5, -0.25, 0.2),
    ),
    scrolls=(
        Scroll(((0.13, 0.37), (0.2, 0.33), (0.27, 0.33)), 0.042, -1),
        Scroll(((0.44, -0.14), (0.395, -0.2), (0.33, -0.24)), 0.042, 1),
    ),
)


def _draw(values: dict[str, Value]) -> Drawn:
    return semen(_SCENE, number(values, "size_mm"), pen(values), str(values["latar"]), bool(values["shifted"]))


GENERATOR = Generator(
    about=About(
        id="semen_sawat_lar",
        name=Words("Semen Gedhe Sawat Lar", "Semen Gedhe Sawat Lar"),
        meaning=Words(
            "Semen besar dengan sawat dan lar (sayap) sebagai unsur utama.",
            "The large semen with sawat and lar (wings) as its main elements.",
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
