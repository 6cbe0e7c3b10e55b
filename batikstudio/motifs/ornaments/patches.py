"""Small patterns that fill a patch of cloth: whole elements on a lattice, and lines cut at the patch's edge."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import MOVE, Path, Points, circle, ellipse, joined, polyline, smooth
from batikstudio.geometry.rings import Rings, holds
from batikstudio.motifs.motif import Part, PartKind
from batikstudio.motifs.ornaments.rosettes import curl, petal
from batikstudio.motifs.strokes import EIGHTHS, QUARTERS, framed, line, orbit

FIRST_ROW_MM = 1.3
"""How far inside the edge of a patch its first isen stand."""

_FLAT_MM = 0.05


@dataclass(frozen=True)
class Mark:
    """An element that stands whole at every point of the lattice, or not at all.

    ``reach_mm`` is its distance from the point to its outermost edge, its line width included.
    """

    role: str
    path: Path
    width_mm: float | None
    reach_mm: float
    kind: PartKind = "isen"
    at: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Rows:
    """Lines that run on: one period of a line along x, repeated along it, and stacked with a shift from row to row."""

    period: Points
    length_mm: float
    spacing_mm: float
    shift_mm: float = 0.0
    angle_deg: float = 0.0
    width_mm: float = 0.5
    role: str = "accent"


@dataclass(frozen=True)
class Filling:
    """A small pattern: marks on a lattice whose rows are ``height_mm`` apart and shifted, and lines."""

    id: str
    width_mm: float
    height_mm: float
    shift_mm: float
    marks: tuple[Mark, ...] = ()
    rows: tuple[Rows, ...] = ()


def filled(patch: Rings, filling: Filling, frame: Affine) -> list[Part]:
    """Return ``filling`` laid in ``patch``, with its own x axis and origin where ``frame`` puts them.

    Marks keep `FIRST_ROW_MM` from the edge of the patch, and are left out where they would cross that line; lines end
    there.
    """
    from batikstudio.geometry.areas import clipped_lines, inset

    inner = inset(patch, FIRST_ROW_MM, _FLAT_MM)
    local = frame.inverse().apply(patch.points)
    parts = []
    for rows in filling.rows:
        turn = Affine.rotation(rows.angle_deg)
        runs = [(frame @ turn).apply(run) for run in _lines(rows, turn.inverse().apply(local))]
        pieces = clipped_lines(runs, inner)
        long_enough = [piece for piece in pieces if np.hypot(*(piece[-1] - piece[0])) > rows.width_mm]
        if long_enough:
            parts.append(Part("isen", rows.role, joined([polyline(one) for one in long_enough]), rows.width_mm))
    points = _lattice(filling, local)
    rooms = {reach: inset(inner, reach, 0.2) for reach in {mark.reach_mm for mark in filling.marks}}
    for mark in filling.marks:
        places = points + np.array(mark.at)
        keep = holds(rooms[mark.reach_mm], frame.apply(places))
        if keep.any():
            parts.append(Part(mark.kind, mark.role, _copies(mark.path, places[keep], frame), mark.width_mm))
    return parts


def edged(role: str, patches: Sequence[Rings], line_mm: float) -> list[Part]:
    """Return patches of one tone with their outline, and a thin second line inside it."""
    from batikstudio.geometry.areas import inset

    edges = joined([polyline(ring, closed=True) for patch in patches for ring in patch])
    inside = [ring for patch in patches for ring in inset(patch, 0.5 * line_mm + 0.75, _FLAT_MM)]
    second = joined([polyline(ring, closed=True) for ring in inside])
    return [*framed(role, edges, line_mm), line("outline", second, 0.4 * line_mm)]


def _lattice(filling: Filling, local: Points) -> Points:
    low, high = local.min(axis=0), local.max(axis=0)
    w, h, s = filling.width_mm, filling.height_mm, filling.shift_mm
    rows = np.arange(math.floor(low[1] / h) - 1, math.ceil(high[1] / h) + 2)
    spread = abs(s) * max(abs(int(rows[0])), abs(int(rows[-1])))
    columns = np.arange(math.floor((low[0] - spread) / w) - 1, math.ceil((high[0] + spread) / w) + 2)
    x, y = np.meshgrid(columns * w, rows * h)
    points = np.stack(((x + (y / h) * s).ravel(), y.ravel()), axis=1)
    near = (points > low - w - h).all(axis=1) & (points < high + w + h).all(axis=1)
    found: Points = points[near]
    return found


def _lines(rows: Rows, local: Points) -> list[Points]:
    low, high = local.min(axis=0), local.max(axis=0)
    step, length = rows.spacing_mm, rows.length_mm
    lines = []
    for row in range(math.floor(low[1] / step) - 1, math.ceil(high[1] / step) + 2):
        offset = (row * rows.shift_mm) % length
        count = range(math.floor(low[0] / length) - 2, math.ceil(high[0] / length) + 2)
        starts = np.array([k * length + offset for k in count])
        run = rows.period[None] + np.stack((starts, np.full(len(starts), row * step)), axis=1)[:, None, :]
        lines.append(run.reshape(-1, 2))
    return lines


def _copies(path: Path, places: Points, frame: Affine) -> Path:
    points = (path.points[None] + places[:, None, :]).reshape(-1, 2)
    return Path(np.tile(path.verbs, len(places)), frame.apply(points))


def _dot(role: str, diameter_mm: float, x: float = 0.0, y: float = 0.0) -> Mark:
    return Mark(role, Path(np.array([MOVE], np.uint8), np.zeros((1, 2))), diameter_mm, diameter_mm / 2, at=(x, y))


def _straight(spacing_mm: float, angle_deg: float = 0.0, width_mm: float = 0.5, role: str = "accent") -> Rows:
    return Rows(np.array([(0.0, 0.0)]), 20.0, spacing_mm, 0.0, angle_deg, width_mm, role)


def _moved(path: Path, x: float, y: float) -> Path:
    return path.transformed(Affine.translation(x, y))


def _eyes() -> Filling:
    """Return mata_deruk: a ring about a dot, in staggered rows."""
    ring = Mark("ground", circle(0, 0, 1.5), 0.7, 1.85)
    return Filling("mata_deruk", 5.6, 4.9, 2.8, (ring, _dot("ground", 1.1), _dot("accent", 0.8, 2.8, 0.0)))


def _flower_net() -> Filling:
    """Return a net of lozenges with a four-petalled flower in each."""
    w = 6.4
    flower = orbit(petal(0.3, 1.75, 0.55, pointed=False), QUARTERS)
    middle = Mark("accent", flower, None, 1.8, "isen", (0.0, w / 2))
    rows = tuple(_straight(w / math.sqrt(2.0), angle) for angle in (45.0, -45.0))
    return Filling("jaring", w, w / 2, w / 2, (middle, _dot("heart", 0.8, 0.0, w / 2)), rows)


def _little_kawung() -> Filling:
    """Return kawung picis: each oval a mark of its own, so that at the edge one may lack, never a part."""
    w = 7.4
    marks = []
    for k in range(4):
        turn = Affine.rotation(45.0 + 90.0 * k)
        at = (w / 4 * (1 if k in (0, 3) else -1), w / 4 * (1 if k < 2 else -1))
        seeds = joined([circle(x, 0, 0.33) for x in (-0.6, 0.6)]).transformed(turn)
        marks += [Mark("accent", ellipse(0, 0, 2.0, 1.45).transformed(turn), 0.55, 2.3, "isen", at)]
        marks += [Mark("ground", seeds, None, 2.3, "isen", at)]
    small = [_dot("heart", 1.2, x, y) for x, y in ((w / 2, 0.0), (0.0, w / 2), (0.0, 0.0), (w / 2, w / 2))]
    return Filling("kawung", w, w, 0.0, (*marks, *small))


def _little_truntum() -> Filling:
    flower = orbit(petal(0.5, 1.9, 0.42, pointed=False), EIGHTHS)
    marks = (Mark("accent", flower, None, 2.0), _dot("ground", 0.9), _dot("accent", 0.8, 3.1, 0.0))
    return Filling("truntum", 6.2, 5.2, 3.1, marks)


def _scales() -> Filling:
    """Return sisik melik: rows of half rounds, each over the gap of two, with a dot."""
    r = 2.7
    angle = np.linspace(0.0, math.pi, 13)
    arc = np.stack((r - r * np.cos(angle), -0.95 * r * np.sin(angle)), axis=1)
    rows = Rows(arc[:-1], 2 * r, r, r, 0.0, 0.55)
    return Filling("sisik_melik", 2 * r, r, r, (_dot("accent", 0.9, r, -0.42 * r),), (rows,))


def _grains() -> Filling:
    """Return beras wutah: grains that lie this way and that."""
    grain = petal(-1.35, 1.35, 0.5, pointed=True)
    places = ((0.0, 0.0, 20.0), (3.3, 1.1, 95.0), (1.2, 3.4, 140.0), (4.9, 3.6, 40.0))
    marks = tuple(
        Mark("ground", grain.transformed(Affine.rotation(turn)), None, 1.4, "isen", (x, y)) for x, y, turn in places
    )
    return Filling("beras_wutah", 6.8, 5.6, 2.4, marks)


def _coconut_leaf() -> Filling:
    """Return blarak sahirit: ribs with slashes to both sides."""
    slashes = [smooth([(x, 0.5 * side), (x + 1.3, 1.9 * side)]) for x in (0.0, 1.7) for side in (-1, 1)]
    marks = (Mark("accent", _moved(joined(slashes), -1.5, 0.0), 0.5, 2.3),)
    return Filling("blarak_sahirit", 3.4, 5.2, 0.0, marks, (_straight(5.2, 0.0, 0.7),))


def _chequer() -> Filling:
    """Return a net of squares with a cross in each, a dot where lines would meet."""
    w = 4.6
    cross = joined([polyline([(-0.9, 0.0), (0.9, 0.0)]), polyline([(0.0, -0.9), (0.0, 0.9)])])
    mark = Mark("ground", _moved(cross.transformed(Affine.rotation(45)), 0.0, 0.0), 0.6, 1.3, "isen", (w / 2, w / 2))
    return Filling("kotak", w, w, 0.0, (mark,), (_straight(w), _straight(w, 90.0)))


def _little_parang() -> Filling:
    """Return rows of small S strokes between double lines, a row of lozenges beside them."""
    stroke = smooth([(-0.95, -1.7), (-0.2, -1.45), (0.0, 0.0), (0.2, 1.45), (0.95, 1.7)])
    lozenge = polyline([(0.8, 0.0), (0.0, 0.8), (-0.8, 0.0), (0.0, -0.8)], closed=True)
    marks = (
        Mark("accent", stroke, 0.8, 2.4),
        Mark("ground", lozenge, None, 0.75, "isen", (0.0, 3.9)),
    )
    two = (
        Rows(np.array([(0.0, -2.6)]), 20.0, 7.8, 0.0, 0.0, 0.5),
        Rows(np.array([(0.0, 2.6)]), 20.0, 7.8, 0.0, 0.0, 0.5),
    )
    return Filling("parang", 2.3, 7.8, 0.0, marks, two)


def _mat() -> Filling:
    """Return a plaited mat: three bars lying, three standing, in turn."""
    lying = joined([polyline([(-1.5, y), (1.5, y)]) for y in (-1.2, 0.0, 1.2)])
    marks = (
        Mark("accent", lying, 0.5, 2.2),
        Mark("accent", lying.transformed(Affine.rotation(90)), 0.5, 2.2, "isen", (4.0, 0.0)),
    )
    return Filling("anyaman", 8.0, 4.0, 4.0, marks)


def _curls() -> Filling:
    one = curl((0.0, -1.5), 1.5, 1.15)
    marks = tuple(
        Mark("accent", one.transformed(Affine.rotation(turn)), 0.6, 1.9, "isen", (x, y))
        for x, y, turn in ((0.0, 0.0, 0.0), (4.5, 0.0, 130.0))
    )
    return Filling("ukel", 9.0, 4.3, 2.25, marks)


def _seven_dots() -> Filling:
    ring = [(1.75 * math.cos(k * math.pi / 3), 1.75 * math.sin(k * math.pi / 3)) for k in range(6)]
    seven = Path(np.full(7, MOVE, np.uint8), np.array([(0.0, 0.0), *ring]))
    return Filling("cecek_pitu", 5.9, 5.1, 2.95, (Mark("accent", seven, 0.95, 2.25),))


def _ripples() -> Filling:
    """Return rawan: parallel ripples."""
    x = np.linspace(0.0, 8.0, 12, endpoint=False)
    rows = Rows(np.stack((x, 1.1 * np.sin(x * math.pi / 4)), axis=1), 8.0, 2.5, 0.0, 0.0, 0.55)
    return Filling("rawan", 8.0, 2.5, 0.0, (), (rows,))


def _stripes() -> Filling:
    """Return galaran with a row of cecek in every second stripe."""
    return Filling("galaran", 2.3, 4.6, 0.0, (_dot("ground", 1.0, 0.0, 1.15),), (_straight(2.3),))


def fillings() -> tuple[Filling, ...]:
    """Return the small patterns for a pale patch: brown, with black and blue as accents."""
    return (
        _eyes(),
        _flower_net(),
        _scales(),
        _little_parang(),
        _chequer(),
        _grains(),
        _little_truntum(),
        _coconut_leaf(),
        _little_kawung(),
        _ripples(),
        _seven_dots(),
        _mat(),
        _curls(),
        _stripes(),
    )


def star_field() -> Filling:
    """Return truntum for a dark patch, on a square lattice: with its first flower in the middle it has all mirrors."""
    w = 7.6
    flower = orbit(petal(0.55, 2.6, 0.64, pointed=False), EIGHTHS)
    marks = (
        Mark("filler", flower, None, 2.65),
        _dot("accent", 1.1),
        _dot("accent", 1.3, w / 2, 0.0),
    )
    return Filling("truntum_latar", w, w / 2, w / 2, marks)


_ON_DARK = {"accent": "filler", "ground": "accent", "heart": "accent"}
"""What the roles of a pattern for a pale patch become on a dark one."""


def on_dark(filling: Filling) -> Filling:
    """Return the pattern for a dark patch: white where it was brown, brown where it was dark, its lines wider.

    What stays white in a bath loses a little at both edges.
    """
    return replace(
        filling,
        marks=tuple(replace(one, role=_ON_DARK[one.role], width_mm=_wider(one.width_mm)) for one in filling.marks),
        rows=tuple(replace(one, role=_ON_DARK[one.role], width_mm=1.3 * one.width_mm) for one in filling.rows),
    )


def _wider(width_mm: float | None) -> float | None:
    return None if width_mm is None else 1.3 * width_mm
