"""Sulur pao: trailing vines of the mango, mirrored, in rows shifted by half."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.figures import PAIR, Figure, Pen, moved, placed_at
from batikstudio.motifs.ornaments.foliage import leaf, lung
from batikstudio.motifs.ornaments.fruits import mango
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.ornaments.vines import MANGO_LEAF
from batikstudio.motifs.strokes import number


def _draw(values: dict[str, Value]) -> Drawn:
    w, tool = number(values, "size_mm"), pen(values)
    repeat = CustomaryRepeat("brick 1/2", w, 0.62 * w, "cm")
    return laid(moved(_vine(w, tool), *PAIR), repeat, tool, str(values["latar"]), mirrored=True)


def _vine(w: float, tool: Pen) -> Figure:
    """Return the right half: two scrolls that trail from the mirror, a mango in the bend of each, leaves along them."""

    def blade(run: list[tuple[float, float]], fill: str) -> Figure:
        return leaf([(x * w, y * w) for x, y in run], 0.034 * w, tool, fill, "heart", MANGO_LEAF)  # type: ignore[arg-type]

    upper = [(0.012 * w, 0.2 * w), (0.05 * w, 0.04 * w), (0.15 * w, -0.06 * w), (0.27 * w, -0.07 * w)]
    lower = [(0.02 * w, 0.21 * w), (0.12 * w, 0.16 * w), (0.24 * w, 0.17 * w), (0.32 * w, 0.22 * w)]
    return (
        *lung(lower, 0.055 * w, -1, tool, 0.016 * w, 0.075 * w, (0.2, 0.38, 0.56)),
        *lung(upper, 0.085 * w, 1, tool, 0.02 * w, 0.085 * w, (0.1, 0.22, 0.36, 0.5)),
        *blade([(0.05, 0.05), (0.03, -0.04), (0.045, -0.13), (0.03, -0.2)], "core"),
        *blade([(0.16, -0.06), (0.2, -0.13), (0.28, -0.17), (0.34, -0.17)], "split"),
        *placed_at(mango(0.066 * w, tool, sprigs=True), 0.145 * w, -0.04 * w, -12.0),
        *placed_at(mango(0.05 * w, tool), 0.235 * w, 0.175 * w, 16.0),
    )


GENERATOR = Generator(
    about=About(
        id="sulur_pao",
        name=Words("Sulur pao", "Sulur Pao"),
        meaning=Words(
            "Pao: mangga dalam bahasa Madura; sulur mangga yang menjalar, dengan warna tegas dan kuat.",
            "Pao: the mango in Madurese; a trailing vine of mango, in firm, bold colours.",
        ),
        family="probolinggo",
        region=Words("Kabupaten Probolinggo, Jawa Timur", "Probolinggo Regency, East Java"),
        source="Name and colours: radarbromo.jawapos.com, sulur pao. The shape is an estimate drawn for this "
        "program, to be approved by a local instructor.",
    ),
    parameters=(
        size(170.0, 120.0, 260.0),
        ISEN,
        LATAR,
        line_width(0.8),
    ),
    draw=_draw,
)
