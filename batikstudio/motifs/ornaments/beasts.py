"""Beasts of the forest in profile, deer and elephant, as contours drawn by points, looking to the right."""

from __future__ import annotations

import numpy as np

from batikstudio.geometry.path import Path, joined, smooth
from batikstudio.motifs.ornaments.figures import Figure, Pen
from batikstudio.motifs.ornaments.foliage import Run, leaf
from batikstudio.motifs.ornaments.grounds import rows_inside
from batikstudio.motifs.strokes import area, contour, dots, line

_DEER: Run = (
    (0.3, -0.27),
    (0.35, -0.3),
    (0.42, -0.27),
    (0.475, -0.225),
    (0.46, -0.195),
    (0.38, -0.2),
    (0.335, -0.15),
    (0.29, -0.02),
    (0.25, 0.06),
    (0.245, 0.16),
    (0.255, 0.27),
    (0.25, 0.41),
    (0.205, 0.41),
    (0.2, 0.28),
    (0.175, 0.16),
    (0.15, 0.1),
    (0.0, 0.1),
    (-0.12, 0.09),
    (-0.155, 0.15),
    (-0.17, 0.22),
    (-0.2, 0.27),
    (-0.2, 0.41),
    (-0.245, 0.41),
    (-0.25, 0.27),
    (-0.225, 0.18),
    (-0.26, 0.08),
    (-0.28, -0.02),
    (-0.36, -0.02),
    (-0.32, -0.08),
    (-0.25, -0.11),
    (-0.1, -0.1),
    (0.08, -0.1),
    (0.2, -0.13),
    (0.26, -0.2),
)
_DEER_CORNERS = {3, 11, 12, 21, 22, 27}
_DEER_FAR: tuple[Run, ...] = (
    ((0.16, 0.08), (0.13, 0.2), (0.16, 0.28), (0.1, 0.39), (0.145, 0.4), (0.2, 0.29), (0.19, 0.18), (0.22, 0.08)),
    ((-0.2, 0.08), (-0.14, 0.2), (-0.13, 0.28), (-0.1, 0.4), (-0.055, 0.4), (-0.085, 0.27), (-0.1, 0.18), (-0.1, 0.08)),
)
_ANTLERS: tuple[Run, ...] = (
    ((0.325, -0.29), (0.27, -0.38), (0.28, -0.47), (0.34, -0.54)),
    ((0.275, -0.4), (0.22, -0.43), (0.2, -0.5)),
    ((0.345, -0.295), (0.38, -0.38), (0.43, -0.42), (0.45, -0.5)),
    ((0.385, -0.39), (0.37, -0.45), (0.38, -0.5)),
)

_ELEPHANT: Run = (
    (0.2, -0.27),
    (0.3, -0.28),
    (0.38, -0.21),
    (0.42, -0.08),
    (0.42, 0.06),
    (0.45, 0.15),
    (0.51, 0.15),
    (0.53, 0.09),
    (0.56, 0.1),
    (0.555, 0.19),
    (0.48, 0.235),
    (0.38, 0.18),
    (0.345, 0.06),
    (0.3, 0.02),
    (0.26, 0.08),
    (0.25, 0.2),
    (0.26, 0.37),
    (0.12, 0.37),
    (0.115, 0.25),
    (0.06, 0.16),
    (-0.1, 0.17),
    (-0.19, 0.16),
    (-0.2, 0.26),
    (-0.19, 0.37),
    (-0.33, 0.37),
    (-0.335, 0.22),
    (-0.38, 0.06),
    (-0.36, -0.12),
    (-0.26, -0.23),
    (-0.08, -0.28),
    (0.08, -0.23),
)
_ELEPHANT_CORNERS = {8, 16, 17, 23, 24}
_ELEPHANT_FAR: tuple[Run, ...] = (
    ((0.1, 0.12), (0.09, 0.24), (0.04, 0.35), (0.13, 0.36), (0.2, 0.2), (0.18, 0.12)),
    ((-0.22, 0.12), (-0.17, 0.22), (-0.15, 0.35), (-0.06, 0.35), (-0.07, 0.22), (-0.08, 0.12)),
)
_EAR: Run = ((0.2, -0.22), (0.26, -0.14), (0.24, 0.0), (0.17, 0.08), (0.12, 0.03), (0.08, -0.1), (0.12, -0.2))
_TUSK: Run = ((0.345, 0.0), (0.39, 0.09), (0.47, 0.06), (0.4, 0.045), (0.375, -0.02))


def _beast(
    outline: Run, corners: set[int], far: tuple[Run, ...], a: float, pen: Pen, over: tuple[Path, ...] = ()
) -> Figure:
    """Return legs on the far side, the body over them, cecek in rows along its edge, clear of what lies ``over`` it."""
    legs = [contour(np.array(one) * a, {0, len(one) - 1}) for one in far]
    body = contour(np.array(outline) * a, corners)
    figure = [part for leg in legs for part in (area("body", leg), line("outline", leg, pen.line_mm))]
    figure += [area("body", body), line("outline", body, pen.line_mm)]
    if pen.isen:
        figure += rows_inside(body, over, pen, 3)
    return tuple(figure)


def deer(size_mm: float, pen: Pen) -> Figure:
    """Return a deer that stands, with antlers."""
    a = size_mm
    antlers = joined([smooth(np.array(one) * a) for one in _ANTLERS])
    ear = leaf([(0.31 * a, -0.26 * a), (0.25 * a, -0.3 * a), (0.2 * a, -0.295 * a)], 0.03 * a, pen, "vein")
    saddle = leaf([(-0.16 * a, -0.03 * a), (0.0, 0.02 * a), (0.18 * a, -0.03 * a)], 0.055 * a, pen, "core", "accent")
    own = _beast(_DEER, _DEER_CORNERS, _DEER_FAR, a, pen, (saddle[0].path,))
    return (line("accent", antlers, 1.8 * pen.line_mm), *own, *ear, *saddle, *_eye(0.385 * a, -0.245 * a, a, pen))


def elephant(size_mm: float, pen: Pen) -> Figure:
    """Return an elephant that walks, a cloth on its back."""
    a = size_mm
    ear = contour(np.array(_EAR) * a, {0})
    tusk = contour(np.array(_TUSK) * a, {2})
    cloth = leaf([(-0.3 * a, -0.06 * a), (-0.13 * a, -0.03 * a), (0.05 * a, -0.07 * a)], 0.1 * a, pen, "core", "accent")
    tail = line("accent", smooth(np.array([(-0.365, -0.08), (-0.43, 0.02), (-0.42, 0.16)]) * a), 1.4 * pen.line_mm)
    inner = contour((np.array(_EAR) - (0.165, -0.07)) * 0.62 * a + np.array((0.165, -0.07)) * a, {0})
    own = _beast(_ELEPHANT, _ELEPHANT_CORNERS, _ELEPHANT_FAR, a, pen, (ear, cloth[0].path))
    parts = [tail, *own, *cloth, area("body", ear), line("outline", ear, pen.line_mm), area("heart", inner)]
    if pen.isen:
        parts += rows_inside(inner, (), pen, 2, "filler")
    parts += [area("body", tusk), line("outline", tusk, pen.fine_mm)]
    return (*parts, *_eye(0.315 * a, -0.16 * a, a, pen))


def _eye(x: float, y: float, a: float, pen: Pen) -> Figure:
    return (dots("accent", [(x, y)], max(0.022 * a, 0.8)),)
