"""Where the copies of a cell lie: at every step of the lattice, once for each image within one."""

from __future__ import annotations

from batikstudio.design.document import Field, Repeat
from batikstudio.geometry.affine import Affine
from batikstudio.pattern.groups import cosets


def images(repeat: Repeat) -> tuple[Affine, ...]:
    """Return the images of the cell between two steps of the lattice, in the cell's frame.

    Raises
    ------
    BatikError
        As `pattern.groups.cosets`.
    """
    turned = cosets(repeat.group, repeat.basis)
    if not repeat.places:
        return turned
    return tuple(place @ coset for place in repeat.places for coset in turned)


def frame_of(field: Field) -> Affine:
    """Return the map from the frame of a field's cell to the cloth."""
    return Affine.translation(*field.origin_mm) @ Affine.rotation(field.angle_deg)
