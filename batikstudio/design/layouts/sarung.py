"""Sarung: badan, papan, kepala with two rows of facing tumpal, papan, badan; pinggiran above and below."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.design.layout_kind import (
    BADAN,
    BORDER_MOTIFS,
    KEPALA,
    PAPAN,
    PAPAN_MOTIFS,
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

TUMPAL_SHARE = 0.45
"""How high a tumpal is, of the width of the kepala."""


def _build(length_mm: float, width_mm: float, values: dict[str, Value]) -> tuple[Panel, ...]:
    kepala, papan, upper, lower = (length(values, key) for key in ("kepala_mm", "papan_mm", "atas_mm", "bawah_mm"))
    count = int(length(values, "tumpal"))
    top, bottom, middle = upper, width_mm - lower, length_mm / 2
    left, right = middle - kepala / 2, middle + kepala / 2
    high = TUMPAL_SHARE * kepala
    base = (bottom - top) / count
    # Half a base down from where the row begins, its foot on the edge of the kepala.
    tumpal = Content(TUMPAL_MOTIFS, (base, high), {"rows": "single"}, (base / 2, kepala / 2 - high / 2))
    side = Content(PAPAN_MOTIFS, (None, papan))
    panels = [
        Panel(
            "badan",
            BADAN,
            (Rect(0, top, left - papan, bottom).polygon, Rect(right + papan, top, length_mm, bottom).polygon),
            "badan",
        ),
        Panel(
            "kepala",
            KEPALA,
            (Rect(left, top, right, bottom).polygon,),
            "band",
            (middle, top),
            90.0,
            bottom - top,
            kepala,
            count,
            "p11m",
            "keep1",
            tumpal,
        ),
        band_along(
            "pinggiran_atas",
            PINGGIRAN,
            Rect(0, 0, length_mm, top),
            Content(BORDER_MOTIFS, (None, upper)),
            turn=True,
        ),
        band_along(
            "pinggiran_bawah", PINGGIRAN, Rect(0, bottom, length_mm, width_mm), Content(BORDER_MOTIFS, (None, lower))
        ),
    ]
    if papan:
        panels += [
            band_down("papan_kiri", PAPAN, Rect(left - papan, top, left, bottom), side, turn=True),
            band_down("papan_kanan", PAPAN, Rect(right, top, right + papan, bottom), side),
        ]
    return tuple(panels)


LAYOUT = Layout(
    "sarung",
    Words("Sarung", "Sarung"),
    Words(
        "Badan, papan, kepala bertumpal berhadapan, papan, badan; pinggiran di atas dan bawah. Kedua ujung disambung.",
        "Badan, papan, a kepala of facing tumpal, papan, badan; a pinggiran above and below. The ends are joined.",
    ),
    "Kepala 12 to 25 % of the length, pinggiran 4 to 7 cm and wider below: descriptions of Javanese sarung; the rest: "
    "estimates.",
    2000.0,
    1050.0,
    (
        mm("kepala_mm", 480.0, Words("Lebar kepala", "Width of the kepala"), 240.0, 700.0),
        mm("papan_mm", 60.0, Words("Lebar papan", "Width of the papan"), 0.0, 150.0),
        mm("atas_mm", 50.0, Words("Pinggiran atas", "Pinggiran above"), 20.0, 120.0),
        mm("bawah_mm", 65.0, Words("Pinggiran bawah", "Pinggiran below"), 20.0, 120.0),
        Parameter("tumpal", "int", 11, Words("Tumpal sebaris", "Tumpal in a row"), "", 7, 15),
    ),
    _build,
    tube=True,
)
