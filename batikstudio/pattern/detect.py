"""Find which symmetry a picture has, how sure that is, and where the picture departs from it.

A tile is one cell of a lattice, sampled at the nodes ``(i / n, j / n)`` of its own coordinates: row j along the second
vector, column i along the first. An isometry that keeps the lattice is then a permutation of samples, and one Fourier
transform tells for all shifts at once how well the picture fits its own image. A cell that holds smaller ones is cut
down to the smallest first; then every turn and mirror has one shift, and the group follows from which ones fit.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.affine import Affine
from batikstudio.pattern.elements import Axis, Centre, elements_of
from batikstudio.pattern.groups import Basis

Tile = NDArray[np.float64]
Matrix = tuple[tuple[int, int], tuple[int, int]]

FITS = 0.04
"""How much of a picture's variance may be unlike its image where the image is said to fit."""
NEARLY = 0.35
"""Up to here an isometry may be meant, if what does not fit is a small part of what is drawn."""
BROKEN_SHARE = 0.25
"""How much of what would be drawn may be broken, as one copy of six is: with more it is another pattern."""
VOTES = 3
"""So many images at least must say what each place should be: of two that differ neither is the broken one."""
BLUR = 0.008
"""The radius of the blur that takes noise and sampled edges away, in roots of the cell's area."""
BROKEN = 0.22
"""By how much of the picture's whole range it must be off, after the blur, to be called broken there."""
MEASURED = 0.02
"""In shares of the cell: how sure it is where an element lies that was found in a picture."""
METRIC = 0.02
"""How far, relative to their size, lattice vectors may be from a square or a hexagon that is one."""


@dataclass(frozen=True)
class Spot:
    """Where a picture departs from its symmetry: the middle in shares of the cell, and which share of it it takes."""

    u: float
    v: float
    share: float


@dataclass(frozen=True, eq=False)
class Finding:
    """What is found in a tile.

    Attributes
    ----------
    group : str
        The wallpaper group, or for a band the frieze group.
    confidence : float
        0 to 1: how far what fits and what does not are from the limit between them.
    nearly : str
        The group that it would have if it were mended; the same as ``group`` where nothing is broken.
    basis : Basis
        The smallest cell that was found, in the units of the basis given.
    axes, centres : tuple
        Of the group that it nearly has, in one such cell, about the origin of the tile.
    broken : ndarray of shape (n, n), bool
        Where the tile differs from what most of its images say.
    spots : tuple of Spot
        The same as a list, the largest first.
    """

    group: str
    confidence: float
    nearly: str
    basis: Basis
    axes: tuple[Axis, ...]
    centres: tuple[Centre, ...]
    broken: NDArray[np.bool_]
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class _Fit:
    """An isometry ``x -> matrix x + shift`` in shares of the cell, and how badly the picture fits its image."""

    matrix: Matrix
    shift: tuple[float, float]
    residual: float


def detect(tile: Tile, basis: Basis) -> Finding:
    """Return the wallpaper group of a tile.

    Parameters
    ----------
    tile : ndarray of shape (n, n) or (n, n, channels), float
        n at least 48.
    basis : ((x1, y1), (x2, y2))
        The lattice vectors, in any unit.
    """
    picture = _channels(tile)
    smooth = _blurred(picture, basis)
    smallest, cell = _primitive(smooth, basis)
    fits = [_best(cell, matrix) for matrix in _isometries(smallest)]
    exact = _closed(fits, FITS)
    nearly, broken = _meant(cell, fits, exact)
    name, meant = _name(exact, smallest), _name(nearly, smallest)
    elements = elements_of([_affine(fit, smallest) for fit in nearly], smallest, MEASURED)
    return Finding(
        name, _confidence(fits, exact), meant, smallest, elements.axes, elements.centres, broken, _spots(broken)
    )


def detect_frieze(tile: Tile) -> Finding:
    """Return the frieze group of a band.

    Parameters
    ----------
    tile : ndarray of shape (n, n) or (n, n, channels), float
        One period along the columns; across, the rows, the band with empty ground on both sides.

    Returns
    -------
    Finding
        Its lengths are shares of the tile.
    """
    count, cell = _shortest_period(_blurred(_channels(tile), ((1.0, 0.0), (0.0, 1.0))))
    basis: Basis = ((1.0 / count, 0.0), (0.0, 1.0))
    fits = [_best(cell, matrix) for matrix in (_IDENTITY, _HALF_TURN, _ACROSS, _ALONG)]
    exact = _closed(fits, FITS)
    nearly, broken = _meant(cell, fits, exact)
    elements = elements_of([_affine(fit, basis) for fit in nearly], basis, MEASURED)
    middle = _middle_row(cell)

    def of_the_band(y: float) -> bool:
        return abs((y - middle + 0.5) % 1.0 - 0.5) < 0.25

    return Finding(
        _frieze_name(exact),
        _confidence(fits, exact),
        _frieze_name(nearly),
        basis,
        tuple(axis for axis in elements.axes if axis.start[1] != axis.end[1] or of_the_band(axis.start[1])),
        tuple(centre for centre in elements.centres if of_the_band(centre.point[1])),
        broken,
        _spots(broken),
    )


def _middle_row(tile: Tile) -> float:
    """Return where the middle of a band lies on the torus of its tile, in shares of the height."""
    rows = (tile**2).sum(axis=(1, 2))
    angles = 2 * math.pi * np.arange(len(rows)) / len(rows)
    return math.atan2(float((rows * np.sin(angles)).sum()), float((rows * np.cos(angles)).sum())) / (2 * math.pi) % 1.0


_IDENTITY: Matrix = ((1, 0), (0, 1))
_HALF_TURN: Matrix = ((-1, 0), (0, -1))
_ACROSS: Matrix = ((-1, 0), (0, 1))
_ALONG: Matrix = ((1, 0), (0, -1))


def differing(tile: Tile, other: Tile, basis: Basis) -> tuple[Spot, ...]:
    """Return where two tiles of one lattice differ by more than noise does, the largest first."""
    one, two = (_blurred(_channels(each), basis) for each in (tile, other))
    off = np.abs(one - two).max(axis=2)
    return _spots(off > _limit(two))


def sample(
    picture: NDArray[np.generic], basis_px: Basis, origin_px: tuple[float, float], n: int = 240, spread: int = 1
) -> Tile | None:
    """Read one cell out of a picture.

    Parameters
    ----------
    picture : ndarray of shape (h, w) or (h, w, channels)
    basis_px : ((x1, y1), (x2, y2))
        The lattice vectors in pixels.
    origin_px : (x, y)
        Of the cell, from the top left corner of the picture.
    n : int
        Samples a side.
    spread : int
        Samples are means of ``spread`` by ``spread`` readings between them.

    Returns
    -------
    ndarray of shape (n, n, channels) or None
        None where the cell does not lie within the picture.
    """
    grey = _channels(np.asarray(picture, np.float64))
    frame = np.array(basis_px, np.float64).T
    m = n * spread
    shares = (np.arange(m) - (spread - 1) / 2) / m
    u, v = np.meshgrid(shares, shares)
    x, y = np.tensordot(frame, np.stack((u, v)), axes=1) + np.array(origin_px)[:, None, None] - 0.5
    height, width = grey.shape[:2]
    if x.min() < -0.5 or y.min() < -0.5 or x.max() > width - 0.5 or y.max() > height - 0.5:
        return None
    x, y = np.clip(x, 0, width - 1), np.clip(y, 0, height - 1)
    i, j = np.minimum(x.astype(int), max(width - 2, 0)), np.minimum(y.astype(int), max(height - 2, 0))
    fx, fy = (x - i)[..., None], (y - j)[..., None]
    read = (grey[j, i] * (1 - fx) + grey[j, i + 1] * fx) * (1 - fy)
    read += (grey[j + 1, i] * (1 - fx) + grey[j + 1, i + 1] * fx) * fy
    return np.asarray(read.reshape(n, spread, n, spread, -1).mean(axis=(1, 3)), np.float64)


def _channels(tile: NDArray[np.float64]) -> Tile:
    picture = np.asarray(tile, np.float64)
    return picture[..., None] if picture.ndim == 2 else picture


def _blurred(tile: Tile, basis: Basis) -> Tile:
    """Return a tile without its mean, blurred by a disc that is round in the plane: so it keeps every symmetry."""
    n = len(tile)
    k = np.fft.fftfreq(n, 1 / n)
    u, v = np.meshgrid(k, k)
    frame = np.array(basis, np.float64).T
    radius = BLUR * math.sqrt(abs(np.linalg.det(frame)))
    inverse = np.linalg.inv(frame)
    waves = np.tensordot(inverse.T, np.stack((u, v)), axes=1)
    window = np.exp(-2 * (math.pi * radius) ** 2 * (waves**2).sum(axis=0))
    window[0, 0] = 0.0
    spectrum = np.fft.fft2(tile, axes=(0, 1)) * window[..., None]
    return np.asarray(np.real(np.fft.ifft2(spectrum, axes=(0, 1))), np.float64)


def _residuals(tile: Tile, matrix: Matrix) -> NDArray[np.float64]:
    """Return how unlike the tile and its image are at every shift: 0 where they are equal, about 1 where unlike."""
    energy = float((tile**2).sum())
    if energy <= 1e-9 * tile.size:
        return np.zeros(tile.shape[:2])
    image = np.fft.fft2(_mapped(tile, matrix), axes=(0, 1))
    both = (np.fft.fft2(tile, axes=(0, 1)) * np.conj(image)).sum(axis=2)
    return np.asarray(1.0 - np.real(np.fft.ifft2(both)) / energy, np.float64)


def _mapped(tile: Tile, matrix: Matrix, shift: tuple[float, float] = (0.0, 0.0)) -> Tile:
    """Return the tile moved by an isometry: what was at x lies at ``matrix x + shift``."""
    n = len(tile)
    (a, b), (c, d) = matrix
    x, y = np.meshgrid(np.arange(n), np.arange(n))
    to_x = (a * x + b * y + round(shift[0] * n)) % n
    to_y = (c * x + d * y + round(shift[1] * n)) % n
    image = np.empty_like(tile)
    image[to_y, to_x] = tile
    return image


def _best(tile: Tile, matrix: Matrix) -> _Fit:
    if matrix == _IDENTITY:
        return _Fit(matrix, (0.0, 0.0), 0.0)
    residual = _residuals(tile, matrix)
    n = len(tile)
    y, x = divmod(int(residual.argmin()), n)
    return _Fit(matrix, (x / n, y / n), float(residual[y, x]))


def _primitive(tile: Tile, basis: Basis) -> tuple[Basis, Tile]:
    """Return the smallest cell that repeats, its vectors as short as they can be, and the tile read on it."""
    n = len(tile)
    residual = _residuals(tile, _IDENTITY)
    shifts = _minima(residual, FITS)
    count = len(shifts)
    vectors = np.array([(count, 0), (0, count), *np.rint(np.array(shifts) / n * count)], np.int64)
    exact = np.abs(np.array(shifts) / n * count - vectors[2:]).max() < 0.05 * count
    lattice = _generated(vectors) / count if exact and count > 1 else np.eye(2)
    if round(1 / abs(np.linalg.det(lattice))) != count:
        lattice = np.eye(2)
    short = _reduced(lattice @ np.array(basis, np.float64))
    (ux, uy), (vx, vy) = short.tolist()
    rows = np.rint(np.linalg.solve(np.array(basis, np.float64).T, short.T).T * max(count, 1)) / max(count, 1)
    return ((ux, uy), (vx, vy)), _read(tile, rows)


def _minima(residual: NDArray[np.float64], limit: float) -> list[tuple[int, int]]:
    """Return the shifts at which a residual is below a limit, the best of each neighbourhood, (0, 0) first."""
    n = len(residual)
    near = max(n // 12, 2)
    found: list[tuple[int, int]] = [(0, 0)]
    left = residual.copy()
    grid = np.arange(n)

    def clear(x: int, y: int) -> None:
        dx, dy = (np.abs((grid - at + n // 2) % n - n // 2) <= near for at in (x, y))
        left[np.ix_(dy, dx)] = math.inf

    clear(0, 0)
    while (best := float(left.min())) < limit and len(found) < 144:
        y, x = divmod(int(left.argmin()), n)
        del best
        found.append((x, y))
        clear(x, y)
    return found


def _generated(vectors: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return two vectors that generate the same lattice of whole numbers as many do: Hermite's normal form."""
    rows = [row for row in vectors.tolist() if any(row)]
    first: list[list[int]] = []
    while rows:
        rows = [row for row in rows if any(row)]
        lead = [row for row in rows if row[0]]
        if len(lead) <= 1:
            first = lead
            rows = [row for row in rows if not row[0]]
            break
        lead.sort(key=lambda row: abs(row[0]))
        pivot = lead[0]
        rest = [row for row in rows if row is not pivot]
        rows = [
            pivot,
            *([row[0] - row[0] // pivot[0] * pivot[0], row[1] - row[0] // pivot[0] * pivot[1]] for row in rest),
        ]
    second = math.gcd(*(row[1] for row in rows)) if rows else 0
    return np.array([first[0] if first else [0, 0], [0, second]], np.float64)


def _reduced(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the two shortest vectors of a lattice, between 90 and 120 degrees apart, right-handed (Gauss)."""
    u, v = vectors.copy()
    while True:
        if u @ u > v @ v:
            u, v = v, u
        whole = round(float(u @ v) / float(u @ u))
        if whole == 0:
            break
        v = v - whole * u
    # A little over 90 degrees by rounding is 90: the sign is turned only where it tells.
    if u @ v > 1e-9 * (u @ u):
        v = -v
    if u[0] * v[1] - u[1] * v[0] < 0:
        u, v = v, u
        if u[0] * v[1] - u[1] * v[0] < 0:
            v = -v
    return np.array([u, v])


def _read(tile: Tile, rows: NDArray[np.float64]) -> Tile:
    """Return a tile sampled along other vectors, given in shares of its cell, by what lies around each place."""
    n = len(tile)
    u, v = np.meshgrid(np.arange(n) / n, np.arange(n) / n)
    x = (u * rows[0, 0] + v * rows[1, 0]) % 1.0 * n
    y = (u * rows[0, 1] + v * rows[1, 1]) % 1.0 * n
    i, j = np.floor(x + 1e-9).astype(int), np.floor(y + 1e-9).astype(int)
    fx, fy = (x - i)[..., None], (y - j)[..., None]
    near = [tile[(j + b) % n, (i + a) % n] for b in (0, 1) for a in (0, 1)]
    return np.asarray((near[0] * (1 - fx) + near[1] * fx) * (1 - fy) + (near[2] * (1 - fx) + near[3] * fx) * fy)


@cache
def _isometries(basis: Basis) -> tuple[Matrix, ...]:
    """Return the matrices of whole numbers that keep the lengths and angles of shortest lattice vectors."""
    frame = np.array(basis, np.float64).T
    metric = frame.T @ frame
    size = np.trace(metric) / 2
    found = []
    for a, b, c, d in product((-1, 0, 1), repeat=4):
        matrix = np.array([[a, b], [c, d]])
        if a * d - b * c in (1, -1) and np.abs(matrix.T @ metric @ matrix - metric).max() < METRIC * size:
            found.append(((a, b), (c, d)))
    return tuple(found)


def _closed(fits: Sequence[_Fit], limit: float) -> list[_Fit]:
    """Return the isometries that fit, without the worst until products of any two are among them."""
    kept = sorted((fit for fit in fits if fit.residual < limit), key=lambda fit: fit.residual)
    while True:
        known = {fit.matrix for fit in kept}
        if all(_times(one, other) in known for one in known for other in known):
            return kept
        kept.pop()


def _times(one: Matrix, other: Matrix) -> Matrix:
    (a, b), (c, d) = one
    (e, f), (g, h) = other
    return ((a * e + b * g, a * f + b * h), (c * e + d * g, c * f + d * h))


def _confidence(fits: Sequence[_Fit], exact: Sequence[_Fit]) -> float:
    worst = max(fit.residual for fit in exact)
    others = [fit.residual for fit in fits if fit not in exact]
    return max(0.0, min(1.0 - worst / FITS, *(1.0 - FITS / value if value > FITS else 0.0 for value in others), 1.0))


def _name(fits: Sequence[_Fit], basis: Basis) -> str:
    """Return the international short name of a group, by its turns and by what kinds of reflections it has."""
    turns = sum(_determinant(fit.matrix) > 0 for fit in fits)
    mirrors = [fit for fit in fits if _determinant(fit.matrix) < 0]
    kinds = [_reflection(fit) for fit in mirrors]
    if not mirrors:
        return f"p{turns}"
    if turns == 1:
        return {"mirror": "pm", "glide": "pg", "centred": "cm"}[kinds[0]]
    if turns == 2:
        if "centred" in kinds:
            return "cmm"
        return {0: "pmm", 1: "pmg", 2: "pgg"}[kinds.count("glide")]
    if turns == 3:
        # Mirrors along the shortest rows of the lattice leave two of three kinds of centres aside.
        frame = np.array(basis, np.float64).T
        along = [float(np.hypot(*(frame @ np.array(_axis(fit.matrix))))) for fit in mirrors]
        return "p31m" if min(along) < 1.4 * float(np.hypot(*basis[0])) else "p3m1"
    if turns == 4:
        return "p4g" if "glide" in kinds else "p4m"
    return "p6m"


def _frieze_name(fits: Sequence[_Fit]) -> str:
    shifts = {fit.matrix: fit.shift for fit in fits}
    across, along, turn = _ACROSS in shifts, _ALONG in shifts, _HALF_TURN in shifts
    mirrored = along and _off_whole(shifts[_ALONG][0]) < 0.25
    if across and along:
        return "p2mm" if mirrored else "p2mg"
    if along:
        return "p11m" if mirrored else "p11g"
    if across:
        return "p1m1"
    return "p2" if turn else "p1"


def _off_whole(value: float) -> float:
    return abs(value - round(value))


def _determinant(matrix: Matrix) -> int:
    (a, b), (c, d) = matrix
    return a * d - b * c


def _axis(matrix: Matrix) -> tuple[int, int]:
    """Return the shortest whole vector that a reflection leaves as it is."""
    (a, b), (c, d) = matrix
    kept = [
        (i, j)
        for i, j in product(range(-2, 3), repeat=2)
        if (i, j) != (0, 0) and (a * i + b * j, c * i + d * j) == (i, j)
    ]
    return min(kept, key=lambda one: (abs(one[0]) + abs(one[1]), one))


def _reflection(fit: _Fit) -> str:
    """Tell a mirror from a glide, and from both at once in a lattice that is centred for it.

    Let a be the shortest lattice vector along the axis. Done twice, the reflection is a shift by m a; moved by a
    lattice vector l it is one by m a + (I + M) l. In a centred lattice some (I + M) l is a, so m may be had even: there
    are mirrors, and glides between them. Else (I + M) l is always even, and m tells.
    """
    (a, b), (c, d) = fit.matrix
    axis = _axis(fit.matrix)
    number = 0 if axis[0] else 1
    sums = ((1 + a, c), (b, 1 + d))  # what (I + M) makes of both lattice vectors
    if any(round(one[number] / axis[number]) % 2 for one in sums):
        return "centred"
    s, t = fit.shift
    twice = ((1 + a) * s + b * t, c * s + (1 + d) * t)
    return "glide" if round(twice[number] / axis[number]) % 2 else "mirror"


def _affine(fit: _Fit, basis: Basis) -> Affine:
    """Return a fit as an isometry of the plane, its shift rid of what the grid of samples adds along an axis."""
    frame = np.array(basis, np.float64).T
    linear = frame @ np.array(fit.matrix) @ np.linalg.inv(frame)
    shift = np.array(fit.shift)
    if _determinant(fit.matrix) < 0:
        axis = np.array(_axis(fit.matrix), np.float64)
        twice = (np.eye(2) + np.array(fit.matrix)) @ shift
        number = 0 if axis[0] else 1
        shift = shift + (round(twice[number] / axis[number]) * axis - twice) / 2
    return Affine.from_matrix(linear, frame @ shift)


def _images(tile: Tile, fits: Sequence[_Fit]) -> NDArray[np.float64]:
    return np.stack([_mapped(tile, fit.matrix, fit.shift) for fit in fits])


def _meant(tile: Tile, fits: Sequence[_Fit], exact: list[_Fit]) -> tuple[list[_Fit], NDArray[np.bool_]]:
    """Return the isometries that a tile would have if it were mended, and where it is broken.

    More than fit exactly, if a small part of what is drawn is all that stands against them.
    """
    ground = np.median(tile, axis=(0, 1))
    for limit in sorted({fit.residual for fit in fits if FITS <= fit.residual < NEARLY}, reverse=True):
        more = _closed(fits, limit + 1e-9)
        if len(more) < VOTES * len(exact):
            break
        ideal = np.median(_images(tile, more), axis=0)
        broken = _departure(tile, more)
        drawn = np.abs(ideal - ground).max(axis=2) > _limit(tile)
        rest = np.where(broken[..., None], 0.0, tile - ideal)
        sound = float((rest**2).sum()) < FITS * float((tile**2).sum())
        if sound and broken.sum() < BROKEN_SHARE * drawn.sum():
            return more, broken
    return exact, _departure(tile, exact)


def _departure(tile: Tile, fits: Sequence[_Fit]) -> NDArray[np.bool_]:
    """Return where a tile differs too much from what most of its images say."""
    ideal = np.median(_images(tile, fits), axis=0)
    return np.asarray(np.abs(tile - ideal).max(axis=2) > _limit(tile))


def _limit(tile: Tile) -> float:
    """Return from which difference on a place is broken."""
    return max(BROKEN * float((tile.max(axis=(0, 1)) - tile.min(axis=(0, 1))).max()), 1e-9)


def _spots(broken: NDArray[np.bool_]) -> tuple[Spot, ...]:
    """Return the pieces of a mask on a torus, those of at least a few samples, the largest first."""
    from scipy import ndimage

    n = len(broken)
    labels, count = ndimage.label(np.tile(broken, (2, 2)))
    found: dict[tuple[int, int], Spot] = {}
    sizes = np.bincount(labels.ravel(), minlength=count + 1)[1:]
    middles = np.array(ndimage.center_of_mass(labels > 0, labels, np.arange(1, count + 1))).reshape(-1, 2)
    for size, (y, x) in zip(sizes.tolist(), middles.tolist(), strict=True):
        if size < (n / 80) ** 2:
            continue
        key = (round(x) % n, round(y) % n)
        spot = Spot(x % n / n, y % n / n, size / n**2)
        twin = next((one for one in found if max(_apart(one[k], key[k], n) for k in (0, 1)) <= n // 40), None)
        if twin is None or found[twin].share < spot.share:
            found[twin or key] = spot
    return tuple(sorted(found.values(), key=lambda one: -one.share))


def _apart(one: int, other: int, n: int) -> int:
    return abs((one - other + n // 2) % n - n // 2)


def _shortest_period(tile: Tile) -> tuple[int, Tile]:
    """Return how many periods a band has along its columns, and the first of them alone."""
    n = len(tile)
    residual = _residuals(tile, _IDENTITY)[0]
    for count in range(12, 1, -1):
        at = round(n / count)
        if residual[max(at - 1, 1) : at + 2].min() < FITS:
            return count, _read(tile, np.array([[1 / count, 0.0], [0.0, 1.0]]))
    return 1, tile
