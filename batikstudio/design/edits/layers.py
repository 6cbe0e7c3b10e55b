"""Edits of layers."""

from __future__ import annotations

from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.design import embedding
from batikstudio.design.document import Design, Layer, fresh_id
from batikstudio.design.edits.place import change_field, change_layer, field_of_layer, writable


def add(design: Design, field_id: str, name: str) -> tuple[Design, str]:
    """Lay a new layer on top of a field; returns its id too. Raises `BatikError` ``field.unknown``."""
    layer_id = fresh_id("l", {layer.id for field in design.fields for layer in field.layers})
    layer = Layer(id=layer_id, name=writable(name))
    return change_field(design, field_id, lambda one: replace(one, layers=(*one.layers, layer))), layer_id


def remove(design: Design, layer_id: str) -> Design:
    """Take a layer and its items away.

    Raises
    ------
    BatikError
        ``layer.unknown``, ``layer.locked``, or ``layer.last`` if the field would be left without any.
    """
    field = field_of_layer(design, layer_id)
    layer = next(one for one in field.layers if one.id == layer_id)
    if layer.locked:
        raise BatikError("layer.locked", layer=layer.name)
    if len(field.layers) == 1:
        raise BatikError("layer.last", layer=layer.name)
    design = change_field(
        design, field.id, lambda one: replace(one, layers=tuple(x for x in one.layers if x.id != layer_id))
    )
    return embedding.without_unused(design)


def rename(design: Design, layer_id: str, name: str) -> Design:
    """Give a layer another name; raises `BatikError` ``layer.unknown``."""
    return change_layer(design, layer_id, lambda one: replace(one, name=writable(name)))


def set_visible(design: Design, layer_id: str, visible: bool) -> Design:
    """Show or hide a layer; what is hidden is neither waxed nor dyed. Raises `BatikError` ``layer.unknown``."""
    return change_layer(design, layer_id, lambda one: replace(one, visible=visible))


def set_locked(design: Design, layer_id: str, locked: bool) -> Design:
    """Lock or free a layer; raises `BatikError` ``layer.unknown``."""
    return change_layer(design, layer_id, lambda one: replace(one, locked=locked))


def reorder(design: Design, layer_id: str, index: int) -> Design:
    """Move a layer to a place in its field, 0 at the bottom; raises `BatikError` ``layer.unknown``."""
    field = field_of_layer(design, layer_id)
    layer = next(one for one in field.layers if one.id == layer_id)
    rest = [one for one in field.layers if one.id != layer_id]
    rest.insert(min(max(index, 0), len(rest)), layer)
    return change_field(design, field.id, lambda one: replace(one, layers=tuple(rest)))
