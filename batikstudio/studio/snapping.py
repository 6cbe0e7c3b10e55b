"""Where a point wants to be: the lattice, the middles of motifs, the guides."""

from __future__ import annotations

import numpy as np

from batikstudio.design.copies import frame_of, images
from batikstudio.design.document import Design, Field
from batikstudio.geometry.path import Points
from batikstudio.pattern.instances import shifts_mm, translations
from batikstudio.studio.hit import pivot_of

REACH_PX = 7.0
_NODES = np.array([(0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5)])
"""The corners, the middles of the sides and the middle of a cell, in lattice coordinates."""


def snapped(design: Design, field: Field, x_mm: float, y_mm: float, reach_mm: float) -> tuple[float, float]:
    """Return the nearest place that means something within reach of a point of the cloth, else the point.

    Parameters
    ----------
    design : Design
    field : Field
        Whose lattice and motifs count.
    x_mm, y_mm : float
        On the cloth.
    reach_mm : float
    """
    here = np.array([x_mm, y_mm])
    places = np.vstack((_lattice(field, here, reach_mm), _middles(design, field, here, reach_mm)))
    if not len(places):
        return x_mm, y_mm
    far = np.hypot(*(places - here).T)
    nearest = int(far.argmin())
    if far[nearest] > reach_mm:
        return x_mm, y_mm
    return float(places[nearest, 0]), float(places[nearest, 1])


def _lattice(field: Field, here: Points, reach_mm: float) -> Points:
    points = _NODES @ np.array(field.repeat.basis)
    return _copies(field, frame_of(field).apply(points), here, reach_mm)


def _middles(design: Design, field: Field, here: Points, reach_mm: float) -> Points:
    middles = [pivot_of(design, [item.id]) for item in field.items()]
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
