"""Edits: what they change, what they keep, and what they refuse."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.design import embedding
from batikstudio.design.edits import items, layers, process, repeat
from batikstudio.design.invariants import problems
from batikstudio.design.settings import apply, settings_of
from batikstudio.design.shapes import item_shapes
from batikstudio.design.templates import from_motif, from_template, templates
from batikstudio.geometry.affine import Affine
from batikstudio.motifs.catalogue import catalogue


@pytest.fixture
def design():
    return from_template("manggur-kawung")


def _ids(design, layer=0):
    return [item.id for item in design.fields[0].layers[layer].items]


def _refused(code, edit, *values):
    with pytest.raises(BatikError) as caught:
        edit(*values)
    assert caught.value.code == code


@pytest.mark.parametrize("template", templates())
def test_every_template_builds_without_a_fault(template):
    design = from_template(template)
    assert problems(design) == ()
    assert list(design.fields[0].items())
    assert design.title == templates()[template].name.id


@pytest.mark.parametrize("motif", catalogue().ids)
def test_every_motif_makes_a_design_without_a_fault(motif):
    assert problems(from_motif(motif)) == ()


@pytest.mark.parametrize("template", templates())
def test_every_setting_takes_its_present_value_and_changes_nothing(template):
    design = from_template(template)
    known = settings_of(design)
    assert {"title", "size_mm", "repeat", "group", "process", "ground", "seed", "cloth.length_mm", "1.enabled"} <= set(
        known
    )
    for key, setting in known.items():
        value = setting.parameter.default
        same = apply(design, key, ",".join(value) if isinstance(value, list) else str(value)) == design
        assert same, key


def test_a_setting_that_is_none_names_those_that_come_close(design):
    with pytest.raises(BatikError) as caught:
        apply(design, "cloth.lenght_mm", "3")
    assert caught.value.code == "value.unknown_key"
    assert caught.value.facts["known"][0] == "cloth.length_mm"


def test_a_larger_repeat_scales_places_and_drawings_but_not_the_width_of_lines(design):
    field = design.fields[0]
    larger = repeat.set_size(design, field.id, field.repeat.width_mm * 1.5, field.repeat.height_mm * 1.5)
    np.testing.assert_allclose(np.array(larger.fields[0].repeat.basis), 1.5 * np.array(field.repeat.basis))
    for old, new in zip(field.items(), larger.fields[0].items(), strict=True):
        np.testing.assert_allclose(new.transform, 1.5 * np.array(old.transform), atol=1e-12)
        before = [shape for shape in item_shapes(design, field, old, 0.01) if shape.owner[1] == "lines"]
        after = [shape for shape in item_shapes(larger, larger.fields[0], new, 0.01) if shape.owner[1] == "lines"]
        for thin, wide in zip(before, after, strict=True):
            # A line of width w and length l covers about w l: only l has grown.
            grown = abs(_area(wide.rings)) / abs(_area(thin.rings))
            assert 1.2 < grown < 1.75
    sources = {embedding.resolve(design, one.motif) for one in field.items()}
    assert sources == {embedding.resolve(larger, one.motif) for one in larger.fields[0].items()}


def _area(rings):
    total = 0.0
    for ring in rings:
        x, y = ring[:, 0], ring[:, 1]
        total += float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2
    return total


def test_an_uneven_size_moves_places_along_each_side_and_distorts_nothing(design):
    field = design.fields[0]
    changed = repeat.set_size(design, field.id, field.repeat.width_mm * 4, field.repeat.height_mm)
    for old, new in zip(field.items(), changed.fields[0].items(), strict=True):
        np.testing.assert_allclose(new.transform[:4], 2 * np.array(old.transform[:4]))
        np.testing.assert_allclose(new.transform[4:], (4 * old.transform.e, old.transform.f))


def test_a_repeat_keeps_the_group_that_was_chosen_for_it():
    design = from_template("symmetry-probe", {"repeat": "mirror xy", "group": "p2"})
    assert apply(design, "repeat", "mirror xy") == design
    assert apply(design, "size_mm", "70").fields[0].repeat.group == "p2"
    assert apply(design, "repeat", "mirror x").fields[0].repeat.group == "pm"


def test_raising_and_lowering_keeps_the_order_of_what_is_shifted(design):
    a, b, c, d, e = _ids(design)
    for chosen, by, expected in (
        ([c, d], 1, [a, b, e, c, d]),
        ([d, e], 1, [a, b, c, d, e]),
        ([a, c], 99, [b, d, e, a, c]),
        ([c, e], -99, [c, e, a, b, d]),
        ([a, b], -1, [a, b, c, d, e]),
        ([b, d], -1, [b, a, d, c, e]),
    ):
        assert _ids(items.shift_order(design, chosen, by)) == expected, (chosen, by)


def test_a_copy_lies_just_above_its_original_and_is_its_own(design):
    a, b, *rest = _ids(design)
    copied, new = items.duplicate(design, (a, b), 3.0, 4.0)
    assert len(new) == len(set(new)) == 2
    assert not set(new) & set(_ids(design))
    assert _ids(copied) == [a, new[0], b, new[1], *rest]
    for old, copy in zip((a, b), new, strict=True):
        was, now = copied.find_item(old)[2], copied.find_item(copy)[2]
        assert replace(now, id=old, transform=was.transform) == was
        assert (now.transform.e - was.transform.e, now.transform.f - was.transform.f) == (3.0, 4.0)


def test_what_is_deleted_takes_its_drawing_along_only_if_nobody_else_uses_it(design):
    a, b, *rest = _ids(design)
    one = items.delete(design, [b])
    assert one.motifs == design.motifs
    both = items.delete(design, [b, *rest])
    assert set(both.motifs) == {design.find_item(a)[2].motif}
    assert len(both.assets) == 1
    assert problems(both) == ()


def test_a_locked_layer_keeps_everything_as_it_is(design):
    locked = layers.set_locked(design, "l1", True)
    item = _ids(design)[0]
    motif = catalogue().motif("probe")
    for edit in (
        lambda: items.place(locked, "l1", motif, Affine()),
        lambda: items.transform(locked, [item], Affine.rotation(10)),
        lambda: items.delete(locked, [item]),
        lambda: items.duplicate(locked, [item], 1, 1),
        lambda: items.reorder(locked, item, 3),
        lambda: items.shift_order(locked, [item], 1),
        lambda: items.set_role(locked, [item], "body", "biru"),
        lambda: items.set_parameters(locked, _ids(design)[1], {"size_mm": 40.0}),
    ):
        _refused("layer.locked", edit)
    two, _ = layers.add(locked, "badan", "Isen")
    _refused("layer.locked", layers.remove, two, "l1")


def test_what_is_not_there_is_refused(design):
    _refused("item.unknown", items.transform, design, ["i99"], Affine())
    _refused("item.unknown", items.delete, design, ["i1", "i99"])
    _refused("layer.unknown", layers.rename, design, "l9", "x")
    _refused("layer.last", layers.remove, design, "l1")
    _refused("slot.unknown", items.set_role, design, ["i1"], "body", "merah")
    _refused("slot.unknown", process.set_setting, design, "nembok", "slots", ["merah"])
    _refused("dye.unknown", process.set_setting, design, "medel", "dye", "strange")
    _refused("step.unknown", process.enable, design, "njemur", True)
    _refused("process.unknown", process.set_process, design, "x")
    _refused("value.out_of_range", repeat.set_size, design, "badan", 1.0, 1.0)
    _refused("group.unknown", repeat.set_group, design, "badan", "p5")
    _refused("item.too_small_or_large", items.transform, design, ["i1"], Affine.scaling(0.0))
    _refused("item.too_small_or_large", items.transform, design, ["i1"], Affine.translation(2e6, 0))
    motifless = replace(design, motifs={})
    _refused("motif.missing", items.set_parameters, motifless, "i2", {"size_mm": 40.0})


def test_other_values_draw_the_motif_anew_and_keep_its_place_and_slots(design):
    kawung = _ids(design)[1]
    design = items.set_role(design, [kawung], "heart", "soga")
    changed = items.set_parameters(design, kawung, {"size_mm": 40.0})
    old, new = design.find_item(kawung)[2], changed.find_item(kawung)[2]
    assert new.motif != old.motif
    assert (new.transform, new.slots["heart"]) == (old.transform, "soga")
    assert changed.motifs[new.motif].parameters["size_mm"] == 40.0
    assert changed.find_item(_ids(design)[2])[2] == design.find_item(_ids(design)[2])[2]


def test_twenty_thousand_items_are_checked_in_no_time(design):
    """Quadratic work would take minutes on the largest design that can be opened."""
    import time

    layer = design.fields[0].layers[0]
    many = tuple(replace(layer.items[1], id=f"i{number}") for number in range(20_000))
    large = replace(design, fields=(replace(design.fields[0], layers=(replace(layer, items=many),)),))
    start = time.perf_counter()
    assert problems(large) == ()
    items.transform(large, [item.id for item in many], Affine.rotation(5))
    assert time.perf_counter() - start < 5
