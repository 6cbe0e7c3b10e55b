"""Pinggiran bunga: a border of flowers on a running vine."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import joined, polyline
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.blossoms import drop_flower, rose
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen
from batikstudio.motifs.ornaments.figures import Figure, Pen, placed_at
from batikstudio.motifs.ornaments.foliage import bud, shoot
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.ornaments.vines import sine, trailing
from batikstudio.motifs.strokes import area, dots, line, number


def _draw(values: dict[str, Value]) -> Drawn:
    h, tool = number(values, "height_mm"), pen(values)
    long = 2.1 * h
    repeat = CustomaryRepeat("grid", long, h)
    return laid((*_vine(h, long, tool), *_rails(h, long, tool)), repeat, tool, str(values["latar"]))


def _vine(h: float, long: float, tool: Pen) -> Figure:
    """Return one period: flowers in the bends, a full one above and an open one below, leaves and buds between them."""
    run = sine(long, 0.13 * h, True)
    parts: list[Part] = []
    for k, (side, at, size_) in enumerate(
        (
            (-1, 0.06, 0.28),
            (1, 0.3, 0.26),
            (1, 0.42, 0.24),
            (-1, 0.53, 0.28),
            (1, 0.72, 0.2),
            (-1, 0.8, 0.26),
            (-1, 0.92, 0.22),
        )
    ):
        parts += shoot(run, side, at, 1.5 * size_ * h, tool, ("sawut", "core")[k % 2])
    parts += trailing(run, max(0.05 * h, 2.0), tool)
    return (
        *parts,
        *placed_at(bud(0.26 * h, tool, "accent"), 0.05 * h, 0.03 * h, 154.0),
        *placed_at(rose(0.25 * h, tool, "heart"), -0.52 * h, 0.07 * h, 10.0),
        *placed_at(drop_flower(0.23 * h, 8, tool), 0.52 * h, -0.09 * h, 4.0),
    )


def _rails(h: float, long: float, tool: Pen) -> Figure:
    """Return the edges of the border: a white band with dots above and below."""
    left, right = -long / 2, long / 2
    parts: list[Part] = []
    for side in (-1, 1):
        inner, outer = side * 0.405 * h, side * 0.475 * h
        band = polyline([(left, inner), (right, inner), (right, outer), (left, outer)], closed=True)
        edges = joined([polyline([(left, y), (right, y)]) for y in (inner, outer)])
        parts += [area("body", band), line("outline", edges, tool.line_mm)]
        if tool.isen:
            count = round(long / 2.8)
            x = left + (np.arange(count) + 0.5) * long / count
            parts.append(
                dots("accent", np.stack((x, np.full(count, (inner + outer) / 2)), axis=1), min(tool.dot_mm, 0.035 * h))
            )
    return tuple(parts)


GENERATOR = Generator(
    about=About(
        id="pinggiran_bunga",
        name=Words("Pinggiran bunga", "Flower border"),
        meaning=Words(
            "Pinggiran bunga pada sulur yang menjalar, gaya pesisir.",
            "A border of flowers on a running vine, in the coastal style.",
        ),
        family="pinggiran",
        region=Words("Pesisir utara Jawa", "The north coast of Java"),
        source="Pinggiran is a family of the non-geometric motifs: infobatik.id; wikipedia.org, batik. The flowers "
        "are drawn for this program.",
    ),
    parameters=(
        Parameter("height_mm", "float", 50.0, Words("Lebar pinggiran", "Width of the border"), "mm", 30.0, 90.0),
        ISEN,
        LATAR,
        line_width(0.7),
    ),
    draw=_draw,
)
