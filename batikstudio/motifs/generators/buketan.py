"""Buketan: the bouquet of Pekalongan with a butterfly and a bird."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.birds import butterfly
from batikstudio.motifs.ornaments.blossoms import drop_flower, lotus_bud, rose, spray
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.figures import Figure, Pen, placed_at
from batikstudio.motifs.ornaments.foliage import bead, leaf
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.ornaments.vines import cord
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    h, tool = number(values, "size_mm"), pen(values)
    return laid(_bouquet(h, tool), CustomaryRepeat("half-drop 1/2", 0.78 * h, 0.98 * h), tool, str(values["latar"]))


LEAVES = (
    ((0.0, 0.2), (-0.14, 0.16), (-0.26, 0.22), (-0.34, 0.34)),
    ((0.02, 0.2), (0.14, 0.14), (0.26, 0.18), (0.35, 0.28)),
    ((-0.03, 0.08), (-0.16, 0.02), (-0.3, 0.06), (-0.4, 0.14)),
    ((0.06, 0.02), (0.18, -0.0), (0.31, 0.02), (0.4, 0.1)),
    ((-0.1, -0.14), (-0.2, -0.24), (-0.22, -0.34), (-0.19, -0.45)),
    ((0.12, -0.16), (0.22, -0.24), (0.25, -0.34), (0.23, -0.44)),
    ((0.0, -0.1), (0.04, -0.22), (0.02, -0.34), (0.06, -0.46)),
    ((0.02, 0.26), (0.08, 0.3), (0.16, 0.34), (0.2, 0.42)),
)
_FILLS = ("sawut", "core", "core", "sawut", "split", "sawut", "core", "split")

STALKS = (
    ((0.0, 0.34), (-0.06, 0.16), (-0.12, -0.02)),
    ((0.01, 0.34), (0.06, 0.1), (0.1, -0.16)),
    ((-0.01, 0.34), (0.0, 0.1), (-0.03, -0.3)),
    ((0.0, 0.34), (-0.16, 0.1), (-0.28, -0.12)),
    ((0.01, 0.34), (0.16, 0.1), (0.28, -0.1)),
)


def _bouquet(h: float, tool: Pen) -> Figure:
    """Return the bouquet about its middle: stalks bound by a ribbon, leaves, three full flowers, small ones, sprays."""

    def to(run: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
        return [(x * h, y * h) for x, y in run]

    parts: list[Part] = []
    for stalk in STALKS:
        parts += cord(smooth(to(stalk)), tool)
    for x, y, lean, long in (
        (-0.3, -0.1, -34.0, 0.24),
        (0.3, -0.08, 36.0, 0.24),
        (-0.06, -0.3, -10.0, 0.2),
        (0.14, -0.2, 24.0, 0.26),
    ):
        parts += placed_at(spray(long * h, tool), x * h, y * h, lean)
    for run, fill in zip(LEAVES, _FILLS, strict=True):
        parts += leaf(to(run), 0.04 * h, tool, fill, "heart")  # type: ignore[arg-type]
    flowers = (
        (drop_flower(0.075 * h, 8, tool), -0.28, -0.13, 0.0),
        (drop_flower(0.07 * h, 6, tool), 0.29, -0.1, 12.0),
        (lotus_bud(0.13 * h, tool), -0.03, -0.3, -8.0),
        (rose(0.1 * h, tool, "accent"), 0.16, -0.12, 20.0),
        (rose(0.11 * h, tool, "heart"), -0.12, -0.06, -14.0),
        (rose(0.12 * h, tool, "heart"), 0.05, 0.1, 8.0),
        (drop_flower(0.055 * h, 5, tool), -0.14, 0.15, 30.0),
    )
    for figure, x, y, lean in flowers:
        parts += placed_at(figure, x * h, y * h, lean)
    return (*parts, *_ribbon(h, tool), *placed_at(butterfly(0.17 * h, tool), -0.3 * h, -0.36 * h, -28.0))


def _ribbon(h: float, tool: Pen) -> Figure:
    """Return the ribbon that binds the stalks: a knot, two loops, two ends."""
    runs = (
        ((0.0, 0.28), (-0.06, 0.34), (-0.1, 0.42), (-0.08, 0.48)),
        ((0.0, 0.28), (0.04, 0.36), (0.02, 0.44), (0.07, 0.49)),
        ((0.0, 0.28), (-0.05, 0.24), (-0.11, 0.25), (-0.15, 0.3)),
        ((0.0, 0.28), (0.05, 0.24), (0.11, 0.24), (0.15, 0.29)),
    )
    parts: list[Part] = []
    for run, fill in zip(runs, ("core", "sawut", "sawut", "core"), strict=True):
        parts += leaf([(x * h, y * h) for x, y in run], 0.024 * h, tool, fill, "accent")  # type: ignore[arg-type]
    return (*parts, *bead(0.0, 0.28 * h, 0.02 * h, tool))


GENERATOR = Generator(
    about=About(
        id="buketan",
        name=Words("Buketan", "Buketan (bouquet)"),
        meaning=Words(
            "Rangkaian bunga dengan burung atau kupu-kupu, gaya pesisir Pekalongan.",
            "A bouquet of flowers with a bird or butterflies, in the coastal style of Pekalongan.",
        ),
        family="buketan",
        region=Words("Pekalongan, Jawa Tengah", "Pekalongan, Central Java"),
        source="A bouquet of 35 to 50 cm to each half panel, with birds or butterflies: common knowledge of the "
        "craft. The flowers are drawn for this program.",
    ),
    parameters=(
        size(350.0, 200.0, 400.0),
        ISEN,
        LATAR,
        line_width(0.9),
    ),
    draw=_draw,
)
