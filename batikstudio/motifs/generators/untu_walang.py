"""Untu walang: grasshopper's teeth, a border of small triangles in two rows."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import joined, polyline
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.choices import ISEN, line_width
from batikstudio.motifs.strokes import area, dots, line, number

TEETH = 12
"""The teeth of one period of the border."""


def _draw(values: dict[str, Value]) -> Drawn:
    pitch, thick = number(values, "tooth_mm"), number(values, "line_mm")
    long, high = TEETH * pitch, pitch * number(values, "steepness")
    gap = 0.55 * pitch + thick
    left = -long / 2
    x = left + pitch * (np.arange(TEETH) + 0.5)
    teeth = joined([polyline([(c - pitch / 2, -gap), (c, -gap - high), (c + pitch / 2, -gap)], closed=True) for c in x])
    # The lower row points down between the upper teeth's tips; its first and last tooth are halves that meet.
    lower = joined([polyline([(c - pitch / 2, gap), (c, gap + high), (c + pitch / 2, gap)], closed=True) for c in x])
    parts: list[Part] = [area("body", joined([teeth, lower]))]
    if values["isen"] and pitch > 8.0:
        cores = [
            polyline(
                [
                    (c - 0.24 * pitch, s * (gap + 0.16 * high)),
                    (c, s * (gap + 0.64 * high)),
                    (c + 0.24 * pitch, s * (gap + 0.16 * high)),
                ],
                closed=True,
            )
            for c in x
            for s in (-1, 1)
        ]
        parts.append(area("heart", joined(cores)))
    zigzag = [
        polyline([(left + k * pitch / 2, s * (gap + high * (k % 2))) for k in range(2 * TEETH + 1)]) for s in (-1, 1)
    ]
    rails = [polyline([(left, y), (left + long, y)]) for y in (-gap, gap)]
    parts.append(line("outline", joined([*zigzag, *rails]), thick))
    if values["isen"]:
        count = 2 * TEETH
        parts.append(
            dots("filler", [(left + (k + 0.5) * long / count, 0.0) for k in range(count)], min(0.24 * pitch, 1.4))
        )
        tips = [(left + k * pitch, s * (gap + high)) for k in range(TEETH) for s in (-1, 1)]
        parts.append(dots("accent", tips, min(0.24 * pitch, 1.4)))
    return tuple(parts), CustomaryRepeat("grid", long, 2 * (gap + high) + 0.8 * pitch, "pmm")


GENERATOR = Generator(
    about=About(
        id="untu_walang",
        name=Words("Untu walang", "Untu walang (grasshopper's teeth)"),
        meaning=Words(
            "Gigi belalang: deret segitiga kecil untuk pinggiran dan seret.",
            "Grasshopper's teeth: a row of small triangles for borders and the seret.",
        ),
        family="pinggiran",
        region=Words("Jawa", "Java"),
        source="A row of triangles, height and pitch about 3 mm, for borders: common knowledge of the craft; sizes "
        "are estimates.",
    ),
    parameters=(
        Parameter("tooth_mm", "float", 6.0, Words("Lebar gigi", "Width of a tooth"), "mm", 3.0, 16.0),
        Parameter("steepness", "float", 1.1, Words("Tinggi terhadap lebar", "Height over width"), "", 0.8, 1.8),
        ISEN,
        line_width(0.6),
    ),
    draw=_draw,
)
