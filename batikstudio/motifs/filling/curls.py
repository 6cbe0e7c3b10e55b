"""Curls: a spiral with a hook."""

from __future__ import annotations

import math

import numpy as np

from batikstudio.geometry.path import smooth
from batikstudio.motifs.filling.stamps import Stamp, Stroke, dot_stroke

_TAIL_RAD = 0.55


def curl(radius_mm: float, turns: float, side: int, line_mm: float, eye: bool = False) -> Stamp:
    """Return a curl that fits into a circle of that radius: a spiral that opens into a tail, like a fern's tip.

    Parameters
    ----------
    radius_mm : float
    turns : float
        From the eye to the tail.
    side : int
        1 or -1: which way it winds.
    line_mm : float
    eye : bool
        Whether a dot sits at its inner end.
    """
    count = max(round(turns * 10), 6)
    t = np.linspace(0, 1, count)
    angle = 2 * math.pi * turns * t
    r = radius_mm * (0.2 + 0.55 * t)
    body = np.stack((r * np.cos(angle), side * r * np.sin(angle)), axis=1)
    # The tail leaves the spiral and bends the other way.
    out = body[-1] - body[-2]
    heading = math.atan2(out[1], out[0]) - side * _TAIL_RAD * np.array([0.2, 0.7])
    step = 0.42 * radius_mm
    tail = body[-1] + np.cumsum(step * np.stack((np.cos(heading), np.sin(heading)), axis=1), axis=0)
    line = np.concatenate((body, tail))
    low, high = line.min(axis=0), line.max(axis=0)
    line -= (low + high) / 2
    line *= (radius_mm - line_mm / 2) / np.linalg.norm(line, axis=1).max()
    strokes = [Stroke(smooth(line), line_mm)]
    return Stamp((*strokes, dot_stroke(line[:1], 2.2 * line_mm))) if eye else Stamp(tuple(strokes))
