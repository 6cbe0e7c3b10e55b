"""Whether a repeat meets itself: the cloth along one edge must be the cloth along the opposite edge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Render = Callable[[int, int, int, int], NDArray[np.uint8]]
"""Renders a rectangle of the endless cloth: left, top, width, height in px (left and top may be negative)."""


@dataclass(frozen=True)
class SeamResult:
    """Where a repeat fails to meet itself, if anywhere.

    Attributes
    ----------
    broken_px : tuple of int or None
        Column and row of the first pixel, beside the left or the top edge, that is not the same one repeat further on
        (negative just outside the tile); None where the repeat joins.
    """

    broken_px: tuple[int, int] | None = None

    @property
    def joins(self) -> bool:
        """Whether the repeat meets itself everywhere."""
        return self.broken_px is None


def check_seam(render: Render, width_px: int, height_px: int, depth_px: int = 2) -> SeamResult:
    """Compare the cloth on both sides of each edge of a repeat with the cloth on both sides of the opposite edge.

    Parameters
    ----------
    render : callable
        The endless cloth; it must not know of the tile, or the answer means nothing.
    width_px, height_px : int
        The repeat; its tile begins at (0, 0).
    depth_px : int
        How many pixels on each side of an edge are compared.

    Returns
    -------
    SeamResult
    """
    depth = depth_px
    pairs = (
        ((-depth, -depth, 2 * depth, height_px + 2 * depth), (width_px, 0)),
        ((-depth, -depth, width_px + 2 * depth, 2 * depth), (0, height_px)),
    )
    for (left, top, width, height), (right, down) in pairs:
        here = render(left, top, width, height)
        there = render(left + right, top + down, width, height)
        differs = np.argwhere(np.any(here != there, axis=-1))
        if len(differs):
            row, column = differs[0].tolist()
            return SeamResult((left + column, top + row))
    return SeamResult()
