"""The tools as state machines: a pointer goes in, an edit comes out, and no window is near."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from batikstudio.base.errors import BatikError
from batikstudio.cloth.palette import swatches
from batikstudio.cloth.render import render
from batikstudio.cloth.viewport import Viewport, grid_of
from batikstudio.design.edits import items, layers, repeat
from batikstudio.design.shapes import bounds_of
from batikstudio.design.templates import from_template
from batikstudio.geometry.affine import Affine
from batikstudio.motifs.catalogue import catalogue
from batikstudio.pattern.groups import GROUPS, cosets
from batikstudio.raster.coverage import Window
from batikstudio.studio.hit import centre_of, item_at, pivot_of
from batikstudio.studio.session import Session
from batikstudio.studio.tool import Pointer, Workbench
from batikstudio.studio.tools import tools

K = 4.0  # px per mm


def _at(x, y, *modifiers):
    return Pointer(x, y, x * K, y * K, K, modifiers=frozenset(modifiers))


class Hand:
    """A session with a tool in hand, as the window works it."""

    def __init__(self, design, tool="select", motif=None, snap=False, guides=True):
        self.session = Session(design)
        self.tool = tools()[tool].start(
            Workbench(
                lambda: self.session.design,
                lambda: self.session.selection,
                lambda: motif,
                values=lambda _: {"snap": snap},
                guides=lambda: guides,
            )
        )
        self.said = []

    def take(self, feedback):
        self.said.append(feedback)
        if feedback.edit is not None:
            self.session.do(feedback.edit.label, feedback.edit.design, feedback.edit.merge_key)
        if feedback.select is not None:
            self.session.select(feedback.select)
        return feedback

    def press(self, x, y, *modifiers):
        return self.take(self.tool.press(_at(x, y, *modifiers)))

    def move(self, x, y, *modifiers):
        return self.take(self.tool.move(_at(x, y, *modifiers), True))

    def drag(self, start, end, *modifiers, steps=5, pressed=()):
        self.press(*start, *pressed)
        for step in range(1, steps + 1):
            share = step / steps
            self.move(*(a + (b - a) * share for a, b in zip(start, end, strict=True)), *modifiers)
        self.take(self.tool.release(_at(*end, *modifiers)))

    def key(self, name, *modifiers):
        return self.take(self.tool.key(name, frozenset(modifiers)))

    @property
    def design(self):
        return self.session.design

    def items(self):
        return list(self.design.fields[0].items())

    def place(self, item_id="i1"):
        return self.design.find_item(item_id)[2].transform

    def handles(self):
        """Return (turn handle, corners) on the cloth."""
        points = [one.points[0] for one in self.tool.outlines(K) if one.kind == "handle"]
        return points[0], points[1:]


@pytest.fixture
def probe():
    """One figure in a 60 mm grid on 500 by 500 mm."""
    return from_template("symmetry-probe")


@pytest.fixture
def hand(probe):
    return Hand(probe)


def _inside(design, item_id="i1"):
    """Return the point of the item itself that is nearest to its middle, far from the handles at its corners."""
    x0, y0, x1, y1 = bounds_of(design, [item_id])
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    points = [(float(a), float(b)) for a in np.linspace(x0, x1, 30) for b in np.linspace(y0, y1, 30)]
    for point in sorted(points, key=lambda one: math.dist(one, (x, y))):
        hit = item_at(design, *point, 0.0)
        if hit is not None and hit.item == item_id:
            return point
    raise AssertionError(f"nothing of {item_id} there")


def test_a_drag_is_one_step_and_the_next_another(hand):
    x, y = _inside(hand.design)
    start = hand.place()
    hand.drag((x, y), (x + 7, y + 3), steps=20)
    assert hand.session.selection == ("i1",)
    assert hand.session.labels == ("motif.move",)
    assert hand.place().e == pytest.approx(start.e + 7)
    assert hand.place().f == pytest.approx(start.f + 3)
    hand.drag((x + 7, y + 3), (x + 9, y + 3))
    assert hand.session.labels == ("motif.move", "motif.move")
    hand.session.undo()
    assert hand.place().e == pytest.approx(start.e + 7)
    hand.session.undo()
    assert hand.place() == start


def test_a_click_moves_nothing_and_a_drag_back_to_its_start_vanishes(hand):
    x, y = _inside(hand.design)
    hand.drag((x, y), (x + 0.4, y + 0.4))
    assert hand.session.labels == ()
    hand.press(x, y)
    hand.move(x + 9, y)
    hand.move(x, y)
    hand.tool.release(_at(x, y))
    assert hand.session.labels == ()
    assert hand.session.is_saved


def test_shift_keeps_a_drag_straight(hand):
    x, y = _inside(hand.design)
    start = hand.place()
    hand.drag((x, y), (x + 9, y + 4), "shift")
    assert (hand.place().e, hand.place().f) == (pytest.approx(start.e + 9), start.f)
    hand.drag((x + 9, y), (x + 8, y - 6), "shift")
    assert (hand.place().e, hand.place().f) == (pytest.approx(start.e + 9), pytest.approx(start.f - 6))


def test_alt_copies_exactly_one(hand):
    x, y = _inside(hand.design)
    start = hand.place()
    hand.drag((x, y), (x + 8, y), "alt", steps=12)
    assert len(hand.items()) == 2
    assert hand.session.labels == ("motif.move",)
    assert hand.place("i1") == start
    (new,) = hand.session.selection
    assert new != "i1"
    assert hand.place(new).e == pytest.approx(start.e + 8)
    hand.session.undo()
    assert len(hand.items()) == 1


def test_alt_let_go_in_a_drag_moves_the_original_after_all(hand):
    x, y = _inside(hand.design)
    start = hand.place()
    hand.press(x, y)
    hand.move(x + 5, y, "alt")
    assert len(hand.items()) == 2
    hand.move(x + 6, y)
    assert len(hand.items()) == 1
    assert hand.place().e == pytest.approx(start.e + 6)
    assert hand.session.selection == ("i1",)
    hand.move(x + 7, y, "alt")
    assert len(hand.items()) == 2
    assert hand.session.labels == ("motif.move",)


def test_a_corner_scales_about_the_opposite_one(hand):
    hand.session.select(["i1"])
    _, corners = hand.handles()
    for number, corner in enumerate(corners):
        box = bounds_of(hand.design, ["i1"])
        opposite = corners[(number + 2) % 4]
        there = tuple(o + 1.5 * (c - o) for c, o in zip(corner, opposite, strict=True))
        hand.drag(corner, there)
        _, now = hand.handles()
        widths = (box[2] - box[0], bounds_of(hand.design, ["i1"])[2] - bounds_of(hand.design, ["i1"])[0])
        # Lines keep their width, so the box itself grows a little less than its middle lines do.
        assert math.dist(now[(number + 2) % 4], opposite) < 0.5
        assert widths[1] / widths[0] == pytest.approx(1.5, abs=0.04)
        assert hand.session.labels == ("motif.scale",)
        hand.session.undo()


def test_alt_scales_about_the_middle_and_never_to_nothing(hand):
    hand.session.select(["i1"])
    middle = centre_of(hand.design, ["i1"])
    _, corners = hand.handles()
    hand.drag(corners[2], tuple(m + 2 * (c - m) for c, m in zip(corners[2], middle, strict=True)), "alt")
    assert hand.place().scale == pytest.approx(2.0)
    np.testing.assert_allclose(centre_of(hand.design, ["i1"]), middle, atol=0.3)
    hand.session.undo()
    hand.drag(corners[2], (corners[0][0] - 40, corners[0][1] - 40))
    assert 0 < hand.place().scale < 0.05


@pytest.mark.parametrize(("modifiers", "expected"), [((), 50.0), (("shift",), 45.0)])
def test_the_round_handle_turns(hand, modifiers, expected):
    hand.session.select(["i1"])
    turn, _ = hand.handles()
    x, y = pivot_of(hand.design, ["i1"])
    radius, angle = math.dist(turn, (x, y)), math.atan2(turn[1] - y, turn[0] - x) + math.radians(50)
    hand.drag(turn, (x + radius * math.cos(angle), y + radius * math.sin(angle)), *modifiers, steps=1)
    place = hand.place()
    assert math.degrees(math.atan2(place.b, place.a)) == pytest.approx(expected)
    assert place.scale == pytest.approx(1.0)
    assert hand.session.labels == ("motif.turn",)


@pytest.mark.parametrize("group", GROUPS)
def test_a_click_on_any_copy_takes_the_item_and_a_drag_moves_that_copy(probe, group):
    """The item follows as its copy, turned or mirrored as it is, is dragged: the copy stays under the pointer."""
    design = repeat.set_group(probe, "badan", group)
    x, y = _inside(design)
    hit = item_at(design, x, y, 0.0)
    local = hit.copy.inverse().apply(np.array([[x, y]]))
    basis = design.fields[0].repeat.basis
    shift = np.array([2, 1]) @ np.array(basis)
    for coset in cosets(group, basis):
        copy = Affine.translation(*shift) @ coset
        px, py = (float(v) for v in copy.apply(local)[0])
        hand = Hand(design)
        hand.press(px, py)
        assert hand.session.selection == ("i1",)
        taken = item_at(design, px, py, 0.0).copy
        hand.move(px + 5, py + 2)
        moved = item_at(hand.design, px + 5, py + 2, 0.05)
        assert moved is not None
        before = (taken @ design.find_item("i1")[2].transform).apply(np.zeros((1, 2)))
        after = (taken @ hand.place()).apply(np.zeros((1, 2)))
        np.testing.assert_allclose(after - before, [[5, 2]], atol=1e-9)


def test_arrows_nudge_in_one_step_each_item_its_own(probe):
    design = from_template("manggur-kawung")
    hand = Hand(design)
    hand.session.select(["i2"])
    start = hand.place("i2")
    for _ in range(3):
        assert hand.key("right").taken
    hand.key("down", "shift")
    assert (hand.place("i2").e, hand.place("i2").f) == (pytest.approx(start.e + 3), pytest.approx(start.f + 10))
    assert len(hand.session.labels) == 1
    hand.session.select(["i3"])
    hand.key("left")
    assert len(hand.session.labels) == 2
    hand.session.undo()
    assert hand.place("i2").e == pytest.approx(start.e + 3)


def test_right_is_right_on_the_copy_that_is_seen(probe):
    """In p2 the other copy is upside down: the arrow must move what the person looks at, not its twin."""
    design = repeat.set_group(probe, "badan", "p2")
    x, y = _inside(design)
    hand = Hand(design)
    start = hand.place()
    hand.press(120 - x, 120 - y)
    hand.tool.release(_at(120 - x, 120 - y))
    hand.key("right")
    assert hand.place().e == pytest.approx(start.e - 1)
    mirrored = Hand(repeat.set_group(probe, "badan", "pm"))
    mirrored.press(120 - x, y)
    mirrored.key("r")
    assert math.degrees(math.atan2(mirrored.place().b, mirrored.place().a)) == pytest.approx(-15)


def test_the_frame_leaves_a_copy_that_is_no_more(probe):
    design = repeat.set_group(probe, "badan", "p2")
    x, y = _inside(design)
    hand = Hand(design)
    hand.press(120 - x, 120 - y)
    hand.tool.release(_at(120 - x, 120 - y))
    hand.session.do("group", repeat.set_group(hand.design, "badan", "p1"))
    frame = next(one for one in hand.tool.outlines(K) if one.kind == "selection").points
    box = bounds_of(hand.design, ["i1"])
    np.testing.assert_allclose(frame[0], box[:2])
    np.testing.assert_allclose(frame[2], box[2:])


def test_r_turns_and_escape_lets_go(hand):
    assert not hand.key("left").taken
    assert not hand.key("escape").taken
    hand.session.select(["i1"])
    middle = centre_of(hand.design, ["i1"])
    hand.key("r")
    hand.key("r", "shift")
    hand.key("r")
    assert math.degrees(math.atan2(hand.place().b, hand.place().a)) == pytest.approx(15)
    np.testing.assert_allclose(centre_of(hand.design, ["i1"]), middle, atol=2)
    start = hand.place()
    for _ in range(24):
        hand.key("r")
    np.testing.assert_allclose(hand.place(), start, atol=1e-9)  # a whole round, and it has not wandered
    assert not hand.key("r", "ctrl").taken
    assert not hand.key("x").taken
    assert hand.key("escape").taken
    assert hand.session.selection == ()
    assert hand.tool.outlines(K) == ()


def test_shift_adds_and_takes_away_and_an_empty_place_lets_go():
    hand = Hand(from_template("manggur-kawung"))
    points = {item.id: _inside(hand.design, item.id) for item in hand.items()[:3]}
    hand.press(*points["i2"])
    hand.tool.release(_at(*points["i2"]))
    hand.press(*points["i3"], "shift")
    assert hand.session.selection == ("i2", "i3")
    hand.press(*points["i2"], "shift")
    assert hand.session.selection == ("i3",)
    empty = Hand(from_template("symmetry-probe"))
    empty.session.select(["i1"])
    empty.press(59.0, 59.0, "shift")
    assert empty.session.selection == ("i1",)
    empty.press(59.0, 59.0)
    assert empty.session.selection == ()


def test_a_hidden_or_locked_layer_is_not_hit_and_the_topmost_is(probe):
    x, y = _inside(probe)
    for off in (layers.set_visible(probe, "l1", False), layers.set_locked(probe, "l1", True)):
        assert item_at(off, x, y) is None
    beside, (top,) = items.duplicate(probe, ["i1"], 30.0, 0.0)
    assert item_at(beside, x, y, 0.0).item == "i1"
    assert item_at(beside, x + 30, y, 0.0).item == top
    overlaid = items.transform(beside, [top], Affine.translation(-30, 0))
    assert item_at(overlaid, x, y, 0.0).item == top
    assert item_at(items.shift_order(overlaid, [top], -1), x, y, 0.0).item == "i1"


def test_a_click_takes_what_it_lies_on_before_what_it_lies_near(probe):
    """A line on top within reach must not take a click that lies on another item."""
    beside, (top,) = items.duplicate(probe, ["i1"], 30.0, 0.0)
    x, y = _inside(beside)
    edge = next(30 - dx for dx in np.arange(0, 30, 0.05) if item_at(beside, x + 30 - dx, y, 0.0) is None) - 30
    near = items.transform(beside, [top], Affine.translation(-30 - edge + 0.2, 0))
    assert item_at(near, x, y, 2.0).item == "i1"
    assert item_at(items.transform(near, ["i1"], Affine.translation(0, 25)), x, y, 2.0).item == top


@settings(max_examples=60)
@given(st.floats(0, 500), st.floats(0, 500), st.sampled_from(["p1", "p2", "pm", "p4m", "p6"]))
def test_a_hit_agrees_with_the_picture(x, y, group):
    """Where the flat picture shows the ground, nothing is hit; where it shows the figure, something is."""
    design = repeat.set_group(from_template("symmetry-probe"), "badan", group)
    grid = grid_of(design, 254.0)
    kx, ky = grid.px_per_mm
    window = Window(max(int(x * kx) - 3, 0), max(int(y * ky) - 3, 0), 7, 7)
    flat = render(design, Viewport(window, grid.px_per_mm), "flat", grid=grid).reshape(-1, 3)
    if len(np.unique(flat, axis=0)) > 1:
        return  # at a border
    ground = swatches(design)[design.fields[0].ground, "areas"].srgb
    is_ground = bool(np.abs(flat[0].astype(int) - np.array(ground)).max() <= 2)
    middle = ((window.x_px + 3.5) / kx, (window.y_px + 3.5) / ky)
    hit = item_at(design, *middle, 0.0)
    if not is_ground:
        assert hit is not None
    # A role may take the ground's own slot: then the figure is hit where the picture shows the ground.
    elif "biru" not in {slot for item in design.fields[0].items() for slot in item.slots.values()}:
        assert hit is None


def test_a_click_places_the_motif_with_its_middle_under_the_pointer(probe):
    hand = Hand(probe, "place", "kawung")
    hand.press(20.0, 25.0)
    assert hand.session.labels == ("motif.place",)
    assert hand.session.selection == ("i2",)
    motif = catalogue().motif("kawung")
    x0, y0, x1, y1 = motif.bounds
    place = hand.place("i2")
    middle = place.apply(np.array([[(x0 + x1) / 2, (y0 + y1) / 2]]))[0]
    np.testing.assert_allclose(middle, (20.0, 25.0))
    hand.press(30.0, 25.0)
    assert len(hand.items()) == 3
    assert hand.key("escape").leave
    assert not hand.key("x").taken


@settings(max_examples=60)
@given(
    st.floats(0, 2500),
    st.floats(0, 1050),
    st.sampled_from(["grid", "half-drop 1/3", "brick 2/5", "hexagon", "lereng 30", "mirror y"]),
)
def test_placing_at_a_far_copy_lays_it_in_the_first_cell_with_a_copy_under_the_pointer(x, y, name):
    design = from_template("symmetry-probe", {"repeat": name})
    hand = Hand(design, "place", "probe")
    hand.press(x, y)
    motif, basis = catalogue().motif("probe"), np.array(design.fields[0].repeat.basis)
    x0, y0, x1, y1 = motif.bounds
    middle = hand.place("i2").apply(np.array([[(x0 + x1) / 2, (y0 + y1) / 2]]))[0]
    inside = np.linalg.solve(basis.T, middle)
    assert np.all(inside >= -1e-9)
    assert np.all(inside <= 1 + 1e-9)
    steps = np.linalg.solve(basis.T, np.array([x, y]) - middle)
    np.testing.assert_allclose(steps, np.round(steps), atol=1e-6)


def test_placing_takes_the_topmost_layer_that_is_free_and_says_when_there_is_none(probe):
    two, upper = layers.add(probe, "badan", "Isen")
    hand = Hand(two, "place", "probe")
    hand.press(10, 10)
    assert hand.design.find_item("i2")[1].id == upper
    hand = Hand(layers.set_locked(two, upper, True), "place", "probe")
    hand.press(10, 10)
    assert hand.design.find_item("i2")[1].id == "l1"
    with pytest.raises(BatikError) as caught:
        Hand(layers.set_locked(probe, "l1", True), "place", "probe").press(1, 1)
    assert caught.value.code == "layer.locked"


def test_the_ghost_follows_and_nothing_is_placed_without_a_motif(probe):
    hand = Hand(probe, "place", "probe")
    assert hand.tool.outlines(K) == ()
    hand.take(hand.tool.move(_at(30, 40), False))
    (ghost,) = hand.tool.outlines(K)
    assert ghost.kind == "ghost"
    np.testing.assert_allclose(np.mean(ghost.points, axis=0), (30, 40))
    empty = Hand(probe, "place", None)
    assert empty.press(1, 1).edit is None
    empty.tool.move(_at(1, 1), False)
    assert empty.tool.outlines(K) == ()


def test_pan_moves_the_view_by_what_the_pointer_moved_while_it_is_held(probe):
    hand = Hand(probe, "pan")
    hand.tool.move(_at(5, 5), False)
    assert hand.move(9, 9).pan_px is None  # held by whatever was pressed before the tool was taken
    hand.press(10, 10)
    assert hand.move(11, 12).pan_px == (K, 2 * K)
    assert hand.move(11, 11).pan_px == (0, -K)
    hand.tool.release(_at(11, 11))
    assert hand.move(20, 20).pan_px is None
    assert not hand.key("left").taken
    assert hand.tool.outlines(K) == ()


def test_zoom_magnifies_about_the_pointer(probe):
    hand = Hand(probe, "zoom")
    assert hand.press(10, 20).zoom == (2.0, 10 * K, 20 * K)
    assert hand.press(10, 20, "alt").zoom == (0.5, 10 * K, 20 * K)
    assert hand.move(1, 1).zoom is None
    assert hand.tool.release(_at(1, 1)).zoom is None
    assert not hand.key("escape").taken
    assert hand.tool.outlines(K) == ()


def test_the_tools_are_told_apart():
    known = tools()
    assert list(known) == ["select", "place", "canting", "area", "pour", "pan", "zoom"]
    for attribute in ("shortcut", "icon", "order", "id"):
        values = [getattr(tool, attribute) for tool in known.values()]
        assert len(set(values)) == len(values)
    assert all(len(tool.shortcut) == 1 for tool in known.values())
    assert all(key == tool.id for key, tool in known.items())
