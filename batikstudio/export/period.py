"""Keep the rows of one repeat, so that a picture that is laid out from it is rendered once however it is cut."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from batikstudio.export.base import BandSource

_MAX_TILE_BYTES = 128 << 20


def rendered_once(source: BandSource) -> BandSource:
    """Return a source of the same rows that asks ``source`` for the rows of one period only.

    It is ``source`` itself where there is no period within the height, or one repeat is too large to keep (128 MiB).
    """
    if source.period_px is None or source.period_px[1] >= source.height_px:
        return source
    tile_px = min(source.period_px[0], source.width_px), source.period_px[1]
    if tile_px[0] * tile_px[1] * 3 > _MAX_TILE_BYTES:
        return source
    return replace(source, rows=_PeriodRows(source, *tile_px).rows)


class _PeriodRows:
    """One repeat, filled as its rows are asked for.

    Threads need no lock: two that render the same row write the same pixels, and a row counts as known only once its
    pixels are there.
    """

    def __init__(self, source: BandSource, width_px: int, height_px: int) -> None:
        self._source = source
        self._tile = np.empty((height_px, width_px, 3), np.uint8)
        self._known = np.zeros(height_px, bool)
        self._columns = np.arange(source.width_px) % width_px

    def rows(self, start: int, stop: int) -> NDArray[np.uint8]:
        places = np.arange(start, stop) % len(self._tile)
        if not self._known[places].all():
            rows = self._source.rows(start, stop)
            self._tile[places] = rows[:, : self._tile.shape[1]]
            self._known[places] = True
            return rows
        return np.take(self._tile[places], self._columns, axis=1)
