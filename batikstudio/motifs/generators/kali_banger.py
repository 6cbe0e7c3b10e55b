"""Kali Banger: the river in waves, a red-brown thread in its water."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import joined, polyline, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.figures import Figure, Pen, placed_at
from batikstudio.motifs.ornaments.vines import grounded, trailing
from batikstudio.motifs.ornaments.waters import crest
from batikstudio.motifs.strokes import area, line, number


def _draw(values: dict[str, Value]) -> Drawn:
    long, tool = number(values, "size_mm"), pen(values)
    repeat = CustomaryRepeat("brick 1/2", long, 0.4 * long)
    return grounded(_river(long, tool), repeat, tool, str(values["latar"]))


def _river(long: float, tool: Pen) -> Figure:
    """Return one period of the river: water between two banks, a thread of soga in it, crests on the upper bank."""
    u = long / 130
    sway = 4.5 * u
    x = np.linspace(-long / 2, long / 2, 65)
    bend = sway * np.sin(2 * np.pi * x / long)
    water = np.concatenate((np.stack((x, bend - 9 * u), axis=1), np.stack((x, bend + 13 * u), axis=1)[::-1]))
    figure: list[Part] = [
        *placed_at(crest(25 * u, tool), -30 * u, -13 * u),
        *placed_at(crest(18 * u, tool), 6 * u, -7 * u),
        *placed_at(crest(22 * u, tool), 40 * u, -4 * u),
        area("body", polyline(water, closed=True)),
        area("heart", polyline(water, closed=True)),
    ]
    if tool.isen:
        ripples = [
            smooth(np.stack((x, bend + y * u + 0.9 * u * np.sin(8 * np.pi * x / long + y)), axis=1))
            for y in (-5.0, -1.6, 6.6, 10.0)
        ]
        figure.append(line("filler", joined(ripples), tool.fine_mm, "isen"))
    thread = np.stack((x, bend + 2.5 * u + 1.6 * u * np.sin(4 * np.pi * x / long + 0.6)), axis=1)
    figure += [line("body", smooth(thread), 3.0 * tool.line_mm), line("accent", smooth(thread), 1.7 * tool.line_mm)]
    for y in (-9.0, 13.0):
        bank = np.stack((x, bend + y * u), axis=1)
        figure += trailing(bank, 3.4 * u, tool)
    return tuple(figure)


GENERATOR = Generator(
    about=About(
        id="kali_banger",
        name=Words("Kali Banger", "Kali Banger"),
        meaning=Words(
            "Sungai Banger: kisah Minak Jinggo melawan Damarwulan, darah di sungai. Benang sogan di dalam air "
            "mengingatkannya.",
            "The river Banger: the tale of Minak Jinggo against Damarwulan, blood in the river. The soga thread "
            "in the water recalls it.",
        ),
        family="probolinggo",
        region=Words("Kota Probolinggo, Jawa Timur", "Probolinggo City, East Java"),
        source="Name and tale: merdeka.com, jatim manggur. No source shows the drawing; this one is an estimate, to "
        "be approved by a local instructor.",
        uncertain=True,
    ),
    parameters=(
        size(130.0, 80.0, 200.0),
        ISEN,
        LATAR,
        line_width(0.8),
    ),
    draw=_draw,
)
