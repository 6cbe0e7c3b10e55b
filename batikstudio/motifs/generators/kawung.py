"""Kawung: four rounded ovals about a centre, on a square lattice."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, ellipse, joined, polyline, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.strokes import QUARTERS, about, area, contour, dots, framed, line, number, orbit, placed

ROUNDNESS = 1.38
"""Long half-axis over short half-axis of an oval: rounded, never a pointed lens."""


@dataclass(frozen=True)
class Ovals:
    """The measures of the ovals in a lattice of side ``a``, mm.

    Attributes
    ----------
    a : float
        Side of the lattice square.
    gap : float
        The ground between two ovals at their closest.
    p, q : float
        Half-axes, along the diagonal and across it. The box of an ellipse turned by 45 degrees has the half side
        ``sqrt((p*p + q*q) / 2)``; it must stay ``gap / 2`` short of ``a / 4``, so ``p*p + q*q < a*a / 8``.
    """

    a: float
    gap: float
    p: float
    q: float


def ovals(size_mm: float, line_mm: float) -> Ovals:
    """Return the ovals that leave a ribbon of ground 2 to 4 mm wide, or somewhat more than the outline beside it."""
    gap = min(max(0.046 * size_mm, 2.0, line_mm + 0.9), 4.0)
    q = math.sqrt(2.0 * (size_mm / 4 - gap / 2) ** 2 / (1.0 + ROUNDNESS**2))
    return Ovals(size_mm, gap, ROUNDNESS * q, q)


def _draw(values: dict[str, Value]) -> Drawn:
    size, thick = number(values, "size_mm"), number(values, "line_mm")
    shape = ovals(size, thick)
    # The oval on the diagonal to the lower right; quarter turns about the origin give the other three.
    home = Affine.translation(size / 4, size / 4) @ Affine.rotation(45)
    maps = tuple(turn @ home for turn in QUARTERS)
    isen = bool(values["isen"])
    parts: list[Part] = [*framed("body", orbit(ellipse(0, 0, shape.p, shape.q), maps), thick)]
    inset = thick / 2 + max(0.9, 0.02 * size)
    inner = ellipse(0, 0, shape.p - inset, shape.q - inset)
    parts.append(line("inline", orbit(inner, maps), 0.55 * thick))
    parts += _seeds(str(values["variant"]), shape, maps, thick)
    # As one column among other motifs the figures that would lie on its edges are left out.
    column = bool(values["column"])
    parts += _voids(shape, thick, isen, column)
    parts += _centres(shape, thick, str(values["variant"]), isen, column)
    return tuple(parts), CustomaryRepeat("grid", size, size, "p4m")


def _seeds(variant: str, shape: Ovals, maps: tuple[Affine, ...], thick: float) -> list[Part]:
    """Return what lies in an oval: two seeds, two square seeds, or the split of a bean."""
    along = 0.31 * shape.p
    if variant == "picis":
        return [dots("accent", placed(maps, [(-along, 0), (along, 0)]), max(0.04 * shape.a, 1.2))]
    if variant == "beton":
        r = 0.042 * shape.a
        seed = polyline([(r, 0), (0, r), (-r, 0), (0, -r)], closed=True)
        two = joined([seed.transformed(Affine.translation(x, 0)) for x in (-along, along)])
        return [area("accent", orbit(two, maps))]
    # The split runs in two bowed lines, so that it is mirrored along the oval and across it.
    end, bow = 0.62 * shape.p, 0.075 * shape.q
    split = [smooth([(-end, 0), (0, side * bow), (end, 0)]) for side in (-1, 1)]
    hairs = [
        smooth([(x, side * 0.2 * shape.q), (1.1 * x, side * (0.5 - 0.22 * abs(x) / end) * shape.q)])
        for x in np.linspace(-0.72, 0.72, 7) * end
        for side in (-1, 1)
    ]
    return [
        area("accent", orbit(_lens(end, bow), maps)),
        line("accent", orbit(joined(split), maps), 0.4 * thick),
        line("accent", orbit(joined(hairs), maps), 0.5 * thick, "isen"),
    ]


def _lens(half: float, bow: float) -> Path:
    """Return the split of a bean, pointed at both ends."""
    return contour([(-half, 0), (0, -bow), (half, 0), (0, bow)], (0, 2))


def _voids(shape: Ovals, thick: float, isen: bool, column: bool) -> list[Part]:
    """Return the four-lobed figure between the ovals, and the dots that follow their edges where there is room."""
    a = shape.a
    d = max(0.019 * a, 0.6)
    room = _room(shape, thick, d)
    beaded = isen and room > 0.09 * a
    reach, waist = min(0.142 * a, room) if beaded else 0.142 * a, 0.05 * a
    lobe = [(waist * 0.72, -waist * 0.72), (0.6 * reach, -0.4 * reach), (reach, 0.0), (0.6 * reach, 0.4 * reach)]
    ring = np.concatenate([turn.apply(np.array(lobe)) for turn in QUARTERS])
    figure = contour(ring, range(0, 16, 4))
    places = ((0.0, a / 2),) if column else ((a / 2, 0.0), (0.0, a / 2))
    maps = tuple(Affine.translation(x, y) for x, y in places)
    turns = tuple(turn for x, y in places for turn in about(x, y, QUARTERS))
    parts = [*framed("heart", orbit(figure, maps), 0.9 * thick)]
    core = 0.03 * a
    parts += framed("body", orbit(ellipse(0, 0, core, core), maps), 0.6 * thick)
    if not isen:
        return parts
    parts.append(dots("accent", placed(maps, [(0, 0)]), d))
    parts.append(dots("filler", placed(turns, [(0.42 * reach, 0), (0.74 * reach, 0)]), d))
    parts.append(dots("filler", placed(turns, [(0.58 * reach, 0.2 * reach), (0.58 * reach, -0.2 * reach)]), 0.85 * d))
    return [*parts, *_beads(shape, turns, thick, d, reach)] if beaded else parts


def _bead_offset(thick: float, d: float) -> float:
    """Return how far from the edge of an oval its row of cecek runs, mm."""
    return thick / 2 + 0.75 * d + 0.35


def _room(shape: Ovals, thick: float, d: float) -> float:
    """Return the longest reach of the figure in a void whose sides stay clear of the rows of cecek, mm."""
    free = shape.a / (2 * math.sqrt(2)) - shape.q - _bead_offset(thick, d) - d / 2
    return (free - 0.3 - 0.45 * thick) / 0.74


def _beads(shape: Ovals, turns: tuple[Affine, ...], thick: float, d: float, reach: float) -> list[Part]:
    """Return the row of cecek along an oval, drawn in the void's own frame, and the dots at the void's tips."""
    a = shape.a
    off = _bead_offset(thick, d)
    # The oval's centre seen from the void at (a/2, 0) is (-a/4, a/4); its long axis runs along (1, 1).
    angle = np.linspace(-1, 1, 9) * 0.5
    x, y = (shape.q + off) * np.cos(angle), (shape.p + off) * np.sin(angle)
    across, along = np.array([1.0, -1.0]) / math.sqrt(2), np.array([1.0, 1.0]) / math.sqrt(2)
    row = np.array([-a / 4, a / 4]) + x[:, None] * across + y[:, None] * along
    tip = [(reach + 0.05 * a, 0.0), (reach + 0.085 * a, 0.0)]
    return [dots("accent", placed(turns, row), d), dots("filler", placed(turns, tip), 0.85 * d)]


def _centres(shape: Ovals, thick: float, variant: str, isen: bool, column: bool) -> list[Part]:
    """Return the small figure where four ovals meet."""
    a = shape.a
    r = 0.055 * a
    places = ((0.0, 0.0),) if column else ((0.0, 0.0), (a / 2, a / 2))
    maps = tuple(Affine.translation(x, y) for x, y in places)
    turns = tuple(turn for x, y in places for turn in about(x, y, QUARTERS))
    corners = np.array([(r, 0), (0.4 * r, 0.4 * r)])
    star = np.concatenate([turn.apply(corners) for turn in QUARTERS])
    parts = [*framed("body", orbit(contour(star, range(0, 8, 2)), maps), 0.6 * thick)]
    if variant == "beton":
        arm = smooth([(0.34 * r, 0.34 * r), (1.0 * r, 1.0 * r)])
        parts.append(line("accent", orbit(arm, turns), 0.7 * thick))
    if isen:
        d = max(0.019 * a, 0.6)
        parts.append(dots("accent", placed(maps, [(0, 0)]), 0.8 * d))
        parts.append(dots("accent", placed(turns, [(r + 0.028 * a, 0), (r + 0.055 * a, 0)]), 0.85 * d))
    return parts


GENERATOR = Generator(
    about=About(
        id="kawung",
        name=Words("Kawung", "Kawung"),
        meaning=Words(
            "Kesucian dan pengendalian diri; empat bulatan dan pusatnya dibaca sebagai keblat papat lima pancer.",
            "Purity and self-control; four ovals and their centre are read as keblat papat lima pancer, "
            "the four directions and the middle.",
        ),
        family="kawung",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Meaning: common knowledge of the craft. Larangan: the list of the Kraton Yogyakarta, where kawung is "
        "for sentana dalem (kompas.tv 218390, 448315). Sizes picis, bribil, sen: pegawainegeri.net, kawung-picis.",
        larangan=LARANGAN,
    ),
    parameters=(
        Parameter("size_mm", "float", 52.0, Words("Ukuran", "Size"), "mm", 30.0, 100.0),
        Parameter(
            "variant",
            "choice",
            "picis",
            Words("Ragam", "Variant"),
            choices={
                "picis": Words("picis (dua titik)", "picis (two dots)"),
                "beton": Words("beton (biji nangka)", "beton (jackfruit seed)"),
                "sari": Words("sari (biji kopi)", "sari (coffee bean)"),
            },
        ),
        Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)")),
        Parameter("column", "bool", False, Words("Lajur: tepi tanpa isi", "Column: plain edges")),
        Parameter("line_mm", "float", 1.1, Words("Tebal garis", "Line width"), "mm", 0.6, 2.0),
    ),
    draw=_draw,
)
