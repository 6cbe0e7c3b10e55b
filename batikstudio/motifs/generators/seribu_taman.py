"""Seribu taman: beds like scales, in each another plant."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import Path, ellipse, joined, polyline, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.blossoms import drop_flower, edelweiss, rose
from batikstudio.motifs.ornaments.choices import ISEN, line_width, pen, size
from batikstudio.motifs.ornaments.figures import Figure, Pen, placed_at
from batikstudio.motifs.ornaments.foliage import bud, flower, leaf, sprig
from batikstudio.motifs.ornaments.grounds import rows_inside
from batikstudio.motifs.ornaments.vines import within
from batikstudio.motifs.strokes import area, dots, framed, line, number

COLUMNS, ROWS = 3, 4
"""The beds of one repeat; each row is shifted by half a bed."""


def _draw(values: dict[str, Value]) -> Drawn:
    w, tool = number(values, "size_mm"), pen(values)
    beds = [_bed(w, kind, tool) for kind in range(7)]
    soil: list[Part] = []
    plants: list[Part] = []
    for row in range(ROWS):
        for column in range(COLUMNS):
            x = (column + 0.5 * (row % 2) - (COLUMNS - 0.5) / 2) * w
            y = (row - (ROWS - 1) / 2) * 0.6 * w
            below, above = beds[(5 * row + 2 * column) % 7]
            soil += placed_at(below, x, y)
            plants += placed_at(above, x, y)
    # All plants lie on all beds, so that no row and no repeat is in front of another.
    return (*soil, *plants), CustomaryRepeat("grid", COLUMNS * w, ROWS * 0.6 * w)


def rim(w: float) -> Path:
    """Return the bed's contour, a scale: a round top, and below the hollows where the next row's tops begin."""
    from batikstudio.geometry import areas

    whole = ellipse(0.0, 0.0, 0.5 * w, 0.56 * w)
    upper = [(-0.5 * w, 0.0), (0.5 * w, 0.0), (0.5 * w, 0.6 * w), (-0.5 * w, 0.6 * w)]
    ring = np.concatenate([points for points, _ in whole.subpaths(0.02)])
    full = areas.union(areas.normalised([ring]), areas.normalised([np.array(upper)]))
    tops = [ring + np.array([x, 0.6 * w]) for x in (-0.5 * w, 0.5 * w)]
    return joined([polyline(points, closed=True) for points in areas.difference(full, areas.normalised(tops))])


def _bed(w: float, kind: int, tool: Pen) -> tuple[Figure, Figure]:
    """Return one bed, rim and soil with cecek, and the plant of its kind."""
    path = rim(w)
    parts: list[Part] = [*framed("body", path, tool.line_mm)]
    dark = within(path, 0.09 * w)
    plant = _plant(w, kind, tool)
    if dark is None:
        return tuple(parts), plant
    parts += [area("ground" if kind % 2 else "heart", dark), line("outline", dark, tool.fine_mm)]
    if tool.isen:
        angle = np.radians(np.linspace(-178, -2, max(int(1.55 * w / 2.4), 8)))
        r = 0.045 * w
        row = np.stack(((0.5 * w - r) * np.cos(angle), (0.56 * w - r) * np.sin(angle)), axis=1)
        parts.append(dots("accent", row, min(tool.dot_mm, 0.05 * w)))
    return (*parts, *_soil(dark, plant, kind, tool)), plant


def _soil(field: Path, plant: Figure, kind: int, tool: Pen) -> Figure:
    """Return the cecek of a bed, in rows that follow its edge, clear of the plant."""
    if not tool.isen:
        return ()
    spared = [part.path for part in plant if part.kind == "areas" and part.role == "body"]
    return rows_inside(field, spared, tool, 6, "filler" if kind % 3 else "accent")


def _plant(w: float, kind: int, tool: Pen) -> Figure:
    """Return a plant that fills the upper part of a bed."""
    if kind == 0:
        return placed_at(sprig(0.64 * w, tool, 2, "accent"), 0.0, 0.19 * w)
    if kind == 1:
        return (*_stalk(w, tool), *placed_at(flower(0.27 * w, 6, tool, "core", "heart"), 0.0, -0.17 * w, 10.0))
    if kind == 2:
        return (*_stalk(w, tool), *placed_at(rose(0.28 * w, tool, "heart"), 0.0, -0.16 * w))
    if kind == 3:
        return placed_at(sprig(0.62 * w, tool, 2, "heart"), 0.02 * w, 0.18 * w, 6.0)
    if kind == 4:
        return (*_stalk(w, tool), *placed_at(drop_flower(0.28 * w, 8, tool), 0.0, -0.16 * w))
    if kind == 5:
        return (*_stalk(w, tool), *placed_at(edelweiss(0.3 * w, tool), 0.0, -0.15 * w))
    return (*_stalk(w, tool), *placed_at(bud(0.5 * w, tool, "accent"), 0.0, 0.04 * w))


def _stalk(w: float, tool: Pen) -> Figure:
    """Return a stalk with two leaves, rooted where the next row of beds begins."""
    leaves = [
        leaf([(0.0, 0.16 * w), (s * 0.15 * w, 0.09 * w), (s * 0.31 * w, 0.05 * w)], 0.065 * w, tool, "sawut")
        for s in (-1, 1)
    ]
    stalk = line("body", smooth([(0.0, 0.18 * w), (0.01 * w, 0.06 * w), (0.0, -0.1 * w)]), 1.3 * tool.line_mm)
    return (stalk, *leaves[0], *leaves[1])


GENERATOR = Generator(
    about=About(
        id="seribu_taman",
        name=Words("Seribu taman", "Seribu Taman"),
        meaning=Words(
            "Seribu taman: penghijauan Kota Probolinggo.",
            "A thousand gardens: the greening of Probolinggo City.",
        ),
        family="probolinggo",
        region=Words("Kota Probolinggo, Jawa Timur", "Probolinggo City, East Java"),
        source="Name and sense: merdeka.com, jatim manggur; goodnewsfromindonesia.id, batik manggur. The drawing, "
        "beds like scales with a plant in each, is this program's own, to be approved by a local instructor.",
    ),
    parameters=(
        size(44.0, 30.0, 70.0),
        ISEN,
        line_width(0.7),
    ),
    draw=_draw,
)
