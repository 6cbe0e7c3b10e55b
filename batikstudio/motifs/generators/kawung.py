"""Kawung: four rounded ovals about a centre, on a square lattice."""

from __future__ import annotations

import math

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, ellipse, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.kawung import (
    Ovals,
    cecek_sawut,
    oval,
    ovals,
    small_kawung,
    split_bean,
    squarish_oval,
    two_dots,
    two_squares,
)
from batikstudio.motifs.strokes import QUARTERS, about, contour, dots, framed, line, number, orbit, placed

SIZES = {"picis": 0.5, "bribil": 0.72, "sen": 1.0, "beton": 1.0, "sari": 1.0, "geger": 1.25, "ageng": 1.6}
"""How large each kind is beside a kawung sen; picis, bribil and sen are coins, in the order of their kawung."""


def _draw(values: dict[str, Value]) -> Drawn:
    variant = str(values["variant"])
    size, thick = (
        number(values, "size_mm") * SIZES[variant],
        number(values, "line_mm") * min(1.0, 0.4 + 0.6 * SIZES[variant]),
    )
    shape = ovals(size, thick)
    # The oval on the diagonal to the lower right; quarter turns about the origin give the other three.
    home = Affine.translation(size / 4, size / 4) @ Affine.rotation(45)
    maps = tuple(turn @ home for turn in QUARTERS)
    isen = bool(values["isen"])
    inset = thick / 2 + max(0.9 * size / 52.0, 0.02 * size)
    white, inner = oval(shape.p, shape.q), oval(shape.p - inset, shape.q - inset)
    if variant == "ageng":
        white, inner = squarish_oval(shape), squarish_oval(shape, inset)
    parts: list[Part] = [*framed("body", orbit(white, maps), thick)]
    if variant != "picis":
        parts.append(line("inline", orbit(inner, maps), 0.55 * thick))
    parts += _inside(variant, shape, maps, thick, isen)
    # As one column among other motifs the figures that would lie on its edges are left out.
    column = bool(values["column"])
    parts += _lozenges(shape, thick, column) if variant == "ageng" else _voids(shape, thick, isen, column)
    parts += _centres(shape, thick, variant, isen, column)
    return tuple(parts), CustomaryRepeat("grid", size, size, "p4m")


def _inside(variant: str, shape: Ovals, maps: tuple[Affine, ...], thick: float, isen: bool) -> list[Part]:
    """Return what lies in the ovals."""
    if variant == "beton":
        return two_squares(shape, maps, thick)
    if variant == "sari":
        return split_bean(shape, maps, thick)
    if variant == "geger":
        return small_kawung(shape, maps, thick, isen)
    if variant == "ageng":
        return cecek_sawut(shape, maps, thick)
    return two_dots(shape, maps)


def _lozenges(shape: Ovals, thick: float, column: bool) -> list[Part]:
    """Return the figure in the voids of ageng: lozenges with hollow sides, one in the other."""
    a = shape.a
    places = ((0.0, a / 2),) if column else ((a / 2, 0.0), (0.0, a / 2))
    maps = tuple(Affine.translation(x, y) for x, y in places)
    parts = [*framed("accent", orbit(_hollow(0.235 * a), maps), thick)]
    for reach in (0.175, 0.125, 0.08):
        parts.append(line("ground", orbit(_hollow(reach * a), maps), max(0.011 * a, 0.6)))
    parts += framed("body", orbit(_hollow(0.036 * a), maps), 0.5 * thick)
    d = max(0.015 * a, 0.6)
    turns = tuple(turn for x, y in places for turn in about(x, y, QUARTERS))
    return [*parts, dots("filler", placed(turns, [(0.262 * a, 0.0), (0.288 * a, 0.0), (0.314 * a, 0.0)]), d)]


def _hollow(reach: float) -> Path:
    """Return a lozenge with hollow sides and corners on the axes."""
    side = [(0.4 * reach, -0.4 * reach), (reach, 0.0)]
    return contour(np.concatenate([turn.apply(np.array(side)) for turn in QUARTERS]), range(1, 8, 2))


def _voids(shape: Ovals, thick: float, isen: bool, column: bool) -> list[Part]:
    """Return the four-lobed figure between the ovals, and the dots that follow their edges where there is room."""
    a = shape.a
    d = max(0.019 * a, 0.45)
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
        # The crossing lines that frame the seeds run in the ribbon, from the centre towards the figure in each void.
        return [line("accent", orbit(smooth([(0.0, 0.0), (0.29 * a, 0.0)]), turns), 0.55 * thick), *parts]
    if variant == "ageng":
        lozenge = _hollow(0.55 * r).transformed(Affine.translation(1.5 * r, 0.0))
        return [*framed("body", orbit(lozenge, turns), 0.6 * thick), dots("accent", placed(maps, [(0, 0)]), 0.4 * r)]
    if isen:
        d = max(0.019 * a, 0.45)
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
        "for sentana dalem (kompas.tv 218390, 448315). Sizes picis, bribil, sen: pegawainegeri.net, kawung-picis. "
        "Beton, sari and geger: waverunnersfastpitch.net and popbela.com, kawung. Sekar ageng with cecek sawut and "
        "small lozenges: henyfadilah.wordpress.com 2012/08/28. How large the kinds are beside each other: an estimate.",
        version=2,
        larangan=LARANGAN,
    ),
    parameters=(
        Parameter("size_mm", "float", 52.0, Words("Ukuran (kawung sen)", "Size (of a kawung sen)"), "mm", 30.0, 100.0),
        Parameter(
            "variant",
            "choice",
            "sen",
            Words("Ragam", "Variant"),
            choices={
                "picis": Words("picis (kecil, dua titik)", "picis (small, two dots)"),
                "bribil": Words("bribil (sedang)", "bribil (middling)"),
                "sen": Words("sen (besar)", "sen (large)"),
                "beton": Words("beton (biji nangka)", "beton (jackfruit seed)"),
                "sari": Words("sari, kopi (biji kopi)", "sari, kopi (coffee bean)"),
                "geger": Words("geger (kawung dalam kawung)", "geger (kawung in kawung)"),
                "ageng": Words("sekar ageng (cecek sawut)", "sekar ageng (cecek sawut)"),
            },
        ),
        Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)")),
        Parameter("column", "bool", False, Words("Lajur: tepi tanpa isi", "Column: plain edges")),
        Parameter("line_mm", "float", 1.1, Words("Tebal garis", "Line width"), "mm", 0.6, 2.0),
    ),
    draw=_draw,
)
