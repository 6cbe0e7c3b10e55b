"""Points in areas, and lines cut by them, against shapely."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point
from shapely.geometry import Polygon as Shape
from shapely.ops import unary_union

from batikstudio.geometry.areas import clipped_lines, normalised
from batikstudio.geometry.rings import NO_RINGS, holds, rings_of

COORDINATE = st.integers(-40, 40).map(float)
POINTS = st.lists(st.tuples(COORDINATE, COORDINATE), min_size=3, max_size=9, unique=True).map(np.array)


def filled(rings) -> Shape:
    """Return the area of rings by the even-odd rule, which for simple rings with turned holes is the nonzero one."""
    shape = Shape()
    for ring in rings:
        shape = shape.symmetric_difference(Shape(ring))
    return shape


@given(polygon=POINTS, seed=st.integers(0, 99))
def test_holds_agrees_with_shapely(polygon, seed):
    rings = normalised([polygon])
    shape = filled(rings)
    places = np.random.default_rng(seed).uniform(-45, 45, (60, 2))
    clear = np.array([shape.boundary.distance(Point(place)) > 1e-3 for place in places])
    expected = np.array([shape.contains(Point(place)) for place in places])
    assert np.array_equal(holds(rings, places)[clear], expected[clear])


def test_a_hole_does_not_hold_and_nothing_holds_nothing():
    outer, hole = np.array([(0.0, 0), (9, 0), (9, 9), (0, 9)]), np.array([(3.0, 3), (3, 6), (6, 6), (6, 3)])
    rings = rings_of([outer, hole])
    assert holds(rings, np.array([(1.0, 1.0), (4.5, 4.5), (10.0, 4.5)])).tolist() == [True, False, False]
    assert holds(NO_RINGS, np.array([(1.0, 1.0)])).tolist() == [False]


@given(polygon=POINTS, line=st.lists(st.tuples(COORDINATE, COORDINATE), min_size=2, max_size=5, unique=True))
def test_clipped_lines_are_what_shapely_cuts(polygon, line):
    rings = normalised([polygon])
    shape, spine = filled(rings), LineString(line)
    if spine.intersection(shape.boundary.buffer(1e-3)).length > 0.5:
        return  # A line along an edge is in or out by rounding.
    pieces = clipped_lines([np.array(line)], rings)
    got = unary_union([LineString(piece) for piece in pieces]) if pieces else LineString()
    want = spine.intersection(shape)
    assert got.length == pytest.approx(want.length, abs=0.6)
    assert got.difference(shape.buffer(1e-3)).length < 1e-6


def test_no_lines_are_left_where_there_is_no_area():
    assert clipped_lines([np.array([(0.0, 0.0), (1.0, 1.0)])], NO_RINGS) == []
    assert clipped_lines([], rings_of([np.array([(0.0, 0), (9, 0), (9, 9)])])) == []
