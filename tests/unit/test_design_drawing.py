"""Strokes and areas: drawn, joined, cut, inset, broken out of motifs, lined up; and the pour of wax into a region."""

from __future__ import annotations

import math
from contextlib import suppress
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from batikstudio.base.errors import BatikError
from batikstudio.cloth.maps import coverage
from batikstudio.cloth.viewport import grid_of
from batikstudio.design.curves import curve_of, path_of
from batikstudio.design.document import AreaItem, Curve, StrokeItem
from batikstudio.design.edits import aligning, drawing, items, process, repeat
from batikstudio.design.invariants import problems
from batikstudio.design.regions import region_at
from batikstudio.design.schema import decode, encode
from batikstudio.design.shapes import bounds_of, item_shapes, shapes
from batikstudio.design.templates import from_motif
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import circle, joined, polyline, smooth
from batikstudio.raster.coverage import Window

SQUARE = polyline([(0, 0), (20, 0), (20, 20), (0, 20)], closed=True)


@pytest.fixture
def empty():
    """Return a design of a grid of 60 mm with nothing in it."""
    design = from_motif("probe", {"size_mm": "60"})
    return items.delete(design, [item.id for item in design.fields[0].items()])


def layer_of(design):
    return design.fields[0].layers[0].id


def with_area(design, path, slot="putih"):
    return drawing.add_area(design, layer_of(design), path, slot)


def area_of(design, item_id):
    field, _, item = design.find_item(item_id)
    return sum(shape.rings.area_mm2 for shape in item_shapes(design, field, item, 0.005))


def test_a_stroke_is_as_wide_as_the_canting_drew_it(empty):
    spine = polyline([(5, 10), (45, 10)])
    design, item = drawing.add_stroke(empty, layer_of(empty), spine, [(0, 1.0), (0.5, 2.0), (1, 1.0)], "soga")
    assert problems(design) == ()
    half = math.pi * 0.5**2
    assert area_of(design, item) == pytest.approx(40 * 1.5 + half, rel=0.01)
    (shape,) = shapes(design, design.fields[0], 0.01)
    assert shape.owner == ("soga", "lines")
    assert bounds_of(design, [item]) == pytest.approx((4.5, 9.0, 45.5, 11.0), abs=0.1)


def test_a_stroke_of_several_spouts_is_one_item(empty):
    two = joined([polyline([(0, y), (30, y)]) for y in (0.0, 2.0)])
    design, item = drawing.add_stroke(empty, layer_of(empty), two, [(0, 1.0)], "soga", part="isen")
    assert area_of(design, item) == pytest.approx(2 * (30 + math.pi / 4), rel=0.01)
    assert design.find_item(item)[2].part == "isen"


def test_what_is_drawn_travels_in_a_file_and_covers_the_cloth(empty):
    design, _ = with_area(empty, circle(30, 30, 12))
    design, _ = drawing.add_stroke(design, layer_of(design), smooth([(3, 3), (9, 14), (20, 5)]), [(0, 1.2)], "soga")
    again = decode(encode(design), design.assets)
    assert again == design
    k = grid_of(design, 100).px_per_mm
    maps = coverage(again, Window(0, 0, round(60 * k[0]), round(60 * k[1])), k)
    share = maps.shares[maps.owners.index(("putih", "areas"))].sum() / 255 / (k[0] * k[1])
    assert share == pytest.approx(math.pi * 144, rel=0.003)


@pytest.mark.parametrize("curve", [Curve(verbs="MC", points=((0, 0), (1, 1))), Curve(verbs="M", points=())])
def test_a_curve_that_lacks_points_is_refused(empty, curve):
    design, item = with_area(empty, SQUARE)
    wrong = AreaItem(id=item, outline=curve, slot="putih")
    from batikstudio.design.edits.place import change_items

    wrong_design = change_items(design, [item], lambda _: wrong)
    with pytest.raises(BatikError) as raised:
        decode(encode(wrong_design), {})
    assert raised.value.code == "design.not_valid"
    with pytest.raises(BatikError):
        path_of(curve)


def test_curves_and_paths_are_the_same_both_ways():
    path = joined([circle(1, 2, 3), smooth([(0, 0), (5, 1), (8, 8)]), polyline([(1, 1), (2, 2)])])
    again = path_of(curve_of(path))
    np.testing.assert_array_equal(again.verbs, path.verbs)
    np.testing.assert_array_equal(again.points, path.points)


@given(dx=st.floats(-25, 25), dy=st.floats(-25, 25))
@settings(max_examples=25)
def test_joining_cutting_and_what_is_common_add_up(dx, dy):
    design = from_motif("probe", {"size_mm": "60"})
    design, one = with_area(design, SQUARE)
    design, other = with_area(design, circle(10 + dx, 10 + dy, 9))
    square, disc = area_of(design, one), area_of(design, other)
    areas = {}
    for how in ("join", "cut", "common"):
        areas[how] = 0.0
        with suppress(BatikError):  # nothing in common
            combined, item = drawing.combine(design, [one, other], how)
            areas[how] = area_of(combined, item)
            assert problems(combined) == ()
    assert areas["join"] > 0
    assert areas["join"] == pytest.approx(square + disc - areas["common"], abs=0.3)
    assert areas["cut"] == pytest.approx(square - areas["common"], abs=0.3)


def test_the_lowest_is_cut_by_the_others_whatever_was_clicked_first(empty):
    design, low = with_area(empty, SQUARE)
    design, high = with_area(design, circle(20, 20, 5), "soga")
    combined, item = drawing.combine(design, [high, low], "cut")
    assert item == low
    assert combined.find_item(low)[2].slot == "putih"
    assert area_of(combined, low) == pytest.approx(400 - math.pi * 25 / 4, rel=0.002)


def test_areas_move_their_border(empty):
    design, item = with_area(empty, circle(30, 30, 10))
    inner = drawing.inset_areas(design, [item], 2.0)
    outer = drawing.inset_areas(design, [item], -2.0)
    assert area_of(inner, item) == pytest.approx(math.pi * 64, rel=0.005)
    assert area_of(outer, item) == pytest.approx(math.pi * 144, rel=0.005)
    with pytest.raises(BatikError) as raised:
        drawing.inset_areas(design, [item], 11.0)
    assert raised.value.code == "drawing.nothing_left"


def test_a_motif_broken_up_covers_what_it_covered():
    design = from_motif("kawung")
    field = design.fields[0]
    before = items.transform(design, ["i1"], Affine.rotation(30) @ Affine.scaling(0.8))
    after, new = drawing.break_up(before, ["i1"])
    assert len(new) == len({*new})
    assert after.motifs == {}
    assert {type(item) for item in after.fields[0].items()} == {StrokeItem, AreaItem}
    window, k = Window(0, 0, 200, 200), (4.0, 4.0)
    one, other = coverage(before, window, k), coverage(after, window, k)

    def of(maps, slot):
        return sum(maps.shares[n].astype(int) for n, owner in enumerate(maps.owners) if owner[0] == slot)

    for slot in design.slots:
        assert np.abs(of(one, slot.id) - of(other, slot.id)).max() <= 8
    assert field.ground == after.fields[0].ground


def test_refusals_change_nothing(empty):
    layer = layer_of(empty)
    design, one = with_area(empty, SQUARE)
    design, stroke = drawing.add_stroke(design, layer, polyline([(0, 0), (9, 9)]), [(0, 1)], "soga")
    for code, attempt in (
        ("drawing.needs_two", lambda: drawing.combine(design, [one], "join")),
        ("drawing.needs_two", lambda: drawing.combine(design, [one, stroke], "join")),
        ("drawing.not_an_area", lambda: drawing.inset_areas(design, [stroke], 1.0)),
        ("item.not_a_motif", lambda: drawing.break_up(design, [one])),
        ("item.not_a_motif", lambda: items.set_parameters(design, one, {})),
        ("drawing.empty", lambda: drawing.add_area(design, layer, polyline([(0, 0), (1, 1)]), "soga")),
        ("slot.unknown", lambda: drawing.add_area(design, layer, SQUARE, "merah")),
    ):
        with pytest.raises(BatikError) as raised:
            attempt()
        assert raised.value.code == code


def test_slots_follow_another_process_and_a_role(empty):
    design, area = with_area(empty, SQUARE, "putih")
    design, stroke = drawing.add_stroke(design, layer_of(design), polyline([(0, 0), (9, 9)]), [(0, 1)], "soga")
    other, _ = process.set_process(design, "kelengan")
    assert problems(other) == ()
    known = {slot.id for slot in other.slots}
    assert {item.slot for item in other.fields[0].items()} <= known
    assert items.set_role(design, [area], "body", "biru").find_item(area)[2].slot == "biru"
    assert items.set_role(design, [stroke], "outline", "biru").find_item(stroke)[2].slot == "biru"


# lining up


@pytest.mark.parametrize(("side", "index"), [("left", 0), ("right", 2), ("top", 1), ("bottom", 3)])
def test_sides_are_lined_up(empty, side, index):
    design = empty
    ids = []
    for n, radius in enumerate((3.0, 5.0, 8.0)):
        design, item = with_area(design, circle(10 * n, 7 * n * n, radius))
        ids.append(item)
    around = bounds_of(design, ids)
    lined = aligning.align(design, ids, side)
    for item in ids:
        assert bounds_of(lined, [item])[index] == pytest.approx(around[index], abs=1e-6)


def test_gaps_become_equal_and_the_outermost_stay(empty):
    design = empty
    ids = []
    for x, radius in ((0.0, 3.0), (9.0, 5.0), (40.0, 2.0), (60.0, 8.0)):
        design, item = with_area(design, circle(x, 0, radius))
        ids.append(item)
    spread = aligning.distribute(design, ids[::-1], "x")
    boxes = [bounds_of(spread, [item]) for item in ids]
    gaps = [b[0] - a[2] for a, b in pairwise(boxes)]
    assert max(gaps) - min(gaps) < 1e-4
    assert boxes[0] == bounds_of(design, ids[:1])
    assert boxes[-1] == bounds_of(design, ids[3:])


# pouring


def ring_stroke(design, x, y, radius=9.0):
    return drawing.add_stroke(design, layer_of(design), circle(x, y, radius), [(0, 1.0)], "soga")[0]


@pytest.mark.parametrize("name", ["grid", "half-drop 1/3", "brick 2/5", "hexagon", "lereng 30"])
def test_a_region_across_a_skewed_seam_is_the_same_as_in_the_middle_of_the_cell(empty, name):
    design = repeat.set_repeat(empty, "badan", name, 60.0, 47.0)
    (ax, ay), (bx, by) = design.fields[0].repeat.basis
    middle = ring_stroke(design, (ax + bx) / 2, (ay + by) / 2)
    expected = region_at(middle, middle.fields[0], (ax + bx) / 2, (ay + by) / 2)
    assert expected.area_mm2 == pytest.approx(math.pi * 8.5**2, rel=0.005)
    for where in ((0.0, 0.0), (ax / 2, ay / 2), (bx, by), (-2 * ax + bx, -2 * ay + by)):
        seam = ring_stroke(design, *where)
        field = seam.fields[0]
        found = region_at(seam, field, *where)
        assert found.area_mm2 == pytest.approx(expected.area_mm2, abs=0.01)
        for i, j in ((1, 0), (0, -1), (3, 2)):
            again = region_at(seam, field, where[0] + i * ax + j * bx + 3.0, where[1] + i * ay + j * by - 4.0)
            np.testing.assert_allclose(again.points, found.points, atol=1e-3)


def test_a_region_has_the_holes_of_what_lies_in_it(empty):
    design = ring_stroke(ring_stroke(empty, 30, 30, 20.0), 30, 30, 5.0)
    field = design.fields[0]
    assert region_at(design, field, 30, 18).area_mm2 == pytest.approx(math.pi * (19.5**2 - 5.5**2), rel=0.005)
    assert region_at(design, field, 30, 30).area_mm2 == pytest.approx(math.pi * 4.5**2, rel=0.005)


def test_wax_runs_out_of_an_open_contour_unless_the_gap_is_small(empty):
    angle = np.linspace(0.05, 2 * math.pi - 0.05, 80)
    arc = smooth(np.stack((30 + 10 * np.cos(angle), 30 + 10 * np.sin(angle)), axis=1))
    design, _ = drawing.add_stroke(empty, layer_of(empty), arc, [(0, 0.6)], "soga")
    field = design.fields[0]
    with pytest.raises(BatikError) as raised:
        region_at(design, field, 30, 30)
    assert raised.value.code == "region.open"
    closed = region_at(design, field, 30, 30, gap_mm=1.0)
    assert closed.area_mm2 == pytest.approx(math.pi * 9.7**2, rel=0.01)
    with pytest.raises(BatikError) as raised:
        region_at(design, field, 30 + 10 * math.cos(1.0), 30 + 10 * math.sin(1.0))
    assert raised.value.code == "region.on_a_line"
