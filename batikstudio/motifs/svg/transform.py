"""Transforms, lengths and view boxes: everything that turns a drawing's units into millimetres."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import NamedTuple

from batikstudio.base.units import MM_PER_INCH
from batikstudio.geometry.affine import IDENTITY, Affine
from batikstudio.motifs.svg.path_data import NUMBER, Budget, numbers

MM_PER_PX = MM_PER_INCH / 96
"""CSS fixes 96 px to the inch."""
_MM_PER: dict[str, float] = {
    "": MM_PER_PX,
    "px": MM_PER_PX,
    "mm": 1.0,
    "cm": 10.0,
    "q": 0.25,
    "in": MM_PER_INCH,
    "pt": MM_PER_INCH / 72,
    "pc": MM_PER_INCH / 6,
    "em": 16 * MM_PER_PX,
    "ex": 8 * MM_PER_PX,
}
_LENGTH = re.compile(rf"\s*+({NUMBER})\s*+([a-zA-Z]*+|%)\s*+")
_FUNCTION = re.compile(r"[\s,]*+(matrix|translate|scale|rotate|skewX|skewY)\s*+\(([^()]*+)\)", re.IGNORECASE)
_ARGUMENT_COUNTS = {
    "matrix": (6,),
    "translate": (1, 2),
    "scale": (1, 2),
    "rotate": (1, 3),
    "skewx": (1,),
    "skewy": (1,),
}
_UNITS_IN_CSS = re.compile(r"px|deg")


class Viewport(NamedTuple):
    """The size, in user units, of what a percentage is a part of."""

    width: float
    height: float

    @property
    def diagonal(self) -> float:
        """What a percentage of a length that is neither across nor down is a part of."""
        return math.hypot(self.width, self.height) / math.sqrt(2)


def length(text: str | None, whole: float, default: float = 0.0) -> float:
    """Return a length in user units; a percentage is a part of ``whole``; what is not a length gives ``default``."""
    value, unit = _length_parts(text)
    if value is None:
        return default
    if unit == "%":
        return value / 100 * whole
    return value if unit in ("", "px") else value * _MM_PER[unit] / MM_PER_PX


def lengths(text: str, whole: float) -> tuple[float, ...]:
    """Return a list of lengths in user units; empty where one of them is miswritten or is not finite."""
    found = [length(word, whole, math.nan) for word in text.replace(",", " ").split()]
    return tuple(found) if all(map(math.isfinite, found)) else ()


def length_mm(text: str | None) -> float | None:
    """Return the length of a page's side in mm; None where it is missing, a percentage or not above zero."""
    value, unit = _length_parts(text)
    if value is None or unit == "%" or not 0 < value < math.inf:
        return None
    return value * _MM_PER[unit]


def _length_parts(text: str | None) -> tuple[float | None, str]:
    match = _LENGTH.fullmatch(text) if text else None
    if match is None:
        return None, ""
    unit = match[2].lower()
    return (float(match[1]), unit) if unit in _MM_PER or unit == "%" else (None, "")


def transform_list(text: str, budget: Budget) -> Affine | None:
    """Return the map of a ``transform``; None if it is miswritten."""
    total, at = IDENTITY, 0
    if text.strip() in ("", "none"):
        return IDENTITY
    while match := _FUNCTION.match(text, at):
        name = match[1].lower()
        values, sound = numbers(_UNITS_IN_CSS.sub("", match[2]), budget)
        if not sound or len(values) not in _ARGUMENT_COUNTS[name] or not all(map(math.isfinite, values)):
            return None
        total, at = total @ _function(name, values), match.end()
    return None if text[at:].strip() else total


def _function(name: str, values: list[float]) -> Affine:
    if name == "matrix":
        return Affine(*values)
    if name == "translate":
        return Affine.translation(values[0], values[1] if len(values) > 1 else 0.0)
    if name == "scale":
        return Affine.scaling(*values)
    if name == "rotate":
        turn = Affine.rotation(math.fmod(values[0], 360.0))
        if len(values) == 1:
            return turn
        return Affine.translation(*values[1:]) @ turn @ Affine.translation(-values[1], -values[2])
    slope = math.tan(math.radians(math.fmod(values[0], 180.0)))
    return Affine(1.0, 0.0, slope, 1.0, 0.0, 0.0) if name == "skewx" else Affine(1.0, slope, 0.0, 1.0, 0.0, 0.0)


def view_box(attributes: Mapping[str, str]) -> tuple[float, float, float, float] | None:
    """Return ``(x, y, width, height)`` of a view box, or None where there is none that can be used."""
    values, sound = numbers(attributes.get("viewBox", ""), Budget())
    if not sound or len(values) != 4 or not all(map(math.isfinite, values)) or min(values[2:]) <= 0:
        return None
    return (values[0], values[1], values[2], values[3])


def fitted(box: tuple[float, float, float, float], width: float, height: float, aspect: str) -> Affine:
    """Return the map that lays a view box into ``width`` x ``height`` as ``preserveAspectRatio`` says."""
    words = aspect.split()
    align = words[0] if words else "xMidYMid"
    x, y, box_width, box_height = box
    scale_x, scale_y = width / box_width, height / box_height
    if align == "none":
        return Affine(scale_x, 0.0, 0.0, scale_y, -x * scale_x, -y * scale_y)
    scale = max(scale_x, scale_y) if "slice" in words[1:] else min(scale_x, scale_y)
    share_x = {"xMin": 0.0, "xMax": 1.0}.get(align[:4], 0.5)
    share_y = {"YMin": 0.0, "YMax": 1.0}.get(align[4:], 0.5)
    shift_x, shift_y = (width - box_width * scale) * share_x, (height - box_height * scale) * share_y
    return Affine(scale, 0.0, 0.0, scale, shift_x - x * scale, shift_y - y * scale)
