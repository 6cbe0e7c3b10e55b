"""Repeats by their plain names: what a textile designer says, as lattice and group."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.errors import BatikError
from batikstudio.base.words import Words
from batikstudio.pattern.groups import Basis

LARGEST_DENOMINATOR = 12
STEEPEST_DEG = 85.0
FLATTEST_DEG = 5.0
LARGEST_UPRIGHT_MM = 1500.0
"""How long a side of the upright rectangle of a lereng may be, unless ten of its cells are longer."""
_LEAST_STEPS = 10
_MOST_STEPS = 40
"""How many steps along and across the rows of a lereng may make up a side of that rectangle."""
_NEAREST = 200
_COST_OF_DEGREE = 0.02
"""A lereng turned by a degree is as far from what was asked for as one whose rows are moved apart by two percent."""
_COST_OF_MM = 2e-5
"""A rectangle that is 10 cm longer or higher costs a fifth of a percent."""
_COST_OF_HALF = 0.005
"""A rectangle of which a whole number fits the length of the cloth is worth half a percent, at most."""
_RESIDUAL_DIGITS = 9
"""What is smaller comes from rounding and is no residual."""


@dataclass(frozen=True)
class RepeatName:
    """A plain name, what follows it (``fraction``, ``angle``, ``axis`` or nothing), and what follows by default."""

    id: str
    words: Words
    argument: str = ""
    default: str = ""


REPEATS: dict[str, RepeatName] = {
    one.id: one
    for one in (
        RepeatName("grid", Words("Kisi lurus", "Grid")),
        RepeatName("half-drop", Words("Turun (half-drop)", "Half-drop"), "fraction", "1/2"),
        RepeatName("brick", Words("Geser (bata)", "Brick"), "fraction", "1/2"),
        RepeatName("mirror", Words("Cermin", "Mirror"), "axis", "xy"),
        RepeatName("hexagon", Words("Segi enam", "Hexagon")),
        RepeatName("lereng", Words("Lereng", "Lereng (slanting)"), "angle", "45"),
    )
}
"""The plain names, in the order in which they are offered."""


@dataclass(frozen=True)
class RepeatSpec:
    """A repeat in numbers.

    Attributes
    ----------
    name : str
        The plain name, written out.
    basis : ((x1, y1), (x2, y2))
        The lattice vectors, mm.
    group : str
        The wallpaper group that the name brings; ``p1`` where it brings none.
    residual_deg, residual_percent : float
        How far a lereng was turned, clockwise, and how far its rows were moved apart, so that an upright rectangle
        wraps.
    """

    name: str
    basis: Basis
    group: str = "p1"
    residual_deg: float = 0.0
    residual_percent: float = 0.0


def parse_repeat(
    text: str, width_mm: float, height_mm: float, cloth_mm: tuple[float, float] | None = None
) -> RepeatSpec:
    """Read a repeat.

    Parameters
    ----------
    text : str
        ``grid``, ``half-drop m/n`` (each column m/n of the height lower than the one before), ``brick m/n`` (each row
        m/n of the width further right), ``mirror [x|y|xy]`` (the cell and its reflections are the repeat), ``hexagon``,
        or ``lereng ANGLE`` (rows along ANGLE degrees clockwise from the length of the cloth, 5 to 85 either way).
    width_mm, height_mm : float
        The cell, above 0; for a lereng the period along a row, and the distance of the rows. A hexagon takes its width.
    cloth_mm : (length, width), optional
        A lereng is moved so that a whole number of its upright rectangles fits the length where that costs less than
        half a percent more.

    Raises
    ------
    BatikError
        ``repeat.unknown``, ``repeat.bad_fraction``, ``repeat.bad_angle``.
    """
    name, _, argument = text.strip().lower().partition(" ")
    argument = argument.strip()
    if name not in REPEATS or (argument and not REPEATS[name].argument):
        raise BatikError("repeat.unknown", text=text, known=list(REPEATS))
    argument = argument or REPEATS[name].default
    w, h = width_mm, height_mm
    if name in ("half-drop", "brick"):
        fraction = _fraction(argument)
        written = f"{name} {fraction.numerator}/{fraction.denominator}"
        shift = float(fraction)
        if name == "half-drop":
            return RepeatSpec(written, ((w, h * shift), (0.0, h)))
        return RepeatSpec(written, ((w, 0.0), (w * shift, h)))
    if name == "mirror":
        if argument not in ("x", "y", "xy"):
            raise BatikError("repeat.unknown", text=text, known=["mirror x", "mirror y", "mirror xy"])
        return _mirror(argument, w, h)
    if name == "hexagon":
        return RepeatSpec("hexagon", ((w, 0.0), (-w / 2, w * math.sqrt(3) / 2)))
    if name == "lereng":
        return _lereng(argument, w, h, cloth_mm)
    return RepeatSpec("grid", ((w, 0.0), (0.0, h)))


def _mirror(axis: str, w: float, h: float) -> RepeatSpec:
    if axis == "x":
        return RepeatSpec("mirror x", ((2 * w, 0.0), (0.0, h)), "pm")
    if axis == "y":
        # pm reflects along the first vector: let that be the one across the cloth.
        return RepeatSpec("mirror y", ((0.0, 2 * h), (-w, 0.0)), "pm")
    return RepeatSpec("mirror xy", ((2 * w, 0.0), (0.0, 2 * h)), "pmm")


def _fraction(text: str) -> Fraction:
    if not re.fullmatch(r"\d{1,2}/\d{1,2}", text):
        raise BatikError("repeat.bad_fraction", text=text, largest=LARGEST_DENOMINATOR)
    above, below = (int(part) for part in text.split("/"))
    if not 0 < above < below <= LARGEST_DENOMINATOR:
        raise BatikError("repeat.bad_fraction", text=text, largest=LARGEST_DENOMINATOR)
    return Fraction(above, below)


def _lereng(argument: str, along: float, across: float, cloth_mm: tuple[float, float] | None) -> RepeatSpec:
    """Return slanting rows whose lattice has an upright rectangle.

    Let u be the period along a row and v the step to the next row, at right angles to it. Some ``m u - n v`` is level
    where ``tan(slant) = n across / (m along)``, some ``p u + r v`` plumb where ``tan(slant) = p along / (r across)``.
    For whole numbers both hold if ``tan(slant)^2 = n p / (m r)`` and ``(across / along)^2 = m p / (n r)``: so rows are
    turned and moved apart a little. Where n/m and p/r are too large by the factors exp(x) and exp(y), the tangent grows
    by exp((x + y) / 2) and the distance of the rows by exp((y - x) / 2).
    """
    angle = _angle(argument)
    slope = math.tan(math.radians(abs(angle)))
    level = _spans(slope * along / across, along, across)
    plumb = _spans(slope * across / along, across, along)
    x, y = level.excess[:, None], plumb.excess[None, :]
    turned = np.degrees(np.arctan(slope * np.exp((x + y) / 2))) - abs(angle)
    cost = np.abs(turned) * _COST_OF_DEGREE + np.abs(y - x) / 2
    cost += (level.length_mm[:, None] + plumb.length_mm) * _COST_OF_MM
    if cloth_mm is not None:
        counts = cloth_mm[0] / level.length_mm
        cost += _COST_OF_HALF * 2 * np.abs(counts - np.round(counts))[:, None]
    first, second = np.unravel_index(int(cost.argmin()), cost.shape)
    (m, n), (r, p) = level.counts[first].tolist(), plumb.counts[second].tolist()
    distance = along * math.sqrt(m * p / (n * r))
    cos = math.sqrt(m * r / (m * r + n * p))
    sin = math.copysign(math.sqrt(n * p / (m * r + n * p)), angle)
    return RepeatSpec(
        f"lereng {angle:g}",
        ((along * cos, along * sin), (-distance * sin, distance * cos)),
        "p1",
        round(math.degrees(math.atan2(sin, cos)) - angle, _RESIDUAL_DIGITS),
        round(100.0 * (distance / across - 1.0), _RESIDUAL_DIGITS),
    )


def _angle(text: str) -> float:
    """Read an angle to six digits: what the written name keeps of it."""
    try:
        angle = float(f"{float(text.replace(',', '.').removesuffix('°')):g}")
    except ValueError:
        angle = math.nan
    if not FLATTEST_DEG <= abs(angle) <= STEEPEST_DEG:
        raise BatikError("repeat.bad_angle", text=text, lowest=FLATTEST_DEG, highest=STEEPEST_DEG)
    return angle


class _Spans(NamedTuple):
    """Sides of upright rectangles: so many steps one way and so many at right angles to it.

    ``counts`` has shape (k, 2); ``excess`` is the logarithm of the second by the first over the ratio that was asked
    for; ``length_mm`` is what they span together.
    """

    counts: NDArray[np.int64]
    excess: NDArray[np.float64]
    length_mm: NDArray[np.float64]


def _spans(ratio: float, one_mm: float, other_mm: float) -> _Spans:
    """Return the spans nearest to a ratio of steps, none of which is a multiple of another."""
    steps = np.arange(1, _MOST_STEPS + 1)
    counts = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    length = np.hypot(counts[:, 0] * one_mm, counts[:, 1] * other_mm)
    longest = max(LARGEST_UPRIGHT_MM, _LEAST_STEPS * max(one_mm, other_mm))
    use = (np.gcd(counts[:, 0], counts[:, 1]) == 1) & (length <= longest)
    counts, length = counts[use], length[use]
    excess = np.log(counts[:, 1] / counts[:, 0] / ratio)
    nearest = np.argsort(np.abs(excess), kind="stable")[:_NEAREST]
    return _Spans(counts[nearest], excess[nearest], length[nearest])
