"""The parameters that every filler has, with their usual ranges."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter
from batikstudio.base.words import Words

USUAL_IRREGULAR = 0.35
"""Of tulis; a cap has 0."""


def settings(
    pitch_mm: float,
    size_mm: float,
    size: Words,
    *,
    line_mm: float | None = None,
    inset_mm: float = 1.2,
    angle_deg: float | None = None,
) -> tuple[Parameter, ...]:
    """Return the parameters of a filler; the measures are estimates of workshops'.

    Parameters
    ----------
    pitch_mm, size_mm, inset_mm : float
        Defaults.
    size : Words
        What the size is the size of.
    line_mm : float, optional
        Default width of its lines, where the size is not that.
    angle_deg : float, optional
        Default direction, where it has one: in a region from its long axis, on a ground from level.
    """
    found = [
        Parameter("pitch_mm", "float", pitch_mm, Words("Jarak", "Pitch"), "mm", 0.8, 60.0),
        Parameter("size_mm", "float", size_mm, size, "mm", 0.4, 40.0),
    ]
    if line_mm is not None:
        found.append(Parameter("line_mm", "float", line_mm, LINE, "mm", 0.3, 3.0))
    found += [
        Parameter("inset_mm", "float", inset_mm, Words("Jarak dari tepi", "Distance from the edge"), "mm", 0.0, 10.0),
        Parameter("irregular", "float", USUAL_IRREGULAR, Words("Tak seragam", "Irregular"), "", 0.0, 1.0),
        Parameter("seed", "int", 1, Words("Benih acak", "Seed"), "", 1, 1_000_000),
    ]
    if angle_deg is not None:
        found.append(Parameter("angle_deg", "float", angle_deg, Words("Arah", "Direction"), "°", -180.0, 180.0))
    return tuple(found)


DOT = Words("Garis tengah cecek", "Diameter of the dots")
LINE = Words("Tebal garis", "Line width")
ELEMENT = Words("Besar unsur", "Size of the figure")
LENGTH = Words("Panjang garis", "Length of the lines")
