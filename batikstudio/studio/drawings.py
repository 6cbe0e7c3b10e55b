"""Items of a design as a drawing for other programs, in the colours that the process gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from batikstudio.base.errors import BatikError
from batikstudio.base.words import Words
from batikstudio.design.document import Design, Field, Item, MotifItem
from batikstudio.design.embedding import resolve
from batikstudio.design.parts import parts_of
from batikstudio.motifs.motif import About, CustomaryRepeat, Motif
from batikstudio.motifs.naming import id_of
from batikstudio.motifs.svg import EXACT_DIGITS, motif_to_svg
from batikstudio.motifs.svg.importing import OWN_FAMILY


def selection_svg(design: Design, item_ids: Sequence[str] = ()) -> bytes:
    """Return items as one motif file in mm: their parts with their roles, as they lie in the cell.

    Parameters
    ----------
    design : Design
    item_ids : sequence of str
        Items of one field, in any order; empty for all items of the first field.

    Raises
    ------
    BatikError
        ``item.unknown``, ``item.none_chosen``, ``item.of_two_fields`` or ``motif.missing``.
    """
    field, items = _chosen(design, item_ids)
    known = _colours(design)
    drawn = [found for item in items for found in parts_of(design, field, item)]
    colours = [known[slot, part.kind] for slot, part in drawn]
    motifs = [resolve(design, item.motif) for item in items if isinstance(item, MotifItem)]
    repeat = CustomaryRepeat(field.repeat.name, field.repeat.width_mm, field.repeat.height_mm)
    return motif_to_svg(Motif(_about(design, motifs), tuple(part for _, part in drawn), repeat), EXACT_DIGITS, colours)


def _chosen(design: Design, item_ids: Sequence[str]) -> tuple[Field, list[Item]]:
    if not item_ids:
        field = design.fields[0]
    else:
        fields = {found.id: found for found, _, _ in map(design.find_item, item_ids)}
        if len(fields) > 1:
            raise BatikError("item.of_two_fields", fields=[one.name for one in fields.values()])
        field = next(iter(fields.values()))
    items = [item for item in field.items() if not item_ids or item.id in item_ids]
    if not items:
        raise BatikError("item.none_chosen")
    return field, items


def _colours(design: Design) -> dict[tuple[str, str], str]:
    from batikstudio.cloth.palette import swatches

    return {owner: "#{:02x}{:02x}{:02x}".format(*swatch.srgb) for owner, swatch in swatches(design).items()}


def _about(design: Design, motifs: Sequence[Motif]) -> About:
    """Return what is known of a selection: that of its one motif, else what each of them says of itself."""
    told = {motif.about.id: motif.about for motif in motifs}
    if len(told) == 1:
        about = next(iter(told.values()))
        return replace(about, id=f"{about.id}_salinan")
    title, nothing = Words(design.title, design.title), Words("", "")
    warning = next((one.larangan for one in told.values() if one.larangan), None)
    sources = "; ".join(f"{one.name.id}: {one.source}" if one.source else one.name.id for one in told.values())
    uncertain = any(one.uncertain for one in told.values())
    return About(
        id_of(design.title),
        title,
        nothing,
        OWN_FAMILY,
        nothing,
        sources,
        uncertain=uncertain,
        larangan=warning,
        author=design.author,
    )
