"""Shapes gathered while a drawing is walked, and transformed all at once at its end."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from batikstudio.base.errors import BatikError
from batikstudio.geometry.affine import IDENTITY, Affine
from batikstudio.geometry.areas import intersection, normalised, stroked
from batikstudio.geometry.path import CUBIC, LINE, Path
from batikstudio.geometry.rings import Rings, together
from batikstudio.motifs.svg.clips import Clip
from batikstudio.motifs.svg.crossings import Crossings
from batikstudio.motifs.svg.drawing import Pen, Shape
from batikstudio.motifs.svg.left_out import Tally
from batikstudio.motifs.svg.limits import LARGEST_MM, LARGEST_SCALE, MOST_DASHES, MOST_PATH_VALUES, SMALLEST_SCALE
from batikstudio.motifs.svg.lines import (
    MOST_WRONG,
    Nib,
    closed_polygons,
    covered,
    dashed,
    extended,
    has_lone_dot,
    outline_of,
    path_of,
    wrong_share,
)
from batikstudio.motifs.svg.path_data import Outline

_EVEN = 1.01
"""A line may be this much wider one way than the other before it is outlined."""
_PIECES_PER_EDGE = 8
"""About so many edges outline one edge of a spine."""
_SAME_AREA = 1e-5
"""What is cut by less than this share of its area is not cut."""
_SMALLEST_PIECE_MM2 = 1e-6


class Said(NamedTuple):
    """What a shape and the groups around it say of it, and what they are cut by."""

    kind: str = ""
    role: str = ""
    names: tuple[str, ...] = ()
    clips: tuple[Clip, ...] = ()


class _Laid(NamedTuple):
    outline: Outline
    to_mm: Affine
    pen: Pen
    width_mm: float
    said: Said


class Layer:
    """Takes outlines with their places; gives shapes in mm.

    Parameters
    ----------
    tally : Tally
    crossings : Crossings
        How much may be cut and outlined.
    tolerance_mm : float
        How far the polygons of what is cut or outlined may be from their curves.
    """

    def __init__(self, tally: Tally, crossings: Crossings, tolerance_mm: float) -> None:
        self._tally = tally
        self._crossings = crossings
        self._tolerance_mm = tolerance_mm
        self._laid: list[_Laid] = []
        self._room = MOST_PATH_VALUES
        self._dashes = MOST_DASHES

    def lay(
        self,
        outline: Outline,
        to_mm: Affine,
        pen: Pen,
        nib: Nib,
        said: Said,
        is_even: bool = False,
        stroke_first: bool = False,
    ) -> None:
        """Add a shape on top of the others, unless it draws nothing.

        Parameters
        ----------
        outline : Outline
        to_mm : Affine
        pen : Pen
        nib : Nib
            In the units of ``outline``.
        said : Said
        is_even : bool
            Whether the stroke keeps one width however the shape is stretched.
        stroke_first : bool
            Whether the stroke lies below the fill.

        Raises
        ------
        BatikError
            ``svg.too_many_points`` when all shapes together have more than the limit.
        """
        width_mm = nib.width * to_mm.scale
        if pen.fill is not None and not _has_area(outline):
            pen = replace(pen, fill=None)
        if pen.stroke is not None and (width_mm <= 0 or (len(outline.points) == 2 and nib.cap == "butt")):
            pen, width_mm = replace(pen, stroke=None), 0.0
        if not outline.verbs or (pen.fill is None and pen.stroke is None) or not self._is_sound(to_mm, width_mm):
            return
        stretched = not is_even and _stretch(to_mm) > _EVEN
        if nib.dashes and not self._dashes:
            self._tally.add("dashes")
            nib = nib._replace(dashes=())
        is_bent = len(outline.verbs) > 2 and nib.join != "round"
        is_plain = not (nib.dashes or nib.cap == "square" or is_bent or stretched or stroke_first)
        if pen.stroke is None or is_plain:
            self._add(outline, to_mm, pen, width_mm, said)
            return
        if stroke_first:
            self._special(path_of(outline), to_mm, pen, nib, said, stretched)
        if pen.fill is not None:
            self._add(outline, to_mm, replace(pen, stroke=None), 0.0, said)
        if not stroke_first:
            self._special(path_of(outline), to_mm, pen, nib, said, stretched)

    def _special(self, path: Path, to_mm: Affine, pen: Pen, nib: Nib, said: Said, stretched: bool) -> None:
        """Bring a stroke to the size it has in mm, draw it there, and stretch what it covers where it is stretched."""
        scale = to_mm.scale
        there, back = (Affine.scaling(scale), to_mm @ Affine.scaling(1 / scale)) if stretched else (to_mm, IDENTITY)
        with np.errstate(all="ignore"):
            path = path.transformed(there)
        if not np.abs(path.points).max(initial=0.0) <= LARGEST_MM:
            self._tally.add("impossible-number")
            return
        nib = nib.scaled(scale)
        cut = dashed(path, nib, self._tolerance_mm, self._dashes)
        if cut is None:
            self._tally.add("dashes")
            self._dashes = 0  # one that is too much ends them all, and no more time is spent on trying
        else:
            path = cut[0]
            self._dashes -= cut[1]
        if not len(path.verbs):
            return
        # What is said to be a line is one of the canting, whose joins are round.
        needs_area = stretched or wrong_share(path, nib) > MOST_WRONG
        needs_area = (needs_area and not said.kind) or (nib.cap == "square" and has_lone_dot(path))
        if needs_area:
            spines = [spine for spine, _ in path.subpaths(self._tolerance_mm)]
            if self._crossings.allow(spines, _PIECES_PER_EDGE):
                area = covered(path, nib, self._tolerance_mm)
                inked = replace(pen, fill=pen.stroke, stroke=None, even_odd=False, inked_line=True)
                if len(area.verbs):
                    self._add(outline_of(area), back, inked, 0.0, said)
                return
        if stretched:
            self._tally.add("uneven-line")
        if nib.cap == "square":
            path = extended(path, nib.width / 2)
        self._add(outline_of(path), back, replace(pen, fill=None), nib.width * back.scale, said)

    def _add(self, outline: Outline, to_mm: Affine, pen: Pen, width_mm: float, said: Said) -> None:
        self._room -= len(outline.points)
        if self._room < 0:
            raise BatikError("svg.too_many_points", limit=MOST_PATH_VALUES)
        self._laid.append(_Laid(outline, to_mm, pen, width_mm, said))

    def _is_sound(self, to_mm: Affine, width_mm: float) -> bool:
        sound = all(map(math.isfinite, to_mm)) and SMALLEST_SCALE <= to_mm.scale <= LARGEST_SCALE
        if not sound or not width_mm <= LARGEST_MM:
            self._tally.add("impossible-number")
            return False
        return True

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
        found: list[Shape] = []
        for one, start, end, is_sound in zip(
            self._laid, starts.tolist(), ends.tolist(), all_sound.tolist(), strict=True
        ):
            if is_sound:
                kind, role, names, clips = one.said
                path = Path(np.frombuffer(one.outline.verbs, np.uint8), points[start:end])
                found += self._cut(Shape(path, one.pen, one.width_mm, kind, role, names), clips)
        return tuple(found)

    def _cut(self, shape: Shape, clips: tuple[Clip, ...]) -> Iterator[Shape]:
        """Yield what of a shape lies in all clips: itself where the whole does, else what is left."""
        if not clips:
            yield shape
            return
        half = shape.stroke_width_mm / 2
        low, high = shape.path.points.min(axis=0) - half, shape.path.points.max(axis=0) + half
        cutting = [clip.area for clip in clips if not clip.holds(low, high)]
        if not cutting:
            yield shape
            return
        if self._crossings.spent:
            self._tally.add("clip-path")
            yield shape
            return
        polylines = list(shape.path.subpaths(self._tolerance_mm))
        edges = [spine for spine, _ in polylines] + [ring for clip in cutting for ring in clip]
        if not self._crossings.allow(edges, 2 if shape.pen.stroke is None else _PIECES_PER_EDGE):
            self._tally.add("clip-path")
            yield shape
            return
        if shape.pen.fill is not None:
            fill = normalised([spine for spine, _ in polylines], shape.pen.even_odd)
            yield from _within(replace(shape, pen=replace(shape.pen, stroke=None), stroke_width_mm=0.0), fill, cutting)
        if shape.pen.stroke is not None:
            tolerance, width, cap = self._tolerance_mm, shape.stroke_width_mm, shape.pen.cap
            lines = together([stroked(spine, closed, width, cap, tolerance) for spine, closed in polylines])
            line = replace(shape, pen=replace(shape.pen, fill=None))
            yield from _within(line, normalised(list(lines)), cutting)


def _within(shape: Shape, area: Rings, clips: list[Rings]) -> Iterator[Shape]:
    kept = area
    for clip in clips:
        kept = intersection(kept, clip)
    if kept.area_mm2 < max(_SMALLEST_PIECE_MM2, _SAME_AREA * area.area_mm2):
        return
    if kept.area_mm2 >= (1 - _SAME_AREA) * area.area_mm2:
        yield shape
        return
    is_line = shape.pen.stroke is not None
    pen = Pen(
        shape.pen.stroke if is_line else shape.pen.fill, False, None, shape.pen.cap, is_line or shape.pen.inked_line
    )
    yield replace(shape, path=closed_polygons(list(kept)), pen=pen, stroke_width_mm=0.0)


def _has_area(outline: Outline) -> bool:
    """Whether a fill of the outline can be seen: it has a curve, or two lines in a row."""
    return bytes((CUBIC,)) in outline.verbs or bytes((LINE, LINE)) in outline.verbs


def _stretch(affine: Affine) -> float:
    """Return how much longer the longest image of a unit vector is than the shortest."""
    a, b, c, d = affine[:4]
    half = (a * a + b * b + c * c + d * d) / 2
    root = math.sqrt(max(half * half - affine.determinant**2, 0.0))
    return math.sqrt((half + root) / max(half - root, 1e-300))
