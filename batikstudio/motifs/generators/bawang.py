"""Bawang: sliced shallots, rings and root hairs, with their leaves."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen
from batikstudio.motifs.ornaments.figures import Figure, Pen, placed_at
from batikstudio.motifs.ornaments.foliage import leaf
from batikstudio.motifs.ornaments.fruits import shallot
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    d, rings, tool = number(values, "diameter_mm"), int(number(values, "rings")), pen(values)
    r = d / 2
    figure = (
        *_leaves(r, tool),
        *placed_at(shallot(r, tool, rings, 1), -1.05 * r, -0.9 * r, 14.0),
        *placed_at(shallot(0.82 * r, tool, max(rings - 1, 4), 2), 1.15 * r, -0.2 * r, -38.0),
        *placed_at(shallot(0.7 * r, tool, max(rings - 1, 4), 3), -0.5 * r, 1.35 * r, 71.0),
    )
    return laid(figure, CustomaryRepeat("half-drop 1/2", 4.6 * r, 4.9 * r), tool, str(values["latar"]))


def _leaves(r: float, tool: Pen) -> Figure:
    """Return the hollow leaves of the shallot: long, narrow, bent, two white and one dark."""
    runs = (
        ([(1.2, -1.0), (1.5, -1.7), (1.35, -2.2), (0.8, -2.5)], "sawut"),
        ([(1.3, -1.0), (1.9, -1.5), (2.2, -2.1), (2.1, -2.7)], "core"),
        ([(0.4, 1.5), (1.0, 1.35), (1.6, 1.5), (2.1, 1.9)], "sawut"),
        ([(0.4, 1.6), (0.9, 1.8), (1.3, 2.2), (1.4, 2.7)], "core"),
    )
    figure: list[Part] = []
    for run, fill in runs:
        figure += leaf([(x * r, y * r) for x, y in run], 0.17 * r, tool, fill, "heart")  # type: ignore[arg-type]
    return tuple(figure)


GENERATOR = Generator(
    about=About(
        id="bawang",
        name=Words("Bawang iris", "Sliced shallot"),
        meaning=Words(
            "Bawang merah yang diiris melintang, hasil bumi Kabupaten Probolinggo.",
            "A shallot sliced across, a crop of Probolinggo Regency.",
        ),
        family="probolinggo",
        region=Words("Kabupaten Probolinggo, Jawa Timur", "Probolinggo Regency, East Java"),
        source="Bawang Iris (Wonorogo), chosen for kindergarten uniforms in 2022: radarbromo.jawapos.com, seragam "
        "batik. The shape is an estimate drawn for this program, to be approved by a local instructor.",
    ),
    parameters=(
        Parameter("diameter_mm", "float", 30.0, Words("Garis tengah irisan", "Diameter of a slice"), "mm", 20.0, 50.0),
        Parameter("rings", "int", 5, Words("Lapis", "Rings"), "", 4, 6),
        ISEN,
        LATAR,
        line_width(0.7),
    ),
    draw=_draw,
)
