"""Wings and tails: feathers in rows over a bent fan. One construction serves lar, sawat, gurda and the birds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from batikstudio.geometry.path import Path, Points
from batikstudio.motifs.motif import Part
from batikstudio.motifs.ornaments.figures import (
    PLUME,
    Figure,
    Fill,
    Floats,
    Pen,
    Profile,
    blade,
    merged,
    scales,
)
from batikstudio.motifs.strokes import area, contour, line

Net = tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True)
class Fan:
    """A bicubic Bezier patch: ``t`` runs across the feathers, ``s`` from their roots to their tips, both 0 to 1.

    Attributes
    ----------
    net : ndarray of shape (4, 4, 2)
        Control points, mm; rows along t.
    """

    net: Points

    def at(self, t: Floats, s: Floats) -> Points:
        """Return the places, shape (n, 2), mm, of ``t`` and ``s``, shape (n,)."""
        places: Points = np.einsum("ni,nj,ijk->nk", _bernstein(t), _bernstein(s), self.net)
        return places


def _bernstein(x: Floats) -> Floats:
    y = 1 - x
    return np.stack((y**3, 3 * x * y**2, 3 * x**2 * y, x**3), axis=1)


class Cell(NamedTuple):
    """The warp of one feather: a rectangle of a fan."""

    fan: Fan
    t: tuple[float, float]
    s: tuple[float, float]

    def at(self, u: Floats, v: Floats) -> Points:
        """Return the places, shape (n, 2), mm, of ``u`` and ``v``, shape (n,)."""
        (t0, t1), (s0, s1) = self.t, self.s
        return self.fan.at((t0 + t1) / 2 + u * (t1 - t0) / 2, s0 + v * (s1 - s0))


@dataclass(frozen=True)
class Row:
    """A row of feathers: how many, from which s to which, and what fills them."""

    count: int
    s: tuple[float, float]
    fill: Fill = "sawut"
    core: str = "heart"
    profile: Profile = PLUME


def fan(net: Net, size_mm: float) -> Fan:
    """Return the fan of a net drawn at unit size."""
    return Fan(np.array(net, np.float64) * size_mm)


def feathers(over: Fan, row: Row, pen: Pen, lean: tuple[float, float] = (0.12, 0.12)) -> Figure:
    """Return one row of feathers side by side; ``lean`` says how far the tips of the first and last lie to one side."""
    edges = np.linspace(0.0, 1.0, row.count + 1)
    blades = [
        blade(Cell(over, (a, b), row.s), replace(row.profile, lean=float(tip)), pen, row.fill, row.core)
        for a, b, tip in zip(edges[:-1], edges[1:], np.linspace(*lean, row.count), strict=True)
    ]
    return merged(blades)


def region(over: Fan, t: tuple[float, float], s: tuple[float, float], samples: int = 7) -> Path:
    """Return the closed contour of a rectangle of a fan."""
    x, y = np.linspace(*t, samples), np.linspace(*s, samples)
    across = [np.concatenate((x, np.full(samples - 2, t[1]), x[::-1], np.full(samples - 2, t[0])))]
    along = [np.concatenate((np.full(samples, s[0]), y[1:-1], np.full(samples, s[1]), y[-2:0:-1]))]
    n = samples - 1
    return contour(over.at(np.concatenate(across), np.concatenate(along)), {0, n, 2 * n, 3 * n})


WING: Net = (
    ((0.05, -0.06), (0.02, -0.24), (-0.02, -0.48), (0.2, -0.7)),
    ((0.08, -0.03), (0.18, -0.2), (0.26, -0.5), (0.52, -0.96)),
    ((0.11, 0.0), (0.36, -0.06), (0.66, -0.24), (0.92, -0.92)),
    ((0.1, 0.05), (0.46, 0.2), (0.9, 0.14), (1.04, -0.48)),
)
"""A right wing that opens upwards: the leading edge sweeps out below and turns up, the tips follow the upper rim."""


def wing(size_mm: float, pen: Pen, net: Net = WING, feather_mm: float = 7.0) -> Figure:
    """Return a right wing with its shoulder at the origin, ``size_mm`` wide: plumes, two rows of coverts, scales.

    Parameters
    ----------
    size_mm : float
    pen : Pen
    net : Net
    feather_mm : float
        About how wide the plumes are.
    """
    over = fan(net, size_mm)
    count = min(max(round(size_mm / feather_mm), 5), 11)
    rows = (
        Row(count, (0.5, 1.0), "sawut"),
        Row(max(count - 1, 4), (0.34, 0.66), "core", "accent"),
        Row(max(count - 2, 3), (0.2, 0.47), "core", "heart"),
    )
    parts: list[Part] = [part for row in rows for part in feathers(over, row, pen)]
    shoulder = region(over, (0.0, 1.0), (0.0, 0.27))
    parts += [area("body", shoulder), line("outline", shoulder, pen.line_mm)]
    if pen.isen:
        parts += scales(Cell(over, (0.02, 0.98), (0.05, 0.26)), pen, max(0.05 * size_mm, 2.4))
    return tuple(parts)


TAIL: Net = (
    ((-0.1, 0.0), (-0.15, -0.3), (-0.2, -0.62), (-0.46, -0.78)),
    ((-0.04, 0.0), (-0.05, -0.35), (-0.08, -0.75), (-0.2, -1.1)),
    ((0.04, 0.0), (0.05, -0.35), (0.08, -0.75), (0.2, -1.1)),
    ((0.1, 0.0), (0.15, -0.3), (0.2, -0.62), (0.46, -0.78)),
)
"""A tail that stands upright and opens to both sides."""


def tail(size_mm: float, pen: Pen, net: Net = TAIL, feather_mm: float = 7.0) -> Figure:
    """Return a tail on the origin that opens upwards, about ``size_mm`` high: plumes and two rows of coverts."""
    over = fan(net, size_mm)
    count = min(max(2 * round(0.45 * size_mm / feather_mm) + 1, 5), 9)
    rows = (
        Row(count, (0.42, 1.0), "sawut"),
        Row(count - 1, (0.26, 0.62), "core", "accent"),
        Row(max(count - 4, 3), (0.1, 0.42), "core", "heart"),
    )
    parts: list[Part] = [part for row in rows for part in feathers(over, row, pen, (-0.3, 0.3))]
    root = region(over, (0.0, 1.0), (-0.04, 0.2))
    return (*parts, area("body", root), line("outline", root, pen.line_mm), *_root(over, pen))


def _root(over: Fan, pen: Pen) -> Figure:
    return tuple(scales(Cell(over, (0.06, 0.94), (0.0, 0.18)), pen, 2.4)) if pen.isen else ()
