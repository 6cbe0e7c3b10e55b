"""Ada-ada: a midrib, a double line with dots inside, between rows of small leaves."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import joined, polyline
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.choices import ISEN, line_width, pen
from batikstudio.motifs.ornaments.foliage import leaf
from batikstudio.motifs.strokes import area, dots, line, number


def _draw(values: dict[str, Value]) -> Drawn:
    h, tool = number(values, "height_mm"), pen(values)
    pitch = 0.34 * h
    long = 6 * pitch
    parts: list[Part] = []
    for k in range(6):
        x = -long / 2 + (k + 0.2) * pitch
        for side in (-1, 1):
            foot = (x + (0.5 * pitch if side > 0 else 0.0), side * 0.1 * h)
            run = [foot, (foot[0] + 0.16 * h, side * 0.24 * h), (foot[0] + 0.36 * h, side * 0.36 * h)]
            parts += leaf(run, 0.075 * h, tool, ("sawut", "core")[k % 2], "heart")
    left, right = -long / 2, long / 2
    band = polyline([(left, -0.08 * h), (right, -0.08 * h), (right, 0.08 * h), (left, 0.08 * h)], closed=True)
    rails = [polyline([(left, y * h), (right, y * h)]) for y in (-0.08, 0.08, -0.45, 0.45)]
    parts += [area("body", band), line("outline", joined(rails), tool.line_mm)]
    if tool.isen:
        count = 2 * round(long / 2.6 / 2)
        along = left + (np.arange(count) + 0.5) * long / count
        parts.append(dots("accent", np.stack((along, np.zeros(count)), axis=1), min(tool.dot_mm, 0.09 * h)))
        edge = np.concatenate([np.stack((along, np.full(count, y * h)), axis=1) for y in (-0.41, 0.41)])
        parts.append(dots("filler", edge, min(0.9 * tool.dot_mm, 0.05 * h)))
    return tuple(parts), CustomaryRepeat("grid", long, h)


GENERATOR = Generator(
    about=About(
        id="ada_ada",
        name=Words("Ada-ada", "Ada-ada"),
        meaning=Words(
            "Tulang daun: garis ganda berisi titik, untuk pinggiran.",
            "A midrib: a double line filled with dots, for borders.",
        ),
        family="pinggiran",
        region=Words("Jawa", "Java"),
        source="A double line with dots inside, for borders: common knowledge of the craft; sizes are estimates.",
    ),
    parameters=(
        Parameter("height_mm", "float", 26.0, Words("Lebar pinggiran", "Width of the border"), "mm", 16.0, 45.0),
        ISEN,
        line_width(0.6),
    ),
    draw=_draw,
)
