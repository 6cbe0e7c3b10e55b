"""Figures: parts drawn with one pen, moved as a whole; blades bent along a warp, with isen that follow their shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.affine import IDENTITY, Affine
from batikstudio.geometry.path import CLOSE, CUBIC, MOVE, Path, Points, joined, smooth
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import FINEST_MM, area, contour, dots, line

Figure = tuple[Part, ...]
"""Parts in drawing order, the last on top."""

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
Fill = Literal["sawut", "core", "split", "vein", "plain"]

MIRROR = Affine.scaling(-1.0, 1.0)
"""The mirror in the upright axis."""

PAIR = (IDENTITY, MIRROR)
"""A figure and its mirror image."""


@dataclass(frozen=True)
class Pen:
    """The canting that draws a figure: the width of its outlines, and whether isen are drawn."""

    line_mm: float
    isen: bool = True

    @property
    def fine_mm(self) -> float:
        """The width of inner lines and hairs."""
        return max(0.5 * self.line_mm, FINEST_MM)

    @property
    def dot_mm(self) -> float:
        """The width of cecek."""
        return min(max(1.3 * self.line_mm, 1.0), 1.4)

    @property
    def inset_mm(self) -> float:
        """How far inside the contour the first inner line runs."""
        return 0.9 + 0.8 * self.line_mm


def moved(figure: Figure, *maps: Affine) -> Figure:
    """Return the images of a figure under every map as one figure.

    An image covers the images before it part by part, so those that overlap must not rely on the figure's own order.
    """
    return tuple(replace(part, path=_images(part, maps)) for part in figure)


def _images(part: Part, maps: Sequence[Affine]) -> Path:
    # A mirror turns a contour round; where it met its image the winding numbers would add up to nothing.
    back = _backwards(part.path) if part.width_mm is None and any(one.determinant < 0 for one in maps) else part.path
    return joined([(back if one.determinant < 0 else part.path).transformed(one) for one in maps])


def _backwards(path: Path) -> Path:
    """Return closed subpaths walked the other way round."""
    verbs, points = path.verbs.copy(), path.points.copy()
    ends = np.concatenate(([0], np.cumsum(np.array([1, 1, 3, 0])[verbs])))
    for first, last in pairwise([*np.flatnonzero(verbs == MOVE), len(verbs)]):
        drawn = slice(first + 1, last - 1 if verbs[last - 1] == CLOSE else last)
        verbs[drawn] = verbs[drawn][::-1]
        own = slice(ends[first], ends[last])
        points[own] = points[own][::-1]
    return Path(verbs, points)


def placed_at(figure: Figure, x: float, y: float, angle_deg: float = 0.0, scale: float = 1.0) -> Figure:
    """Return a figure scaled, turned clockwise and carried to (x, y); the widths of its lines stay."""
    return moved(figure, Affine.translation(x, y) @ Affine.rotation(angle_deg) @ Affine.scaling(scale))


def merged(figures: Sequence[Figure]) -> Figure:
    """Return figures that do not overlap as one, with as few parts as their own drawing orders allow."""
    slots: list[tuple[Part, list[Path]]] = []
    for figure in figures:
        at = 0
        for part in figure:
            at = next((k for k in range(at, len(slots)) if _alike(slots[k][0], part)), len(slots))
            if at == len(slots):
                slots.append((part, []))
            slots[at][1].append(part.path)
            at += 1
    return tuple(replace(part, path=joined(paths)) for part, paths in slots)


def _alike(one: Part, other: Part) -> bool:
    return (one.kind, one.role, one.width_mm, one.cap) == (other.kind, other.role, other.width_mm, other.cap)


def strokes(through: Points) -> Path:
    """Return one bowed stroke for each row of ``through``, shape (n, 3, 2): start, middle and end, mm."""
    start, middle, end = through[:, 0], through[:, 1], through[:, 2]
    # The parabola through the middle has its handle at 2 m - (s + e) / 2; a cubic's handles lie two thirds of the way.
    handle = 2 * middle - (start + end) / 2
    return arches(np.stack((start, (start + 2 * handle) / 3, (end + 2 * handle) / 3, end), axis=1))


def arches(control: Points) -> Path:
    """Return one cubic for each row of ``control``, shape (n, 4, 2): start, two handles and end, mm."""
    verbs = np.tile(np.array([MOVE, CUBIC], np.uint8), len(control))
    return Path(verbs, control.reshape(-1, 2).copy())


class Warp(Protocol):
    """A bent frame: ``v`` runs from 0 at the root to 1 at the tip, ``u`` from -1 to 1 across."""

    def at(self, u: Floats, v: Floats) -> Points:
        """Return the places, shape (n, 2), mm, of ``u`` and ``v``, shape (n,)."""


class Spine:
    """The warp along a curve: ``u`` is counted in ``half_mm`` to its right hand (y down), ``v`` by its length."""

    def __init__(self, points: Sequence[tuple[float, float]] | Points, half_mm: float) -> None:
        ((curve, _),) = smooth(points).subpaths(0.05)
        steps = np.hypot(*np.diff(curve, axis=0).T)
        self._v = np.concatenate(([0.0], np.cumsum(steps))) / steps.sum()
        self._curve = curve
        tangent = np.gradient(curve, self._v, axis=0)
        self._normal = np.stack((-tangent[:, 1], tangent[:, 0]), axis=1) / np.hypot(*tangent.T)[:, None]
        self._half = half_mm

    def at(self, u: Floats, v: Floats) -> Points:
        """Return the places, shape (n, 2), mm, of ``u`` and ``v``, shape (n,)."""
        place = np.stack([np.interp(v, self._v, column) for column in self._curve.T], axis=1)
        normal = np.stack([np.interp(v, self._v, column) for column in self._normal.T], axis=1)
        normal /= np.hypot(*normal.T)[:, None]
        # Beyond the ends the curve goes on straight.
        over = np.where(v > 1, v - 1, np.where(v < 0, v, 0.0))[:, None]
        along = np.stack((normal[:, 1], -normal[:, 0]), axis=1) * over * self.length_mm
        moved_on: Points = place + along + normal * (u * self._half)[:, None]
        return moved_on

    @cached_property
    def length_mm(self) -> float:
        """The length of the curve."""
        return float(np.hypot(*np.diff(self._curve, axis=0).T).sum())


@dataclass(frozen=True)
class Profile:
    """The shape of a blade in its warp: half its width at stations from the root to the tip.

    Attributes
    ----------
    v, half : tuple of float
        Stations and half widths, in the warp's units; the last station is the last before the tip, which is at v = 1.
    lean : float
        Where the tip lies, u.
    sharp_tip, sharp_root : bool
        Whether the contour is pointed there. A blade that is not sharp at its root has no point at v = 0 but ends
        across at its first station.
    """

    v: tuple[float, ...]
    half: tuple[float, ...]
    lean: float = 0.0
    sharp_tip: bool = True
    sharp_root: bool = True

    def at(self, v: Floats) -> Floats:
        """Return the half width at ``v``."""
        stations, half = [*self.v, 1.0], [*self.half, 0.0]
        if self.sharp_root:
            stations, half = [0.0, *stations], [0.0, *half]
        width: Floats = np.interp(v, stations, half)
        return width


LEAF = Profile((0.12, 0.3, 0.5, 0.7, 0.87), (0.55, 0.95, 1.0, 0.76, 0.36))
"""A leaf, widest below its middle."""

LANCE = Profile((0.0, 0.3, 0.55, 0.78, 0.92), (0.5, 0.96, 0.94, 0.6, 0.26), sharp_root=False)
"""A long leaf with a broad root."""

PLUME = Profile((0.0, 0.3, 0.6, 0.82, 0.95), (0.96, 0.96, 0.94, 0.8, 0.46), sharp_tip=False, sharp_root=False)
"""A feather with a round tip, in the cell of a fan."""

EYED = Profile((0.0, 0.3, 0.58, 0.7, 0.8, 0.92), (0.24, 0.3, 0.34, 0.66, 1.0, 0.74), sharp_tip=False, sharp_root=False)
"""A feather of a peacock's train: a narrow vane that opens into an eye."""

DROP = Profile((0.16, 0.42, 0.68, 0.88), (0.28, 0.64, 0.98, 0.84), sharp_tip=False)
"""A drop, round at its tip."""


def breadth_mm(warp: Warp, v: Floats) -> Floats:
    """Return the distance from u = 0 to u = 1 at ``v``, the mean of both sides, mm."""
    one = np.ones_like(v)
    across = warp.at(one, v) - warp.at(-one, v)
    half: Floats = np.hypot(*across.T) / 2
    return half


def length_mm(warp: Warp) -> float:
    """Return the length of the middle line, mm."""
    v = np.linspace(0.0, 1.0, 9)
    return float(np.hypot(*np.diff(warp.at(np.zeros_like(v), v), axis=0).T).sum())


def outline_of(warp: Warp, profile: Profile) -> Path:
    """Return the closed contour of a blade."""
    v, half = np.array(profile.v), np.array(profile.half)
    u = np.concatenate(([0.0] * profile.sharp_root, half, [profile.lean], -half[::-1]))
    w = np.concatenate(([0.0] * profile.sharp_root, v, [1.0], v[::-1]))
    tip = len(v) + profile.sharp_root
    corners = {tip} if profile.sharp_tip else set()
    corners |= {0} if profile.sharp_root else {0, len(u) - 1}
    return contour(warp.at(u, w), corners)


@dataclass(frozen=True)
class _Inner:
    """The stretch of a blade that lies a distance inside its contour: stations and half widths there."""

    v: Floats
    half: Floats

    def at(self, v: Floats) -> Floats:
        width: Floats = np.interp(v, self.v, self.half, left=0.0, right=0.0)
        return width


def _inner(warp: Warp, profile: Profile, inset_mm: float, long_mm: float) -> _Inner | None:
    """Return what lies ``inset_mm`` inside; None where nothing does."""
    v = np.linspace(0.0, 1.0, 41)
    half = profile.at(v) - inset_mm / np.maximum(breadth_mm(warp, v), 1e-6)
    # Near the ends the contour is oblique, so more than the inset has to go.
    ends = 1.25 * inset_mm / long_mm
    inside = (half > 0.04) & (v > ends * 0.8) & (v < 1 - ends)
    if inside.sum() < 6:
        return None
    return _Inner(v[inside], half[inside])


def _core(warp: Warp, inner: _Inner, sides: tuple[int, int]) -> Path:
    """Return the closed contour of the inside, or of one side of it where a side is 0."""
    v = np.linspace(inner.v[0], inner.v[-1], 7)
    half = inner.at(v)
    half[[0, -1]] *= 0.35
    u = np.concatenate((sides[0] * half, (sides[1] * half)[::-1]))
    return contour(warp.at(u, np.concatenate((v, v[::-1]))), {0, 6, 7, 13})


def blade(warp: Warp, profile: Profile, pen: Pen, fill: Fill = "sawut", core: str = "heart") -> Figure:
    """Return a leaf or feather: its body, its outline and what fits inside.

    Parameters
    ----------
    warp : Warp
    profile : Profile
    pen : Pen
    fill : str
        ``"sawut"``: midrib and hairs; ``"core"``: an area of the role ``core`` inside a white rim, with white cecek;
        ``"split"``: that area on one side, hairs on the other; ``"vein"``: the midrib only; ``"plain"``: nothing.
    core : str
        The role of the area inside.
    """
    path = outline_of(warp, profile)
    parts = [area("body", path), line("outline", path, pen.line_mm)]
    v = np.linspace(0.05, 0.95, 19)
    wide = 2 * float((profile.at(v) * breadth_mm(warp, v)).max())
    long = length_mm(warp)
    inner = _inner(warp, profile, pen.inset_mm, long)
    if fill == "plain" or inner is None or wide < 2.4 + pen.line_mm:
        return tuple(parts)
    if fill in ("core", "split") and wide > 4.0 + pen.line_mm:
        parts.append(area(core, _core(warp, inner, (1, -1) if fill == "core" else (1, 0))))
        # A core that a cecek would all but fill stays plain.
        if pen.isen and wide - 2 * pen.inset_mm > pen.dot_mm + 0.8:
            parts.append(_row(warp, inner, pen, long, fill))
        if fill == "core":
            return tuple(parts)
    rib_v = np.linspace(0.03, float(inner.v[-1]), 5)
    parts.append(line("inline", smooth(warp.at(np.zeros(5), rib_v)), pen.fine_mm))
    if pen.isen and fill in ("sawut", "split") and wide > 3.8 + pen.line_mm:
        parts += _hairs(warp, inner, pen, long, (-1,) if fill == "split" and wide > 4.0 + pen.line_mm else (-1, 1))
    return tuple(parts)


def _row(warp: Warp, inner: _Inner, pen: Pen, long: float, fill: Fill) -> Part:
    """Return white cecek along the core of a blade: an odd number of rows that thin out into one at both ends."""
    span = float(inner.v[-1] - inner.v[0])
    count = max(int(span * long / 2.7), 1)
    v = inner.v[0] + span * (np.arange(count) + 0.6) / (count + 0.2)
    half = inner.at(v)
    half_mm = half * breadth_mm(warp, v)
    if fill == "split":
        return dots("filler", warp.at(0.5 * half, v), pen.dot_mm)
    aside = max(int((float(half_mm.max()) - 0.9) / _ROWS_MM), 0)
    places = [warp.at(np.zeros(count), v)]
    for k in range(1, aside + 1):
        share = k / (aside + 0.55)
        fits = half_mm * (1 - share) > 0.6 + pen.dot_mm / 2
        fits &= half_mm / (aside + 0.55) > 0.8 * _ROWS_MM
        # Every other row is shifted by half a step.
        shifted = v[fits] + (k % 2) * span * 0.5 / (count + 0.2)
        places += [warp.at(side * share * inner.at(shifted), shifted) for side in (1.0, -1.0)]
    return dots("filler", np.concatenate(places), pen.dot_mm)


_ROWS_MM = 2.6
"""From row to row of cecek in a core."""


def _hairs(warp: Warp, inner: _Inner, pen: Pen, long: float, sides: tuple[int, ...]) -> list[Part]:
    """Return sawut: hairs that leave the midrib and lean towards the tip."""
    count = max(int((inner.v[-1] - inner.v[0]) * long / (1.5 + 0.7 * pen.line_mm)), 2)
    v = np.linspace(float(inner.v[0]), float(inner.v[-1]) - 0.02, count + 1)[:-1]
    reach = np.minimum(inner.half.max() * float(breadth_mm(warp, v).mean()) * 0.6 / long, 0.2)
    end = np.minimum(v + reach, inner.v[-1])
    u = 0.94 * inner.at(end)
    through = [
        np.stack(
            (
                warp.at(side * 0.08 * u, v),
                warp.at(side * 0.6 * u, v + 0.42 * (end - v)),
                warp.at(side * u, end),
            ),
            axis=1,
        )
        for side in sides
    ]
    long_enough = np.concatenate(through)
    long_enough = long_enough[np.hypot(*(long_enough[:, 2] - long_enough[:, 0]).T) > 1.1]
    return [line("accent", strokes(long_enough), pen.fine_mm, "isen")] if len(long_enough) else []


def scales(warp: Warp, pen: Pen, pitch_mm: float) -> list[Part]:
    """Return sisik melik that cover a warp from u = -1 to 1 and v = 0 to 1, row by row: arcs with a dot under each.

    Large scales have a second arc inside.
    """
    rows = max(round(length_mm(warp) / pitch_mm), 1)
    inner = (0.56,) if pitch_mm > _DOUBLE_SCALE_MM else ()
    arcs, eyes = [], []
    for k, low in enumerate(np.arange(rows) / rows):
        wide = 2 * float(breadth_mm(warp, np.array([low + 0.5 / rows]))[0])
        count = max(round(wide / (1.25 * pitch_mm)), 1)
        middles = np.linspace(-1, 1, 2 * count + 1)[1::2] if k % 2 == 0 else np.linspace(-1, 1, 2 * count + 1)[2:-1:2]
        if not len(middles):
            continue
        for share in (1.0, *inner):
            du = share / count
            base, crown = np.full_like(middles, low), np.full_like(middles, low + 1.26 * share / rows)
            control = [(-du, base), (-0.92 * du, crown), (0.92 * du, crown), (du, base)]
            arcs.append(np.stack([warp.at(middles + off, at) for off, at in control], axis=1))
        eyes.append(warp.at(middles, np.full_like(middles, low + (0.24 if inner else 0.42) / rows)))
    return [
        line("accent", arches(np.concatenate(arcs)), pen.fine_mm, "isen"),
        dots("accent", np.concatenate(eyes), 0.8 * pen.dot_mm),
    ]


_DOUBLE_SCALE_MM = 5.0
