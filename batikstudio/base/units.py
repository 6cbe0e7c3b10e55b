"""Lengths are millimetres everywhere; this is the only place that knows what an inch or a point is."""

from __future__ import annotations

MM_PER_INCH = 25.4


def px_per_mm(dpi: float) -> float:
    """Pixels per millimetre of a resolution in dots per inch."""
    return dpi / MM_PER_INCH


def dpi(pixels_per_mm: float) -> float:
    """Dots per inch of a resolution in pixels per millimetre."""
    return pixels_per_mm * MM_PER_INCH
