"""Fillers in the window: one key fills what is empty, the properties change what a person wants otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QWidget

from batikstudio.design.filling import roles_with_areas
from batikstudio.design.invariants import problems
from batikstudio.design.templates import from_motif
from batikstudio.gui.docks.properties import PropertiesPanel
from batikstudio.gui.main_window import MainWindow
from batikstudio.gui.models.labels import title_of
from batikstudio.motifs.filler import GROUND, isens
from tests.support.window import settle, studio


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    design = from_motif("mangga", {"cloth.length_mm": "300", "cloth.width_mm": "200"})
    with studio(qapp, tmp_path, design) as made:
        yield made
        assert not [one for one in problems(made.context.session.design) if one.severity == "fault"]


def only_item(window: MainWindow):
    (item,) = window.context.session.design.fields[0].items()
    return item


def ground_of(window: MainWindow):
    return window.context.session.design.fields[0].isen


def press(window: MainWindow, action: str) -> None:
    found = window.actions_by_id.by_id[action]
    assert found.isEnabled()
    found.trigger()
    settle()


def size_of(kind):
    """Return what a filler calls the size of its pieces, as the form says it."""
    (words,) = [one.words.id for one in isens()[kind].parameters if one.key == "size_mm"]
    return f"Isen: {words}"


def fields_of(window: MainWindow, kind: type[QWidget], name: str) -> list[QWidget]:
    settle()
    found = window.findChild(PropertiesPanel).findChildren(kind)
    return [one for one in found if one.accessibleName() == name and not one.isHidden()]


def field_of(window: MainWindow, kind: type[QWidget], name: str) -> QWidget:
    (found,) = fields_of(window, kind, name)
    return found


def choose(box: QWidget, key: str) -> None:
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())
    settle()


def test_one_key_fills_the_motif_and_again_chooses_others(window: MainWindow):
    session = window.context.session
    assert not window.actions_by_id.by_id["motif.isen"].isEnabled()
    assert window.actions_by_id.by_id["motif.isen"].shortcut().toString() == "Ctrl+I"
    session.select([only_item(window).id])
    seen = set()
    for number in range(1, 6):
        press(window, "motif.isen")
        seen.add(tuple(sorted((role, one.kind) for role, one in only_item(window).isen.items())))
        assert session.position == number
    assert len(seen) > 1
    press(window, "motif.no_isen")
    assert only_item(window).isen == {}
    assert not window.actions_by_id.by_id["motif.no_isen"].isEnabled()
    session.undo()
    assert only_item(window).isen


def test_one_key_fills_the_ground_with_or_without_a_selection(window: MainWindow):
    session = window.context.session
    assert window.actions_by_id.by_id["motif.ground_isen"].shortcut().toString() == "Ctrl+Shift+I"
    press(window, "motif.ground_isen")
    first = ground_of(window)
    session.select([only_item(window).id])
    press(window, "motif.ground_isen")
    assert first.chosen == 1
    assert ground_of(window).chosen == 2
    session.select(())
    press(window, "motif.no_isen")
    assert ground_of(window) is None


def test_the_filler_of_the_role_in_focus_is_chosen_coloured_and_measured(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("batikstudio.gui.widgets.form.PAUSE_S", 600.0)  # a busy machine makes pauses of its own
    session = window.context.session
    item = only_item(window)
    session.select([item.id])
    roles = roles_with_areas(session.design, item)
    for role, kind in zip(roles[:2], ("sisik", "cecek"), strict=True):
        window.ui.set_role(role)
        choose(field_of(window, QComboBox, "Isen"), kind)
        assert only_item(window).isen[role].kind == kind
    window.ui.set_role(roles[0])
    assert field_of(window, QComboBox, "Isen").currentData() == "sisik"
    choose(field_of(window, QComboBox, f"Isen: {window.context.tr('Colour')}"), "biru")
    before = session.position
    for _ in range(3):
        field = field_of(window, QDoubleSpinBox, size_of("sisik"))
        field.stepBy(1)
        settle()
    one = only_item(window).isen[roles[0]]
    assert (one.kind, one.slot) == ("sisik", "biru")
    usual = next(p.default for p in isens()["sisik"].parameters if p.key == "size_mm")
    assert one.parameters["size_mm"] > usual
    assert session.position == before + 1, "steps of one field are one undo"
    session.undo()
    assert only_item(window).isen[roles[0]].parameters == {}
    choose(field_of(window, QComboBox, "Isen"), "")
    assert set(only_item(window).isen) == {roles[1]}


def test_a_field_keeps_the_keyboard_when_its_value_has_changed(window: MainWindow):
    session = window.context.session
    window.activateWindow()
    session.select([only_item(window).id])
    choose(field_of(window, QComboBox, "Isen"), "cecek")
    field = field_of(window, QDoubleSpinBox, "Isen: Jarak")
    next(one for one in window._docks.docks[-1].widget().tabs.buttons if one.text() == "Sifat").click()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    settle()
    assert window.focusWidget().accessibleName() == "Isen: Jarak"
    assert window.focusWidget() is field_of(window, QDoubleSpinBox, "Isen: Jarak")


def test_the_ground_is_filled_from_the_page_of_the_cloth(window: MainWindow):
    box = field_of(window, QComboBox, "Isen")
    offered = {box.itemData(k) for k in range(box.count())}
    assert offered == {""} | {key for key, one in isens().items() if GROUND in one.suits}
    choose(box, "gringsing")
    assert ground_of(window).kind == "gringsing"
    choose(field_of(window, QComboBox, f"Isen: {window.context.tr('Colour')}"), "putih")
    field = field_of(window, QDoubleSpinBox, size_of("gringsing"))
    field.setValue(1.5)
    settle()
    one = ground_of(window)
    assert (one.kind, one.slot, one.parameters) == ("gringsing", "putih", {"line_mm": 0.65, "size_mm": 1.5})
    choose(field_of(window, QComboBox, "Isen"), "")
    assert ground_of(window) is None


def test_several_motifs_get_the_filler_together(window: MainWindow):
    session = window.context.session
    session.select([only_item(window).id])
    press(window, "edit.duplicate")
    ids = [item.id for item in session.design.fields[0].items()]
    session.select(ids)
    choose(field_of(window, QComboBox, "Isen"), "nitik")
    for one in ids:
        assert {filler.kind for filler in session.design.find_item(one)[2].isen.values()} == {"nitik"}


@pytest.mark.parametrize("label", ["item.isen", "cloth.isen", "motif.isen", "motif.ground_isen", "motif.no_isen"])
def test_the_history_calls_each_change_by_its_name(window: MainWindow, label: str):
    assert title_of(label, window.context.tr) not in ("", label)
