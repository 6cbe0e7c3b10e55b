"""Rows that are straight: sheets of places in a box, or fitted to a lattice so that they come round."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from batikstudio.geometry.path import Points
from batikstudio.geometry.rings import NO_RINGS
from batikstudio.motifs.filling.space import Space, lines_of
from batikstudio.motifs.filling.stamps import Hand
from batikstudio.pattern.groups import Basis

if TYPE_CHECKING:
    from shapely import LineString

_FURTHEST, _NEXT = 4, 1
"""How many lattice vectors are added up in search of one along the rows; a line must end within the patch."""
_NO_STEP = 1e9
_MOST_PLACES = 60_000
LEAST_WIDTHS = 2.0
"""A line that is cut to fewer widths than this is left out."""


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
    """Return the direction of the long side of the narrowest box about the space, radians in (-pi/2, pi/2]."""
    import shapely

    box = shapely.get_coordinates(shapely.minimum_rotated_rectangle(space.area))
    if len(box) < 4:
        return 0.0
    sides = np.diff(box[:3], axis=0)
    lengths = np.linalg.norm(sides, axis=1)
    # A region about as wide as long has no long axis: its rows lie level.
    if lengths.max() < 1.15 * lengths.min():
        return 0.0
    x, y = sides[int(np.argmax(lengths))]
    angle = math.atan2(y, x)
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
    j, i = np.meshgrid(np.arange(-counts[1], counts[1] + 1), np.arange(-counts[0], counts[0] + 1), indexing="ij")
    j, i = j.ravel(), i.ravel()
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
    k, c = np.meshgrid(np.arange(m), np.arange(n), indexing="ij")
    k, c = k.ravel(), c.ravel()
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


@dataclass(frozen=True, eq=False)
class Ruled:
    """Parallel lines as (n, 2) arrays, not yet cut; ``period_mm`` is the lattice's step along them, or None."""

    lines: tuple[Points, ...]
    angle: float
    pitch_mm: float
    period: Points | None


def ruled(space: Space, pitch_mm: float, angle_deg: float, hand: Hand, wave: tuple[float, float] = (0.0, 1.0)) -> Ruled:
    """Return parallel lines over the whole space, straight or waving with an amplitude and a length, mm.

    On a ground they run along a lattice vector and are as many as fit a whole number of times.
    """
    if space.basis is None:
        return _ruled_box(space, pitch_mm, angle_deg, hand, wave)
    sheet = _fitted(space.basis, space.middle, _NO_STEP, pitch_mm, 0.0, angle_deg, _NEXT)
    matrix = np.array(space.basis)
    area = abs(float(np.linalg.det(matrix)))
    rows = len(sheet.points)
    length = area / (rows * sheet.row_mm)
    u = np.array([math.cos(sheet.angle), math.sin(sheet.angle)])
    waves = max(round(length / wave[1]), 1)
    t = np.linspace(-1.5, 1.5, 3 * (waves * 12 if wave[0] else 1) + 1) * length
    side = wave[0] * np.sin(2 * np.pi * waves * t / length)
    body = t[:, None] * u + side[:, None] * np.array([-u[1], u[0]])
    return Ruled(
        tuple(point + body for point in hand.moved(sheet.points, pitch_mm)), sheet.angle, sheet.row_mm, u * length
    )


def _ruled_box(space: Space, pitch: float, angle_deg: float, hand: Hand, wave: tuple[float, float]) -> Ruled:
    turn = long_axis(space) + math.radians(angle_deg)
    u = np.array([math.cos(turn), math.sin(turn)])
    normal = np.array([-u[1], u[0]])
    local = space.rings.points @ np.stack((u, normal), axis=1)
    low, high = local.min(axis=0), local.max(axis=0)
    count = max(round((high[1] - low[1] - 2 * wave[0]) / pitch), 1)
    levels = (low[1] + high[1]) / 2 + (np.arange(count) - (count - 1) / 2) * pitch
    levels = hand.moved(np.stack((levels, levels), axis=1), pitch)[:, 1]
    reach = high[0] - low[0]
    t = low[0] - 1 + np.linspace(0, 1, max(int(12 * reach / wave[1]), 1) + 1 if wave[0] else 2) * (reach + 2)
    side = wave[0] * np.sin(2 * np.pi * t / wave[1])
    lines = tuple(t[:, None] * u + (level + side)[:, None] * normal for level in levels)
    return Ruled(lines, turn, pitch, None)


def cut(space: Space, lines: list[Points] | tuple[Points, ...], width_mm: float) -> list[LineString]:
    """Return the pieces of lines that lie inside with their width, without crumbs; of a ground those of the home cell."""
    import shapely

    if not lines:
        return []
    inner = space.narrowed(max(width_mm, 0.3) / 2)
    shapely.prepare(inner)
    whole = shapely.linestrings(
        np.concatenate(lines), indices=np.repeat(np.arange(len(lines)), [len(x) for x in lines])
    )
    pieces = [piece for one in shapely.intersection(whole, inner).tolist() for piece in lines_of(one)]
    least = LEAST_WIDTHS * width_mm
    return [piece for piece in pieces if piece.length > least]


def cut_ruled(space: Space, found: Ruled, width_mm: float) -> list[LineString]:
    """Return the pieces of parallel lines inside; on a ground one period of each line, or its pieces of one period."""
    import shapely

    if found.period is None:
        return cut(space, found.lines, width_mm)
    length = float(np.linalg.norm(found.period))
    u = found.period / length
    kept: list[LineString] = []
    for line in found.lines:
        middle = float((line[0] + line[-1]) @ u / 2)
        for piece in cut(space.wide, [line], width_mm):
            ends = shapely.get_coordinates(piece)[[0, -1]] @ u - middle
            if abs(ends[1] - ends[0]) > length + width_mm:
                third = (len(line) - 1) // 3
                kept.append(shapely.LineString(line[third : 2 * third + 1]))
                break
            if -length / 2 <= ends.mean() < length / 2:
                kept.append(piece)
    return kept
