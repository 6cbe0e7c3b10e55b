"""Path data, by hand-computed outlines, analytic ellipses and properties."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from batikstudio.base.errors import BatikError
from batikstudio.geometry.path import CLOSE, CUBIC, LINE, MOVE, Path
from batikstudio.motifs.svg.arc import arc_cubics
from batikstudio.motifs.svg.path_data import Budget, numbers, read_path


def outline(text: str) -> tuple[list[int], list[tuple[float, float]], bool]:
    found, sound = read_path(text, Budget())
    points = [(x, y) for x, y in np.array(found.points).reshape(-1, 2).round(9).tolist()]
    return list(found.verbs), points, sound


@pytest.mark.parametrize(
    ("text", "verbs", "points"),
    [
        ("M1 2L3 4", [MOVE, LINE], [(1, 2), (3, 4)]),
        ("M1,2 3,4 5,6", [MOVE, LINE, LINE], [(1, 2), (3, 4), (5, 6)]),
        ("m1 2 3 4 5 6", [MOVE, LINE, LINE], [(1, 2), (4, 6), (9, 12)]),
        ("M0 0H5V7h-1v-2", [MOVE, LINE, LINE, LINE, LINE], [(0, 0), (5, 0), (5, 7), (4, 7), (4, 5)]),
        ("M0 0h1 2 3", [MOVE, LINE, LINE, LINE], [(0, 0), (1, 0), (3, 0), (6, 0)]),
        ("M0 0C1 2 3 4 5 6", [MOVE, CUBIC], [(0, 0), (1, 2), (3, 4), (5, 6)]),
        (
            "M1 1c1 2 3 4 5 6 1 1 1 1 1 1",
            [MOVE, CUBIC, CUBIC],
            [(1, 1), (2, 3), (4, 5), (6, 7), (7, 8), (7, 8), (7, 8)],
        ),
        # S reflects the second handle of a cubic before it, and only of a cubic
        ("M0 0C0 1 2 3 4 3S8 1 8 0", [MOVE, CUBIC, CUBIC], [(0, 0), (0, 1), (2, 3), (4, 3), (6, 3), (8, 1), (8, 0)]),
        ("M2 2L4 4S8 1 8 0", [MOVE, LINE, CUBIC], [(2, 2), (4, 4), (4, 4), (8, 1), (8, 0)]),
        ("M0 0Q3 3 6 0", [MOVE, CUBIC], [(0, 0), (2, 2), (4, 2), (6, 0)]),
        ("M0 0Q3 3 6 0t6 0", [MOVE, CUBIC, CUBIC], [(0, 0), (2, 2), (4, 2), (6, 0), (8, -2), (10, -2), (12, 0)]),
        ("M0 0L1 0 1 1z", [MOVE, LINE, LINE, CLOSE], [(0, 0), (1, 0), (1, 1)]),
        # After z the next subpath begins where the last began
        ("M1 1h2v2zl5 5", [MOVE, LINE, LINE, CLOSE, MOVE, LINE], [(1, 1), (3, 1), (3, 3), (1, 1), (6, 6)]),
        ("M1 1h2zm1 1h1", [MOVE, LINE, CLOSE, MOVE, LINE], [(1, 1), (3, 1), (2, 2), (3, 2)]),
        ("M.5.5-1e1-.25E-1", [MOVE, LINE], [(0.5, 0.5), (-10, -0.025)]),
        ("M1 1M2 2L3 3M9 9", [MOVE, LINE], [(2, 2), (3, 3)]),  # a lone move draws nothing
        ("M4 5h0", [MOVE], [(4, 5)]),  # a line of no length: a dot of a round nib
        ("M4 5z", [MOVE, CLOSE], [(4, 5)]),
        ("", [], []),
        ("none", [], []),
    ],
)
def test_commands(text, verbs, points):
    assert outline(text) == (verbs, points, True)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("M0 0L1 1L2", [(0, 0), (1, 1)]),
        ("M0 0L1 1 L nan 3", [(0, 0), (1, 1)]),
        ("M0 0L1 1,2 2,x", [(0, 0), (1, 1), (2, 2)]),
        ("M0 0L1 1R5 5L6 6", [(0, 0), (1, 1)]),
        ("L1 1L2 2", []),
        ("5 5M1 1L2 2", []),
        ("M0 0L1 1z3", [(0, 0), (1, 1)]),
        ("M0 0L5 5A1 1 0 2 0 9 9", [(0, 0), (5, 5)]),
    ],
)
def test_what_stands_before_a_mistake_is_read(text, points):
    assert outline(text)[1:] == (points, False)


def test_arc_flags_need_nothing_between_them():
    assert outline("M0 0a25 25 -30 0150-25")[1:] == outline("M0 0a25,25 -30 0,1 50,-25")[1:]
    assert outline("M10 10A5 5 0 1120 10.5.5 5 0 0030 10")[2]


@pytest.mark.parametrize(("large", "sweep"), [(0, 0), (0, 1), (1, 0), (1, 1)])
def test_an_arc_lies_on_its_ellipse(large: int, sweep: int):
    """Circle of radius 10 through (0, 0) and (10, 0): centres at (5, ±sqrt 75), known from school."""
    found, _ = read_path(f"M0 0A10 10 0 {large} {sweep} 10 0", Budget())
    path = Path(np.frombuffer(found.verbs, np.uint8), np.array(found.points).reshape(-1, 2))
    (points, _closed), *_ = path.subpaths(1e-4)
    centre = (5.0, math.sqrt(75) * _side(large, sweep))
    radii = np.hypot(points[:, 0] - centre[0], points[:, 1] - centre[1])
    assert np.abs(radii - 10).max() < 10 * 3e-4
    length = np.hypot(*np.diff(points, axis=0).T).sum()
    assert length == pytest.approx(10 * (math.tau * 5 / 6 if large else math.tau / 6), rel=1e-3)
    assert points[-1].tolist() == [10, 0]


def _side(large: int, sweep: int) -> int:
    """y down, sweep 1 is clockwise on the screen: the small clockwise arc from left to right bulges up."""
    return 1 if large != sweep else -1


def test_a_turned_ellipse_that_is_too_small_grows_until_it_reaches():
    """Half axes 2:1, turned by 30 degrees as the chord is: the chord becomes the long axis."""
    x, y = 20 * math.cos(math.radians(30)), 20 * math.sin(math.radians(30))
    pieces = list(arc_cubics(0, 0, 2, 1, 30, False, True, x, y))
    assert len(pieces) == 2
    top = np.array(pieces[0][-2:])
    away = np.array([math.sin(math.radians(30)), -math.cos(math.radians(30))])
    assert top == pytest.approx(np.array([x, y]) / 2 + 5 * away, abs=1e-9)


@pytest.mark.parametrize("radii", ["0 5", "5 0", "1e-300 1e300", "1e300 1e300", "1e999 5", "1e-300 1e-300"])
def test_arcs_with_absurd_radii_are_lines(radii: str):
    assert outline(f"M1 1A{radii} 0 1 1 9 9") == ([MOVE, LINE], [(1, 1), (9, 9)], True)


def test_reading_stops_at_the_budget():
    budget = Budget()
    budget.room = 10
    with pytest.raises(BatikError) as caught:
        numbers("1 " * 1000, budget)
    assert caught.value.code == "svg.too_many_points"


coordinate = st.integers(-999_999, 999_999).map(lambda n: n / 1000)
segment = st.one_of(
    st.tuples(st.just("L"), st.lists(coordinate, min_size=2, max_size=2)),
    st.tuples(st.just("C"), st.lists(coordinate, min_size=6, max_size=6)),
    st.tuples(st.just("Q"), st.lists(coordinate, min_size=4, max_size=4)),
)


@given(st.lists(segment, min_size=1, max_size=8), coordinate, coordinate)
def test_relative_commands_draw_what_absolute_ones_do(segments, x, y):
    absolute, relative = f"M{x} {y}", f"m{x} {y}"
    at_x, at_y = x, y
    for letter, values in segments:
        absolute += letter + " ".join(map(repr, values))
        moved = [v - (at_y if i % 2 else at_x) for i, v in enumerate(values)]
        relative += letter.lower() + ",".join(f"{v:.6f}" for v in moved)
        at_x, at_y = values[-2:]
    one, two = read_path(absolute, Budget())[0], read_path(relative, Budget())[0]
    assert len(one.points) == len(two.points)
    assert np.allclose(one.points, two.points, atol=1e-4)


@given(st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.-+eE, nax", max_size=60))
def test_any_text_gives_a_sound_outline(text):
    found, _ = read_path(text, Budget())
    takes = {MOVE: 1, LINE: 1, CUBIC: 3, CLOSE: 0}
    assert 2 * sum(takes[verb] for verb in found.verbs) == len(found.points)
    assert not found.verbs or found.verbs[0] == MOVE
    assert all(after == MOVE for before, after in zip(found.verbs, found.verbs[1:], strict=False) if before == CLOSE)
