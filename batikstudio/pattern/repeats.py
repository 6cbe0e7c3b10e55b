"""Repeats by their plain names: what a textile designer or a maker with a cap says, as lattice, group and places."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from batikstudio.base.errors import BatikError
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.pattern import places
from batikstudio.pattern.groups import FRIEZES, Basis, in_mm
from batikstudio.pattern.instances import Box
from batikstudio.pattern.lattice import FAR_MM
from batikstudio.pattern.lereng import FLATTEST_DEG, STEEPEST_DEG, lereng
from batikstudio.pattern.places import Disc

LARGEST_DENOMINATOR = 12
MOST_TURNS = 72
MOST_TOSSED = 200


@dataclass(frozen=True)
class RepeatSpec:
    """A repeat in numbers.

    Attributes
    ----------
    name : str
        The plain name, written out.
    basis : ((x1, y1), (x2, y2))
        The lattice vectors, mm; as long as `pattern.lattice.FAR_MM` where nothing follows.
    group : str
        The wallpaper group that the name brings; ``p1`` where it brings none.
    residual_deg, residual_percent : float
        How far a lereng was turned, clockwise, and how far its rows, or the copies of a frame, were moved apart, so
        that all closes.
    places : tuple of Affine
        Where the cell lies more than once between two steps; empty for once, at home.
    """

    name: str
    basis: Basis
    group: str = "p1"
    residual_deg: float = 0.0
    residual_percent: float = 0.0
    places: tuple[Affine, ...] = ()


class Site(NamedTuple):
    """What a repeat is made for: the cell, the cloth, the field's box in the cell's frame, what is drawn, the seed."""

    width_mm: float
    height_mm: float
    cloth_mm: tuple[float, float] | None = None
    room: Box | None = None
    drawn: Disc = Disc()
    seed: int = 1


@dataclass(frozen=True)
class RepeatName:
    """A plain name, what follows it, what follows by default, and how the repeat comes of it.

    ``argument`` is ``fraction``, ``angle``, ``axis``, ``frieze``, ``turns``, ``count`` or nothing. ``from_drawing``:
    the places depend on what is drawn in the cell or on the field's outline, and are made anew when these change.
    """

    id: str
    words: Words
    build: Callable[[str, Site], RepeatSpec]
    argument: str = ""
    default: str = ""
    from_drawing: bool = False


def parse_repeat(
    text: str,
    width_mm: float,
    height_mm: float,
    cloth_mm: tuple[float, float] | None = None,
    *,
    room: Box | None = None,
    drawn: Disc = Disc(),  # noqa: B008 - immutable
    seed: int = 1,
) -> RepeatSpec:
    """Read a repeat.

    Parameters
    ----------
    text : str
        A name of `REPEATS`, spaces or hyphens in it alike, and what may follow it:

        - ``grid``, ``half-drop m/n`` (each column m/n of the height lower than the one before), ``brick m/n`` (each row
          m/n of the width further right), ``mirror [x|y|xy]`` (the cell and its reflections are the repeat),
          ``hexagon``, ``lereng ANGLE`` (rows along ANGLE degrees clockwise from the length of the cloth, 5 to 85
          either way);
        - the paths of a cap: ``tubrukan``, ``ondo-ende m/n``, ``parang m/n``, ``mubeng``, ``mlampah-sareng``;
        - ``frieze GROUP`` (one band along x), ``frame`` (a band around the field), ``once``, ``radial N [mirror]``,
          ``toss N``.
    width_mm, height_mm : float
        The cell, above 0; for a lereng the period along a row, and the distance of the rows; for a band the period and
        its height; for the paths of a cap the cap. A hexagon and ``mubeng`` take the width.
    cloth_mm : (length, width), optional
        A lereng is moved so that a whole number of its upright rectangles fits the length where that costs less than
        half a percent more.
    room : (x0, y0, x1, y1), optional
        The field's box in the cell's frame, for a frame.
    drawn : Disc
        The disc around what is drawn in the cell.
    seed : int
        Of a toss.

    Raises
    ------
    BatikError
        ``repeat.unknown``, ``repeat.bad_fraction``, ``repeat.bad_angle``, ``repeat.bad_count``, ``group.unknown``,
        ``repeat.no_room_for_frame``, ``repeat.too_many_copies``.
    """
    words = text.strip().lower()
    name = next((one for one in _LONGEST_FIRST if _begins(words, one)), None)
    argument = words[len(name) :].strip() if name else ""
    if name is None or (argument and not REPEATS[name].argument):
        raise BatikError("repeat.unknown", text=text, known=list(REPEATS))
    kind = REPEATS[name]
    return kind.build(argument or kind.default, Site(width_mm, height_mm, cloth_mm, room, drawn, seed))


def kind_of(name: str) -> RepeatName | None:
    """Return which plain name a written one begins with, if any."""
    return REPEATS.get(name.split(" ", 1)[0])


def asked_of_toss(name: str) -> int | None:
    """Return how many copies a toss was asked for; None for any other repeat."""
    found = re.fullmatch(r"toss (\d{1,3})", name)
    return int(found[1]) if found else None


def _begins(words: str, name: str) -> bool:
    start = words[: len(name)].replace(" ", "-")
    return start == name and words[len(name) : len(name) + 1] in ("", " ")


def _grid(_argument: str, site: Site) -> RepeatSpec:
    return RepeatSpec("grid", ((site.width_mm, 0.0), (0.0, site.height_mm)))


def _half_drop(argument: str, site: Site) -> RepeatSpec:
    share = _fraction(argument)
    return RepeatSpec(
        f"half-drop {_written(share)}", ((site.width_mm, site.height_mm * float(share)), (0.0, site.height_mm))
    )


def _brick(argument: str, site: Site) -> RepeatSpec:
    share = _fraction(argument)
    return RepeatSpec(
        f"brick {_written(share)}", ((site.width_mm, 0.0), (site.width_mm * float(share), site.height_mm))
    )


def _mirror(axis: str, site: Site) -> RepeatSpec:
    w, h = site.width_mm, site.height_mm
    if axis == "x":
        return RepeatSpec("mirror x", ((2 * w, 0.0), (0.0, h)), "pm")
    if axis == "y":
        # pm reflects along the first vector: let that be the one across the cloth.
        return RepeatSpec("mirror y", ((0.0, 2 * h), (-w, 0.0)), "pm")
    if axis == "xy":
        return RepeatSpec("mirror xy", ((2 * w, 0.0), (0.0, 2 * h)), "pmm")
    raise BatikError("repeat.unknown", text=f"mirror {axis}", known=["mirror x", "mirror y", "mirror xy"])


def _hexagon(_argument: str, site: Site) -> RepeatSpec:
    w = site.width_mm
    return RepeatSpec("hexagon", ((w, 0.0), (-w / 2, w * math.sqrt(3) / 2)))


def _lereng(argument: str, site: Site) -> RepeatSpec:
    angle = _angle(argument)
    rows = lereng(angle, site.width_mm, site.height_mm, site.cloth_mm[0] if site.cloth_mm else None)
    return RepeatSpec(f"lereng {angle:g}", rows.basis, "p1", rows.residual_deg, rows.residual_percent)


def _tubrukan(_argument: str, site: Site) -> RepeatSpec:
    """One step to the right, one step forward."""
    return RepeatSpec("tubrukan", ((site.width_mm, 0.0), (0.0, site.height_mm)))


def _ondo_ende(argument: str, site: Site) -> RepeatSpec:
    """One step to the right and half a step forward: stairs."""
    share = _fraction(argument)
    return RepeatSpec(
        f"ondo-ende {_written(share)}", ((site.width_mm, site.height_mm * float(share)), (0.0, site.height_mm))
    )


def _parang(argument: str, site: Site) -> RepeatSpec:
    """Step along a slanting line, each one or half a step beside the one before: the first vector is that line."""
    share = _fraction(argument, whole=True)
    return RepeatSpec(
        f"parang {_written(share)}", ((site.width_mm * float(share), site.height_mm), (-site.width_mm, 0.0))
    )


def _mubeng(_argument: str, site: Site) -> RepeatSpec:
    """Four stamps about one corner that stays where it is."""
    w = site.width_mm
    return RepeatSpec("mubeng", ((2 * w, 0.0), (0.0, 2 * w)), places=places.turned_caps(w, site.drawn))


def _mlampah_sareng(_argument: str, site: Site) -> RepeatSpec:
    """Two caps side by side make one raport: the second is drawn beside the first."""
    return RepeatSpec("mlampah-sareng", ((2 * site.width_mm, 0.0), (0.0, site.height_mm)))


def _frieze(argument: str, site: Site) -> RepeatSpec:
    group = FRIEZES.get(argument)
    if group is None:
        raise BatikError("group.unknown", group=argument, known=list(FRIEZES))
    copies = in_mm(group, ((site.width_mm, 0.0), (0.0, site.height_mm)))
    return RepeatSpec(f"frieze {group.id}", ((site.width_mm, 0.0), (0.0, FAR_MM)), places=copies)


def _frame(_argument: str, site: Site) -> RepeatSpec:
    if site.room is None:
        return RepeatSpec("frame", _ALONE)
    found = places.frame(site.width_mm, site.height_mm, site.room, site.drawn)
    return RepeatSpec("frame", _ALONE, residual_percent=found.residual_percent, places=found.places)


def _once(_argument: str, _site: Site) -> RepeatSpec:
    return RepeatSpec("once", _ALONE)


def _radial(argument: str, site: Site) -> RepeatSpec:
    count, _, rest = argument.partition(" ")
    turns = _count(count, 2, MOST_TURNS)
    if rest.strip() not in ("", "mirror"):
        raise BatikError("repeat.unknown", text=f"radial {argument}", known=["radial 8", "radial 8 mirror"])
    mirror = bool(rest.strip())
    return RepeatSpec(
        f"radial {turns}{' mirror' if mirror else ''}",
        ((site.width_mm, 0.0), (0.0, site.height_mm)),
        places=places.ring(turns, mirror),
    )


def _toss(argument: str, site: Site) -> RepeatSpec:
    count = _count(argument, 1, MOST_TOSSED)
    found = places.toss(count, site.width_mm, site.height_mm, site.drawn, site.seed)
    return RepeatSpec(f"toss {count}", ((site.width_mm, 0.0), (0.0, site.height_mm)), places=found)


_ALONE: Basis = ((FAR_MM, 0.0), (0.0, FAR_MM))

REPEATS: dict[str, RepeatName] = {
    one.id: one
    for one in (
        RepeatName("grid", Words("Kisi lurus", "Grid"), _grid),
        RepeatName("half-drop", Words("Turun (half-drop)", "Half-drop"), _half_drop, "fraction", "1/2"),
        RepeatName("brick", Words("Geser (bata)", "Brick"), _brick, "fraction", "1/2"),
        RepeatName("mirror", Words("Cermin", "Mirror"), _mirror, "axis", "xy"),
        RepeatName("hexagon", Words("Segi enam", "Hexagon"), _hexagon),
        RepeatName("lereng", Words("Lereng", "Lereng (slanting)"), _lereng, "angle", "45"),
        RepeatName("tubrukan", Words("Cap: tubrukan (lurus)", "Cap: tubrukan (straight)"), _tubrukan),
        RepeatName(
            "ondo-ende", Words("Cap: ondo-ende (tangga)", "Cap: ondo-ende (stairs)"), _ondo_ende, "fraction", "1/2"
        ),
        RepeatName("parang", Words("Cap: parang (miring)", "Cap: parang (slanting)"), _parang, "fraction", "1/2"),
        RepeatName("mubeng", Words("Cap: mubeng (memutar)", "Cap: mubeng (turning)"), _mubeng, from_drawing=True),
        RepeatName(
            "mlampah-sareng",
            Words("Cap: mlampah sareng (dua cap)", "Cap: mlampah sareng (two caps)"),
            _mlampah_sareng,
        ),
        RepeatName("frieze", Words("Lajur (pinggiran)", "Band (border)"), _frieze, "frieze", "p1m1"),
        RepeatName("frame", Words("Pinggiran keliling", "Border all round"), _frame, from_drawing=True),
        RepeatName("radial", Words("Melingkar", "Round a centre"), _radial, "turns", "8"),
        RepeatName("toss", Words("Tabur", "Scattered"), _toss, "count", "12", from_drawing=True),
        RepeatName("once", Words("Sekali", "Once"), _once),
    )
}
"""The plain names, in the order in which they are offered."""

_LONGEST_FIRST = sorted(REPEATS, key=len, reverse=True)


def _written(fraction: Fraction) -> str:
    return f"{fraction.numerator}/{fraction.denominator}"


def _fraction(text: str, whole: bool = False) -> Fraction:
    """Read a fraction of a step; ``whole``: it may be a whole one."""
    if not re.fullmatch(r"\d{1,2}/\d{1,2}", text):
        raise BatikError("repeat.bad_fraction", text=text, largest=LARGEST_DENOMINATOR)
    above, below = (int(part) for part in text.split("/"))
    if not 0 < above < below + whole <= LARGEST_DENOMINATOR + whole:
        raise BatikError("repeat.bad_fraction", text=text, largest=LARGEST_DENOMINATOR)
    return Fraction(above, below)


def _count(text: str, least: int, most: int) -> int:
    count = int(text) if re.fullmatch(r"\d{1,4}", text) else 0
    if not least <= count <= most:
        raise BatikError("repeat.bad_count", text=text, lowest=least, highest=most)
    return count


def _angle(text: str) -> float:
    """Read an angle to six digits: what the written name keeps of it."""
    try:
        angle = float(f"{float(text.replace(',', '.').removesuffix('°')):g}")
    except ValueError:
        angle = math.nan
    if not FLATTEST_DEG <= abs(angle) <= STEEPEST_DEG:
        raise BatikError("repeat.bad_angle", text=text, lowest=FLATTEST_DEG, highest=STEEPEST_DEG)
    return angle
