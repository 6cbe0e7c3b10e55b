"""Fillers in a design: who gets one, in which colour, and what they look like laid in a repeat."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.cloth.render import render
from batikstudio.cloth.viewport import grid_of
from batikstudio.design import filling
from batikstudio.design.edits import isen, items, process, repeat
from batikstudio.design.edits.drawing import add_area
from batikstudio.design.invariants import problems
from batikstudio.design.schema import decode, encode
from batikstudio.design.settings import apply, settings_of
from batikstudio.design.shapes import ground_shapes, item_shapes
from batikstudio.design.templates import from_motif, from_template
from batikstudio.design.workshop import processes
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.areas import difference, normalised
from batikstudio.geometry.path import circle, polyline
from batikstudio.geometry.rings import rings_of
from batikstudio.motifs.choosing import fitting, ground, is_empty
from batikstudio.motifs.filler import GROUND, isen_of
from tests.support.regions import SHAPES, square_rings

REPEATS = ["grid", "half-drop 1/2", "half-drop 2/5", "brick 1/3", "hexagon", "lereng 45"]


@pytest.fixture
def design():
    return from_motif("mangga")


def only(design):
    (item,) = design.fields[0].items()
    return item


def filled(design, seed=1):
    return isen.fill_ground(isen.fill_items(design, [only(design).id], seed), design.fields[0].id, seed)


def refused(code, edit, *values):
    with pytest.raises(BatikError) as caught:
        edit(*values)
    assert caught.value.code == code


# what is filled, and with what


def test_what_is_wide_is_filled_and_what_is_narrow_stays(design):
    item = only(isen.fill_items(design, [only(design).id]))
    parts = filling.parts_of(design, item)
    for role in filling.roles_with_areas(design, item):
        region = filling.region_of(parts, item.transform, role)
        assert (role in item.isen) == is_empty(region), role
    assert item.isen


def test_what_has_a_filler_keeps_it(design):
    roles = filling.roles_with_areas(design, only(design))
    empty = list(only(isen.fill_items(design, [only(design).id])).isen)
    own = isen.isen(design, "nitik", "putih")
    for role in roles:
        given = isen.set_isen(design, [only(design).id], role, own)
        if empty == [role]:
            refused("isen.nothing_empty", isen.fill_items, given, [only(design).id])
        else:
            made = only(isen.fill_items(given, [only(design).id])).isen
            assert made[role] == own
            assert set(made) == {role, *empty}


def test_nothing_to_fill_is_said_and_a_stroke_has_nothing(design):
    refused("isen.nothing_empty", isen.fill_items, isen.fill_items(design, [only(design).id]), [only(design).id])
    tiny = items.transform(design, [only(design).id], Affine.scaling(0.05))
    refused("isen.nothing_empty", isen.fill_items, tiny, [only(design).id])
    refused("item.unknown", isen.fill_items, design, ["nobody"])


def test_pressed_again_it_chooses_others_and_keeps_what_a_person_chose(design):
    ids = [only(design).id]
    seen, now = set(), design
    for _ in range(6):
        now = isen.fill_again(now, ids)
        seen.add(tuple(sorted((role, one.kind) for role, one in only(now).isen.items())))
    assert len(seen) > 1
    role = next(iter(only(now).isen))
    own = isen.with_value(only(now).isen[role], "pitch_mm", 3.3)
    kept = isen.set_isen(now, ids, role, own)
    others = [key for key, one in only(kept).isen.items() if one.chosen]
    if others:
        kept = isen.fill_again(kept, ids)
    assert only(kept).isen[role] == own
    for key in others:
        kept = isen.set_isen(kept, ids, key, own)
    refused("isen.nothing_empty", isen.fill_again, kept, ids)


def test_the_ground_gets_another_filler_each_time(design):
    field = design.fields[0].id
    seen, now = set(), design
    for number in range(1, 9):
        now = isen.fill_ground(now, field)
        assert now.fields[0].isen.chosen == number
        seen.add(now.fields[0].isen.kind)
        assert GROUND in isen_of(now.fields[0].isen.kind).suits
    assert len(seen) >= 3
    assert isen.fill_ground(now, field, 0).fields[0].isen is None
    assert only(isen.empty_items(filled(design), [only(design).id])).isen == {}


@pytest.mark.parametrize("seed", range(20))
def test_a_choice_suits_the_shape(seed):
    """Ribs in leaves, never in a disc; rows in what is long and narrow."""
    ribbed = {"cecek_sawut_daun", "blarak_sahirit"}
    assert fitting(SHAPES["disc"], seed)[0] not in ribbed
    assert fitting(square_rings(30.0), seed)[0] not in ribbed
    band = rings_of([np.array([(0, 0), (80, 0), (80, 5), (0, 5)], np.float64)])
    assert fitting(band, seed)[0] in {"galaran", "untu_walang", "uler", "ada_ada", "cecek", "blarak_sahirit"}
    assert GROUND in isen_of(ground(seed)[0]).suits


def test_a_choice_fills_what_it_was_chosen_for():
    for shape in SHAPES.values():
        if not is_empty(shape):
            continue
        for seed in range(12):
            kind, values = fitting(shape, seed)
            assert filling.fill(kind, filling.Region(shape), values, 1), kind


def test_colours_stand_out_from_what_they_lie_on(design):
    """White on blue, brown on white, on black light brown or now and then white, never the region's own slot."""
    ranks = {slot.rank: slot.id for slot in design.slots}
    for rank, slot in ranks.items():
        assert isen.isen(design, "cecek", slot).slot != slot, rank
    assert isen.isen(design, "cecek", ranks["keep1"]).slot == ranks["kept"]
    assert isen.isen(design, "cecek", ranks["kept"]).slot == ranks["line"]
    assert isen.isen(design, "cecek", ranks["ground"]).slot in {ranks["line"], ranks["kept"]}


def test_on_black_one_filler_in_five_is_white(design):
    assert design.slot(design.fields[0].ground).rank == "ground"
    slots = [isen.fill_ground(design, design.fields[0].id, seed).fields[0].isen.slot for seed in range(1, 101)]
    ranks = [design.slot(slot).rank for slot in slots]
    assert set(ranks) == {"line", "kept"}
    assert 0.1 < ranks.count("kept") / len(ranks) < 0.3


def test_a_region_with_dots_of_its_own_gets_small_pieces_only():
    """A fruit that is drawn with cecek along one side is filled among them."""
    dots = [points for x in (-6.0, 0.0, 6.0) for points, _ in circle(x, 0.0, 0.5).subpaths(0.02)]
    dotted = difference(SHAPES["disc"], normalised(dots))
    kinds = {fitting(dotted, seed)[0] for seed in range(20)}
    assert kinds <= {"cecek", "cecek_telu", "beras_wutah"}
    assert len({fitting(SHAPES["disc"], seed)[0] for seed in range(20)}) > 3


# as part of a document


def test_a_filled_design_is_written_and_read_again(design):
    made = filled(design, 4)
    assert decode(encode(made), made.assets) == made
    assert problems(made) == ()


@pytest.mark.parametrize("name", processes())
def test_another_process_takes_the_fillers_slots_along(design, name):
    made = process.set_process(filled(design), name)[0]
    slots = {slot.id for slot in made.slots}
    assert {one.slot for one in only(made).isen.values()} | {made.fields[0].isen.slot} <= slots
    assert not [one for one in problems(made) if one.code in ("slot.unknown", "isen.unknown")]


def test_an_unknown_filler_is_a_problem_and_draws_nothing(design):
    made = filled(design)
    field, item = made.fields[0], only(made)
    drawn = len(item_shapes(made, field, item, 0.05))
    strange = replace(next(iter(item.isen.values())), kind="from_the_future")
    layer = replace(field.layers[0], items=(replace(item, isen=dict.fromkeys(item.isen, strange)),))
    made = replace(made, fields=(replace(field, isen=strange, layers=(layer,)),))
    field, item = made.fields[0], only(made)
    assert {one.code for one in problems(made)} >= {"isen.unknown"}
    assert ground_shapes(made, field, 0.05) == ()
    assert 0 < len(item_shapes(made, field, item, 0.05)) < drawn
    wrong = replace(strange, kind="cecek", parameters={"pitch_mm": -4.0})
    made = replace(made, fields=(replace(field, isen=wrong),))
    assert "value.out_of_range" in {one.code for one in problems(made)}
    refused("value.out_of_range", isen.set_ground_isen, made, field.id, wrong)


def test_an_area_of_a_hand_is_filled_too(design):
    outline = polyline([(0.0, 0.0), (30.0, 0.0), (30.0, 30.0), (0.0, 30.0)], closed=True)
    made, area = add_area(design, design.fields[0].layers[0].id, outline, "putih")
    made = isen.fill_items(made, [area])
    item = made.find_item(area)[2]
    assert set(item.isen) == {"body"}
    assert any(shape.owner[1] == "isen" for shape in item_shapes(made, made.fields[0], item, 0.05))


def test_fillers_keep_their_measures_when_the_motif_is_laid_larger(design):
    role = next(iter(only(isen.fill_items(design, [only(design).id])).isen))
    made = isen.set_isen(design, [only(design).id], role, isen.isen(design, "cecek", "putih"))
    counts = []
    for scale in (1.0, 2.0):
        large = items.transform(made, [only(made).id], Affine.scaling(scale))
        bare = isen.set_isen(large, [only(large).id], role, None)
        own = len(item_shapes(bare, bare.fields[0], only(bare), 0.02))
        dots = item_shapes(large, large.fields[0], only(large), 0.02)[own:]
        areas = np.concatenate([[abs(rings_of([ring]).area_mm2) for ring in one.rings] for one in dots])
        counts.append((len(areas), np.median(areas)))
    assert counts[1][1] == pytest.approx(counts[0][1], rel=0.15)
    assert 3.0 < counts[1][0] / counts[0][0] < 12, "four times the area, and less of it along the edge"


# rendered


@pytest.mark.parametrize("name", REPEATS)
def test_a_ground_of_any_repeat_meets_itself_to_the_byte(design, name):
    field = design.fields[0].id
    made = repeat.set_repeat(design, field, name, 160.0, 130.0)
    made = isen.set_ground_isen(made, field, isen.isen(made, "cecek", "ireng"))
    assert_seamless(made)


@pytest.mark.parametrize("hand", ["0", "1"])
@pytest.mark.parametrize("kind", ["ukel", "gringsing", "galaran"])
def test_a_filled_design_meets_itself_drawn_by_hand_too(design, kind, hand):
    made = apply(filled(design), "hand", hand)
    made = isen.set_ground_isen(made, design.fields[0].id, isen.isen(made, kind, "ireng"))
    assert_seamless(made)


def assert_seamless(design):
    grid = grid_of(design, 40)
    window, k = grid.repeat.window, grid.period_px
    assert k is not None
    whole = render(design, grid.repeat, grid=grid)
    moved = grid.repeat._replace(window=window._replace(x_px=k[0] // 3, y_px=k[1] // 2))
    again = render(design, moved, grid=grid)
    np.testing.assert_array_equal(again, np.roll(whole, (-(k[1] // 2), -(k[0] // 3)), axis=(0, 1)))
    bare = isen.set_ground_isen(design, design.fields[0].id, None)
    assert np.any(render(bare, grid.repeat, grid=grid) != whole), "the filler is in the picture"


# settings


def test_every_setting_of_a_filled_design_takes_its_present_value(design):
    made = filled(design, 5)
    known = settings_of(made)
    assert {"isen", "isen.slot", "isen.pitch_mm", "fill", "badan.isen", "i1.fill"} <= set(known)
    for key, setting in known.items():
        value = setting.parameter.default
        assert apply(made, key, ",".join(value) if isinstance(value, list) else str(value)).fields == made.fields, key


def test_keys_set_a_filler_its_colour_and_its_values(design):
    role = filling.roles_with_areas(design, only(design))[0]
    made = apply(design, f"i1.{role}.isen", "sisik")
    made = apply(made, f"i1.{role}.isen.size_mm", "5.5")
    made = apply(made, f"i1.{role}.isen.slot", "biru")
    one = only(made).isen[role]
    assert (one.kind, one.slot, one.parameters, one.chosen) == ("sisik", "biru", {"size_mm": 5.5}, 0)
    other = only(apply(made, f"i1.{role}.isen", "cecek")).isen[role]
    assert (other.kind, other.slot, other.parameters) == ("cecek", "biru", {})
    assert only(apply(made, f"i1.{role}.isen", "none")).isen == {}
    assert apply(apply(design, "fill", "3"), "fill", "0").fields == design.fields
    refused("value.not_a_choice", apply, design, "isen", "sawut")
    refused("value.out_of_range", apply, made, f"i1.{role}.isen.size_mm", "0")
    refused("value.unknown_key", apply, design, "isen.pitch_mm", "3")


def test_a_template_may_name_fillers():
    from batikstudio.design import templates

    known = templates.templates()["kawung"]
    table = {**known.table, "isen": {"kind": "gringsing", "parameters": {"size_mm": 4.0}, "rank": "line"}}
    table["items"] = [{**table["items"][0], "isen": {"body": {"kind": "cecek"}}}]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(templates, "templates", lambda: {"x": replace_table(known, table)})
        design = from_template("x")
    assert design.fields[0].isen.parameters == {"line_mm": 0.65, "size_mm": 4.0}
    assert design.slot(design.fields[0].isen.slot).rank == "line"
    assert only(design).isen["body"].kind == "cecek"
    assert problems(design) == ()


def replace_table(template, table):
    import dataclasses

    return dataclasses.replace(template, table=table)
