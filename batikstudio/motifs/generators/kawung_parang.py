"""Kawung whose large ovals are filled with rows of parang, a star-strewn void between them."""

from __future__ import annotations

import math

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, circle, joined, polyline
from batikstudio.geometry.rings import Rings
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from batikstudio.motifs.ornaments.ground import cecek
from batikstudio.motifs.ornaments.kawung import Ovals, oval, ovals
from batikstudio.motifs.ornaments.rosettes import petal
from batikstudio.motifs.strokes import EIGHTHS, HALVES, QUARTERS, about, area, dots, framed, line, number, orbit, placed

CECEK_MM = 0.95
CHAIN, BEADS = 0.13, 0.2
"""Half the width of the dark chain along an oval, and where its beads stand, in short half-axes."""
STROKE_MM = 3.2
"""The distance of two strokes of parang, at least."""


def _draw(values: dict[str, Value]) -> Drawn:
    size, thick, isen = number(values, "size_mm"), number(values, "line_mm"), bool(values["isen"])
    shape = ovals(size, thick)
    home = Affine.translation(size / 4, size / 4) @ Affine.rotation(45)
    maps = tuple(turn @ home for turn in QUARTERS)
    white = oval(shape.p, shape.q)
    parts = [*framed("body", orbit(white, maps), thick), *_centres(shape, thick), *_stars(shape, thick)]
    if isen:
        parts += [*_parang(shape, maps, thick, white), *cecek("filler", parts, size, 3.4, CECEK_MM, 0.6)]
    return tuple(parts), CustomaryRepeat("grid", size, size, "p4")


def _parang(shape: Ovals, maps: tuple[Affine, ...], thick: float, white: Path) -> list[Part]:
    """Return strokes that lean the same way on both sides of a dark chain of lozenges with beads along it."""
    from batikstudio.geometry.areas import inset, intersection, normalised

    room = inset(normalised([points for points, _ in white.subpaths(0.02)]), 0.7 * thick, 0.02)
    half, beads = CHAIN * shape.q, BEADS * shape.q
    far = 2 * shape.p
    band = normalised([np.array([(-far, -half), (far, -half), (far, half), (-far, half)])])
    chain = joined([polyline(ring, closed=True) for ring in intersection(room, band)])
    count = max(round(2 * shape.p / max(STROKE_MM, 0.125 * shape.p)), 8)
    pitch = 2 * shape.p / count
    along = (np.arange(count) + 0.5) * pitch - shape.p
    lozenge = polyline([(0.4 * pitch, 0), (0, 0.72 * half), (-0.4 * pitch, 0), (0, -0.72 * half)], closed=True)
    held = [x for x in along if abs(x) + 0.4 * pitch < shape.p - thick]
    chains = joined([lozenge.transformed(Affine.translation(x, 0)) for x in held])
    bead = min(0.36 * pitch, beads - half + 0.25 * pitch)
    heads = [(x, side * beads) for x in along for side in (-1, 1) if _inside_oval(x, beads, shape, bead + thick)]
    strokes = orbit(_strokes(room, shape, pitch, beads + 0.35 * pitch), HALVES)
    return [
        line("accent", orbit(strokes, maps), 1.25 * thick),
        line("ground", orbit(strokes, maps), 0.6 * thick),
        *framed("ground", orbit(chain, maps), 0.5 * thick),
        area("accent", orbit(chains, maps)),
        *framed("body", orbit(joined([circle(x, y, bead) for x, y in heads]), maps), 0.5 * thick),
    ]


def _inside_oval(x: float, y: float, shape: Ovals, margin: float) -> bool:
    return (x / (shape.p - margin)) ** 2 + (y / (shape.q - margin)) ** 2 < 1.0


def _strokes(room: Rings, shape: Ovals, pitch: float, start: float) -> Path:
    """Return the leaning S lines of one half of an oval, from the beads to its edge."""
    from batikstudio.geometry.areas import clipped_lines

    t = np.linspace(0.0, 1.0, 12)
    height = shape.q - start
    lean = 1.05 * height
    s_line = np.stack((lean * t + 0.22 * pitch * np.sin(2 * math.pi * t), start + height * t), axis=1)
    count = math.ceil(2 * shape.p / pitch) + 2
    runs = [s_line + np.array([k * pitch, 0.0]) for k in range(-count, count)]
    # A piece that does not begin at the beads has only brushed the edge.
    begun = [piece for piece in clipped_lines(runs, room) if piece[:, 1].min() < start + 0.3 * height]
    return joined([polyline(piece) for piece in begun if np.hypot(*(piece[-1] - piece[0])) > pitch])


def _centres(shape: Ovals, thick: float) -> list[Part]:
    """Return the white disc with a cross where four ovals meet."""
    a = shape.a
    r = min(0.064 * a, math.sqrt(2.0) / 4 * a - shape.p - thick - 0.5)
    maps = tuple(Affine.translation(x, y) for x, y in ((0.0, 0.0), (a / 2, a / 2)))
    cross = joined([polyline([(-r, 0.0), (r, 0.0)]), polyline([(0.0, -r), (0.0, r)])])
    turns = tuple(m @ turn @ Affine.rotation(45) for m in maps for turn in QUARTERS)
    return [
        *framed("body", orbit(circle(0, 0, r), maps), thick),
        line("accent", orbit(cross, maps), 0.55 * thick),
        dots("accent", placed(turns, [(0.5 * r, 0.0)]), max(0.2 * r, 0.8)),
    ]


def _stars(shape: Ovals, thick: float) -> list[Part]:
    """Return the star in the middle of each void and the four smaller ones about it, brown with a white eye."""
    a = shape.a
    places = ((a / 2, 0.0), (0.0, a / 2))
    middles = tuple(turn for x, y in places for turn in about(x, y, EIGHTHS))
    around = tuple(
        Affine.translation(x, y) @ quarter @ Affine.translation(0.155 * a, 0.0) @ turn
        for x, y in places
        for quarter in QUARTERS
        for turn in EIGHTHS
    )
    large, small = petal(0.022 * a, 0.082 * a, 0.017 * a, pointed=False), petal(0.012 * a, 0.045 * a, 0.0095 * a, False)
    far = tuple(turn for x, y in places for turn in about(x, y, QUARTERS))
    eyes = np.concatenate((np.array(places), placed(far, [(0.155 * a, 0.0)])))
    return [
        area("accent", orbit(large, middles)),
        area("accent", orbit(small, around)),
        dots("filler", eyes, max(0.02 * a, 0.9)),
        dots("filler", placed(far, [(0.098 * a, 0.0), (0.225 * a, 0.0)]), max(0.012 * a, 0.9)),
        dots("accent", placed(far, [(0.26 * a, 0.0)]), max(0.014 * a, 1.0)),
    ]


GENERATOR = Generator(
    about=About(
        id="kawung_parang",
        name=Words("Kawung isi parang", "Kawung filled with parang"),
        meaning=Words(
            "Gabungan dua motif: bulatan kawung berisi lajur parang. Kawung dibaca sebagai keblat papat lima pancer.",
            "Two motifs in one: ovals of kawung filled with rows of parang. Kawung is read as keblat papat lima "
            "pancer, the four directions and the middle.",
        ),
        family="kawung",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Meaning of kawung: common knowledge of the craft. Larangan: the list of the Kraton Yogyakarta, "
        "kompas.tv 218390, 448315. The construction follows finished sogan cloths; the name only describes it.",
        larangan=LARANGAN,
    ),
    parameters=(
        Parameter("size_mm", "float", 84.0, Words("Ukuran", "Size"), "mm", 60.0, 130.0),
        Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)")),
        Parameter("line_mm", "float", 0.9, Words("Tebal garis", "Line width"), "mm", 0.6, 1.5),
    ),
    draw=_draw,
)
