"""Poleng: a chequer of white and dark squares, of two tones or, as woven, with a middle tone where they cross."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, circle, joined, polyline
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.rosettes import petal
from batikstudio.motifs.strokes import QUARTERS, about, area, dots, framed, line, number, orbit, placed

_DIAGONALS = tuple(turn @ Affine.rotation(45) for turn in QUARTERS)


def square(side: float) -> Path:
    """Return an upright square about the origin."""
    h = side / 2
    return polyline([(-h, -h), (h, -h), (h, h), (-h, h)], closed=True)


def _draw(values: dict[str, Value]) -> Drawn:
    s, thick, isen = number(values, "square_mm"), number(values, "line_mm"), bool(values["isen"])
    white, dark = [(0.0, 0.0)], [(s, s)]
    if values["tones"] == "two":
        # A white square at the corner of the cell and one in its middle.
        white, dark = [(0.0, 0.0), (s, s)], [(s, 0.0), (0.0, s)]
        middle: list[tuple[float, float]] = []
    else:
        middle = [(s, 0.0), (0.0, s)]
    parts = [area("body", orbit(square(s), _at(white)))]
    if middle:
        parts += [area("accent", orbit(square(s), _at(middle))), *_hatch(s, _at(middle))]
    # One line along every edge, so that two squares share it.
    edges = [polyline([(-s / 2 + k * s, -s / 2), (-s / 2 + k * s, 1.5 * s)]) for k in (0, 1)]
    edges += [edge.transformed(Affine(0.0, 1.0, 1.0, 0.0)) for edge in edges]
    parts.append(Part("lines", "outline", joined(edges), thick, "butt"))
    if isen:
        parts += _on_white(s, white, thick) + _on_dark(s, dark)
    return tuple(parts), CustomaryRepeat("grid", 2 * s, 2 * s, "p4m")


def _at(places: list[tuple[float, float]]) -> tuple[Affine, ...]:
    return tuple(Affine.translation(x, y) for x, y in places)


def _hatch(s: float, maps: tuple[Affine, ...]) -> list[Part]:
    """Return the middle tone: dark dots in rows on brown, as threads that cross."""
    count = max(round(s / 2.4), 3)
    at = (np.arange(count) + 0.5) / count * s - s / 2
    x, y = np.meshgrid(at, at)
    grid = np.stack((x.ravel(), y.ravel()), axis=1)
    return [dots("ground", placed(maps, grid), 0.6 * s / count)]


def _on_white(s: float, white: list[tuple[float, float]], thick: float) -> list[Part]:
    """Return a four-petalled flower in each white square, a dot in each of its corners."""
    turns = tuple(turn for x, y in white for turn in about(x, y, QUARTERS))
    corners = tuple(turn for x, y in white for turn in about(x, y, _DIAGONALS))
    drop = petal(0.06 * s, 0.33 * s, 0.075 * s, pointed=True)
    return [
        line("inline", orbit(square(0.82 * s), _at(white)), 0.5 * thick),
        area("accent", orbit(drop, turns)),
        dots("accent", placed(corners, [(0.2 * s, 0.0), (0.42 * s, 0.0)]), max(0.06 * s, 0.7)),
    ]


def _on_dark(s: float, dark: list[tuple[float, float]]) -> list[Part]:
    """Return cecek in each dark square: a white one with eight brown ones about it."""
    turns = tuple(turn for x, y in dark for turn in about(x, y, QUARTERS))
    corners = tuple(turn for x, y in dark for turn in about(x, y, _DIAGONALS))
    core = orbit(circle(0, 0, 0.1 * s), _at(dark))
    return [
        *framed("heart", core, max(0.05 * s, 0.4), "filler"),
        dots("accent", placed(turns, [(0.24 * s, 0.0), (0.36 * s, 0.0)]), max(0.1 * s, 1.2)),
        dots("accent", placed(corners, [(0.24 * s, 0.0), (0.42 * s, 0.0)]), max(0.1 * s, 1.2)),
    ]


GENERATOR = Generator(
    about=About(
        id="poleng",
        name=Words("Poleng", "Poleng"),
        meaning=Words("Kotak-kotak putih dan gelap yang berselang-seling.", "White and dark squares in turn."),
        family="ceplok",
        region=Words("Jawa", "Java"),
        source="Form: common knowledge of the craft; the measures are estimates.",
    ),
    parameters=(
        Parameter("square_mm", "float", 13.0, Words("Sisi kotak", "Side of a square"), "mm", 6.0, 30.0),
        Parameter(
            "tones",
            "choice",
            "three",
            Words("Rona", "Tones"),
            choices={
                "two": Words("dua (putih, gelap)", "two (white, dark)"),
                "three": Words("tiga (putih, sedang, gelap)", "three (white, middle, dark)"),
            },
        ),
        Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)")),
        Parameter("line_mm", "float", 0.6, Words("Tebal garis", "Line width"), "mm", 0.4, 1.2),
    ),
    draw=_draw,
)
