"""Ayam bekisar: a cock with folded wing and a long arched tail."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.birds import Beak, Body, bird, legs, plume
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.figures import Figure, Fill, Pen, placed_at
from batikstudio.motifs.ornaments.foliage import Run
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.ornaments.wings import Net, wing
from batikstudio.motifs.strokes import number

COCK = Body(
    ((-0.2, 0.02), (-0.07, 0.09), (0.09, 0.09), (0.19, -0.03), (0.185, -0.18), (0.24, -0.3)),
    (0.045, 0.105, 0.135, 0.125, 0.085, 0.055, 0.04),
)
"""A slender cock with a high breast, looking to the right, at unit size."""

FOLDED: Net = (
    ((0.1, -0.12), (-0.1, -0.2), (-0.34, -0.14), (-0.6, 0.0)),
    ((0.16, -0.02), (-0.08, -0.08), (-0.36, 0.0), (-0.74, 0.14)),
    ((0.16, 0.08), (-0.06, 0.1), (-0.32, 0.16), (-0.66, 0.28)),
    ((0.1, 0.18), (-0.06, 0.26), (-0.26, 0.3), (-0.5, 0.36)),
)
"""A wing that lies along the body: the plumes point back."""

SICKLES: tuple[tuple[Run, float, Fill, str], ...] = (
    (((-0.14, 0.1), (-0.28, 0.12), (-0.4, 0.2), (-0.46, 0.34)), 0.032, "sawut", "heart"),
    (((-0.15, 0.07), (-0.33, 0.03), (-0.48, 0.1), (-0.56, 0.26)), 0.034, "core", "accent"),
    (((-0.12, 0.02), (-0.22, -0.22), (-0.36, -0.36), (-0.5, -0.36), (-0.58, -0.26)), 0.036, "sawut", "heart"),
    (((-0.14, 0.05), (-0.32, -0.04), (-0.5, -0.04), (-0.62, 0.06), (-0.67, 0.22)), 0.036, "split", "heart"),
    (((-0.13, 0.03), (-0.28, -0.12), (-0.46, -0.2), (-0.62, -0.12), (-0.7, 0.04)), 0.038, "core", "heart"),
    (((-0.1, 0.0), (-0.14, -0.26), (-0.24, -0.44), (-0.4, -0.52), (-0.54, -0.48)), 0.036, "core", "heart"),
)
"""The feathers of the tail: each rises, arches over and falls; from the lowest to the two that lie on top."""


def _draw(values: dict[str, Value]) -> Drawn:
    w, tool = number(values, "size_mm"), pen(values)
    repeat = CustomaryRepeat("half-drop 1/2", 1.02 * w, 0.98 * w)
    return laid(placed_at(_cock(0.92 * w, tool), 0.18 * w, 0.02 * w), repeat, tool, str(values["latar"]))


def _cock(a: float, tool: Pen) -> Figure:
    """Return the cock about its body, ``a`` long from beak to tail."""
    parts: list[Part] = []
    for run, half, fill, core in SICKLES:
        parts += plume([(x * a, y * a) for x, y in run], half * a, tool, fill, core)
    return (
        *parts,
        *legs(((0.0, 0.18, 0.4), (0.1, 0.17, 0.4)), a, tool),
        *bird(COCK, Beak(0.25, -0.33, 0.25, 4, "comb"), a, tool),
        *placed_at(wing(0.33 * a, tool, FOLDED, 7.0), 0.05 * a, 0.03 * a, -8.0),
    )


GENERATOR = Generator(
    about=About(
        id="ayam_bekisar",
        name=Words("Ayam bekisar", "Bekisar cock"),
        meaning=Words(
            "Ayam bekisar, salah satu motif yang dinamai di Kota Probolinggo.",
            "The bekisar cock, one of the motifs named in Probolinggo City.",
        ),
        family="probolinggo",
        region=Words("Kota Probolinggo, Jawa Timur", "Probolinggo City, East Java"),
        source="Name: goodnewsfromindonesia.id, batik manggur (Ayam Bekisar). The shape is an estimate drawn for "
        "this program, to be approved by a local instructor.",
    ),
    parameters=(
        size(180.0, 120.0, 280.0),
        ISEN,
        LATAR,
        line_width(0.8),
    ),
    draw=_draw,
)
