"""The whole window without a screen: what a person does with it, on the real session and the real renderer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCheckBox, QDoubleSpinBox, QSpinBox

from batikstudio.design.document import Design
from batikstudio.design.invariants import problems
from batikstudio.design.templates import from_template
from batikstudio.gui.canvas.canvas import Canvas
from batikstudio.gui.dialogs import ask
from batikstudio.gui.docks.history import HistoryPanel
from batikstudio.gui.docks.layers import LayersPanel
from batikstudio.gui.docks.library import LibraryPanel
from batikstudio.gui.docks.palette import PalettePanel
from batikstudio.gui.docks.process import ProcessPanel
from batikstudio.gui.docks.properties import PropertiesPanel
from batikstudio.gui.main_window import MainWindow
from batikstudio.project import load
from tests.support.window import controls, name_of, settle, studio, turn_wheel

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    design = from_template("kawung", {"cloth.length_mm": "300", "cloth.width_mm": "200"})
    with studio(qapp, tmp_path, design) as made:
        yield made


def panel(window: MainWindow, kind: type) -> object:
    return next(one for one in window.findChildren(kind))


def design_of(window: MainWindow) -> Design:
    return window.context.session.design


def item_ids(window: MainWindow) -> list[str]:
    return [item.id for field in design_of(window).fields for item in field.items()]


def px(canvas: Canvas, x_mm: float, y_mm: float) -> QPoint:
    x, y = canvas.view.to_px(x_mm, y_mm)
    return QPoint(round(x), round(y))


def wait_drawn(qtbot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.feed.is_current, timeout=240_000)


# what is there


@pytest.mark.parametrize("is_open", [True, False])
def test_every_control_has_a_name(qapp: QApplication, tmp_path: Path, is_open: bool):
    with studio(qapp, tmp_path, from_template("kawung") if is_open else None) as window:
        nameless = [one for one in controls(window) if not name_of(one) and not one.toolTip()]
        assert len(controls(window)) > 30
        assert not nameless, [(type(one).__name__, one.objectName(), type(one.parent()).__name__) for one in nameless]


def test_models_keep_qts_rules(window: MainWindow):
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(view.model(), fatal)
        for view in window.findChildren(QAbstractItemView)
        if isinstance(view.model(), QAbstractItemModel) and type(view.model()).__module__.startswith("batikstudio")
    ]
    assert len(testers) == 3  # motifs, slots, layers
    layers = panel(window, LayersPanel)
    layers._add()
    layers._toggle_eye(0)
    layers._move(0, 2)
    window.context.session.undo()


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1600, 1000)])
def test_nothing_stands_beyond_the_edge_of_the_window(qapp: QApplication, tmp_path: Path, size: tuple[int, int]):
    with studio(qapp, tmp_path, from_template("kawung"), size) as window:
        settle()
        assert (window.width(), window.height()) == size
        for one in controls(window):
            if one.isVisible() and one.parent() in (window.options, window.tools_bar, window.area.header):
                corner = one.mapTo(window, QPoint(one.width(), one.height()))
                assert corner.x() <= window.width(), name_of(one)
                assert corner.y() <= window.height(), name_of(one)


# language and palette while it runs


def test_another_language_at_once(window: MainWindow, qtbot):
    canvas = window.area.canvas
    canvas.set_view(canvas.view.zoomed(2.0, 0, 0))
    seen = canvas.view
    window.context.session.select(item_ids(window)[:1])
    assert window.menuBar().actions()[0].text() == "Berkas"
    window.actions_by_id.by_id["window.english"].trigger()
    qtbot.waitUntil(lambda: window.menuBar().actions()[0].text() == "File")
    settle()
    assert window.context.preferences.settings.language == "en"
    assert window.area.canvas.view == seen
    assert window.context.session.selection == tuple(item_ids(window)[:1])
    for view in ("wax", "pola", "cloth"):  # nothing of the old parts still listens
        window.ui.set_view(view)
    window.ui.set_after(2)
    window.ui.set_tool("place")
    window.ui.set_tool("select")
    window.context.session.select(())


def test_the_dark_palette_at_once(window: MainWindow, qtbot):
    def surround() -> str:
        canvas = window.area.canvas
        canvas.set_view(canvas.view.panned(4000, 0))
        return canvas.grab().toImage().pixelColor(canvas.width() // 2, canvas.height() // 2).name().upper()

    assert surround() == "#B9B9B9"
    window.actions_by_id.by_id["window.dark"].trigger()
    qtbot.waitUntil(lambda: window.context.tokens.dark)
    settle()
    assert surround() == "#4A4A4A"


# the canvas


def test_a_motif_is_placed_undone_and_redone(window: MainWindow, qtbot):
    canvas = window.area.canvas
    library = panel(window, LibraryPanel)
    row = library.model.row_of("truntum")
    place = library.list.visualRect(library.model.index(row)).center()
    library.list.scrollTo(library.model.index(row))
    place = library.list.visualRect(library.model.index(row)).center()
    QTest.mouseClick(library.list.viewport(), LEFT, NONE, place)
    assert window.ui.motif == "truntum"
    window.ui.set_tool("place")
    before = item_ids(window)
    QTest.mouseClick(canvas, LEFT, NONE, px(canvas, 20, 20))
    assert len(item_ids(window)) == len(before) + 1
    assert not problems(design_of(window))
    new = next(item for item in design_of(window).fields[0].items() if item.id not in before)
    assert design_of(window).motifs[new.motif].id == "truntum"
    window.actions_by_id.by_id["edit.undo"].trigger()
    assert item_ids(window) == before
    window.actions_by_id.by_id["edit.redo"].trigger()
    assert len(item_ids(window)) == len(before) + 1
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert window.ui.tool == "select"


def test_a_drag_moves_the_motif_and_is_one_undo(window: MainWindow):
    canvas, session = window.area.canvas, window.context.session
    canvas.fit_repeat()
    start = px(canvas, 14, 14)
    QTest.mouseClick(canvas, LEFT, NONE, start)
    assert len(session.selection) == 1
    _, _, before = session.design.find_item(session.selection[0])
    QTest.mousePress(canvas, LEFT, NONE, start)
    for k in range(1, 11):
        QTest.mouseMove(canvas, start + QPoint(4 * k, 2 * k))
        QApplication.sendPostedEvents()
    QTest.mouseRelease(canvas, LEFT, NONE, start + QPoint(40, 20))
    assert session.position == 1
    _, _, after = session.design.find_item(session.selection[0])
    scale = canvas.view.scale
    assert after.transform.e - before.transform.e == pytest.approx(40 / scale, abs=0.6 / scale)
    assert after.transform.f - before.transform.f == pytest.approx(20 / scale, abs=0.6 / scale)
    session.undo()
    assert session.design.find_item(session.selection[0])[2] == before


def test_wheel_and_space_look_about(window: MainWindow):
    canvas = window.area.canvas
    canvas.set_view(canvas.view)
    at = QPoint(200, 150)
    under = canvas.view.to_mm(at.x(), at.y())
    scale = canvas.view.scale
    turn_wheel(canvas, at, 2)
    assert canvas.view.scale == pytest.approx(scale * 1.44)
    assert canvas.view.to_mm(at.x(), at.y()) == pytest.approx(under)
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    QTest.mousePress(canvas, LEFT, NONE, at)
    QTest.mouseMove(canvas, at + QPoint(30, -10))
    QTest.mouseRelease(canvas, LEFT, NONE, at + QPoint(30, -10))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.view.to_mm(at.x() + 30, at.y() - 10) == pytest.approx(under)
    assert window.context.session.position == 0


def test_tab_leaves_the_canvas(window: MainWindow):
    canvas = window.area.canvas
    window.activateWindow()
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert window.focusWidget() is not canvas


def test_only_the_newest_picture_is_shown_and_the_old_one_stays_till_then(window: MainWindow, qtbot):
    wait_drawn(qtbot, window)
    old = window.feed.pyramid
    for view in ("wax", "pola", "wax"):
        window.ui.set_view(view)
    assert window.feed.pyramid is old
    assert not window.feed.is_current
    wait_drawn(qtbot, window)
    colours = {tuple(pixel) for pixel in window.feed.pyramid.levels[0][::7, ::7, 2::-1].reshape(-1, 3).tolist()}
    red = sorted(colours)
    assert red[-1] == (239, 237, 229)  # bare cloth after lorod: no wax is left on it
    window.ui.set_after(3)
    wait_drawn(qtbot, window)
    assert (window.feed.pyramid.levels[0][..., 2] < 130).any()  # brown wax


# the panels


def test_a_swatch_gives_the_chosen_part_another_slot(window: MainWindow):
    palette, session = panel(window, PalettePanel), window.context.session
    session.select(item_ids(window)[:1])
    window.ui.set_role("body")
    _, _, item = session.design.find_item(item_ids(window)[0])
    assert item.slots["body"] == "putih"
    row = palette.model.row_of("biru")
    QTest.mouseClick(palette.view.viewport(), LEFT, NONE, palette.view.visualRect(palette.model.index(row)).center())
    assert session.design.find_item(item.id)[2].slots == item.slots | {"body": "biru"}
    assert session.position == 1


def test_the_strip_steps_through_the_process(window: MainWindow):
    row = window.strip._row
    steps = len(design_of(window).steps)
    QTest.mouseClick(row, LEFT, NONE, QPoint(round(row.cell_px * 2.5), 30))
    assert window.ui.after == 2
    QTest.keyClick(row, Qt.Key.Key_Right)
    assert window.ui.after == 3
    QTest.mouseClick(row, LEFT, NONE, QPoint(round(row.cell_px * (steps + 0.5)), 30))
    assert window.ui.after is None
    window.actions_by_id.by_id["process.back"].trigger()
    assert window.ui.after == steps - 1


def test_steps_are_set_and_left_out(window: MainWindow):
    process, session = panel(window, ProcessPanel), window.context.session
    number = next(k for k, step in enumerate(session.design.steps) if step.kind == "dye")
    process.list.setCurrentRow(number)
    dips = next(one for one in process.findChildren(QSpinBox) if one.accessibleName() in ("Jumlah celup", "Dips"))
    dips.stepBy(1)
    settle()
    assert session.design.steps[number].settings["dips"] == 9
    done = process.list.itemWidget(process.list.item(number)).findChild(QCheckBox)
    done.click()
    settle()
    assert not session.design.steps[number].enabled
    session.undo()
    assert session.design.steps[number].enabled


def test_layers_are_hidden_locked_renamed_and_ordered(window: MainWindow):
    layers, session = panel(window, LayersPanel), window.context.session
    layers._add()
    assert len(session.design.fields[0].layers) == 2
    layers.model.setData(layers.model.index(0), "Isen latar")
    assert session.design.fields[0].layers[1].name == "Isen latar"
    rect = layers.view.visualRect(layers.model.index(1))
    QTest.mouseClick(layers.view.viewport(), LEFT, NONE, QPoint(rect.x() + 18, rect.center().y()))
    QTest.mouseClick(layers.view.viewport(), LEFT, NONE, QPoint(rect.x() + 42, rect.center().y()))
    below = session.design.fields[0].layers[0]
    assert (below.visible, below.locked) == (False, True)
    layers._move(0, 2)
    assert [layer.name for layer in session.design.fields[0].layers] == ["Isen latar", below.name]


def test_the_history_goes_back_and_forth(window: MainWindow):
    history, session = panel(window, HistoryPanel), window.context.session
    first = session.design
    for slot in ("biru", "soga", "ireng"):
        session.select(item_ids(window)[:1])
        window.ui.set_role("body")
        palette = panel(window, PalettePanel)
        palette._give(palette.model.index(palette.model.row_of(slot)))
    assert history.list.count() == 4
    history.list.itemClicked.emit(history.list.item(0))
    assert session.design == first
    history.list.itemClicked.emit(history.list.item(3))
    assert session.position == 3


def test_a_number_of_the_properties_changes_the_cloth_while_its_field_lives(window: MainWindow):
    properties, session = panel(window, PropertiesPanel), window.context.session
    session.select(())
    for step in range(1, 4):  # the panel is made anew at each change, under the hand of its own field
        field = next(
            one for one in properties.findChildren(QDoubleSpinBox) if one.accessibleName() in ("Panjang", "Length")
        )
        field.stepBy(1)
        settle()
        assert session.design.cloth.length_mm == 300 + 10 * step
    session.select(item_ids(window)[:1])
    x = next(one for one in properties.findChildren(QDoubleSpinBox) if one.accessibleName() == "X")
    before = session.design.find_item(item_ids(window)[0])[2].transform.e
    x.setValue(x.value() + 0.5)
    settle()
    assert session.design.find_item(item_ids(window)[0])[2].transform.e == pytest.approx(before + 5.0, abs=0.51)


def test_a_refusal_is_said_and_changes_nothing(window: MainWindow):
    layers, session = panel(window, LayersPanel), window.context.session
    before = session.design
    layers._remove()
    assert session.design is before
    assert window.status._words.text()
    assert "layer.last" not in window.status._words.text()


def test_the_slot_under_the_pointer_is_told(window: MainWindow, qtbot):
    canvas, told = window.area.canvas, window.status._slot
    canvas.fit_repeat()
    QTest.mouseMove(canvas, px(canvas, 14, 14))
    qtbot.waitUntil(lambda: told.words != "", timeout=5000)
    canvas.pointed.emit((-10.0, 5.0))
    qtbot.waitUntil(lambda: told.words == "", timeout=5000)


# files


def test_saved_is_said_only_when_it_is(window: MainWindow, qtbot, tmp_path: Path):
    session, file = window.context.session, tmp_path / "kain.batik"
    session.select(item_ids(window)[:1])
    window.actions_by_id.by_id["edit.duplicate"].trigger()
    assert window.isWindowModified()
    with qtbot.waitSignal(window.documents.saved, timeout=240_000):
        window.documents._write(file, None)
    assert not window.isWindowModified()
    assert window.mark.words
    assert load(file).design == session.design
    session.undo()
    assert window.isWindowModified()
    assert window.documents.open(file)
    assert len(item_ids(window)) == 2
    assert window.windowTitle().startswith(session.title)


def test_the_corner_of_the_menus_tells_the_name_and_the_state(window: MainWindow):
    settle()
    mark = window.mark
    right = mark.mapTo(window, QPoint(mark.width(), 0)).x()
    assert mark.width() > 300
    assert window.width() - 12 <= right <= window.width()
    assert mark.words == ""
    window.context.session.select(item_ids(window)[:1])
    window.actions_by_id.by_id["edit.duplicate"].trigger()
    assert mark.words in ("belum disimpan", "not saved yet")


def test_a_file_that_is_none_changes_nothing(window: MainWindow, tmp_path: Path):
    before = design_of(window)
    (tmp_path / "bukan.batik").write_bytes(b"PK not a zip")
    assert not window.documents.open(tmp_path / "bukan.batik")
    assert design_of(window) is before
    assert window.status._words.text()


@pytest.mark.parametrize(("answer", "closed"), [("cancel", False), ("discard", True)])
def test_closing_asks_about_unsaved_work(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, answer: str, closed: bool
):
    asked = []
    monkeypatch.setattr(ask, "ask_to_save", lambda _context, _parent, title: asked.append(title) or answer)
    window.context.session.select(item_ids(window))
    window.actions_by_id.by_id["edit.delete"].trigger()
    window.close()
    settle()
    assert asked == [window.context.session.title]
    assert window.isVisible() is not closed


def test_a_template_opens_from_the_start_page(qapp: QApplication, tmp_path: Path):
    with studio(qapp, tmp_path, None) as window:
        assert window._stack.currentWidget() is window.start
        assert not window.options.isVisible()
        window.start.author_changed.emit("Sari")
        window.start.template_chosen.emit("parang")
        assert window._stack.currentWidget() is window.area
        assert window.options.isVisible()
        assert design_of(window).author == "Sari"
        assert window.windowTitle().startswith(design_of(window).title)
