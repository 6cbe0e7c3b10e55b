"""The parameters that the figurative motifs have in common."""

from __future__ import annotations

from collections.abc import Mapping

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.motifs.ornaments.figures import Pen
from batikstudio.motifs.strokes import number

ISEN = Parameter("isen", "bool", True, Words("Isen-isen", "Fillers (isen)"))

LATAR = Parameter(
    "latar",
    "choice",
    "cecek",
    Words("Latar", "Ground"),
    choices={
        "cecek": Words("cecek", "cecek (dots)"),
        "ukel": Words("ukel dan cecek", "ukel (curls) and cecek"),
        "polos": Words("polos", "plain"),
    },
)


def size(default_mm: float, least_mm: float, most_mm: float) -> Parameter:
    """Return the parameter of a motif's size."""
    return Parameter("size_mm", "float", default_mm, Words("Ukuran", "Size"), "mm", least_mm, most_mm)


def line_width(default_mm: float = 0.8) -> Parameter:
    """Return the parameter of the width of outlines."""
    return Parameter("line_mm", "float", default_mm, Words("Tebal garis", "Line width"), "mm", 0.5, 1.5)


def pen(values: Mapping[str, Value]) -> Pen:
    """Return the pen that the parameters ask for."""
    return Pen(number(values, "line_mm"), bool(values["isen"]))
