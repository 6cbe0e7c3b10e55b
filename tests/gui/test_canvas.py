"""The canvas: pointers and keys become edits, looking about changes nothing, pictures come and go in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from batikstudio.design.edits import layers
from batikstudio.design.invariants import problems
from batikstudio.design.templates import from_template
from batikstudio.gui.canvas.canvas import Canvas
from batikstudio.gui.canvas.view import View
from batikstudio.gui.docks.library import LibraryPanel
from batikstudio.gui.main_window import MainWindow
from batikstudio.gui.ui_state import MOTIF_MIME
from tests.support.window import settle, studio, turn_wheel

LEFT, MIDDLE, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    design = from_template("kawung", {"cloth.length_mm": "300", "cloth.width_mm": "200"})
    with studio(qapp, tmp_path, design) as made:
        yield made


@pytest.fixture
def canvas(window: MainWindow) -> Canvas:
    window.area.canvas.fit_repeat()
    return window.area.canvas


def px(canvas: Canvas, x_mm: float, y_mm: float) -> QPoint:
    x, y = canvas.view.to_px(x_mm, y_mm)
    return QPoint(round(x), round(y))


def drag(canvas: Canvas, start: QPoint, by: QPoint, button: Qt.MouseButton = LEFT) -> None:
    QTest.mousePress(canvas, button, NONE, start)
    for k in range(1, 9):
        QTest.mouseMove(canvas, start + by * k / 8)
        QApplication.sendPostedEvents()
    QTest.mouseRelease(canvas, button, NONE, start + by)


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[..., 2::-1].copy()


def wait_drawn(qtbot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.feed.is_current, timeout=240_000)


# looking about


def test_middle_drag_pans_with_any_tool_and_changes_nothing(window: MainWindow, canvas: Canvas):
    session, design = window.context.session, window.context.session.design
    for tool in ("select", "place", "zoom"):
        window.ui.set_tool(tool)
        at = QPoint(200, 150)
        under = canvas.view.to_mm(200, 150)
        drag(canvas, at, QPoint(48, -32), MIDDLE)
        assert canvas.view.to_mm(248, 118) == pytest.approx(under)
    assert session.design is design


def test_the_wheel_keeps_what_lies_under_the_pointer(canvas: Canvas):
    at = QPoint(311, 97)
    for steps in (3, -5, 1):
        under, scale = canvas.view.to_mm(at.x(), at.y()), canvas.view.scale
        turn_wheel(canvas, at, steps)
        assert canvas.view.scale == pytest.approx(scale * 1.2**steps)
        assert canvas.view.to_mm(at.x(), at.y()) == pytest.approx(under)


def test_zoom_goes_to_its_ends_and_no_further(canvas: Canvas):
    turn_wheel(canvas, QPoint(100, 100), 60)
    assert canvas.view.scale == 60.0
    turn_wheel(canvas, QPoint(100, 100), -120)
    assert canvas.view.scale == 0.02
    canvas.grab()  # the smallest is painted, too


def test_the_repeat_stays_in_sight_until_the_person_looks_elsewhere(window: MainWindow, canvas: Canvas):
    window.resize(1600, 1000)
    settle()
    grown = canvas.view
    assert grown.scale > 1.2 * 768 / 1000
    canvas.zoom(1.5)
    seen = canvas.view
    window.resize(1366, 768)
    settle()
    assert canvas.view == seen


def test_space_is_forgotten_when_the_focus_goes(window: MainWindow, canvas: Canvas):
    window.activateWindow()
    canvas.setFocus()
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    assert canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor
    window.strip._row.setFocus()
    seen = canvas.view
    drag(canvas, QPoint(200, 150), QPoint(40, 0))
    assert canvas.view == seen


# edits


def test_a_motif_is_dragged_out_of_the_library(window: MainWindow, canvas: Canvas):
    library, session = window.findChild(LibraryPanel), window.context.session
    model = library.model
    row = model.row_of("truntum")
    assert model.flags(model.index(row)) & Qt.ItemFlag.ItemIsDragEnabled
    data = model.mimeData([model.index(row)])
    at = QPointF(px(canvas, 30, 22))
    enter = QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(canvas, enter)
    assert enter.isAccepted()
    drop = QDropEvent(at, Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(canvas, drop)
    (chosen,) = session.selection
    _, _, item = session.design.find_item(chosen)
    assert session.design.motifs[item.motif].id == "truntum"
    assert session.labels == ("motif.place",)
    assert not problems(session.design)


def test_what_is_no_motif_is_not_taken(canvas: Canvas):
    data = QMimeData()
    data.setText("kawung")
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(canvas, enter)
    assert not enter.isAccepted()
    assert MOTIF_MIME not in data.formats()


def test_nudges_by_the_arrows_are_one_undo(window: MainWindow, canvas: Canvas):
    session = window.context.session
    canvas.setFocus()
    QTest.mouseClick(canvas, LEFT, NONE, px(canvas, 14, 14))
    (chosen,) = session.selection
    before = session.design.find_item(chosen)[2].transform
    for _ in range(4):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    after = session.design.find_item(chosen)[2].transform
    assert after.e > before.e
    assert after.f == before.f
    assert session.position == 1
    session.undo()
    assert session.design.find_item(chosen)[2].transform == before


def test_two_drags_are_two_undos(window: MainWindow, canvas: Canvas):
    session = window.context.session
    QTest.mouseClick(canvas, LEFT, NONE, px(canvas, 14, 14))
    for _ in range(2):
        drag(canvas, px(canvas, 14, 14), QPoint(24, 16))
        session.select(session.selection)
    assert session.position == 2
    session.undo()
    session.undo()
    assert session.design == from_template("kawung", {"cloth.length_mm": "300", "cloth.width_mm": "200"})


def test_placing_where_every_layer_is_locked_is_refused_in_words(window: MainWindow, canvas: Canvas):
    session = window.context.session
    layer = session.design.fields[0].layers[0]
    session.do("layer.locked", layers.set_locked(session.design, layer.id, True))
    before = session.design
    window.ui.set_motif("truntum")
    window.ui.set_tool("place")
    QTest.mouseClick(canvas, LEFT, NONE, px(canvas, 20, 20))
    assert session.design is before
    said = window.status._words.text()
    assert layer.name in said
    assert "layer.locked" not in said


# pictures


def test_the_cloth_is_painted_where_it_lies(window: MainWindow, canvas: Canvas, qtbot):
    """At the picture's own scale every pixel of the canvas is the picture's."""
    wait_drawn(qtbot, window)
    pyramid = window.feed.pyramid
    for guide in ("cell", "copies"):
        window.ui.set_guide(guide, False)
    window.strip._row.setFocus()  # no ring around the canvas
    canvas.set_view(View(pyramid.px_per_mm, -10 / pyramid.px_per_mm, -10 / pyramid.px_per_mm))
    seen = pixels(canvas.grab().toImage())
    surround = window.context.tokens.surround
    assert (seen[:9] == [int(surround[k : k + 2], 16) for k in (1, 3, 5)]).all()
    picture = pyramid.levels[0][..., 2::-1]
    high, wide = (min(side, room - 10) for side, room in zip(picture.shape[:2], seen.shape[:2], strict=True))
    assert high > 100
    assert wide > 100
    difference = np.abs(seen[10 : 10 + high, 10 : 10 + wide].astype(int) - picture[:high, :wide])
    assert difference.mean() < 0.5


def test_a_close_look_brings_the_exact_picture(window: MainWindow, canvas: Canvas, qtbot):
    wait_drawn(qtbot, window)
    scale = window.feed.pyramid.px_per_mm * 3
    canvas.set_view(View(scale, 10.0, 10.0))
    qtbot.waitUntil(lambda: window.feed.exact_for(scale) is not None, timeout=180_000)
    exact = window.feed.exact_for(scale)
    x0, y0, x1, y1 = exact.box
    assert x0 <= 10.0
    assert y0 <= 10.0
    assert x1 >= 10.0 + (canvas.width() - 1) / scale  # whole pixels of the cloth
    assert y1 >= 10.0 + (canvas.height() - 1) / scale
    assert exact.pyramid.px_per_mm == pytest.approx(scale, rel=0.01)
    window.ui.set_view("pola")
    assert window.feed.exact_for(scale) is None  # of another view: never shown


def test_going_away_and_coming_back_draws_nothing(window: MainWindow, qtbot):
    wait_drawn(qtbot, window)
    shown = window.feed.pyramid
    window.ui.set_view("wax")
    assert not window.feed.is_current
    window.ui.set_view("cloth")
    assert window.feed.is_current
    qtbot.wait(400)  # the late picture of the wax would come now
    assert window.feed.pyramid is shown
    assert window.status._state.text() in ("Siap", "Ready")
