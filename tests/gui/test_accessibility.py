"""The window without a mouse and without good eyes: names, the way of the Tab key, focus that is seen, whole words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from batikstudio.design.templates import from_template
from batikstudio.gui.docks.layers import LayersPanel
from batikstudio.gui.docks.library import LibraryPanel
from batikstudio.gui.docks.palette import PalettePanel
from batikstudio.gui.main_window import MainWindow
from batikstudio.gui.theme.tokens import CAPTION
from batikstudio.gui.widgets.text import ElidedLabel
from batikstudio.studio.settings import Settings, save
from tests.support.window import controls, name_of, settle, studio

MUST_SPEAK = (QLineEdit, QAbstractItemView, QToolButton, QComboBox, QAbstractSpinBox)
LANGUAGES = pytest.mark.parametrize("language", ["id", "en"])
SMALL = {"cloth.length_mm": "300", "cloth.width_mm": "200"}


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    with studio(qapp, tmp_path, from_template("kawung", SMALL)) as made:
        made.activateWindow()
        settle()
        yield made


def select_all(window: MainWindow) -> None:
    session = window.context.session
    session.select(item.id for field in session.design.fields for item in field.items())
    settle()


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"


@LANGUAGES
@pytest.mark.parametrize("selected", [False, True])
def test_every_control_is_named(qapp: QApplication, tmp_path: Path, language: str, selected: bool):
    save(Settings(language=language), tmp_path / "settings.toml")
    with studio(qapp, tmp_path, from_template("kawung", SMALL)) as window:
        if selected:
            select_all(window)
        found = [one for one in controls(window) if isinstance(one, MUST_SPEAK)]
        assert all(any(isinstance(one, kind) for one in found) for kind in MUST_SPEAK)
        assert [described(one) for one in found if not name_of(one)] == []
        assert window.area.canvas.accessibleName()
        assert window.strip._row.accessibleName()


@pytest.mark.parametrize("kind", [LibraryPanel, PalettePanel, LayersPanel])
def test_every_row_of_a_list_is_spoken(window: MainWindow, kind: type):
    model = window.findChild(kind).model
    spoken = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert spoken
    assert all(spoken)
    assert len(set(spoken)) == len(spoken)


def test_tab_goes_round_the_window_and_is_caught_nowhere(window: MainWindow):
    canvas = window.area.canvas
    canvas.setFocus()
    way: list[QWidget] = []
    for _ in range(200):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        here = window.focusWidget()
        if here is canvas:
            break
        way.append(here)
    else:
        pytest.fail(f"Tab does not come back to the canvas: {[described(one) for one in way[-5:]]}")
    assert len(way) == len(set(way)) > 20
    assert window.strip._row in way
    for panel in (LibraryPanel, PalettePanel):
        inside = window.findChild(panel)
        assert any(inside.isAncestorOf(one) for one in way), panel
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is way[-1]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_focus_is_seen(qapp: QApplication, tmp_path: Path, theme: str):
    """Not only by another colour of a thing: what is in focus and what is not differ in many pixels."""
    save(Settings(theme=theme), tmp_path / "settings.toml")
    with studio(qapp, tmp_path, from_template("kawung", SMALL)) as window:
        window.activateWindow()
        settle()
        tool = window.tools_bar.findChildren(QToolButton)[-1]
        field = window.findChild(LibraryPanel).findChild(QLineEdit)
        for one in (window.area.canvas, window.strip._row, window.strip._play, field, tool):
            other = field if one is not field else window.area.canvas
            other.setFocus()
            settle()
            without = one.grab().toImage()
            one.setFocus(Qt.FocusReason.TabFocusReason)
            settle()
            assert window.focusWidget() is one
            seen = one.grab().toImage()
            places = [(x, y) for x in range(seen.width()) for y in (0, 1, 2, seen.height() - 2)]
            changed = sum(seen.pixelColor(x, y) != without.pixelColor(x, y) for x, y in places)
            assert changed > seen.width() / 3, described(one)


def words_wide(widget: QWidget, text: str) -> float:
    return QFontMetricsF(widget.font()).horizontalAdvance(text.replace("&", ""))


@LANGUAGES
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768)])
def test_no_word_is_cut_off(qapp: QApplication, tmp_path: Path, language: str, size: tuple[int, int]):
    save(Settings(language=language), tmp_path / "settings.toml")
    with studio(qapp, tmp_path, from_template("manggur-kawung"), size) as window:
        select_all(window)
        labels = [
            one
            for one in window.findChildren(QLabel)
            if one.isVisible() and one.text() and not one.wordWrap() and not isinstance(one, ElidedLabel)
        ]
        buttons = [
            one
            for kind in (QPushButton, QToolButton)
            for one in window.findChildren(kind)
            if one.isVisible() and one.text() and one.icon().isNull()
        ]
        assert len(labels) > 10
        assert len(buttons) > 8
        cut = [one.text() for one in (*labels, *buttons) if words_wide(one, one.text()) > one.width() + 0.5]
        assert cut == []


def test_no_word_is_smaller_than_eleven_pixels(window: MainWindow):
    select_all(window)
    shown = [one for kind in (QLabel, QAbstractButton, QLineEdit, QComboBox) for one in window.findChildren(kind)]
    shown = [one for one in shown if one.isVisible()]
    assert len(shown) > 40
    for one in shown:
        one.ensurePolished()
    assert [described(one) for one in shown if 0 < one.font().pixelSize() < CAPTION] == []


def test_what_is_said_of_the_canvas_is_said_in_the_language(qapp: QApplication, tmp_path: Path):
    names = set()
    for language in ("id", "en"):
        save(Settings(language=language), tmp_path / "settings.toml")
        with studio(qapp, tmp_path, from_template("kawung", SMALL)) as window:
            names.add(window.area.canvas.accessibleName())
    assert len(names) == 2
