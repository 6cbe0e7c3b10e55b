"""Fruits of Probolinggo: mango, bunch of grapes, sliced shallot. All shapes are estimates for local instructors."""

from __future__ import annotations

import math

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, Points, circle, joined, smooth
from batikstudio.motifs.motif import Part
from batikstudio.motifs.ornaments.figures import Figure, Floats, Pen, placed_at, strokes
from batikstudio.motifs.ornaments.foliage import bead, leaf, spiral
from batikstudio.motifs.ornaments.vines import MANGO_LEAF, within
from batikstudio.motifs.strokes import area, contour, dots, line

_STALK_RAD = math.pi + 0.8
"""Where a mango hangs, in the frame of `mango_edge`."""
BEAK_RAD = 0.5


def mango_edge(angle_rad: Floats) -> Floats:
    """Return the distance of a mango's contour from its middle, for the mean radius 1; angles clockwise from the right.

    ``1 + 0.18 cos(angle - 0.6) + 0.10 cos(2 angle)``, and the beak: a bump at `BEAK_RAD` with a hollow above it.
    """
    off = np.mod(angle_rad - BEAK_RAD + math.pi, 2 * math.pi) - math.pi
    beak = 0.2 * np.exp(-((off / 0.17) ** 2)) - 0.13 * np.exp(-(((off + 0.44) / 0.24) ** 2))
    egg: Floats = 1.0 + 0.18 * np.cos(angle_rad - 0.6) + 0.10 * np.cos(2 * angle_rad) + beak
    return egg


def _mango_at(angle: Floats, radius_mm: float, inside_mm: Floats | float = 0.0) -> Points:
    """Return places by their angle and how far they lie inside the contour; the stalk on the origin, hanging down."""
    r = radius_mm * mango_edge(angle) - inside_mm
    hang = math.pi * 1.5 - _STALK_RAD
    top = radius_mm * float(mango_edge(np.array([_STALK_RAD]))[0])
    return np.stack((r * np.cos(angle + hang), r * np.sin(angle + hang) + top), axis=1)


def mango(radius_mm: float, pen: Pen, sprigs: bool = False) -> Figure:
    """Return a mango that hangs from the origin, its beak below: plain, with cecek along one side.

    Parameters
    ----------
    radius_mm : float
        The mean radius, 8 to 45.
    pen : Pen
    sprigs : bool
        Whether two ukel lie at its shoulder.
    """
    a = radius_mm
    turn = np.linspace(0, 2 * math.pi, 48, endpoint=False)
    near = BEAK_RAD + np.linspace(-0.3, 0.3, 13)
    angle = np.sort(np.concatenate((turn[np.abs(turn - BEAK_RAD) > 0.34], near)))
    path = contour(_mango_at(angle, a), {int(np.argmin(np.abs(angle - BEAK_RAD)))})
    parts: list[Part] = [area("body", path), line("outline", path, pen.line_mm)]
    inner = within(path, pen.inset_mm)
    if inner is not None:
        parts.append(line("inline", inner, pen.fine_mm))
    if pen.isen:
        parts += _mango_isen(a, pen)
        if sprigs and a > 16:
            parts.append(line("accent", _shoulder(a), pen.fine_mm, "isen"))
    return (*parts, *bead(0.0, -0.3, max(0.07 * a, 1.3), pen, "accent"))


def _mango_isen(a: float, pen: Pen) -> list[Part]:
    """Return cecek in rows along the belly, each row shorter and finer, and short sawut along the back."""
    first = pen.inset_mm + 0.6 + 0.5 * pen.dot_mm
    rows = max(round(0.46 * a / 2.7), 1)
    parts = []
    for k in range(rows):
        low, high = BEAK_RAD + 0.25 + 0.16 * k, _STALK_RAD - 0.32 - 0.17 * k
        inside = first + 2.6 * k
        reach = (high - low) * (0.95 * a - inside)
        count = int(reach / (2.6 + 0.22 * k))
        if count < 2:
            break
        angle = low + (high - low) * (np.arange(count) + 0.5) / count
        parts.append(dots("accent", _mango_at(angle, a, inside), max(pen.dot_mm * (1.05 - 0.09 * k), 0.6)))
    low, high = _STALK_RAD + 0.3, BEAK_RAD + 2 * math.pi - 0.34
    angle = np.linspace(low, high, max(int((high - low) * a / 1.9), 3))
    start = pen.inset_mm + 0.5
    length = (0.05 + 0.15 * np.sin(np.pi * (angle - low) / (high - low))) * a
    through = [
        _mango_at(angle + bow, a, start + share * length) for share, bow in ((0.0, 0.0), (0.55, 0.05), (1.0, 0.13))
    ]
    parts.append(line("accent", strokes(np.stack(through, axis=1)), pen.fine_mm, "isen"))
    return parts


def _shoulder(a: float) -> Path:
    """Return two ukel that hang from the shoulder into the plain part."""
    curls = []
    for x, y, r, lead in ((0.32, 0.8, 0.2, (0.02, 0.3)), (0.36, 1.32, 0.16, (0.1, 0.92))):
        points = spiral(r * a, 1.3, 0.16, 180.0, -1) + np.array([x, y]) * a
        curls.append(smooth(np.concatenate((np.array([lead]) * a, points))))
    return joined(curls)


def mango_twig(radius_mm: float, pen: Pen, leaves: int = 2) -> Figure:
    """Return a mango hanging from the origin on a short stalk, under lance-shaped leaves of three times its radius."""
    a = radius_mm
    blades = (
        ((0.0, -0.34), (-0.8, -0.95), (-1.8, -0.9), (-2.7, -0.15)),
        ((0.0, -0.34), (0.6, -1.05), (1.6, -1.25), (2.5, -0.75)),
        ((0.0, -0.34), (-0.3, -1.2), (0.0, -2.2), (0.65, -2.95)),
        ((0.0, -0.34), (-0.75, -1.35), (-1.55, -1.95), (-2.4, -2.15)),
    )
    fills = ("sawut", "core", "split", "sawut")
    parts: list[Part] = []
    for k, run in enumerate(blades[:leaves]):
        parts += leaf([(x * a, y * a) for x, y in run], 0.33 * a, pen, fills[k], "heart", MANGO_LEAF)  # type: ignore[arg-type]
    stalk = smooth([(0.0, -0.36 * a), (0.04 * a, -0.15 * a), (0.0, 0.02 * a)])
    return (*parts, line("outline", stalk, 2.2 * pen.line_mm), *mango(a, pen, sprigs=True))


def bunch(berry_mm: float, pen: Pen, rows: int = 5, seed: int = 1, bend: float = 0.0) -> Figure:
    """Return grapes that hang from the origin: rows of 5, 4, 3, 2 and 1, each berry with a light arc and a dot.

    Parameters
    ----------
    berry_mm : float
        The diameter of the berries, outlines apart; they differ by 8 % and grow smaller towards the tip.
    rows : int
        1 to 7; the first has as many berries.
    seed : int
        Of the jitter.
    bend : float
        How far the tip hangs to the right, in berries.
    """
    random = np.random.default_rng(seed)
    gap = pen.line_mm + 0.5
    pitch = berry_mm * 1.08 + gap
    places, radii = [], []
    for row in range(rows):
        count = rows - row
        for k in range(count):
            shift = 0.04 * berry_mm * random.uniform(-1, 1, 2)
            x = (k - (count - 1) / 2) * pitch + bend * berry_mm * (row / max(rows - 1, 1)) ** 2
            # The rows hang a little lower in their middle.
            sag = 0.22 * berry_mm * (1 - ((k - (count - 1) / 2) / max((rows - 1) / 2, 1)) ** 2)
            places.append((x + shift[0], 0.9 * berry_mm + 0.9 * pitch * row + sag + shift[1]))
            radii.append(0.5 * berry_mm * (1 - 0.035 * row) * (1 + 0.04 * random.uniform(-1, 1)))
    berries = joined([circle(x, y, r) for (x, y), r in zip(places, radii, strict=True)])
    parts: list[Part] = [
        _stalks(places, rows, berry_mm, pen),
        line("outline", berries, 2 * pen.line_mm),
        area("body", berries),
    ]
    core = [circle(x, y, max(r - 0.9, 0.5 * r)) for (x, y), r in zip(places, radii, strict=True)]
    parts.append(area("heart", joined(core)))
    if pen.isen:
        arcs, eyes = [], []
        for (x, y), r in zip(places, radii, strict=True):
            turn = np.radians([150.0, 200.0, 250.0])
            arcs.append(np.stack((x + 0.56 * r * np.cos(turn), y + 0.56 * r * np.sin(turn)), axis=1))
            eyes.append((x + 0.26 * r, y + 0.26 * r))
        parts.append(line("filler", strokes(np.array(arcs)), max(0.13 * berry_mm, 0.6), "isen"))
        parts.append(dots("filler", eyes, max(0.13 * berry_mm, 0.8)))
    return tuple(parts)


def _stalks(places: list[tuple[float, float]], rows: int, berry_mm: float, pen: Pen) -> Part:
    """Return the stalk of a bunch and its branches to the first row."""
    lines = [smooth([(0.0, -0.5 * berry_mm), (0.02 * berry_mm, 0.2 * berry_mm), places[rows // 2]])]
    lines += [smooth([(0.0, 0.0), (0.5 * x, 0.25 * y), (x, y)]) for x, y in places[:rows] if abs(x) > 0.1]
    return line("outline", joined(lines), 1.5 * pen.line_mm)


def grapes(berry_mm: float, pen: Pen, x: float, y: float, angle_deg: float, seed: int, rows: int = 5) -> Figure:
    """Return a bunch that hangs from (x, y), turned, its tip bent back towards the plumb line."""
    return placed_at(bunch(berry_mm, pen, rows, seed, 0.02 * angle_deg), x, y, angle_deg)


def shallot(radius_mm: float, pen: Pen, rings: int = 5, seed: int = 1) -> Figure:
    """Return a sliced shallot about the origin: ``rings`` concentric ovals and its root hairs, pointing down.

    The ovals touch near the root, where the layers of a shallot grow together, and are wider apart at the top.
    """
    random = np.random.default_rng(seed)
    parts: list[Part] = []
    hairs = []
    for k in range(9):
        lean = (k - 4) / 4
        start = np.array([0.2 * radius_mm * lean, 0.98 * radius_mm])
        long = radius_mm * (0.42 + 0.1 * random.uniform(-1, 1)) * (1.1 - 0.35 * abs(lean))
        end = start + long * np.array([0.75 * lean + 0.12 * random.uniform(-1, 1), 1.0])
        bow = (start + end) / 2 + (0.1 * radius_mm * lean, 0.0)
        hairs.append(np.array([start, bow, end]))
    parts.append(line("accent", strokes(np.array(hairs)), max(0.8 * pen.line_mm, 0.4)))
    step = 0.82 / rings
    roles = ("body", "heart")
    for k in range(rings):
        share = 1.0 - step * k
        rx, ry = 0.86 * radius_mm * share, radius_mm * share
        low = 0.55 * radius_mm * step * k
        turn = np.linspace(0, 2 * math.pi, 24, endpoint=False)
        wobble = 1 + 0.012 * np.cos(3 * turn + 2.1 * k)
        ring = np.stack(
            (rx * wobble * np.sin(turn), low - ry * wobble * np.cos(turn) * np.where(np.cos(turn) > 0.9, 1.03, 1.0)),
            axis=1,
        )
        path = contour(ring, ())
        parts += [area(roles[k % 2], path), line("outline", path, pen.line_mm if k == 0 else 0.75 * pen.line_mm)]
        if pen.isen and k % 2 == 1 and step * radius_mm > 2.6:
            count = max(int(2 * math.pi * 0.9 * (ry - step * radius_mm / 2) / 3.0), 6)
            around = (np.arange(count) + 0.5) * 2 * math.pi / count
            mx, my = rx - 0.43 * step * radius_mm, ry - 0.5 * step * radius_mm
            middle = low + 0.275 * step * radius_mm
            parts.append(
                dots("filler", np.stack((mx * np.sin(around), middle - my * np.cos(around)), axis=1), 0.85 * pen.dot_mm)
            )
    core = 0.5 * (1.0 - step * (rings - 1)) * radius_mm
    sprout = contour([(0, -core), (0.45 * core, 0.0), (0.0, 0.8 * core), (-0.4 * core, 0.1 * core)], {0})
    down = Affine.translation(0.0, 0.55 * radius_mm * step * (rings - 1))
    return (*parts, area("accent", sprout.transformed(down)))
