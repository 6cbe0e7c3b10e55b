"""Cemukiran: rays of leaf-flames along an edge, or around an undecorated diamond."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import joined, polyline
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.choices import ISEN, LATAR, line_width, pen
from batikstudio.motifs.ornaments.figures import PAIR, Figure, Pen, moved, placed_at
from batikstudio.motifs.ornaments.frames import ray, rays
from batikstudio.motifs.ornaments.grounds import laid
from batikstudio.motifs.strokes import area, dots, line, number

STEP = 0.72
"""From ray to ray, in lengths of a ray."""
_PER_SIDE = 4
"""Rays along one side of the diamond."""


def _draw(values: dict[str, Value]) -> Drawn:
    long, own = number(values, "size_mm"), pen(values)
    step = STEP * long
    if values["variant"] == "edge":
        figure = (*rays((-step / 2, 0.4 * long), (step / 2, 0.4 * long), 1, long, own), *_hem(step, long, own))
        repeat = CustomaryRepeat("grid", step, 1.3 * long, "pm")
        return laid(figure, repeat, own, str(values["latar"]), mirrored=True)
    figure = _around(step, long, own)
    side = 2 * (_PER_SIDE * step / 2**0.5 + 0.9 * long)
    return laid(figure, CustomaryRepeat("half-drop 1/2", side, side, "cmm"), own, str(values["latar"]), mirrored=True)


def _hem(step: float, long: float, own: Pen) -> Figure:
    """Return the double line with cecek on which the rays of an edge stand."""
    top, low = 0.4 * long, 0.52 * long
    field = polyline([(-step / 2, top), (step / 2, top), (step / 2, low), (-step / 2, low)], closed=True)
    both = joined([polyline([(-step / 2, y), (step / 2, y)]) for y in (top, low)])
    parts = [area("body", field), line("outline", both, own.line_mm)]
    if own.isen:
        count = 2 * round(step / 5.2)
        x = ((np.arange(count) + 0.5) / count - 0.5) * step
        parts.append(dots("accent", np.stack((x, np.full_like(x, (top + low) / 2)), axis=1), own.dot_mm))
    return tuple(parts)


def _around(step: float, long: float, own: Pen) -> Figure:
    """Return rays on the four sides of a diamond that stays plain inside, a large one at each corner."""
    half = _PER_SIDE * step / 2**0.5
    side = rays((-half, 0.0), (0.0, -half), _PER_SIDE, long, own)
    corner = placed_at(ray(0.8 * long, own), 0, -half)
    edge = polyline([(half, 0), (0, half), (-half, 0), (0, -half)], closed=True)
    inner = polyline([(half - 4, 0), (0, half - 4), (4 - half, 0), (0, 4 - half)], closed=True)
    upside_down = Affine.scaling(1, -1)
    return (
        *moved(side, *PAIR, *(upside_down @ one for one in PAIR)),
        *moved(corner, *(Affine.rotation(90 * k) for k in range(4))),
        area("body", edge),
        line("outline", edge, own.line_mm),
        line("inline", inner, own.fine_mm),
    )


GENERATOR = Generator(
    about=About(
        id="cemukiran",
        name=Words("Cemukiran", "Cemukiran"),
        meaning=Words(
            "Tepi lidah api dan daun yang memancar, pada iket, dodot dan kemben; dahulu hanya untuk raja dan "
            "putra mahkota.",
            "A radiating edge of flames and leaves on head cloths, dodot and kemben; once for the king and the "
            "crown prince.",
        ),
        family="pinggiran",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Larangan: the list of the Kraton Yogyakarta (kompas.tv 448315), king and crown prince (kompas.tv "
        "218390). "
        "Form: common knowledge of the craft.",
        larangan=LARANGAN,
    ),
    parameters=(
        Parameter("size_mm", "float", 55.0, Words("Panjang lidah", "Length of a ray"), "mm", 40.0, 80.0),
        Parameter(
            "variant",
            "choice",
            "edge",
            Words("Ragam", "Variant"),
            choices={"edge": Words("tepi", "edge"), "diamond": Words("keliling wajik", "around a diamond")},
        ),
        ISEN,
        LATAR,
        line_width(),
    ),
    draw=_draw,
)
