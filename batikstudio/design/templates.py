"""Designs to begin with: templates that come with the program, and any motif in its customary repeat."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.base.resources import asset_files
from batikstudio.base.words import Words
from batikstudio.design.document import Chance, Cloth, Design, Field, Isen, Layer, Look, Repeat
from batikstudio.design.edits import isen, items, repeat
from batikstudio.design.settings import apply
from batikstudio.design.workshop import Process, process, slot_of_rank
from batikstudio.geometry.affine import Affine
from batikstudio.motifs.catalogue import catalogue
from batikstudio.motifs.motif import Motif

DEFAULT_PROCESS = "sogan-kerokan"
USUAL_HAND = 0.35
"""New designs are drawn as tulis is: each copy a little otherwise."""
DEFAULT_CLOTH = Cloth(length_mm=2500.0, width_mm=1050.0)


@dataclass(frozen=True)
class Template:
    """A design to begin with: its names, what it is for, and the table that describes it."""

    id: str
    name: Words
    about: Words
    order: int
    table: dict[str, Any]


@cache
def templates() -> dict[str, Template]:
    """Return every template by its id, in the order in which they are shown."""
    found = []
    for file in asset_files("templates", ".toml"):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        found.append(
            Template(
                file.name.removesuffix(".toml"), Words(**table["name"]), Words(**table["about"]), table["order"], table
            )
        )
    return {template.id: template for template in sorted(found, key=lambda one: one.order)}


def from_template(template_id: str, settings: dict[str, str] | None = None, hand: float = 0.0) -> Design:
    """Make a design of a template.

    Parameters
    ----------
    template_id : str
    settings : dict of key to text, optional
        As `settings.apply` takes them.
    hand : float
        How freely the hand draws where neither the template nor the settings say; `USUAL_HAND` for people's designs.

    Raises
    ------
    BatikError
        ``template.unknown``, or as `settings.apply`.
    """
    try:
        template = templates()[template_id]
    except KeyError:
        raise BatikError("template.unknown", template=template_id, known=list(templates())) from None
    table = template.table
    laid = [(one, catalogue().motif(one["motif"], one.get("parameters", {}))) for one in table["items"]]
    design = _empty(
        template.name.id,
        Cloth(**table["cloth"]) if "cloth" in table else DEFAULT_CLOTH,
        process(table.get("process", DEFAULT_PROCESS)),
        table.get("repeat") or _customary(laid[0][1]),
        table.get("ground", "ground"),
        hand,
    )
    layer = design.fields[0].layers[0].id
    for one, motif in laid:
        place = Affine.translation(one.get("x_mm", 0.0), one.get("y_mm", 0.0)) @ Affine.rotation(
            one.get("angle_deg", 0.0)
        )
        scale = one.get("scale", 1.0)
        place = place @ Affine.scaling(-scale if one.get("mirror") else scale, scale)
        slots = {role: slot_of_rank(design.slots, rank).id for role, rank in one.get("ranks", {}).items()}
        design, item_id = items.place(design, layer, motif, place, slots)
        for role, filler in one.get("isen", {}).items():
            region_slot = design.find_item(item_id)[2].roles.get(role, design.fields[0].ground)
            design = isen.set_isen(design, [item_id], role, _filler(design, filler, region_slot))
    if "isen" in table:
        field = design.fields[0]
        design = isen.set_ground_isen(design, field.id, _filler(design, table["isen"], field.ground))
    return _with(design, table.get("settings", {}) | (settings or {}))


def from_motif(motif_id: str, settings: dict[str, str] | None = None, hand: float = 0.0) -> Design:
    """Make a design of one motif in its customary repeat; raises `BatikError` as `from_template`, ``motif.unknown``."""
    motif = catalogue().motif(motif_id)
    design = _empty(
        motif.about.name.id, DEFAULT_CLOTH, process(DEFAULT_PROCESS), _customary(motif), motif.about.ground, hand
    )
    design, _ = items.place(design, design.fields[0].layers[0].id, motif, Affine())
    return _with(design, settings)


def _filler(design: Design, table: dict[str, Any], region_slot: str) -> Isen:
    """Return a filler by its table: ``kind``, what differs from its usual ``parameters``, and perhaps its ``rank``."""
    found = isen.isen(design, table["kind"], region_slot, table.get("parameters", {}))
    return replace(found, slot=slot_of_rank(design.slots, table["rank"]).id) if "rank" in table else found


def _customary(motif: Motif) -> dict[str, Any]:
    custom = motif.repeat
    return {"name": custom.name, "width_mm": custom.width_mm, "height_mm": custom.height_mm}


def _empty(title: str, cloth: Cloth, order: Process, table: dict[str, Any], ground: str, hand: float) -> Design:
    first = Repeat(name="grid", width_mm=100.0, height_mm=100.0, basis=((100.0, 0.0), (0.0, 100.0)))
    field = Field(
        id="badan",
        name="Badan",
        repeat=first,
        ground=slot_of_rank(order.slots, ground).id,
        layers=(Layer(id="l1", name="Ornamen utama"),),
    )
    design = Design(
        title=title,
        cloth=cloth,
        fields=(field,),
        slots=order.slots,
        colourways=(order.colourway("w1"),),
        process="w1",
        chance=Chance(),
        look=Look(hand=hand),
    )
    return repeat.set_repeat(
        design, field.id, table["name"], table["width_mm"], table["height_mm"], table.get("group") or None
    )


def _with(design: Design, settings: dict[str, str] | None) -> Design:
    for key, text in (settings or {}).items():
        design = apply(design, key, text)
    return design
