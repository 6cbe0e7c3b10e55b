"""Selendang: a long badan and two ends with tumpal that point inwards."""

from __future__ import annotations

from dataclasses import replace

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.design.layout_kind import (
    BADAN,
    BORDER_MOTIFS,
    KEPALA,
    PINGGIRAN,
    TUMPAL_MOTIFS,
    Content,
    Layout,
    Panel,
    Rect,
    band_along,
    band_down,
    length,
    mm,
)


def _build(length_mm: float, width_mm: float, values: dict[str, Value]) -> tuple[Panel, ...]:
    end, border = length(values, "ujung_mm"), length(values, "pinggiran_mm")
    count = int(length(values, "tumpal"))
    row = Content(TUMPAL_MOTIFS, (width_mm / count, end), {"rows": "single"}, (width_mm / count / 2, 0.0))
    teeth = Content(BORDER_MOTIFS, (None, border))
    right = Rect(length_mm - end, 0, length_mm, width_mm)
    ends = (
        band_down("ujung_kiri", KEPALA, Rect(0, 0, end, width_mm), row, ground="keep1"),
        band_down("ujung_kanan", KEPALA, right, row, ground="keep1", turn=True),
    )
    panels = [
        Panel("badan", BADAN, (Rect(end, border, length_mm - end, width_mm - border).polygon,), "badan"),
        *(replace(panel, count=count) for panel in ends),
    ]
    if border:
        upper = Rect(end, 0, length_mm - end, border)
        lower = Rect(end, width_mm - border, length_mm - end, width_mm)
        panels += [
            band_along("pinggiran_atas", PINGGIRAN, upper, teeth, turn=True),
            band_along("pinggiran_bawah", PINGGIRAN, lower, teeth),
        ]
    return tuple(panels)


LAYOUT = Layout(
    "selendang",
    Words("Selendang", "Selendang (shawl)"),
    Words(
        "Badan panjang dengan tumpal di kedua ujung; rumbai dipasang sesudahnya.",
        "A long badan with tumpal at both ends; the fringe is added afterwards.",
    ),
    "Common knowledge of the craft; the measures: estimates.",
    2200.0,
    500.0,
    (
        mm("ujung_mm", 200.0, Words("Lebar ujung", "Width of the ends"), 80.0, 500.0),
        mm("pinggiran_mm", 25.0, Words("Pinggiran", "Pinggiran"), 0.0, 80.0),
        Parameter("tumpal", "int", 5, Words("Tumpal sebaris", "Tumpal in a row"), "", 3, 11),
    ),
    _build,
)
