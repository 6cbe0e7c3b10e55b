"""Taplak: a table cloth with a border all round and a narrow seret outside it."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.design.layout_kind import (
    BADAN,
    BORDER_MOTIFS,
    PINGGIRAN,
    SERET,
    SERET_MOTIFS,
    Content,
    Layout,
    Panel,
    Rect,
    frame_inside,
    length,
    mm,
)


def _build(length_mm: float, width_mm: float, values: dict[str, Value]) -> tuple[Panel, ...]:
    border, seret = length(values, "pinggiran_mm"), length(values, "seret_mm")
    room = Rect(0, 0, length_mm, width_mm)
    inner = room.inset(seret)
    panels = [
        Panel("badan", BADAN, (inner.inset(border).polygon,), "badan"),
        frame_inside("pinggiran", PINGGIRAN, inner, border, Content(BORDER_MOTIFS, (None, border)), ground="keep1"),
    ]
    if seret:
        panels.append(frame_inside("seret", SERET, room, seret, Content(SERET_MOTIFS, (None, seret))))
    return tuple(panels)


LAYOUT = Layout(
    "taplak",
    Words("Taplak meja", "Table cloth"),
    Words(
        "Badan dengan pinggiran keliling yang bertemu di sudut.",
        "A badan in a border all round, closed at its corners.",
    ),
    "Common sizes; the measures: estimates.",
    1000.0,
    1000.0,
    (
        mm("pinggiran_mm", 80.0, Words("Pinggiran", "Pinggiran"), 30.0, 200.0),
        mm("seret_mm", 20.0, Words("Lebar seret", "Width of the seret"), 0.0, 60.0),
    ),
    _build,
)
