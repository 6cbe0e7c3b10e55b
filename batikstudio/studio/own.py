"""From something made in a dialog to the person's library or into the design: what the window and its drops share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from batikstudio.base.words import Words
from batikstudio.design.document import Design
from batikstudio.motifs.motif import Motif
from batikstudio.motifs.svg import EXACT_DIGITS, motif_to_svg
from batikstudio.studio.library import OWN_PREFIX, PARCEL_SUFFIX, Added, own_library, shelve

FileKind = Literal["design", "drawing", "parcel", "picture"]
DESIGN_SUFFIX = ".batik"


def is_own(motif_id: str) -> bool:
    """Whether a motif is one of the person's own."""
    return motif_id.startswith(OWN_PREFIX)


def kind_of_file(path: Path) -> FileKind | None:
    """Return what a file that is dropped on the window is, by its name; None where the program has no use for it."""
    from batikstudio.studio.photos import PICTURE_SUFFIXES

    suffix = path.suffix.lower()
    if suffix in PICTURE_SUFFIXES:
        return "picture"
    kinds: dict[str, FileKind] = {DESIGN_SUFFIX: "design", ".svg": "drawing", PARCEL_SUFFIX: "parcel"}
    return kinds.get(suffix)


def keep(motif: Motif, author: str = "") -> str:
    """Put a motif into the person's library and the catalogue, and return the id it has there.

    Raises
    ------
    BatikError
        As `Library.add`.
    """
    return keep_drawing(motif_to_svg(motif, EXACT_DIGITS), motif.about.name.id, author).id


def keep_drawing(data: bytes, name: str, author: str = "") -> Added:
    """Put an SVG into the person's library and the catalogue; raises as `Library.add`."""
    added = own_library().add(data, name, author)
    shelve()
    return added


def keep_selection(design: Design, item_ids: Sequence[str], name: str) -> str:
    """Make an own motif of items, called ``name``, and return its id; what is known of them goes along.

    Raises
    ------
    BatikError
        As `selection_svg` and `Library.add`.
    """
    from batikstudio.motifs.naming import id_of
    from batikstudio.motifs.svg import motif_from_svg
    from batikstudio.studio.drawings import selection_svg

    motif = motif_from_svg(selection_svg(design, item_ids), name).motif
    return keep(replace(motif, about=replace(motif.about, id=id_of(name), name=Words(name, name))), design.author)


def place_in_cell(design: Design, motif: Motif) -> tuple[Design, str]:
    """Lay a motif in the middle of the cell of the first field; returns the id of the item, too.

    Raises
    ------
    BatikError
        ``layer.locked`` or as `items.place`.
    """
    from batikstudio.design.edits import items
    from batikstudio.geometry.affine import Affine
    from batikstudio.pattern.lattice import is_far
    from batikstudio.studio.laying import free_layer

    field = design.fields[0]
    across, down = field.repeat.basis
    x, y = (0.0, 0.0) if any(is_far(field.repeat.basis)) else ((across[k] + down[k]) / 2 for k in (0, 1))
    return items.place(design, free_layer(field).id, motif, Affine.translation(x, y) @ motif.centred())
