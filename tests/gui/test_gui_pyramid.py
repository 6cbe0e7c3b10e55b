"""The pyramid of the canvas, and that copies of a repeat meet on the screen without a line between them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from batikstudio.gui.canvas.paint_cloth import cloth_rect, lay_exact, lay_repeat
from batikstudio.gui.canvas.pyramid import Pyramid, bgrx, halved
from batikstudio.gui.canvas.view import View

pytestmark = pytest.mark.usefixtures("qapp")


def chance_picture(height: int, width: int, seed: int = 5) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def painted(pyramid: Pyramid, view: View, size: tuple[int, int], length_mm: float, width_mm: float) -> np.ndarray:
    """Return what lay_repeat paints on a magenta ground, RGB."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    painter = QPainter(image)
    cloth = cloth_rect(view, length_mm, width_mm)
    lay_repeat(painter, pyramid, view, cloth, QSize(*size), 1.0, (0.0, 0.0))
    painter.end()
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(size[1], image.bytesPerLine() // 4, 4)
    return raw[:, : size[0], 2::-1].copy()


def test_pixels_lie_as_qt_holds_them():
    assert bgrx(np.array([[[1, 2, 3]]], np.uint8)).tolist() == [[[3, 2, 1, 255]]]
    assert bgrx(np.array([[7]], np.uint8)).tolist() == [[[7, 7, 7, 255]]]


@given(st.integers(2, 31), st.integers(2, 31), st.integers(0, 1000))
def test_a_level_is_the_mean_of_the_one_below_continued_round(height: int, width: int, seed: int):
    level = bgrx(chance_picture(height, width, seed))
    got = halved(level).astype(int)
    rows, columns = np.arange(got.shape[0]), np.arange(got.shape[1])
    want = np.zeros(got.shape)
    for dy in (0, 1):
        for dx in (0, 1):
            want += level[np.ix_((2 * rows + dy) % height, (2 * columns + dx) % width)]
    assert np.abs(got - want / 4).max() <= 0.5


def test_the_smallest_level_that_is_not_enlarged_is_taken():
    pyramid = Pyramid(chance_picture(256, 256), 64.0, 64.0)  # 4 px per mm
    assert [pyramid.level(scale) for scale in (9.0, 4.0, 2.1, 2.0, 1.0, 0.26, 0.25)] == [0, 0, 0, 1, 2, 3, 4]
    for scale in (4.0, 2.0, 0.9, 0.3):
        assert pyramid.px_per_mm / 2 ** pyramid.level(scale) >= scale


def test_at_its_own_size_the_repeat_is_laid_pixel_for_pixel():
    picture = chance_picture(40, 60)
    got = painted(Pyramid(picture, 60.0, 40.0), View(1.0, 0.0, 0.0), (150, 100), 1000.0, 1000.0)
    want = np.tile(picture, (3, 3, 1))[:100, :150]
    assert np.array_equal(got, want)


@given(st.floats(0.05, 3.0), st.floats(-30, 30), st.floats(-30, 30))
def test_no_gap_between_copies_at_any_zoom(scale: float, left: float, top: float):
    flat = np.full((57, 83, 3), 90, np.uint8)
    got = painted(Pyramid(flat, 83.0, 57.0), View(scale, left, top), (220, 160), 5000.0, 5000.0)
    view = View(scale, left, top)
    x, y = (max(int(np.ceil(value)) + 1, 0) for value in view.to_px(0, 0))
    inside = got[y:, x:]
    assert np.all(inside == 90)


def test_nothing_is_painted_beside_the_cloth():
    got = painted(Pyramid(chance_picture(20, 20), 20.0, 20.0), View(1.0, -30.0, -10.0), (100, 60), 40.0, 30.0)
    inside = np.zeros((60, 100), bool)
    inside[10:40, 30:70] = True
    magenta = (got == (255, 0, 255)).all(axis=2)
    assert magenta[~inside].all()
    assert not magenta[inside].any()


def test_the_exact_picture_lies_in_its_place():
    picture = chance_picture(20, 30)
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    lay_exact(painter, Pyramid(picture, 30.0, 20.0), (10.0, 5.0, 40.0, 25.0), View(1.0, 0.0, 0.0), 1.0)
    painter.end()
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(60, -1, 4)[:, :80, 2::-1]
    assert np.array_equal(raw[5:25, 10:40], picture)
    assert (raw[:5] == 255).all()
