"""Paths, strokes and areas against closed formulas and shapely."""

import math
from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, Polygon

from batikstudio.geometry.affine import IDENTITY, Affine
from batikstudio.geometry.areas import (
    Join,
    difference,
    disc,
    inset,
    intersection,
    normalised,
    stroked,
    stroked_as,
    stroked_variable,
    union,
)
from batikstudio.geometry.path import PathBuilder, circle, ellipse, joined, polyline, smooth
from batikstudio.geometry.rings import NO_RINGS, rings_of, together

finite = st.floats(-1e3, 1e3)
maps = st.builds(Affine, *[st.floats(-3, 3)] * 4, finite, finite).filter(lambda one: abs(one.determinant) > 1e-2)


def square(x0, y0, x1, y1):
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], float)


@given(maps, maps, st.lists(st.tuples(finite, finite), min_size=1, max_size=5))
def test_maps_compose_and_invert(one, other, points):
    points = np.array(points)
    assert np.allclose((one @ other).apply(points), one.apply(other.apply(points)), atol=1e-6)
    assert np.allclose(one.inverse().apply(one.apply(points)), points, atol=1e-6)
    assert (one @ other).determinant == pytest.approx(one.determinant * other.determinant, rel=1e-9, abs=1e-9)


def test_right_angles_are_exact():
    quarter = Affine.rotation(90)
    assert quarter == Affine(0.0, 1.0, -1.0, 0.0, 0.0, 0.0)
    assert quarter @ quarter @ quarter @ quarter == IDENTITY
    assert Affine.rotation(30).apply(np.array([[1.0, 0.0]]))[0, 1] > 0  # clockwise on a screen


@pytest.mark.parametrize("tolerance", [0.1, 0.01, 0.001])
def test_flattening_keeps_its_tolerance(tolerance):
    ((points, closed),) = circle(0, 0, 10).subpaths(tolerance)
    assert closed
    middles = (points + np.roll(points, -1, axis=0)) / 2
    # The cubics of a circle are off by 0.03 % themselves.
    assert np.abs(np.hypot(*points.T) - 10).max() < 3e-3
    assert np.abs(np.hypot(*middles.T) - 10).max() < tolerance + 3e-3


def test_a_smooth_path_goes_through_its_points():
    points = [(0, 0), (10, 4), (13, -6), (30, 0)]
    for closed in (False, True):
        ((flat, is_closed),) = smooth(points, closed).subpaths(0.001)
        assert is_closed == closed
        for point in points:
            assert np.hypot(*(flat - point).T).min() < 1e-9


def test_subpaths_and_dots():
    path = joined([polyline([(0, 0), (5, 0)]), PathBuilder().move(9, 9).build(), circle(1, 1, 1)])
    found = list(path.subpaths(0.1))
    assert [(len(points) > 1, closed) for points, closed in found] == [(True, False), (False, False), (True, True)]


def test_nonzero_and_even_odd_areas():
    nested = [square(0, 0, 10, 10), square(2, 2, 8, 8)]
    hole = [square(0, 0, 10, 10), square(2, 2, 8, 8)[::-1]]
    bow = [np.array([[0.0, 0], [10, 10], [10, 0], [0, 10]])]
    assert normalised(nested).area_mm2 == pytest.approx(100)
    assert normalised(nested, even_odd=True).area_mm2 == pytest.approx(64)
    assert normalised(hole).area_mm2 == pytest.approx(64)
    assert normalised(bow).area_mm2 == pytest.approx(50)
    assert normalised([np.array([[0.0, 0], [5, 0], [9, 0]])]) is NO_RINGS


@given(st.lists(st.tuples(st.floats(0, 50), st.floats(0, 50)), min_size=2, max_size=7, unique=True), st.floats(0.3, 4))
def test_strokes_are_shapelys_buffers(points, width):
    points = np.round(np.array(points), 2)
    keep = np.append(True, np.any(np.diff(points, axis=0) != 0, axis=1))
    points = points[keep]
    if len(points) < 2:
        return
    ours = stroked(points, False, width, "round", 0.002).area_mm2
    theirs = LineString(points).buffer(width / 2, quad_segs=64)
    assert ours == pytest.approx(theirs.area, rel=6e-3, abs=0.002 * theirs.length)  # the tolerance along its border


def test_caps_and_dots():
    line = np.array([[0.0, 0.0], [20.0, 0.0]])
    assert stroked(line, False, 2, "butt", 0.001).area_mm2 == pytest.approx(40, rel=1e-3)
    assert stroked(line, False, 2, "round", 0.001).area_mm2 == pytest.approx(40 + np.pi, rel=1e-3)
    assert stroked(line[:1], False, 2, "round", 0.001).area_mm2 == pytest.approx(np.pi, rel=1e-6)
    assert len(stroked(line[:1], False, 2, "butt", 0.001)) == 0
    ring = stroked(square(0, 0, 10, 10), True, 2, "round", 0.001)
    assert len(ring) == 2
    assert ring.area_mm2 == pytest.approx(140 + np.pi - 64, rel=1e-3)


def test_a_line_of_changing_width_is_the_union_of_its_capsules():
    points = np.array([[0.0, 0.0], [10.0, 0.0], [18.0, 6.0]])
    widths = np.array([1.0, 3.0, 0.6])
    ours = stroked_variable(points, widths, 0.001).area_mm2
    capsules = Polygon()
    for (p, q), (r, s) in zip(pairwise(points), pairwise(widths), strict=True):
        steps = [
            LineString([p + (q - p) * t, p + (q - p) * (t + 0.005)]).buffer((r + (s - r) * t) / 2)
            for t in np.arange(0, 1, 0.005)
        ]
        for step in steps:
            capsules = capsules.union(step)
    assert ours == pytest.approx(capsules.area, rel=1e-2)


def test_a_disc_has_the_area_of_its_circle():
    for tolerance in (0.1, 0.01, 0.001):
        assert disc(np.array([3.0, 4.0]), 1.3, tolerance).area_mm2 == pytest.approx(np.pi * 1.3**2, rel=1e-9)


def test_insets_and_sets():
    one, other = rings_of([square(0, 0, 10, 10)]), rings_of([square(5, 5, 15, 15)])
    assert inset(one, 1, 0.01).area_mm2 == pytest.approx(64)
    assert inset(one, 6, 0.01).area_mm2 == 0
    assert intersection(one, other).area_mm2 == pytest.approx(25)
    assert difference(one, other).area_mm2 == pytest.approx(75)
    assert union(one, other).area_mm2 == pytest.approx(175)
    assert intersection(one, NO_RINGS).area_mm2 == 0


@given(maps)
def test_mirrored_rings_still_wind_once(affine):
    hole = normalised([square(0, 0, 10, 10), square(2, 2, 8, 8)[::-1]])
    assert hole.transformed(affine).area_mm2 == pytest.approx(64 * abs(affine.determinant), rel=1e-9)


def test_bounds_and_joining():
    both = together([rings_of([square(0, 0, 1, 1)]), rings_of([square(5, -2, 6, 3)])])
    assert len(both) == 2
    assert both.bounds == (0, -2, 6, 3)
    assert NO_RINGS.bounds == (0, 0, 0, 0)
    assert ellipse(1, 2, 3, 4).points.min(axis=0).tolist() == [-2, -2]


_ZIGZAG = np.array([[0.0, 0.0], [30.0, 5.0], [12.0, 14.0], [40.0, 22.0], [41.0, 40.0], [5.0, 30.0]])


@pytest.mark.parametrize("cap", ["butt", "round", "square"])
@pytest.mark.parametrize("join", ["miter", "round", "bevel"])
@pytest.mark.parametrize("closed", [False, True])
def test_a_stroke_with_any_join_and_end_is_that_of_geos(cap: str, join: Join, closed: bool):
    joins = {"miter": "mitre"}
    line = shapely.LinearRing(_ZIGZAG) if closed else shapely.LineString(_ZIGZAG)
    cap_style = {"butt": "flat"}.get(cap, cap)
    theirs = line.buffer(2.0, 256, cap_style=cap_style, join_style=joins.get(join, join), mitre_limit=100.0)
    ours = stroked_as(_ZIGZAG, closed, 4.0, cap, join, 100.0, 1e-4)
    polygons = shapely.union_all([shapely.Polygon(ring) for ring in ours if _signed(ring) > 0])
    holes = shapely.union_all([shapely.Polygon(ring[::-1]) for ring in ours if _signed(ring) < 0])
    assert polygons.difference(holes).symmetric_difference(theirs).area < 1e-3 * theirs.area


def test_a_mitre_past_its_limit_is_a_bevel():
    corner = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0]])  # reaches the root of 2 half widths
    areas = [stroked_as(corner, False, 2.0, "butt", "miter", limit, 1e-3).area_mm2 for limit in (1.42, 1.41)]
    assert areas == pytest.approx([40.0, 39.5], abs=1e-3)
    assert stroked_as(corner, False, 2.0, "butt", "bevel", 9.0, 1e-3).area_mm2 == pytest.approx(39.5, abs=1e-3)


def test_a_point_draws_what_its_end_draws():
    point = np.array([[3.0, 4.0]])
    found = [stroked_as(point, False, 2.0, cap, "miter", 4.0, 1e-4).area_mm2 for cap in ("butt", "square", "round")]
    assert found == pytest.approx([0.0, 4.0, math.pi], rel=1e-4)


def _signed(ring) -> float:
    x, y = ring.T
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2
