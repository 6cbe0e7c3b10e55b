"""Petals, lobed frames and curls: what flowers seen from above and medallions are made of; mm about the origin."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, Points, smooth
from batikstudio.motifs.strokes import contour


def petal(root: float, tip: float, half_width: float, pointed: bool) -> Path:
    """Return a petal along x from ``root`` to ``tip``, mm: a lance with a point, or a drop with a round end."""
    span = tip - root
    if pointed:
        upper = [(root + 0.34 * span, half_width), (root + 0.66 * span, 0.82 * half_width)]
        lower = [(x, -y) for x, y in reversed(upper)]
        return contour([(root, 0.0), *upper, (tip, 0.0), *lower], (0, 3))
    upper = [(root + 0.4 * span, 0.66 * half_width), (root + 0.76 * span, half_width)]
    lower = [(x, -y) for x, y in reversed(upper)]
    return contour([(root, 0.0), *upper, (tip, 0.0), *lower], (0,))


def lobed(inner: float, outer: float, lobes: int, phase_deg: float = 0.0) -> Path:
    """Return a closed outline of round lobes with notches between them; the first lobe looks along ``phase_deg``."""
    step = 2 * math.pi / lobes
    # The shoulders stand so that a lobe is nearly an arc from notch to notch.
    shoulder = inner + 0.78 * (outer - inner)
    points: list[tuple[float, float]] = []
    for k in range(lobes):
        for share, radius in ((-0.5, inner), (-0.3, shoulder), (0.0, outer), (0.3, shoulder)):
            angle = math.radians(phase_deg) + (k + share) * step
            points.append((radius * math.cos(angle), radius * math.sin(angle)))
    return contour(points, range(0, 4 * lobes, 4))


def ring_of(radius: float, count: int, phase_deg: float = 0.0) -> Points:
    """Return ``count`` points on a circle, the first at ``phase_deg``; shape (count, 2), mm."""
    angle = np.radians(phase_deg) + np.arange(count) * (2 * math.pi / count)
    return radius * np.stack((np.cos(angle), np.sin(angle)), axis=1)


def curl(start: tuple[float, float], radius: float, turns: float = 0.9) -> Path:
    """Return an ukel: a line that leaves ``start`` along x and curls in to the side of positive y.

    ``radius`` is that of its outer turn, mm; it shrinks to a third at the end.
    """
    angle = np.linspace(0.0, 2 * math.pi * turns, 12)
    shrink = radius * (1.0 - 0.66 * angle / angle[-1])
    centre = np.array([start[0], start[1] + radius])
    return smooth(centre + shrink[:, None] * np.stack((np.sin(angle), -np.cos(angle)), axis=1))


def mirrored(paths: Sequence[Path]) -> list[Path]:
    """Return the paths, each followed by its image in the x axis."""
    flip = Affine.scaling(1.0, -1.0)
    return [one for path in paths for one in (path, path.transformed(flip))]
