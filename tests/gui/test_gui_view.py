"""The geometry of the canvas: mm and pixels, zoom about the pointer, what fits, ticks of the rulers."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from batikstudio.gui.canvas.view import LARGEST, SMALLEST, View, at_the_corner, fitting, step_mm, ticks

SCALES = st.floats(SMALLEST, LARGEST)
PLACES = st.floats(-3000, 3000)
PIXELS = st.floats(0, 4000)
VIEWS = st.builds(View, SCALES, PLACES, PLACES)


def test_at_100_percent_an_inch_is_96_pixels():
    view = View()
    assert view.percent == pytest.approx(100)
    assert view.to_px(25.4, 50.8) == pytest.approx((96, 192))


@given(VIEWS, PIXELS, PIXELS)
def test_there_and_back(view: View, x: float, y: float):
    assert view.to_px(*view.to_mm(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(VIEWS, st.floats(0.1, 10), PIXELS, PIXELS)
def test_zoom_keeps_what_lies_under_the_pointer(view: View, factor: float, x: float, y: float):
    zoomed = view.zoomed(factor, x, y)
    assert zoomed.to_mm(x, y) == pytest.approx(view.to_mm(x, y), abs=1e-6)
    assert SMALLEST <= zoomed.scale <= LARGEST


@given(VIEWS, st.floats(-500, 500), st.floats(-500, 500))
def test_panning_moves_the_cloth_with_the_hand(view: View, dx: float, dy: float):
    x, y = view.panned(dx, dy).to_px(100, 50)
    was = view.to_px(100, 50)
    assert (x - was[0], y - was[1]) == pytest.approx((dx, dy), abs=1e-6)


@given(PLACES, PLACES, st.floats(1, 3000), st.floats(1, 3000), st.floats(200, 3000), st.floats(200, 2000))
def test_what_fits_is_in_sight_and_fills_one_side(x: float, y: float, w: float, h: float, width: float, height: float):
    view = fitting((x, y, x + w, y + h), width, height, margin_px=24)
    left, top = view.to_px(x, y)
    right, bottom = view.to_px(x + w, y + h)
    assert min(left, top) >= 24 - 1e-6
    assert right <= width - 24 + 1e-6
    assert bottom <= height - 24 + 1e-6
    if view.scale < LARGEST:
        assert math.isclose(right - left, width - 48, rel_tol=1e-6) or math.isclose(
            bottom - top, height - 48, rel_tol=1e-6
        )


def test_the_corner_of_the_cloth_stands_at_the_margin():
    view = at_the_corner(View(2.0, -300.0, 40.0), 32)
    assert view.to_px(0, 0) == (32, -80)


@pytest.mark.parametrize(("scale", "least_px", "expected"), [(1, 64, 100), (2.4, 64, 50), (10, 64, 10), (60, 6, 0.1)])
def test_ruler_steps_are_round_numbers(scale: float, least_px: float, expected: float):
    assert step_mm(scale, least_px) == pytest.approx(expected)


@given(SCALES)
def test_a_step_of_the_ruler_is_wide_enough_and_not_too_wide(scale: float):
    assert 64 * (1 - 1e-6) <= step_mm(scale, 64) * scale <= 64 * 2.5 * (1 + 1e-6)


def test_ticks_stand_at_multiples_within_the_ruler():
    assert ticks(1.0, -7.0, 21.0, 10.0) == [0.0, 10.0, 20.0]
