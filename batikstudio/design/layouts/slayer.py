"""Slayer: a square scarf with a medallion in the middle and a border all round; the piece of the course."""

from __future__ import annotations

import math

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.design.layout_kind import (
    BADAN,
    BORDER_MOTIFS,
    PINGGIRAN,
    Content,
    Layout,
    Panel,
    Rect,
    around,
    frame_inside,
    length,
    mm,
)

_CORNERS = 96
"""Of the circle; a multiple of four."""


def _build(length_mm: float, width_mm: float, values: dict[str, Value]) -> tuple[Panel, ...]:
    border, across = length(values, "pinggiran_mm"), length(values, "medalion_mm")
    room = Rect(0, 0, length_mm, width_mm)
    inner = room.inset(border)
    (x, y), radius = room.middle, across / 2
    angles = [2 * math.pi * k / _CORNERS for k in range(_CORNERS)]
    circle = tuple((x + radius * math.sin(one), y - radius * math.cos(one)) for one in angles)
    panels = [Panel("badan", BADAN, (inner.polygon,) if not across else around(inner, circle), "badan")]
    if across:
        panels.append(
            Panel(
                "medalion",
                Words("Medalion", "Medallion"),
                (circle,),
                "once",
                room.middle,
                length_mm=across,
                height_mm=across,
                ground="keep1",
                content=Content(("manggur", "mangga"), (0.8 * across, 0.8 * across)),
            )
        )
    if border:
        panels.append(frame_inside("pinggiran", PINGGIRAN, room, border, Content(BORDER_MOTIFS, (None, border))))
    return tuple(panels)


LAYOUT = Layout(
    "slayer",
    Words("Slayer", "Slayer (scarf)"),
    Words("Medalion di tengah, pinggiran keliling.", "A medallion in the middle, a border all round."),
    "Common sizes; the measures: estimates.",
    500.0,
    500.0,
    (
        mm("pinggiran_mm", 40.0, Words("Pinggiran", "Pinggiran"), 0.0, 80.0),
        mm("medalion_mm", 200.0, Words("Garis tengah medalion", "Diameter of the medallion"), 0.0, 400.0),
    ),
    _build,
)
