"""Ikan: fish with sisik among ripples and weed."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import joined, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.figures import MIRROR, Figure, Pen, moved, placed_at
from batikstudio.motifs.ornaments.foliage import leaf
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.ornaments.waters import fish
from batikstudio.motifs.strokes import line, number


def _draw(values: dict[str, Value]) -> Drawn:
    w, tool = number(values, "size_mm"), pen(values)
    figure = (
        *_ripples(w),
        *_weed(-0.36 * w, 0.42 * w, 0.3 * w, tool),
        *placed_at(fish(0.8 * w, tool, 0.16), -0.06 * w, -0.14 * w, -8.0),
        *placed_at(moved(fish(0.56 * w, tool, 0.22), MIRROR), 0.12 * w, 0.25 * w, 12.0),
    )
    return laid(figure, CustomaryRepeat("half-drop 1/2", 1.02 * w, 0.8 * w), tool, str(values["latar"]))


def _ripples(w: float) -> Figure:
    """Return short rippled lines between the fish: white with brown edges."""
    lines = []
    for k, (x0, x1, y) in enumerate(
        ((-0.44, -0.12, 0.12), (-0.36, 0.0, 0.155), (0.2, 0.5, -0.3), (0.26, 0.46, -0.335))
    ):
        x = np.linspace(x0, x1, 15)
        lines.append(smooth(np.stack((x, y + 0.011 * np.sin(2 * np.pi * x / 0.1 + 2 * k)), axis=1) * w))
    path = joined(lines)
    return (line("outline", path, 2.0), line("body", path, 0.9))


def _weed(x: float, y: float, height: float, tool: Pen) -> Figure:
    """Return three waving blades of weed that grow up from (x, y)."""
    runs = (
        [(0, 0), (-0.12, -0.35), (0.06, -0.68), (-0.06, -1.0)],
        [(0.04, 0), (0.2, -0.25), (0.14, -0.5), (0.32, -0.78)],
        [(-0.04, 0), (-0.26, -0.2), (-0.24, -0.45), (-0.42, -0.62)],
    )
    parts: list[Part] = []
    for run, fill in zip(runs, ("sawut", "core", "core"), strict=True):
        parts += leaf([(x + p * height, y + q * height) for p, q in run], 0.075 * height, tool, fill, "heart")  # type: ignore[arg-type]
    return tuple(parts)


GENERATOR = Generator(
    about=About(
        id="ikan",
        name=Words("Ikan", "Fish"),
        meaning=Words(
            "Ikan, hasil laut Probolinggo.",
            "Fish, the catch of Probolinggo's sea.",
        ),
        family="probolinggo",
        region=Words("Kota Probolinggo, Jawa Timur", "Probolinggo City, East Java"),
        source="Fish as a motif of the city: republika.co.id, batik Probolinggo; which fish, and whether it is an "
        "official motif, is not confirmed by any source. The shape is an estimate drawn for this program, to "
        "be approved by a local instructor.",
        uncertain=True,
    ),
    parameters=(
        size(110.0, 70.0, 180.0),
        ISEN,
        LATAR,
        line_width(0.8),
    ),
    draw=_draw,
)
