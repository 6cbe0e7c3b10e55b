"""The strokes of small pieces, about the origin, in mm: dots, scales, curls, petals, grains."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import MOVE, Path, circle, ellipse, joined, polyline, smooth
from batikstudio.motifs.room import Glyph
from batikstudio.motifs.strokes import contour

Place = tuple[float, float]


def dot(diameter_mm: float) -> list[list[Glyph]]:
    """Return one kind of piece: a dot."""
    return [dots_at([(0.0, 0.0)], diameter_mm)]


def dots_at(places: Sequence[Place], diameter_mm: float) -> list[Glyph]:
    """Return dots at places."""
    return [Glyph(Path(np.full(len(places), MOVE, np.uint8), np.array(places, np.float64)), diameter_mm)]


def ring(count: int, radius_mm: float, *, middle: bool = False, first_deg: float = -90.0) -> list[Place]:
    """Return places on a ring, and perhaps its middle."""
    angles = [math.radians(first_deg + 360.0 * k / count) for k in range(count)]
    found = [(radius_mm * math.cos(a), radius_mm * math.sin(a)) for a in angles]
    return [(0.0, 0.0), *found] if middle else found


def scale(width_mm: float, line_mm: float) -> list[Glyph]:
    """Return a fish scale: an arch, open below, as high as half its width."""
    r = 0.47 * width_mm
    arch = [(r * math.cos(a), -r * math.sin(a)) for a in np.linspace(0.06, math.pi - 0.06, 9)]
    return [Glyph(smooth(arch), line_mm)]


def shingle(width_mm: float, height_mm: float, line_mm: float) -> list[Glyph]:
    """Return a shingle: straight sides, a round foot, a hairline down the middle."""
    w, h = 0.46 * width_mm, 0.46 * height_mm
    sides = [(-w, -h), (-w, 0.35 * h), (-0.72 * w, 0.8 * h), (0.0, h), (0.72 * w, 0.8 * h), (w, 0.35 * h), (w, -h)]
    return [Glyph(smooth(sides), line_mm), Glyph(polyline([(0.0, -0.8 * h), (0.0, 0.45 * h)]), max(0.6 * line_mm, 0.3))]


def bar(length_mm: float, line_mm: float) -> list[Glyph]:
    """Return a short stroke."""
    return [Glyph(polyline([(-length_mm / 2, 0.0), (length_mm / 2, 0.0)]), line_mm)]


def cross(length_mm: float, line_mm: float) -> list[Glyph]:
    """Return two short strokes across each other."""
    half = length_mm / 2
    return [Glyph(joined([polyline([(-half, 0), (half, 0)]), polyline([(0, -half), (0, half)])]), line_mm)]


def bars(count: int, length_mm: float, line_mm: float) -> list[Glyph]:
    """Return short strokes side by side."""
    pitch = 2.1 * line_mm
    lines = [
        polyline([(-length_mm / 2, (k - (count - 1) / 2) * pitch), (length_mm / 2, (k - (count - 1) / 2) * pitch)])
        for k in range(count)
    ]
    return [Glyph(joined(lines), line_mm)]


def curl(size_mm: float, turns: float, line_mm: float, *, mirrored: bool = False) -> list[Glyph]:
    """Return a curl that winds inwards from a short stem, about as large as ``size_mm``."""
    angle = np.linspace(0.0, 2 * math.pi * turns, max(round(12 * turns), 8))
    r = 0.46 * size_mm * np.exp(-0.21 * angle)
    points = np.stack((r * np.cos(angle), r * np.sin(angle)), axis=1)
    stem = points[0] + np.array([-0.02, -0.34]) * size_mm
    line = np.vstack((stem, points))
    return centred([Glyph(smooth(line * (1, -1) if mirrored else line), line_mm)])


def centred(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return a piece moved so that its box lies about the origin: pieces are packed as discs about it."""
    points = np.concatenate([glyph.path.points for glyph in glyphs])
    x, y = -(points.min(axis=0) + points.max(axis=0)) / 2
    return [Glyph(glyph.path.transformed(Affine.translation(float(x), float(y))), glyph.width_mm) for glyph in glyphs]


def petals(count: int, root_mm: float, tip_mm: float, half_mm: float, line_mm: float | None = None) -> list[Glyph]:
    """Return petals about the origin, filled, or drawn as lines where ``line_mm`` is given."""
    span = tip_mm - root_mm
    upper = [(root_mm + 0.45 * span, 0.8 * half_mm), (root_mm + 0.78 * span, half_mm)]
    one = contour([(root_mm, 0.0), *upper, (tip_mm, 0.0), *((x, -y) for x, y in reversed(upper))], (0,))
    turned = [one.transformed(Affine.rotation(360.0 * k / count - 90.0)) for k in range(count)]
    return [Glyph(joined(turned), line_mm)]


def grain(length_mm: float, width_mm: float) -> list[Glyph]:
    """Return a grain of rice."""
    return [Glyph(ellipse(0.0, 0.0, length_mm / 2, width_mm / 2), None)]


def grains(count: int, length_mm: float) -> list[Glyph]:
    """Return grains that lie together, each turned a little."""
    one = ellipse(0.0, 0.0, length_mm / 2, 0.19 * length_mm)
    laid = [
        one.transformed(
            Affine.translation(0.0, (k - (count - 1) / 2) * 0.62 * length_mm) @ Affine.rotation(24.0 * (k - 1))
        )
        for k in range(count)
    ]
    return [Glyph(joined(laid), None)]


def tail(start_mm: float, end_mm: float, line_mm: float) -> list[Glyph]:
    """Return a slightly bent line away from the origin."""
    bend = 0.2 * (end_mm - start_mm)
    return [Glyph(smooth([(start_mm, 0.0), ((start_mm + end_mm) / 2, bend), (end_mm, 0.0)]), line_mm)]


def eye(size_mm: float, line_mm: float) -> list[Glyph]:
    """Return a dot within a ring, and a second ring where there is room."""
    r = 0.46 * size_mm
    found = [*dots_at([(0.0, 0.0)], max(0.24 * size_mm, 0.8)), Glyph(circle(0.0, 0.0, r), line_mm)]
    if size_mm > 6.0:
        found.append(Glyph(circle(0.0, 0.0, 0.62 * r), line_mm))
    return found


def square(side_mm: float) -> list[Glyph]:
    """Return a square dot."""
    h = side_mm / 2
    return [Glyph(polyline([(-h, -h), (h, -h), (h, h), (-h, h)], closed=True), None)]


def tooth(base_mm: float, height_mm: float) -> list[Glyph]:
    """Return a tooth whose base stands at the origin and whose point lies along x."""
    gap = 0.04
    return [Glyph(polyline([(gap, -base_mm / 2), (height_mm, 0.0), (gap, base_mm / 2)], closed=True), None)]


def pebble(size_mm: float, line_mm: float, kind: int) -> list[Glyph]:
    """Return the outline of a pebble; there are several."""
    angle = np.linspace(0.0, 2 * math.pi, 7)[:-1]
    r = size_mm / 2 * (1 + 0.14 * np.cos(2 * angle + kind) + 0.08 * np.cos(3 * angle + 2.0 * kind))
    return [Glyph(smooth(np.stack((r * np.cos(angle), 0.85 * r * np.sin(angle)), axis=1), closed=True), line_mm)]
