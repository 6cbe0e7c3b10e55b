from __future__ import annotations

import numpy as np
import pytest

from batikstudio.export.seam import check_seam

TILE = np.random.default_rng(2).integers(0, 256, (30, 40, 3), np.uint8)


def _cloth(left: int, top: int, width: int, height: int) -> np.ndarray:
    ys, xs = np.arange(top, top + height) % 30, np.arange(left, left + width) % 40
    return TILE[ys][:, xs].copy()


def test_a_periodic_cloth_joins_at_its_period_and_at_multiples_of_it():
    assert check_seam(_cloth, 40, 30).joins
    assert check_seam(_cloth, 80, 90).joins


@pytest.mark.parametrize(("width", "height"), [(39, 30), (41, 30), (40, 29), (40, 31), (20, 30)])
def test_any_other_size_does_not(width, height):
    assert not check_seam(_cloth, width, height).joins


@pytest.mark.parametrize("spot", [(-1, 7), (0, 0), (39, 12), (40, 29), (12, -2), (5, 30), (41, 31)])
def test_one_pixel_that_is_not_repeated_is_found_and_placed(spot):
    def cloth(left: int, top: int, width: int, height: int) -> np.ndarray:
        picture = _cloth(left, top, width, height)
        x, y = spot[0] - left, spot[1] - top
        if 0 <= x < width and 0 <= y < height:
            picture[y, x, 1] ^= 1
        return picture

    result = check_seam(cloth, 40, 30)
    assert not result.joins
    x, y = result.broken_px
    assert ((x - spot[0]) % 40, (y - spot[1]) % 30) == (0, 0)
