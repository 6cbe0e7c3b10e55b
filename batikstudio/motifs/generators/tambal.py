"""Tambal: patchwork, squares cut into triangles, each of another pattern, with dotted seams."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Points, circle
from batikstudio.geometry.rings import rings_of
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.islands import along
from batikstudio.motifs.ornaments.patches import edged, filled, fillings, on_dark
from batikstudio.motifs.strokes import dots, framed, number, orbit

COUNT = 2
"""Squares along each side of the repeat."""
SEAM_MM = 3.8
TONES = ("body", "ground", "body", "heart")
"""The tones of the triangles of a square, in turn."""


def _draw(values: dict[str, Value]) -> Drawn:
    from batikstudio.geometry.areas import inset

    square, thick = number(values, "square_mm"), number(values, "line_mm")
    isen = bool(values["isen"])
    patches = triangles(square, str(values["cut"]))
    small = fillings()
    parts: list[Part] = []
    for nth, corners in enumerate(patches):
        tone = TONES[(nth + nth // len(TONES)) % len(TONES)]
        patch = inset(rings_of([corners]), SEAM_MM / 2, 0.05)
        parts += edged(tone, [patch], thick)
        if isen:
            # 14 patterns and a step of 3: none returns before all have been, none stands beside itself.
            kind = small[3 * nth % len(small)]
            frame = Affine.translation(*corners.mean(axis=0)) @ Affine.rotation(_slope(corners))
            parts += filled(patch, kind if tone == "body" else on_dark(kind), frame)
    parts += _seams(square, str(values["cut"]), thick, isen)
    side = COUNT * square
    return tuple(parts), CustomaryRepeat("grid", side, side, "p1")


def triangles(square: float, cut: str) -> list[Points]:
    """Return the corners of the triangles of one repeat, shape (3, 2) each, mm: four or two to a square."""
    found = []
    for row in range(COUNT):
        for column in range(COUNT):
            corners = square * (np.array([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]) + np.array([column, row]))
            if cut == "four":
                middle = corners.mean(axis=0)
                found += [np.array([corners[k], corners[(k + 1) % 4], middle]) for k in range(4)]
            else:
                # The cut falls the other way in every second square, so that four cuts meet or make a lozenge.
                first = (row + column) % 2
                found += [corners[[(first + k) % 4 for k in turn]] for turn in ((0, 1, 2), (2, 3, 0))]
    return found


def _slope(corners: Points) -> float:
    """Return the direction of a triangle's longest side, degrees, so that its pattern lies on it."""
    sides = np.roll(corners, -1, axis=0) - corners
    longest = sides[int(np.argmax(np.hypot(*sides.T)))]
    return float(np.degrees(np.arctan2(longest[1], longest[0])))


def _seams(square: float, cut: str, thick: float, isen: bool) -> list[Part]:
    """Return the cecek of the seams, each seam once, and the discs where they meet."""
    nodes = [(float(i), float(j)) for j in range(COUNT) for i in range(COUNT)]
    ends = [((x, y), (x + 1, y)) for x, y in nodes] + [((x, y), (x, y + 1)) for x, y in nodes]
    discs = list(nodes)
    if cut == "four":
        middles = [(x + 0.5, y + 0.5) for x, y in nodes]
        ends += [((x + i, y + j), (x + 0.5, y + 0.5)) for x, y in nodes for i in (0, 1) for j in (0, 1)]
        discs += middles
    else:
        ends += [((x, y), (x + 1, y + 1)) if (x + y) % 2 == 0 else ((x + 1, y), (x, y + 1)) for x, y in nodes]
    radius = 1.15 * SEAM_MM
    maps = [Affine.translation(square * x, square * y) for x, y in discs]
    parts = [*framed("body", orbit(circle(0, 0, radius), maps), thick)]
    parts.append(dots("accent", square * np.array(discs), 0.9 * radius))
    if isen:
        rows = [_shortened(square * np.array(pair), radius + thick) for pair in ends]
        parts.append(dots("filler", np.concatenate([along(row, 2.7) for row in rows]), 1.2))
    return parts


def _shortened(line: Points, cut_mm: float) -> Points:
    step = (line[1] - line[0]) * (cut_mm / float(np.hypot(*(line[1] - line[0]))))
    short: Points = line + np.array([step, -step])
    return short


GENERATOR = Generator(
    about=About(
        id="tambal",
        name=Words("Tambal", "Tambal"),
        meaning=Words(
            "Tambalan: kain berisi banyak pola; dipercaya membantu menyembuhkan orang sakit.",
            "Patchwork: a cloth of many patterns; believed to help the sick to heal.",
        ),
        family="ceplok",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Meaning: common knowledge of the craft; sizes and the choice of small patterns are estimates.",
        ground="line",
    ),
    parameters=(
        Parameter("square_mm", "float", 92.0, Words("Sisi kotak", "Side of a square"), "mm", 80.0, 150.0),
        Parameter(
            "cut",
            "choice",
            "four",
            Words("Potongan", "Cut"),
            choices={
                "four": Words("dua diagonal, empat segitiga", "both diagonals, four triangles"),
                "two": Words("satu diagonal, dua segitiga", "one diagonal, two triangles"),
            },
        ),
        Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)")),
        Parameter("line_mm", "float", 0.9, Words("Tebal garis", "Line width"), "mm", 0.6, 1.4),
    ),
    draw=_draw,
)
