"""Colours as SVG writes them."""

from __future__ import annotations

import re

from batikstudio.motifs.svg.colour_names import NAMED
from batikstudio.motifs.svg.path_data import NUMBER

Colour = tuple[int, int, int]
"""Red, green and blue of sRGB, 0 to 255."""

BLACK: Colour = (0, 0, 0)
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_RGB = re.compile(r"rgba?\(([^()]*+)\)", re.IGNORECASE)
_CHANNEL = re.compile(rf"({NUMBER})(%?)")
_URL = re.compile(r"""url\(\s*+["']?+([^"')\s]*+)["']?+\s*+\)\s*+(.*+)""", re.IGNORECASE | re.DOTALL)


def colour(text: str) -> Colour | None:
    """Return the colour that ``text`` names; None for ``none``, ``transparent`` and what is not a colour."""
    text = text.strip()
    if _HEX.fullmatch(text):
        digits = text[1:]
        if len(digits) < 6:
            return (int(digits[0] * 2, 16), int(digits[1] * 2, 16), int(digits[2] * 2, 16))
        return (int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16))
    if match := _RGB.fullmatch(text):
        channels = _CHANNEL.findall(match[1])[:3]
        if len(channels) < 3:
            return None
        red, green, blue = (_channel(float(value), percent) for value, percent in channels)
        return (red, green, blue)
    return NAMED.get(text.lower())


def _channel(value: float, percent: str) -> int:
    return round(min(max(value * 2.55 if percent else value, 0.0), 255.0))


def url(text: str) -> tuple[str, str] | None:
    """Return what ``url(…)`` refers to and what stands after it; None if ``text`` is not a reference."""
    match = _URL.fullmatch(text.strip())
    return (match[1], match[2].strip()) if match else None
