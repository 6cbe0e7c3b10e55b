"""Grounds: cecek that follow the figures and ukel in the gaps, drawn into the motif's own cell and closed on its lattice."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, Points, joined, smooth
from batikstudio.geometry.rings import Rings
from batikstudio.motifs.generator import Drawn
from batikstudio.motifs.motif import CustomaryRepeat, Part
from batikstudio.motifs.ornaments.figures import MIRROR, PAIR, Figure, Fill, Floats, Pen, merged, moved, placed_at
from batikstudio.motifs.ornaments.foliage import bud, flower, spiral, sprig
from batikstudio.motifs.strokes import dots, line

PITCH_MM = 2.7
"""From one cecek of the ground to the next, and from row to row."""
FIRST_MM = 1.5
"""From the edge of a figure's outline to the first row."""
UKEL_MM = 3.0
"""The radius of an ukel of the ground."""
_UKEL_PITCH_MM = 8.2
DOT_MM = 1.15
_FLAT_MM = 0.15
_MOST_ROWS = 30
_WHITE = 5
"""One cecek in so many is white, the rest is soga."""


@dataclass(frozen=True)
class Cell:
    """The upright rectangle about the origin that stands for one repeat, or its right half where it is mirrored."""

    repeat: CustomaryRepeat
    mirrored: bool

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The rectangle ``(x0, y0, x1, y1)`` in which the ground is laid, mm."""
        w, h = self.repeat.width_mm / 2, self.repeat.height_mm / 2
        return (0.0 if self.mirrored else -w, -h, w, h)

    def images(self, reach: int = 1) -> Iterator[Affine]:
        """Yield the maps that carry the rectangle over its neighbourhood, the rectangle itself first."""
        from batikstudio.pattern.repeats import parse_repeat

        repeat = self.repeat
        (ux, uy), (vx, vy) = parse_repeat(repeat.name, repeat.width_mm, repeat.height_mm).basis
        numbers = sorted(range(-reach, reach + 1), key=abs)
        for i in numbers:
            for j in numbers:
                shift = Affine.translation(i * ux + j * vx, i * uy + j * vy)
                yield shift
                if self.mirrored:
                    yield shift @ MIRROR

    def holds(self, points: Points) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Return which points lie in the rectangle: its lower sides count, its upper ones do not."""
        x0, y0, x1, y1 = self.box
        x, y = points.T
        return (x >= x0) & (x < x1) & (y >= y0) & (y < y1)


def laid(figure: Figure, repeat: CustomaryRepeat, pen: Pen, latar: str, mirrored: bool = False) -> Drawn:
    """Return a figure with its ground, and its repeat.

    Parameters
    ----------
    figure : Figure
    repeat : CustomaryRepeat
    pen : Pen
    latar : str
        ``"cecek"``, ``"ukel"`` (with cecek around them) or ``"polos"``: nothing.
    mirrored : bool
        Whether the figure is its own mirror image in the upright axis: then so is the ground.
    """
    if latar == "polos":
        return figure, repeat
    cell = Cell(repeat, mirrored)
    whole = (*figure, *plants(figure, cell, pen))
    return (*ground(whole, cell, pen, latar == "ukel"), *whole), repeat


def sown(field: Path, figure: Figure, pen: Pen, role: str = "filler") -> Figure:
    """Return cecek inside a closed ``field`` around a figure, in rows that follow the field's edge and the figure's."""
    from scipy.spatial import cKDTree

    from batikstudio.geometry import areas

    taken = areas.inset(_covered(figure), -(1.1 + pen.dot_mm / 2), _FLAT_MM)
    whole = areas.normalised([points for points, _ in field.subpaths(_FLAT_MM)])
    free = areas.difference(areas.inset(whole, 1.1 + pen.dot_mm / 2, _FLAT_MM), taken)
    rows: list[Points] = []
    while len(free) and len(rows) < 500:
        rows += [_along(ring) for ring in free]
        free = areas.inset(free, PITCH_MM, _FLAT_MM)
    if not rows:
        return ()
    places = np.concatenate(rows)
    keep = np.ones(len(places), bool)
    for first, second in sorted(cKDTree(places).query_pairs(0.75 * PITCH_MM)):
        if keep[first]:
            keep[second] = False
    return (dots(role, places[keep], pen.dot_mm),)


LEAST_PLANT_MM, LARGEST_PLANT_MM = 4.0, 11.0
"""The radii of the plants that fill the gaps between figures: leaves stay below 3 cm."""
_STEP_MM = 2.0
_MOST_PLANTS = 200


def plants(figure: Figure, cell: Cell, pen: Pen) -> Figure:
    """Return small plants and flowers in the gaps between figures, the largest gap first, each turned away from it."""
    from scipy.spatial import cKDTree

    taken = _taken(figure, cell)
    edge = np.concatenate([_along(ring, 1.2) for ring in taken])
    x0, y0, x1, y1 = cell.box
    x, y = np.arange(x0, x1, _STEP_MM), np.arange(y0, y1, _STEP_MM)
    places = np.stack([axis.ravel() for axis in np.meshgrid(x, y)], axis=1)
    places = places[~_inside(list(taken), places)]
    images = list(cell.images())[1:]
    room, nearest = cKDTree(edge).query(places)
    away = edge[nearest] - places
    # A plant must not meet its own images; on a mirror it is its own image and stands upright.
    on_axis = np.zeros(len(places), bool)
    for affine in images:
        own = np.hypot(*(affine.apply(places) - places).T) / 2
        on_axis |= own < 1e-9
        room = np.where(own < 1e-9, room, np.minimum(room, own))
    found: list[Figure] = []
    for k in range(_MOST_PLANTS):
        best = int(np.argmax(np.minimum(room, LARGEST_PLANT_MM + 2.0) + 0.6 * on_axis)) if len(places) else 0
        if not len(places) or room[best] < LEAST_PLANT_MM + 1.6:
            break
        radius = min(room[best] - 1.6, LARGEST_PLANT_MM)
        centre = places[best]
        turn = 0.0 if on_axis[best] else math.degrees(math.atan2(-away[best, 0], away[best, 1]))
        plant = placed_at(_plant(k, radius, pen), centre[0], centre[1], turn)
        found.append(moved(plant, *PAIR) if cell.mirrored and not (on_axis[best]) else plant)
        for affine in (Affine(), *images):
            seen = affine.apply(centre[None])[0]
            room = np.minimum(room, np.hypot(*(places - seen).T) - radius)
    return merged(found) if found else ()


def _plant(number: int, radius_mm: float, pen: Pen) -> Figure:
    """Return one of the plants about the origin, upright, within a circle."""
    r = radius_mm
    kind = number % 5
    if r < 5.5:
        return flower(r, 5, pen, "plain", "heart")
    if kind == 1 or r < 7.0:
        fill: Fill = ("core", "sawut", "vein")[number // 2 % 3]
        return flower(r, 5 if r < 7.0 else (5, 6, 8)[number // 5 % 3], pen, fill, "heart")
    if kind == 3:
        return placed_at(bud(1.75 * r, pen, ("accent", "heart")[number // 5 % 2]), 0, 0.85 * r)
    return placed_at(sprig(1.85 * r, pen, 2, ("heart", "accent")[number % 2]), 0, 0.92 * r)


def ground(figure: Figure, cell: Cell, pen: Pen, with_ukel: bool) -> Figure:
    """Return the isen of the ground around a figure."""
    from batikstudio.geometry import areas

    taken = _taken(figure, cell)
    parts: list[Part] = []
    if with_ukel:
        curls = _ukel(taken, cell)
        if curls:
            parts.append(line("accent", joined(curls), max(0.7 * pen.line_mm, 0.5), "isen"))
            discs = [ring for curl in curls for ring in _disc(curl)]
            taken = areas.normalised([*taken, *_over(discs, Cell(cell.repeat, False), cell.box)])
    found: list[Points] = []
    whites: list[Floats] = []
    reach = FIRST_MM
    for _ in range(_MOST_ROWS):
        rows = areas.inset(taken, -reach, _FLAT_MM)
        kept = [_along(ring) for ring in rows]
        inside = [(row[cell.holds(row)], np.arange(len(row))[cell.holds(row)] % _WHITE == 2) for row in kept]
        count = sum(len(row) for row, _ in inside)
        if not count:
            break
        found += [row for row, _ in inside]
        whites += [white for _, white in inside]
        reach += PITCH_MM
    if not found:
        return tuple(parts)
    places, white = np.concatenate(found), np.concatenate(whites).astype(bool)
    free = _apart(places, cell)
    places, white = places[free], white[free]
    for role, chosen in (("accent", ~white), ("filler", white)):
        if chosen.any():
            parts.append(dots(role, _whole(places[chosen], cell), DOT_MM))
    return tuple(parts)


def _whole(places: Points, cell: Cell) -> Points:
    """Return the places of the whole cell, of those in its rectangle."""
    return np.concatenate((places, MIRROR.apply(places))) if cell.mirrored else places


def _taken(figure: Figure, cell: Cell) -> Rings:
    """Return what the figure and its neighbours cover in the rectangle and somewhat beyond."""
    from batikstudio.geometry import areas

    return areas.normalised(_over(list(_covered(figure)), Cell(cell.repeat, False), cell.box, 3))


def _covered(figure: Figure) -> Rings:
    """Return what a figure's areas and outlines cover."""
    from batikstudio.geometry import areas

    own: list[Points] = []
    for part in figure:
        if part.kind == "areas":
            own += [points for points, _ in part.path.subpaths(_FLAT_MM) if len(points) > 2]
        elif part.kind == "lines" and part.role != "inline" and part.width_mm:
            for points, closed in part.path.subpaths(_FLAT_MM):
                if len(points) > 1:
                    own += list(areas.stroked(points, closed, part.width_mm, part.cap, _FLAT_MM))
    # Rings that turn either way must add to the union, not cut holes into it.
    return areas.normalised([ring if _area(ring) > 0 else ring[::-1] for ring in own])


def _area(ring: Points) -> float:
    x, y = ring.T
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))


def _over(
    rings: list[Points], cell: Cell, box: tuple[float, float, float, float] | None = None, reach: int = 1
) -> list[Points]:
    """Return the images of rings that come near the rectangle."""
    x0, y0, x1, y1 = box or cell.box
    margin = 0.5 * min(x1 - x0, y1 - y0) if min(x1 - x0, y1 - y0) < 60 else 30.0
    found = []
    for affine in cell.images(reach):
        for ring in rings:
            image = affine.apply(ring)
            low, high = image.min(axis=0), image.max(axis=0)
            if low[0] < x1 + margin and high[0] > x0 - margin and low[1] < y1 + margin and high[1] > y0 - margin:
                found.append(image if affine.determinant > 0 else image[::-1])
    return found


def _along(ring: Points, pitch_mm: float = PITCH_MM) -> Points:
    """Return places at equal distances along a closed ring, about ``pitch_mm`` apart."""
    closed = np.concatenate((ring, ring[:1]))
    steps = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(closed, axis=0).T))))
    count = max(round(steps[-1] / pitch_mm), 1)
    at = (np.arange(count) + 0.5) * steps[-1] / count
    return np.stack([np.interp(at, steps, column) for column in closed.T], axis=1)


def _apart(places: Points, cell: Cell) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return which places to keep so that no two, in all copies of the cell, are nearer than 0.8 of the pitch."""
    from scipy.spatial import cKDTree

    x0, y0, x1, y1 = cell.box
    own, images = [np.arange(len(places))], [places]
    for affine in list(cell.images())[1:]:
        image = affine.apply(places)
        x, y = image.T
        near = (x > x0 - PITCH_MM) & (x < x1 + PITCH_MM) & (y > y0 - PITCH_MM) & (y < y1 + PITCH_MM)
        own.append(np.flatnonzero(near))
        images.append(image[near])
    index, everywhere = np.concatenate(own), np.concatenate(images)
    pairs = index[cKDTree(everywhere).query_pairs(0.8 * PITCH_MM, output_type="ndarray")]
    pairs = np.sort(pairs, axis=1)
    keep = np.ones(len(places), bool)
    for first, second in pairs[np.lexsort((pairs[:, 0], pairs[:, 1]))]:
        if keep[first]:
            keep[second] = False
    return keep


def _ukel(taken: Rings, cell: Cell) -> list[Path]:
    """Return small curls where there is room for them, each turned another way."""
    from scipy.spatial import cKDTree

    x0, y0, x1, y1 = cell.box
    columns, rows = round((x1 - x0) / _UKEL_PITCH_MM * 1.3), round((y1 - y0) / _UKEL_PITCH_MM * 1.3)
    i, j = np.meshgrid(np.arange(columns), np.arange(rows))
    x = x0 + (i + 0.25 + 0.5 * (j % 2)) * (x1 - x0) / columns
    y = y0 + (j + 0.5) * (y1 - y0) / rows
    places = np.stack((x.ravel(), y.ravel()), axis=1)
    from batikstudio.geometry import areas

    blocked = areas.inset(taken, -(UKEL_MM + 1.0), _FLAT_MM)
    places = places[~_inside(list(blocked), places)]
    if cell.mirrored:
        places = places[(places[:, 0] > UKEL_MM + 0.8) & (places[:, 0] < x1 - UKEL_MM - 0.8)]
    if not len(places):
        return []
    keep = np.ones(len(places), bool)
    for first, second in sorted(cKDTree(places).query_pairs(0.92 * _UKEL_PITCH_MM)):
        if keep[first]:
            keep[second] = False
    found = []
    for k, (px, py) in enumerate(places[keep]):
        hand = 1 if (k * 7) % 3 else -1
        # The golden angle turns no two neighbours alike.
        points = spiral(UKEL_MM, 1.35, 0.2, 137.508 * k, hand)
        curl = smooth(points + (px, py))
        found.append(curl)
        if cell.mirrored:
            found.append(curl.transformed(MIRROR))
    return found


def _disc(curl: Path) -> list[Points]:
    """Return a polygon around a curl."""
    low, high = curl.points.min(axis=0), curl.points.max(axis=0)
    angle = np.arange(12) * math.pi / 6
    ring: Points = (low + high) / 2 + (UKEL_MM - 0.2) * np.stack((np.cos(angle), np.sin(angle)), axis=1)
    return [ring]


def _inside(rings: list[Points], places: Points) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return which places lie in rings whose holes turn the other way: how often a ray to the right is crossed."""
    if not rings:
        return np.zeros(len(places), bool)
    start = np.concatenate(rings)
    end = np.concatenate([np.roll(ring, -1, axis=0) for ring in rings])
    order = np.argsort(places[:, 1], kind="stable")
    crossed = np.zeros(len(places), int)
    for y in np.unique(places[:, 1]):
        row = order[np.searchsorted(places[order, 1], y, "left") : np.searchsorted(places[order, 1], y, "right")]
        up = (start[:, 1] <= y) != (end[:, 1] <= y)
        a, b = start[up], end[up]
        x = a[:, 0] + (y - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0])
        crossed[row] = (x[None] > places[row, 0][:, None]).sum(axis=1)
    return crossed % 2 == 1
