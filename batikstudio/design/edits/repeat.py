"""Edits of the repeat: by its plain name, its size, its wallpaper group."""

from __future__ import annotations

from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.design.document import Basis, Chance, Design, Field, Item, Repeat
from batikstudio.design.edits.place import change_field
from batikstudio.geometry.affine import Affine
from batikstudio.pattern.groups import GROUPS, fitting
from batikstudio.pattern.lattice import wrap_rectangle
from batikstudio.pattern.repeats import parse_repeat

SMALLEST_MM, LARGEST_MM = 5.0, 3000.0
LEAST_CHANCE_MM = 200.0
"""Chance should not come round within a hand's width."""
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
    old = design.field(field_id).repeat
    width, height = width_mm or old.width_mm, height_mm or old.height_mm
    for key, value in (("width_mm", width), ("height_mm", height)):
        if not SMALLEST_MM <= value <= LARGEST_MM:
            raise BatikError("value.out_of_range", key=key, value=value, minimum=SMALLEST_MM, maximum=LARGEST_MM)
    spec = parse_repeat(name, width, height, (design.cloth.length_mm, design.cloth.width_mm))
    stays = old.group in fitting(spec.basis) and (spec.group == "p1" or spec.name == old.name)
    chosen = group or (old.group if stays else spec.group)
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
    )
    design = change_field(design, field_id, lambda field: replace(field, repeat=new))
    return _with_chance(design)


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
    design = set_repeat(design, field_id, old.name, width_mm, height_mm, old.group)
    sx, sy = width_mm / old.width_mm, height_mm / old.height_mm
    if not scale_items or (sx == 1 and sy == 1):
        return design
    mean = (sx * sy) ** 0.5

    def scaled(item: Item) -> Item:
        a, b, c, d, e, f = item.transform
        return replace(item, transform=Affine(a * mean, b * mean, c * mean, d * mean, e * sx, f * sy))

    def changed(field: Field) -> Field:
        return replace(
            field,
            layers=tuple(replace(layer, items=tuple(scaled(item) for item in layer.items)) for layer in field.layers),
        )

    return change_field(design, field_id, changed)


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
