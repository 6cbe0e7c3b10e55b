"""Rows that are straight: sheets of places in a box, or fitted to a lattice so that they come round."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from batikstudio.geometry.path import Points
from batikstudio.geometry.rings import NO_RINGS
from batikstudio.motifs.filling.space import Numbers, Space
from batikstudio.motifs.filling.stamps import Hand
from batikstudio.pattern.groups import Basis

_FURTHEST, _NEXT = 4, 1
"""How many lattice vectors are added up in search of one along the rows; a line must end within the patch."""
_MOMENT_STEPS = 60
_LONG = 1.2
_NO_STEP = 1e9
_LINE_ROOM_MM = 0.7
_MOST_PLACES = 60_000


@dataclass(frozen=True, eq=False)
class Sheet:
    """Places in straight rows.

    Attributes
    ----------
    points : ndarray of shape (n, 2), mm
        Of a ground those of the home cell; of a region those of its box.
    numbers : ndarray of shape (n, 2), int64
        The number of the row and that within the row.
    angle : float
        The direction of the rows, radians.
    step_mm, row_mm : float
        What the distances in a row and of the rows have become.
    basis : Basis
        The lattice by which the sheet comes round: of the ground, or of a box about the region.
    middle : ndarray of shape (2,)
    """

    points: Points
    numbers: np.ndarray
    angle: float
    step_mm: float
    row_mm: float
    basis: Basis
    middle: Points


def sheet_of(space: Space, step_mm: float, row_mm: float, shift: float, angle_deg: float | None) -> Sheet:
    """Return places in rows: in a region along its long axis, on a ground fitted to the lattice.

    Parameters
    ----------
    space : Space
    step_mm, row_mm : float
        The wanted distance in a row, and of one row from the next.
    shift : float
        By which part of a step each row lies beside the one before; 0.5 is a running bond.
    angle_deg : float or None
        In a region from its long axis, on a ground from level. None: any direction will do.
    """
    if space.basis is not None:
        return _fitted(space.basis, space.middle, step_mm, row_mm, shift, angle_deg, _FURTHEST)
    turn = math.radians(angle_deg or 0.0) + (0.0 if angle_deg is None else long_axis(space))
    return _boxed(space, step_mm, row_mm, shift, turn)


def long_axis(space: Space) -> float:
    """Return the direction in which the space is longest, radians in (-pi/2, pi/2]: of its second moments of area."""
    low, high = space.rings.points.min(axis=0), space.rings.points.max(axis=0)
    step = max(float((high - low).max()) / _MOMENT_STEPS, 1e-6)
    x, y = np.meshgrid(np.arange(low[0] + step / 2, high[0], step), np.arange(low[1] + step / 2, high[1], step))
    points = np.stack((x.ravel(), y.ravel()), axis=1)
    inside = points[space.contains(points)]
    if len(inside) < 3:
        return 0.0
    about = inside - inside.mean(axis=0)
    values, vectors = np.linalg.eigh(about.T @ about)
    # A region about as wide as long has no long axis: its rows lie level.
    if values[1] < _LONG**2 * values[0]:
        return 0.0
    angle = math.atan2(vectors[1, 1], vectors[0, 1])
    return angle - math.pi * round(angle / math.pi - 1e-9)


def _boxed(space: Space, step: float, row: float, shift: float, turn: float) -> Sheet:
    cos, sin = math.cos(turn), math.sin(turn)
    axes = np.array([[cos, sin], [-sin, cos]])
    local = space.rings.points @ axes.T if len(space.rings.points) else np.zeros((1, 2))
    low, high = local.min(axis=0), local.max(axis=0)
    middle = (low + high) / 2
    counts = np.ceil((high - low) / 2 / (step, row)).astype(int) + 1
    scale = max(1.0, math.sqrt(4.0 * counts[0] * counts[1] / _MOST_PLACES))
    step, row = step * scale, row * scale
    counts = np.ceil((high - low) / 2 / (step, row)).astype(int) + 1
    rows, columns = np.arange(-counts[1], counts[1] + 1), np.arange(-counts[0], counts[0] + 1)
    j, i = np.repeat(rows, len(columns)), np.tile(columns, len(rows))
    places = middle + np.stack(((i + np.mod(j * shift, 1.0)) * step, j * row), axis=1)
    width, height = (2 * counts[0] + 1) * step, (2 * counts[1] + 1) * row
    basis = (tuple(axes[0] * width), tuple(axes[1] * height))
    return Sheet(places @ axes, np.stack((j, i), axis=1), turn, step, row, basis, middle @ axes)


def _fitted(
    basis: Basis, middle: Points, step: float, row: float, shift: float, angle_deg: float | None, furthest: int
) -> Sheet:
    """Fit the rows to the lattice: along a lattice vector, with whole counts."""
    matrix = np.array(basis)
    area = abs(float(np.linalg.det(matrix)))
    best = min(_candidates(matrix, area, step, row, shift, angle_deg, furthest), key=lambda one: one[0])
    _, (i, j), n, m, delta = best
    along = i * matrix[0] + j * matrix[1]
    length = float(np.linalg.norm(along))
    u = along / length
    normal = np.array([-u[1], u[0]])
    k, c = np.repeat(np.arange(m), n), np.tile(np.arange(n), m)
    fine, height = length / n, area / length / m
    points = middle + ((c + 0.5) * fine + k * delta)[:, None] * u + ((k + 0.5) * height)[:, None] * normal
    # Rounding must not bring the first and the last row to the same side of the border.
    home = Space(NO_RINGS, basis, middle).home(points)
    return Sheet(home, np.stack((k, c), axis=1), math.atan2(u[1], u[0]), fine, height, basis, middle)


def _candidates(
    matrix: Points, area: float, step: float, row: float, shift: float, angle_deg: float | None, furthest: int
) -> list[tuple[float, tuple[int, int], int, int, float]]:
    """Return fits with their cost: vector, counts along and across, shift of a row, mm."""
    found = []
    for i, j in _directions(furthest):
        along = i * matrix[0] + j * matrix[1]
        length = float(np.linalg.norm(along))
        u = along / length
        across = _completion(matrix, i, j)
        normal = np.array([-u[1], u[0]])
        if across @ normal < 0:
            across = -across
        drift = float(across @ u)
        turned = _turned_deg(u, angle_deg)
        for n in {max(math.floor(length / step), 1), math.ceil(length / step)}:
            for m in {max(math.floor(area / length / row), 1), math.ceil(area / length / row)}:
                fine = length / n
                # m rows, each shifted by delta, must end up on the lattice: m * delta = drift + q * fine.
                q = round((m * shift * fine - drift) / fine)
                delta = (drift + q * fine) / m
                cost = (abs(math.log(fine / step)) if step < _NO_STEP else 0.0) + abs(math.log(area / length / m / row))
                cost += 0.8 * abs(delta / fine - shift) + turned / 40
                found.append((cost, (i, j), n, m, delta))
    return found


def _directions(furthest: int) -> list[tuple[int, int]]:
    """Return the primitive steps, both ways: rows of scales must not turn over."""
    span = range(-furthest, furthest + 1)
    return [(i, j) for i in span for j in span if math.gcd(i, j) == 1]


def _turned_deg(u: Points, angle_deg: float | None) -> float:
    if angle_deg is None:
        return 0.0
    off = math.degrees(math.atan2(u[1], u[0])) - angle_deg
    return abs(off - 360 * round(off / 360))


def _completion(matrix: Points, i: int, j: int) -> Points:
    """Return a vector that with ``i a + j b`` spans the whole lattice."""
    k, m = next((k, m) for k in range(-5, 6) for m in range(-5, 6) if i * m - j * k == 1)
    vector: Points = k * matrix[0] + m * matrix[1]
    return vector


@dataclass(frozen=True)
class Wave:
    """How lines wave: amplitude and length, mm; pointed like teeth or round."""

    amplitude_mm: float
    length_mm: float
    pointed: bool = False

    @property
    def samples(self) -> int:
        """Points of one wave."""
        return 2 if self.pointed else 12

    def aside(self, waves: Numbers) -> Numbers:
        """Return how far a line is aside after so many waves, mm."""
        shift = math.pi / 2 if self.pointed else 0.0
        aside: Numbers = self.amplitude_mm * np.sin(2 * np.pi * waves + shift)
        return aside


@dataclass(frozen=True, eq=False)
class Ruled:
    """Parallel lines over the whole space, not yet cut.

    Attributes
    ----------
    starts : ndarray of shape (n, 2), mm
        A place on each; on a ground in the home cell.
    reach : (float, float)
        How far they go from there, backward and forward, mm. On a ground one and a half periods each way.
    angle, pitch_mm : float
    period_mm : float or None
        The step of the lattice along them.
    wave : Wave or None
        Its length is a whole part of the period.
    """

    starts: Points
    reach: tuple[float, float]
    angle: float
    pitch_mm: float
    period_mm: float | None
    wave: Wave | None

    @property
    def along(self) -> Points:
        """The unit vector along them."""
        return np.array([math.cos(self.angle), math.sin(self.angle)])

    def across(self, distance_mm: float) -> Points:
        """Return the vector of that length across them."""
        return distance_mm * np.array([-math.sin(self.angle), math.cos(self.angle)])

    def straight(self, aside_mm: float) -> Ruled:
        """Return straight lines beside these."""
        return replace(self, starts=self.starts + self.across(aside_mm), wave=None)

    def body(self, reach: tuple[float, float]) -> Points:
        """Return one line from a start at the origin, shape (n, 2), mm."""
        if self.wave is None:
            return np.array(reach)[:, None] * self.along
        step = self.wave.length_mm / self.wave.samples
        t = np.arange(round(reach[0] / step), round(reach[1] / step) + 1, dtype=np.float64) * step
        aside = self.wave.aside(t / self.wave.length_mm)
        return t[:, None] * self.along + aside[:, None] * self.across(1.0)


def ruled(space: Space, pitch_mm: float, angle_deg: float, hand: Hand, wave: Wave | None = None) -> Ruled:
    """Return parallel lines over the whole space, straight or waving.

    In a region they run at an angle to its long axis; on a ground along a lattice vector, a whole count of them.
    """
    if space.basis is None:
        return _ruled_box(space, pitch_mm, angle_deg, hand, wave)
    sheet = _fitted(space.basis, space.middle, _NO_STEP, pitch_mm, 0.0, angle_deg, _NEXT)
    length = abs(float(np.linalg.det(np.array(space.basis)))) / (len(sheet.points) * sheet.row_mm)
    fitted = replace(wave, length_mm=length / max(round(length / wave.length_mm), 1)) if wave else None
    starts = hand.moved(sheet.points, pitch_mm)
    return Ruled(starts, (-1.5 * length, 1.5 * length), sheet.angle, sheet.row_mm, length, fitted)


def _ruled_box(space: Space, pitch: float, angle_deg: float, hand: Hand, wave: Wave | None) -> Ruled:
    turn = long_axis(space) + math.radians(angle_deg)
    axes = np.array([[math.cos(turn), math.sin(turn)], [-math.sin(turn), math.cos(turn)]])
    local = space.rings.points @ axes.T
    low, high = local.min(axis=0), local.max(axis=0)
    width = _LINE_ROOM_MM + (2 * wave.amplitude_mm if wave else 0.0)
    # So many rows that a band is filled from edge to edge; one at least, along its middle.
    count = max(math.floor((high[1] - low[1] - width) / pitch) + 1, 1)
    levels = (low[1] + high[1]) / 2 + (np.arange(count) - (count - 1) / 2) * pitch
    half = (high[0] - low[0]) / 2 + pitch
    starts = np.stack((np.full(count, (low[0] + high[0]) / 2), levels), axis=1) @ axes
    return Ruled(hand.moved(starts, pitch), (-half, half), turn, pitch, None, wave)


def along_lines(lines: Ruled, step_mm: float, shift: float = 0.5) -> Points:
    """Return places along the lines, a whole count on each period, shape (n, 2).

    Of waving lines one place a wave, ``shift`` of a step after its start, on its middle line.
    """
    first, last = lines.reach if lines.period_mm is None else (-lines.period_mm / 2, lines.period_mm / 2)
    if lines.wave is not None:
        step = lines.wave.length_mm
        count = round((last - first) / step)
        t = (np.arange(-(count // 2) - 1, count // 2 + 1) if lines.period_mm is None else np.arange(count)) + shift
    else:
        count = max(round((last - first) / step_mm), 1)
        step = (last - first) / count
        t = np.arange(count) + shift + first / step
    return (lines.starts[:, None] + (t * step)[None, :, None] * lines.along).reshape(-1, 2)
