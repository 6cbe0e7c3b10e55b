"""A picture at every size: each level is half of the one below, so that any zoom reads about as much as it shows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

Pixels = NDArray[np.uint8]
SMALLEST_SIDE = 8


def bgrx(picture: Pixels) -> Pixels:
    """Return RGB of shape (h, w, 3), or grey of shape (h, w), as Qt holds it: uint8 (h, w, 4), blue first."""
    out = np.empty((*picture.shape[:2], 4), np.uint8)
    out[..., :3] = picture[..., None] if picture.ndim == 2 else picture[..., ::-1]
    out[..., 3] = 255
    return out


def halved(level: Pixels) -> Pixels:
    """Return the mean of blocks of 2 x 2 pixels; an odd side is continued by its other end, as a repeat is."""
    height, width = level.shape[:2]
    if height % 2 or width % 2:
        level = np.pad(level, ((0, height % 2), (0, width % 2), (0, 0)), mode="wrap")
    total = level[0::2, 0::2].astype(np.uint16)
    total += level[1::2, 0::2]
    total += level[0::2, 1::2]
    total += level[1::2, 1::2]
    total += 2
    total >>= 2
    return total.astype(np.uint8)


class Pyramid:
    """The levels of a picture; level 0 is the picture itself.

    Made in a worker: nothing here needs the window's thread.

    Parameters
    ----------
    picture : ndarray of shape (h, w, 3) or (h, w), uint8
        sRGB or grey.
    width_mm, height_mm : float
        What the picture covers.
    """

    def __init__(self, picture: Pixels, width_mm: float, height_mm: float) -> None:
        self.width_mm, self.height_mm = width_mm, height_mm
        self.width_px, self.height_px = picture.shape[1], picture.shape[0]
        self.levels = [bgrx(picture)]
        while min(self.levels[-1].shape[:2]) >= 2 * SMALLEST_SIDE:
            self.levels.append(halved(self.levels[-1]))
        self.images = [
            QImage(level.data, level.shape[1], level.shape[0], level.strides[0], QImage.Format.Format_RGB32)
            for level in self.levels
        ]

    @property
    def px_per_mm(self) -> float:
        """The resolution of level 0."""
        return float(self.width_px) / self.width_mm

    def level(self, scale: float) -> int:
        """Return the smallest level that is reduced, not enlarged, at ``scale`` pixels per mm of the screen."""
        share, level = scale / self.px_per_mm, 0
        while level + 1 < len(self.levels) and share * 2**level <= 0.5:
            level += 1
        return level

    def source_size(self, level: int) -> tuple[float, float]:
        """Return how many pixels of a level the picture takes: odd sides are filled up."""
        return self.width_px / 2**level, self.height_px / 2**level
