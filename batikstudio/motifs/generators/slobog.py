"""Slobog: a grid of squares, each crossed by its diagonals, with a small leaf in each of the four fields."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import circle, joined, polyline, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.rosettes import mirrored, petal
from batikstudio.motifs.strokes import QUARTERS, area, dots, framed, line, number, orbit, placed


def _draw(values: dict[str, Value]) -> Drawn:
    a, thick, isen = number(values, "size_mm"), number(values, "line_mm"), bool(values["isen"])
    half = a / 2
    # Diagonals run from square to square: the net of lozenges that they make is white, like the edges.
    bars = [polyline([(-half, -half), (half, half)]), polyline([(-half, half), (half, -half)])]
    edges = [polyline([(-half, half), (half, half)]), polyline([(half, -half), (half, half)])]
    width = min(0.075 * a, 6.0 - 2 * thick)
    net = joined([*bars, *edges])
    parts = [line("outline", net, width + 2 * thick), line("body", net, width)]
    parts.append(line("inline", net, 0.5 * thick))
    parts += _leaves(a, thick, isen)
    parts += _knots(a, thick)
    return tuple(parts), CustomaryRepeat("grid", a, a, "p4m")


def _leaves(a: float, thick: float, isen: bool) -> list[Part]:
    """Return a leaf in each field, pointing away from the middle of the square, on a ground of cecek."""
    leaf = petal(0.16 * a, 0.41 * a, 0.075 * a, pointed=True)
    parts = [*framed("body", orbit(leaf, QUARTERS), thick)]
    if isen:
        rib = [smooth([(0.2 * a, 0.0), (0.36 * a, 0.0)])]
        veins = mirrored([smooth([(x * a, 0.012 * a), ((x + 0.03) * a, 0.045 * a)]) for x in (0.22, 0.26, 0.3)])
        parts.append(line("accent", orbit(joined(rib + veins), QUARTERS), 0.5 * thick, "isen"))
        row = np.array(
            [(x * a, side * y * a) for x, y in ((0.31, 0.165), (0.375, 0.13), (0.385, 0.22)) for side in (-1, 1)]
        )
        parts.append(dots("accent", placed(QUARTERS, row), max(0.035 * a, 0.9)))
    return parts


def _knots(a: float, thick: float) -> list[Part]:
    """Return the disc where diagonals cross and the small square at the corners of the grid."""
    r = 0.085 * a
    diamond = polyline([(r, 0), (0, r), (-r, 0), (0, -r)], closed=True).transformed(Affine.translation(a / 2, a / 2))
    return [
        *framed("heart", circle(0, 0, r), thick),
        dots("filler", [(0, 0)], 0.6 * r),
        *framed("body", diamond, thick),
        area("accent", circle(a / 2, a / 2, 0.35 * r)),
    ]


GENERATOR = Generator(
    about=About(
        id="slobog",
        name=Words("Slobog", "Slobog"),
        meaning=Words(
            "Dipakai pada upacara pemakaman (layatan). Bentuknya di sini belum pasti.",
            "Worn at funerals. Its form here is not certain.",
        ),
        family="ceplok",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Use: common knowledge of the craft. Construction, squares with a cross and four small leaves: "
        "(uncertain).",
        uncertain=True,
    ),
    parameters=(
        Parameter("size_mm", "float", 30.0, Words("Ukuran", "Size"), "mm", 18.0, 60.0),
        Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)")),
        Parameter("line_mm", "float", 0.7, Words("Tebal garis", "Line width"), "mm", 0.4, 1.2),
    ),
    draw=_draw,
)
