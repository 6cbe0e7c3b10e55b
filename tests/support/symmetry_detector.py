"""Find the symmetry group of a picture: an oracle that knows nothing of how the program makes one.

A tile is one cell of the lattice, sampled at the nodes ``(i / n, j / n)`` of its own fractional coordinates: row j runs
along the second lattice vector, column i along the first. So every isometry of the lattice maps samples to samples,
and one Fourier transform tells for all translations at once how well the picture fits its own image. The group follows
from which turns, mirrors and glides fit, not from where their centres lie: the origin of the tile is free.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

Tile = NDArray[np.float64]
Matrix = tuple[int, int, int, int]
Point = tuple[float, float]

METRICS = {
    "oblique": ((1.0, 0.31), (0.31, 0.77)),
    "rectangular": ((1.0, 0.0), (0.0, 0.77)),
    "square": ((1.0, 0.0), (0.0, 1.0)),
    "hexagonal": ((1.0, -0.5), (-0.5, 1.0)),
}
"""The products of the lattice vectors with one another. Its isometries are the integer matrices that keep them."""

TOLERANCE = 0.06
"""How much of a picture's variance may be unlike its image: an isometry or not."""
BLUR = 1.5 / 240
"""The radius of the blur that takes noise and the sampling of edges away, in lattice vectors."""
_STEPS = (-1, 0, 1)


@dataclass(frozen=True)
class Fit:
    """An isometry ``x -> matrix x + shift`` of fractional coordinates that maps a picture to itself.

    ``residual`` is half the mean square difference over the variance: 0 for an exact image, about 1 for unlike ones.
    """

    matrix: Matrix
    shift: Point
    residual: float


def detect(tile: Tile, lattice: str, tolerance: float = TOLERANCE) -> str:
    """Return the international short name of the wallpaper group of a tile.

    Parameters
    ----------
    tile : ndarray of shape (n, n), float
        One cell, in fractional coordinates; n a multiple of 12.
    lattice : str
        ``oblique``, ``rectangular``, ``square`` or ``hexagonal`` (the second vector 120 degrees from the first): which
        isometries are tried. A rectangular cell may be centred.
    tolerance : float
    """
    found = fits(tile, lattice, tolerance)
    turns = {fit.matrix for fit in found if _determinant(fit.matrix) > 0}
    mirrors = {fit.matrix for fit in found if _determinant(fit.matrix) < 0 and _is_mirror(fit)}
    glides = {fit.matrix for fit in found if _determinant(fit.matrix) < 0 and _is_glide(fit)}
    order, reflections = len(turns), mirrors | glides
    if not reflections:
        return f"p{order}"
    if order == 1:
        return {(True, False): "pm", (False, True): "pg", (True, True): "cm"}[bool(mirrors), bool(glides)]
    if order == 2:
        if mirrors == reflections:
            return "cmm" if glides else "pmm"
        return "pmg" if mirrors else "pgg"
    if order == 3:
        # Mirrors along the short rows of the lattice leave two of the three kinds of centres aside.
        return "p31m" if _length2(_axis(min(mirrors)), lattice) < 1.5 else "p3m1"
    if order == 4:
        return "p4m" if mirrors == reflections else "p4g"
    return "p6m"


def detect_frieze(tile: Tile, tolerance: float = TOLERANCE) -> str:
    """Return the international short name of the frieze group of a band.

    Parameters
    ----------
    tile : ndarray of shape (n, n), float
        One period: along it the columns, across it the rows; the band with empty space on both sides, so that the
        upper and lower border can meet.
    tolerance : float
    """
    found = fits(tile, "rectangular", tolerance)
    turned = any(fit.matrix == (-1, 0, 0, -1) for fit in found)
    across = any(fit.matrix == (-1, 0, 0, 1) for fit in found)
    along = [fit for fit in found if fit.matrix == (1, 0, 0, -1)]
    mirrored = any(_distance(fit.shift[0], 0.0) < 0.1 for fit in along)
    if across and (turned or along):
        return "p2mm" if mirrored else "p2mg"
    if along:
        return "p11m" if mirrored else "p11g"
    if across:
        return "p1m1"
    return "p2" if turned else "p1"


def fits(tile: Tile, lattice: str, tolerance: float = TOLERANCE) -> list[Fit]:
    """Return all isometries of a lattice that fit a tile, each with the translation at which it fits best.

    One that fits at several translations (a centred cell) is told for each.
    """
    return [fit for fit in residuals(tile, lattice) if fit.residual < tolerance]


def residuals(tile: Tile, lattice: str) -> list[Fit]:
    """Return every isometry of a lattice at each local minimum of its residual over all translations."""
    spectrum = _smooth_spectrum(tile, lattice)
    smooth = np.real(np.fft.ifft2(spectrum))
    energy = float((smooth**2).sum())
    found = []
    for matrix in isometries(lattice):
        image = np.fft.fft2(_mapped(smooth, matrix))
        residual = 1.0 - np.real(np.fft.ifft2(spectrum * np.conj(image))) / energy
        least = residual == ndimage.minimum_filter(residual, len(tile) // 10, mode="wrap")
        for y, x in zip(*np.nonzero(least), strict=True):
            found.append(Fit(matrix, (x / len(tile), y / len(tile)), float(residual[y, x])))
    return found


def isometries(lattice: str) -> list[Matrix]:
    """Return the integer matrices, row by row, that keep the lengths and angles of a lattice's vectors."""
    metric = np.array(METRICS[lattice])
    every = (np.array(values).reshape(2, 2) for values in product(_STEPS, repeat=4))
    kept = [one for one in every if np.allclose(one.T @ metric @ one, metric)]
    return [(int(a), int(b), int(c), int(d)) for (a, b), (c, d) in kept]


def resample(image: NDArray[np.uint8], basis_px: tuple[Point, Point], origin_px: Point, n: int = 240) -> Tile:
    """Return one cell of a picture in fractional lattice coordinates, grey.

    Parameters
    ----------
    image : ndarray of shape (h, w) or (h, w, 3)
    basis_px : ((x1, y1), (x2, y2))
        The lattice vectors in pixels.
    origin_px : (x, y)
        Of the cell, from the top left corner of the picture.
    n : int
        Samples a side.

    Raises
    ------
    ValueError
        If the picture does not hold the whole cell, even with what lies outside moved inside by lattice vectors.
    """
    grey = np.asarray(image, np.float64)
    if grey.ndim == 3:
        grey = grey.mean(axis=2)
    frame = np.array(basis_px, np.float64).T
    u, v = np.meshgrid(np.arange(n) / n, np.arange(n) / n)
    home = np.stack((u, v)).reshape(2, -1)
    # Sample i of a picture lies at i + 1/2.
    limits = np.array([[grey.shape[1] - 1.0], [grey.shape[0] - 1.0]])
    points = np.full(home.shape, np.nan)
    for step in sorted(product(range(-3, 4), repeat=2), key=lambda one: abs(one[0]) + abs(one[1])):
        moved = frame @ (home + np.array(step)[:, None]) + np.array(origin_px)[:, None] - 0.5
        use = np.isnan(points).any(axis=0) & np.all((moved >= 0) & (moved <= limits), axis=0)
        points[:, use] = moved[:, use]
    if np.isnan(points).any():
        raise ValueError("the picture does not hold the whole cell")
    tile: Tile = ndimage.map_coordinates(grey, points[::-1], order=1).reshape(n, n)
    return tile


def _smooth_spectrum(tile: Tile, lattice: str) -> NDArray[np.complex128]:
    """Return the transform of a tile without its mean, blurred by a disc of the lattice's own metric.

    A blur that is round in the plane keeps every symmetry; one that is round in fractional coordinates does not.
    """
    k = np.fft.fftfreq(len(tile), 1 / len(tile))
    u, v = np.meshgrid(k, k)
    (a, b), (_, d) = np.linalg.inv(np.array(METRICS[lattice]))
    spectrum = np.fft.fft2(tile) * np.exp(-2 * (np.pi * BLUR) ** 2 * (a * u * u + 2 * b * u * v + d * v * v))
    spectrum[0, 0] = 0.0
    return np.asarray(spectrum, np.complex128)


def _mapped(tile: Tile, matrix: Matrix) -> Tile:
    """Return the tile moved by an isometry about the origin: what was at x lies at ``matrix x``."""
    n = len(tile)
    a, b, c, d = matrix
    x, y = np.meshgrid(np.arange(n), np.arange(n))
    image = np.empty_like(tile)
    image[(c * x + d * y) % n, (a * x + b * y) % n] = tile
    return image


def _determinant(matrix: Matrix) -> int:
    a, b, c, d = matrix
    return a * d - b * c


def _glide_parts(fit: Fit) -> list[float]:
    """Return the translations along the axis of a reflection, in axis vectors, of all its images under the lattice."""
    a, b, c, d = fit.matrix
    axis = _axis(fit.matrix)
    number = 0 if axis[0] else 1
    found = []
    for i, j in product(_STEPS, repeat=2):
        x, y = fit.shift[0] + i, fit.shift[1] + j
        along = ((x + a * x + b * y) / 2, (y + c * x + d * y) / 2)
        found.append(along[number] / axis[number])
    return found


def _is_mirror(fit: Fit) -> bool:
    return any(_distance(part, 0.0) < 0.1 for part in _glide_parts(fit))


def _is_glide(fit: Fit) -> bool:
    return any(_distance(part, 0.5) < 0.1 for part in _glide_parts(fit))


def _distance(value: float, other: float) -> float:
    """Return how far two numbers are apart where whole numbers do not count."""
    return abs((value - other + 0.5) % 1.0 - 0.5)


def _axis(matrix: Matrix) -> tuple[int, int]:
    """Return the shortest whole vector that a reflection leaves as it is."""
    a, b, c, d = matrix
    kept = [(i, j) for i, j in product(range(3), (-2, -1, 0, 1, 2)) if (a * i + b * j, c * i + d * j) == (i, j)]
    return min((one for one in kept if one != (0, 0)), key=lambda one: (abs(one[0]) + abs(one[1]), one))


def _length2(vector: tuple[int, int], lattice: str) -> float:
    return float(np.array(vector) @ np.array(METRICS[lattice]) @ np.array(vector))
