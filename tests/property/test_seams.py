"""Where a lattice is exact in pixels the repeat meets itself: 0 bytes differ, for any size, places and hand."""

from __future__ import annotations

import numpy as np
import pytest

from batikstudio.cloth.render import render
from batikstudio.cloth.viewport import Viewport, grid_of, period_mm
from batikstudio.design.edits import cloth
from batikstudio.design.settings import apply
from batikstudio.design.templates import from_template
from batikstudio.raster.coverage import Window

LATTICES = ("half-drop 1/2", "half-drop 1/3", "half-drop 2/5", "hexagon", "ondo-ende 2/5", "parang 1/2", "mubeng")
PLACED = ("toss 4", "radial 5", "radial 3 mirror")
SIDE_PX = 26
DPI = 61.0


def design_of(repeat, width_mm, height_mm, hand):
    settings = {"size_mm": str(width_mm), "height_mm": str(height_mm), "hand": str(hand)}
    return apply(from_template("symmetry-probe", settings), "repeat", repeat)


def apart(design, seen):
    """Return how many bytes differ between the edges of a repeat and what follows; ``seen`` gathers what they show."""
    grid = grid_of(design, DPI)
    across, down = grid.period_px
    assert all(whole == int(whole) for whole in (across, down))
    differ = 0
    for x, y in ((-SIDE_PX // 2, down // 3), (across // 3, -SIDE_PX // 2)):
        pictures = [
            render(design, Viewport(Window(x + dx, y + dy, SIDE_PX, SIDE_PX), grid.px_per_mm), "flat", grid=grid)
            for dx, dy in ((0, 0), (across, 0), (0, down))
        ]
        seen.append(pictures[0].std() > 0)
        differ += sum(int((one != pictures[0]).sum()) for one in pictures[1:])
    return differ


@pytest.mark.parametrize("hand", [0.0, 0.7])
def test_seams_of_two_hundred_sizes(hand):
    chance = np.random.default_rng(11 + round(10 * hand))
    seen: list[bool] = []
    for number in range(100):
        repeat = LATTICES[number % len(LATTICES)]
        width, height = (float(value) for value in chance.uniform(17.0, 71.0, 2))
        if number % 3 == 0:
            width, height = round(width) | 1, round(height) | 1
        assert apart(design_of(repeat, width, height, hand), seen) == 0, (repeat, width, height)
    assert np.mean(seen) > 0.3


@pytest.mark.parametrize("repeat", PLACED)
@pytest.mark.parametrize("hand", [0.0, 1.0])
def test_seams_of_copies_at_places_of_their_own(repeat, hand):
    seen: list[bool] = []
    for width, height in ((61.0, 53.0), (83.7, 71.3), (47.0, 95.0)):
        design = design_of(repeat, width, height, hand)
        assert len(design.fields[0].repeat.places) > 1
        assert apart(design, seen) == 0
    assert any(seen)


@pytest.mark.parametrize("repeat", ["once", "frieze p2mg", "frame"])
def test_what_does_not_come_round_says_so(repeat):
    assert period_mm(design_of(repeat, 60.0, 40.0, 0.0)) is None


def test_whole_copies_only_do_not_come_round_at_the_edge_of_the_cloth():
    design = from_template("symmetry-probe")
    assert period_mm(design) is not None
    assert period_mm(cloth.set_edge(design, "badan", "whole")) is None
