"""The cantings: how many nozzles, where they stand, how wide a line they leave."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import Literal

from batikstudio.base.words import Words

Nozzles = tuple[tuple[float, float], ...]

COLDEST_C, GOOD_C, TOO_HOT_C, SMOKING_C = 45.0, 60.0, 75.0, 110.0
"""Wax flows evenly from `GOOD_C` to `TOO_HOT_C` and does not flow below `COLDEST_C`. Estimates of the project from the
59 to 70 °C that workshops report."""


@dataclass(frozen=True)
class Canting:
    """One canting.

    Attributes
    ----------
    id : str
    name : Words
    nozzles : tuple of (across, along)
        Where each nozzle stands, mm: across and along the stroke, about the hand.
    leaves : str
        ``"line"`` where it is drawn, ``"dots"`` where it is set down.
    bore_mm : (float, float)
        The smallest and the largest inner width of a nozzle in use.
    line_mm : float
        The width that it leaves when it is well heated and drawn calmly.
    use : Words
    source : str
        Where the bore and the nozzles come from.
    line_estimated : bool
        Whether the width of the line is the project's estimate.
    """

    id: str
    name: Words
    nozzles: Nozzles
    leaves: Literal["line", "dots"]
    bore_mm: tuple[float, float]
    line_mm: float
    use: Words
    source: str
    line_estimated: bool = True


_ONE: Nozzles = ((0.0, 0.0),)


def _row(count: int, pitch_mm: float) -> Nozzles:
    return tuple(((k - (count - 1) / 2) * pitch_mm, 0.0) for k in range(count))


def _ring(count: int, radius_mm: float, first_deg: float = 0.0) -> Nozzles:
    angles = [2 * pi * k / count + first_deg * pi / 180 for k in range(count)]
    return tuple((round(radius_mm * sin(a), 6), round(radius_mm * cos(a), 6)) for a in angles)


_SQUARE_2 = _ring(4, 2**0.5, 45.0)
_BORES = "medogh.com, Jenis-jenis canting; batiklasem.blogspot.com, Canting"
_SPOUTS = "ok-review.com, Pengertian canting; batikdansegalanya.blogspot.com, Canting; distances are estimates"
_NITIK = "kebudayaanindonesia.net, Batik nitik"


CANTINGS: tuple[Canting, ...] = (
    Canting(
        "klowong", Words("canting klowong (reng-rengan)", "canting klowong (outlines)"), _ONE, "line", (1.0, 2.0), 1.5,
        Words("garis luar motif", "outlines"), _BORES,
    ),
    Canting(
        "isen", Words("canting isen", "canting isen (fillers)"), _ONE, "line", (0.5, 1.5), 0.9,
        Words("isian motif", "fillers"), _BORES,
    ),
    Canting(
        "cecek", Words("canting cecek (sawut)", "canting cecek (dots)"), _ONE, "line", (0.25, 1.0), 0.7,
        Words("titik dan garis halus", "dots and fine lines"), _BORES,
    ),
    Canting(
        "tembok", Words("canting tembok (popok)", "canting tembok (areas)"), _ONE, "line", (1.0, 3.0), 3.0,
        Words("menutup bidang", "covering areas"), _BORES,
    ),
    Canting(
        "ceret", Words("canting ceret", "canting ceret (two side by side)"), _row(2, 2.0), "line", (1.0, 1.0), 1.0,
        Words("dua garis sejajar", "two parallel lines"), _SPOUTS,
    ),
    Canting(
        "loron", Words("canting loron", "canting loron (two)"), _row(2, 1.75), "line", (1.0, 1.0), 1.0,
        Words("garis rangkap", "double line"), _SPOUTS,
    ),
    Canting(
        "telon", Words("canting telon", "canting telon (three)"), _ring(3, 2 / 3**0.5), "dots", (0.8, 0.8), 0.8,
        Words("tiga titik", "three dots"), _SPOUTS,
    ),
    Canting(
        "prapatan", Words("canting prapatan", "canting prapatan (four)"), _SQUARE_2, "dots", (0.8, 0.8), 0.8,
        Words("empat titik", "four dots"), _SPOUTS,
    ),
    Canting(
        "liman", Words("canting liman", "canting liman (five)"), (*_ring(4, 2.5 / 2**0.5, 45.0), (0.0, 0.0)), "dots",
        (0.8, 0.8), 0.8, Words("lima titik", "five dots"), _SPOUTS,
    ),
    Canting(
        "byok", Words("canting byok", "canting byok (seven)"), (*_ring(6, 1.75), (0.0, 0.0)), "dots", (0.8, 0.8), 0.8,
        Words("cecek pitu: tujuh titik", "cecek pitu: seven dots"), _SPOUTS,
    ),
    Canting(
        "renteng", Words("canting renteng (galaran)", "canting renteng (in a row)"), _row(4, 1.5), "line", (0.8, 0.8),
        0.8, Words("garis-garis sejajar", "parallel lines"), _SPOUTS,
    ),
    Canting(
        "cawang", Words("canting cawang (kembang)", "canting cawang (slit tip)"), _ONE, "dots", (1.0, 1.2), 1.1,
        Words("titik persegi nitik", "square dots of nitik"), _NITIK,
    ),
)  # fmt: skip


def canting(canting_id: str) -> Canting:
    """Return the canting of this id; raises KeyError."""
    return {one.id: one for one in CANTINGS}[canting_id]
