"""Where a point wants to be: the lattice, the middles of motifs, the centres and axes of symmetry, the guides."""

from __future__ import annotations

import math
from collections.abc import Collection

import numpy as np

from batikstudio.design.copies import frame_of, images
from batikstudio.design.document import Design, Field
from batikstudio.geometry.path import Points
from batikstudio.pattern.instances import shifts_mm, translations
from batikstudio.studio.axes import marks_in
from batikstudio.studio.hit import pivot_of

REACH_PX = 7.0
_NODES = np.array([(0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5)])
"""The corners, the middles of the sides and the middle of a cell, in lattice coordinates."""
_PARALLEL = 1e-3
_Line = tuple[float, float, float, float]
"""A point of it, and a unit vector along it."""


def snapped(
    design: Design, field: Field, x_mm: float, y_mm: float, reach_mm: float, without: Collection[str] = ()
) -> tuple[float, float]:
    """Return the place that means something within reach of a point of the cloth, else the point.

    A point comes before a line: nodes of the lattice, middles of motifs, centres of turns. Then the crossing of two
    guides or axes, then the nearest of them.

    Parameters
    ----------
    design : Design
    field : Field
        Whose lattice and motifs count.
    x_mm, y_mm : float
        On the cloth.
    reach_mm : float
    without : collection of str
        Items whose middles do not count, since they are what is moved.
    """
    here = np.array([x_mm, y_mm])
    x, y, r = x_mm, y_mm, reach_mm
    marks = marks_in(design, field, (x - r, y - r, x + r, y + r))
    centres = np.array([one.point for one in marks.centres]).reshape(-1, 2)
    places = np.vstack((_lattice(field, here, r), _middles(design, field, here, r, without), centres))
    nearest = _nearest(places, here, reach_mm)
    if nearest is not None:
        return nearest
    lines = [_unit(*one.start, *one.end) for one in marks.lines]
    lines += [(one.at_mm, y, 0.0, 1.0) if one.axis == "x" else (x, one.at_mm, 1.0, 0.0) for one in design.guides]
    return _on_lines(lines, here, reach_mm) or (x_mm, y_mm)


def _nearest(places: Points, here: Points, reach_mm: float) -> tuple[float, float] | None:
    if not len(places):
        return None
    far = np.hypot(*(places - here).T)
    nearest = int(far.argmin())
    return (float(places[nearest, 0]), float(places[nearest, 1])) if far[nearest] <= reach_mm else None


def _unit(x0: float, y0: float, x1: float, y1: float) -> _Line:
    long = math.hypot(x1 - x0, y1 - y0) or 1.0
    return x0, y0, (x1 - x0) / long, (y1 - y0) / long


def _on_lines(lines: list[_Line], here: Points, reach_mm: float) -> tuple[float, float] | None:
    """Return the nearest crossing of two lines within reach, else the nearest point of one."""
    near = [one for one in lines if abs(_beside(one, here)) <= reach_mm]
    crossings = [
        point
        for number, one in enumerate(near)
        for other in near[number + 1 :]
        if (point := _crossing(one, other)) is not None
    ]
    found = _nearest(np.array(crossings).reshape(-1, 2), here, reach_mm)
    if found is not None or not near:
        return found
    line = min(near, key=lambda one: abs(_beside(one, here)))
    beside = _beside(line, here)
    return float(here[0] + beside * line[3]), float(here[1] - beside * line[2])


def _beside(line: _Line, here: Points) -> float:
    """Return how far a point lies from a line; the sign tells the side."""
    x, y, ux, uy = line
    return float(ux * (here[1] - y) - uy * (here[0] - x))


def _crossing(one: _Line, other: _Line) -> tuple[float, float] | None:
    x, y, ux, uy = one
    turn = ux * other[3] - uy * other[2]
    if abs(turn) < _PARALLEL:
        return None
    along = ((other[0] - x) * other[3] - (other[1] - y) * other[2]) / turn
    return x + along * ux, y + along * uy


def _lattice(field: Field, here: Points, reach_mm: float) -> Points:
    points = _NODES @ np.array(field.repeat.basis)
    return _copies(field, frame_of(field).apply(points), here, reach_mm)


def _middles(design: Design, field: Field, here: Points, reach_mm: float, without: Collection[str]) -> Points:
    middles = [pivot_of(design, [item.id]) for item in field.items() if item.id not in without]
    if not middles:
        return np.empty((0, 2))
    frame = frame_of(field)
    laid = [(frame @ image).apply(np.array(middles)) for image in images(field.repeat)]
    return _copies(field, np.concatenate(laid), here, reach_mm)


def _copies(field: Field, points: Points, here: Points, reach_mm: float) -> Points:
    """Return the copies of points, at all steps of the lattice, that lie near a place."""
    vectors = (frame_of(field).linear @ np.array(field.repeat.basis).T).T
    basis = ((vectors[0, 0], vectors[0, 1]), (vectors[1, 0], vectors[1, 1]))
    x, y = here
    rect = (x - reach_mm, y - reach_mm, x + reach_mm, y + reach_mm)
    found = [point + shifts_mm(basis, translations(basis, (*point, *point), rect)) for point in points]
    return np.concatenate(found) if found else np.empty((0, 2))
