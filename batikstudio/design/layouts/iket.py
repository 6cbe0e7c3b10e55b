"""Iket, udeng: a plain diamond edged by cemukiran, the pattern in the four corners, a border all round."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.design.layout_kind import (
    BADAN,
    BORDER_MOTIFS,
    CEMUKIRAN,
    EDGE_MOTIFS,
    PINGGIRAN,
    TENGAHAN,
    Content,
    Layout,
    Panel,
    Rect,
    around,
    diamond,
    frame_inside,
    length,
    mm,
)


def _build(length_mm: float, width_mm: float, values: dict[str, Value]) -> tuple[Panel, ...]:
    side, edge, border = (length(values, key) for key in ("tengahan_mm", "cemukiran_mm", "pinggiran_mm"))
    room = Rect(0, 0, length_mm, width_mm)
    inner = room.inset(border)
    whole, plain = diamond(room.middle, side), diamond(room.middle, side - 2 * edge)
    rays = tuple((whole[k], whole[(k + 1) % 4], plain[(k + 1) % 4], plain[k]) for k in range(4))
    panels = [
        Panel("badan", BADAN, around(inner, whole), "badan"),
        Panel("tengahan", TENGAHAN, (plain,), ground="kept"),
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
    ]
    if border:
        panels.append(frame_inside("pinggiran", PINGGIRAN, room, border, Content(BORDER_MOTIFS, (None, border))))
    return tuple(panels)


LAYOUT = Layout(
    "iket",
    Words("Iket (udeng)", "Iket, udeng (head cloth)"),
    Words(
        "Belah ketupat polos di tengah dengan tepi cemukiran, motif di empat sudut, pinggiran keliling.",
        "A plain diamond in the middle with an edge of cemukiran, the pattern in four corners, a border all round.",
    ),
    "One kacu, the diamond and its edge: museum descriptions; other measures: estimates. Cemukiran was the court's.",
    1050.0,
    1050.0,
    (
        mm("tengahan_mm", 480.0, Words("Sisi belah ketupat", "Side of the diamond"), 200.0, 640.0),
        mm("cemukiran_mm", 50.0, Words("Lebar cemukiran", "Width of the cemukiran"), 20.0, 90.0),
        mm("pinggiran_mm", 40.0, Words("Pinggiran", "Pinggiran"), 0.0, 80.0),
    ),
    _build,
)
