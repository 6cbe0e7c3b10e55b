"""Truntum: small eight-petalled flowers, white on a dark ground, two kinds in turn on a centred square lattice."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, circle, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.strokes import EIGHTHS, QUARTERS, about, contour, dots, framed, line, number, orbit, placed

_FIRST = Affine.rotation(22.5)
_BETWEEN = tuple(turn @ _FIRST for turn in EIGHTHS)
"""The eight directions between the petals."""


def petal(root: float, tip: float, half_width: float, pointed: bool) -> Path:
    """Return a petal along x from ``root`` to ``tip``, mm: a lance with a point, or a drop with a round end."""
    span = tip - root
    if pointed:
        upper = [(root + 0.34 * span, half_width), (root + 0.66 * span, 0.82 * half_width)]
        lower = [(x, -y) for x, y in reversed(upper)]
        return contour([(root, 0.0), *upper, (tip, 0.0), *lower], (0, 3))
    upper = [(root + 0.4 * span, 0.66 * half_width), (root + 0.76 * span, half_width)]
    lower = [(x, -y) for x, y in reversed(upper)]
    return contour([(root, 0.0), *upper, (tip, 0.0), *lower], (0,))


def _draw(values: dict[str, Value]) -> Drawn:
    a, thick = number(values, "size_mm"), number(values, "line_mm")
    isen = bool(values["isen"])
    parts = [*_star(a, thick, isen), *_daisy(a, thick, isen)]
    if isen:
        parts += _scatter(a)
    return tuple(parts), CustomaryRepeat("grid", a, a, "p4m")


def _star(a: float, thick: float, isen: bool) -> list[Part]:
    """Return the flower at the corner of the square: four long petals, four shorter ones, stamens between them."""
    long = petal(0.07 * a, 0.31 * a, 0.062 * a, pointed=True)
    short = petal(0.07 * a, 0.255 * a, 0.056 * a, pointed=True)
    quarters = tuple(turn @ Affine.rotation(45) for turn in QUARTERS)
    parts = [*framed("body", orbit(short, quarters), thick), *framed("body", orbit(long, QUARTERS), thick)]
    if isen:
        stamen = smooth([(0.17 * a, 0.0), (0.235 * a, 0.0)])
        parts.append(line("accent", orbit(stamen, _BETWEEN), 0.7 * thick, "isen"))
        parts.append(dots("filler", placed(_BETWEEN, [(0.262 * a, 0.0)]), max(0.032 * a, 0.7)))
        rib = smooth([(0.1 * a, 0.0), (0.185 * a, 0.0)])
        parts.append(line("accent", orbit(rib, EIGHTHS), 0.55 * thick, "isen"))
    return [*parts, *framed("body", circle(0, 0, 0.052 * a), thick), dots("accent", [(0, 0)], max(0.045 * a, 0.8))]


def _daisy(a: float, thick: float, isen: bool) -> list[Part]:
    """Return the flower in the middle of the square: eight round petals about a dark eye."""
    maps = about(a / 2, a / 2, EIGHTHS)
    drop = petal(0.075 * a, 0.252 * a, 0.068 * a, pointed=False)
    parts = [*framed("body", orbit(drop, maps), thick)]
    if isen:
        parts.append(dots("accent", placed(maps, [(0.185 * a, 0.0)]), max(0.03 * a, 0.6)))
        between = about(a / 2, a / 2, _BETWEEN)
        parts.append(dots("filler", placed(between, [(0.275 * a, 0.0)]), max(0.032 * a, 0.7)))
        parts.append(dots("accent", placed(between, [(0.222 * a, 0.0)]), max(0.022 * a, 0.5)))
    eye = circle(a / 2, a / 2, 0.064 * a)
    return [*parts, *framed("heart", eye, thick), dots("filler", [(a / 2, a / 2)], max(0.05 * a, 0.8))]


def _scatter(a: float) -> list[Part]:
    """Return the cecek of the ground: a rosette at the middle of each side, and a three on the way between flowers."""
    d = max(0.026 * a, 0.6)
    sides = [(a / 2, 0.0), (0.0, a / 2)]
    maps = tuple(m for x, y in sides for m in about(x, y, QUARTERS))
    skew = 0.08 * a
    # The middle of the short diagonal between a star and a daisy: a white dot, a brown one on each side of it.
    middle, beside = 0.262 * a, 0.042 * a
    threes = [(middle, middle), (middle - beside, middle + beside), (middle + beside, middle - beside)]
    return [
        dots("filler", np.concatenate((np.array(sides), placed(QUARTERS, threes[:1]))), 1.3 * d),
        dots("accent", placed(maps, [(0.058 * a, 0.0), (skew, skew)]), d),
        dots("filler", placed(maps, [(0.116 * a, 0.0)]), d),
        dots("accent", np.concatenate((placed(maps, [(0.158 * a, 0.0)]), placed(QUARTERS, threes[1:]))), 0.85 * d),
    ]


GENERATOR = Generator(
    about=About(
        id="truntum",
        name=Words("Truntum", "Truntum"),
        meaning=Words(
            "Cinta yang bersemi kembali; dipakai orang tua pengantin.",
            "Love that buds again; worn by the parents of the bride and groom.",
        ),
        family="truntum",
        region=Words("Surakarta, Jawa Tengah", "Surakarta, Central Java"),
        source="Made by a queen of Pakubuwana III; meaning and use: pegawainegeri.net, motif tradisional; "
        "white flowers on black-blue: text-id.123dok 4yr1ol1jq, truntum.",
    ),
    parameters=(
        Parameter("size_mm", "float", 26.0, Words("Ukuran", "Size"), "mm", 15.0, 40.0),
        Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)")),
        Parameter("line_mm", "float", 0.5, Words("Tebal garis", "Line width"), "mm", 0.3, 1.0),
    ),
    draw=_draw,
)
