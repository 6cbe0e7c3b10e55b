"""Scattered copies stand clear of one another on the torus; the copies of a frame close all round."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest

from batikstudio.base.errors import BatikError
from batikstudio.pattern.places import TOSS_GAP_MM, Disc, frame, toss

W, H = 180.0, 130.0
DRAWN = Disc(4.0, -9.0, 11.0)


def middles(places, disc):
    return np.array([one.apply(np.array([(disc.x_mm, disc.y_mm)]))[0] for one in places])


def least_distance(points, width, height):
    """Measure all pairs, each with its eight nearest neighbours on the torus, by hand."""
    found = math.inf
    for (i, p), (j, q) in product(enumerate(points), repeat=2):
        for dx, dy in product((-width, 0.0, width), (-height, 0.0, height)):
            if i != j or dx or dy:
                found = min(found, math.hypot(p[0] - q[0] + dx, p[1] - q[1] + dy))
    return found


@pytest.mark.parametrize("count", [1, 2, 7, 20, 30])
@pytest.mark.parametrize("seed", [1, 2, 77])
def test_scattered_copies_touch_nowhere_not_even_across_an_edge(count, seed):
    places = toss(count, W, H, DRAWN, seed)
    assert len(places) == count
    apart = least_distance(middles(places, DRAWN), W, H)
    assert apart >= 2 * DRAWN.radius_mm + TOSS_GAP_MM - 1e-9
    for one in places:
        np.testing.assert_allclose(one.linear.T @ one.linear, np.eye(2), atol=1e-12)
        assert one.determinant == pytest.approx(1.0)


def test_scattered_copies_are_turned_every_way_and_change_with_the_seed_alone():
    first, again, other = (toss(24, W, H, Disc(radius_mm=6.0), seed) for seed in (5, 5, 6))
    assert first == again
    assert first != other
    angles = np.sort([math.degrees(math.atan2(one.b, one.a)) % 360 for one in first])
    assert np.diff(angles).max() < 90


def test_no_more_are_laid_than_fit_and_most_of_the_room_is_used():
    places = toss(200, W, H, DRAWN, 3)
    apart = 2 * DRAWN.radius_mm + TOSS_GAP_MM
    assert least_distance(middles(places, DRAWN), W, H) >= apart - 1e-9
    covered = len(places) * math.pi * apart**2 / 4 / (W * H)
    # Random sequential adsorption ends at 0.547 of the plane, no packing passes 0.907.
    assert 0.6 < covered < 0.907


def test_one_copy_is_laid_even_where_none_fits():
    assert len(toss(5, 20.0, 20.0, Disc(0.0, 0.0, 40.0), 1)) == 1


@pytest.mark.parametrize("room", [(0.0, 0.0, 1050.0, 1050.0), (-30.0, 12.5, 2470.0, 1062.5), (5.0, 5.0, 505.0, 298.0)])
def test_a_frame_closes_and_points_outwards_everywhere(room):
    width, height = 47.0, 40.0
    found = frame(width, height, room, DRAWN)
    x0, y0, x1, y1 = room
    centre = np.array([(x0 + x1) / 2, (y0 + y1) / 2])
    spots = middles(found.places, DRAWN)
    feet = np.array([one.linear @ (0.0, 1.0) for one in found.places])
    # Every middle lies in the middle of the band.
    inside = np.minimum.reduce([spots[:, 0] - x0, x1 - spots[:, 0], spots[:, 1] - y0, y1 - spots[:, 1]])
    np.testing.assert_allclose(inside, height / 2, atol=1e-9)
    # Feet point outwards; on the corners half way between two sides.
    assert ((spots - centre) * feet).sum(axis=1).min() > 0
    corners = np.isclose(np.abs(feet), math.sqrt(0.5)).all(axis=1)
    assert corners.sum() == 4
    assert {tuple(np.round(p, 9)) for p in spots[corners]} == {
        (round(x, 9), round(y, 9))
        for x in (x0 + height / 2, x1 - height / 2)
        for y in (y0 + height / 2, y1 - height / 2)
    }
    # Along each side a whole number at equal steps, half a step from its corner squares.
    for axis, (low, high) in ((0, (x0, x1)), (1, (y0, y1))):
        on = ~corners & (np.abs(feet[:, axis]) < 1e-9)
        along = np.unique(np.round(spots[on][:, axis], 9))
        pitch = (high - low - 2 * height) / len(along)
        np.testing.assert_allclose(along, low + height + (np.arange(len(along)) + 0.5) * pitch, atol=1e-8)
        assert on.sum() == 2 * len(along)
        assert len(along) == round((high - low - 2 * height) / width)
        assert abs(100 * (pitch / width - 1)) <= abs(found.residual_percent) + 1e-6


def test_a_frame_without_room_and_one_without_end_are_refused():
    for room, code in (
        ((0, 0, 90, 90), "repeat.no_room_for_frame"),
        ((0, 0, 20_000, 20_000), "repeat.too_many_copies"),
    ):
        with pytest.raises(BatikError) as caught:
            frame(8.0, 45.0, room, Disc())
        assert caught.value.code == code
