"""Semen gedhe sawat gurda: large garudas among small plants."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About
from batikstudio.motifs.ornaments.birds import phoenix
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.court import gurda, lar, meru, sawat, tree
from batikstudio.motifs.ornaments.semen import SHIFTED, Piece, Scene, Scroll, semen
from batikstudio.motifs.strokes import number

_SCENE = Scene(
    pieces=(
        Piece(gurda, 0.0, -0.14, 0.62),
        Piece(meru, 0.5, 0.22, 0.28),
        Piece(sawat, 0.5, -0.28, 0.3),
        Piece(tree, 0.0, 0.3, 0.22),
        Piece(lar, 0.33, 0.13, 0.19),
        Piece(phoenix, 0.27, 0.33, 0.16, 0.0, True),
    ),
    scrolls=(Scroll(((0.1, 0.36), (0.13, 0.29), (0.15, 0.24)), 0.032, -1),),
)


def _draw(values: dict[str, Value]) -> Drawn:
    return semen(_SCENE, number(values, "size_mm"), pen(values), str(values["latar"]), bool(values["shifted"]))


GENERATOR = Generator(
    about=About(
        id="semen_sawat_gurda",
        name=Words("Semen Gedhe Sawat Gurda", "Semen Gedhe Sawat Gurda"),
        meaning=Words(
            "Semen besar dengan gurda (garuda) sebagai unsur utama.",
            "The large semen with the garuda as its main element.",
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
