"""Curls: spirals that open outward."""

from __future__ import annotations

import math

import numpy as np

from batikstudio.geometry.path import smooth
from batikstudio.motifs.filling.stamps import Stamp, Stroke, dot_stroke


def curl(radius_mm: float, turns: float, side: int, line_mm: float, eye: bool = False) -> Stamp:
    """Return a curl that fits into a circle of that radius: a spiral that opens like the tip of a fern.

    Parameters
    ----------
    radius_mm : float
    turns : float
        How often it winds.
    side : int
        1 or -1: which way.
    line_mm : float
    eye : bool
        Whether a dot sits at its inner end.
    """
    count = max(round(turns * 9), 6)
    t = np.linspace(0, 1, count)
    angle = 2 * math.pi * turns * t
    r = 0.16 + 0.84 * t**1.15
    spiral = np.stack((r * np.cos(angle), side * r * np.sin(angle)), axis=1)
    # The end straightens a little, as the hand leaves the curl.
    out = spiral[-1] - spiral[-2]
    heading = math.atan2(out[1], out[0]) + side * 0.05
    line = np.vstack((spiral, spiral[-1] + 0.45 * np.array([math.cos(heading), math.sin(heading)])))
    line -= (line.min(axis=0) + line.max(axis=0)) / 2
    half = max(line_mm, 0.3) / 2
    line *= max(radius_mm - half, half) / np.linalg.norm(line, axis=1).max()
    body = Stroke(smooth(line), line_mm)
    return Stamp((body, dot_stroke(line[:1], 2.0 * line_mm))) if eye else Stamp((body,))
