"""Angin gending: bundles of wind lines that end in ukel."""

from __future__ import annotations

import math

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen
from batikstudio.motifs.ornaments.clouds import gust, tilted
from batikstudio.motifs.ornaments.figures import Figure, Pen, moved
from batikstudio.motifs.ornaments.vines import grounded, sine, trailing
from batikstudio.motifs.strokes import number

LINES_MM = 6.4
"""From one wind line of a bundle to the next, at a period of 120 mm."""


def _draw(values: dict[str, Value]) -> Drawn:
    long, tool = number(values, "size_mm"), pen(values)
    repeat = CustomaryRepeat("brick 1/2", long, 0.4 * long)
    parts, repeat = grounded(_bundle(long, int(number(values, "lines")), tool), repeat, tool, str(values["latar"]))
    if values["variant"] == "serong":
        return _slanted(parts, repeat)
    return parts, repeat


def _bundle(long: float, lines: int, tool: Pen) -> Figure:
    """Return one period of the wind: S-shaped lines side by side, of which ukel part upwards and downwards."""
    u = long / 120
    wide = 3.0 * u
    sway = 8.5 * u
    rows = [(k - (lines - 1) / 2) * LINES_MM * u for k in range(lines)]
    figure: list[Part] = []
    for x, y, r, hand, lead in (
        (-6.0, rows[0] / u, 8.4, 1, ((-30, -8), (-14, -10.5), (0, -12.5), (14, -19))),
        (26.0, rows[0] / u, 5.6, -1, ((-12, 4.6), (0, 0.5), (10, -6.0), (20, -9.0))),
        (32.0, rows[-1] / u, 8.0, -1, ((-26, 2.6), (-10, 8.6), (4, 13), (18, 18.5))),
        (-42.0, rows[-1] / u, 5.2, -1, ((-10, -4.0), (2, 1.5), (12, 7.0))),
    ):
        figure += gust([((x + dx) * u, (y + dy) * u) for dx, dy in lead], r * u, hand, wide, tool)
    for row in rows:
        figure += trailing(sine(long, sway, True, row), wide, tool)
    return tuple(figure)


def _slanted(parts: tuple[Part, ...], repeat: CustomaryRepeat) -> Drawn:
    """Return the wind as a slanting stripe: turned by the angle that the repeat takes, so that its lines meet."""
    from batikstudio.pattern.repeats import parse_repeat

    # Two rows of the brick are one period of the stripe.
    shifted = [*parts, *moved(parts, Affine.translation(repeat.width_mm / 2, repeat.height_mm))]
    height = 2 * repeat.height_mm
    name = "lereng -20"
    (x, y), _ = parse_repeat(name, repeat.width_mm, height).basis
    return tilted(tuple(shifted), math.degrees(math.atan2(y, x))), CustomaryRepeat(name, repeat.width_mm, height)


GENERATOR = Generator(
    about=About(
        id="angin_gending",
        name=Words("Angin gending", "Angin Gending"),
        meaning=Words(
            "Angin gending, angin musiman yang kencang di Probolinggo; bayu (angin) dalam sebutan Bayuangga.",
            "Angin gending, the strong seasonal wind of Probolinggo; the bayu (wind) in the by-name Bayuangga.",
        ),
        family="probolinggo",
        region=Words("Kota Probolinggo, Jawa Timur", "Probolinggo City, East Java"),
        source="Name: goodnewsfromindonesia.id, batik manggur; the seasonal gale: republika.co.id (there spelt "
        "Angin Gendeng). The shape is an estimate drawn for this program, to be approved by a local "
        "instructor.",
    ),
    parameters=(
        Parameter("size_mm", "float", 120.0, Words("Panjang gelombang", "Wavelength"), "mm", 70.0, 180.0),
        Parameter("lines", "int", 4, Words("Garis angin", "Wind lines"), "", 3, 5),
        Parameter(
            "variant",
            "choice",
            "mendatar",
            Words("Ragam", "Variant"),
            choices={
                "mendatar": Words("mendatar", "level"),
                "serong": Words("serong 20°", "slanting by 20°"),
            },
        ),
        ISEN,
        LATAR,
        line_width(0.7),
    ),
    draw=_draw,
)
