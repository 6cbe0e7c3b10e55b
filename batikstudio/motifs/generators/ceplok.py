"""Ceplok: a medallion with a four-leaved flower in its frame, and a small flower between four of them."""

from __future__ import annotations

import math

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, circle, joined, polyline, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.ground import cecek
from batikstudio.motifs.ornaments.patches import filled, star_field
from batikstudio.motifs.ornaments.rosettes import lobed, mirrored, petal, ring_of
from batikstudio.motifs.strokes import QUARTERS, about, area, dots, framed, line, number, orbit, placed

CECEK_MM = 1.25
INNER = 0.345
"""How far the dark field reaches, in sides of the cell."""

FIELD = {"circle": 0.88, "lobes": 0.86, "square": 0.75}
"""How far the flower reaches in the dark field of each frame."""

_DIAGONALS = tuple(turn @ Affine.rotation(45) for turn in QUARTERS)


def frame(kind: str, radius: float) -> Path:
    """Return the outline of a medallion: a circle, eight lobes, or a square on its corner; ``radius`` in mm."""
    if kind == "circle":
        return circle(0, 0, radius)
    if kind == "lobes":
        return lobed(0.88 * radius, 1.04 * radius, 8)
    reach = 1.12 * radius
    return polyline([(reach, 0), (0, reach), (-reach, 0), (0, -reach)], closed=True)


def _draw(values: dict[str, Value]) -> Drawn:
    a, thick = number(values, "size_mm"), number(values, "line_mm")
    kind, isen = str(values["frame"]), bool(values["isen"])
    truntum = values["field"] == "truntum"
    inside = _truntum(kind, a, thick) if truntum else _flower(a, FIELD[kind] * INNER * a, thick, isen)
    around = [*_medallion(kind, a, thick), *_between(a, thick, isen), *_links(kind, a, thick)]
    parts = [*inside, *around]
    if values["latar"]:
        # The field of small flowers has no room for more, so it counts as a whole.
        kept_clear = [*around, area("ground", frame(kind, INNER * a))] if truntum else parts
        parts += cecek("accent", kept_clear, a, 2.6, CECEK_MM, 0.7)
    return tuple(parts), CustomaryRepeat("grid", a, a, "p4m")


def _medallion(kind: str, a: float, thick: float) -> list[Part]:
    """Return the frame at the corner of the cell, a white band about a dark field."""
    radius, inner = 0.42 * a, INNER * a
    band = joined([frame(kind, radius), frame(kind, inner)])
    parts = [Part("areas", "body", band, even_odd=True), line("outline", band, thick)]
    if kind == "circle":
        count = 8 * max(round(2 * math.pi * radius / 8 / 4.2), 3)
        beads = ring_of((radius + inner) / 2, count, 180.0 / count)
        parts.append(dots("accent", beads, 0.025 * a))
    else:
        parts.append(line("inline", frame(kind, (radius + inner) / 2), 0.6 * thick))
    return parts


def _truntum(kind: str, a: float, thick: float) -> list[Part]:
    """Return small flowers all over the dark field, whole ones only."""
    from batikstudio.geometry.areas import inset, normalised

    edge = normalised([points for points, _ in frame(kind, INNER * a).subpaths(0.05)])
    return filled(inset(edge, thick / 2, 0.05), star_field(), Affine())


def _flower(a: float, reach: float, thick: float, isen: bool) -> list[Part]:
    """Return four broad leaves on the diagonals, four buds on the axes, stamens between them, and the heart."""
    leaf = petal(0.16 * reach, 1.04 * reach, 0.25 * reach, pointed=True)
    bud = petal(0.26 * reach, 0.98 * reach, 0.17 * reach, pointed=False)
    parts = [*framed("heart", orbit(bud, QUARTERS), 0.8 * thick), *framed("body", orbit(leaf, _DIAGONALS), thick)]
    if isen:
        rib = smooth([(0.26 * reach, 0.0), (0.88 * reach, 0.0)])
        veins = [
            smooth([(x * reach, 0.03 * reach), ((x + 0.11) * reach, tip * reach)])
            for x, tip in ((0.32, 0.15), (0.44, 0.17), (0.56, 0.14), (0.67, 0.09))
        ]
        parts.append(line("accent", orbit(rib, _DIAGONALS), 0.6 * thick))
        parts.append(line("accent", orbit(joined(mirrored(veins)), _DIAGONALS), 0.5 * thick, "isen"))
        beads = [(x * reach, 0.0) for x in (0.5, 0.63, 0.76, 0.88)]
        parts.append(dots("filler", placed(QUARTERS, beads), max(0.017 * a, 0.9)))
        side = [
            (x * reach, sign * y * reach) for x, y in ((0.94, 0.25), (0.84, 0.36), (0.98, 0.42)) for sign in (-1, 1)
        ]
        parts.append(dots("accent", placed(QUARTERS, side), max(0.022 * a, 1.1)))
    heart = circle(0, 0, 0.23 * reach)
    return [
        *parts,
        *framed("body", heart, thick),
        dots("accent", ring_of(0.14 * reach, 8), max(0.065 * reach, 0.7)),
        dots("accent", [(0, 0)], max(0.1 * reach, 0.9)),
    ]


def _between(a: float, thick: float, isen: bool) -> list[Part]:
    """Return the flower in the middle of the cell: four lobes, four leaves looking at the medallions' gaps."""
    turns, corners = about(a / 2, a / 2, QUARTERS), about(a / 2, a / 2, _DIAGONALS)
    middle = Affine.translation(a / 2, a / 2)
    leaf = petal(0.13 * a, 0.34 * a, 0.055 * a, pointed=True)
    bud = petal(0.13 * a, 0.235 * a, 0.03 * a, pointed=False)
    lobes = lobed(0.105 * a, 0.168 * a, 4, 45.0).transformed(middle)
    parts = [
        *framed("body", orbit(leaf, turns), 0.8 * thick),
        *framed("heart", orbit(bud, corners), 0.7 * thick),
        *framed("accent", lobes, thick, "filler" if isen else "outline"),
    ]
    petals = petal(0.045 * a, 0.125 * a, 0.03 * a, pointed=False)
    parts += framed("body", orbit(petals, corners), 0.7 * thick)
    if isen:
        rib = [smooth([(0.17 * a, 0.0), (0.29 * a, 0.0)])]
        veins = mirrored([smooth([(x * a, 0.006 * a), ((x + 0.022) * a, 0.03 * a)]) for x in (0.18, 0.21, 0.24)])
        parts.append(line("accent", orbit(joined(rib + veins), turns), 0.5 * thick, "isen"))
        parts.append(dots("accent", placed(corners, [(0.1 * a, 0.0)]), max(0.018 * a, 0.7)))
        parts.append(dots("filler", placed(turns, [(0.1 * a, 0.0)]), max(0.02 * a, 0.9)))
    core = circle(a / 2, a / 2, 0.036 * a)
    return [*parts, *framed("body", core, 0.7 * thick), dots("accent", [(a / 2, a / 2)], max(0.022 * a, 0.8))]


def _links(kind: str, a: float, thick: float) -> list[Part]:
    """Return the small lozenge between two medallions; squares on their corners leave no room for it."""
    places = ((a / 2, 0.0), (0.0, a / 2))
    if kind == "square":
        return [dots("filler", np.array(places), max(0.024 * a, 1.0))]
    r = 0.05 * a
    lozenge = polyline([(r, 0), (0, r), (-r, 0), (0, -r)], closed=True)
    maps = tuple(Affine.translation(x, y) for x, y in places)
    return [
        *framed("heart", orbit(lozenge, maps), 0.8 * thick),
        dots("filler", np.array(places), max(0.024 * a, 0.9)),
    ]


GENERATOR = Generator(
    about=About(
        id="ceplok",
        name=Words("Ceplok", "Ceplok"),
        meaning=Words(
            "Keluarga ragam hias geometris: bulatan, bintang atau kotak berisi bunga yang diulang rata. "
            "Artinya bergantung pada bentuk yang dipakai.",
            "The family of geometric ornaments: discs, stars or squares with a flower, repeated evenly. "
            "What it means depends on the shape that is used.",
        ),
        family="ceplok",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Family: psychologymania.com, ragam hias batik (after Susanto 1980); meaning by shape: inews.id, batik "
        "yogyakarta. The construction is a general one, an estimate.",
    ),
    parameters=(
        Parameter("size_mm", "float", 58.0, Words("Ukuran", "Size"), "mm", 44.0, 100.0),
        Parameter(
            "frame",
            "choice",
            "lobes",
            Words("Bingkai", "Frame"),
            choices={
                "circle": Words("bulat", "circle"),
                "lobes": Words("delapan lengkung", "eight lobes"),
                "square": Words("kotak", "square"),
            },
        ),
        Parameter(
            "field",
            "choice",
            "leaves",
            Words("Isi medalion", "Inside the medallion"),
            choices={
                "leaves": Words("bunga empat daun", "four-leaved flower"),
                "truntum": Words("truntum", "truntum"),
            },
        ),
        Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)")),
        Parameter("latar", "bool", True, Words("Cecek latar", "Dots on the ground")),
        Parameter("line_mm", "float", 0.9, Words("Tebal garis", "Line width"), "mm", 0.5, 1.2),
    ),
    draw=_draw,
)
