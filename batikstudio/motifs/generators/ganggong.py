"""Ganggong: stars whose four long rays end in stamens that curl; named after a water plant."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import circle, joined, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.ground import cecek
from batikstudio.motifs.ornaments.rosettes import curl, mirrored, petal, ring_of
from batikstudio.motifs.strokes import EIGHTHS, QUARTERS, about, dots, framed, line, number, orbit, placed

LONG, SHORT, CURL = 0.48, 0.3, 0.06
"""The reach of the long and the short rays and the radius of a curl, in sides of the cell."""

CECEK_MM = 1.1
_DIAGONALS = tuple(turn @ Affine.rotation(45) for turn in QUARTERS)
_BETWEEN = tuple(turn @ Affine.rotation(22.5) for turn in EIGHTHS)


def _draw(values: dict[str, Value]) -> Drawn:
    a, thick = number(values, "size_mm"), number(values, "line_mm")
    isen = bool(values["isen"])
    parts = [*_stamens(a, thick), *_star(a, thick, isen), *_second(a, thick, isen)]
    if values["latar"]:
        parts += cecek("accent", parts, a, 2.4, CECEK_MM, 0.6)
    return tuple(parts), CustomaryRepeat("grid", a, a, "p4m")


def _stamens(a: float, thick: float) -> list[Part]:
    """Return the two curling ends of each long ray and a smaller pair on each short one, white with a brown edge."""
    # A curl is drawn along x and then leaned away from its ray.
    pairs = []
    for start, length, lean_deg, radius in ((0.3 * a, 0.1 * a, 38, CURL * a), (0.2 * a, 0.085 * a, 46, 0.7 * CURL * a)):
        lean = Affine.translation(start, 0.0) @ Affine.rotation(lean_deg)
        stamen = joined([smooth([(0.0, 0.0), (length, 0.0)]), curl((length, 0.0), radius)])
        pairs.append(joined(mirrored([stamen.transformed(lean)])))
    long, short = pairs
    both = joined([orbit(long, QUARTERS), orbit(short, _DIAGONALS)])
    return [line("outline", both, 2.6 * thick), line("body", both, 1.15 * thick)]


def _star(a: float, thick: float, isen: bool) -> list[Part]:
    """Return the eight rays, the ring of dots and the heart."""
    long = petal(0.07 * a, LONG * a, 0.05 * a, pointed=True)
    short = petal(0.07 * a, SHORT * a, 0.058 * a, pointed=True)
    parts = [*framed("body", orbit(short, _DIAGONALS), thick), *framed("body", orbit(long, QUARTERS), thick)]
    if isen:
        parts.append(line("accent", orbit(smooth([(0.13 * a, 0.0), (0.36 * a, 0.0)]), QUARTERS), 0.6 * thick, "isen"))
        parts.append(
            line("accent", orbit(smooth([(0.13 * a, 0.0), (0.205 * a, 0.0)]), _DIAGONALS), 0.6 * thick, "isen")
        )
        parts.append(dots("accent", placed(QUARTERS, [(0.4 * a, 0.0)]), max(0.018 * a, 0.7)))
        parts.append(dots("accent", placed(_DIAGONALS, [(0.24 * a, 0.0)]), max(0.018 * a, 0.7)))
    parts.append(dots("filler", placed(_BETWEEN, [(0.19 * a, 0.0)]), max(0.024 * a, 0.9)))
    parts += framed("heart", circle(0, 0, 0.095 * a), thick)
    return [*parts, dots("filler", np.array([(0.0, 0.0), *map(tuple, ring_of(0.057 * a, 8))]), max(0.017 * a, 0.7))]


def _second(a: float, thick: float, isen: bool) -> list[Part]:
    """Return the flower in the middle of the cell, its leaves, and the dots where two long rays meet."""
    turns, quarters = about(a / 2, a / 2, EIGHTHS), about(a / 2, a / 2, QUARTERS)
    leaf = petal(0.16 * a, 0.3 * a, 0.04 * a, pointed=True)
    drop = petal(0.055 * a, 0.178 * a, 0.05 * a, pointed=False)
    parts = [*framed("heart", orbit(leaf, quarters), 0.8 * thick), *framed("body", orbit(drop, turns), 0.8 * thick)]
    if isen:
        parts.append(dots("accent", placed(turns, [(0.14 * a, 0.0)]), max(0.024 * a, 0.7)))
        parts.append(line("accent", orbit(smooth([(0.085 * a, 0.0), (0.115 * a, 0.0)]), turns), 0.6 * thick, "isen"))
        parts.append(dots("filler", placed(quarters, [(0.205 * a, 0.0), (0.235 * a, 0.0), (0.26 * a, 0.0)]), 0.8))
    parts += framed("accent", circle(a / 2, a / 2, 0.052 * a), 0.7 * thick, "filler")
    parts.append(dots("filler", [(a / 2, a / 2)], max(0.03 * a, 0.8)))
    sides = about(a / 2, 0.0, _DIAGONALS) + about(0.0, a / 2, _DIAGONALS)
    return [*parts, dots("filler", placed(sides, [(0.034 * a, 0.0)]), max(0.022 * a, 0.9))]


GENERATOR = Generator(
    about=About(
        id="ganggong",
        name=Words("Ganggong", "Ganggong"),
        meaning=Words(
            "Nama sejenis tumbuhan air; bintang atau silang yang ujung tangannya memanjang seperti benang sari "
            "melingkar.",
            "The name of a water plant; a star or cross whose arms end stretched like curling stamens.",
        ),
        family="ceplok",
        region=Words("Jawa Tengah", "Central Java"),
        source="Form and name: noewidya26.blogspot.com, pola batik; the measures are estimates.",
    ),
    parameters=(
        Parameter("size_mm", "float", 50.0, Words("Ukuran", "Size"), "mm", 38.0, 80.0),
        Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)")),
        Parameter("latar", "bool", True, Words("Cecek latar", "Dots on the ground")),
        Parameter("line_mm", "float", 0.7, Words("Tebal garis", "Line width"), "mm", 0.4, 1.0),
    ),
    draw=_draw,
)
