"""Shapes and parts that parametric motifs share: contours with corners, orbits of a shape, rows of dots."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import cast

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import CLOSE, CUBIC, MOVE, Path, Points, joined, smooth
from batikstudio.motifs.motif import Part, PartKind

QUARTERS: tuple[Affine, ...] = tuple(Affine.rotation(90.0 * k) for k in range(4))
"""The four quarter turns about the origin."""

EIGHTHS: tuple[Affine, ...] = tuple(Affine.rotation(45.0 * k) for k in range(8))
"""The eight turns of a star with eight rays."""

HALVES: tuple[Affine, ...] = (Affine.rotation(0.0), Affine.rotation(180.0))
"""A half turn about the origin, and no turn."""

Dots = Sequence[tuple[float, float]]


def number(values: Mapping[str, Value], key: str) -> float:
    """Return the value of a parameter that `complete` has checked to be a number."""
    return cast(float, values[key])


def contour(points: Sequence[tuple[float, float]] | Points, corners: Collection[int]) -> Path:
    """Return a closed path through ``points``: smooth, but pointed where the index is in ``corners``.

    Parameters
    ----------
    points : sequence of (x, y), mm
        At least three, none equal to its neighbour.
    corners : collection of int
        Indices of the pointed places; with none, the whole curve is smooth.
    """
    p = np.asarray(points, np.float64)
    cut = sorted(corners)
    if not cut:
        return smooth(p, closed=True)
    pieces: list[Points] = [p[cut[0]][None]]
    for here, there in zip(cut, [*cut[1:], cut[0] + len(p)], strict=True):
        run = p[np.arange(here, there + 1) % len(p)]
        pieces.append(smooth(run).points[1:])
    curve = np.concatenate(pieces)
    verbs = [MOVE, *[CUBIC] * ((len(curve) - 1) // 3), CLOSE]
    return Path(np.array(verbs, np.uint8), curve)


def orbit(path: Path, maps: Sequence[Affine]) -> Path:
    """Return the images of ``path`` under every map as one path."""
    return joined([path.transformed(affine) for affine in maps])


def about(x: float, y: float, maps: Sequence[Affine]) -> tuple[Affine, ...]:
    """Return the same maps done about the origin and then carried to (x, y)."""
    return tuple(Affine.translation(x, y) @ affine for affine in maps)


def placed(maps: Sequence[Affine], points: Dots | Points) -> Points:
    """Return the images of ``points``, shape (n, 2), under every map, shape (n * len(maps), 2), mm."""
    array = np.asarray(points, np.float64).reshape(-1, 2)
    return np.concatenate([affine.apply(array) for affine in maps])


def dots(role: str, points: Dots | Points, diameter_mm: float) -> Part:
    """Return cecek: one part of round dots at ``points``, mm."""
    array = np.asarray(points, np.float64).reshape(-1, 2).copy()
    return Part("isen", role, Path(np.full(len(array), MOVE, np.uint8), array), diameter_mm)


FINEST_MM = 0.3
"""Below this no canting draws a line that survives the wax."""


def line(role: str, path: Path, width_mm: float, kind: PartKind = "lines") -> Part:
    """Return a canting line along ``path``, no finer than a canting can draw."""
    return Part(kind, role, path, max(width_mm, FINEST_MM))


def area(role: str, path: Path) -> Part:
    """Return a filled region."""
    return Part("areas", role, path)


def framed(role: str, path: Path, line_mm: float, outline: str = "outline") -> tuple[Part, Part]:
    """Return a filled region and the line along its edge."""
    return area(role, path), line(outline, path, line_mm)
