"""Jlamprang: the nitik of Pekalongan, star discs of square dots in a net of circles or squares."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.nitik import (
    Figure,
    Place,
    eightfold,
    joined_figures,
    lozenge,
    on_cell,
    ray,
    ring,
    rows_about,
    slanted,
    square_dots,
)
from batikstudio.motifs.strokes import number

SIDE = 28
"""Places along the side of a cell."""
DISC = 11
"""The radius of a disc, in places."""


def _draw(values: dict[str, Value]) -> Drawn:
    size = number(values, "size_mm")
    net = ring(DISC + 2) if values["net"] == "circle" else _square(SIDE // 2 - 1)
    cell = on_cell(joined_figures([{"accent": net}, star_disc()]), _knot(), SIDE)
    if values["latar"]:
        rows = rows_about(cell, SIDE)
        cell["accent"] = cell["accent"].union(*(rows[k] for k in rows if k % 2 == 0))
    return tuple(square_dots(cell, size / SIDE)), CustomaryRepeat("grid", size, size, "p4m")


def _square(reach: int) -> set[Place]:
    return eightfold((reach, j) for j in range(reach + 1))


def star_disc() -> Figure:
    """Return a disc with a star of eight rays in it, four on the axes and four on the diagonals."""
    long, long_inside = ray(3, 9, 2.2)
    slant, slant_inside = slanted(3, 6, 1.2)
    return joined_figures(
        [
            {"filler": ring(DISC)},
            {"filler": slant | slant_inside},
            {"filler": long, "accent": long_inside},
            {"filler": ring(2), "accent": ring(1), "ground": {(0, 0)}},
        ]
    )


def _knot() -> Figure:
    """Return the small flower between four discs, on its corner."""
    petals = eightfold({(2, 1), (2, 2), (3, 1), (3, 2)})
    return joined_figures([{"accent": lozenge(6)}, {"filler": petals}, {"accent": ring(1), "ground": {(0, 0)}}])


GENERATOR = Generator(
    about=About(
        id="jlamprang",
        name=Words("Jlamprang", "Jlamprang"),
        meaning=Words(
            "Nitik pesisir dari Pekalongan yang meniru tenun patola: bintang delapan dalam bulatan, berwarna cerah.",
            "The nitik of the coast, from Pekalongan, after woven patola: stars of eight rays in discs, in bright "
            "colours.",
        ),
        family="nitik",
        region=Words("Pekalongan, Jawa Tengah", "Pekalongan, Central Java"),
        source="Origin and colours: pegawainegeri.net 2014/05, perkembangan motif batik nitik; "
        "umzaragallery.wordpress.com 2011/04/13, pola motif batik nitik. The measures are estimates.",
        ground="keep1",
    ),
    parameters=(
        Parameter("size_mm", "float", 56.0, Words("Ukuran", "Size"), "mm", 44.0, 84.0),
        Parameter(
            "net",
            "choice",
            "square",
            Words("Jaring", "Net"),
            choices={"circle": Words("lingkaran", "circles"), "square": Words("kotak", "squares")},
        ),
        Parameter("latar", "bool", True, Words("Titik latar", "Dots on the ground")),
    ),
    draw=_draw,
)
