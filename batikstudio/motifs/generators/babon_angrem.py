"""Babon angrem: a brooding hen on her nest."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.birds import hen
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    size_mm = number(values, "size_mm")
    figure = hen(0.95 * size_mm, pen(values))
    repeat = CustomaryRepeat("half-drop 1/2", 1.0 * size_mm, 0.84 * size_mm)
    return laid(figure, repeat, pen(values), str(values["latar"]), mirrored=False)


GENERATOR = Generator(
    about=About(
        id="babon_angrem",
        name=Words("Babon Angrem", "Babon Angrem"),
        meaning=Words(
            "Induk ayam mengeram; kesuburan, dipakai pada mitoni (tujuh bulan kehamilan).",
            "The brooding hen; fertility, worn at mitoni in the seventh month of pregnancy.",
        ),
        family="semen",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Meaning and use: myimage.id, motip 4.",
    ),
    parameters=(
        size(120.0, 70.0, 250.0),
        ISEN,
        LATAR,
        line_width(),
    ),
    draw=_draw,
)
