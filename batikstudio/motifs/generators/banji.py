"""Banji: a net of hooked crosses whose arms join, straight or turned by 45 degrees, with flowers in its openings."""

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
from batikstudio.motifs.ornaments.rosettes import petal
from batikstudio.motifs.strokes import QUARTERS, contour, dots, framed, line, number, orbit, placed

ARM = 1.0
"""The first reach of an arm before it bends, in units of the net."""


CECEK_MM = 1.1
WIDEST_MM = 6.0
"""A bar with its edges is drawn as lines, and wider than this a canting draws none."""


def arm(unit: float, half: float) -> Path:
    """Return the two arms that join a cross at the origin to the next one along x, mm.

    ``half`` is half the way between the two, in units; a half turn about the middle of the way changes nothing.
    """
    bends = [(0, 0), (ARM, 0), (ARM, -ARM), (half, -ARM), (half, ARM), (2 * half - ARM, ARM), (2 * half - ARM, 0)]
    return polyline([(x * unit, y * unit) for x, y in [*bends, (2 * half, 0)]])


def _draw(values: dict[str, Value]) -> Drawn:
    a, thick, flowers = number(values, "size_mm"), number(values, "line_mm"), bool(values["flowers"])
    half = 3.0 if flowers else 2.0
    unit = a / (2 * half)
    net = joined([arm(unit, half), arm(unit, half).transformed(Affine.rotation(90))])
    width = min(0.42 * unit, WIDEST_MM - 2 * thick)
    parts = [line("outline", net, width + 2 * thick), line("body", net, width), line("inline", net, 0.5 * thick)]
    if flowers:
        parts += _flower(a, unit, thick, bool(values["isen"]))
    if values["latar"]:
        parts += cecek("accent", parts, a, 2.3, CECEK_MM, 0.55)
    if not values["turned"]:
        return tuple(parts), CustomaryRepeat("grid", a, a, "p4")
    # The square lattice on its corner: an upright cell twice as large holds it twice.
    side = a * math.sqrt(2.0)
    turn = Affine.rotation(45)
    both = [turn, Affine.translation(side / 2, side / 2) @ turn]
    return (
        tuple(Part(p.kind, p.role, orbit(p.path, both), p.width_mm, p.cap, p.even_odd) for p in parts),
        CustomaryRepeat("grid", side, side, "p4"),
    )


def _flower(a: float, unit: float, thick: float, isen: bool) -> list[Part]:
    """Return the flower in the opening between four crosses: four petals, and leaves that whirl with the hooks."""
    middle = Affine.translation(a / 2, a / 2)
    quarters = tuple(middle @ turn for turn in QUARTERS)
    diagonals = tuple(middle @ turn @ Affine.rotation(45) for turn in QUARTERS)
    drop = petal(0.3 * unit, 1.38 * unit, 0.42 * unit, pointed=False)
    # The leaf bows to one side, as the hooks do.
    leaf = contour(
        np.array([(0.5, 0.0), (1.1, -0.38), (1.7, -0.34), (2.2, 0.12), (1.6, 0.24), (1.05, 0.2)]) * unit,
        (0, 3),
    )
    parts = [*framed("heart", orbit(leaf, diagonals), 0.8 * thick), *framed("body", orbit(drop, quarters), thick)]
    if isen:
        rib = [(1.0 * unit, -0.04 * unit), (1.4 * unit, -0.07 * unit), (1.75 * unit, -0.02 * unit)]
        parts.append(dots("filler", placed(diagonals, rib), max(0.15 * unit, 0.8)))
        hairs = [smooth([(0.62 * unit, y * unit), (1.0 * unit, 2.0 * y * unit)]) for y in (-0.09, 0.0, 0.09)]
        parts.append(line("accent", orbit(joined(hairs), quarters), 0.5 * thick, "isen"))
    core = circle(a / 2, a / 2, 0.34 * unit)
    return [*parts, *framed("body", core, 0.8 * thick), dots("accent", [(a / 2, a / 2)], max(0.3 * unit, 0.9))]


GENERATOR = Generator(
    about=About(
        id="banji",
        name=Words("Banji", "Banji"),
        meaning=Words(
            "Sepuluh ribu berkah: menurut satu keterangan ban berarti sepuluh dan ji seribu. Kait-kaitnya lambang lama "
            "dari Asia; pembeli luar negeri dapat salah paham.",
            "Ten thousand blessings: by one account ban is ten and ji a thousand. The hooks are an old Asian sign; "
            "buyers abroad may misread them.",
        ),
        family="banji",
        region=Words("Lasem, Cirebon, Surakarta", "Lasem, Cirebon, Surakarta"),
        source="Name and form: noewidya26.blogspot.com, pola batik. Joined arms and the net on its corner: common "
        "knowledge of the craft; the measures are estimates.",
    ),
    parameters=(
        Parameter("size_mm", "float", 36.0, Words("Ukuran", "Size"), "mm", 24.0, 70.0),
        Parameter("turned", "bool", True, Words("Miring 45°", "Turned by 45°")),
        Parameter("flowers", "bool", True, Words("Bunga dan daun", "Flowers and leaves")),
        Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)")),
        Parameter("latar", "bool", True, Words("Cecek latar", "Dots on the ground")),
        Parameter("line_mm", "float", 0.8, Words("Tebal garis", "Line width"), "mm", 0.4, 1.2),
    ),
    draw=_draw,
)
