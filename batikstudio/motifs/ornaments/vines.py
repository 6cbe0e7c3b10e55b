"""Vines of the grape: leaves with five lobes, tendrils, and a stem that runs on from one repeat to the next."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from batikstudio.geometry.path import CLOSE, LINE, MOVE, Path, Points, joined, smooth
from batikstudio.geometry.rings import Rings, rings_of, together
from batikstudio.motifs.generator import Drawn
from batikstudio.motifs.motif import CustomaryRepeat, Part
from batikstudio.motifs.ornaments.figures import Figure, Floats, Pen, Profile, strokes
from batikstudio.motifs.ornaments.foliage import Run, spiral
from batikstudio.motifs.ornaments.grounds import Cell, ground
from batikstudio.motifs.strokes import area, contour, dots, line

_FLAT_MM = 0.05
_BEYOND_MM = 12.0
"""How far around the cell the ground looks for what it has to keep clear of."""

MANGO_LEAF = Profile(
    (0.06, 0.16, 0.28, 0.4, 0.52, 0.64, 0.76, 0.87, 0.95),
    (0.42, 0.84, 0.8, 1.0, 0.9, 0.96, 0.72, 0.52, 0.22),
)
"""A lance-shaped leaf with a wavy edge."""


def grounded(figure: Figure, repeat: CustomaryRepeat, pen: Pen, latar: str) -> Drawn:
    """Return a figure and its repeat, with cecek (and ukel) between the copies unless ``latar`` is ``"polos"``."""
    if latar == "polos":
        return figure, repeat
    cell = Cell(repeat, False)
    return (*ground(_shadow(figure, cell), cell, pen, latar == "ukel"), *figure), repeat


def _shadow(figure: Figure, cell: Cell) -> Rings:
    """Return what a figure's areas and open lines cover in the cell and around it, its neighbours' included."""
    from batikstudio.geometry import areas

    own: list[Points] = []
    for part in figure:
        for points, closed in part.path.subpaths(0.15):
            if part.kind == "areas":
                own.append(_thinned(points))
            elif part.kind == "lines" and not closed and part.width_mm:
                own += list(areas.stroked(points, False, part.width_mm, part.cap, 0.15))
    # Rings that turn either way must add to the union, not cut holes into it.
    turned = [
        ring[::-1] if Rings(ring, np.array([0, len(ring)])).area_mm2 < 0 else ring for ring in own if len(ring) > 2
    ]
    whole = areas.normalised(turned)
    x0, y0, x1, y1 = cell.box
    far = _BEYOND_MM
    window = rings_of(
        [np.array([(x0 - far, y0 - far), (x1 + far, y0 - far), (x1 + far, y1 + far), (x0 - far, y1 + far)])]
    )
    images = (whole.transformed(affine) for affine in cell.images(3))
    near = [
        one
        for one in images
        if one.bounds[0] < x1 + far
        and one.bounds[2] > x0 - far
        and one.bounds[1] < y1 + far
        and one.bounds[3] > y0 - far
    ]
    return areas.intersection(together(near), window)


def _thinned(points: Points, pitch_mm: float = 0.8) -> Points:
    """Return the first of the places of a ring on each ``pitch_mm`` of its length: enough for a ground, and quick."""
    along = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))))
    kept: Points = points[np.unique(along // pitch_mm, return_index=True)[1]]
    return kept


def within(path: Path, distance_mm: float) -> Path | None:
    """Return the contours ``distance_mm`` inside a closed path (outside where negative); None where nothing is left."""
    from batikstudio.geometry import areas

    rings = areas.normalised([points for points, _ in path.subpaths(_FLAT_MM)])
    left = areas.inset(rings, distance_mm, _FLAT_MM)
    if not len(left):
        return None
    verbs = np.concatenate([[MOVE] + [LINE] * (len(ring) - 1) + [CLOSE] for ring in left])
    return Path(verbs.astype(np.uint8), left.points.copy())


@dataclass(frozen=True)
class GrapeLeaf:
    """The shape of a grape leaf about the place where its stalk joins it; the middle lobe points up.

    Attributes
    ----------
    radius_mm : float
        From the stalk to the tip of the middle lobe.
    skew : float
        How much larger the right half is than the left: leaves are not mirror images of themselves.
    """

    radius_mm: float
    skew: float = 0.07

    LOBES = (-122.0, -60.0, 0.0, 62.0, 125.0)
    """Where the five lobes point, degrees clockwise from up; between the outer two lies the notch of the stalk."""
    _REACH = (0.7, 0.92, 1.0, 0.95, 0.74)
    _HALF = (
        ((0.0, 1.0), (8.0, 0.88), (12.0, 0.92), (18.0, 0.76), (23.0, 0.77), (30.0, 0.58)),
        ((0.0, 1.0), (9.0, 0.87), (13.0, 0.9), (20.0, 0.74), (24.0, 0.75), (31.0, 0.54)),
        ((0.0, 1.0), (10.0, 0.86), (15.0, 0.88), (24.0, 0.78), (30.0, 0.8), (42.0, 0.66)),
    )
    """Angle and share of the lobe's reach from its tip towards a sinus: the middle lobe, the side lobes, the lowest."""

    @cached_property
    def rim(self) -> tuple[tuple[float, float], ...]:
        """The points of the contour as (degrees, mm), from the notch clockwise round to it."""
        found: list[tuple[float, float]] = [(-170.0, 0.16)]
        for k, (lobe, reach) in enumerate(zip(self.LOBES, self._REACH, strict=True)):
            before, after = self._sides(k)
            found += [(lobe - a, reach * r) for a, r in reversed(before)]
            found += [(lobe + a, reach * r) for a, r in after[1:]]
        found.append((170.0, 0.16))
        grown = [1.0 + self.skew * math.sin(math.radians(angle)) for angle, _ in found]
        return tuple((a, r * g * self.radius_mm) for (a, r), g in zip(found, grown, strict=True))

    def _sides(self, k: int) -> tuple[tuple[tuple[float, float], ...], tuple[tuple[float, float], ...]]:
        middle, side, low = self._HALF
        if k == 2:
            return middle[:-1], middle
        if k in (1, 3):
            return side, side[:-1] if k == 1 else side
        return (low, side[:-1]) if k == 0 else (side[:-1], low)

    def at(self, angle_deg: Floats | Sequence[float], r_mm: Floats | Sequence[float]) -> Points:
        """Return places, shape (n, 2), mm, from angles clockwise from up and distances from the stalk."""
        turn = np.radians(np.asarray(angle_deg, np.float64))
        r = np.asarray(r_mm, np.float64)
        return np.stack((r * np.sin(turn), -r * np.cos(turn)), axis=1)

    def edge_mm(self, angle_deg: Floats) -> Floats:
        """Return the distance of the contour from the stalk."""
        angle, r = np.array(self.rim).T
        edge: Floats = np.interp(angle_deg, angle, r)
        return edge

    @cached_property
    def contour(self) -> Path:
        """The closed contour: teeth and tips pointed, sinuses round."""
        points = self.at(*np.array(self.rim).T)
        r = np.array(self.rim)[:, 1]
        pointed = [k for k in range(1, len(r) - 1) if r[k] > r[k - 1] and r[k] > r[k + 1]]
        return contour(points, pointed)


def grape_leaf(radius_mm: float, pen: Pen, fill: Literal["sawut", "blok"] = "sawut", skew: float = 0.07) -> Figure:
    """Return a grape leaf about the place where its stalk joins it, the middle lobe up.

    ``"sawut"``: white, with veins and hairs; ``"blok"``: a dark inside with white veins and white cecek along them.
    """
    shape = GrapeLeaf(radius_mm, skew)
    parts: list[Part] = [area("body", shape.contour), line("outline", shape.contour, pen.line_mm)]
    inner = within(shape.contour, pen.inset_mm)
    if inner is None:
        return tuple(parts)
    veins = joined([_vein(shape, k) for k in range(5)])
    if fill == "blok":
        parts += [area("heart", inner), line("body", veins, 1.3 * pen.line_mm)]
        return (*parts, dots("filler", _beside(shape), pen.dot_mm)) if pen.isen else tuple(parts)
    parts += [line("inline", inner, pen.fine_mm), line("outline", veins, pen.line_mm)]
    return (*parts, line("accent", _hairs(shape, pen), pen.fine_mm, "isen")) if pen.isen else tuple(parts)


def _vein(shape: GrapeLeaf, k: int) -> Path:
    angle = shape.LOBES[k]
    end = 0.9 * float(shape.edge_mm(np.array([angle]))[0])
    return smooth(shape.at([0.82 * angle, angle + 3.0, angle], [0.05 * end, 0.5 * end, end]))


def _sectors(shape: GrapeLeaf) -> list[tuple[float, float]]:
    """Return for each lobe how far, in degrees, it is its own to the left and to the right."""
    bounds = [-163.0, -91.0, -30.0, 31.0, 92.0, 163.0]
    return [(bounds[k] - lobe, bounds[k + 1] - lobe) for k, lobe in enumerate(shape.LOBES)]


def _hairs(shape: GrapeLeaf, pen: Pen) -> Path:
    """Return sawut: hairs that leave each vein to both sides and end inside the inner line."""
    clear = pen.inset_mm + 0.9
    rows = []
    for lobe, bounds in zip(shape.LOBES, _sectors(shape), strict=True):
        end = float(shape.edge_mm(np.array([lobe]))[0])
        r = np.arange(0.14 * shape.radius_mm, 0.84 * end, 1.7)
        for bound in bounds:
            turn = lobe + bound * np.minimum(0.86, 0.8 * (1.12 - (r / end) ** 2))
            far = np.minimum(1.1 * r + 0.1 * shape.radius_mm, shape.edge_mm(turn) - clear)
            half = lobe + 0.5 * (turn - lobe)
            middle = 0.5 * (r + far)
            run = np.stack(
                (
                    shape.at(np.full_like(r, lobe) + 0.06 * (turn - lobe), r),
                    shape.at(half, middle),
                    shape.at(turn, far),
                ),
                axis=1,
            )
            rows.append(run[far > 0.92 * r])
    through = np.concatenate(rows)
    return strokes(through[np.hypot(*(through[:, 2] - through[:, 0]).T) > 1.4])


def _beside(shape: GrapeLeaf) -> Points:
    """Return places of cecek: a row to each side of each vein, and one more where the lobe is wide."""
    found = []
    for lobe, bounds in zip(shape.LOBES, _sectors(shape), strict=True):
        end = float(shape.edge_mm(np.array([lobe]))[0])
        r = np.arange(0.24 * shape.radius_mm, 0.8 * end, 2.7)
        for bound in bounds:
            for row in (2.4, 5.2, 8.0):
                turn = np.degrees(np.arctan2(row, r)) * np.sign(bound)
                out = np.hypot(r, row)
                free = shape.edge_mm(lobe + turn) - out > 4.0
                found.append(shape.at(lobe + turn, out)[free & (np.abs(turn) < 0.9 * abs(bound))])
    places = np.concatenate(found)
    return places[_spaced(places, 2.1)] if len(places) else shape.at([0.0], [0.5 * shape.radius_mm])


def _spaced(places: Points, least_mm: float) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return which places to keep, in their order, so that no two lie nearer than ``least_mm``."""
    from scipy.spatial import cKDTree

    keep = np.ones(len(places), bool)
    for first, second in sorted(cKDTree(places).query_pairs(least_mm)):
        if keep[first]:
            keep[second] = False
    return keep


def coil(lead: Run | Points, radius_mm: float, hand: int, pen: Pen, turns: float = 2.0) -> Figure:
    """Return a tendril: white with brown edges, along the places of ``lead`` and on into a spiral.

    The spiral is ``r = radius e^(-0.125 angle)``; ``hand`` 1 winds clockwise on the screen, -1 the other way.
    """
    run = np.asarray(lead, np.float64)
    ahead = (run[-1] - run[-2]) / np.hypot(*(run[-1] - run[-2]))
    start = math.atan2(-hand * ahead[0], hand * ahead[1])
    centre = run[-1] - radius_mm * np.array([math.cos(start), math.sin(start)])
    winding = spiral(radius_mm, turns, 0.125, math.degrees(start), hand) + centre
    return cord(smooth(np.concatenate((run, winding[1:]))), pen)


def cord(path: Path, pen: Pen) -> Figure:
    """Return a thin white line with brown edges."""
    inner = max(0.9 * pen.line_mm, 0.6)
    return (line("outline", path, inner + 1.2 * pen.line_mm), line("body", path, inner))


def trailing(through: Points, wide_mm: float, pen: Pen) -> Figure:
    """Return a stem of one width whose ends are open: they meet the next repeat's.

    Parameters
    ----------
    through : ndarray of shape (n, 2), mm
        Its middle, closely sampled; the last place is the first of the next repeat, and it runs there in the same
        direction.
    wide_mm : float
    pen : Pen
    """
    tangent = np.gradient(through, axis=0)
    ends = tangent[0] + tangent[-1]
    tangent[0] = tangent[-1] = ends
    across = np.stack((-tangent[:, 1], tangent[:, 0]), axis=1) / np.hypot(*tangent.T)[:, None]
    one, other = through + across * wide_mm / 2, through - across * wide_mm / 2
    band = np.concatenate((one, other[::-1]))
    verbs = np.array([MOVE] + [LINE] * (len(band) - 1) + [CLOSE], np.uint8)
    parts = [area("body", Path(verbs, band)), line("outline", joined([smooth(one), smooth(other)]), pen.line_mm)]
    if pen.isen and wide_mm > 2.4 + pen.line_mm:
        steps = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(through, axis=0).T))))
        count = max(round(steps[-1] / 2.6), 1)
        at = (np.arange(count) + 0.5) / count * steps[-1]
        middle = np.stack([np.interp(at, steps, column) for column in through.T], axis=1)
        parts.append(dots("accent", middle, min(0.8 * pen.dot_mm, 0.4 * wide_mm)))
    return tuple(parts)


def sine(length_mm: float, sway_mm: float, turned: bool = False, x_mm: float = 0.0, phase_deg: float = 0.0) -> Points:
    """Return one period of a sine about the origin, shape (n, 2), mm: along y, or along x where ``turned``."""
    along = np.linspace(-length_mm / 2, length_mm / 2, 65)
    sway = x_mm + sway_mm * np.sin(2 * math.pi * along / length_mm + math.radians(phase_deg))
    return np.stack((along, sway) if turned else (sway, along), axis=1)
