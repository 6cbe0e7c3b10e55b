"""Repeats by their plain names: what a textile designer says, as lattice and group."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from fractions import Fraction

from batikstudio.base.errors import BatikError
from batikstudio.base.words import Words
from batikstudio.pattern.groups import Basis

LARGEST_DENOMINATOR = 12
STEEPEST_DEG = 85.0
FLATTEST_DEG = 5.0
_MOST_STEPS = 12
"""How many steps along and across the rows of a lereng may make up its upright rectangle."""


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
        How far a lereng was turned, and how far its rows were moved apart, so that an upright rectangle wraps.
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
        or ``lereng ANGLE`` (rows along ANGLE degrees clockwise from the length of the cloth).
    width_mm, height_mm : float
        The cell; for a lereng the period along a row, and the distance of the rows.
    cloth_mm : (length, width), optional
        A lereng is moved so that a whole number of its upright rectangles fits the width where that costs less than
        half a percent more.

    Raises
    ------
    BatikError
        ``repeat.unknown``, ``repeat.bad_fraction``, ``repeat.bad_angle``.
    """
    name, _, argument = text.strip().lower().partition(" ")
    argument = argument.strip()
    if name not in REPEATS:
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

    With u along a row and v across the rows, ``p u`` and ``q v`` span a rectangle turned by the angle. It has an
    upright companion when some ``m u + n v`` is level and some ``m' u + n' v`` is plumb. The level vector fixes the
    angle: tan(angle) = n across / (m along), with n/m the nearest small fraction. The plumb vector needs the squared
    ratio of the sides to be rational too: rows are moved apart by the residual.
    """
    try:
        angle = float(argument.replace(",", ".").removesuffix("°"))
    except ValueError:
        raise BatikError("repeat.bad_angle", text=argument, lowest=FLATTEST_DEG, highest=STEEPEST_DEG) from None
    if not FLATTEST_DEG <= abs(angle) <= STEEPEST_DEG:
        raise BatikError("repeat.bad_angle", text=argument, lowest=FLATTEST_DEG, highest=STEEPEST_DEG)
    best: tuple[float, float, float] | None = None
    for m in range(1, _MOST_STEPS + 1):
        for n in range(1, _MOST_STEPS + 1):
            # Level: n across = m along tan(t). Plumb, p u + r v: p along = r across tan(t). Both hold exactly when
            # tan(t)² = n p / (m r) and across / along = sqrt(m p / (n r)).
            for p in range(1, _MOST_STEPS + 1):
                for r in range(1, _MOST_STEPS + 1):
                    if math.gcd(m, n) > 1 or math.gcd(p, r) > 1:
                        continue
                    exact, ratio = math.sqrt(n * p / (m * r)), math.sqrt(m * p / (n * r))
                    turn = abs(math.degrees(math.atan(exact)) - abs(angle))
                    stretch = abs(math.log(ratio * along / across))
                    # A degree of slant is as bad as two percent of distance; a small rectangle is worth a little.
                    cost = turn * 0.02 + stretch + 2e-4 * (m + n + p + r)
                    cost += _misfit(m * along / math.cos(math.atan(exact)), cloth_mm)
                    if best is None or cost < best[0]:
                        best = (cost, exact, ratio)
    assert best is not None  # noqa: S101 - the loops are never empty
    _, exact, ratio = best
    slant = math.copysign(math.degrees(math.atan(exact)), angle)
    cos, sin = math.cos(math.radians(slant)), math.sin(math.radians(slant))
    distance = along * ratio
    written = f"lereng {angle:g}"
    return RepeatSpec(
        written,
        ((along * cos, along * sin), (-distance * sin, distance * cos)),
        "p1",
        slant - angle,
        100.0 * (distance / across - 1.0),
    )


def _misfit(level_mm: float, cloth_mm: tuple[float, float] | None) -> float:
    """Return a small cost for a rectangle of which no whole number fits the length of the cloth."""
    if cloth_mm is None or not level_mm:
        return 0.0
    count = cloth_mm[0] / level_mm
    return 1e-4 * abs(count - round(count))
