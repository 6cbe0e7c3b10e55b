"""Grounds: cecek that follow the figures, ukel and plants in the gaps, drawn into the motif's own cell."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import CLOSE, LINE, MOVE, Path, Points, joined, smooth
from batikstudio.geometry.rings import Rings, rings_of
from batikstudio.motifs.generator import Drawn
from batikstudio.motifs.motif import CustomaryRepeat, Part
from batikstudio.motifs.ornaments.figures import MIRROR, PAIR, Figure, Fill, Floats, Mask, Pen, merged, moved, placed_at
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
_FLAT_MM = 0.25
_MOST_ROWS = 30
_STRIDE_MM = 0.7
"""Between the points of a row from which the next is laid."""
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

    def holds(self, points: Points) -> Mask:
        """Return which points lie in the rectangle: its lower sides count, its upper ones do not."""
        x0, y0, x1, y1 = self.box
        x, y = points.T
        inside: Mask = (x >= x0) & (x < x1) & (y >= y0) & (y < y1)
        return inside


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
    taken = _taken(figure, cell)
    small = plants(taken, cell, pen, LEAST_BESIDE_UKEL_MM if latar == "ukel" else LEAST_PLANT_MM)
    if small:
        taken = _joined(taken, list(_covered(small)), cell)
    return (*ground(taken, cell, pen, latar == "ukel"), *figure, *small), repeat


def sown(field: Path, figure: Figure, pen: Pen, role: str = "filler") -> Figure:
    """Return cecek inside a closed ``field`` around a figure, in rows that follow the field's edge and the figure's.

    Field and figure are their own mirror images in the upright axis, and so are the cecek.
    """
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
    places = places[places[:, 0] > 0.4 * PITCH_MM]
    keep = np.ones(len(places), bool)
    for first, second in sorted(cKDTree(places).query_pairs(0.75 * PITCH_MM)):
        if keep[first]:
            keep[second] = False
    half = places[keep]
    return (dots(role, np.concatenate((half, MIRROR.apply(half))), pen.dot_mm),) if len(half) else ()


def rows_inside(field: Path, spared: Sequence[Path], pen: Pen, rows: int, role: str = "accent") -> Figure:
    """Return cecek in ``rows`` rows that follow a contour inside it, clear of the contours ``spared``."""
    from batikstudio.geometry import areas

    whole = areas.normalised([points for points, _ in field.subpaths(_FLAT_MM)])
    islands = areas.normalised([points for path in spared for points, _ in path.subpaths(_FLAT_MM)])
    clear = pen.line_mm / 2 + 0.7 + pen.dot_mm / 2
    places: list[Points] = []
    for k in range(rows):
        for ring in areas.inset(whole, clear + k * PITCH_MM, _FLAT_MM):
            row = _along(ring)
            blocked = _inside(list(areas.inset(islands, -clear, _FLAT_MM)), row)
            places.append(row[~blocked])
    found = np.concatenate(places) if places else np.empty((0, 2))
    return (dots(role, found, 0.85 * pen.dot_mm),) if len(found) else ()


LEAST_PLANT_MM, LARGEST_PLANT_MM = 4.0, 11.0
LEAST_BESIDE_UKEL_MM = 8.0
"""The radii of the plants that fill the gaps between figures: leaves stay below 3 cm.

Where ukel are asked for, only the largest gaps take a plant."""
_STEP_MM = 2.0
_MOST_PLANTS = 200


def plants(taken: Rings, cell: Cell, pen: Pen, least_mm: float) -> Figure:
    """Return small plants and flowers in the gaps between figures, the largest gap first, each turned away from it.

    ``taken`` is what the figures cover in the neighbourhood of the cell's rectangle; no plant has a smaller radius than
    ``least_mm``.
    """
    from scipy.spatial import cKDTree

    edge = np.concatenate([_along(ring, 1.2) for ring in taken])
    x0, y0, x1, y1 = cell.box
    x, y = np.arange(x0, x1, _STEP_MM), np.arange(y0, y1, _STEP_MM)
    places = np.stack([axis.ravel() for axis in np.meshgrid(x, y)], axis=1)
    places = places[~_inside(list(taken), places)]
    if not len(places):
        return ()
    distance, nearest = cKDTree(edge).query(places)
    room: Floats = np.asarray(distance)
    away: Floats = edge[np.asarray(nearest)] - places
    # A plant must not meet its own images; on a mirror it is its own image and stands upright.
    images = list(cell.images())
    on_axis = np.zeros(len(places), bool)
    for affine in images[1:]:
        own = np.hypot(*(affine.apply(places) - places).T) / 2
        on_axis |= own < 1e-9
        room = np.where(own < 1e-9, room, np.minimum(room, own))
    found: list[Figure] = []
    for k in range(_MOST_PLANTS):
        best = int(np.argmax(np.minimum(room, LARGEST_PLANT_MM + 2.0) + 0.6 * on_axis))
        if room[best] < least_mm + _BESIDE_PLANT_MM:
            break
        radius = min(float(room[best]) - _BESIDE_PLANT_MM, LARGEST_PLANT_MM)
        centre = places[best]
        turn = 0.0 if on_axis[best] else math.degrees(math.atan2(-away[best, 0], away[best, 1]))
        plant = placed_at(_plant(k, radius, pen), float(centre[0]), float(centre[1]), turn)
        found.append(moved(plant, *PAIR) if cell.mirrored and not on_axis[best] else plant)
        reach = radius + LARGEST_PLANT_MM + 2.0
        for affine in images:
            sx, sy = affine.apply(centre[None])[0]
            if x0 - reach < sx < x1 + reach and y0 - reach < sy < y1 + reach:
                room = np.minimum(room, np.hypot(places[:, 0] - sx, places[:, 1] - sy) - radius)
    return merged(found) if found else ()


_BESIDE_PLANT_MM = 1.6


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


def ground(taken: Rings, cell: Cell, pen: Pen, with_ukel: bool) -> Figure:
    """Return the isen of the ground around what is ``taken``: cecek in rows that follow it, and ukel first if asked."""
    from batikstudio.geometry import areas

    parts: list[Part] = []
    if with_ukel:
        curls = _ukel(taken, cell)
        if curls:
            parts.append(line("accent", joined(curls), max(0.7 * pen.line_mm, 0.5), "isen"))
            taken = _joined(taken, [_disc(curl) for curl in curls], cell)
    found: list[Points] = []
    whites: list[Mask] = []
    rows = areas.inset(taken, -FIRST_MM - pen.line_mm / 2, _FLAT_MM)
    for _ in range(_MOST_ROWS):
        before = len(found)
        for ring in rows:
            row = _along(ring)
            inside = cell.holds(row)
            if inside.any():
                found.append(row[inside])
                whites.append(np.flatnonzero(inside) % _WHITE == 2)
        if len(found) == before:
            break
        # The offset of an offset would double the points of its round corners each time.
        rows = areas.inset(rings_of([_along(ring, _STRIDE_MM) for ring in rows]), -PITCH_MM, _FLAT_MM)
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

    return areas.normalised(_over(list(_covered(figure)), cell))


def _joined(taken: Rings, more: list[Points], cell: Cell) -> Rings:
    """Return what is taken together with all images of ``more`` near the rectangle."""
    from batikstudio.geometry import areas

    return areas.normalised([*taken, *_over(more, cell)])


def _covered(figure: Figure) -> Rings:
    """Return what a figure's bodies and open lines cover; its cores, isen and closed lines lie on the bodies."""
    from batikstudio.geometry import areas

    own: list[Points] = []
    for part in figure:
        if part.kind == "areas" and part.role == "body":
            own += [ring for ring, _ in _coarse(part.path)]
        elif part.kind == "lines" and part.role != "inline" and part.width_mm:
            for points, closed in _coarse(part.path):
                if not closed and len(points) > 1:
                    own += list(areas.stroked(points, closed, part.width_mm, part.cap, _FLAT_MM))
    # Rings that turn either way must add to the union, not cut holes into it.
    return areas.normalised([ring if _area(ring) > 0 else ring[::-1] for ring in own])


def _weights(chords: int) -> Floats:
    """Return the weights of a cubic's control points at the ends of equal chords, shape (chords, 4)."""
    t = (np.arange(chords) + 1.0)[:, None] / chords
    return np.concatenate(((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3), axis=1)


def _coarse(path: Path) -> Iterator[tuple[Points, bool]]:
    """Yield each subpath as a polyline of a few chords a cubic: enough for a ground, and quick."""
    few, more = _weights(2), _weights(4)
    ends = np.concatenate(([0], np.cumsum(np.array([1, 1, 3, 0])[path.verbs])))
    for first, last in pairwise([*np.flatnonzero(path.verbs == MOVE), len(path.verbs)]):
        verbs, points = path.verbs[first:last], path.points[ends[first] : ends[last]]
        closed = bool(verbs[-1] == CLOSE)
        if (verbs[1:] == LINE).any():
            yield points, closed
            continue
        control = np.stack((points[:-1:3], points[1::3], points[2::3], points[3::3]), axis=1)
        weights = few if len(control) > 6 else more
        yield np.concatenate((points[:1], np.einsum("kj,njd->nkd", weights, control).reshape(-1, 2))), closed


def _area(ring: Points) -> float:
    x, y = ring.T
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))


_MARGIN_MM = 30.0
"""How far beyond the rectangle figures are looked at: rows of cecek reach no further between them."""


def _over(rings: list[Points], cell: Cell) -> list[Points]:
    """Return the images of rings, by the plain copies of the repeat, that come near the rectangle."""
    x0, y0, x1, y1 = cell.box
    low = np.array([ring.min(axis=0) for ring in rings])
    high = np.array([ring.max(axis=0) for ring in rings])
    found = []
    for affine in Cell(cell.repeat, False).images(3):
        shift = np.array([affine.e, affine.f])
        near = (low + shift < (x1 + _MARGIN_MM, y1 + _MARGIN_MM)) & (high + shift > (x0 - _MARGIN_MM, y0 - _MARGIN_MM))
        found += [rings[k] + shift for k in np.flatnonzero(near.all(axis=1))]
    return found


def _along(ring: Points, pitch_mm: float = PITCH_MM) -> Points:
    """Return places at equal distances along a closed ring, about ``pitch_mm`` apart."""
    closed = np.concatenate((ring, ring[:1]))
    steps = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(closed, axis=0).T))))
    count = max(round(steps[-1] / pitch_mm), 1)
    at = (np.arange(count) + 0.5) * steps[-1] / count
    return np.stack([np.interp(at, steps, column) for column in closed.T], axis=1)


def _apart(places: Points, cell: Cell) -> Mask:
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
        curl = smooth(points + np.array((px, py)))
        found.append(curl)
        if cell.mirrored:
            found.append(curl.transformed(MIRROR))
    return found


def _disc(curl: Path) -> Points:
    """Return a polygon around a curl."""
    low, high = curl.points.min(axis=0), curl.points.max(axis=0)
    angle = np.arange(12) * math.pi / 6
    ring: Points = (low + high) / 2 + (UKEL_MM - 0.2) * np.stack((np.cos(angle), np.sin(angle)), axis=1)
    return ring


def _inside(rings: list[Points], places: Points) -> Mask:
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
    odd: Mask = crossed % 2 == 1
    return odd
