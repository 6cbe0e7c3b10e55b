"""Sekar jagad: islands with waved edges, each filled with another pattern, dotted straits between them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Points
from batikstudio.geometry.rings import Rings, holds, rings_of
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.ground import covered
from batikstudio.motifs.ornaments.islands import Islands, along, islands
from batikstudio.motifs.ornaments.patches import edged, filled, fillings
from batikstudio.motifs.ornaments.sprays import spray
from batikstudio.motifs.strokes import dots, number

COUNT = 4
"""Islands along each side of the repeat."""
STRAIT_MM = 3.6
CECEK_MM = 1.05


def _draw(values: dict[str, Value]) -> Drawn:
    step, thick = number(values, "island_mm"), number(values, "line_mm")
    chart = islands(COUNT, step, int(number(values, "arrangement")))
    patches = [_shore(outline) for outline in chart.outlines]
    dark = flowery(chart, COUNT * COUNT // 4)
    pale = [k for k in range(len(patches)) if k not in dark]
    parts: list[Part] = [*edged("body", [patches[k] for k in pale], thick)]
    for nth, role in enumerate(("ground", "heart")):
        some = [patches[k] for k in dark[nth::2]]
        parts += edged(role, some, thick) if some else []
    if values["isen"]:
        parts.append(dots("filler", np.concatenate([along(strait, 2.5) for strait in chart.straits]), 1.1))
        small = fillings()
        for k, kind in zip(pale, assigned(chart, pale, len(small)), strict=True):
            turn = (0.0, 35.0, -28.0, 12.0, -50.0)[k % 5]
            frame = Affine.translation(*_middle(patches[k])) @ Affine.rotation(turn)
            parts += filled(patches[k], small[kind], frame)
    for nth, k in enumerate(dark):
        parts += _garden(patches[k], thick, 75.0 * nth, "heart" if nth % 2 == 0 else "accent", bool(values["isen"]))
    side = COUNT * step
    return tuple(parts), CustomaryRepeat("grid", side, side, "p1")


def _shore(outline: Points) -> Rings:
    from batikstudio.geometry.areas import inset

    return inset(rings_of([outline]), STRAIT_MM / 2, 0.03)


def _middle(patch: Rings) -> tuple[float, float]:
    x0, y0, x1, y1 = patch.bounds
    return (x0 + x1) / 2, (y0 + y1) / 2


def flowery(chart: Islands, count: int) -> list[int]:
    """Return the islands that are dark and bear flowers: as many as ``count``, none beside another."""
    chosen: list[int] = []
    for k, near in enumerate(chart.neighbours):
        if len(chosen) < count and not near & set(chosen):
            chosen.append(k)
    return chosen


def assigned(chart: Islands, pale: Sequence[int], kinds: int) -> list[int]:
    """Return which pattern each pale island has: all in turn, never the same on two that are neighbours."""
    found: dict[int, int] = {}
    for nth, k in enumerate(pale):
        taken = {found[n] for n in chart.neighbours[k] if n in found}
        found[k] = next(kind % kinds for kind in range(nth, nth + kinds) if kind % kinds not in taken)
    return [found[k] for k in pale]


def _garden(patch: Rings, thick: float, turn_deg: float, leaves: str, isen: bool) -> list[Part]:
    """Return a spray on a dark island with cecek about it."""
    from batikstudio.geometry.areas import inset

    x, y = _middle(patch)
    room = patch.points - np.array([x, y])
    radius = 0.98 * float(np.hypot(*room.T).min())
    shift = Affine.translation(x, y)
    flower = [
        Part(p.kind, p.role, p.path.transformed(shift), p.width_mm, p.cap)
        for p in spray(radius, 0.8 * thick, turn_deg, "body", leaves)
    ]
    if not isen:
        return flower
    x0, y0, x1, y1 = patch.bounds
    pitch = 2.6
    columns, rows = np.meshgrid(np.arange(x0, x1, pitch), np.arange(y0, y1, 0.87 * pitch))
    columns = columns + (np.arange(len(columns)) % 2 * pitch / 2)[:, None]
    places = np.stack((columns.ravel(), rows.ravel()), axis=1)
    inner = inset(patch, 1.3 + CECEK_MM, 0.2)
    free = holds(inner, places) & ~holds(covered(flower, CECEK_MM / 2 + 0.5), places)
    return [*flower, dots("filler", places[free], CECEK_MM)] if free.any() else flower


GENERATOR = Generator(
    about=About(
        id="sekar_jagad",
        name=Words("Sekar jagad", "Sekar jagad"),
        meaning=Words(
            "Peta atau bunga dunia: pulau-pulau yang isinya berlainan, keragaman yang menjadi satu.",
            "Map or flowers of the world: islands with unlike fillings, diversity that is one.",
        ),
        family="ceplok",
        region=Words("Yogyakarta, Surakarta dan pesisir", "Yogyakarta, Surakarta and the coast"),
        source="Meaning: common knowledge of the craft; sizes of the islands and the arrangement are estimates.",
        ground="keep1",
    ),
    parameters=(
        Parameter("island_mm", "float", 58.0, Words("Lebar pulau", "Width of an island"), "mm", 45.0, 75.0),
        Parameter("arrangement", "int", 11, Words("Susunan no.", "Arrangement no."), "", 1, 999),
        Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)")),
        Parameter("line_mm", "float", 0.9, Words("Tebal garis", "Line width"), "mm", 0.6, 1.4),
    ),
    draw=_draw,
)
