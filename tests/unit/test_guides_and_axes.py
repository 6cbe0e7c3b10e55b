"""Guides of the design, the axes and centres of a field, and what snaps to them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.cloth.maps import coverage
from batikstudio.design.copies import frame_of, images
from batikstudio.design.document import Guide
from batikstudio.design.edits import cloth, guides, layout, repeat
from batikstudio.design.invariants import problems
from batikstudio.design.schema import decode, encode
from batikstudio.design.templates import from_template
from batikstudio.geometry.affine import Affine
from batikstudio.pattern.elements import symmetry_elements
from batikstudio.pattern.groups import GROUPS
from batikstudio.raster.coverage import Window
from batikstudio.studio.axes import MOST, elements, marks_in
from batikstudio.studio.hit import pivot_of
from batikstudio.studio.snapping import snapped
from tests.unit.test_studio_tools import Hand, _at, _inside

LATTICES = {"hexagonal": "hexagon"}


def probe(name="grid", group=None):
    return repeat.set_repeat(from_template("symmetry-probe"), "badan", name, 60.0, 60.0, group)


# guides of the design


def test_guides_are_added_moved_and_removed():
    design = guides.add(guides.add(probe(), "x", 100.04), "y", 20.0)
    assert design.guides == (Guide(axis="x", at_mm=100.0), Guide(axis="y", at_mm=20.0))
    moved = guides.move(design, 1, 33.33)
    assert moved.guides == (design.guides[0], Guide(axis="y", at_mm=33.3))
    assert guides.remove(moved, 0).guides == (moved.guides[1],)
    assert guides.clear(moved).guides == ()
    assert problems(moved) == ()


def test_guides_are_refused_where_they_make_no_sense():
    design = guides.add(probe(), "x", 1.0)
    for change in (
        lambda: guides.move(design, 1, 0.0),
        lambda: guides.remove(design, -1),
        lambda: guides.add(design, "x", math.inf),
        lambda: guides.add(design, "y", math.nan),
        lambda: guides.move(design, 0, 99_999.0),
    ):
        with pytest.raises(BatikError) as raised:
            change()
        assert raised.value.code == "value.out_of_range"
    for number in range(guides.MOST - 1):
        design = guides.add(design, "y", number / 10)
    with pytest.raises(BatikError) as raised:
        guides.add(design, "x", 5.0)
    assert raised.value.code == "guide.too_many"


def test_guides_are_kept_in_the_file_and_a_file_without_them_opens():
    design = guides.add(probe(), "y", 12.5)
    written = encode(design)
    assert decode(written, design.assets) == design
    older = encode(guides.clear(design)).replace(b'"guides": [],', b"")
    assert b"guides" not in older
    assert decode(older, design.assets) == guides.clear(design)
    for wrong in (b'"axis": "z"', b'"at_mm": "here"'):
        key = wrong.split(b":")[0]
        value = b'"axis": "y"' if key == b'"axis"' else b'"at_mm": 12.5'
        with pytest.raises(BatikError):
            decode(written.replace(value, wrong), design.assets)


def test_a_guide_beside_a_cloth_made_smaller_is_told_and_kept():
    design = cloth.set_cloth(guides.add(probe(), "x", 400.0), length_mm=300.0)
    (problem,) = problems(design)
    assert (problem.severity, problem.code, problem.facts) == ("note", "guide.off_cloth", {"axis": "x", "at_mm": 400.0})
    assert design.guides


# axes and centres


@pytest.mark.parametrize("group", GROUPS)
def test_the_elements_of_a_repeat_are_those_of_its_group(group):
    """Two ways to the same: what carries the copies to themselves, and the tables of the group."""
    design = probe(LATTICES.get(GROUPS[group].lattice, "grid"), group)
    basis = design.fields[0].repeat.basis
    found, meant = elements(design.fields[0].repeat), symmetry_elements(group, basis)

    def written(one):
        axes = sorted((axis.kind, *np.round(axis.start + axis.end, 3)) for axis in one.axes)
        return axes, sorted((centre.order, *np.round(centre.point, 3)) for centre in one.centres)

    assert written(found) == written(meant)


def isometry(line):
    (x0, y0), (x1, y1) = line.start, line.end
    angle = math.degrees(math.atan2(y1 - y0, x1 - x0))
    there = Affine.translation(x0, y0) @ Affine.rotation(angle)
    return there @ Affine.scaling(1.0, -1.0) @ there.inverse()


@pytest.mark.parametrize(
    ("name", "group"),
    [("grid", "pmm"), ("grid", "p4g"), ("hexagon", "p31m"), ("mubeng", None), ("radial 6 mirror", None)]
    + [(f"frieze {group}", None) for group in ("p2mg", "p2mm", "p11m", "p1m1")],
)
def test_the_cloth_meets_itself_at_every_mark(name, group):
    """The drawn copies are carried to drawn copies by every mirror and turn that is shown."""
    design = probe(name, group)
    field = design.fields[0]
    marks = marks_in(design, field, (130.0, 130.0, 270.0, 290.0))
    assert marks.centres or marks.lines
    maps = coverage(design, Window(0, 0, 1000, 1000), (2.0, 2.0))
    drawn = maps.shares[[owner[0] != field.ground for owner in maps.owners]].sum(axis=0)
    inside = np.stack(np.meshgrid(np.arange(320, 480, 3), np.arange(320, 480, 3)), axis=-1).reshape(-1, 2)
    moves = [one.isometry for one in marks.centres] + [isometry(one) for one in marks.lines if one.kind == "mirror"]
    for move in moves[:12]:
        there = np.floor(move.apply((inside + 0.5) / 2) * 2).astype(int)
        kept = np.all((there >= 0) & (there < 1000), axis=1)
        one = drawn[inside[kept][:, 1], inside[kept][:, 0]].astype(int)
        other = drawn[there[kept][:, 1], there[kept][:, 0]].astype(int)
        assert one.size
        assert np.mean(np.abs(one - other) > 128) < 0.05


def test_a_frame_has_the_half_turn_of_its_rectangle_and_a_toss_has_nothing():
    framed = probe("frame")
    box = (0.0, 0.0, framed.cloth.length_mm, framed.cloth.width_mm)
    (centre,) = marks_in(framed, framed.fields[0], box).centres
    assert centre.point == pytest.approx((framed.cloth.length_mm / 2, framed.cloth.width_mm / 2))
    tossed = probe("toss 9")
    marks = marks_in(tossed, tossed.fields[0], (0.0, 0.0, 120.0, 120.0))
    assert (marks.lines, marks.centres) == ((), ())


def test_marks_are_few_or_none():
    design = probe("grid", "p4m")
    field = design.fields[0]
    counts = []
    for side in (60.0, 120.0, 240.0, 480.0, 5000.0):
        marks = marks_in(design, field, (0.0, 0.0, side, side))
        counts.append(len(marks.lines) + len(marks.centres))
    assert counts[0] > 0
    assert max(counts) <= MOST
    assert counts[-1] == 0


def test_marks_stay_in_their_field():
    design = layout.apply(from_template("symmetry-probe"), "sarung")
    whole = (0.0, 0.0, design.cloth.length_mm, design.cloth.width_mm)
    for field in design.fields[1:]:
        for centre in marks_in(design, field, whole).centres:
            ys = [y for polygon in field.outline for _, y in polygon]
            assert min(ys) - 1 <= centre.point[1] <= max(ys) + 1
    border = design.field("pinggiran_bawah")
    assert marks_in(design, border, whole) is not None


def test_each_line_is_shown_once():
    design = probe("grid", "p4m")
    lines = marks_in(design, design.fields[0], (0.0, 0.0, 120.0, 120.0)).lines
    upright = sorted(one.start[0] for one in lines if one.kind == "mirror" and abs(one.start[0] - one.end[0]) < 1e-6)
    assert upright == pytest.approx([0, 30, 60, 90, 120])


# snapping


def test_points_snap_to_guides_and_their_crossings():
    design = guides.add(guides.add(probe("once"), "x", 111.0), "y", 77.0)
    field = design.fields[0]
    assert snapped(design, field, 111.8, 200.3, 1.0) == pytest.approx((111.0, 200.3))
    assert snapped(design, field, 140.0, 76.4, 1.0) == pytest.approx((140.0, 77.0))
    assert snapped(design, field, 110.5, 77.6, 1.0) == pytest.approx((111.0, 77.0))
    assert snapped(design, field, 140.0, 70.0, 1.0) == (140.0, 70.0)


def test_points_snap_to_axes_and_centres():
    design = probe("grid", "p4g")
    field = design.fields[0]
    for line in marks_in(design, field, (0.0, 0.0, 60.0, 60.0)).lines:
        (x0, y0), (x1, y1) = line.start, line.end
        long = math.hypot(x1 - x0, y1 - y0)
        if long < 30:
            continue
        x, y = x0 + 0.137 * (x1 - x0), y0 + 0.137 * (y1 - y0)
        nx, ny = -(y1 - y0) / long, (x1 - x0) / long
        there = snapped(design, field, x + 0.3 * nx, y + 0.3 * ny, 0.5)
        assert abs((there[0] - x0) * nx + (there[1] - y0) * ny) < 1e-6
    hexagon = probe("hexagon", "p3")
    for centre in marks_in(hexagon, hexagon.fields[0], (40.0, 40.0, 120.0, 120.0)).centres:
        x, y = centre.point
        assert snapped(hexagon, hexagon.fields[0], x + 0.3, y - 0.2, 1.0) == pytest.approx((x, y))


@given(st.floats(-50, 700), st.floats(-50, 700), st.floats(0.0, 5.0))
def test_nothing_is_moved_further_than_its_reach(x, y, reach):
    design = guides.add(probe("hexagon", "p6m"), "x", 80.0)
    there = snapped(design, design.fields[0], x, y, reach)
    assert math.dist(there, (x, y)) <= reach + 1e-6


def test_a_moved_item_snaps_with_its_middle_unless_it_is_left_free():
    design = guides.add(probe("once"), "x", 140.0)
    px, py = frame_of(design.fields[0]).apply(np.array([pivot_of(design, ["i1"])]))[0]
    frame = frame_of(design.fields[0])
    level = replace(design, fields=(replace(design.fields[0], origin_mm=(0.0, 0.0)),))
    x, y = frame.apply(np.array([_inside(level)]))[0].tolist()

    def dragged(*modifiers):
        hand = Hand(design, snap=True)
        hand.drag((x, y), (x + 140.9 - px, y + 31.0), *modifiers)
        return frame.apply(np.array([pivot_of(hand.design, ["i1"])]))[0], hand

    middle, hand = dragged()
    assert middle == pytest.approx((140.0, py + 31.0))
    assert hand.session.labels == ("motif.move",)
    free, _ = dragged("ctrl")
    assert free == pytest.approx((140.9, py + 31.0))


def test_a_moved_copy_snaps_where_it_is_seen():
    design = guides.add(probe("grid", "pm"), "y", 200.0)
    x, y = (float(v) for v in np.array(pivot_of(design, ["i1"])))
    mirrored = images(design.fields[0].repeat)[1]
    px, py = (float(v) for v in mirrored.apply(np.array([_inside(design)]))[0])
    hand = Hand(design, snap=True)
    start = (px + 120.0, py + 180.0)
    ends = mirrored.apply(np.array([[x, y]]))[0] + (120.0, 180.0)
    hand.drag(start, (start[0] + 7.3, start[1] + 200.8 - float(ends[1])))
    moved = pivot_of(hand.design, ["i1"])
    assert moved[1] + 180.0 == pytest.approx(200.0)


def test_placing_snaps_and_alt_leaves_it_free():
    design = guides.add(guides.add(probe("once"), "x", 33.0), "y", 44.0)
    for modifiers, meant in (((), (33.0, 44.0)), (("alt",), (33.6, 43.5))):
        hand = Hand(design, "place", "probe", snap=True)
        hand.take(hand.tool.move(_at(33.6, 43.5, *modifiers), False))
        (ghost,) = hand.tool.outlines(4.0)
        assert np.mean(ghost.points, axis=0) == pytest.approx(meant)
        hand.press(33.6, 43.5, *modifiers)
        middle = frame_of(design.fields[0]).apply(np.array([pivot_of(hand.design, ["i2"])]))[0]
        assert middle == pytest.approx(meant, abs=1e-3)


def test_a_guide_is_moved_as_one_undo_and_taken_away_over_the_ruler():
    design = guides.add(probe(), "x", 45.0)
    hand = Hand(design)
    hand.drag((45.5, 100.0), (52.0, 104.0), steps=9)
    assert hand.design.guides == (Guide(axis="x", at_mm=52.0),)
    assert hand.session.labels == ("guide.move",)
    assert hand.session.selection == ()
    hand.drag((52.0, 100.0), (-3.0, 104.0))
    assert hand.design.guides == ()
    hand.session.undo()
    assert hand.design.guides == (Guide(axis="x", at_mm=52.0),)


def test_a_guide_that_is_not_shown_is_not_taken_hold_of_and_draws_nothing_near():
    design = guides.add(probe("once"), "x", 45.0)
    hand = Hand(design, guides=False)
    hand.drag((45.0, 10.0), (60.0, 10.0))
    assert hand.design.guides == design.guides
    blind = Hand(design, "place", "probe", snap=True, guides=False)
    blind.press(45.8, 20.0)
    middle = frame_of(design.fields[0]).apply(np.array([pivot_of(blind.design, ["i2"])]))[0]
    assert middle == pytest.approx((45.8, 20.0), abs=1e-3)


def test_a_click_beside_everything_names_the_field():
    design = layout.apply(probe("once"), "kain_panjang")
    hand = Hand(design)
    for field in design.fields[1:]:
        for polygon in field.outline:
            x, y = np.mean(polygon, axis=0)
            answer = hand.press(float(x), float(y))
            assert answer.field == field.id
