"""10,000 copies of a motif onto 4096 x 4096: the kernel against QPainter with the same flattened paths, in one run."""

import time

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QGuiApplication, QImage, QPainter, QPainterPath, QPolygonF, QTransform

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.areas import normalised
from batikstudio.geometry.path import circle, smooth
from batikstudio.raster.coverage import Copies, Window, mask, snap

SIDE = 4096
COPIES = 10_000


def motif(tolerance):
    """Return a ceplok of 16 hollow petals about two rings, in the unit circle: 34 contours, 136 curves."""
    paths = [circle(0, 0, 0.2), circle(0, 0, 0.12)]
    for k in range(16):
        cos, sin = np.cos(k * np.pi / 8), np.sin(k * np.pi / 8)
        turn = np.array([[cos, sin], [-sin, cos]])
        for inner, outer, half in ((0.25, 1.0, 0.17), (0.4, 0.8, 0.085)):
            corners = np.array([(inner, 0), (0.6, half), (outer, 0), (0.6, -half)])
            paths.append(smooth(corners @ turn, closed=True))
    return normalised([points for path in paths for points, _ in path.subpaths(tolerance)], even_odd=True)


def places():
    rng = np.random.default_rng(2)
    for _ in range(COPIES):
        turn = Affine.rotation(float(rng.uniform(0, 360))) @ Affine.scaling(float(rng.uniform(20, 45)))
        yield Affine.translation(*rng.uniform(0, SIDE, 2)) @ turn


def by_kernel(rings):
    every = list(places())
    copies = [
        Copies(snap(rings, (1.0, 1.0), every[k : k + 250]), np.zeros((1, 2), np.int64)) for k in range(0, COPIES, 250)
    ]
    return mask(copies, Window(0, 0, SIDE, SIDE))


def by_qt(rings):
    image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
    image.fill(0)
    path = QPainterPath()
    for ring in rings:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
        path.closeSubpath()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush = QBrush(0xFFFFFFFF)
    for place in places():
        painter.setTransform(QTransform(*place))
        painter.fillPath(path, brush)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, SIDE).copy()


def cpu(work, *args):
    start = time.process_time()
    result = work(*args)
    return time.process_time() - start, result


def test_ten_thousand_copies(benchmark):
    _ = QGuiApplication.instance() or QGuiApplication([])
    rings = motif(0.02 / 45)
    by_kernel(motif(0.01))  # compile
    ours = min(cpu(by_kernel, rings)[0] for _ in range(3))
    _, drawn = cpu(by_kernel, rings)
    theirs, painted = min((cpu(by_qt, rings) for _ in range(2)), key=lambda one: one[0])
    difference = np.abs(drawn.astype(int) - painted)
    print(
        f"\n{len(rings.points)} vertices a motif; kernel {ours:.2f} s CPU, QPainter {theirs:.2f} s CPU, "
        f"ratio {theirs / ours:.1f}; mean difference {difference.mean():.3f}/255"
    )
    benchmark.extra_info["ratio"] = theirs / ours
    benchmark.pedantic(by_kernel, (rings,), rounds=1)
    assert theirs / ours >= 5
    assert difference.mean() < 4  # where copies overlap, Qt paints over and the kernel adds up
