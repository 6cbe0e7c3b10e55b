"""Edelweis: the everlasting flower of the mountains, on narrow leaves."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.blossoms import edelweiss
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.figures import Figure, Pen, placed_at
from batikstudio.motifs.ornaments.foliage import leaf
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.ornaments.vines import cord
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    w, tool = number(values, "size_mm"), pen(values)
    return laid(_clump(w, tool), CustomaryRepeat("half-drop 1/2", w, 1.06 * w), tool, str(values["latar"]))


def _clump(w: float, tool: Pen) -> Figure:
    """Return three flowers on stalks that rise from one tuft of narrow woolly leaves."""
    runs = (
        ([(0.0, 0.4), (-0.18, 0.3), (-0.36, 0.32), (-0.46, 0.42)], "sawut"),
        ([(0.0, 0.4), (0.16, 0.28), (0.33, 0.26), (0.46, 0.36)], "core"),
        ([(-0.02, 0.4), (-0.16, 0.2), (-0.33, 0.14), (-0.45, 0.17)], "core"),
        ([(0.02, 0.4), (0.16, 0.17), (0.3, 0.09), (0.44, 0.1)], "sawut"),
        ([(-0.03, 0.2), (0.1, 0.12), (0.17, -0.0), (0.16, -0.12)], "sawut"),
        ([(0.0, 0.42), (-0.05, 0.5), (-0.15, 0.54), (-0.25, 0.53)], "sawut"),
        ([(0.0, 0.42), (0.08, 0.5), (0.18, 0.52), (0.27, 0.5)], "core"),
    )
    parts: list[Part] = []
    for stalk in (
        [(0.0, 0.4), (-0.05, 0.15), (-0.1, -0.18)],
        [(0.01, 0.4), (0.12, 0.2), (0.26, -0.02)],
        [(-0.01, 0.4), (-0.15, 0.24), (-0.28, 0.06)],
    ):
        parts += cord(smooth([(x * w, y * w) for x, y in stalk]), tool)
    for run, fill in runs:
        parts += leaf([(x * w, y * w) for x, y in run], 0.045 * w, tool, fill, "heart")  # type: ignore[arg-type]
    return (
        *parts,
        *placed_at(edelweiss(0.3 * w, tool), -0.1 * w, -0.2 * w, -8.0),
        *placed_at(edelweiss(0.2 * w, tool), 0.29 * w, -0.03 * w, 20.0),
        *placed_at(edelweiss(0.17 * w, tool), -0.31 * w, 0.06 * w, -26.0),
    )


GENERATOR = Generator(
    about=About(
        id="edelweis",
        name=Words("Edelweis", "Edelweiss"),
        meaning=Words(
            "Bunga edelweis, motif Kabupaten Probolinggo.",
            "The edelweiss, a motif of Probolinggo Regency.",
        ),
        family="probolinggo",
        region=Words("Kabupaten Probolinggo, Jawa Timur", "Probolinggo Regency, East Java"),
        source="Name: radarbromo.jawapos.com, batik Edelweis. The shape is an estimate drawn for this program, to "
        "be approved by a local instructor.",
    ),
    parameters=(
        size(96.0, 60.0, 150.0),
        ISEN,
        LATAR,
        line_width(0.7),
    ),
    draw=_draw,
)
