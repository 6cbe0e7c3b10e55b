"""Repeats by their plain names: half-drop, brick, mirror, hexagon, lereng; and the upright rectangle that wraps."""

from __future__ import annotations

import math
from math import gcd

import numpy as np
import pytest

from batikstudio.base.errors import BatikError
from batikstudio.geometry.affine import Affine
from batikstudio.pattern.groups import FRIEZES, cosets, fitting, in_mm
from batikstudio.pattern.lattice import area_mm2, wrap_rectangle
from batikstudio.pattern.lereng import LARGEST_UPRIGHT_MM
from batikstudio.pattern.places import Disc
from batikstudio.pattern.repeats import REPEATS, parse_repeat

W, H = 60.0, 40.0
FRACTIONS = [(m, n) for n in range(2, 13) for m in range(1, n) if gcd(m, n) == 1]


def points(basis, half_mm=400.0):
    """Return the lattice points in a square about the origin, to a nanometre."""
    b = np.array(basis)
    steps = np.stack(np.meshgrid(np.arange(-120, 121), np.arange(-120, 121)), axis=-1).reshape(-1, 2)
    found = np.round(steps @ b, 6) + 0.0
    return {tuple(point) for point in found[np.abs(found).max(axis=1) <= half_mm].tolist()}


def columns(m, n, half_mm=400.0):
    """Return where a textile designer puts the copies of a half-drop m/n: column by column, each m/n lower."""
    found = set()
    for column in range(-7, 8):
        for row in range(-30, 31):
            x, y = round(column * W, 6) + 0.0, round(column * m * H / n + row * H, 6) + 0.0
            if max(abs(x), abs(y)) <= half_mm:
                found.add((x, y))
    return found


@pytest.mark.parametrize(("m", "n"), FRACTIONS)
def test_a_half_drop_is_its_lattice(m, n):
    spec = parse_repeat(f"half-drop {m}/{n}", W, H)
    assert spec.name == f"half-drop {m}/{n}"
    assert points(spec.basis) == columns(m, n)
    assert area_mm2(spec.basis) == pytest.approx(W * H, abs=1e-9)
    assert wrap_rectangle(spec.basis) == pytest.approx((n * W, H), abs=1e-9)


@pytest.mark.parametrize(("m", "n"), FRACTIONS)
def test_a_brick_is_a_half_drop_on_its_side(m, n):
    spec = parse_repeat(f"brick {m}/{n}", H, W)
    assert {(y, x) for x, y in points(spec.basis)} == columns(m, n)
    assert wrap_rectangle(spec.basis) == pytest.approx((H, n * W), abs=1e-9)


def test_a_half_drop_is_reduced_and_has_a_default():
    assert (
        parse_repeat("half-drop 2/4", W, H) == parse_repeat(" Half-Drop ", W, H) == parse_repeat("half-drop 1/2", W, H)
    )


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("grid", (W, H)),
        ("mirror x", (2 * W, H)),
        ("mirror y", (W, 2 * H)),
        ("mirror xy", (2 * W, 2 * H)),
        ("hexagon", (W, W * math.sqrt(3))),
    ],
)
def test_the_smallest_upright_rectangle(text, size):
    assert wrap_rectangle(parse_repeat(text, W, H).basis) == pytest.approx(size, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "group", "flips"),
    [
        ("mirror x", "pm", [(-1, 1)]),
        ("mirror y", "pm", [(1, -1)]),
        ("mirror xy", "pmm", [(-1, 1), (1, -1), (-1, -1)]),
    ],
)
def test_a_mirror_repeat_is_the_cell_and_its_reflections(text, group, flips):
    spec = parse_repeat(text, W, H)
    assert spec.group == group
    assert set(cosets(group, spec.basis)) == {Affine(), *(Affine.scaling(x, y) for x, y in flips)}
    assert area_mm2(spec.basis) == pytest.approx((1 + len(flips)) * W * H)


def test_plain_names_fit_their_groups_and_read_back():
    for name in (*REPEATS, "lereng 33.12345678", "brick 4/10", "mirror y"):
        spec = parse_repeat(name, W, H)
        assert spec.group in fitting(spec.basis)
        assert parse_repeat(spec.name, W, H) == spec


def test_a_hexagon_has_third_turns():
    assert "p6m" in fitting(parse_repeat("hexagon", W, H).basis)


def test_an_exact_lereng_stays_as_it_was_asked_for():
    """At 45 degrees with periods in a ratio of squares nothing has to move."""
    for along, across in ((60.0, 60.0), (60.0, 40.0), (20.0, 60.0)):
        spec = parse_repeat("lereng 45", along, across, (2500.0, 1050.0))
        assert (spec.residual_deg, spec.residual_percent) == (0.0, 0.0)
        np.testing.assert_allclose(spec.basis, np.array([(along, along), (-across, across)]) / math.sqrt(2), rtol=1e-12)


def test_a_lereng_the_other_way_is_its_mirror_image():
    (ux, uy), (vx, vy) = parse_repeat("lereng 31", W, H).basis
    assert parse_repeat("lereng -31", W, H).basis == ((ux, -uy), (-vx, vy))


@pytest.mark.parametrize(
    ("along", "across"), [(60, 40), (100, 80), (40, 120), (150, 60), (33.3, 71.7), (20, 20), (20, 60)]
)
@pytest.mark.parametrize("cloth", [None, (2500.0, 1050.0)])
def test_a_lereng_of_usual_size_is_nearly_what_was_asked_for(along, across, cloth):
    specs = [parse_repeat(f"lereng {angle}", along, across, cloth) for angle in range(5, 86)]
    assert max(abs(spec.residual_deg) for spec in specs) < 1.5
    assert max(abs(spec.residual_percent) for spec in specs) < 3.0
    assert max(max(wrap_rectangle(spec.basis)) for spec in specs) < 1.02 * LARGEST_UPRIGHT_MM


def _refused(text):
    with pytest.raises(BatikError) as caught:
        parse_repeat(text, W, H)
    return caught.value


@pytest.mark.parametrize("text", ["", "kotak", "halfdrop 1/2", "mirror z", "grid 1/2", "hexagon 3"])
def test_an_unknown_repeat_is_refused(text):
    fault = _refused(text)
    assert (fault.code, fault.facts["text"]) == ("repeat.unknown", text)
    assert fault.facts["known"]


@pytest.mark.parametrize("argument", ["0/2", "2/2", "3/2", "1/13", "1/0", "-1/2", "1.5/2", "a/b", "1", "1/2/3"])
@pytest.mark.parametrize("name", ["half-drop", "brick"])
def test_a_bad_fraction_is_refused(name, argument):
    fault = _refused(f"{name} {argument}")
    assert (fault.code, fault.facts) == ("repeat.bad_fraction", {"text": argument, "largest": 12})


@pytest.mark.parametrize("argument", ["0", "4.99", "85.01", "90", "-3", "180", "nan", "inf", "miring", "4 5"])
def test_a_bad_angle_is_refused(argument):
    fault = _refused(f"lereng {argument}")
    assert (fault.code, fault.facts) == ("repeat.bad_angle", {"text": argument, "lowest": 5.0, "highest": 85.0})


@pytest.mark.parametrize("text", ["lereng 33,5", "lereng 33.5°", "LERENG 33.5"])
def test_an_angle_may_be_written_as_people_write_it(text):
    assert parse_repeat(text, W, H) == parse_repeat("lereng 33.5", W, H)


def test_a_lattice_without_upright_rectangle_is_told():
    with pytest.raises(BatikError) as caught:
        wrap_rectangle(((50.0, math.pi), (-math.e, 50.0)))
    assert caught.value.code == "pattern.no_upright_repeat"


@pytest.mark.parametrize(
    ("text", "wrap", "cells"),
    [
        ("tubrukan", (W, H), 1),
        ("ondo-ende 1/2", (2 * W, H), 2),
        ("ondo-ende 2/5", (5 * W, H), 5),
        ("parang 1/1", (W, H), 1),
        ("parang 1/2", (W, 2 * H), 2),
        ("mubeng", (2 * W, 2 * W), 1),
        ("mlampah sareng", (2 * W, H), 1),
        ("radial 8", (W, H), 1),
        ("toss 5", (W, H), 1),
    ],
)
def test_paths_of_a_cap_and_scattered_cells_wrap(text, wrap, cells):
    spec = parse_repeat(text, W, H)
    assert wrap_rectangle(spec.basis) == pytest.approx(wrap, abs=1e-9)
    assert round(wrap[0] * wrap[1] / area_mm2(spec.basis), 9) == cells


def test_a_slanting_path_leads_along_its_slant():
    """Half a step to the right for each step forward; one step beside it the next line."""
    assert parse_repeat("parang 1/2", W, H).basis == ((W / 2, H), (-W, 0.0))


def test_four_caps_about_a_corner_fill_their_square_once():
    """*mubeng*: each quarter of the square holds one stamp, turned by a quarter more than the one before."""
    spec = parse_repeat("mubeng", W, H, drawn=Disc(7.0, -3.0, 20.0))
    stamp = np.array([(7.0, -3.0), (7.0 + W / 4, -3.0 - W / 6)])
    laid = np.array([place.apply(stamp) for place in spec.places])
    middles = {tuple(np.round(one, 9)) for one in laid[:, 0]}
    assert middles == {(7.0, -3.0), (7.0 + W, -3.0), (7.0, -3.0 + W), (7.0 + W, -3.0 + W)}
    turns = np.degrees(np.arctan2(*(laid[:, 1] - laid[:, 0]).T[::-1]))
    np.testing.assert_allclose((turns - turns[0]) % 360, [0, 90, 180, 270])


@pytest.mark.parametrize("text", ["once", "frieze p2", "frame"])
def test_what_is_laid_once_has_no_repeat_that_wraps(text):
    with pytest.raises(BatikError) as caught:
        wrap_rectangle(parse_repeat(text, W, H, (2500.0, 1050.0), room=(0.0, 0.0, 2500.0, 1050.0)).basis)
    assert caught.value.code == "pattern.no_upright_repeat"


@pytest.mark.parametrize("text", ["ondo ende 1/2", "Mlampah Sareng", "half drop 1/3", "radial 6 mirror"])
def test_names_may_be_written_with_spaces(text):
    assert parse_repeat(text, W, H).name == text.lower().replace("ondo ", "ondo-").replace("h s", "h-s").replace(
        "half ", "half-"
    )


@pytest.mark.parametrize("text", ["radial 1", "radial 73", "radial x", "toss 0", "toss 201", "toss 1.5"])
def test_a_bad_count_is_refused(text):
    assert _refused(text).code == "repeat.bad_count"


@pytest.mark.parametrize("text", ["radial 8 twice", "tubrukan 1/2", "gridlock", "once more", "frieze p5"])
def test_what_may_not_follow_a_name_is_refused(text):
    assert _refused(text).code == ("group.unknown" if text.startswith("frieze") else "repeat.unknown")


@pytest.mark.parametrize("group", FRIEZES)
def test_a_band_is_its_frieze_group_and_has_no_band_beside_it(group):
    spec = parse_repeat(f"frieze {group}", W, H)
    assert set(spec.places) == set(in_mm(FRIEZES[group], ((W, 0.0), (0.0, H))))
    assert spec.basis[0] == (W, 0.0)
    assert spec.basis[1][1] > 50_000


@pytest.mark.parametrize(("text", "count"), [("radial 8", 8), ("radial 5 mirror", 10)])
def test_a_ring_is_closed_under_its_turns(text, count):
    places = parse_repeat(text, W, H).places
    assert len(places) == count
    point = np.array([(3.0, 11.0)])
    orbit = np.array([one.apply(point)[0] for one in places])
    for one in places:
        apart = np.hypot(*(one.apply(orbit)[:, None] - orbit[None]).transpose(2, 0, 1))
        assert (np.sort(apart, axis=1)[:, 0] < 1e-9).all()
        assert (np.sort(apart, axis=1)[:, 1] > 1.0).all()
        assert sorted(apart.argmin(axis=1)) == list(range(count))
