"""Truntum: small eight-petalled flowers, white on a dark ground, two kinds in turn on a centred square lattice."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import circle, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.rosettes import petal
from batikstudio.motifs.strokes import EIGHTHS, QUARTERS, about, dots, framed, line, number, orbit, placed

STAR_REACH, DAISY_REACH = 0.425, 0.32
"""How far the flowers reach, in sides of the square: they nearly touch, as on cloth."""

_FIRST = Affine.rotation(22.5)
_BETWEEN = tuple(turn @ _FIRST for turn in EIGHTHS)
"""The eight directions between the petals."""


def _draw(values: dict[str, Value]) -> Drawn:
    a, thick = number(values, "size_mm"), number(values, "line_mm")
    isen = bool(values["isen"])
    parts = [*_star(a, thick, isen), *_daisy(a, thick, isen)]
    if isen:
        parts += _scatter(a)
    return tuple(parts), CustomaryRepeat("grid", a, a, "p4m")


def _star(a: float, thick: float, isen: bool) -> list[Part]:
    """Return the flower at the corner of the square: four long petals, four shorter ones, stamens between them."""
    long = petal(0.075 * a, STAR_REACH * a, 0.082 * a, pointed=True)
    short = petal(0.075 * a, 0.315 * a, 0.074 * a, pointed=True)
    quarters = tuple(turn @ Affine.rotation(45) for turn in QUARTERS)
    parts = [*framed("body", orbit(short, quarters), thick), *framed("body", orbit(long, QUARTERS), thick)]
    if isen:
        stamen = smooth([(0.205 * a, 0.0), (0.265 * a, 0.0)])
        parts.append(line("accent", orbit(stamen, _BETWEEN), 0.7 * thick, "isen"))
        parts.append(dots("filler", placed(_BETWEEN, [(0.305 * a, 0.0)]), max(0.05 * a, 0.9)))
        parts.append(line("accent", orbit(smooth([(0.12 * a, 0.0), (0.25 * a, 0.0)]), QUARTERS), 0.6 * thick, "isen"))
        parts.append(line("accent", orbit(smooth([(0.12 * a, 0.0), (0.21 * a, 0.0)]), quarters), 0.6 * thick, "isen"))
        parts.append(dots("accent", placed(QUARTERS, [(0.29 * a, 0.0)]), max(0.028 * a, 0.5)))
        parts.append(dots("accent", placed(quarters, [(0.245 * a, 0.0)]), max(0.025 * a, 0.5)))
    return [*parts, *framed("body", circle(0, 0, 0.06 * a), thick), dots("accent", [(0, 0)], max(0.05 * a, 0.7))]


def _daisy(a: float, thick: float, isen: bool) -> list[Part]:
    """Return the flower in the middle of the square: eight round petals about a dark eye."""
    maps = about(a / 2, a / 2, EIGHTHS)
    drop = petal(0.085 * a, DAISY_REACH * a, 0.089 * a, pointed=False)
    parts = [*framed("body", orbit(drop, maps), thick)]
    if isen:
        parts.append(line("accent", orbit(smooth([(0.15 * a, 0.0), (0.205 * a, 0.0)]), maps), 0.6 * thick, "isen"))
        parts.append(dots("accent", placed(maps, [(0.25 * a, 0.0)]), max(0.036 * a, 0.5)))
        # Only on the way to the voids: the flower stands close to its neighbours on the diagonals.
        between = about(a / 2, a / 2, _BETWEEN)
        parts.append(dots("filler", placed(between, [(0.33 * a, 0.0)]), max(0.045 * a, 0.85)))
    eye = circle(a / 2, a / 2, 0.075 * a)
    return [*parts, *framed("heart", eye, thick), dots("filler", [(a / 2, a / 2)], max(0.06 * a, 0.8))]


def _scatter(a: float) -> list[Part]:
    """Return the cecek of the ground: a rosette at the middle of each side, where the tips of two stars meet."""
    d = max(0.047 * a, 0.85)
    sides = [(a / 2, 0.0), (0.0, a / 2)]
    maps = tuple(m for x, y in sides for m in about(x, y, QUARTERS))
    beside = tuple(m for (x, y), turn in zip(sides, (90.0, 0.0), strict=True) for m in _both_ways(x, y, turn))
    return [
        dots("filler", np.array(sides), 1.2 * d),
        dots("accent", placed(maps, [(0.062 * a, 0.062 * a)]), 0.9 * d),
        dots("accent", placed(beside, [(0.08 * a, 0.0), (0.14 * a, 0.0)]), 0.9 * d),
    ]


def _both_ways(x: float, y: float, degrees: float) -> tuple[Affine, ...]:
    """Return the turn that looks along ``degrees`` from (x, y), and the opposite one."""
    return about(x, y, (Affine.rotation(degrees), Affine.rotation(degrees + 180.0)))


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
        version=2,
    ),
    parameters=(
        Parameter("size_mm", "float", 20.0, Words("Ukuran", "Size"), "mm", 14.0, 40.0),
        Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)")),
        Parameter("line_mm", "float", 0.45, Words("Tebal garis", "Line width"), "mm", 0.3, 1.0),
    ),
    draw=_draw,
)
