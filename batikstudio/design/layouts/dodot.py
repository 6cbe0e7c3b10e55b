"""Dodot, kampuh: two widths joined, a plain diamond edged by cemukiran, the pattern around it, seret at the ends."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.design.layout_kind import (
    BADAN,
    CEMUKIRAN,
    EDGE_MOTIFS,
    SERET,
    SERET_MOTIFS,
    Content,
    Layout,
    Panel,
    Rect,
    around,
    band_down,
    diamond,
    length,
    mm,
)


def _build(length_mm: float, width_mm: float, values: dict[str, Value]) -> tuple[Panel, ...]:
    side, edge, seret = (length(values, key) for key in ("blumbangan_mm", "cemukiran_mm", "seret_mm"))
    room = Rect(seret, 0, length_mm - seret, width_mm)
    whole, plain = diamond(room.middle, side), diamond(room.middle, side - 2 * edge)
    rays = tuple((whole[k], whole[(k + 1) % 4], plain[(k + 1) % 4], plain[k]) for k in range(4))
    teeth = Content(SERET_MOTIFS, (None, seret))
    return (
        Panel("badan", BADAN, around(room, whole), "badan"),
        Panel("blumbangan", Words("Blumbangan", "Blumbangan"), (plain,), ground="kept"),
        Panel(
            "cemukiran",
            CEMUKIRAN,
            rays,
            "frame",
            room.middle,
            45.0,
            side,
            edge,
            content=Content(EDGE_MOTIFS, (None, edge), {"variant": "edge"}),
        ),
        band_down("seret_kiri", SERET, Rect(0, 0, seret, width_mm), teeth),
        band_down("seret_kanan", SERET, Rect(length_mm - seret, 0, length_mm, width_mm), teeth, turn=True),
    )


LAYOUT = Layout(
    "dodot",
    Words("Dodot (kampuh)", "Dodot (kampuh)"),
    Words(
        "Dua lebar kain disambung di tengah; blumbangan polos bertepi cemukiran, motif di sekelilingnya.",
        "Two widths of cloth joined along the middle; a plain blumbangan edged with cemukiran, the pattern around it.",
    ),
    "Seven kacu: kraton descriptions; the measures: estimates. Dodot and cemukiran belonged to the court.",
    3600.0,
    2100.0,
    (
        mm("blumbangan_mm", 1000.0, Words("Sisi blumbangan", "Side of the blumbangan"), 300.0, 1350.0),
        mm("cemukiran_mm", 80.0, Words("Lebar cemukiran", "Width of the cemukiran"), 40.0, 120.0),
        mm("seret_mm", 40.0, Words("Lebar seret", "Width of the seret"), 10.0, 100.0),
    ),
    _build,
    widths=2,
)
