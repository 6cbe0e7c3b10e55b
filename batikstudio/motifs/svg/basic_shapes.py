"""The outlines of SVG's basic shapes, in the units of the element."""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping

from batikstudio.geometry.path import CLOSE, CUBIC, LINE, MOVE, ellipse
from batikstudio.motifs.svg.path_data import Budget, Outline, numbers
from batikstudio.motifs.svg.transform import Viewport, length

_KAPPA = 4 * (math.sqrt(2) - 1) / 3


def basic_shape(tag: str, attributes: Mapping[str, str], viewport: Viewport, budget: Budget) -> tuple[Outline, bool]:
    """Return the outline of a basic shape, empty where SVG draws nothing, and whether it was well written.

    Raises
    ------
    BatikError
        ``svg.too_many_points``.
    """
    if tag in ("polyline", "polygon"):
        return _poly(attributes.get("points", ""), tag == "polygon", budget)
    width, height, diagonal = viewport.width, viewport.height, viewport.diagonal

    def at(name: str, whole: float, default: float = 0.0) -> float:
        return length(attributes.get(name), whole, default)

    if tag == "line":
        return _outline((MOVE, LINE), [at("x1", width), at("y1", height), at("x2", width), at("y2", height)]), True
    if tag == "rect":
        size = at("width", width), at("height", height)
        radii = at("rx", width, -1.0), at("ry", height, -1.0)
        return _rectangle(at("x", width), at("y", height), *size, *radii), True
    if tag == "circle":
        rx = ry = at("r", diagonal)
    else:
        rx, ry = at("rx", width, -1.0), at("ry", height, -1.0)
        rx, ry = (ry, ry) if rx < 0 else (rx, rx) if ry < 0 else (rx, ry)
    if not (rx > 0 and ry > 0):
        return _outline((), []), True
    path = ellipse(at("cx", width), at("cy", height), rx, ry)
    return Outline(path.verbs.tobytes(), array("d", path.points.tobytes())), True


def _outline(verbs: tuple[int, ...], points: list[float]) -> Outline:
    if verbs == (MOVE, LINE) and points[:2] == points[2:]:
        verbs, points = (MOVE,), points[:2]  # a line of no length is a dot, as in path data
    return Outline(bytes(verbs), array("d", points))


def _poly(text: str, closed: bool, budget: Budget) -> tuple[Outline, bool]:
    values, sound = numbers(text, budget)
    sound = sound and len(values) % 2 == 0
    count = len(values) // 2
    if count < 2:
        return _outline((), []), sound
    verbs = (MOVE,) + (LINE,) * (count - 1) + (CLOSE,) * closed
    return _outline(verbs, values[: 2 * count]), sound


def _rectangle(x: float, y: float, width: float, height: float, rx: float, ry: float) -> Outline:
    if not (width > 0 and height > 0):
        return _outline((), [])
    rx, ry = (ry, ry) if rx < 0 else (rx, rx) if ry < 0 else (rx, ry)
    rx, ry = min(max(rx, 0.0), width / 2), min(max(ry, 0.0), height / 2)
    right, bottom = x + width, y + height
    if rx == 0 or ry == 0:
        return _outline((MOVE, LINE, LINE, LINE, CLOSE), [x, y, right, y, right, bottom, x, bottom])
    kx, ky = rx * (1 - _KAPPA), ry * (1 - _KAPPA)
    points = [x + rx, y, right - rx, y]
    points += [right - kx, y, right, y + ky, right, y + ry, right, bottom - ry]
    points += [right, bottom - ky, right - kx, bottom, right - rx, bottom, x + rx, bottom]
    points += [x + kx, bottom, x, bottom - ky, x, bottom - ry, x, y + ry]
    points += [x, y + ky, x + kx, y, x + rx, y]
    return _outline((MOVE, LINE, CUBIC, LINE, CUBIC, LINE, CUBIC, LINE, CUBIC, CLOSE), points)
