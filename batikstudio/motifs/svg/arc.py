"""Elliptical arcs as cubic curves."""

from __future__ import annotations

import math
from collections.abc import Iterator

_ABSURD = 1e9
"""An arc whose radii differ from its chord by more than this factor is a straight line to any eye."""

Cubic = tuple[float, float, float, float, float, float]


def arc_cubics(
    x0: float, y0: float, rx: float, ry: float, turn_deg: float, large: bool, sweep: bool, x: float, y: float
) -> Iterator[Cubic]:
    """Yield the cubics ``(x1, y1, x2, y2, x, y)`` of an arc from (x0, y0) to (x, y); radial error below 0.03 %.

    Radii of the wrong sign are turned, radii that are too small grow until the arc reaches. Nothing is yielded, so that
    the caller draws a line, where a radius is zero, not finite or absurd beside the chord, or the chord is zero.

    References
    ----------
    Scalable Vector Graphics (SVG) 2, appendix B.2: the centre of an arc from its end points.
    """
    rx, ry = abs(rx), abs(ry)
    chord = math.hypot(x - x0, y - y0)
    sound = math.isfinite(chord) and chord > 0 and math.isfinite(turn_deg)
    if not sound or not all(chord / _ABSURD < r < chord * _ABSURD for r in (rx, ry)):
        return
    cos, sin = math.cos(math.radians(turn_deg % 360)), math.sin(math.radians(turn_deg % 360))
    # Half the chord in the frame where the ellipse is the unit circle.
    half_x, half_y = (x0 - x) / 2, (y0 - y) / 2
    u, v = (cos * half_x + sin * half_y) / rx, (cos * half_y - sin * half_x) / ry
    reach = math.hypot(u, v)
    if reach > 1:
        rx, ry, u, v, reach = rx * reach, ry * reach, u / reach, v / reach, 1.0
    distance = math.sqrt(max(1 - reach * reach, 0.0)) / reach
    if large == sweep:
        distance = -distance
    centre_u, centre_v = distance * v, -distance * u
    start = math.atan2(v - centre_v, u - centre_u)
    extent = (math.atan2(-v - centre_v, -u - centre_u) - start) % math.tau
    if not sweep:
        extent -= math.tau
    pieces = max(math.ceil(abs(extent) / (math.pi / 2) - 1e-9), 1)
    step = extent / pieces
    handle = 4 / 3 * math.tan(step / 4)
    middle_x, middle_y = (x0 + x) / 2, (y0 + y) / 2

    def placed(unit_u: float, unit_v: float) -> tuple[float, float]:
        px, py = rx * (unit_u + centre_u), ry * (unit_v + centre_v)
        return middle_x + cos * px - sin * py, middle_y + sin * px + cos * py

    for k in range(pieces):
        a, b = start + k * step, start + (k + 1) * step
        first = placed(math.cos(a) - handle * math.sin(a), math.sin(a) + handle * math.cos(a))
        second = placed(math.cos(b) + handle * math.sin(b), math.sin(b) - handle * math.cos(b))
        end = (x, y) if k == pieces - 1 else placed(math.cos(b), math.sin(b))
        yield (*first, *second, *end)
