"""Plain drawings of lattices of a lopsided figure, painted apart from the program's own raster."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
from PIL import Image, ImageDraw

BASES = {
    "oblique": ((60.0, 7.0), (22.0, 51.0)),
    "rectangular": ((60.0, 0.0), (0.0, 48.0)),
    "square": ((60.0, 0.0), (0.0, 60.0)),
    "hexagonal": ((60.0, 0.0), (-30.0, 30.0 * math.sqrt(3))),
}
PROBE = np.array([(0, 0), (11, 1), (12, 4), (5, 3), (4, 9), (8, 13), (1, 12)]) * 0.7 + np.array([4, 9])
"""A lopsided hook, mm."""
SAMPLES, FINER = 240, 4
NOISE = 20.0
"""Standard deviation in steps of 8 bits."""


def painted(polygons):
    """Fill polygons given in shares of the tile's sides; plain supersampling, nothing of the program's."""
    image = Image.new("L", (SAMPLES * FINER, SAMPLES * FINER))
    draw = ImageDraw.Draw(image)
    for polygon in polygons:
        draw.polygon([tuple(point) for point in (polygon * SAMPLES * FINER).tolist()], fill=255)
    return np.asarray(image.resize((SAMPLES, SAMPLES), Image.Resampling.BOX), np.float64)


def tile_of(images, basis):
    """Return one cell of a lattice of probes, in fractional coordinates."""
    inverse = np.linalg.inv(np.array(basis))
    homes = [one.apply(PROBE) @ inverse for one in images]
    return painted(home + np.array(step) for home in homes for step in product(range(-2, 3), repeat=2))


def band_of(images, period):
    """Return one period of a band of probes, its axis half way down."""
    homes = [one.apply(PROBE) / period + np.array([0.0, 0.5]) for one in images]
    return painted(home + np.array([step, 0.0]) for home in homes for step in range(-2, 3))


def noisy(tile):
    """Return the tile with noise that is the same in every run."""
    return tile + np.random.default_rng(5).normal(0.0, NOISE, tile.shape)
