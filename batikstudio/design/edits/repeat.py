"""Edits of the repeat: by its plain name, its size, its wallpaper group, to a whole number on the cloth."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, get_args

import numpy as np
from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.design.copies import outline_of, room_of
from batikstudio.design.document import Basis, Chance, Design, Field, Item, Repeat
from batikstudio.design.edits.place import change_field
from batikstudio.design.shapes import hull
from batikstudio.geometry.affine import Affine
from batikstudio.pattern.groups import GROUPS, fitting
from batikstudio.pattern.lattice import is_far, wrap_rectangle
from batikstudio.pattern.places import Disc
from batikstudio.pattern.repeats import RepeatSpec, kind_of, parse_repeat

SMALLEST_MM, LARGEST_MM = 5.0, 3000.0
LEAST_CHANCE_MM = 200.0
"""Chance should not come round within a hand's width."""
_IN_THE_MIDDLE = ("once", "frieze")
_NAME_FOR_LATTICE = {"oblique": "half-drop 1/3", "rectangular": "grid", "square": "grid", "hexagonal": "hexagon"}


def set_repeat(
    design: Design,
    field_id: str,
    name: str,
    width_mm: float | None = None,
    height_mm: float | None = None,
    group: str | None = None,
) -> Design:
    """Lay the cell of a field in another repeat.

    Parameters
    ----------
    design : Design
    field_id : str
    name : str
        A plain name with its fraction or angle, as `pattern.repeats.parse_repeat` reads it.
    width_mm, height_mm : float, optional
        5 to 3000; the present size where left out.
    group : str, optional
        A wallpaper group that fits the new lattice; where left out the present one if it fits and the name is the
        present one or does not bring its own.

    Raises
    ------
    BatikError
        ``field.unknown``, ``value.out_of_range``, ``pattern.lattice_does_not_fit``, or as `parse_repeat`.
    """
    field = design.field(field_id)
    old = field.repeat
    width, height = width_mm or old.width_mm, height_mm or old.height_mm
    _check_size(width, height)
    cloth = design.cloth
    spec = parse_repeat(
        name,
        width,
        height,
        (cloth.length_mm, cloth.width_mm),
        room=room_of(cloth, field),
        drawn=disc_of(design, field),
        seed=design.seed,
    )
    chosen = group or (old.group if _keeps_group(old, spec) else spec.group)
    if chosen not in fitting(spec.basis):
        lattice = GROUPS[chosen].lattice if chosen in GROUPS else ""
        raise BatikError("pattern.lattice_does_not_fit", group=chosen, lattice=lattice)
    new = Repeat(
        name=spec.name,
        width_mm=width,
        height_mm=height,
        basis=spec.basis,
        group=chosen,
        residual_deg=spec.residual_deg,
        residual_percent=spec.residual_percent,
        places=spec.places,
    )
    origin = _origin(design, field, new)
    design = change_field(design, field_id, lambda one: replace(one, repeat=new, origin_mm=origin))
    return _with_chance(design)


def _origin(design: Design, field: Field, new: Repeat) -> tuple[float, float]:
    """Return where the cell of a field lies: in its middle once a cell is no longer repeated all around."""
    was, comes = kind_of(field.repeat.name), kind_of(new.name)
    if was == comes or comes is None or comes.id not in _IN_THE_MIDDLE or field.origin_mm != (0.0, 0.0):
        return field.origin_mm
    points = np.concatenate(outline_of(design.cloth, field))
    x, y = (points.min(axis=0) + points.max(axis=0)) / 2
    return float(x), float(y)


def _check_size(width_mm: float, height_mm: float) -> None:
    for key, value in (("width_mm", width_mm), ("height_mm", height_mm)):
        if not SMALLEST_MM <= value <= LARGEST_MM:
            raise BatikError("value.out_of_range", key=key, value=value, minimum=SMALLEST_MM, maximum=LARGEST_MM)


def _keeps_group(old: Repeat, spec: RepeatSpec) -> bool:
    """Tell whether the present group stays: it fits, and the name is the same or leaves the group open."""
    if old.group not in fitting(spec.basis):
        return False
    return spec.name == old.name or not (spec.group != "p1" or spec.places or any(is_far(spec.basis)))


def disc_of(design: Design, field: Field) -> Disc:
    """Return the disc around everything that is drawn in a field's cell, about the middle of its box."""
    corners = hull(design, field, (item for layer in field.layers if layer.visible for item in layer.items))
    if not len(corners):
        return Disc()
    x, y = (corners.min(axis=0) + corners.max(axis=0)) / 2
    radius = np.hypot(corners[:, 0] - x, corners[:, 1] - y).max()
    return Disc(float(x), float(y), float(radius))


def set_size(design: Design, field_id: str, width_mm: float, height_mm: float, scale_items: bool = True) -> Design:
    """Make the cell larger or smaller, and what is drawn in it too; lines keep their width on the cloth.

    Items are scaled by the same factor along both sides, the geometric mean, so that nothing is distorted; their
    places follow each side.

    Raises
    ------
    BatikError
        As `set_repeat`.
    """
    old = design.field(field_id).repeat
    _check_size(width_mm, height_mm)
    sx, sy = width_mm / old.width_mm, height_mm / old.height_mm
    if sx == sy == 1:
        return design
    if scale_items:
        design = change_field(design, field_id, lambda field: _scaled(field, sx, sy))
    # After the drawing: where copies are scattered depends on how large it is.
    return set_repeat(design, field_id, old.name, width_mm, height_mm, old.group)


def _scaled(field: Field, sx: float, sy: float) -> Field:
    mean = (sx * sy) ** 0.5

    def scaled(item: Item) -> Item:
        a, b, c, d, e, f = item.transform
        return replace(item, transform=Affine(a * mean, b * mean, c * mean, d * mean, e * sx, f * sy))

    return replace(
        field,
        layers=tuple(replace(layer, items=tuple(scaled(item) for item in layer.items)) for layer in field.layers),
    )


def laid_anew(design: Design, kinds: Collection[str]) -> Design:
    """Return the design with the repeats of some kinds laid anew: a frame follows its field, a toss the seed.

    Raises
    ------
    BatikError
        As `set_repeat`.
    """
    for field in design.fields:
        kind = kind_of(field.repeat.name)
        if kind is not None and kind.id in kinds:
            design = set_repeat(design, field.id, field.repeat.name)
    return design


Axes = Literal["none", "x", "y", "both"]
WHOLE = 1e-6
"""How far from a whole number a count may be that is one."""
_SQUARE = ("square", "hexagonal")
_ONE_SIZE = frozenset({"hexagon", "lereng", "mubeng"})
"""Repeats that keep their shape: both sides grow alike."""


def fitted_axes(design: Design, field_id: str) -> Axes:
    """Return along which sides a whole number of repeats fills a field."""
    counts = _counts(design, design.field(field_id))
    whole = [count is not None and abs(count - round(count)) < WHOLE and round(count) > 0 for count in counts]
    return {(True, True): "both", (True, False): "x", (False, True): "y"}.get((whole[0], whole[1]), "none")  # type: ignore[return-value]


def fit_to_cloth(design: Design, field_id: str, axes: Axes) -> Design:
    """Change the size of a repeat by the least so that a whole number of them fills the field.

    Parameters
    ----------
    design : Design
    field_id : str
    axes : str
        ``x``, ``y``, ``both``, or ``none`` to leave it. What is drawn grows with the repeat, as `set_size` does it.

    Raises
    ------
    BatikError
        ``value.not_a_choice``; ``repeat.cannot_fit`` with ``name`` where nothing comes round along that side, or where
        the repeat must keep its shape and both sides are asked for.
    """
    if axes not in get_args(Axes):
        raise BatikError("value.not_a_choice", key="fit", value=axes, choices=sorted(get_args(Axes)))
    field = design.field(field_id)
    repeat, counts = field.repeat, _counts(design, field)
    factors = [1.0, 1.0]
    for axis, name in enumerate(("x", "y")):
        if axes not in (name, "both"):
            continue
        count = counts[axis]
        if count is None:
            raise BatikError("repeat.cannot_fit", name=repeat.name)
        factors[axis] = count / max(round(count), 1)
    if all(abs(factor - 1.0) < WHOLE for factor in factors):
        return design
    kind = kind_of(repeat.name)
    if (kind is not None and kind.id in _ONE_SIZE) or GROUPS[repeat.group].lattice in _SQUARE:
        if axes == "both" and abs(factors[0] - factors[1]) > WHOLE:
            raise BatikError("repeat.cannot_fit", name=repeat.name)
        factors = [factors[0] if axes in ("x", "both") else factors[1]] * 2
    return set_size(design, field_id, repeat.width_mm * factors[0], repeat.height_mm * factors[1])


def _counts(design: Design, field: Field) -> tuple[float | None, float | None]:
    """Return how many repeats fill a field along its cell's x and y; None where nothing comes round."""
    x0, y0, x1, y1 = room_of(design.cloth, field)
    basis = field.repeat.basis
    along_far, across_far = is_far(basis)
    if across_far and not along_far and basis[0][1] == 0:
        return (x1 - x0) / basis[0][0], None
    try:
        width, height = wrap_rectangle(basis)
    except BatikError:
        return None, None
    return (x1 - x0) / width, (y1 - y0) / height


def set_group(design: Design, field_id: str, group: str) -> Design:
    """Lay the cell in another wallpaper group; where the lattice does not fit, the nearest one of the group is taken.

    Raises
    ------
    BatikError
        ``group.unknown`` or ``field.unknown``.
    """
    if group not in GROUPS:
        raise BatikError("group.unknown", group=group, known=list(GROUPS))
    old = design.field(field_id).repeat
    if group == old.group:
        return design
    if group in fitting(old.basis):
        return set_repeat(design, field_id, old.name, old.width_mm, old.height_mm, group)
    lattice = GROUPS[group].lattice
    height = old.width_mm if lattice in ("square", "hexagonal") else old.height_mm
    return set_repeat(design, field_id, _NAME_FOR_LATTICE[lattice], old.width_mm, height, group)


def _with_chance(design: Design) -> Design:
    """Let chance span enough repeats of the first field that it does not come round within a hand's width."""
    if design.chance.scope != "repeat":
        return design
    counts = counts_of_chance(design.fields[0].repeat.basis)
    return replace(design, chance=Chance(scope="repeat", nx=counts[0], ny=counts[1]))


def counts_of_chance(basis: Basis) -> tuple[int, int]:
    """Return how many repeats chance spans along each side; 1 where nothing wraps."""
    try:
        width, height = wrap_rectangle(basis)
    except BatikError:
        return 1, 1
    return max(-int(-LEAST_CHANCE_MM // width), 1), max(-int(-LEAST_CHANCE_MM // height), 1)
