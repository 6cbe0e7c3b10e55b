"""The slots of the design with their true colours, and what happens to them in each bath."""

from __future__ import annotations

from dataclasses import dataclass

from batikstudio.design.document import Design, Slot
from batikstudio.motifs.motif import PART_KINDS
from batikstudio.studio.i18n import Translator

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class SlotRow:
    """A slot as the palette shows it: the colours of its parts, its fate in words, and its baths: a colour, or wax."""

    id: str
    name: str
    colours: tuple[Colour, ...]
    fate: str
    baths: tuple[Colour | None, ...]


def slot_rows(design: Design, tr: Translator) -> tuple[SlotRow, ...]:
    """Return a row for each slot of the design."""
    from batikstudio.cloth.palette import swatches

    found = swatches(design)
    shown = bath_colours(design)
    rows = []
    for slot in design.slots:
        parts = [found[(slot.id, part)] for part in PART_KINDS]
        first = parts[PART_KINDS.index("areas")]
        waxed = [bool(bath.waxes) for bath in first.baths]
        rows.append(
            SlotRow(
                slot.id,
                tr.words(slot.name),
                tuple(part.srgb for part in parts),
                fate(design, slot, tr),
                tuple(None if under else shown[bath.step] for under, bath in zip(waxed, first.baths, strict=True)),
            )
        )
    return tuple(rows)


def fate(design: Design, slot: Slot, tr: Translator) -> str:
    """Return what happens to the areas of a slot in each bath, in a few words."""
    from batikstudio.cloth.palette import swatches

    dips = {step.id: step.settings.get("dips", 1) for step in design.steps}
    words = []
    for bath in swatches(design)[(slot.id, "areas")].baths:
        name = dye_name(bath.dye, tr)
        if bath.waxes:
            words.append(tr("{wax} in {dye}").format(wax=bath.waxes[-1], dye=name))
        else:
            words.append(tr("{dye} {dips}×").format(dye=name, dips=dips.get(bath.step, 1)))
    return ", ".join(words) or tr("undyed")


def dye_name(dye_id: str, tr: Translator) -> str:
    """Return the short name of a dye in small letters, without what stands in brackets; its id where it is unknown."""
    from batikstudio.dyes.catalogue import dyes

    known = dyes().get(dye_id)
    return tr.words(known.name).partition(" (")[0].lower() if known else dye_id


def wax_name(wax_id: str, tr: Translator) -> str:
    """Return the short name of a wax in small letters, without what stands in brackets."""
    from batikstudio.design.primitives import WAXES

    return tr.words(WAXES[wax_id]).partition(" (")[0].lower() if wax_id in WAXES else wax_id


def bath_colours(design: Design) -> dict[str, Colour]:
    """Return what each bath alone would make of bare cloth, by the id of its step."""
    from batikstudio.cloth.palette import dye_of, fabric_of, uptake_per_dip
    from batikstudio.colour.spaces import to_srgb8
    from batikstudio.design.process import baths
    from batikstudio.dyes.swatch import swatch
    from batikstudio.dyes.uptake import amount_after

    mori = fabric_of(design)
    found = {}
    for bath in baths(design):
        colorant = dye_of(bath.uptake)
        held = {}
        if colorant:
            share = uptake_per_dip(bath.uptake, colorant, mori)
            held[bath.uptake.dye] = float(amount_after(0.0, 1.0, bath.uptake.dips, share, colorant.saturation))
        red, green, blue = (int(value) for value in to_srgb8(swatch(mori, held)))
        found[bath.step] = (red, green, blue)
    return found


def mori_colour(design: Design) -> Colour:
    """Return the colour of the bare cloth."""
    from batikstudio.cloth.palette import fabric_of
    from batikstudio.colour.spaces import to_srgb8
    from batikstudio.dyes.swatch import swatch

    red, green, blue = (int(value) for value in to_srgb8(swatch(fabric_of(design), {})))
    return red, green, blue
