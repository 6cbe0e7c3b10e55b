"""Kemeja: the panels of a shirt on the cloth as a guide; the pattern runs through them upright in one phase."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.design.layout_kind import BADAN, Layout, Panel, Rect, length, mm, rest_of


def _build(length_mm: float, width_mm: float, values: dict[str, Value]) -> tuple[Panel, ...]:
    front, back, high = (length(values, key) for key in ("depan_mm", "punggung_mm", "tinggi_mm"))
    sleeve, cap = length(values, "lengan_mm"), length(values, "lengan_tinggi_mm")
    x, panels = 0.0, []
    for wide, tall in ((front, high), (front, high), (back, high), (sleeve, cap), (sleeve, cap)):
        panels.append(Rect(x, 0.0, x + wide, tall))
        x += wide
    if x > length_mm or max(high, cap) > width_mm:
        return (Panel("badan", BADAN, (), "badan"),)
    # The lines of the front meet at the placket: there the phase of the pattern begins.
    found = [Panel("badan", BADAN, tuple(one.polygon for one in panels), "badan", (front, 0.0))]
    rest = rest_of(Rect(0.0, 0.0, length_mm, width_mm), tuple(panels))
    if rest:
        found.append(Panel("sisa", Words("Sisa kain", "Remnant"), rest))
    return tuple(found)


LAYOUT = Layout(
    "kemeja",
    Words("Pola kemeja", "Shirt panels"),
    Words(
        "Dua muka, punggung dan dua lengan pada kain 115 × 200 cm; denah saja, tanpa kampuh jahitan.",
        "Two fronts, back and two sleeves on a cloth of 115 × 200 cm; a plan only, without seam allowances.",
    ),
    "Estimates of common shirt panels.",
    2000.0,
    1150.0,
    (
        mm("depan_mm", 320.0, Words("Lebar muka", "Width of a front"), 200.0, 450.0),
        mm("punggung_mm", 600.0, Words("Lebar punggung", "Width of the back"), 400.0, 800.0),
        mm("tinggi_mm", 780.0, Words("Tinggi badan", "Height of the body"), 500.0, 1000.0),
        mm("lengan_mm", 280.0, Words("Lebar lengan", "Width of a sleeve"), 200.0, 450.0),
        mm("lengan_tinggi_mm", 480.0, Words("Panjang lengan", "Length of a sleeve"), 200.0, 700.0),
    ),
    _build,
)
