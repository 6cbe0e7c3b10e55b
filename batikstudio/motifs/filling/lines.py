"""Many copies of one short line: whole on a ground, cut by the contour in a region."""

from __future__ import annotations

import math

import numpy as np

from batikstudio.geometry.path import Points, polyline
from batikstudio.motifs.filling.grids import cut
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Stamp, Stroke, drawn_lines, fits, laid_parts
from batikstudio.motifs.motif import Part

_LEAST_SHARE = 0.3
"""What is left of a line that is cut to less is no more than a crumb."""


def whole_or_cut(space: Space, line: Points, places: Points, angle: float, width_mm: float) -> tuple[Part, ...]:
    """Return a line, shape (n, 2), turned by ``angle`` (radians) and laid at every place, shape (m, 2)."""
    if space.basis is None:
        cos, sin = math.cos(angle), math.sin(angle)
        laid = places[:, None] + (line @ np.array([[cos, sin], [-sin, cos]]))[None]
        length = float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())
        pieces = [piece for piece in cut(space, list(laid), width_mm) if piece.length > _LEAST_SHARE * length]
        return drawn_lines(pieces, width_mm)
    stamp = Stamp((Stroke(polyline(line), width_mm),))
    home = space.home(places)
    angles, sizes = np.full(len(home), angle), np.ones(len(home))
    good = fits(space, stamp, home, angles, sizes)
    return laid_parts(stamp, home[good], angles[good], sizes[good])
