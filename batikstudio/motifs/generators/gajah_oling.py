"""Gajah oling: the large S that ends like a trunk, with leaves, flowers and a butterfly."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.birds import butterfly
from batikstudio.motifs.ornaments.blossoms import spray
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.clouds import winding
from batikstudio.motifs.ornaments.figures import Figure, Pen, Spine, placed_at
from batikstudio.motifs.ornaments.foliage import bead, flower, shoot
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import area, contour, dots, framed, number


def _draw(values: dict[str, Value]) -> Drawn:
    a, tool = number(values, "size_mm"), pen(values)
    return laid(_trunk(a, tool), CustomaryRepeat("half-drop 1/2", 1.25 * a, 1.25 * a), tool, str(values["latar"]))


def _trunk(a: float, tool: Pen) -> Figure:
    """Return the bend, ``a`` high: it swells from a point below, turns over and winds in; leaves on its back."""
    lead = [(0.12, 0.5), (-0.1, 0.42), (-0.24, 0.24), (-0.16, 0.06), (0.04, -0.06), (0.2, -0.2)]
    path = winding(np.array(lead) * a, 0.2 * a, -1, 1.15)
    figure: list[Part] = []
    for k, (side, at, long) in enumerate(
        ((1, 0.1, 0.2), (-1, 0.2, 0.24), (-1, 0.36, 0.22), (1, 0.4, 0.24), (1, 0.54, 0.2), (1, 0.68, 0.16))
    ):
        figure += shoot(path, side, at, long * a, tool, ("core", "sawut", "split")[k % 3])
    return (
        *placed_at(spray(0.34 * a, tool, 5), 0.1 * a, 0.4 * a, 62.0),
        *figure,
        *_swelling(path, a, tool),
        *placed_at(flower(0.085 * a, 6, tool, "core", "accent"), 0.22 * a, 0.13 * a, 8.0),
        *placed_at(butterfly(0.3 * a, tool), -0.36 * a, -0.3 * a, -30.0),
    )


def _swelling(path: np.ndarray[tuple[int, int], np.dtype[np.float64]], a: float, tool: Pen) -> Figure:
    """Return a band along the bend, thickest at its first third, with a dark middle and cecek; an eye at its end."""
    spine = Spine(path, 1.0)
    v = np.linspace(0.0, 1.0, 28)
    half = a * np.interp(v, [0.0, 0.08, 0.3, 0.55, 0.85, 1.0], [0.006, 0.03, 0.062, 0.05, 0.026, 0.014])
    body = contour(np.concatenate((spine.at(half, v), spine.at(-half, v)[::-1])), {0, 27, 28, 55})
    parts: list[Part] = [*framed("body", body, tool.line_mm)]
    inner = np.maximum(half - tool.inset_mm, 0.0)
    kept = (inner > 0.7) & (v > 0.06) & (v < 0.94)
    if kept.sum() > 3:
        core = contour(np.concatenate((spine.at(inner[kept], v[kept]), spine.at(-inner[kept], v[kept])[::-1])), ())
        parts.append(area("heart", core))
        if tool.isen:
            at = np.arange(float(v[kept][0]), float(v[kept][-1]), 2.7 / spine.length_mm)
            wide = np.interp(at, v, inner)
            rows = [spine.at(s * 0.5 * wide[wide > 2.6], at[wide > 2.6]) for s in (-1, 1)]
            parts.append(dots("filler", np.concatenate([*rows, spine.at(0 * at, at)[wide <= 2.6]]), 0.9 * tool.dot_mm))
    return (*parts, *bead(path[-1][0], path[-1][1], 0.034 * a, tool))


GENERATOR = Generator(
    about=About(
        id="gajah_oling",
        name=Words("Gajah oling", "Gajah Oling"),
        meaning=Words(
            "Lengkung besar seperti tanda tanya, dibaca sebagai belalai gajah atau belut (uling).",
            "A great bend like a question mark, read as an elephant's trunk or an eel (uling).",
        ),
        family="pesisir",
        region=Words("Banyuwangi, Jawa Timur", "Banyuwangi, East Java"),
        source="The S-shaped bend with vine, butterflies and manggar: common knowledge of the craft. The drawing is "
        "an estimate.",
        uncertain=True,
    ),
    parameters=(
        size(110.0, 80.0, 180.0),
        ISEN,
        LATAR,
        line_width(0.8),
    ),
    draw=_draw,
)
