"""The canting, areas and the pour as state machines, in any copy of any repeat."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from batikstudio.base.errors import BatikError
from batikstudio.cloth.maps import coverage
from batikstudio.design.document import AreaItem, StrokeItem
from batikstudio.design.edits import items, layers, repeat
from batikstudio.design.edits.about import set_look
from batikstudio.design.invariants import problems
from batikstudio.design.shapes import bounds_of
from batikstudio.design.templates import from_motif
from batikstudio.motifs.cantings import CANTINGS
from batikstudio.motifs.tracing.strokes import Sample
from batikstudio.raster.coverage import Window
from batikstudio.studio.laying import MOST_LIVE, home_at
from batikstudio.studio.session import Session
from batikstudio.studio.snapping import snapped
from batikstudio.studio.strokes import freehand
from batikstudio.studio.tool import Pointer, Workbench
from batikstudio.studio.tools import tools

K = 4.0


class Hand:
    """A session with a drawing tool in hand."""

    def __init__(self, tool, name="grid", group="p1", slot=None, **values):
        design = from_motif("probe", {"size_mm": "60"})
        design = set_look(items.delete(design, ["i1"]), hand=0.0)
        design = repeat.set_repeat(design, "badan", name, 60.0, 60.0, group if group != "p1" else None)
        self.session = Session(design)
        bench = Workbench(
            lambda: self.session.design, lambda: self.session.selection, slot=lambda: slot, values=lambda _: values
        )
        self.tool = tools()[tool].start(bench)
        self.time = 0.0

    def at(self, x, y, *modifiers):
        self.time += 0.02
        return Pointer(x, y, x * K, y * K, K, time_s=self.time, modifiers=frozenset(modifiers))

    def take(self, feedback):
        if feedback.edit is not None:
            self.session.do(feedback.edit.label, feedback.edit.design, feedback.edit.merge_key)
        if feedback.select is not None:
            self.session.select(feedback.select)
        return feedback

    def drag(self, points):
        self.take(self.tool.press(self.at(*points[0])))
        for point in points[1:]:
            self.take(self.tool.move(self.at(*point), True))
        return self.take(self.tool.release(self.at(*points[-1])))

    def click(self, x, y, *modifiers):
        self.take(self.tool.press(self.at(x, y, *modifiers)))
        return self.take(self.tool.release(self.at(x, y, *modifiers)))

    def key(self, name):
        return self.take(self.tool.key(name, frozenset()))

    @property
    def items(self):
        return list(self.session.design.fields[0].items())

    def covered_mm2(self, owner, side_mm=60):
        maps = coverage(self.session.design, Window(0, 0, round(side_mm * K), round(side_mm * K)), (K, K))
        return maps.shares[maps.owners.index(owner)].sum() / 255 / K**2


WAVE = [(10 + t / 3, 30 + 6 * math.sin(t / 9)) for t in range(100)]


def test_dragging_draws_a_stroke_as_one_undo():
    hand = Hand("canting")
    hand.drag(WAVE)
    (stroke,) = hand.items
    assert isinstance(stroke, StrokeItem)
    assert (stroke.part, stroke.canting, stroke.slot) == ("lines", "klowong", "soga")
    assert hand.session.selection == (stroke.id,)
    assert hand.session.position == 1
    box = bounds_of(hand.session.design, [stroke.id])
    assert box == pytest.approx((9.3, 23.3, 43.7, 36.7), abs=0.8)
    length = sum(math.dist(a, b) for a, b in pairwise(WAVE))
    assert hand.covered_mm2(("soga", "lines")) == pytest.approx(1.5 * length, rel=0.25)
    assert problems(hand.session.design) == ()
    hand.session.undo()
    assert hand.items == []


def test_clicking_goes_through_the_points_and_enter_ends():
    hand = Hand("canting", snap=False)
    points = [(10, 10), (20, 25), (35, 12), (50, 30)]
    for point in points:
        assert hand.click(*point).edit is None
    assert hand.key("enter").edit is not None
    (stroke,) = hand.items
    ends = np.array(stroke.spine.points)
    for point in points:
        assert np.hypot(*(ends - point).T).min() < 1e-6


def test_a_second_click_on_the_last_point_ends_and_one_on_the_first_closes():
    hand = Hand("canting", snap=False)
    for point in [(10, 10), (30, 10), (30, 30), (30, 30)]:
        hand.click(*point)
    hand.tool = tools()["canting"].start(hand.tool.bench)
    for point in [(10, 40), (30, 40), (30, 55), (10, 40)]:
        hand.click(*point)
    open_line, closed = hand.items
    assert open_line.spine.verbs[-1] == "C"
    assert closed.spine.verbs[-1] == "Z"


def test_escape_drops_the_line_then_the_tool_and_backspace_takes_a_point_back():
    hand = Hand("canting", snap=False)
    hand.click(10, 10)
    hand.click(20, 20)
    assert hand.key("backspace").taken
    assert not hand.key("escape").leave
    assert hand.key("escape").leave
    assert not hand.key("backspace").taken
    assert hand.items == []


@pytest.mark.parametrize("name", ["grid", "half-drop 1/3", "hexagon"])
def test_what_is_drawn_on_any_copy_is_the_same_item(name):
    first, other = Hand("canting", name), Hand("canting", name)
    (ax, ay), (bx, by) = first.session.design.fields[0].repeat.basis
    first.drag(WAVE)
    other.drag([(x + 2 * ax - bx, y + 2 * ay - by) for x, y in WAVE])
    one, two = (np.array(hand.items[0].spine.points) for hand in (first, other))
    shift = (two - one)[0] @ np.linalg.inv(np.array([(ax, ay), (bx, by)]))
    np.testing.assert_allclose(shift, np.round(shift), atol=1e-6)
    assert first.covered_mm2(("soga", "lines")) == pytest.approx(other.covered_mm2(("soga", "lines")), rel=0.01)


@pytest.mark.parametrize("group", ["p4m", "pgg", "cmm"])
def test_live_copies_follow_where_copies_will_lie(group):
    hand = Hand("canting", "grid", group)
    line = [(8, 9), (14, 12), (19, 20)]
    hand.take(hand.tool.press(hand.at(*line[0])))
    for point in line[1:]:
        hand.take(hand.tool.move(hand.at(*point), True))
    grown = hand.tool.growing()
    assert hand.tool.outlines(K) == ()
    assert 1 < len(grown.copies) <= MOST_LIVE
    assert len(grown.points) == len(line)
    shown = [grown.points[0], *(copy.apply(np.array(grown.points[:1]))[0] for copy in grown.copies)]
    hand.take(hand.tool.release(hand.at(*line[-1])))
    assert hand.tool.growing() is None
    maps = coverage(hand.session.design, Window(-400, -400, 1000, 1000), (K, K))
    drawn = maps.shares[maps.owners.index(("soga", "lines"))]
    for x, y in shown:
        px, py = round(x * K) + 400, round(y * K) + 400
        if 0 <= px < 1000 and 0 <= py < 1000:
            assert drawn[py - 4 : py + 5, px - 4 : px + 5].max() > 200


def test_the_shown_line_only_grows_and_stays_near_the_hand():
    hand = Hand("canting")
    hand.take(hand.tool.press(hand.at(*WAVE[0])))
    hand.take(hand.tool.move(hand.at(*WAVE[1]), True))
    grown = hand.tool.growing()
    for number, point in enumerate(WAVE[2:], 3):
        before = list(grown.points)
        hand.take(hand.tool.move(hand.at(*point), True))
        assert hand.tool.growing() is grown
        assert grown.points[:-1] == before
        assert len(grown.points) == number
        assert math.dist(grown.points[-1], point) < 2.0


def test_a_light_pen_leaves_a_narrower_line_within_the_bore_and_a_mouse_the_usual_one():
    samples = [Sample(x, y, 0.02 * n) for n, (x, y) in enumerate(WAVE)]
    canting = CANTINGS[0]
    mouse = freehand(samples, canting, 80.0)
    pressed = freehand(samples, canting, 80.0, [1.0] * len(samples))
    light = freehand(samples, canting, 80.0, [0.0] * len(samples))
    rising = freehand(samples, canting, 80.0, np.linspace(0.0, 1.0, len(samples)))
    assert pressed.widths_mm == mouse.widths_mm
    ratio = [a / b for (_, a), (_, b) in zip(light.widths_mm, mouse.widths_mm, strict=True)]
    assert ratio == pytest.approx([1 / 1.4] * len(ratio), rel=0.01)
    shares = [a / b for (_, a), (_, b) in zip(rising.widths_mm, mouse.widths_mm, strict=True)]
    assert shares == sorted(shares)
    assert shares[0] == pytest.approx(1 / 1.4, rel=0.02)
    assert shares[-1] == pytest.approx(1.0, rel=0.02)
    assert light.spine.points.tolist() == mouse.spine.points.tolist()


def test_pressure_reaches_the_stroke():
    firm, light = Hand("canting"), Hand("canting")
    firm.drag(WAVE)
    usual = light.at
    light.at = lambda *place: replace(usual(*place), pressure=0.2)
    light.drag(WAVE)
    wide, narrow = (hand.covered_mm2(("soga", "lines")) for hand in (firm, light))
    assert narrow < 0.85 * wide


@pytest.mark.parametrize("canting", CANTINGS, ids=lambda one: one.id)
def test_every_canting_draws_and_dots(canting):
    hand = Hand("canting", canting=canting.id)
    hand.drag(WAVE)
    hand.click(30, 50)
    hand.key("enter")
    line, dots = hand.items
    assert line.spine.verbs.count("M") == len(canting.nozzles)
    assert dots.spine.verbs == "M" * len(canting.nozzles)
    assert problems(hand.session.design) == ()


def test_heat_and_drips_change_what_is_drawn():
    calm, hot = Hand("canting"), Hand("canting", temperature_c=100.0)
    dripping = Hand("canting", drips=True)
    long = [(x, y) for y in (5, 15, 25, 35, 45) for x in np.linspace(0, 400, 40)]
    for hand in (calm, hot, dripping):
        hand.drag(long)
    assert hot.covered_mm2(("soga", "lines")) > 1.1 * calm.covered_mm2(("soga", "lines"))
    assert len(dripping.items) == 2


def test_a_shape_is_filled_by_dragging_or_by_points():
    dragged, clicked = Hand("area", slot="biru"), Hand("area", snap=False)
    ring = [(30 + 12 * math.cos(t), 30 + 12 * math.sin(t)) for t in np.linspace(0, 6.2, 80)]
    dragged.drag(ring)
    for t in np.arange(6) * math.pi / 3:
        clicked.click(30 + 12 * math.cos(t), 30 + 12 * math.sin(t))
    clicked.key("enter")
    assert dragged.covered_mm2(("biru", "areas")) == pytest.approx(math.pi * 144, rel=0.06)
    assert clicked.covered_mm2(("putih", "areas")) == pytest.approx(math.pi * 144, rel=0.05)
    assert isinstance(dragged.items[0], AreaItem)
    clicked.click(10, 10)
    with pytest.raises(BatikError) as raised:
        clicked.key("enter")
    assert raised.value.code == "drawing.empty"


def test_pouring_fills_between_lines_across_the_seam():
    hand = Hand("canting", "half-drop 1/3", snap=False)
    for t in np.arange(8) * math.pi / 4:
        hand.click(60 + 10 * math.cos(t), 60 + 10 * math.sin(t))
    hand.click(70, 60)
    hand.tool = tools()["pour"].start(hand.tool.bench)
    hand.click(61, 59)
    (_, area) = hand.items
    assert isinstance(area, AreaItem)
    inner = math.pi * (10 - CANTINGS[0].line_mm / 2) ** 2
    window = Window(0, 0, 240, 720)
    maps = coverage(hand.session.design, window, (K, K))
    filled = maps.shares[maps.owners.index(("putih", "areas"))].sum() / 255 / K**2
    assert filled == pytest.approx(3 * inner, rel=0.03), (
        "a cell of 60 mm high comes three times in three columns' period"
    )
    with pytest.raises(BatikError):
        hand.click(5, 5)


def test_a_locked_layer_takes_nothing():
    hand = Hand("canting")
    design = hand.session.design
    hand.session.do("x", layers.set_locked(design, design.fields[0].layers[0].id, True))
    with pytest.raises(BatikError) as raised:
        hand.drag(WAVE)
    assert raised.value.code == "layer.locked"


def test_points_snap_to_the_lattice_and_to_middles_unless_alt_is_held():
    hand = Hand("canting")
    hand.click(60.6, 59.2)
    hand.click(90.9, 29.4)
    hand.click(45.0, 14.0, "alt")
    hand.key("enter")
    points = np.array(hand.items[0].spine.points)[[0, 3, 6]]
    np.testing.assert_allclose(points - points[0], [(0, 0), (30, -30), (-15, -46)], atol=1e-6)
    design = from_motif("kawung")
    field = design.fields[0]
    x, y = field.repeat.basis[0][0] * 2, field.repeat.basis[1][1] * 3
    assert snapped(design, field, x + 0.4, y - 0.5, 1.0) == pytest.approx((x, y))
    assert snapped(design, field, x + 4.4, y - 5.5, 1.0) == (x + 4.4, y - 5.5)


def test_home_is_the_copy_under_the_pointer():
    design = Hand("canting", "half-drop 1/2").session.design
    home = home_at(design, 61.0, 31.0)
    assert home.point(61.0, 31.0) == pytest.approx((1.0, 1.0))
    assert len(home.live((60, 30, 62, 32))) == MOST_LIVE
