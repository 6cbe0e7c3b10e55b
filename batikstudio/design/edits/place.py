"""Reach into a design: replace one field, layer or item and share the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.design.document import Design, Field, Item, Layer


def writable(text: str) -> str:
    """Return ``text`` as it can be written to a file: a command line's broken bytes come as halves of surrogates."""
    return text.encode("utf-8", "replace").decode("utf-8")


def change_field(design: Design, field_id: str, change: Callable[[Field], Field]) -> Design:
    """Return the design with one field changed; raises `BatikError` ``field.unknown``."""
    design.field(field_id)
    return replace(design, fields=tuple(change(one) if one.id == field_id else one for one in design.fields))


def change_layer(design: Design, layer_id: str, change: Callable[[Layer], Layer]) -> Design:
    """Return the design with one layer changed; raises `BatikError` ``layer.unknown``."""
    field = field_of_layer(design, layer_id)
    return change_field(
        design,
        field.id,
        lambda one: replace(
            one, layers=tuple(change(layer) if layer.id == layer_id else layer for layer in one.layers)
        ),
    )


def change_items(design: Design, item_ids: Iterable[str], change: Callable[[Item], Item | None]) -> Design:
    """Return the design with the items changed, or without those that ``change`` answers None for.

    Raises
    ------
    BatikError
        ``item.unknown``, or ``layer.locked`` if an item lies in a locked layer.
    """
    wanted = set(item_ids)
    holders = {item.id: layer for field in design.fields for layer in field.layers for item in layer.items}
    for item_id in sorted(wanted):
        if item_id not in holders:
            raise BatikError("item.unknown", item=item_id)
        if holders[item_id].locked:
            raise BatikError("layer.locked", layer=holders[item_id].name)

    def changed(layer: Layer) -> Layer:
        if not any(item.id in wanted for item in layer.items):
            return layer
        items = (change(item) if item.id in wanted else item for item in layer.items)
        return replace(layer, items=tuple(item for item in items if item is not None))

    return replace(
        design,
        fields=tuple(replace(one, layers=tuple(changed(layer) for layer in one.layers)) for one in design.fields),
    )


def field_of_layer(design: Design, layer_id: str) -> Field:
    """Return the field that holds a layer; raises `BatikError` ``layer.unknown``."""
    for field in design.fields:
        if any(layer.id == layer_id for layer in field.layers):
            return field
    raise BatikError("layer.unknown", layer=layer_id)


def layer_of(design: Design, layer_id: str) -> Layer:
    """Return a layer by its id; raises `BatikError` ``layer.unknown``."""
    return next(layer for layer in field_of_layer(design, layer_id).layers if layer.id == layer_id)
