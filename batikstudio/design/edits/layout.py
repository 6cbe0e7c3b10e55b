"""Divide the cloth as a kind of cloth is divided; what is drawn stays as the badan."""

from __future__ import annotations

from contextlib import suppress
from math import inf

from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Parameter, Value
from batikstudio.design.document import Arrangement, Design, Field, Layer, Repeat, fresh_id
from batikstudio.design.edits import items, repeat
from batikstudio.design.edits.place import change_field
from batikstudio.design.layout_kind import Content, Panel
from batikstudio.design.layouts import layout
from batikstudio.design.workshop import slot_of_rank
from batikstudio.geometry.affine import Affine
from batikstudio.motifs.catalogue import catalogue
from batikstudio.motifs.motif import Motif

NONE = "none"
"""The cloth undivided."""
_MADE_BY_CELL = 100.0


def apply(design: Design, layout_id: str, values: dict[str, Value] | None = None) -> Design:
    """Divide the cloth.

    The first field stays as the badan, whatever is drawn in it, in its repeat. A field that the layout asks for and
    that the design has under the same id keeps its drawing too; a new one gets what is customary there, where the
    catalogue has it. Fields of the layout before that the new one does not know are taken away. Another layout brings
    its own size of cloth; the same one with other measures leaves the cloth as it is.

    Parameters
    ----------
    design : Design
    layout_id : str
        One of `layouts.layouts`, or ``none``.
    values : dict, optional
        What differs from the usual measures.

    Raises
    ------
    BatikError
        ``layout.unknown``, ``layout.no_room``, or as `base.parameter.complete` and `repeat.set_repeat`.
    """
    if layout_id == NONE:
        return _undivided(design)
    chosen = layout(layout_id)
    values = dict(values or {})
    cloth = design.cloth
    if design.layout is None or design.layout.id != layout_id:
        cloth = replace(cloth, length_mm=chosen.length_mm, width_mm=chosen.width_mm, tube=chosen.tube)
    panels = chosen.panels(cloth.length_mm, cloth.width_mm, values)
    known = {field.id: field for field in design.fields[1:]}
    made_by_layout = _panel_ids(design)
    first = design.fields[0]
    own = [field for field in design.fields[1:] if field.id not in made_by_layout]
    badan = next(panel for panel in panels if panel.kind == "badan")
    first = replace(first, outline=badan.outline)
    if first.origin_mm == (0.0, 0.0) or design.layout is not None:
        first = replace(first, origin_mm=badan.origin_mm)
    design = replace(design, cloth=cloth, fields=(first,), layout=Arrangement(id=layout_id, values=values))
    if chosen.tube:
        # Across the seam of the tube the badan goes on: a whole number of repeats around it.
        with suppress(BatikError):
            design = repeat.fit_to_cloth(design, first.id, "x")
    for panel in panels:
        if panel.kind != "badan":
            design = _with_panel(design, panel, known.get(panel.id))
    taken = {field.id for field in design.fields}
    return replace(design, fields=(*design.fields, *(field for field in own if field.id not in taken)))


def set_value(design: Design, key: str, value: Value) -> Design:
    """Change one measure of the layout that the design has.

    Raises
    ------
    BatikError
        ``value.unknown_key`` where it has none, or as `apply`.
    """
    if design.layout is None:
        raise BatikError("value.unknown_key", key=key, known=[])
    return apply(design, design.layout.id, design.layout.values | {key: value})


def resized(design: Design) -> Design:
    """Divide the cloth anew after its size has changed; raises `BatikError` as `apply`."""
    if design.layout is None:
        return design
    return apply(design, design.layout.id, design.layout.values)


def _undivided(design: Design) -> Design:
    if design.layout is None:
        return design
    made = _panel_ids(design)
    first = replace(design.fields[0], outline=(), origin_mm=(0.0, 0.0))
    own = tuple(field for field in design.fields[1:] if field.id not in made)
    cloth = replace(design.cloth, tube=False)
    return replace(design, fields=(first, *own), cloth=cloth, layout=None)


def _panel_ids(design: Design) -> set[str]:
    """Return the ids of the fields that the design's layout made."""
    if design.layout is None:
        return set()
    try:
        kind = layout(design.layout.id)
        cloth = design.cloth
        return {panel.id for panel in kind.panels(cloth.length_mm, cloth.width_mm, design.layout.values)}
    except BatikError:  # a layout of a newer program, or a cloth that has become too small
        return set()


def _with_panel(design: Design, panel: Panel, known: Field | None) -> Design:
    """Lay a panel's field on top: with the drawing that it had, or with what is customary."""
    if known is not None:
        return _kept(design, panel, known)
    motif = _motif(panel.content)
    layer_id = fresh_id("l", {layer.id for field in design.fields for layer in field.layers})
    first = design.fields[0]
    field = Field(
        id=panel.id,
        name=panel.words.id,
        outline=panel.outline,
        origin_mm=panel.origin_mm,
        angle_deg=panel.angle_deg,
        repeat=_GRID,
        ground=slot_of_rank(design.slots, panel.ground).id,
        edge="whole" if panel.kind == "cells" else "clip",
        layers=(Layer(id=layer_id, name=panel.words.id),),
    )
    design = replace(design, fields=(*design.fields, field))
    if panel.kind == "copy":
        return _with_copy(design, panel.id, first)
    if panel.kind == "cells":
        return _with_strokes(design, panel, layer_id)
    width = _width(panel, motif)
    if panel.content is not None and motif is not None:
        design, _ = items.place(design, layer_id, motif, _placed(panel.content, motif, width, panel.height_mm))
    return _with_repeat(design, panel, width)


_GRID = Repeat(
    name="grid",
    width_mm=_MADE_BY_CELL,
    height_mm=_MADE_BY_CELL,
    basis=((_MADE_BY_CELL, 0.0), (0.0, _MADE_BY_CELL)),
)


def _kept(design: Design, panel: Panel, known: Field) -> Design:
    """Lay a field that is there in its new place; rows of copies are fitted to their new length."""
    field = replace(known, outline=panel.outline, origin_mm=panel.origin_mm, angle_deg=panel.angle_deg)
    design = replace(design, fields=(*design.fields, field))
    if panel.kind not in ("band", "frame", "once"):
        return design
    old = field.repeat
    if old.name.split(" ")[0] != {"band": "frieze"}.get(panel.kind, panel.kind):
        return design
    height = panel.height_mm
    width = _whole(panel, old.width_mm * height / old.height_mm)
    design = repeat.set_size(design, field.id, _sound(width), _sound(height))
    return repeat.set_repeat(design, field.id, old.name)


def _width(panel: Panel, motif: Motif | None) -> float:
    """Return the width of a copy: what goes with its height, moved to a whole number along a band."""
    content, height = panel.content, panel.height_mm
    width = height
    if content is not None and content.size_mm[0] is not None:
        width = content.size_mm[0]
    elif motif is not None:
        width = height * motif.repeat.width_mm / motif.repeat.height_mm
    return _whole(panel, width)


def _whole(panel: Panel, width_mm: float) -> float:
    """Return a width of which a whole number makes a band, or the side of a frame between its corners."""
    if panel.kind not in ("band", "frame"):
        return width_mm
    span = panel.length_mm if panel.kind == "band" else panel.length_mm - 2 * panel.height_mm
    return span / (panel.count or max(round(span / width_mm), 1))


def _sound(length_mm: float) -> float:
    return min(max(length_mm, repeat.SMALLEST_MM), repeat.LARGEST_MM)


def _with_repeat(design: Design, panel: Panel, width_mm: float) -> Design:
    name = {"band": f"frieze {panel.group}", "frame": "frame", "once": "once"}.get(panel.kind)
    if name is None:
        return design
    return repeat.set_repeat(design, panel.id, name, _sound(width_mm), _sound(panel.height_mm))


def _motif(content: Content | None) -> Motif | None:
    """Return the first of the customary motifs that the catalogue has, drawn for its place."""
    if content is None:
        return None
    known = catalogue()
    for motif_id in content.motifs:
        if known.find(motif_id) is None:
            continue
        parameters = {one.key: one for one in known.parameters(motif_id)}
        values = {key: value for key, value in content.values.items() if key in parameters}
        width, height = content.size_mm
        for key, wanted in (("size_mm", width or height), ("ratio", height / width if width else None)):
            if key in parameters and wanted is not None:
                values[key] = _within(parameters[key], wanted)
        return known.motif(motif_id, values)
    return None


def _within(parameter: Parameter, value: float) -> float:
    low = -inf if parameter.minimum is None else parameter.minimum
    high = inf if parameter.maximum is None else parameter.maximum
    return min(max(value, low), high)


def _placed(content: Content, motif: Motif, width_mm: float, height_mm: float) -> Affine:
    """Return where a copy lies in the cell: its cell as wide as the band's, or its drawing as large as asked."""
    x0, y0, x1, y1 = motif.bounds
    there = Affine.translation(*content.offset_mm)
    if content.size_mm[0] is not None:
        wide, high = content.size_mm[0], content.size_mm[1]
        if content.offset_mm == (0.0, 0.0):
            scale = min(wide / (x1 - x0), high / (y1 - y0))
            return there @ Affine.scaling(scale) @ motif.centred()
        return there @ Affine.scaling(wide / motif.repeat.width_mm, high / (y1 - y0)) @ motif.centred()
    # Half a copy on, so that a band begins and ends with whole ones.
    there = Affine.translation(width_mm / 2, 0.0)
    return there @ Affine.scaling(width_mm / motif.repeat.width_mm, height_mm / motif.repeat.height_mm)


def _with_copy(design: Design, field_id: str, source: Field) -> Design:
    """Give a field the drawing and the repeat of another, under ids of its own."""
    taken = {layer.id for field in design.fields for layer in field.layers}
    taken_items = {item.id for field in design.fields for item in field.items()}
    layers = []
    for layer in source.layers:
        layer_id = fresh_id("l", taken)
        taken.add(layer_id)
        copies = []
        for item in layer.items:
            item_id = fresh_id("i", taken_items)
            taken_items.add(item_id)
            copies.append(replace(item, id=item_id))
        layers.append(replace(layer, id=layer_id, items=tuple(copies)))
    return change_field(
        design,
        field_id,
        lambda one: replace(one, layers=tuple(layers), repeat=source.repeat, isen=source.isen, edge=source.edge),
    )


def _with_strokes(design: Design, panel: Panel, layer_id: str) -> Design:
    taken = {item.id for field in design.fields for item in field.items()}
    drawn = []
    for stroke in panel.strokes:
        item_id = fresh_id("i", taken)
        taken.add(item_id)
        drawn.append(replace(stroke, id=item_id, slot=slot_of_rank(design.slots, stroke.slot).id))
    size = panel.length_mm, panel.height_mm
    cell = replace(_GRID, width_mm=size[0], height_mm=size[1], basis=((size[0], 0.0), (0.0, size[1])))
    layers = (Layer(id=layer_id, name=panel.words.id, items=tuple(drawn)),)
    return change_field(design, panel.id, lambda one: replace(one, repeat=cell, layers=layers))
