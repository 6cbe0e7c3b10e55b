"""Colours as SVG writes them."""

from __future__ import annotations

import colorsys
import math
import re

from batikstudio.motifs.svg.colour_names import NAMED
from batikstudio.motifs.svg.path_data import NUMBER

Colour = tuple[int, int, int]
"""Red, green and blue of sRGB, 0 to 255."""

BLACK: Colour = (0, 0, 0)
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_FUNCTIONS = re.compile(r"(rgba?|hsla?)\(([^()]*+)\)", re.IGNORECASE)
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
    if match := _FUNCTIONS.fullmatch(text):
        channels = _CHANNEL.findall(match[2])[:3]
        if len(channels) < 3:
            return None
        if match[1][0] in "hH":
            return _hsl(channels)
        red, green, blue = (_channel(float(value), percent) for value, percent in channels)
        return (red, green, blue)
    return NAMED.get(text.lower())


def opacity_of(text: str) -> float:
    """Return how opaque a colour is written, 0 to 1: the fourth channel of ``rgba(…)`` and of longer hex forms."""
    text = text.strip()
    if _HEX.fullmatch(text) and len(text) in (5, 9):
        return int(text[4] * 2 if len(text) == 5 else text[7:], 16) / 255
    match = _FUNCTIONS.fullmatch(text)
    channels = _CHANNEL.findall(match[2]) if match else []
    if len(channels) < 4:
        return 1.0
    value, percent = float(channels[3][0]), channels[3][1]
    return min(max(value / 100 if percent else value, 0.0), 1.0)


def over_white(colour: Colour, opacity: float) -> Colour:
    """Return a colour as white paper shows it through: what tells a pale tone of a dark ink from the ink itself."""
    red, green, blue = (round(255 + (channel - 255) * opacity) for channel in colour)
    return (red, green, blue)


def _hsl(channels: list[tuple[str, str]]) -> Colour:
    hue, saturation, lightness = (float(value) for value, _ in channels)
    hue = math.fmod(hue, 360.0) if math.isfinite(hue) else 0.0
    light, pure = (min(max(value, 0.0), 100.0) / 100 for value in (lightness, saturation))
    red, green, blue = (round(255 * value) for value in colorsys.hls_to_rgb(hue / 360 % 1.0, light, pure))
    return (red, green, blue)


def _channel(value: float, percent: str) -> int:
    return round(min(max(value * 2.55 if percent else value, 0.0), 255.0))


def url(text: str) -> tuple[str, str] | None:
    """Return what ``url(…)`` refers to and what stands after it; None if ``text`` is not a reference."""
    match = _URL.fullmatch(text.strip())
    return (match[1], match[2].strip()) if match else None
