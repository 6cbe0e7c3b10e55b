"""Tumpal: a row of triangles with the shoot of a bamboo, pucuk rebung, inside; for kepala and borders."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen
from batikstudio.motifs.ornaments.figures import moved
from batikstudio.motifs.ornaments.frames import tumpal
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import number

GAP = 0.1
"""Between the points of facing rows, and from row to row, in bases."""


def _draw(values: dict[str, Value]) -> Drawn:
    base, own = number(values, "size_mm"), pen(values)
    high = base * number(values, "ratio")
    gap = GAP * base
    one = tumpal(base, high, own)
    upside_down = Affine.scaling(1, -1)
    if values["rows"] == "facing":
        # Points meet across the middle, as in the kepala of a sarung.
        figure = moved(one, Affine.translation(0, high + gap / 2), upside_down @ Affine.translation(0, high + gap / 2))
        repeat = CustomaryRepeat("grid", base, 2 * high + 2 * gap, "pmm")
    elif values["rows"] == "interleaved":
        # The hanging triangle fills the valley between two that stand, its base cut by the cell's sides.
        apart = high + 2.2 * gap
        figure = moved(
            one,
            Affine.translation(0, apart / 2),
            Affine.translation(base / 2, 0) @ upside_down @ Affine.translation(0, apart / 2),
        )
        repeat = CustomaryRepeat("grid", base, apart + gap, "pmg")
    else:
        figure = moved(one, Affine.translation(0, high / 2))
        repeat = CustomaryRepeat("grid", base, high + gap, "pm")
    return laid(figure, repeat, own, str(values["latar"]), mirrored=True)


GENERATOR = Generator(
    about=About(
        id="tumpal",
        name=Words("Tumpal Pucuk Rebung", "Tumpal (bamboo shoot)"),
        meaning=Words(
            "Deretan segitiga dengan pucuk rebung di dalamnya; untuk kepala sarung dan tepi kain.",
            "A row of triangles with the shoot of a bamboo inside; for the kepala of a sarung and for borders.",
        ),
        family="tumpal",
        region=Words("Jawa dan Madura", "Java and Madura"),
        source="Form and place on the cloth: common knowledge of the craft; kinds of pattern: noewidya26.blogspot.com, "
        "pola batik.",
    ),
    parameters=(
        Parameter("size_mm", "float", 90.0, Words("Lebar alas", "Base width"), "mm", 40.0, 120.0),
        Parameter("ratio", "float", 2.2, Words("Tinggi dibagi alas", "Height over base"), "", 2.0, 3.0),
        Parameter(
            "rows",
            "choice",
            "single",
            Words("Baris", "Rows"),
            choices={
                "single": Words("satu baris", "one row"),
                "facing": Words("berhadapan", "facing"),
                "interleaved": Words("bersela", "interleaved"),
            },
        ),
        ISEN,
        LATAR,
        line_width(),
    ),
    draw=_draw,
)
