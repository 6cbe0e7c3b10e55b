"""The repeat of a photographed cloth: its lattice, measured over many copies, and one cell of it, square-on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.errors import BatikError
from batikstudio.geometry.path import Points
from batikstudio.motifs.tracing.picture import Grey

LatticeName = Literal["grid", "brick", "half-drop", "hexagonal", "oblique"]

_WORKING_SIDE = 1024
_DETAIL_SHARE = 1 / 24
"""What changes more slowly than this share of the picture is light, not pattern."""
_LEAST_REPEAT_PX = 8.0
_LEAST_OVERLAP = 0.25
"""A shift that leaves less of the picture over itself is like it by chance."""
_LEAST_LIKENESS, _NEAR_BEST = 0.15, 0.92
"""A shift is a repeat where the picture is so like itself; a lattice is good where it is nearly as good as the best."""
_LEAST_KEPT, _MOST_REPEATS, _LEAST_POINTS = 0.5, 0.85, 3
"""A point of a lattice is a repeat with so much of the mean likeness of all; so many must be; and so many be seen."""
_SOFT_PX, _CANDIDATES = 5, 14
"""Cloth is not exact: within so many pixels a repeat is found."""
_SAME_AREA = 1.1
"""Of lattices whose cells are as small the better one is taken."""
_SQUARE_DEG, _HALF = 2.5, 0.03
"""How far from exact a right angle and a half may be: cloth is soft."""
_MOST_COPIES = 64


@dataclass(frozen=True, eq=False)
class Lattice:
    """The repeat of a picture.

    Attributes
    ----------
    basis : ndarray of shape (2, 2), float64
        Its two vectors as columns, px of the picture, x and y: the shortest there are, the first the nearer to
        horizontal, turned so that the second lies clockwise from it (down).
    likeness : float
        How like the picture is to itself one repeat further, 0 to 1.
    """

    basis: NDArray[np.float64]
    likeness: float

    @property
    def turn_deg(self) -> float:
        """How far the first vector is turned from the horizontal, clockwise."""
        return float(np.degrees(np.arctan2(self.basis[1, 0], self.basis[0, 0])))

    @property
    def name(self) -> LatticeName:
        """The plain name of the lattice."""
        return _named(self.basis)[0]


@dataclass(frozen=True, eq=False)
class Cell:
    """One repeat, cut out square-on: a rectangle whose copies, the rows shifted, cover the cloth.

    Attributes
    ----------
    rgb : ndarray of shape (H, W, 3), uint8
    basis : ndarray of shape (2, 2), float64
        The lattice in px of the cell, as columns; of a half-drop (W, H / 2) and (0, H), else (W, 0) and (shift, H).
    name : str
    copies : int
        How many copies it was averaged over.
    """

    rgb: NDArray[np.uint8]
    basis: NDArray[np.float64]
    name: LatticeName
    copies: int


def find_lattice(grey: Grey) -> Lattice:
    """Find the repeat of a pattern that the picture shows at least twice each way.

    The picture's likeness to itself under every shift is computed at once by Fourier transform; its peaks are the
    lattice. They are measured to a fraction of a pixel, and the far ones settle the basis.

    Parameters
    ----------
    grey : ndarray of shape (H, W), float32
        0 to 1.

    Raises
    ------
    BatikError
        ``lattice.not_found``.
    """
    step = max(max(grey.shape) / _WORKING_SIDE, 1.0)
    small = _reduced(grey, step)
    likeness, overlap = _autocorrelation(_pattern_of(small))
    peaks, heights = _peaks(likeness, overlap)
    chosen = _chosen(peaks, heights, likeness, overlap)
    if chosen is None:
        raise BatikError("lattice.not_found")
    basis, like = chosen
    scale = np.array(grey.shape[::-1], np.float64) / small.shape[::-1]
    return Lattice(_oriented(_reduce(basis * scale[:, None])), like)


def _reduced(grey: Grey, step: float) -> Grey:
    if step <= 1:
        return grey
    from scipy.ndimage import gaussian_filter
    from skimage.transform import resize

    shape = tuple(round(size / step) for size in grey.shape)
    reduced: Grey = resize(gaussian_filter(grey, 0.4 * step), shape, order=1, anti_aliasing=False).astype(np.float32)
    return reduced


def _pattern_of(grey: Grey) -> NDArray[np.float64]:
    """Return the picture without its slow changes of light, of even contrast and with mean 0."""
    from scipy.ndimage import gaussian_filter

    sigma = max(_DETAIL_SHARE * max(grey.shape) * 2, 4.0)
    flat = grey.astype(np.float64) - gaussian_filter(grey.astype(np.float64), sigma, mode="reflect")
    contrast = np.sqrt(gaussian_filter(flat**2, sigma, mode="reflect"))
    flat = flat / np.maximum(contrast, 1e-3 + 0.1 * float(contrast.mean()))
    flat = gaussian_filter(flat, 0.7)
    return np.asarray(flat - flat.mean())


def _autocorrelation(pattern: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return for every shift the correlation, -1 to 1, over what overlaps, and its share; no shift in the middle."""
    from scipy.fft import irfft2, next_fast_len, rfft2

    height, width = pattern.shape
    shape = (next_fast_len(2 * height, True), next_fast_len(2 * width, True))

    def correlated(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
        found = irfft2(np.conj(rfft2(a, shape)) * rfft2(b, shape), shape)
        rows, columns = np.arange(-height + 1, height), np.arange(-width + 1, width)
        return np.asarray(found[np.ix_(rows % shape[0], columns % shape[1])])

    ones = np.ones_like(pattern)
    power = correlated(ones, pattern**2)  # of the part that overlaps, at one end and at the other
    count = np.maximum(correlated(ones, ones), 1.0)
    norm = np.sqrt(np.maximum(power, 1e-9) * np.maximum(power[::-1, ::-1], 1e-9))
    return correlated(pattern, pattern) / norm, count / pattern.size


def _peaks(likeness: NDArray[np.float64], overlap: NDArray[np.float64]) -> tuple[Points, NDArray[np.float64]]:
    """Return the shifts (x, y) of all peaks, to a fraction of a pixel, and their heights; one of each pair ±shift."""
    from skimage.feature import peak_local_max

    rows, columns = likeness.shape
    middle = np.array([rows // 2, columns // 2])
    y, x = np.ogrid[:rows, :columns]
    radius = np.hypot(y - middle[0], x - middle[1])
    # The likeness falls from 1 in the middle; its first dip bounds the blot of no shift at all.
    searched = (overlap > _LEAST_OVERLAP) & (radius > _blot(likeness, middle))
    found = peak_local_max(likeness, min_distance=3, threshold_abs=_LEAST_LIKENESS, exclude_border=2)
    half = [(y, x) for y, x in found.tolist() if searched[y, x] and (y, x) > (middle[0], middle[1])]
    if not half:
        return np.empty((0, 2)), np.empty(0)
    exact = np.array([_summit(likeness, p[0], p[1]) for p in half])
    return exact[:, :2] - middle[::-1], exact[:, 2]


def _blot(likeness: NDArray[np.float64], middle: NDArray[np.int64]) -> float:
    """Return the radius at which the likeness around no shift has sunk to its first low, in the mean of directions."""
    angles = np.linspace(0, np.pi, 36, endpoint=False)
    reach = np.arange(0, int(min(middle) * 0.9))
    y = np.rint(middle[0] + np.outer(np.sin(angles), reach)).astype(int)
    x = np.rint(middle[1] + np.outer(np.cos(angles), reach)).astype(int)
    falling = np.diff(likeness[y, x], axis=1) < 0
    lows = [int(np.argmin(row)) if not row.all() else len(row) for row in falling]
    return max(float(np.percentile(lows, 25)), _LEAST_REPEAT_PX / 2)


def _summit(values: NDArray[np.float64], row: int, column: int) -> tuple[float, float, float]:
    """Return x, y and height of a peak from the quadratic through its nine values (least squares)."""
    window = values[row - 1 : row + 2, column - 1 : column + 2]
    if window.shape != (3, 3):
        return float(column), float(row), float(values[row, column])
    y, x = (grid.ravel() for grid in np.mgrid[-1:2, -1:2])
    terms = np.column_stack((np.ones(9), x, y, x * x, x * y, y * y))
    c = np.linalg.lstsq(terms, window.ravel(), rcond=None)[0]
    matrix = np.array([[2 * c[3], c[4]], [c[4], 2 * c[5]]])
    if np.linalg.det(matrix) <= 0:
        return float(column), float(row), float(values[row, column])
    shift = np.clip(-np.linalg.solve(matrix, c[1:3]), -1, 1)
    return float(column + shift[0]), float(row + shift[1]), float(c[0] + 0.5 * (c[1:3] @ shift))


def _chosen(
    peaks: Points, heights: NDArray[np.float64], likeness: NDArray[np.float64], overlap: NDArray[np.float64]
) -> tuple[NDArray[np.float64], float] | None:
    """Return the smallest lattice among those that are nearly as good as the best, and how good it is.

    Every two of the highest peaks span one. A part of the motif that looks like another part makes a peak as well, but
    its lattice has points that are no repeats.
    """
    from scipy.ndimage import maximum_filter

    if len(peaks) < 2:
        return None
    soft = maximum_filter(likeness, _SOFT_PX)
    order = _candidates(peaks, heights)
    found: dict[tuple[float, ...], tuple[float, NDArray[np.float64]]] = {}
    for k, first in enumerate(order):
        for second in order[k + 1 :]:
            a, b = peaks[first], peaks[second]
            if abs(a[0] * b[1] - a[1] * b[0]) < 0.2 * float(np.linalg.norm(a) * np.linalg.norm(b)):
                continue
            basis = _reduce(np.column_stack((a, b)))
            key = tuple(np.rint(np.abs(basis).ravel() / _SOFT_PX).tolist())
            if key not in found:
                found[key] = (_goodness(basis, soft, overlap), basis)
    best = max((good for good, _ in found.values()), default=0.0)
    if best < _LEAST_LIKENESS:
        return None
    able = [
        (abs(float(np.linalg.det(basis))), good, basis) for good, basis in found.values() if good >= _NEAR_BEST * best
    ]
    least = min(area for area, _, _ in able)
    _, good, basis = max((one for one in able if one[0] < _SAME_AREA * least), key=lambda one: one[1])
    settled = _reduce(_settled(basis, peaks, heights))
    return settled, max(good, _goodness(settled, soft, overlap))


def _candidates(peaks: Points, heights: NDArray[np.float64]) -> list[int]:
    """Return the highest peaks, and of those nearly as high the shortest shifts."""
    highest = np.argsort(-heights, kind="stable")
    high = highest[heights[highest] > 0.5 * _best(heights)]
    short = high[np.argsort(np.linalg.norm(peaks[high], axis=1), kind="stable")]
    return sorted({*highest[:_CANDIDATES].tolist(), *short[:_CANDIDATES].tolist()})


def _best(heights: NDArray[np.float64]) -> float:
    """Return the height of the third best peak: one alone may stand out by chance."""
    return float(np.sort(heights)[-min(3, len(heights))])


def _goodness(basis: NDArray[np.float64], likeness: NDArray[np.float64], overlap: NDArray[np.float64]) -> float:
    """Return the mean likeness at the lattice's points; 0 where too many are no repeats, or too few can be seen."""
    k = np.arange(-3, 4)
    steps = np.stack(np.meshgrid(k, k), axis=-1).reshape(-1, 2)
    shifts = steps[np.any(steps, axis=1)] @ basis.T
    seen = np.array([_value(likeness, shift) for shift in shifts if _value(overlap, shift) > _LEAST_OVERLAP])
    if len(seen) < 2 * _LEAST_POINTS:
        return 0.0
    mean = float(seen.mean())
    return mean if float((seen > _LEAST_KEPT * mean).mean()) >= _MOST_REPEATS else 0.0


def _settled(basis: NDArray[np.float64], peaks: Points, heights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the basis that fits all peaks at whole numbers of repeats best, the near ones first."""
    for reach in (1.5, 2.5, 4.5, 12.0):
        steps = np.linalg.solve(basis, peaks.T).T
        whole = np.rint(steps)
        near = (np.abs(steps - whole).max(axis=1) < 0.15) & (np.abs(whole).max(axis=1) <= reach) & np.any(whole, axis=1)
        if np.linalg.matrix_rank(whole[near]) < 2:
            continue
        weight = np.sqrt(np.maximum(heights[near], 0.0))[:, None]
        basis = np.linalg.lstsq(whole[near] * weight, peaks[near] * weight, rcond=None)[0].T
    return basis


def _value(likeness: NDArray[np.float64], shift: Points) -> float:
    row, column = (round(float(s)) + size // 2 for s, size in zip(shift[::-1], likeness.shape, strict=True))
    if not (0 <= row < likeness.shape[0] and 0 <= column < likeness.shape[1]):
        return 0.0
    return float(np.clip(likeness[row, column], 0, 1))


def _reduce(basis: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the shortest basis of the same lattice (Lagrange and Gauss)."""
    a, b = basis[:, 0], basis[:, 1]
    while True:
        if a @ a > b @ b:
            a, b = b, a
        k = round(float(a @ b / (a @ a)))
        if not k:
            return np.column_stack((a, b))
        b = b - k * a


def _oriented(basis: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the basis with the first vector nearer to horizontal and to the right, the second clockwise from it."""
    slopes = np.abs(basis[1]) / np.maximum(np.linalg.norm(basis, axis=0), 1e-12)
    a, b = (basis[:, k] for k in np.argsort(slopes, kind="stable"))
    a = a if a[0] >= 0 else -a
    return np.column_stack((a, b if a[0] * b[1] - a[1] * b[0] > 0 else -b))


def _named(basis: NDArray[np.float64]) -> tuple[LatticeName, NDArray[np.float64]]:
    """Return the lattice's plain name and the basis that its cell is cut along: rows along the first vector."""
    a, b = basis[:, 0], basis[:, 1]
    lengths = np.linalg.norm(basis, axis=0)
    angle = float(np.degrees(np.arccos(np.clip(a @ b / (lengths[0] * lengths[1]), -1, 1))))
    even = abs(float(lengths[0] / lengths[1]) - 1) < _HALF
    if even and min(abs(angle - 60), abs(angle - 120)) < _SQUARE_DEG:
        return "hexagonal", basis
    if abs(angle - 90) < _SQUARE_DEG and not (even and 30 < abs(_turn(a)) < 60):
        return "grid", basis
    along, across = a + b, b - a  # of a rhombus these are at right angles, and its cell is centred
    if abs(float(along @ across) / float(np.linalg.norm(along) * np.linalg.norm(across))) < np.sin(
        np.radians(_SQUARE_DEG)
    ):
        return _centred(along, across)
    for row, other in ((a, b), (b, a)):
        shift = float(other @ row / (row @ row))
        if abs(abs(shift) - 0.5) < _HALF:
            return _centred(row, 2 * other - np.sign(shift) * row)
    return "oblique", basis


def _centred(one: Points, other: Points) -> tuple[LatticeName, NDArray[np.float64]]:
    """Return a lattice with a copy in the middle of each rectangle: a half-drop where its columns stand close."""
    wide = _oriented(np.column_stack((one, other)))
    across, down = wide[:, 0], wide[:, 1]
    if np.linalg.norm(across) >= np.linalg.norm(down):
        return "half-drop", np.column_stack(((across + down) / 2, down))
    return "brick", np.column_stack((across, (across + down) / 2))


def _turn(vector: Points) -> float:
    return float(np.degrees(np.arctan2(vector[1], vector[0])))


def cut_cell(rgb: NDArray[np.uint8], lattice: Lattice, averaged: bool = True) -> Cell:
    """Return one repeat, square-on.

    Parameters
    ----------
    rgb : ndarray of shape (H, W, 3), uint8
    lattice : Lattice
        Of this picture.
    averaged : bool
        The median over all whole copies, so that folds, shadows and chance vanish; else the copy in the middle.
    """
    name, basis = _named(lattice.basis)
    if name == "half-drop":
        down = basis[:, 1]
        across = basis[:, 0] - down * float(basis[:, 0] @ down / (down @ down))
        own = np.array(
            [[np.linalg.norm(across), 0.0], [float(basis[:, 0] @ down) / np.linalg.norm(down), np.linalg.norm(down)]]
        )
    else:
        across = basis[:, 0]
        shift = float(basis[:, 1] @ across / (across @ across))
        down = basis[:, 1] - shift * across
        own = np.array([[np.linalg.norm(across), shift * np.linalg.norm(across)], [0.0, np.linalg.norm(down)]])
    size = max(round(float(np.linalg.norm(across))), 1), max(round(float(np.linalg.norm(down))), 1)
    places = _copies(rgb.shape[:2], lattice.basis, across, down)
    if not averaged or not len(places):
        places = (np.array(rgb.shape[1::-1]) / 2 - (across + down) / 2)[None]
    pictures = [_sampled(rgb, start, across, down, size) for start in places]
    cell = pictures[0] if len(pictures) == 1 else np.median(np.stack(pictures), axis=0)
    return Cell(np.clip(np.rint(cell), 0, 255).astype(np.uint8), own, name, len(pictures))


def _copies(shape: tuple[int, ...], basis: NDArray[np.float64], across: Points, down: Points) -> Points:
    """Return the top left corners of all cells that lie whole in the picture, the nearest to its middle first."""
    height, width = shape
    middle = np.array([width / 2, height / 2]) - (across + down) / 2
    reach = int(np.ceil(max(height, width) / np.linalg.norm(basis, axis=0).min())) + 1
    k = np.arange(-reach, reach + 1)
    steps = np.stack(np.meshgrid(k, k), axis=-1).reshape(-1, 2)
    starts = middle + steps @ basis.T
    corners = starts[:, None] + np.array([np.zeros(2), across, down, across + down])
    inside = np.all((corners >= 0) & (corners <= (width, height)), axis=(1, 2))
    kept = starts[inside]
    order = np.argsort(np.linalg.norm(kept - middle, axis=1), kind="stable")[:_MOST_COPIES]
    return np.asarray(kept[order])


def _sampled(
    rgb: NDArray[np.uint8], start: Points, across: Points, down: Points, size: tuple[int, int]
) -> NDArray[np.float32]:
    from scipy.ndimage import map_coordinates

    u = (np.arange(size[0]) + 0.5) / size[0]
    v = (np.arange(size[1]) + 0.5) / size[1]
    at = start + u[None, :, None] * across + v[:, None, None] * down - 0.5
    channels = [
        map_coordinates(
            rgb[..., c].astype(np.float32), [at[..., 1], at[..., 0]], order=1, mode="nearest", prefilter=False
        )
        for c in range(3)
    ]
    return np.stack(channels, axis=-1)
