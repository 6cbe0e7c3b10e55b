"""Shapes gathered while a drawing is walked, and transformed all at once at its end."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from batikstudio.base.errors import BatikError
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import CUBIC, LINE, Path
from batikstudio.motifs.svg.drawing import Pen, Shape
from batikstudio.motifs.svg.left_out import Tally
from batikstudio.motifs.svg.limits import LARGEST_MM, LARGEST_SCALE, MOST_PATH_VALUES, SMALLEST_SCALE
from batikstudio.motifs.svg.path_data import Outline

_EVEN = 1.01
"""A line may be this much wider one way than the other before it is told."""


class _Laid(NamedTuple):
    outline: Outline
    to_mm: Affine
    pen: Pen
    width_mm: float
    kind: str
    role: str
    names: tuple[str, ...]


class Layer:
    """Takes outlines with their places; gives shapes in mm."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self._laid: list[_Laid] = []
        self._room = MOST_PATH_VALUES

    def lay(
        self, outline: Outline, to_mm: Affine, pen: Pen, width_mm: float, kind: str, role: str, names: tuple[str, ...]
    ) -> None:
        """Add a shape on top of the others, unless it draws nothing.

        Raises
        ------
        BatikError
            ``svg.too_many_points`` when all shapes together have more than the limit.
        """
        if pen.fill is not None and not _has_area(outline):
            pen = replace(pen, fill=None)
        if pen.stroke is not None and width_mm <= 0:
            pen, width_mm = replace(pen, stroke=None), 0.0
        is_dot = len(outline.points) == 2
        if not outline.verbs or (pen.fill is None and pen.stroke is None) or (is_dot and pen.cap != "round"):
            return
        self._room -= len(outline.points)
        if self._room < 0:
            raise BatikError("svg.too_many_points", limit=MOST_PATH_VALUES)
        if not all(map(math.isfinite, to_mm)) or not SMALLEST_SCALE <= to_mm.scale <= LARGEST_SCALE:
            self._tally.add("impossible-number")
            return
        if not width_mm <= LARGEST_MM:
            self._tally.add("impossible-number")
            return
        if pen.stroke is not None and _stretch(to_mm) > _EVEN:
            self._tally.add("uneven-line")
        self._laid.append(_Laid(outline, to_mm, pen, width_mm, kind, role, names))

    def shapes(self) -> tuple[Shape, ...]:
        """Return the shapes; one with a point that is not finite or too far away is left out and counted."""
        if not self._laid:
            return ()
        counts = np.array([len(one.outline.points) // 2 for one in self._laid])
        points = np.frombuffer(b"".join([one.outline.points.tobytes() for one in self._laid])).reshape(-1, 2)
        a, b, c, d, e, f = np.repeat(np.array([one.to_mm for one in self._laid]), counts, axis=0).T
        x, y = points.T
        with np.errstate(all="ignore"):
            points = np.stack((a * x + c * y + e, b * x + d * y + f), axis=1)
            sound = (np.abs(points) <= LARGEST_MM).all(axis=1)
        ends = np.cumsum(counts)
        starts = ends - counts
        all_sound = np.logical_and.reduceat(sound, starts)
        self._tally.add("impossible-number", int((~all_sound).sum()))
        return tuple(
            Shape(
                Path(np.frombuffer(one.outline.verbs, np.uint8), points[start:end]),
                one.pen,
                one.width_mm,
                one.kind,
                one.role,
                one.names,
            )
            for one, start, end, is_sound in zip(
                self._laid, starts.tolist(), ends.tolist(), all_sound.tolist(), strict=True
            )
            if is_sound
        )


def _has_area(outline: Outline) -> bool:
    """Whether a fill of the outline can be seen: it has a curve, or two lines in a row."""
    return bytes((CUBIC,)) in outline.verbs or bytes((LINE, LINE)) in outline.verbs


def _stretch(affine: Affine) -> float:
    """Return how much longer the longest image of a unit vector is than the shortest."""
    a, b, c, d = affine[:4]
    half = (a * a + b * b + c * c + d * d) / 2
    root = math.sqrt(max(half * half - affine.determinant**2, 0.0))
    return math.sqrt((half + root) / max(half - root, 1e-300))
