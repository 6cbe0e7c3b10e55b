"""Wadasan: rocks of stacked wave-lobes with hatch."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import Path
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen, size
from batikstudio.motifs.ornaments.figures import MIRROR, Figure, Pen, moved, placed_at
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.ornaments.vines import within
from batikstudio.motifs.strokes import area, contour, dots, framed, line, number

LOBE = (
    (-0.36, 0.5),
    (-0.62, 0.2),
    (-0.52, -0.1),
    (-0.3, -0.2),
    (-0.28, -0.42),
    (-0.08, -0.62),
    (0.16, -0.6),
    (0.34, -0.44),
    (0.3, -0.3),
    (0.16, -0.34),
    (0.1, -0.24),
    (0.24, -0.1),
    (0.46, -0.06),
    (0.6, 0.16),
    (0.38, 0.5),
    (0.0, 0.56),
)
"""A rock at unit size: a wave that rolls over to the right, on a broad foot."""

STACK = (
    (-0.28, -0.22, 0.3, -8.0),
    (0.06, -0.34, 0.34, 4.0),
    (0.32, -0.12, 0.3, 10.0),
    (-0.42, 0.02, 0.3, -14.0),
    (-0.12, -0.02, 0.34, -2.0),
    (0.16, 0.08, 0.3, 6.0),
    (0.44, 0.14, 0.26, 12.0),
    (-0.26, 0.22, 0.28, -8.0),
    (0.06, 0.26, 0.26, 2.0),
    (0.3, 0.28, 0.22, 8.0),
)
"""The rocks of a pile, from the back to the front: x, y, size, lean."""


def _draw(values: dict[str, Value]) -> Drawn:
    w, tool = number(values, "size_mm"), pen(values)
    figure: list[Part] = []
    for k, (x, y, size_, lean) in enumerate(STACK):
        rock = _rock(size_ * w, k, tool)
        figure += placed_at(moved(rock, MIRROR) if k % 3 == 1 else rock, x * w, y * w, lean)
    return laid(tuple(figure), CustomaryRepeat("half-drop 1/2", 1.16 * w, 0.86 * w), tool, str(values["latar"]))


def _rock(a: float, kind: int, tool: Pen) -> Figure:
    """Return a rock: rim, two nested bands, hatch that follows the contour."""
    path = contour(np.array(LOBE) * a, {8})
    parts: list[Part] = [*framed("body", path, tool.line_mm)]
    for k, (depth, role) in enumerate(((0.08, "heart"), (0.17, "body"), (0.25, "accent"))):
        band = within(path, depth * a)
        if band is None:
            break
        parts += [area("heart" if role == "accent" and kind % 2 else role, band), line("outline", band, tool.fine_mm)]
        if k == 0 and tool.isen:
            parts += _hatch(a, path, depth * a, tool)
    return tuple(parts)


def _hatch(a: float, path: Path, depth_mm: float, tool: Pen) -> list[Part]:
    """Return sawut between the rim and the inner band, and white cecek in the dark band."""
    inner, row = within(path, 0.92 * depth_mm), within(path, 1.55 * depth_mm)
    if inner is None or row is None:
        return []
    return [dots("filler", _along(row, 2.5), 0.8 * tool.dot_mm)] if depth_mm > 2.0 else []


def _along(path: Path, pitch_mm: float) -> list[tuple[float, float]]:
    """Return places along closed contours, ``pitch_mm`` apart."""
    places: list[tuple[float, float]] = []
    for points, _ in path.subpaths(0.1):
        ring = np.concatenate((points, points[:1]))
        steps = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(ring, axis=0).T))))
        count = max(round(steps[-1] / pitch_mm), 1)
        at = (np.arange(count) + 0.5) * steps[-1] / count
        places += [(float(np.interp(t, steps, ring[:, 0])), float(np.interp(t, steps, ring[:, 1]))) for t in at]
    return places


GENERATOR = Generator(
    about=About(
        id="wadasan",
        name=Words("Wadasan", "Wadasan"),
        meaning=Words(
            "Batu cadas; pasangan mega mendung.",
            "Rocks; the partner of mega mendung.",
        ),
        family="mega",
        region=Words("Cirebon, Jawa Barat", "Cirebon, West Java"),
        source="Rocks of Cirebon batik beside mega mendung: common knowledge of the craft. The lobes are an estimate.",
    ),
    parameters=(
        size(150.0, 100.0, 240.0),
        ISEN,
        LATAR,
        line_width(0.8),
    ),
    draw=_draw,
)
