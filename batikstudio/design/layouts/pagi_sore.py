"""Pagi-sore: two halves, one for the morning and one for the evening, split straight across or aslant."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.design.layout_kind import (
    MARGIN,
    SERET,
    SERET_MOTIFS,
    Content,
    Layout,
    Panel,
    Rect,
    band_down,
    length,
    mm,
)


def _build(length_mm: float, width_mm: float, values: dict[str, Value]) -> tuple[Panel, ...]:
    margin, seret, seam = (length(values, key) for key in ("margin_mm", "seret_mm", "sekat_mm"))
    slant = length(values, "miring_mm") if values["sekat"] == "diagonal" else 0.0
    top, bottom, end, middle = margin, width_mm - margin, length_mm - seret, length_mm / 2
    # The line leans to the right at the top, as a hand would fold it.
    high, low = middle + slant / 2, middle - slant / 2
    half = seam / 2
    teeth = Content(SERET_MOTIFS, (None, seret))
    morning = ((seret, top), (high - half, top), (low - half, bottom), (seret, bottom))
    evening = ((high + half, top), (end, top), (end, bottom), (low + half, bottom))
    line = ((high - half, top), (high + half, top), (low + half, bottom), (low - half, bottom))
    panels = [
        Panel("badan", Words("Badan pagi", "Morning badan"), (morning,), "badan"),
        Panel("badan_sore", Words("Badan sore", "Evening badan"), (evening,), "copy", ground="keep1"),
        band_down("seret_kiri", SERET, Rect(0, top, seret, bottom), teeth),
        band_down("seret_kanan", SERET, Rect(end, top, length_mm, bottom), teeth, turn=True),
    ]
    if seam:
        panels.append(Panel("sekat", Words("Sekat", "Dividing line"), (line,), ground="kept"))
    if margin:
        edges = (Rect(0, 0, length_mm, margin).polygon, Rect(0, bottom, length_mm, width_mm).polygon)
        panels.append(Panel("tepi", MARGIN, edges))
    return tuple(panels)


LAYOUT = Layout(
    "pagi_sore",
    Words("Pagi-sore", "Pagi-sore (morning and evening)"),
    Words(
        "Dua pola atau dua warna dalam satu kain, dipisah tegak atau miring; mula-mula sore memakai gambar pagi "
        "di latar lain.",
        "Two patterns or two colours in one cloth, split straight or aslant; at first the evening has the morning's "
        "drawing on another ground.",
    ),
    "Two patterns split by a line: descriptions of coastal batik; the measures: estimates.",
    2500.0,
    1050.0,
    (
        Parameter(
            "sekat",
            "choice",
            "diagonal",
            Words("Pemisah", "Split"),
            choices={"tegak": Words("tegak", "straight"), "diagonal": Words("miring", "aslant")},
        ),
        mm("miring_mm", 200.0, Words("Selisih miring", "Lean"), 0.0, 1200.0),
        mm("sekat_mm", 20.0, Words("Lebar sekat", "Width of the line"), 0.0, 60.0),
        mm("seret_mm", 30.0, Words("Lebar seret", "Width of the seret"), 10.0, 80.0),
        mm("margin_mm", 10.0, Words("Tepi polos", "Plain edge"), 0.0, 30.0),
    ),
    _build,
)
