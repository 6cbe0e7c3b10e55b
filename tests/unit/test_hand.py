"""The hand: copies differ within bounds, seams hold, and the same seed draws the same."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest
from shapely import Polygon
from shapely.validation import explain_validity

from batikstudio.cloth.render import render
from batikstudio.cloth.viewport import grid_of
from batikstudio.design import hand
from batikstudio.design.settings import apply
from batikstudio.design.shapes import meeting_points, shapes
from batikstudio.design.templates import from_motif
from batikstudio.geometry.areas import stroked
from batikstudio.geometry.rings import rings_of
from batikstudio.pattern.lattice import wrap_rectangle
from batikstudio.pattern.repeats import parse_repeat

NOWHERE = np.empty((0, 2))
REPEATS = ["grid", "half-drop 1/2", "half-drop 2/5", "brick 1/3", "hexagon", "lereng 45"]


def by_hand(rings, amount=1.0, variant=0, meetings=NOWHERE, dots=False):
    return hand.drawn(hand.outline(rings, meetings, dots), amount, 11, variant, 0)


def bar(width_mm, length_mm=120.0):
    return stroked(np.array([(0.0, 0.0), (length_mm, 0.0)]), False, width_mm, "butt", 0.01)


def test_without_a_hand_nothing_moves():
    np.testing.assert_allclose(by_hand(bar(1.0), 0.0).area_mm2, bar(1.0).area_mm2, rtol=1e-12)


def test_lines_vary_in_width_by_about_an_eighth_and_wander_by_tenths_of_a_millimetre():
    """Widths are measured across a long line every mm, over all hands."""
    wander, widths = [], []
    for variant in range(hand.VARIANTS):
        (ring,) = by_hand(bar(1.2), variant=variant)
        shape = Polygon(ring)
        assert shape.is_valid, explain_validity(shape)
        for x in np.arange(10.0, 110.0, 1.0):
            _, low, _, high = shape.intersection(Polygon([(x, -9), (x + 0.02, -9), (x + 0.02, 9), (x, 9)])).bounds
            widths.append(high - low)
            wander.append((high + low) / 2)
    spread = np.std(widths) / np.mean(widths)
    print(f"width {100 * spread:.1f} % rms, wander {np.std(wander):.2f} mm rms, at most {np.abs(wander).max():.2f} mm")
    assert 0.04 < spread < 0.09, "12 % is two standard deviations"
    assert np.mean(widths) == pytest.approx(1.2, rel=0.03)
    assert 0.2 < np.std(wander) < 0.5
    assert np.abs(wander).max() < hand.MOST_ASTRAY_MM


def test_no_shape_is_turned_inside_out():
    design = from_motif("kawung")
    for shape in shapes(design, design.fields[0], 0.02):
        for variant in range(hand.VARIANTS):
            drawn = by_hand(shape.rings, variant=variant, dots=shape.owner[1] == "isen")
            before, after = shape.rings.area_mm2, drawn.area_mm2
            assert 0.6 * before < after < 1.4 * before


def test_dots_differ_in_size_and_place_and_one_in_a_hundred_is_left_out():
    angle = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    one = 0.5 * np.stack((np.cos(angle), np.sin(angle)), axis=1)
    grid = np.stack(np.meshgrid(np.arange(50) * 2.5, np.arange(50) * 2.5), axis=-1).reshape(-1, 2)
    dots = rings_of([one + place for place in grid])
    smooth, unequal = by_hand(dots), by_hand(dots, dots=True)
    areas = np.array([abs(rings_of([ring]).area_mm2) for ring in unequal])
    left_out = areas < 1e-9
    assert 0.004 < left_out.mean() < 0.018
    radii = np.sqrt(areas[~left_out] / areas[~left_out].mean())
    assert 0.03 < radii.std() < 0.12
    shift = np.array([ring.mean(axis=0) for ring in unequal]) - np.array([ring.mean(axis=0) for ring in smooth])
    assert 0.04 < shift[~left_out].std() < 0.15


def test_the_hand_is_still_where_copies_meet():
    meetings = np.array([(0.0, 0.6), (0.0, -0.6), (120.0, 0.6), (120.0, -0.6)])
    drawn = by_hand(bar(1.2), meetings=meetings)
    for place in meetings:
        assert np.abs(drawn.points - place).sum(axis=1).min() < 2e-5
    assert np.abs(drawn.points[:, 1]).max() > 0.7, "in between it is free"


@pytest.mark.parametrize("name", REPEATS)
def test_chance_comes_round_with_the_torus(name):
    basis = parse_repeat(name, 42.0, 31.0).basis
    width, height = wrap_rectangle(basis)
    torus = hand.torus_of(basis, (3 * width, 2 * height))
    assert torus.p * torus.r == round(6 * width * height / abs(np.linalg.det(np.array(basis))))
    steps = np.random.default_rng(5).integers(-40, 40, (500, 2))
    home = torus.home(steps)
    assert np.all(home >= 0)
    assert np.all(home < (torus.p, torus.r))
    np.testing.assert_array_equal(torus.home(home), home)
    for period in ((3 * width, 0.0), (0.0, 2 * height)):
        step = np.rint(np.array(period) @ np.linalg.inv(np.array(basis))).astype(np.int64)
        np.testing.assert_array_equal(torus.home(steps + step), home)


def test_copies_are_drawn_by_all_hands_about_equally_often():
    steps = np.stack(np.meshgrid(np.arange(64), np.arange(64)), axis=-1).reshape(-1, 2)
    counts = np.bincount(hand.variants(7, 2, steps), minlength=hand.VARIANTS)
    assert counts.min() > 0.8 * len(steps) / hand.VARIANTS
    assert np.any(hand.variants(7, 2, steps) != hand.variants(8, 2, steps))
    assert np.any(hand.variants(7, 2, steps) != hand.variants(7, 3, steps))


@pytest.mark.parametrize("motif", ["kawung", "parang_rusak", "manggur"])
def test_a_repeat_drawn_by_hand_meets_itself_and_is_the_same_again(motif):
    design = apply(from_motif(motif), "hand", "1")
    grid = grid_of(design, 40)
    window, k = grid.repeat.window, grid.period_px
    assert k is not None
    whole = render(design, grid.repeat, grid=grid)
    moved = grid.repeat._replace(window=window._replace(x_px=k[0] // 3, y_px=k[1] // 2))
    np.testing.assert_array_equal(
        render(design, moved, grid=grid), np.roll(whole, (-(k[1] // 2), -(k[0] // 3)), axis=(0, 1))
    )
    np.testing.assert_array_equal(render(design, grid.repeat, grid=grid), whole)


def test_copies_are_equal_as_of_a_cap_and_differ_as_of_a_hand():
    design = apply(apply(from_motif("kawung"), "uneven", "0"), "weave", "no")
    cells = {}
    for amount in ("0", "1"):
        one = apply(design, "hand", amount)
        grid = grid_of(one, 60)
        assert grid.period_px is not None
        side = grid.period_px[0] // one.chance.nx
        picture = render(one, grid.repeat, "flat", grid=grid)
        cells[amount] = [picture[:side, x : x + side] for x in (0, side)]
    assert np.array_equal(*cells["0"])
    assert 0.01 < np.mean(np.any(cells["1"][0] != cells["1"][1], axis=-1)) < 0.5


def test_where_copies_meet_is_found_on_every_lattice():
    design = from_motif("kawung")
    field = design.fields[0]
    assert len(meeting_points(design, field).points) == 0, "ovals do not touch"
    cut = np.array([(0.0, 5.0), (42.0, 5.0), (20.0, 9.0)])
    basis = parse_repeat("half-drop 1/2", 42.0, 31.0).basis
    assert len(hand.meetings([cut], basis, cut)) == 0, "the neighbour of a half-drop lies lower"
    cut[1, 1] += 15.5
    np.testing.assert_allclose(hand.meetings([cut], basis, cut), cut[:2])
    assert len(hand.meetings([cut, cut], basis, cut)) == 3, "two images in one place meet everywhere"


def test_an_old_design_has_no_hand():
    plain = msgspec.to_builtins(from_motif("kawung").look)
    del plain["hand"]
    from batikstudio.design.document import Look

    assert msgspec.convert(plain, Look).hand == 0.0
