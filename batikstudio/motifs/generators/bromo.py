"""Bromo: the mountain with its crater, smoke in three ukel, the sea of sand before it."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import ellipse, joined, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.clouds import smoke
from batikstudio.motifs.ornaments.figures import Pen, placed_at, strokes
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import area, contour, dots, framed, line, number

TOP = 0.35
"""The width of the top over that of the foot."""


def _draw(values: dict[str, Value]) -> Drawn:
    w, tool = number(values, "size_mm"), pen(values)
    figure = (*placed_at(smoke(0.62 * w, tool), 0.01 * w, -0.2 * w), *_ridge(w, tool), *_cone(w, tool), *_sand(w, tool))
    return laid(figure, CustomaryRepeat("half-drop 1/2", 0.98 * w, 1.16 * w), tool, str(values["latar"]))


def cone(w: float) -> list[tuple[float, float]]:
    """Return the contour of the mountain, foot 1 and top `TOP` wide, its flanks hollow; from the left foot."""
    half = TOP / 2
    left = [(-0.5, 0.3), (-0.36, 0.21), (-0.25, 0.04), (-half, -0.2)]
    return [(x * w, y * w) for x, y in (*left, *[(-x, y) for x, y in reversed(left)])]


def _cone(w: float, tool: Pen) -> list[Part]:
    body = contour(cone(w), {0, 3, 4, 7})
    parts: list[Part] = [*framed("body", body, tool.line_mm)]
    lip = ellipse(0, -0.2 * w, 0.5 * TOP * w, 0.055 * w)
    parts += [*framed("body", lip, tool.line_mm), area("ground", ellipse(0, -0.192 * w, 0.4 * TOP * w, 0.032 * w))]
    ribs = np.linspace(-1, 1, 8)[1:-1]
    gully = [
        smooth([(0.46 * TOP * r * w, -0.13 * w), (0.26 * r * w + 0.012 * w, 0.04 * w), (0.44 * r * w, 0.27 * w)])
        for r in ribs
    ]
    parts.append(line("outline", joined(gully), 0.9 * tool.line_mm))
    if not tool.isen:
        return parts
    through = []
    for r in np.linspace(-1, 1, 8)[:-1] + 1 / 7:
        # Sawut fall from the middle of each rib to both sides, longer below.
        for y in np.arange(-0.1, 0.235, 2.1 / w):
            t = (y + 0.16) / 0.43
            x = np.interp(y, [-0.2, 0.04, 0.3], [0.5 * TOP, 0.26, 0.47]) * r
            reach = 0.42 * np.interp(y, [-0.2, 0.04, 0.3], [0.5 * TOP, 0.26, 0.47]) * 2 / 7
            for side in (-1, 1):
                through.append(
                    [(x, y), (x + 0.5 * side * reach, y + 0.012), (x + side * reach * 0.9, y + 0.03 + 0.01 * t)]
                )
    hairs = np.array(through) * w
    parts.append(line("accent", strokes(hairs), tool.fine_mm, "isen"))
    return parts


def _ridge(w: float, tool: Pen) -> list[Part]:
    """Return the lower hills behind, dark with white cecek, each of another height."""
    parts: list[Part] = []
    for x, y, half, high in ((-0.34, 0.29, 0.2, 0.22), (0.37, 0.29, 0.17, 0.16)):
        hill = [
            (x - half, y),
            (x - 0.5 * half, y - 0.72 * high),
            (x, y - high),
            (x + 0.55 * half, y - 0.66 * high),
            (x + half, y),
        ]
        inner = [(px + 0.16 * (x - px), py + 0.16 * (y - py) - 0.006) for px, py in hill]
        path = contour([(px * w, py * w) for px, py in hill], {0, 4})
        parts += framed("body", path, tool.line_mm)
        parts.append(area("heart", contour([(px * w, py * w) for px, py in inner], {0, 4})))
        if tool.isen:
            rows = [
                (x + s * half * (0.66 - 0.5 * k / 4), y - high * (0.1 + 0.17 * k))
                for k in range(4)
                for s in np.linspace(-1, 1, 7 - k)
            ]
            parts.append(dots("filler", [(px * w, py * w) for px, py in rows], 0.9 * tool.dot_mm))
    return parts


def _sand(w: float, tool: Pen) -> list[Part]:
    """Return the sea of sand: a long mound, white, with rawan ripples."""
    points = [
        (-0.56, 0.34),
        (-0.4, 0.275),
        (-0.1, 0.25),
        (0.22, 0.27),
        (0.54, 0.33),
        (0.3, 0.405),
        (-0.05, 0.43),
        (-0.36, 0.405),
    ]
    path = contour([(x * w, y * w) for x, y in points], {0, 4})
    parts: list[Part] = [*framed("body", path, tool.line_mm)]
    ripples = []
    for k, (y, left, right) in enumerate(
        ((0.29, -0.36, 0.3), (0.318, -0.46, 0.43), (0.346, -0.46, 0.46), (0.374, -0.38, 0.36), (0.402, -0.24, 0.2))
    ):
        x = np.linspace(left, right, 25)
        ripples.append(smooth(np.stack((x, y + 0.008 * np.sin(2 * np.pi * x / 0.09 + 2.1 * k)), axis=1) * w))
    if tool.isen:
        parts.append(line("accent", joined(ripples), tool.fine_mm, "isen"))
    return parts


GENERATOR = Generator(
    about=About(
        id="bromo",
        name=Words("Bromo", "Bromo"),
        meaning=Words(
            "Gunung Bromo; letusannya menyuburkan tanah.",
            "Mount Bromo; its burst makes the soil fertile.",
        ),
        family="probolinggo",
        region=Words("Kabupaten Probolinggo, Jawa Timur", "Probolinggo Regency, East Java"),
        source="Bromo in batik of the regency (Ronggo Mukti, Cetar Bromo): jatimnow.com, batik Kraksaan; "
        "jawapos.com radar bromo, seragam batik. The shape is an estimate drawn for this program, to be "
        "approved by a local instructor.",
    ),
    parameters=(
        size(105.0, 70.0, 180.0),
        ISEN,
        LATAR,
        line_width(0.8),
    ),
    draw=_draw,
)
