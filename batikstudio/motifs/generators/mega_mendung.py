"""Mega mendung: level clouds with pointed ends, nested bands from light to dark."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import Path
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.clouds import CLOUD_DISCS, CLOUD_TAILS, Disc, Tail, cloud, cloud_contour
from batikstudio.motifs.ornaments.figures import Figure, Pen, placed_at
from batikstudio.motifs.ornaments.vines import grounded
from batikstudio.motifs.strokes import number

SMALL_DISCS: tuple[Disc, ...] = ((-0.15, 0.01, 0.1), (0.0, -0.06, 0.13), (0.15, 0.0, 0.1), (0.02, 0.06, 0.11))
SMALL_TAILS: tuple[Tail, ...] = (
    ((0.46, 0.07), (0.3, -0.03), (0.18, -0.06), (0.05, 0.0), (0.15, 0.07), (0.28, 0.05)),
    ((-0.4, -0.02), (-0.28, 0.05), (-0.16, 0.08), (-0.05, 0.03), (-0.14, -0.05), (-0.26, -0.02)),
)


def _draw(values: dict[str, Value]) -> Drawn:
    w, steps, tool = number(values, "size_mm"), int(number(values, "steps")), pen(values)
    large = cloud_contour(w, CLOUD_DISCS, CLOUD_TAILS)
    small = cloud_contour(0.56 * w, SMALL_DISCS, SMALL_TAILS)
    figure = (
        *placed_at(_bands(large, steps, 0.17 * w, tool), 0.0, -0.1 * w),
        *placed_at(_bands(small, steps, 0.09 * w, tool), -0.02 * w, 0.21 * w),
    )
    latar = str(values["latar"]) if tool.isen else "polos"
    return grounded(figure, CustomaryRepeat("brick 1/2", 1.12 * w, 0.4 * w), tool, latar)


def _bands(outer: Path, steps: int, depth_mm: float, tool: Pen) -> Figure:
    """Return a cloud in ``steps`` bands over the depth from its edge to its middle."""
    return cloud(outer, steps, depth_mm / steps, tool)


GENERATOR = Generator(
    about=About(
        id="mega_mendung",
        name=Words("Mega mendung", "Mega Mendung"),
        meaning=Words(
            "Awan mendung: kesabaran dan kepemimpinan yang sejuk.",
            "Rain clouds: patience, and leadership that keeps cool.",
        ),
        family="mega",
        region=Words("Cirebon, Jawa Barat", "Cirebon, West Java"),
        source="Clouds lie level, in seven gradations from light to dark blue: infobatik.id, mega mendung; pointed "
        "(lonjong) ends: wikipedia.org, mega mendung. Today's processes carry white, blue and the ground; "
        "where fewer slots are at hand, light lines part the bands.",
        ground="line",
        ranks={"outline": "kept", "inline": "kept", "accent": "keep2"},
    ),
    parameters=(
        size(220.0, 150.0, 350.0),
        Parameter("steps", "int", 7, Words("Gradasi", "Gradations"), "", 3, 7),
        ISEN,
        LATAR,
        line_width(0.8),
    ),
    draw=_draw,
)
