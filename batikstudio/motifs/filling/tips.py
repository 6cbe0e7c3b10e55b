"""Places just beyond the ends of lines."""

from __future__ import annotations

from batikstudio.geometry.path import Points
from batikstudio.motifs.filling.rows import Spots
from batikstudio.motifs.filling.stamps import directions


def beyond(ends: Spots, distance_mm: float) -> Points:
    """Return the places that lie so far beyond ends, each in its direction."""
    moved: Points = ends.points + distance_mm * directions(ends.angles)
    return moved
