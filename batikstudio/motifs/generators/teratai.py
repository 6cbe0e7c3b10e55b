"""Teratai putih: white lotus seen from the side, round pads, seed pod and water lines."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import joined, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.blossoms import lotus, lotus_bud, pad, pod
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.figures import Figure, Pen, placed_at
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.ornaments.vines import cord
from batikstudio.motifs.strokes import line, number


def _draw(values: dict[str, Value]) -> Drawn:
    w, tool = number(values, "size_mm"), pen(values)
    return laid(_pond(w / 130, tool), CustomaryRepeat("half-drop 1/2", w, 0.88 * w), tool, str(values["latar"]))


def _pond(u: float, tool: Pen) -> Figure:
    """Return one period of the pond; ``u`` is the scale against a width of 130 mm."""

    def stalk(run: list[tuple[float, float]]) -> Figure:
        return cord(smooth([(x * u, y * u) for x, y in run]), tool)

    return (
        *stalk([(2, -12), (-3, 4), (0, 22)]),
        *stalk([(38, -18), (44, 2), (34, 26)]),
        *stalk([(-44, 2), (-38, 14), (-34, 24)]),
        *_water(u),
        *placed_at(pad(46 * u, tool, 0.5, 210.0), -30 * u, 30 * u, -4.0),
        *placed_at(pad(36 * u, tool, 0.54, -30.0), 34 * u, 34 * u, 6.0),
        *placed_at(lotus(60 * u, tool), 0.0, -10 * u, -6.0),
        *placed_at(lotus_bud(27 * u, tool), 38 * u, -16 * u, 14.0),
        *placed_at(pod(19 * u, tool), -45 * u, 4 * u, -12.0),
    )


def _water(u: float) -> Figure:
    """Return the water: rippled lines below the pads, each of another length."""
    lines = []
    for k, (x0, x1, y) in enumerate(
        ((-58, 8, 41), (-50, 50, 45.5), (-34, 58, 50), (-8, 44, 54.5), (10, 62, 20), (-64, -44, 20))
    ):
        x = np.linspace(x0, x1, max(int((x1 - x0) / 2), 4))
        lines.append(smooth(np.stack((x, y + 1.1 * np.sin(2 * np.pi * x / 11 + 2.0 * k)), axis=1) * u))
    path = joined(lines)
    return (line("outline", path, 2.0), line("body", path, 0.9))


GENERATOR = Generator(
    about=About(
        id="teratai",
        name=Words("Teratai putih", "White lotus"),
        meaning=Words(
            "Teratai putih, salah satu motif yang dinamai di Kota Probolinggo.",
            "The white lotus, one of the motifs named in Probolinggo City.",
        ),
        family="probolinggo",
        region=Words("Kota Probolinggo, Jawa Timur", "Probolinggo City, East Java"),
        source="Name: goodnewsfromindonesia.id, batik manggur (Teratai Putih). The shape is an estimate drawn for "
        "this program, to be approved by a local instructor.",
    ),
    parameters=(
        size(130.0, 90.0, 200.0),
        ISEN,
        LATAR,
        line_width(0.8),
    ),
    draw=_draw,
)
