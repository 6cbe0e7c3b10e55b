"""Guides out of the rulers, the symmetry over the cloth, the tutor, the pen, and the field that is worked on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QInputDevice, QPainter, QPointingDevice, QPointingDeviceUniqueId, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from batikstudio.design.document import Guide, StrokeItem
from batikstudio.design.edits import guides, items, layout, repeat
from batikstudio.design.edits.about import set_look
from batikstudio.design.invariants import problems
from batikstudio.design.templates import from_template
from batikstudio.geometry.affine import Affine
from batikstudio.gui.canvas.canvas import Canvas
from batikstudio.gui.canvas.symmetry import draw_marks, field_path, sign_of
from batikstudio.gui.canvas.view import View
from batikstudio.gui.main_window import MainWindow
from batikstudio.gui.theme.tokens import OVERLAY_GUIDE, OVERLAY_SYMMETRY
from batikstudio.gui.tutor.dialog import TutorDialog
from batikstudio.studio.axes import marks_in
from tests.support.gui_context import nameless
from tests.support.window import settle, studio

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    design = from_template("symmetry-probe", {"cloth.length_mm": "300", "cloth.width_mm": "200"})
    with studio(qapp, tmp_path, design) as made:
        yield made
        assert not problems(made.context.session.design)


@pytest.fixture
def canvas(window: MainWindow) -> Canvas:
    window.area.canvas.set_view(View(2.0, -10.0, -10.0))
    return window.area.canvas


def px(canvas: Canvas, x_mm: float, y_mm: float) -> QPoint:
    x, y = canvas.view.to_px(x_mm, y_mm)
    return QPoint(round(x), round(y))


def drag(widget, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(widget, LEFT, NONE, start)
    for k in range(1, 9):
        QTest.mouseMove(widget, start + (end - start) * k / 8)
    QTest.mouseRelease(widget, LEFT, NONE, end)


def coloured(canvas: Canvas, colour: str, off: int = 0) -> np.ndarray:
    """Return where the canvas shows a colour, each part of it at most ``off`` away, as (x, y) pixels."""
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    rgb = rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[..., 2::-1]
    wanted = np.array([int(colour[k : k + 2], 16) for k in (1, 3, 5)])
    return np.argwhere((np.abs(rgb.astype(int) - wanted) <= off).all(axis=2))[:, ::-1]


# guides


@pytest.mark.parametrize(("upright", "axis"), [(True, "x"), (False, "y")])
def test_a_guide_is_pulled_out_of_a_ruler_and_shown(window: MainWindow, canvas: Canvas, upright: bool, axis: str):
    ruler = window.area._left if upright else window.area._top
    target = px(canvas, 81.5, 47.0)
    end = ruler.mapFromGlobal(canvas.mapToGlobal(target))
    QTest.mousePress(ruler, LEFT, NONE, QPoint(8, 8))
    QTest.mouseMove(ruler, end)
    assert window.context.session.design.guides == ()
    assert len(coloured(canvas, OVERLAY_GUIDE))  # on its way
    QTest.mouseRelease(ruler, LEFT, NONE, end)
    (guide,) = window.context.session.design.guides
    assert guide.axis == axis
    assert guide.at_mm == pytest.approx(81.5 if upright else 47.0, abs=0.6)
    assert window.context.session.labels == ("guide.add",)
    shown = coloured(canvas, OVERLAY_GUIDE)
    at = canvas.view.to_px(guide.at_mm, guide.at_mm)[0 if upright else 1]
    assert set(shown[:, 0 if upright else 1].tolist()) == {round(at)}


def test_a_guide_dropped_beside_the_canvas_is_none(window: MainWindow, canvas: Canvas):
    QTest.mousePress(window.area._top, LEFT, NONE, QPoint(90, 8))
    QTest.mouseRelease(window.area._top, LEFT, NONE, QPoint(92, 5))
    assert window.context.session.design.guides == ()


def test_a_guide_is_dragged_and_taken_away_and_draws_no_cloth_anew(window: MainWindow, canvas: Canvas):
    session = window.context.session
    session.do("guide.add", guides.add(session.design, "x", 131.0))
    wanted = window.feed._wanted
    drag(canvas, px(canvas, 131.0, 120.0), px(canvas, 143.0, 125.0))
    (guide,) = session.design.guides
    assert guide.at_mm == pytest.approx(143.0, abs=0.6)
    assert session.position == 2
    drag(canvas, px(canvas, guide.at_mm, 120.0), QPoint(-12, 200))
    assert session.design.guides == ()
    assert window.feed._wanted == wanted
    session.undo()
    window.actions_by_id.run("view.clear_guides")
    assert session.design.guides == ()


def test_guides_are_hidden_by_the_menu(window: MainWindow, canvas: Canvas):
    session = window.context.session
    session.do("guide.add", guides.add(session.design, "y", 50.0))
    assert len(coloured(canvas, OVERLAY_GUIDE))
    window.actions_by_id.by_id["view.guides"].trigger()
    assert not len(coloured(canvas, OVERLAY_GUIDE))
    assert session.design.guides == (Guide(axis="y", at_mm=50.0),)


# symmetry over the cloth


def test_the_symmetry_is_shown_by_its_key_where_it_lies(window: MainWindow, canvas: Canvas):
    session = window.context.session
    session.do("cloth.repeat", repeat.set_repeat(session.design, "badan", "grid", 60.0, 60.0, "p4m"))
    assert not len(coloured(canvas, OVERLAY_SYMMETRY))
    window.actions_by_id.by_id["view.symmetry"].trigger()
    shown = coloured(canvas, OVERLAY_SYMMETRY)
    places = {tuple(place) for place in shown.tolist()}
    design = session.design
    marks = marks_in(design, design.fields[0], (0.0, 0.0, 300.0, 200.0))
    for centre in marks.centres:
        at = px(canvas, *centre.point)
        assert any((at.x() + dx, at.y() + dy) in places for dx in range(-3, 4) for dy in range(-3, 4))
    # And nothing of it beside the cloth but half of the signs on its border.
    spots = [canvas.view.to_mm(x, y) for x, y in shown.tolist()]
    assert min(x for x, _ in spots) > -5
    assert max(y for _, y in spots) < 205


def test_far_out_only_the_cell_is_left(window: MainWindow, canvas: Canvas):
    session = window.context.session
    session.do("cloth.repeat", repeat.set_repeat(session.design, "badan", "grid", 8.0, 8.0, "p4m"))
    window.ui.set_guide("symmetry", True)
    assert not len(coloured(canvas, OVERLAY_SYMMETRY))
    canvas.set_view(View(12.0, 0.0, 0.0))
    assert len(coloured(canvas, OVERLAY_SYMMETRY))


def test_the_mirrors_of_a_band_stay_beside_its_row(window: MainWindow, canvas: Canvas):
    session = window.context.session
    session.do("x", repeat.set_repeat(session.design, "badan", "frieze p2mm", 60.0, 40.0))
    window.ui.set_guide("symmetry", True)
    _, middle = session.design.fields[0].origin_mm
    places = [canvas.view.to_mm(x, y) for x, y in coloured(canvas, OVERLAY_SYMMETRY, 70).tolist()]
    ys = [y for x, y in places if 1 < x < 299 and 1 < y < 199]
    assert middle - 40 < min(ys) < middle - 20  # the name of the repeat stands above it, in white
    assert middle + 20 < max(ys) < middle + 30


@pytest.mark.parametrize("order", [2, 3, 4, 6])
def test_the_signs_have_the_turns_that_they_stand_for(order: int):
    from PySide6.QtGui import QTransform

    sign = sign_of(order, 100.0)
    turned = QTransform().rotate(360.0 / order).map(sign)
    area = _area(sign)
    assert area > 0
    assert _area(sign.intersected(turned)) == pytest.approx(area, rel=0.01)
    other = QTransform().rotate(360.0 / (order + 1)).map(sign)
    assert _area(sign.intersected(other)) < 0.985 * area


def _area(path) -> float:
    image = QImage(400, 400, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.translate(200, 200)
    painter.fillPath(path, Qt.GlobalColor.white)
    painter.end()
    return float(np.frombuffer(image.constBits(), np.uint8).sum()) / 255


@pytest.mark.parametrize("cloth", ["#F0ECE4", "#16181C", "#20324F", "#6B3F22"])
def test_marks_are_seen_on_light_and_dark_cloth(cloth: str):
    """Both the line and its casing differ from any cloth somewhere: one of them by a contrast of 3 at least."""
    design = repeat.set_repeat(from_template("symmetry-probe"), "badan", "grid", 60.0, 60.0, "p4g")
    view = View(4.0, 0.0, 0.0)
    image = QImage(240, 240, QImage.Format.Format_RGB32)
    image.fill(cloth)
    painter = QPainter(image)
    field = design.fields[0]
    draw_marks(painter, marks_in(design, field, (0.0, 0.0, 60.0, 60.0)), field_path(design, field, view), view)
    painter.end()
    rgb = np.frombuffer(image.constBits(), np.uint8).reshape(240, 240, 4)[..., 2::-1] / 255.0
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4) @ (0.2126, 0.7152, 0.0722)
    ground = np.median(linear)
    contrast = (np.maximum(linear, ground) + 0.05) / (np.minimum(linear, ground) + 0.05)
    assert (contrast > 3.0).mean() > 0.02


# the field that is worked on


def test_a_click_beside_everything_chooses_the_field_under_it(window: MainWindow, canvas: Canvas):
    session = window.context.session
    design = items.delete(session.design, ["i1"])
    session.do("cloth.layout", layout.apply(design, "sarung"))
    canvas.fit_cloth()
    for field in session.design.fields:
        polygon = np.array(field.outline[0])
        QTest.mouseClick(canvas, LEFT, NONE, px(canvas, *(polygon.min(axis=0) + 12.0)))
        assert window.ui.field == field.id
    session.undo()
    assert window.ui.field_of(session.design).id == session.design.fields[0].id


# the pen


def pen(canvas: Canvas, kind: QEvent.Type, at: QPoint, pressure: float, knows: bool = True) -> QTabletEvent:
    can = QInputDevice.Capability.Position | QInputDevice.Capability.Pressure
    device = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        can if knows else QInputDevice.Capability.Position,
        1,
        1,
        "",
        QPointingDeviceUniqueId(),
    )
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletMove else LEFT
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletRelease else LEFT
    place = QPointF(at)
    event = QTabletEvent(
        kind, device, place, canvas.mapToGlobal(place), pressure, 0.0, 0.0, 0.0, 0.0, 0.0, NONE, button, held
    )
    QApplication.sendEvent(canvas, event)
    return event


def drawn_by_pen(window: MainWindow, canvas: Canvas, pressure: float, knows: bool = True) -> StrokeItem:
    window.ui.set_tool("canting")
    pen(canvas, QEvent.Type.TabletPress, px(canvas, 20, 100), pressure, knows)
    for k in range(1, 40):
        event = pen(canvas, QEvent.Type.TabletMove, px(canvas, 20 + k, 100 + (k % 7)), pressure, knows)
        assert event.isAccepted()
    pen(canvas, QEvent.Type.TabletRelease, px(canvas, 60, 100), 0.0, knows)
    (chosen,) = window.context.session.selection
    return window.context.session.design.find_item(chosen)[2]


def test_the_pens_pressure_makes_the_line_wider_or_narrower(window: MainWindow, canvas: Canvas):
    firm, light = (drawn_by_pen(window, canvas, pressure) for pressure in (1.0, 0.1))
    dumb = drawn_by_pen(window, canvas, 0.0, knows=False)
    wide, narrow, usual = (np.mean([width for _, width in one.widths_mm]) for one in (firm, light, dumb))
    assert narrow == pytest.approx(wide * (1 / 1.4 + 0.1 * (1 - 1 / 1.4)), rel=0.05)
    assert usual == pytest.approx(wide, rel=0.05)


def test_a_finger_draws_as_a_mouse_does(window: MainWindow, canvas: Canvas):
    window.ui.set_tool("canting")
    finger = QTest.createTouchDevice()
    touch = QTest.touchEvent(canvas, finger)
    touch.press(0, px(canvas, 20, 60), canvas).commit()
    for k in range(1, 20):
        touch.move(0, px(canvas, 20 + 2 * k, 60 + k), canvas).commit()
    touch.release(0, px(canvas, 60, 80), canvas).commit()
    settle()
    assert window.context.session.labels == ("draw.canting",)


def test_a_line_grows_on_what_is_there_and_shows_the_same_as_the_whole(window: MainWindow, canvas: Canvas):
    """Painted piece by piece, or all at once after the picture was forgotten: the wax lies on the same pixels."""
    window.ui.set_tool("canting")
    QTest.mousePress(canvas, LEFT, NONE, px(canvas, 20, 60))
    for k in range(1, 60):
        QTest.mouseMove(canvas, px(canvas, 20 + k, 60 + 10 * np.sin(k / 6)))
        canvas.repaint()
    grown = canvas._growing._picture.toImage()
    canvas._growing.forget()
    canvas.repaint()
    whole = canvas._growing._picture.toImage()
    QTest.mouseRelease(canvas, LEFT, NONE, px(canvas, 80, 60))
    one, other = (
        np.frombuffer(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint8).astype(int)
        for image in (grown, whole)
    )
    assert np.mean(np.abs(one - other) > 64) < 0.002
    canvas.repaint()
    assert canvas._growing._picture.isNull()


# the tutor


@pytest.fixture
def tutor(window: MainWindow) -> Iterator[TutorDialog]:
    session = window.context.session
    session.replace(session.design, None)
    window.actions_by_id.run("view.tutor")
    dialog = window._tutor_shown
    yield dialog
    dialog.close()
    settle()
    assert window._tutor_shown is None
    assert window.ui.spots == ()
    assert window.ui.seen is None


def found(qtbot, dialog: TutorDialog) -> dict:
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=240_000)
    return dialog.found


def test_the_tutor_names_what_is_laid_and_what_is_seen(window: MainWindow, tutor: TutorDialog, qtbot):
    assert found(qtbot, tutor)["group"] == "p1"
    tutor.buttons["p4m"].click()
    session = window.context.session
    assert session.design.fields[0].repeat.group == "p4m"
    assert session.labels == ("cloth.symmetry",)
    assert tutor.found is None
    assert found(qtbot, tutor)["group"] == "p4m"
    assert tutor.buttons["p4m"].isChecked()
    assert not tutor.buttons["p1"].isChecked()
    assert tutor._name.text().startswith("p4m")
    assert tutor._seen.text().startswith("p4m")
    session.undo()
    assert session.design.fields[0].repeat.group == "p1"
    assert tutor.buttons["p1"].isChecked()


def test_the_tutor_offers_only_what_fits_with_a_picture_each(window: MainWindow, tutor: TutorDialog, qtbot):
    assert set(tutor.buttons) == {"p1", "p2", "pm", "pg", "cm", "pmm", "pmg", "pgg", "cmm", "p4", "p4m", "p4g"}
    qtbot.waitUntil(lambda: all(not one.icon().isNull() for one in tutor.buttons.values()), timeout=240_000)
    pictures = {one.icon().pixmap(68, 68).toImage().constBits().tobytes() for one in tutor.buttons.values()}
    assert len(pictures) == len(tutor.buttons)
    assert not nameless(tutor)
    session = window.context.session
    session.do("x", repeat.set_repeat(session.design, "badan", "hexagon", 60.0))
    assert set(tutor.buttons) == {"p1", "p2", "p3", "p3m1", "p31m", "p6", "p6m"}
    session.do("x", repeat.set_repeat(session.design, "badan", "once", 60.0, 60.0))
    assert tutor.buttons == {}


def test_the_tutor_tells_of_bands(window: MainWindow, tutor: TutorDialog, qtbot):
    session = window.context.session
    session.do("x", repeat.set_repeat(session.design, "badan", "frieze p11g", 60.0, 60.0))
    assert found(qtbot, tutor)["group"] == "p11g"
    assert len(tutor.buttons) == 7
    tutor.buttons["p2mm"].click()
    assert session.design.fields[0].repeat.name == "frieze p2mm"
    assert found(qtbot, tutor)["group"] == "p2mm"


def test_the_tutor_rings_what_breaks_the_symmetry(window: MainWindow, tutor: TutorDialog, qtbot):
    """Of six equal figures in a row of the cell one is turned: the ring lies about it."""
    session = window.context.session
    figure = session.design.fields[0]
    design = session.design
    layer = figure.layers[0].id
    from batikstudio.motifs.catalogue import catalogue

    motif = catalogue().motif("truntum")
    design = items.delete(design, ["i1"])
    places = [(20.0 * i + 10.0, 20.0 * j + 10.0) for j in range(3) for i in range(3)]
    size = 14.0 / max(motif.bounds[2] - motif.bounds[0], motif.bounds[3] - motif.bounds[1])
    for number, (x, y) in enumerate(places):
        turn = 33.0 if number == 4 else 0.0
        there = Affine.translation(x, y) @ Affine.rotation(turn) @ Affine.scaling(size) @ motif.centred()
        design, _ = items.place(design, layer, motif, there)
    session.do("x", set_look(design, hand=0.0))
    told = found(qtbot, tutor)
    assert told["broken"]
    assert window.ui.spots
    x, y, _ = window.ui.spots[0]
    assert np.hypot(x % 60.0 - 30.0, y % 60.0 - 30.0) < 10.0
    assert tutor._broken.text()


def test_what_the_picture_has_is_shown_where_the_motif_brings_it_along(qapp: QApplication, tmp_path: Path, qtbot):
    """Kawung is laid by shifts alone, and yet has quarter turns: about the middles between its four ovals, too."""
    design = from_template("kawung", {"cloth.length_mm": "300", "cloth.width_mm": "200", "hand": "0"})
    with studio(qapp, tmp_path, design) as window:
        window.area.canvas.set_view(View(4.0, 0.0, 0.0))
        window.ui.set_guide("symmetry", True)
        assert not len(coloured(window.area.canvas, OVERLAY_SYMMETRY))
        window.actions_by_id.run("view.tutor")
        assert found(qtbot, window._tutor_shown)["group"] == "p4m"
        assert window._tutor_shown._more.text()
        seen = window.ui.seen
        (width, _), _ = design.fields[0].repeat.basis
        for centre in seen.elements.centres:
            off = (np.array(centre.point) + width / 8) % (width / 4) - width / 8
            assert np.abs(off).max() < 0.02 * width  # all its turns lie at quarters of the cell
        shown = coloured(window.area.canvas, OVERLAY_SYMMETRY)
        assert len(shown)
        marks = marks_in(design, design.fields[0], (0.0, 0.0, 110.0, 110.0), seen)
        assert {one.order for one in marks.centres} == {2, 4}
        window._tutor_shown.close()
        settle()
        assert not len(coloured(window.area.canvas, OVERLAY_SYMMETRY))


def test_the_tutor_says_that_the_hand_differs_on_purpose(window: MainWindow, tutor: TutorDialog):
    session = window.context.session
    session.do("x", set_look(session.design, hand=0.0))
    assert tutor._hand.isHidden()
    session.do("x", set_look(session.design, hand=0.5))
    assert not tutor._hand.isHidden()


def test_the_tutor_shows_the_marks_on_the_cloth(window: MainWindow, tutor: TutorDialog):
    box = tutor.findChild(QCheckBox)
    box.click()
    assert window.ui.guides["symmetry"]
    window.ui.set_guide("symmetry", False)
    assert not box.isChecked()
