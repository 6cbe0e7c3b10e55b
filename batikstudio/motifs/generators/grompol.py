"""Grompol: a four-lobed flower with four buds, gathered in a cluster; between the clusters, clusters of fruit."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import circle, joined, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.ground import cecek
from batikstudio.motifs.ornaments.rosettes import lobed, mirrored, petal, ring_of
from batikstudio.motifs.strokes import QUARTERS, contour, dots, framed, line, number, orbit, placed

CECEK_MM = 1.2
_DIAGONALS = tuple(turn @ Affine.rotation(45) for turn in QUARTERS)


def _draw(values: dict[str, Value]) -> Drawn:
    a, thick = number(values, "size_mm"), number(values, "line_mm")
    isen = bool(values["isen"])
    unit = 1.36 * a
    parts = [*_buds(unit, thick, isen), *_flower(unit, thick, isen), *_cluster(a, thick), *_sprigs(a, thick, isen)]
    if values["latar"]:
        parts += cecek("accent", parts, a, 2.5, CECEK_MM, 0.65)
    return tuple(parts), CustomaryRepeat("grid", a, a, "p4m")


def _flower(a: float, thick: float, isen: bool) -> list[Part]:
    """Return the flower of four broad round lobes on the axes, with a second line and hairs in each lobe."""
    parts = [*framed("body", lobed(0.115 * a, 0.245 * a, 4), thick)]
    parts.append(line("inline", lobed(0.087 * a, 0.205 * a, 4), 0.55 * thick))
    if isen:
        hairs = mirrored([smooth([(0.105 * a, 0.018 * a), (0.15 * a, 0.034 * a)])])
        hairs.append(smooth([(0.1 * a, 0.0), (0.155 * a, 0.0)]))
        parts.append(line("accent", orbit(joined(hairs), QUARTERS), 0.55 * thick, "isen"))
        tips = [(0.175 * a, 0.0), (0.168 * a, 0.042 * a), (0.168 * a, -0.042 * a)]
        parts.append(dots("accent", placed(QUARTERS, tips), max(0.02 * a, 0.8)))
    parts += framed("heart", circle(0, 0, 0.07 * a), thick)
    return [*parts, dots("filler", [(0, 0), *map(tuple, ring_of(0.042 * a, 8))], max(0.018 * a, 0.6))]


def _buds(a: float, thick: float, isen: bool) -> list[Part]:
    """Return the four buds on the diagonals, each a drop held by two sepals, on a stalk from the flower's notch."""
    stalk = smooth([(0.1 * a, 0.0), (0.2 * a, 0.0)])
    edge = [(0.225 * a, -0.052 * a), (0.285 * a, -0.056 * a)]
    bud = contour(
        [(0.185 * a, 0.0), *edge, (0.352 * a, 0.0), *((x, -y) for x, y in reversed(edge))],
        (3,),
    )
    sepal = contour(
        [(0.165 * a, 0.0), (0.2 * a, 0.05 * a), (0.262 * a, 0.082 * a), (0.225 * a, 0.026 * a)],
        (0, 2),
    )
    parts = [
        line("outline", orbit(stalk, _DIAGONALS), 1.2 * thick),
        *framed("body", orbit(bud, _DIAGONALS), thick),
        *framed("heart", orbit(joined(mirrored([sepal])), _DIAGONALS), 0.8 * thick),
    ]
    if isen:
        split = mirrored([smooth([(0.255 * a, 0.012 * a), (0.285 * a, 0.024 * a), (0.322 * a, 0.01 * a)])])
        parts.append(line("accent", orbit(joined(split), _DIAGONALS), 0.5 * thick, "isen"))
        parts.append(dots("filler", placed(_DIAGONALS, [(0.222 * a, 0.05 * a), (0.222 * a, -0.05 * a)]), 0.7))
    return parts


def _cluster(a: float, thick: float) -> list[Part]:
    """Return the fruit in the middle of the cell: five discs that touch, four smaller ones in their notches."""
    r = 0.056 * a
    centre = Affine.translation(a / 2, a / 2)
    four = joined([circle(x, y, r) for x, y in ((2 * r, 0), (-2 * r, 0), (0, 2 * r), (0, -2 * r))])
    small = [(x * 1.7 * r, y * 1.7 * r) for x in (-1, 1) for y in (-1, 1)]
    return [
        *framed("body", four.transformed(centre), 0.8 * thick),
        *framed("heart", circle(a / 2, a / 2, r), 0.8 * thick),
        dots("filler", placed((centre,), small), 0.8 * r),
        dots("accent", placed((centre,), [(2 * r, 0), (-2 * r, 0), (0, 2 * r), (0, -2 * r)]), 0.8 * r),
        dots("filler", placed((centre,), [(0, 0)]), 0.7 * r),
    ]


def _sprigs(a: float, thick: float, isen: bool) -> list[Part]:
    """Return the figure in the middle of each side: a lozenge between two flowers, a leaf to each side of it."""
    sides = ((a / 2, 0.0, 90.0), (0.0, a / 2, 0.0))
    ways = tuple(Affine.translation(x, y) @ Affine.rotation(turn + half) for x, y, turn in sides for half in (0, 180))
    leaf = petal(0.055 * a, 0.3 * a, 0.068 * a, pointed=True)
    parts = [*framed("body", orbit(leaf, ways), 0.9 * thick)]
    if isen:
        rib = [smooth([(0.09 * a, 0.0), (0.26 * a, 0.0)])]
        veins = mirrored(
            [smooth([(x * a, 0.008 * a), ((x + 0.024) * a, 0.042 * a)]) for x in (0.105, 0.14, 0.175, 0.21)]
        )
        parts.append(line("accent", orbit(joined(rib + veins), ways), 0.5 * thick, "isen"))
    middle = tuple(Affine.translation(x, y) for x, y, _ in sides)
    return [
        *parts,
        *framed("accent", orbit(circle(0, 0, 0.045 * a), middle), 0.8 * thick, "filler"),
        dots("filler", np.array([(a / 2, 0.0), (0.0, a / 2)]), max(0.026 * a, 0.9)),
    ]


GENERATOR = Generator(
    about=About(
        id="grompol",
        name=Words("Grompol", "Grompol"),
        meaning=Words(
            "Grompol berarti berkumpul: harapan agar rezeki dan kebahagiaan berkumpul; dipakai pada pernikahan.",
            "Grompol means gathered: the wish that fortune and happiness come together; worn at weddings.",
        ),
        family="ceplok",
        region=Words("Yogyakarta", "Yogyakarta"),
        source="Meaning and use: common knowledge of the craft. Four-lobed flower and four buds: an instructor's view "
        "of ceplok grompol; all measures are estimates.",
    ),
    parameters=(
        Parameter("size_mm", "float", 46.0, Words("Ukuran", "Size"), "mm", 36.0, 80.0),
        Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)")),
        Parameter("latar", "bool", True, Words("Cecek latar", "Dots on the ground")),
        Parameter("line_mm", "float", 0.8, Words("Tebal garis", "Line width"), "mm", 0.5, 1.1),
    ),
    draw=_draw,
)
