"""Probe: one plainly asymmetric flag, so that every turn, mirror and glide of a repeat can be told apart."""

from __future__ import annotations

import numpy as np

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import circle, smooth
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.strokes import contour, dots, framed, line, number

_FLAG = ((-0.2, -0.36), (0.08, -0.33), (0.34, -0.2), (0.22, -0.1), (0.05, -0.03), (-0.2, 0.04))
"""The contour of the flag, about a motif one unit high; the third point is its tip."""

_STAFF = ((-0.2, -0.4), (-0.2, 0.0), (-0.19, 0.28), (-0.1, 0.38), (0.03, 0.35), (0.07, 0.25), (0.0, 0.19))
"""The staff, with a hook at its foot that turns to the flag's side."""


def _draw(values: dict[str, Value]) -> Drawn:
    size, thick = number(values, "size_mm"), number(values, "line_mm")
    height = 0.9 * size
    flag = contour(np.array(_FLAG) * height, (0, 2, 5))
    parts = (
        *framed("body", flag, thick),
        line("outline", smooth(np.array(_STAFF) * height), 1.4 * thick),
        *framed("heart", circle(0.24 * height, 0.16 * height, 0.075 * height), thick),
        dots("accent", np.array([(-0.08, -0.2), (0.04, -0.19), (0.16, -0.17)]) * height, 1.2 * thick),
    )
    return parts, CustomaryRepeat("grid", size, size)


GENERATOR = Generator(
    about=About(
        id="probe",
        name=Words("Bendera uji", "Probe flag"),
        meaning=Words(
            "Gambar peraga, bukan motif batik: bentuknya tidak setangkup, jadi setiap putaran dan cermin "
            "pengulangan terlihat.",
            "A teaching figure, not a batik motif: it has no symmetry, so every turn and mirror of a repeat shows.",
        ),
        family="latar",
        region=Words("Peraga pelajaran", "Teaching figure"),
        source="Drawn for this program.",
    ),
    parameters=(
        Parameter("size_mm", "float", 30.0, Words("Ukuran", "Size"), "mm", 10.0, 100.0),
        Parameter("line_mm", "float", 1.0, Words("Tebal garis", "Line width"), "mm", 0.5, 2.0),
    ),
    draw=_draw,
)
