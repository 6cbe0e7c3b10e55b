"""The parameters that every filler has, with their usual ranges."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter
from batikstudio.base.words import Words

USUAL_IRREGULAR = 0.35


def settings(
    pitch_mm: float,
    size_mm: float,
    size: Words,
    *,
    line_mm: float | None = None,
    inset_mm: float = 1.2,
    angle_deg: float | None = None,
) -> tuple[Parameter, ...]:
    """Return the parameters of a filler.

    Parameters
    ----------
    pitch_mm, size_mm, inset_mm : float
        Defaults; a pitch and a size may be set from a third to four times the default.
    size : Words
        What the size is the size of.
    line_mm : float, optional
        Default width of its lines, where the size is not that.
    angle_deg : float, optional
        Default direction, where it has one.
    """
    found = [
        Parameter("pitch_mm", "float", pitch_mm, Words("Jarak", "Pitch"), "mm", round(pitch_mm / 3, 2), 4 * pitch_mm),
        Parameter("size_mm", "float", size_mm, size, "mm", max(round(size_mm / 3, 2), 0.3), 4 * size_mm),
    ]
    if line_mm is not None:
        found.append(Parameter("line_mm", "float", line_mm, Words("Tebal garis", "Line width"), "mm", 0.3, 2.0))
    found.append(Parameter("inset_mm", "float", inset_mm, Words("Jarak dari tepi", "Inset from the edge"), "mm", 0, 10))
    if angle_deg is not None:
        found.append(Parameter("angle_deg", "float", angle_deg, Words("Arah", "Direction"), "°", -90, 90))
    return (
        *found,
        Parameter(
            "irregular",
            "float",
            USUAL_IRREGULAR,
            Words("Tak seragam (cap 0, tulis 1)", "Irregular (cap 0, tulis 1)"),
            "",
            0.0,
            1.0,
        ),
        Parameter("seed", "int", 0, Words("Benih acak", "Seed"), "", 0, 2**31 - 1),
    )


DOT = Words("Garis tengah cecek", "Diameter of the dots")
LINE = Words("Tebal garis", "Line width")
ELEMENT = Words("Besar unsur", "Size of the figure")
LENGTH = Words("Panjang garis", "Length of the lines")
