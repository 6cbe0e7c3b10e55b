"""Pictures to export that cost next to nothing to render, in bands of any height."""

from __future__ import annotations

import numpy as np

from batikstudio.export.base import BandSource
from batikstudio.export.seam import SeamResult

DPI_300 = 300 / 25.4


def picture(width: int, height: int, seed: int = 0) -> np.ndarray:
    """Flat areas with a noisy corner: both what compresses and what does not."""
    image = np.zeros((height, width, 3), np.uint8)
    image[: height // 2] = (38, 52, 92)
    image[height // 2 :, : width // 2] = (120, 74, 38)
    noise = np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)
    image[height // 3 :, width // 3 :] = noise[height // 3 :, width // 3 :]
    return image


def of_image(image: np.ndarray, px_per_mm: tuple[float, float] = (DPI_300, DPI_300), **more: object) -> BandSource:
    """Serve an array that is held as a whole."""
    height, width = image.shape[:2]
    return BandSource(width, height, px_per_mm, lambda start, stop: image[start:stop], **more)


def repeated(tile: np.ndarray, width: int, height: int, seam: SeamResult | None = None) -> BandSource:
    """Lay a tile again and again, without a copy of the whole."""
    tall, wide = tile.shape[:2]
    columns = np.arange(width) % wide

    def rows(start: int, stop: int) -> np.ndarray:
        return np.take(tile[np.arange(start, stop) % tall], columns, axis=1)

    return BandSource(
        width, height, (DPI_300, DPI_300), rows, period_px=(wide, tall), seam=None if seam is None else lambda: seam
    )


def cloth_like(width: int, height: int) -> BandSource:
    """Dyed areas with a yarn's grain, no row like another: hard to compress, quick to make, of any height."""
    generator = np.random.default_rng(7)
    length = 1 << 20
    dye = np.repeat(generator.integers(0, 3, length // 64), 64)
    colours = np.array([(38, 52, 92), (120, 74, 38), (236, 226, 205)], np.int16)
    grain = generator.integers(-4, 5, (length, 3), np.int16) + generator.integers(-4, 5, (length, 3), np.int16)
    pool = (colours[dye] + grain).astype(np.uint8)

    def rows(start: int, stop: int) -> np.ndarray:
        starts = [(row * 1_000_003) % (length - width) for row in range(start, stop)]
        return np.stack([pool[at : at + width] for at in starts])

    return BandSource(width, height, (DPI_300, DPI_300), rows)
