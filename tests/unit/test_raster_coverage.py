import numpy as np
import pytest

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.areas import disc, normalised, stroked
from batikstudio.geometry.rings import rings_of, together
from batikstudio.raster.coverage import Copies, Window, mask, partition, snap, snap_offsets
from tests.support.numpy_coverage import coverage as oracle

HERE = np.zeros((1, 2), np.int64)


def star(points, outer, inner, centre):
    angle = np.arange(2 * points) * np.pi / points
    radius = np.where(np.arange(2 * points) % 2, inner, outer)
    return np.asarray(centre) + radius[:, None] * np.stack((np.cos(angle), np.sin(angle)), axis=1)


def draw(rings, window, px_per_mm=(1.0, 1.0), offsets=HERE):
    return mask([Copies(snap(rings, px_per_mm), offsets)], window)


@pytest.fixture(scope="module")
def scene():
    """Stars, rings with holes and lines over 97 x 83 px, some of them far over the border."""
    rng = np.random.default_rng(7)
    shapes = [normalised([star(7, 9, 4, rng.uniform(-5, 100, 2))]) for _ in range(12)]
    ring = normalised([star(40, 21, 21, (50, 40)), star(40, 15, 15, (50, 40))], even_odd=True)
    line = stroked(np.array([[-20.0, 10.0], [40.0, 33.3], [130.0, 20.1]]), False, 2.7, "round", 0.01)
    return together([*shapes, ring, line])


def test_a_disc_has_its_area():
    px = 300 / 25.4
    drawn = draw(disc(np.array([30.0, 30.0]), 10.0, 0.001), Window(0, 0, 720, 720), (px, px))
    assert abs(drawn.sum() / 255 / px**2 / (np.pi * 100) - 1) < 2e-3


def test_a_line_has_its_area():
    px = 300 / 25.4
    points = np.array([[5.0, 5.0], [45.0, 21.0]])
    length = float(np.hypot(40, 16))
    drawn = draw(stroked(points, False, 0.7, "round", 0.001), Window(0, 0, 600, 400), (px, px))
    assert abs(drawn.sum() / 255 / px**2 / (0.7 * length + np.pi * 0.35**2) - 1) < 5e-3


def test_it_agrees_with_a_second_rasteriser(scene):
    window = Window(0, 0, 97, 83)
    for ring in scene:
        one = rings_of([ring])
        want = oracle([np.floor(ring * 256 + 0.5) / 256], 97, 83)
        assert np.abs(draw(one, window) / 255 - want).max() <= 2 / 255


@pytest.mark.parametrize("rows", [1, 2, 7, 64])
def test_bands_equal_the_whole(scene, rows):
    whole = draw(scene, Window(-10, -10, 120, 110))
    bands = [draw(scene, Window(-10, y, 120, min(rows, 100 - y))) for y in range(-10, 100, rows)]
    assert (np.concatenate(bands) != whole).sum() == 0


def test_tiles_equal_the_whole(scene):
    whole = draw(scene, Window(0, 0, 97, 83))
    rng = np.random.default_rng(3)
    for _ in range(60):
        x, y = rng.integers(0, 90), rng.integers(0, 80)
        w, h = rng.integers(1, 97 - x + 1), rng.integers(1, 83 - y + 1)
        assert (draw(scene, Window(int(x), int(y), int(w), int(h))) != whole[y : y + h, x : x + w]).sum() == 0


def test_copies_by_whole_pixels_are_equal_to_the_byte(scene):
    period = np.array([[31.0, 0.0], [0.0, 17.0]])
    px = (1234 / 105.0, 617 / 52.5)
    basis = np.array([[105.0, 0.0], [52.5, 52.5]])
    offsets = snap_offsets(np.array([[i, j] for i in range(-2, 4) for j in range(-2, 4)]) @ basis, px)
    drawn = draw(scene, Window(0, 0, 1234, 617), px, offsets)
    again = draw(scene, Window(1234 + 617, 617, 1234, 617), px, offsets + np.array([[1851, 617]]) * 256)
    assert (drawn != again).sum() == 0
    assert drawn.any()
    assert period.any()


def test_mirrored_copies_are_filled_too(scene):
    window = Window(0, 0, 97, 83)
    mirrored = scene.transformed(Affine(-1, 0, 0, 1, 97, 0))
    # Vertices are snapped by rounding half up, which is not symmetric: up to half a unit of the fixed point.
    assert np.abs(draw(mirrored, window)[:, ::-1].astype(int) - draw(scene, window)).max() <= 2


def test_owners_share_each_pixel_out(scene):
    rng = np.random.default_rng(5)
    groups = [
        (1 + k % 3, [Copies(snap(rings_of([star(5, 20, 9, rng.uniform(0, 90, 2))]), (1.0, 1.0)), HERE)])
        for k in range(9)
    ]
    shares = partition(groups, 4, Window(0, 0, 97, 83))
    assert (shares.sum(axis=0, dtype=int) == 255).all()


def test_what_abuts_leaves_no_hairline():
    """Triangles that share slanted edges, each owned by somebody else, leave nothing to the ground."""
    rng = np.random.default_rng(11)
    corners = np.array([[0.0, 0.0], [97.0, 0.0], [97.0, 83.0], [0.0, 83.0]])
    middle = rng.uniform(20, 60, 2)
    groups = [
        (k + 1, [Copies(snap(rings_of([np.array([corners[k], corners[(k + 1) % 4], middle])]), (1.0, 1.0)), HERE)])
        for k in range(4)
    ]
    shares = partition(groups, 5, Window(0, 0, 97, 83))
    assert shares[0].sum() == 0


def test_the_upper_shape_hides_the_lower():
    square = rings_of([np.array([[10.0, 10.0], [30.0, 10.0], [30.0, 30.0], [10.0, 30.0]])])
    inner = rings_of([np.array([[15.25, 15.5], [25.5, 15.5], [25.5, 25.75], [15.25, 25.75]])])
    shares = partition(
        [(2, [Copies(snap(inner, (1.0, 1.0)), HERE)]), (1, [Copies(snap(square, (1.0, 1.0)), HERE)])],
        3,
        Window(0, 0, 40, 40),
    )
    assert shares[1, 20, 20] == 0
    assert shares[2, 20, 20] == 255
    assert shares[1, 20, 15] == 255 - shares[2, 20, 15] == round(255 * 0.25)
    assert (shares[0, 10:30, 10:30] == 0).all()


def test_it_agrees_with_qpainter(scene):
    """Qt's own fixed point is coarser: a few steps of 255 at edges."""
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPolygonF

    image = QImage(97, 83, QImage.Format.Format_Grayscale8)
    image.fill(0)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for ring in scene:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
        path.closeSubpath()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, QBrush(QColor("white")))
    painter.end()
    theirs = np.frombuffer(image.constBits(), np.uint8).reshape(83, image.bytesPerLine())[:, :97].astype(int)
    off = np.abs(draw(scene, Window(0, 0, 97, 83)).astype(int) - theirs)
    assert np.sqrt((off**2).mean()) < 4
    assert np.percentile(off, 99) <= 12
