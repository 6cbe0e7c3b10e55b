"""All 17 wallpaper groups, found again in real renders by a detector that knows nothing of how they were made."""

import numpy as np
import pytest

from batikstudio.cloth.render import render
from batikstudio.cloth.viewport import Viewport, grid_of
from batikstudio.design.templates import from_template
from batikstudio.pattern.groups import GROUPS
from batikstudio.raster.coverage import Window
from tests.support.symmetry_detector import detect, resample

ORIGIN_PX = (200, 150)


def cell(group):
    """Return one cell of the symmetry probe in fractional lattice coordinates, as the program renders it."""
    design = from_template("symmetry-probe", {"group": group})
    grid = grid_of(design, 110)
    pixels = render(design, Viewport(Window(0, 0, 700, 700), grid.px_per_mm), "flat", grid=grid)
    kx, ky = grid.px_per_mm
    basis = tuple((x * kx, y * ky) for x, y in design.fields[0].repeat.basis)
    return resample(pixels.mean(axis=2).astype(np.uint8), basis, ORIGIN_PX)


@pytest.mark.parametrize("group", GROUPS)
def test_the_group_asked_for_is_the_group_on_the_cloth(group):
    tile = cell(group)
    assert detect(tile, GROUPS[group].lattice) == group
    noisy = tile + np.random.default_rng(1).normal(0, 20, tile.shape)
    assert detect(noisy, GROUPS[group].lattice, 0.15) == group


def test_a_spoiled_cell_is_not_taken_for_the_group():
    tile = cell("p4m").copy()
    tile[: len(tile) // 3, : len(tile) // 4] = tile.mean()
    assert detect(tile, "square") != "p4m"
