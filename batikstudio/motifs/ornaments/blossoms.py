"""Blossoms: the lotus seen from the side with pads and pod, edelweiss, and the full flowers of a bouquet."""

from __future__ import annotations

import math

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import circle, ellipse, joined, smooth
from batikstudio.motifs.motif import Part
from batikstudio.motifs.ornaments.figures import (
    DROP,
    LEAF,
    Figure,
    Fill,
    Pen,
    Profile,
    Spine,
    blade,
    merged,
    moved,
    strokes,
)
from batikstudio.motifs.ornaments.foliage import Run, bead, leaf
from batikstudio.motifs.ornaments.vines import within
from batikstudio.motifs.strokes import area, contour, dots, framed, line

CUP = Profile((0.0, 0.22, 0.45, 0.66, 0.84, 0.94), (0.42, 0.82, 1.0, 0.94, 0.6, 0.3), sharp_root=False)
"""A cupped petal with a broad root and a short point."""


def lotus(size_mm: float, pen: Pen) -> Figure:
    """Return a white lotus on the origin, seen from the side: nine cupped petals in three rows, ``size_mm`` wide."""
    a = size_mm
    back: list[tuple[Run, float, Fill]] = [
        (((-0.03, -0.05), (-0.16, -0.3), (-0.24, -0.58)), 0.12, "core"),
        (((0.03, -0.05), (0.16, -0.3), (0.25, -0.57)), 0.12, "core"),
        (((0.0, -0.05), (0.01, -0.35), (0.0, -0.68)), 0.13, "sawut"),
    ]
    wings: list[tuple[Run, float, Fill]] = [
        (((-0.06, -0.02), (-0.3, -0.12), (-0.5, -0.34)), 0.1, "vein"),
        (((0.06, -0.02), (0.3, -0.12), (0.49, -0.37)), 0.1, "vein"),
        (((-0.05, -0.03), (-0.2, -0.2), (-0.36, -0.5)), 0.11, "sawut"),
        (((0.05, -0.03), (0.21, -0.2), (0.36, -0.5)), 0.11, "sawut"),
    ]
    front: list[tuple[Run, float, Fill]] = [
        (((-0.03, 0.0), (-0.11, -0.2), (-0.13, -0.46)), 0.115, "vein"),
        (((0.04, 0.0), (0.11, -0.18), (0.13, -0.42)), 0.11, "vein"),
    ]
    petals = [
        leaf([(x * a, y * a) for x, y in run], half * a, pen, fill, "heart", CUP)
        for run, half, fill in (*back, *wings, *front)
    ]
    cup = contour(np.array([(-0.12, -0.03), (0.0, 0.015), (0.12, -0.03), (0.05, 0.07), (-0.05, 0.07)]) * a, {0, 2})
    return (*(part for petal in petals for part in petal), area("accent", cup), line("outline", cup, pen.line_mm))


def lotus_bud(length_mm: float, pen: Pen) -> Figure:
    """Return a closed lotus on the origin that points up: three petals that wrap one another."""
    a = length_mm
    runs: tuple[tuple[Run, float, Fill], ...] = (
        (((0.0, 0.0), (0.0, -0.5), (0.02, -1.0)), 0.24, "core"),
        (((-0.03, 0.0), (-0.17, -0.42), (-0.07, -0.86)), 0.16, "sawut"),
        (((0.03, 0.0), (0.17, -0.42), (0.09, -0.84)), 0.16, "sawut"),
    )
    petals = [leaf([(x * a, y * a) for x, y in run], half * a, pen, fill, "heart", CUP) for run, half, fill in runs]
    return (*(part for petal in petals for part in petal), *bead(0.0, 0.0, 0.08 * a, pen, "accent"))


def pod(size_mm: float, pen: Pen) -> Figure:
    """Return a lotus seed pod on the origin: a cone that opens upwards, seeds on its flat top."""
    a = size_mm
    cone = contour(
        np.array([(-0.5, -0.6), (-0.34, -0.25), (-0.08, 0.0), (0.08, 0.0), (0.34, -0.25), (0.5, -0.6)]) * a,
        {0, 2, 3, 5},
    )
    top = ellipse(0.0, -0.6 * a, 0.5 * a, 0.19 * a)
    seeds = [
        (x * a, y * a)
        for x, y in ((-0.3, -0.6), (-0.1, -0.53), (0.12, -0.66), (0.3, -0.58), (-0.12, -0.69), (0.1, -0.54))
    ]
    parts = [*framed("body", cone, pen.line_mm), *framed("body", top, pen.line_mm)]
    if pen.isen:
        x = np.linspace(-0.32, 0.32, max(int(0.64 * a / 1.9), 3))
        foot = np.stack((0.2 * x, np.full_like(x, -0.06)), axis=1) * a
        head = np.stack((x, -0.4 + 0.1 * np.cos(4 * x)), axis=1) * a
        parts.append(
            line(
                "accent",
                strokes(np.stack((foot, 0.5 * (foot + head) + (0, 0.02 * a), head), axis=1)),
                pen.fine_mm,
                "isen",
            )
        )
    return (*parts, dots("accent", seeds, max(0.1 * a, 1.0)))


def pad(width_mm: float, pen: Pen, height: float = 0.62, notch_deg: float = 200.0) -> Figure:
    """Return a lotus pad about its stalk: a wavy rim with a notch, veins from the middle, cecek between them."""
    r = width_mm / 2
    angle = np.radians(notch_deg + np.linspace(9.0, 351.0, 40))
    rim = 1.0 + 0.03 * np.cos(9 * angle)
    points = np.stack((np.cos(angle) * rim, height * np.sin(angle) * rim), axis=1) * r
    middle = 0.12 * r * np.array([math.cos(math.radians(notch_deg)), height * math.sin(math.radians(notch_deg))])
    path = contour(np.concatenate((points, middle[None])), {0, 39, 40})
    parts: list[Part] = [*framed("body", path, pen.line_mm)]
    core = within(path, pen.inset_mm)
    if core is None:
        return tuple(parts)
    parts.append(area("heart", core))
    turn = np.radians(notch_deg + np.linspace(24.0, 336.0, 11))
    tips = np.stack((np.cos(turn), height * np.sin(turn)), axis=1) * r
    parts.append(line("body", strokes(np.stack((0.06 * tips, 0.45 * tips, 0.84 * tips), axis=1)), pen.line_mm))
    if pen.isen:
        between = np.radians(notch_deg + np.linspace(24.0, 336.0, 21)[1::2])
        at = np.arange(0.36 * r, 0.86 * r, 2.7)
        rows = [np.stack((np.cos(between) * d, height * np.sin(between) * d), axis=1) for d in at]
        if rows:
            parts.append(dots("filler", np.concatenate(rows), 0.9 * pen.dot_mm))
    return (*parts, *bead(0.0, 0.0, 0.07 * r, pen))


def edelweiss(radius_mm: float, pen: Pen) -> Figure:
    """Return an edelweiss about the origin: a star of ten woolly bracts, long and short, around a cluster of discs."""
    a = radius_mm
    short = blade(Spine([(0, -0.12 * a), (0.01 * a, -0.42 * a), (0, -0.72 * a)], 0.16 * a), LEAF, pen, "sawut")
    long = blade(Spine([(0, -0.12 * a), (-0.015 * a, -0.55 * a), (0.03 * a, -a)], 0.17 * a), LEAF, pen, "sawut")
    fifths = [Affine.rotation(72.0 * k + (5.0, -4.0, 3.0, -6.0, 2.0)[k]) for k in range(5)]
    parts = [*moved(short, *[turn @ Affine.rotation(36.0) for turn in fifths])]
    parts += [part for turn in fifths for part in moved(long, turn)]
    r = 0.095 * a
    ring = [(2.05 * r * math.sin(k * math.pi / 3), -2.05 * r * math.cos(k * math.pi / 3)) for k in range(6)]
    heads = joined([circle(x, y, r) for x, y in [(0.0, 0.0), *ring]])
    cushion = circle(0, 0, 3.2 * r)
    return (
        *parts,
        *framed("heart", cushion, pen.line_mm),
        area("body", heads),
        dots("accent", [(0.0, 0.0), *ring], max(0.8 * r, 0.7)),
    )


def rose(radius_mm: float, pen: Pen, core: str = "heart") -> Figure:
    """Return a full flower of a bouquet, open: two rows of broad notched petals around a heart of cecek."""
    a = radius_mm
    petal = _notched(a)
    parts: list[Part] = []
    for k in range(6):
        turn = Affine.rotation(60.0 * k + (4.0, -5.0, 6.0, -2.0, 3.0, -6.0)[k])
        parts += _petal(petal, turn, 0.34, pen, a)
    inner = Affine.rotation(30.0) @ Affine.scaling(0.62)
    for k in range(5):
        parts += _petal(petal, Affine.rotation(72.0 * k) @ inner, 0.3, pen, a)
    eye = circle(0.0, 0.0, 0.24 * a)
    parts += [*framed(core, eye, pen.line_mm)]
    if pen.isen:
        ring = [(0.13 * a * math.cos(t), 0.13 * a * math.sin(t)) for t in np.arange(6) * math.pi / 3]
        parts.append(dots("filler", [(0.0, 0.0), *ring], max(0.055 * a, 0.8)))
    return tuple(parts)


def _notched(a: float) -> tuple[tuple[float, float], ...]:
    right = ((0.06, -0.1), (0.3, -0.42), (0.36, -0.7), (0.26, -0.93), (0.1, -0.99))
    return tuple((x * a, y * a) for x, y in (*right, (0.0, -0.9), *[(-x, y) for x, y in reversed(right)]))


def _petal(points: tuple[tuple[float, float], ...], turn: Affine, share: float, pen: Pen, a: float) -> list[Part]:
    """Return one petal with a dark heart at its root, hairs from the rim inwards."""
    path = contour(np.array(points), {0, 5, 10}).transformed(turn)
    parts: list[Part] = [*framed("body", path, pen.line_mm)]
    drop = contour(np.array([(0.0, -0.16), (0.13, -0.42), (0.0, -0.66), (-0.13, -0.42)]) * a, {0, 2}).transformed(turn)
    parts.append(area("accent", drop))
    if pen.isen:
        x = np.linspace(-0.27, 0.27, max(int(0.54 * a * turn.scale / 1.6), 4))
        top = np.stack((x, -0.84 + 0.5 * x * x), axis=1) * a
        low = np.stack((0.72 * x, -0.84 + share * (0.7 + 2.6 * x * x) * 0.8), axis=1) * a
        through = np.stack((turn.apply(top), turn.apply(0.5 * (top + low)), turn.apply(low)), axis=1)
        parts.append(line("accent", strokes(through), pen.fine_mm, "isen"))
    return parts


def spray(length_mm: float, pen: Pen, pairs: int = 4) -> Figure:
    """Return a twig of small buds on the origin that grows up, for the edge of a bouquet."""
    a = length_mm
    spine = Spine([(0.0, 0.0), (0.06 * a, -0.5 * a), (-0.02 * a, -a)], 1.0)
    v = np.linspace(0.3, 0.96, pairs)
    stalks, heads = [smooth(spine.at(np.zeros(6), np.linspace(0, 1, 6)))], []
    for k, at in enumerate(v):
        for side in (-1, 1):
            reach = side * 0.16 * a * (1.3 - at)
            foot, tip = spine.at(np.array([0.0, reach]), np.array([at - 0.12, at]))
            stalks.append(smooth([foot, 0.5 * (foot + tip) + (0, 0.01 * a), tip]))
            heads.append(bead(tip[0], tip[1], 0.045 * a * (1.1 - 0.3 * at), pen, "heart" if k % 2 else "body"))
    x, y = spine.at(np.zeros(1), np.ones(1))[0]
    top = bead(x, y, 0.04 * a, pen)
    return (line("outline", joined(stalks), 1.1 * pen.line_mm), *merged(heads), *top)


def drop_flower(radius_mm: float, petals: int, pen: Pen) -> Figure:
    """Return a small open flower of drop-shaped petals about the origin."""
    a = radius_mm
    half = 0.8 * a * math.sin(math.pi / petals)
    one = blade(Spine([(0, -0.14 * a), (0, -0.55 * a), (0, -a)], half), DROP, pen, "sawut")
    parts = moved(one, *[Affine.rotation(360.0 * k / petals) for k in range(petals)])
    return (*parts, *framed("heart", circle(0, 0, 0.24 * a), pen.line_mm), dots("filler", [(0, 0)], max(0.2 * a, 0.8)))
