"""Kain panjang: one pattern all over, a seret at each end, a plain edge along the selvedges."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.design.layout_kind import (
    BADAN,
    KEPALA,
    MARGIN,
    SERET,
    SERET_MOTIFS,
    TUMPAL_MOTIFS,
    Content,
    Layout,
    Panel,
    Rect,
    band_down,
    length,
    mm,
)


def _build(length_mm: float, width_mm: float, values: dict[str, Value]) -> tuple[Panel, ...]:
    margin, seret, kepala = (length(values, key) for key in ("margin_mm", "seret_mm", "kepala_mm"))
    top, bottom, end = margin, width_mm - margin, length_mm - seret
    teeth = Content(SERET_MOTIFS, (None, seret))
    panels = [
        Panel("badan", BADAN, (Rect(seret + kepala, top, end - kepala, bottom).polygon,), "badan"),
        band_down("seret_kiri", SERET, Rect(0, top, seret, bottom), teeth),
        band_down("seret_kanan", SERET, Rect(end, top, length_mm, bottom), teeth, turn=True),
    ]
    if kepala:
        row = Content(TUMPAL_MOTIFS, (None, kepala))
        panels += [
            band_down("kepala_kiri", KEPALA, Rect(seret, top, seret + kepala, bottom), row, ground="keep1"),
            band_down("kepala_kanan", KEPALA, Rect(end - kepala, top, end, bottom), row, ground="keep1", turn=True),
        ]
    if margin:
        edges = (Rect(0, 0, length_mm, margin).polygon, Rect(0, bottom, length_mm, width_mm).polygon)
        panels.append(Panel("tepi", MARGIN, edges))
    return tuple(panels)


LAYOUT = Layout(
    "kain_panjang",
    Words("Kain panjang (jarik)", "Kain panjang (jarik)"),
    Words(
        "Satu pola di seluruh kain, seret di kedua ujung; gaya pesisir dengan kepala di kedua ujung.",
        "One pattern all over, a seret at each end; in the coastal style a kepala at both ends.",
    ),
    "105 x 250 cm, two kepala of a quarter to a third: museum and trade descriptions; seret, edge: estimates.",
    2500.0,
    1050.0,
    (
        mm("seret_mm", 30.0, Words("Lebar seret", "Width of the seret"), 10.0, 80.0),
        mm("margin_mm", 10.0, Words("Tepi polos", "Plain edge"), 0.0, 30.0),
        mm("kepala_mm", 0.0, Words("Lebar kepala di ujung", "Width of the kepala at the ends"), 0.0, 850.0),
    ),
    _build,
)
