"""Sampler: a grid of exercise panels for the first day, and a panel for one motif."""

from __future__ import annotations

import math

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.design.document import Curve, StrokeItem, Vector
from batikstudio.design.layout_kind import BADAN, Layout, Panel, Rect, length, mm, rest_of

_LINE_MM = 1.0
"""Of the canting klowong."""


def _stroke(points: list[Vector], width_mm: float = _LINE_MM, rank: str = "line", isen: bool = False) -> StrokeItem:
    return StrokeItem(
        id="",
        spine=Curve(verbs="M" + "L" * (len(points) - 1), points=tuple(points)),
        widths_mm=((0.0, width_mm),),
        slot=rank,
        part="isen" if isen else "lines",
    )


def _circle(radius_mm: float) -> list[Vector]:
    return [(radius_mm * math.cos(a), radius_mm * math.sin(a)) for a in (math.pi * k / 24 for k in range(49))]


def _spiral(radius_mm: float, turns: float) -> list[Vector]:
    """Return an ukel: a spiral that opens evenly."""
    angles = [2 * math.pi * turns * k / 48 for k in range(49)]
    reach = 2 * math.pi * turns
    return [(radius_mm * a / reach * math.cos(a), radius_mm * a / reach * math.sin(a)) for a in angles]


def _wave(width_mm: float, height_mm: float) -> list[Vector]:
    return [(width_mm * (k / 24 - 0.5), height_mm / 2 * math.sin(2 * math.pi * k / 24)) for k in range(25)]


_DOTS = tuple(_stroke([(x, y), (x + 0.01, y)], 1.1, "kept", isen=True) for x in (-1.5, 1.5) for y in (-1.5, 1.5))
_HATCH = tuple(_stroke([(x, -6.0), (x + 0.4, 0.0), (x, 6.0)], 0.7, "kept", isen=True) for x in (-2.4, 0.0, 2.4))
_EXERCISES: tuple[tuple[str, Words, float, float, tuple[StrokeItem, ...]], ...] = (
    ("garis_lurus", Words("Garis lurus", "Straight lines"), 12.0, 6.0, (_stroke([(-6.0, 0.0), (6.0, 0.0)]),)),
    ("garis_lengkung", Words("Garis lengkung", "Curved lines"), 24.0, 9.0, (_stroke(_wave(24.0, 6.0)),)),
    ("lingkaran", Words("Lingkaran", "Circles"), 16.0, 16.0, (_stroke(_circle(6.0)), _stroke(_circle(3.0)))),
    ("ukel", Words("Ukel", "Ukel"), 16.0, 16.0, (_stroke(_spiral(6.5, 2.25)),)),
    ("cecek", Words("Cecek", "Cecek"), 6.0, 6.0, _DOTS),
    ("sawut", Words("Sawut", "Sawut"), 7.2, 14.0, _HATCH),
)
"""Id, words, the cell's width and height in mm, and what is drawn in it."""


def _build(length_mm: float, width_mm: float, values: dict[str, Value]) -> tuple[Panel, ...]:
    gap, share = length(values, "sela_mm"), length(values, "badan")
    columns = int(length(values, "kolom"))
    rows = -(-len(_EXERCISES) // columns)
    room = Rect(0.0, 0.0, length_mm, width_mm)
    foot = share * width_mm
    wide = (length_mm - (columns + 1) * gap) / columns
    high = (width_mm - foot - (rows + 1) * gap) / rows
    if wide <= 0 or high <= 0:
        return (Panel("badan", BADAN, (), "badan"),)
    badan = Rect(gap, width_mm - foot, length_mm - gap, width_mm - gap)
    taken = [badan]
    panels = [Panel("badan", BADAN, (badan.polygon,), "badan", (badan.x0, badan.y0))]
    for number, (key, words, cell, row, strokes) in enumerate(_EXERCISES):
        x, y = gap + (number % columns) * (wide + gap), gap + (number // columns) * (high + gap)
        one = Rect(x, y, x + wide, y + high)
        taken.append(one)
        # Whole cells, and as much room on the left as on the right.
        left = (wide - cell * math.floor(wide / cell)) / 2 + cell / 2
        top = (high - row * math.floor(high / row)) / 2 + row / 2
        panels.append(
            Panel(
                key,
                words,
                (one.polygon,),
                "cells",
                (x + left, y + top),
                length_mm=cell,
                height_mm=row,
                ground="ground" if strokes[0].slot == "kept" else "kept",
                strokes=strokes,
            )
        )
    rest = rest_of(room, tuple(taken))
    if rest:
        panels.append(Panel("sela", Words("Sela", "Gap"), rest, ground="keep1"))
    return tuple(panels)


LAYOUT = Layout(
    "sampler",
    Words("Kain latihan", "Sampler"),
    Words(
        "Petak latihan canting hari pertama: garis, lingkaran, ukel, cecek, sawut; di bawahnya satu motif.",
        "Panels for exercises with the canting on the first day: lines, circles, ukel, cecek, sawut; below, one motif.",
    ),
    "Exercises of basic courses; the measures: estimates.",
    400.0,
    400.0,
    (
        Parameter("kolom", "int", 3, Words("Kolom", "Columns"), "", 1, 6),
        mm("sela_mm", 10.0, Words("Sela", "Gap"), 2.0, 40.0),
        Parameter("badan", "float", 0.35, Words("Bagian untuk motif", "Share of the motif"), "", 0.1, 0.7),
    ),
    _build,
)
