"""Kawung in pairs: two ovals side by side on each edge of a square lattice, slender flowers on its corners."""

from __future__ import annotations

import math

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import circle, ellipse, polyline
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.rosettes import petal, ring_of
from batikstudio.motifs.strokes import QUARTERS, about, dots, framed, line, number, orbit, placed

LONG, SHORT, APART = 0.236, 0.17, 0.19
"""Half-axes of an oval and its distance from the edge of the lattice, in sides of the cell."""

_DIAGONALS = tuple(turn @ Affine.rotation(45) for turn in QUARTERS)


def _draw(values: dict[str, Value]) -> Drawn:
    a, thick, isen = number(values, "size_mm"), number(values, "line_mm"), bool(values["isen"])
    edges = (Affine.translation(a / 2, 0.0), Affine.translation(0.0, a / 2) @ Affine.rotation(90))
    pairs = tuple(edge @ Affine.translation(0.0, side * APART * a) for edge in edges for side in (-1, 1))
    white = ellipse(0, 0, LONG * a, SHORT * a)
    parts = [*framed("body", orbit(white, pairs), thick)]
    if isen:
        along = 0.3 * LONG * a
        parts.append(dots("accent", placed(pairs, [(-along, 0.0), (along, 0.0)]), max(0.026 * a, 1.1)))
    return (*parts, *_flower(a, thick, isen), *_square(a, thick, isen)), CustomaryRepeat("grid", a, a, "p4m")


def _flower(a: float, thick: float, isen: bool) -> list[Part]:
    """Return the flower on a corner: four slender leaves on the diagonals, fans of cecek between them."""
    leaf = petal(0.06 * a, 0.33 * a, 0.034 * a, pointed=True)
    parts = [*framed("body", orbit(leaf, _DIAGONALS), thick), *framed("body", circle(0, 0, 0.034 * a), thick)]
    parts.append(dots("accent", [(0.0, 0.0)], max(0.02 * a, 0.9)))
    if isen:
        rib = polyline([(0.13 * a, 0.0), (0.26 * a, 0.0)])
        parts.append(line("accent", orbit(rib, _DIAGONALS), 0.5 * thick, "isen"))
        fan = [(0.08 * a, 0.0), (0.12 * a, 0.0), (0.16 * a, 0.0), (0.2 * a, 0.0), (0.24 * a, 0.0)]
        for degrees, shares in ((16.0, (0.145, 0.185, 0.225)), (-16.0, (0.145, 0.185, 0.225))):
            angle = math.radians(degrees)
            fan += [(share * a * math.cos(angle), share * a * math.sin(angle)) for share in shares]
        parts.append(dots("filler", placed(QUARTERS, fan), max(0.016 * a, 0.85)))
    return parts


def _square(a: float, thick: float, isen: bool) -> list[Part]:
    """Return what lies between four ovals in the middle of the cell: a ring of cecek about a small disc."""
    corners = about(a / 2, a / 2, _DIAGONALS)
    middle = Affine.translation(a / 2, a / 2)
    disc = circle(a / 2, a / 2, 0.032 * a)
    parts = [*framed("accent", disc, 0.7 * thick, "filler"), dots("filler", [(a / 2, a / 2)], max(0.022 * a, 0.9))]
    if isen:
        count = 12 if a > 50 else 8
        parts.append(dots("filler", placed((middle,), ring_of(0.075 * a, count)), max(0.018 * a, 0.85)))
        row = [(0.115 * a, 0.0), (0.15 * a, 0.0), (0.182 * a, 0.0)]
        parts.append(dots("accent", placed(corners, row), max(0.018 * a, 1.0)))
    return parts


GENERATOR = Generator(
    about=About(
        id="kawung_seling",
        name=Words("Kawung seling bunga", "Kawung with flowers between"),
        meaning=Words(
            "Bulatan kawung berpasangan, berseling bunga berdaun empat. Kawung berarti kesucian dan pengendalian diri.",
            "Ovals of kawung in pairs, four-leaved flowers between them. Kawung stands for purity and self-control.",
        ),
        family="kawung",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Meaning of kawung: common knowledge of the craft. Larangan: the list of the Kraton Yogyakarta, "
        "kompas.tv 218390, 448315. The construction follows finished cloths; the name only describes it.",
        larangan=LARANGAN,
        ground="keep1",
    ),
    parameters=(
        Parameter("size_mm", "float", 64.0, Words("Ukuran", "Size"), "mm", 40.0, 110.0),
        Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)")),
        Parameter("line_mm", "float", 1.1, Words("Tebal garis", "Line width"), "mm", 0.6, 1.4),
    ),
    draw=_draw,
)
