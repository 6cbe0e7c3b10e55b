"""Bands equal the whole, tiles too, and the repeat meets itself: 0 values differ."""

import numpy as np
import pytest

from batikstudio.cloth.render import VIEWS, render
from batikstudio.cloth.viewport import Viewport, grid_of
from batikstudio.design.templates import from_template
from batikstudio.raster.coverage import Window


@pytest.fixture(scope="module", params=["manggur-kawung", "parang", "kawung"])
def design(request):
    return from_template(request.param)


def part(design, grid, x, y, width, height, view="cloth", after=None):
    return render(design, Viewport(Window(x, y, width, height), grid.px_per_mm), view, after, grid=grid)


@pytest.mark.parametrize("rows", [1, 64, 97])
def test_bands_equal_the_whole_in_every_byte(design, rows):
    grid = grid_of(design, 300)
    height = 12 if rows == 1 else 200
    whole = part(design, grid, 301, 203, 260, height)
    bands = [part(design, grid, 301, 203 + y, 260, min(rows, height - y)) for y in range(0, height, rows)]
    assert (np.concatenate(bands) != whole).sum() == 0


@pytest.mark.parametrize("view", VIEWS)
def test_tiles_equal_the_whole_in_every_view(design, view):
    grid = grid_of(design, 200)
    after = 6 if view == "wax" else None
    whole = part(design, grid, 40, 60, 300, 220, view, after)
    for x, y, w, h in [(0, 0, 133, 151), (133, 151, 167, 69), (77, 3, 1, 217)]:
        assert (part(design, grid, 40 + x, 60 + y, w, h, view, after) != whole[y : y + h, x : x + w]).sum() == 0


def test_the_repeat_continues_into_its_neighbours(design):
    """Left into right and top into bottom, by the endless cloth on both sides of every edge."""
    grid = grid_of(design, 300)
    across, down = grid.period_px
    for x, y, w, h in [(-40, 100, 80, 150), (100, -40, 150, 80), (-40, -40, 80, 80)]:
        here = part(design, grid, x, y, w, h)
        assert here.std() > 0
        for dx, dy in [(across, 0), (0, down), (across, down)]:
            assert (part(design, grid, x + dx, y + dy, w, h) != here).sum() == 0


def test_a_repeat_of_21_cm_at_300_dpi_is_whole_in_pixels():
    design = from_template("kawung", {"size_mm": "210"})
    grid = grid_of(design, 300)
    assert grid.period_px == (2480, 2480)
    assert grid.px_per_mm[0] * 25.4 == pytest.approx(300, rel=1e-3)
    edge = part(design, grid, 2480 - 20, 700, 40, 300)
    assert (edge != part(design, grid, -20, 700, 40, 300)).sum() == 0


def test_below_150_dpi_the_blocks_lie_on_the_global_grid(design):
    grid = grid_of(design, 60)
    whole = part(design, grid, 0, 0, 90, 70)
    assert (part(design, grid, 31, 17, 50, 41) != whole[17:58, 31:81]).sum() == 0


def test_two_renders_are_equal(design):
    grid = grid_of(design, 150)
    assert (part(design, grid, 0, 0, 200, 200) == part(design, grid, 0, 0, 200, 200)).all()


def test_another_seed_is_another_cloth_of_the_same_drawing(design):
    from batikstudio.design.edits.about import set_seed

    grid = grid_of(design, 150)
    other = set_seed(design, design.seed + 1)
    assert (part(design, grid, 0, 0, 200, 200) != part(other, grid, 0, 0, 200, 200)).any()
    assert (part(design, grid, 0, 0, 200, 200, "pola") == part(other, grid, 0, 0, 200, 200, "pola")).all()
