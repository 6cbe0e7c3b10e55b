"""The panels: what is set in them happens to the design once, and a refusal leaves the field as the design is."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSlider,
    QSpinBox,
    QToolButton,
)

from batikstudio.design.document import Design
from batikstudio.design.edits import layout
from batikstudio.design.invariants import problems
from batikstudio.design.templates import from_template
from batikstudio.gui.docks.layers import LayersPanel
from batikstudio.gui.docks.library import LibraryPanel
from batikstudio.gui.docks.palette import PalettePanel
from batikstudio.gui.docks.process import ProcessPanel
from batikstudio.gui.docks.properties import PropertiesPanel
from batikstudio.gui.main_window import MainWindow
from batikstudio.motifs.motif import ROLES
from batikstudio.pattern.repeats import REPEATS
from batikstudio.studio.hit import centre_of
from batikstudio.studio.i18n import Translator
from tests.support.window import settle, studio

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    design = from_template("kawung", {"cloth.length_mm": "300", "cloth.width_mm": "200"})
    with studio(qapp, tmp_path, design) as made:
        made.activateWindow()
        yield made
        assert not problems(made.context.session.design)


def design_of(window: MainWindow) -> Design:
    return window.context.session.design


def only_item(window: MainWindow) -> str:
    (item,) = design_of(window).fields[0].items()
    return item.id


def field_of(window: MainWindow, kind: type, name: str) -> QDoubleSpinBox:
    """Return the field of the properties that a screen reader calls so; another one after each change."""
    settle()
    return next(
        one
        for one in window.findChild(PropertiesPanel).findChildren(kind)
        if one.accessibleName() in {name, window.context.tr(name)}
    )


def enter(field: QDoubleSpinBox, text: str) -> None:
    """Write over a number and press Enter, as a hand does."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()


# the library


def test_a_motif_is_found_and_taken_in_hand_by_the_keyboard(window: MainWindow):
    library = window.findChild(LibraryPanel)
    QAbstractItemModelTester(library.model, FATAL)
    library._search.setFocus()
    QTest.keyClicks(library._search, "parang")
    assert window.ui.motif.startswith("parang")
    QTest.keyClick(library._search, Qt.Key.Key_Return)
    assert window.ui.tool == "place"
    assert window.focusWidget() is window.area.canvas


def test_a_search_without_a_find_says_so_and_takes_nothing(window: MainWindow):
    library = window.findChild(LibraryPanel)
    QTest.keyClicks(library._search, "zzzz")
    assert library.model.rowCount() == 0
    assert library._card._name.text() == window.context.tr("Nothing found")
    assert not library._card.place.isEnabled()
    QTest.keyClick(library._search, Qt.Key.Key_Return)
    assert window.ui.tool == "select"
    library._search.clear()
    assert library.model.rowCount() > 5
    assert library._card.place.isEnabled()


def test_only_the_motifs_in_sight_get_a_thumbnail_and_those_scrolled_to_get_theirs(window: MainWindow, qtbot):
    library = window.findChild(LibraryPanel)
    qtbot.waitUntil(lambda: window.is_drawn and bool(library.model.pictures), timeout=240_000)
    first, last = library.model.about(0).id, library.model.about(library.model.rowCount() - 1).id
    assert first in library.model.pictures
    assert last not in library.model.pictures
    library.list.scrollToBottom()
    qtbot.waitUntil(lambda: last in library.model.pictures and library.is_drawn, timeout=60_000)
    assert len(library.model.pictures) < library.model.rowCount() / 2


def test_the_tooltip_of_a_motif_says_what_its_cell_has_no_room_for(window: MainWindow):
    model = window.findChild(LibraryPanel).model
    told = model.data(model.index(model.row_of("kawung")), Qt.ItemDataRole.ToolTipRole)
    assert "Yogyakarta dan Surakarta" in told


# the process and its colours


def dips_of(window: MainWindow) -> tuple[int, QSpinBox]:
    process = window.findChild(ProcessPanel)
    number = next(k for k, step in enumerate(design_of(window).steps) if step.kind == "dye")
    process.list.setCurrentRow(number)
    return number, next(one for one in process.findChildren(QSpinBox) if one.accessibleName() == "Jumlah celup")


def test_fewer_dips_are_paler_slots_and_one_undo(window: MainWindow):
    palette, session = window.findChild(PalettePanel), window.context.session
    QAbstractItemModelTester(palette.model, FATAL)
    biru, putih = (palette.model.row(palette.model.row_of(slot)) for slot in ("biru", "putih"))
    number, dips = dips_of(window)
    dips.setFocus()
    for _ in range(5):
        QTest.keyClick(dips, Qt.Key.Key_Down)
    assert design_of(window).steps[number].settings["dips"] == 3
    paler = palette.model.row(palette.model.row_of("biru"))
    assert sum(paler.colours[-1]) > sum(biru.colours[-1]) + 20
    assert palette.model.row(palette.model.row_of("putih")).colours == putih.colours
    assert "3×" in paler.fate
    assert session.position == 1
    session.undo()
    assert palette.model.row(palette.model.row_of("biru")) == biru


def test_steps_change_their_order(window: MainWindow):
    process, session = window.findChild(ProcessPanel), window.context.session
    before = [step.id for step in design_of(window).steps]
    process.list.setCurrentRow(1)
    process._move(1)
    assert [step.id for step in design_of(window).steps] == [before[0], before[2], before[1], *before[3:]]
    assert process.list.currentRow() == 2
    process._remove()
    assert [step.id for step in design_of(window).steps] == [before[0], before[2], *before[3:]]
    session.go_to(0)
    assert [step.id for step in design_of(window).steps] == before


@pytest.mark.parametrize("size", [(1280, 688), (1366, 736), (1600, 968)])
def test_the_current_step_is_in_sight_with_its_words(qapp: QApplication, tmp_path: Path, size: tuple[int, int]):
    with studio(qapp, tmp_path, from_template("manggur-kawung"), size) as window:
        process = window.findChild(ProcessPanel)
        for row in (process.list.count() - 1, 0, 5):
            process.list.setCurrentRow(row)
            settle()
            item = process.list.currentItem()
            place = process.list.visualItemRect(item)
            assert process.list.viewport().rect().contains(place.center())
            assert process.list.itemWidget(item).geometry().center().y() == place.center().y()


def test_the_panel_is_made_at_the_step_that_the_canvas_shows(window: MainWindow, qtbot):
    window.ui.set_after(2)
    window.actions_by_id.by_id["window.english"].trigger()
    qtbot.waitUntil(lambda: window.menuBar().actions()[0].text() == "File")
    settle()
    (process,) = window.findChildren(ProcessPanel)
    assert process.list.currentRow() == 1
    assert window.ui.after == 2


def test_the_strip_is_scrubbed_and_plays_to_its_end(window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch):
    strip, row = window.strip, window.strip._row
    seen: list[int | None] = []
    window.ui.after_changed.connect(lambda: seen.append(window.ui.after))
    QTest.mousePress(row, LEFT, NONE, QPoint(round(row.cell_px * 0.5), 40))
    for k in (1.5, 2.5, 2.6, 3.5):
        QTest.mouseMove(row, QPoint(round(row.cell_px * k), 40))
    QTest.mouseRelease(row, LEFT, NONE, QPoint(round(row.cell_px * 3.5), 40))
    assert seen == [0, 1, 2, 3]
    assert window.findChild(ProcessPanel).list.currentRow() == 2
    window.ui.set_after(None)
    seen.clear()
    strip._clock.setInterval(1)
    QTest.mouseClick(strip._play, LEFT)
    qtbot.waitUntil(lambda: not strip.is_playing, timeout=10_000)
    assert seen == [*range(len(design_of(window).steps)), None]
    assert not strip._play.isChecked()


# properties of a motif


def test_a_motif_is_moved_turned_and_scaled_by_numbers(window: MainWindow):
    session, key = window.context.session, only_item(window)
    session.select([key])
    enter(field_of(window, QDoubleSpinBox, "X"), "4,5")
    enter(field_of(window, QDoubleSpinBox, "Y"), "3")
    assert centre_of(design_of(window), [key]) == pytest.approx((45, 30))
    enter(field_of(window, QDoubleSpinBox, "Ukuran"), "50")
    assert session.design.find_item(key)[2].transform.scale == pytest.approx(0.5)
    scaled, middle = session.design.find_item(key)[2].transform, centre_of(design_of(window), [key])
    enter(field_of(window, QDoubleSpinBox, "Putar"), "30")
    turned = session.design.find_item(key)[2].transform
    assert math.degrees(math.atan2(turned.b, turned.a)) == pytest.approx(30)
    change = turned @ scaled.inverse()
    assert change.apply(np.array([middle]))[0] == pytest.approx(middle)
    assert session.position == 4


def test_steps_of_one_field_without_a_pause_are_one_undo(window: MainWindow):
    session, key = window.context.session, only_item(window)
    session.select([key])
    before = session.design
    for _ in range(3):
        field_of(window, QDoubleSpinBox, "X").stepBy(1)
    field_of(window, QDoubleSpinBox, "Y").stepBy(1)
    assert session.position == 2
    session.undo()
    session.undo()
    assert session.design == before


def test_the_numbers_of_several_motifs_are_those_of_all_of_them(window: MainWindow):
    session = window.context.session
    session.select([only_item(window)])
    window.actions_by_id.by_id["edit.duplicate"].trigger()
    ids = [item.id for item in design_of(window).fields[0].items()]
    session.select(ids)
    x, y = centre_of(design_of(window), ids)
    before = [session.design.find_item(one)[2].transform for one in ids]
    field = field_of(window, QDoubleSpinBox, "X")
    shown = field.value()
    assert shown == pytest.approx(x / 10, abs=0.051)
    field.setValue(shown + 1)
    settle()
    after = [session.design.find_item(one)[2].transform for one in ids]
    assert centre_of(design_of(window), ids) == pytest.approx(((shown + 1) * 10, y))
    moved = [new.e - old.e for new, old in zip(after, before, strict=True)]
    assert moved[0] == pytest.approx(moved[1])


def test_the_part_in_focus_is_what_the_palette_gives_another_slot(window: MainWindow):
    session, key = window.context.session, only_item(window)
    palette = window.findChild(PalettePanel)
    next(one for one in window._docks.docks[-1].widget().tabs.buttons if one.text() == "Sifat").click()
    session.select([key])
    for role, slot in (("heart", "soga"), ("body", "biru"), ("outline", "putih")):
        field_of(window, QComboBox, Translator("id").words(ROLES[role])).setFocus()
        assert window.ui.role == role
        index = palette.model.index(palette.model.row_of(slot))
        QTest.mouseClick(palette.view.viewport(), LEFT, NONE, palette.view.visualRect(index).center())
        settle()
        assert session.design.find_item(key)[2].slots[role] == slot
        assert window.ui.role == role  # it stays, whatever the panel has made anew
        assert palette.view.currentIndex() == index
    choose(field_of(window, QComboBox, Translator("id").words(ROLES["body"])), lambda slot: slot == "ireng")
    assert session.design.find_item(key)[2].slots["body"] == "ireng"
    assert session.position == 4


# properties of the cloth


def choose(box: QComboBox, accept: Callable[[object], bool]) -> object:
    number = next(n for n in range(box.count()) if accept(box.itemData(n)))
    wanted = box.itemData(number)
    box.setCurrentIndex(number)
    box.activated.emit(number)
    settle()
    return wanted


def write(box: QComboBox, text: str) -> None:
    box.setEditText(text)
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    settle()


def test_the_repeat_is_chosen_by_its_plain_name(window: MainWindow):
    choose(field_of(window, QComboBox, "Raport"), lambda key: key == "half-drop")
    assert design_of(window).fields[0].repeat.name == "half-drop 1/2"
    write(field_of(window, QComboBox, "Step"), "1/3")
    repeat = design_of(window).fields[0].repeat
    assert repeat.name == "half-drop 1/3"
    (_, ay), (_, by) = repeat.basis
    assert ay / by % 1 == pytest.approx(1 / 3)


def test_a_fraction_that_is_none_goes_back_to_what_holds(window: MainWindow):
    choose(field_of(window, QComboBox, "Raport"), lambda key: key == "brick")
    before = design_of(window)
    write(field_of(window, QComboBox, "Step"), "setengah")
    assert design_of(window) is before
    assert window.status._words.property("type") == "bad"
    assert field_of(window, QComboBox, "Step").currentText() == "1/2"


@pytest.mark.parametrize("kind", REPEATS)
def test_every_plain_name_is_offered_with_what_follows_it(window: MainWindow, kind: str):
    choose(field_of(window, QComboBox, "Raport"), lambda key: key == kind)
    assert design_of(window).fields[0].repeat.name.split(" ")[0] == kind
    argument = REPEATS[kind].argument
    name = lambda: design_of(window).fields[0].repeat.name  # noqa: E731
    if argument == "fraction":
        choose(field_of(window, QComboBox, "Step"), lambda key: key == "1/4")
        assert name() == f"{kind} 1/4"
    elif argument == "angle":
        enter(field_of(window, QDoubleSpinBox, "Angle"), "30")
        assert name() == "lereng 30"
    elif argument == "axis":
        choose(field_of(window, QComboBox, "Mirror"), lambda key: key == "x")
        assert name() == "mirror x"
    elif argument == "frieze":
        choose(field_of(window, QComboBox, "Simetri"), lambda key: key == "p2mg")
        assert name() == "frieze p2mg"
    elif argument == "turns":
        field_of(window, QSpinBox, "Turns").setValue(5)
        settle()
        page = window.findChild(PropertiesPanel)
        next(
            box for box in page.findChildren(QCheckBox) if box.text() == window.context.tr("each mirrored, too")
        ).click()
        assert name() == "radial 5 mirror"
    elif argument == "count":
        field_of(window, QSpinBox, "Copies").setValue(3)
        assert name() == "toss 3"
    else:
        assert argument == ""
    while window.context.session.undo():  # a figure as large as its cell cannot be scattered
        pass


def test_a_layout_is_chosen_and_its_measures_are_in_cm(window: MainWindow):
    choose(field_of(window, QComboBox, "Layout"), lambda key: key == "sarung")
    design = design_of(window)
    assert design.layout.id == "sarung"
    assert design.cloth.tube
    kepala = field_of(window, QDoubleSpinBox, "Lebar kepala")
    assert kepala.value() == pytest.approx(48.0)
    assert kepala.suffix().strip() == "cm"
    enter(kepala, "30")
    assert design_of(window).layout.values["kepala_mm"] == pytest.approx(300.0)
    enter(field_of(window, QSpinBox, "Tumpal sebaris"), "9")
    assert design_of(window).layout.values["tumpal"] == 9
    choose(field_of(window, QComboBox, "Layout"), lambda key: key == "none")
    assert design_of(window).layout is None
    assert window.context.session.position == 4


def test_the_page_acts_on_the_field_that_is_chosen(window: MainWindow):
    session = window.context.session
    session.do("cloth.layout", layout.apply(design_of(window), "sarung"))
    first = design_of(window).fields[0]
    choose(field_of(window, QComboBox, "Field"), lambda key: key == "pinggiran_bawah")
    assert window.ui.field == "pinggiran_bawah"
    chosen = lambda: design_of(window).field("pinggiran_bawah")  # noqa: E731
    choose(field_of(window, QComboBox, "Simetri"), lambda key: key == "p11g")
    assert chosen().repeat.name == "frieze p11g"
    ground = choose(field_of(window, QComboBox, "Latar"), lambda key: key != chosen().ground)
    assert chosen().ground == ground
    choose(field_of(window, QComboBox, "Edge"), lambda key: key == "whole")
    assert chosen().edge == "whole"
    height = chosen().repeat.height_mm
    enter(field_of(window, QDoubleSpinBox, "Tinggi raport"), "4")
    assert chosen().repeat.height_mm == pytest.approx(40.0) != height
    layers = window.findChild(LayersPanel)
    assert [layer.id for layer in layers.model._layers] == [layer.id for layer in reversed(chosen().layers)]
    assert design_of(window).fields[0] == first


def test_the_repeat_is_fitted_to_the_cloth(window: MainWindow):
    width = enter_width(window, "4.7")
    assert width == pytest.approx(47.0)
    assert field_of(window, QComboBox, "Fit to the cloth").currentData() != "x"
    choose(field_of(window, QComboBox, "Fit to the cloth"), lambda key: key == "x")
    repeat = design_of(window).fields[0].repeat
    assert design_of(window).cloth.length_mm / repeat.width_mm == pytest.approx(6.0)


def enter_width(window: MainWindow, text: str) -> float:
    enter(field_of(window, QDoubleSpinBox, "Lebar raport"), text.replace(".", ","))
    return design_of(window).fields[0].repeat.width_mm


def test_hand_and_chance_are_set(window: MainWindow):
    before = design_of(window).look.hand
    slider = field_of(window, QSlider, "Hand")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    settle()
    assert design_of(window).look.hand == pytest.approx(before + 0.1)
    seed = design_of(window).seed
    dice = next(
        b
        for b in window.findChild(PropertiesPanel).findChildren(QToolButton)
        if b.toolTip() == window.context.tr("Throw the dice")
    )
    for _ in range(3):
        dice.click()
        settle()
        dice = next(
            b
            for b in window.findChild(PropertiesPanel).findChildren(QToolButton)
            if b.toolTip() == window.context.tr("Throw the dice")
        )
    assert design_of(window).seed != seed
    enter(field_of(window, QSpinBox, "Chance no."), "77")
    assert design_of(window).seed == 77
    window.context.session.undo()
    assert design_of(window).seed != 77


def test_symmetry_ground_and_mori_are_chosen(window: MainWindow):
    design = design_of(window)
    group = choose(field_of(window, QComboBox, "Simetri"), lambda key: key == "p2")
    assert design_of(window).fields[0].repeat.group == group
    ground = choose(field_of(window, QComboBox, "Latar"), lambda key: key != design.fields[0].ground)
    assert design_of(window).fields[0].ground == ground
    mori = choose(field_of(window, QComboBox, "Mori"), lambda key: key != design.cloth.fabric)
    assert design_of(window).cloth.fabric == mori
    assert window.context.session.position == 3


def test_the_title_is_that_of_the_window(window: MainWindow):
    field = field_of(window, QLineEdit, "Judul")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Kain Ibu")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert design_of(window).title == "Kain Ibu"
    assert window.windowTitle().startswith("Kain Ibu")


# layers


@pytest.fixture
def layers(window: MainWindow) -> LayersPanel:
    made = window.findChild(LayersPanel)
    QAbstractItemModelTester(made.model, FATAL)
    for _ in range(2):
        made._add()
    return made


def names(window: MainWindow) -> list[str]:
    return [layer.name for layer in reversed(design_of(window).fields[0].layers)]


def test_rows_are_dragged_to_their_place(window: MainWindow, layers: LayersPanel):
    top, middle, bottom = names(window)
    model = layers.model
    for source, target, expected in (
        (0, 3, [middle, bottom, top]),
        (2, 0, [top, middle, bottom]),
        (1, 1, [top, middle, bottom]),
        (2, 1, [top, bottom, middle]),
    ):
        data = model.mimeData([model.index(source)])
        assert not model.dropMimeData(data, Qt.DropAction.MoveAction, target, 0, model.index(-1))
        assert names(window) == expected
        assert [model.layer(row).name for row in range(3)] == expected


def test_a_layer_is_hidden_locked_and_renamed_by_the_keyboard(window: MainWindow, layers: LayersPanel):
    view = layers.view
    tabs = window._docks.docks[-1].widget().tabs
    next(one for one in tabs.buttons if one.text() == "Lapisan").click()
    view.setFocus()
    view.setCurrentIndex(layers.model.index(1))
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    layer = layers.model.layer(1)
    assert (layer.visible, layer.locked) == (False, True)
    spoken = layers.model.data(layers.model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"{layer.name}, ")
    assert len(spoken.split(", ")) == 3
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Isen")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert names(window)[1] == "Isen"


def test_a_name_of_nothing_is_no_name(window: MainWindow, layers: LayersPanel):
    before = names(window)
    assert not layers.model.setData(layers.model.index(0), "   ")
    assert names(window) == before
