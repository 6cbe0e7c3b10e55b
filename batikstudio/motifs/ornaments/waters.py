"""Waters and what lives in them: fish with sisik, wave crests."""

from __future__ import annotations

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Points, circle, joined, smooth
from batikstudio.motifs.motif import Part
from batikstudio.motifs.ornaments.clouds import winding
from batikstudio.motifs.ornaments.figures import Figure, Floats, Pen, Spine, scales, strokes
from batikstudio.motifs.ornaments.foliage import Run, leaf
from batikstudio.motifs.strokes import area, contour, dots, framed, line

_FISH_V = (0.0, 0.1, 0.25, 0.45, 0.65, 0.82, 0.94, 1.0)
_FISH_HALF = (0.05, 0.07, 0.13, 0.19, 0.205, 0.165, 0.09, 0.03)
"""Half the height of a fish from the root of its tail to its mouth, at unit length."""


class _Flank:
    """The warp inside a fish: v from the tail's root to the mouth, u from the back (-1) to the belly (1)."""

    def __init__(
        self, spine: Spine, length_mm: float, v: tuple[float, float] = (0.0, 1.0), inset_mm: float = 0.0
    ) -> None:
        self._spine, self._a, self._v, self._inset = spine, length_mm, v, inset_mm
        ((self._half, _),) = smooth(np.stack((_FISH_V, _FISH_HALF), axis=1)).subpaths(1e-4)

    def at(self, u: Floats, v: Floats) -> Points:
        """Return the places, shape (n, 2), mm."""
        w = self._v[0] + v * (self._v[1] - self._v[0])
        half = np.interp(w, *self._half.T) * self._a
        return self._spine.at(u * np.maximum(half - self._inset, 0.1 * half), w)


def fish(length_mm: float, pen: Pen, bend: float = 0.1) -> Figure:
    """Return a fish about the origin that swims to the right: sisik on its body, sawut on tail and fins.

    ``bend`` is how far its back arches, in lengths; negative the other way.
    """
    a = length_mm
    spine = Spine(
        [
            (-0.36 * a, 0.3 * bend * a),
            (-0.1 * a, -0.25 * bend * a),
            (0.2 * a, -0.25 * bend * a),
            (0.5 * a, 0.25 * bend * a),
        ],
        1.0,
    )
    flank = _Flank(spine, a)
    v = np.linspace(0.0, 1.0, 13)
    one = np.ones_like(v)
    mouth = spine.at(np.zeros(1), np.array([1.01]))
    body = contour(np.concatenate((flank.at(-one, v), mouth, flank.at(one, v)[::-1])), {0, 13, 26})
    root = spine.at(np.zeros(1), np.array([0.02]))[0]
    tails: list[tuple[Run, float]] = [
        (((0.0, 0.0), (-0.13, -0.06), (-0.27, -0.23)), 0.065),
        (((0.0, 0.0), (-0.13, 0.05), (-0.25, 0.21)), 0.062),
        (((0.0, 0.0), (-0.1, -0.005), (-0.19, 0.0)), 0.04),
    ]
    parts: list[Part] = []
    for run, half in tails:
        parts += leaf([(root[0] + x * a, root[1] + y * a) for x, y in run], half * a, pen, "sawut")
    parts += _fin(flank, -1, (0.28, 0.76), 0.12 * a, pen) + _fin(flank, 1, (0.3, 0.52), 0.08 * a, pen)
    parts += framed("body", body, pen.line_mm)
    if pen.isen:
        parts += scales(_Flank(spine, a, (0.05, 0.68), pen.line_mm / 2 + 0.3), pen, max(0.052 * a, 2.6))
    gill = smooth(flank.at(np.array([-0.96, -0.5, 0.0, 0.5, 0.96]), np.array([0.74, 0.705, 0.695, 0.705, 0.73])))
    head = contour(flank.at(np.array([-0.82, 0.0, 0.82, 0.0]), np.array([0.775, 0.725, 0.77, 0.79])), {0, 2})
    eye = flank.at(np.array([-0.3]), np.array([0.875]))[0]
    parts += [
        area("heart", head),
        line("outline", gill, pen.line_mm),
        *framed("body", circle(float(eye[0]), float(eye[1]), 0.034 * a), pen.fine_mm),
    ]
    parts.append(dots("accent", [eye], max(0.03 * a, 0.8)))
    lip = flank.at(np.array([0.1, 0.25, 0.3]), np.array([1.0, 0.965, 0.94]))
    pectoral = flank.at(np.array([0.3, 0.42, 0.62]), np.array([0.66, 0.57, 0.46]))
    return (
        *parts,
        line("outline", smooth(lip), pen.fine_mm),
        *leaf([tuple(p) for p in pectoral], 0.05 * a, pen, "core", "accent"),
    )


def _fin(flank: _Flank, side: int, v: tuple[float, float], height_mm: float, pen: Pen) -> list[Part]:
    """Return a fin along the back (-1) or the belly (1): a crest whose rays lean back."""
    at = np.linspace(v[1], v[0], 7)
    foot = flank.at(np.full(7, 0.9 * side), at)
    rise = np.array([0.1, 0.65, 1.0, 0.92, 0.8, 0.66, 0.6]) * height_mm
    back = (foot[-1] - foot[0]) / np.hypot(*(foot[-1] - foot[0]))
    out = flank.at(np.full(7, 1.2 * side), at) - foot
    out /= np.hypot(*out.T)[:, None]
    tip = foot + rise[:, None] * (0.85 * out + 0.5 * back)
    path = contour(np.concatenate((tip, foot[::-1])), {0, 6, 7, 13})
    parts: list[Part] = [*framed("body", path, pen.line_mm)]
    if pen.isen:
        t = np.linspace(0.3, 5.8, max(int(0.4 * height_mm * 5 / 1.7), 7))
        low = np.stack([np.interp(t, np.arange(7), c) for c in foot.T], axis=1)
        high = np.stack([np.interp(t, np.arange(7), c) for c in tip.T], axis=1)
        parts.append(
            line(
                "accent",
                strokes(np.stack((low, 0.5 * (low + high), low + 0.86 * (high - low)), axis=1)),
                pen.fine_mm,
                "isen",
            )
        )
    return parts


def crest(size_mm: float, pen: Pen, hand: int = 1) -> Figure:
    """Return the crest of a wave on the origin that breaks to the right (hand 1) or to the left: a horn that rolls in.

    It rises from its foot along the x axis, ``size_mm`` high.
    """
    a = size_mm
    back = np.array([(-1.05, 0.0), (-0.8, -0.1), (-0.55, -0.36), (-0.3, -0.72), (0.0, -0.95)])
    roll = winding(back, 0.36, 1, 1.1)
    inner = winding(np.array([(-0.3, 0.0), (-0.2, -0.3), (-0.1, -0.5), (0.04, -0.66)]), 0.2, 1, 0.9)
    face = np.array([(0.12, -0.36), (0.1, -0.2), (0.24, -0.04), (0.55, 0.0)])
    body = contour(np.concatenate((roll[: len(back) + 5], face)) * a, {0, len(back) + 4, len(back) + 8})
    parts: list[Part] = [*framed("body", body, pen.line_mm)]
    follow = [
        smooth(np.array(run) * a)
        for run in (
            [(-0.72, -0.06), (-0.5, -0.24), (-0.28, -0.56), (-0.02, -0.78), (0.2, -0.7)],
            [(-0.5, -0.05), (-0.34, -0.2), (-0.18, -0.44), (0.0, -0.58), (0.13, -0.53)],
        )
    ]
    parts += [line("inline", joined(follow), 0.8 * pen.line_mm)]
    if pen.isen:
        parts.append(line("accent", smooth(inner * a), pen.fine_mm, "isen"))
        t = np.linspace(-0.62, -0.06, max(int(0.8 * a / 2.6), 3))
        y = np.interp(t, [-0.62, -0.4, -0.22, -0.06], [-0.1, -0.3, -0.58, -0.7])
        parts.append(dots("accent", np.stack((t, y), axis=1) * a, 0.8 * pen.dot_mm))
    figure = tuple(parts)
    if hand == 1:
        return figure
    mirror = Affine.scaling(-1.0, 1.0)
    return tuple(Part(p.kind, p.role, p.path.transformed(mirror), p.width_mm, p.cap, p.even_odd) for p in figure)
