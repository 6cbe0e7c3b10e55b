"""The window as a whole: built in any dress, changed while it runs, the start page, work that outlives a crash."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox

from batikstudio.design.templates import from_template
from batikstudio.gui.dialogs import ask
from batikstudio.gui.docks.library import LibraryPanel
from batikstudio.gui.docks.properties import PropertiesPanel
from batikstudio.gui.main_window import MainWindow
from batikstudio.gui.models.labels import title_of
from batikstudio.gui.theme.tokens import DARK, LIGHT
from batikstudio.gui.widgets.buttons import Tabs
from batikstudio.studio import folders, thumbnails
from batikstudio.studio.autosave import found
from batikstudio.studio.i18n import Translator
from batikstudio.studio.settings import Settings, save
from tests.support.places import ROOT
from tests.support.window import settle, studio

HEAVY = ("numba", "scipy", "skimage", "PIL", "pikepdf", "tifffile")
SMALL = {"cloth.length_mm": "300", "cloth.width_mm": "200"}
FIRST_PAINT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from batikstudio.gui.main_window import MainWindow
from batikstudio.gui.preferences import Preferences
application = QApplication([])
window = MainWindow(application, None, Preferences(Path(sys.argv[1])))
window.resize(1366, 768)
picture = window.grab().toImage()
assert len({picture.pixel(x, y) for x in range(0, 1366, 7) for y in range(0, 768, 7)}) > 20
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
window.close()
"""


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    with studio(qapp, tmp_path, from_template("kawung", SMALL)) as made:
        yield made


def item_ids(window: MainWindow) -> list[str]:
    return [item.id for field in window.context.session.design.fields for item in field.items()]


def child_environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "BATIK_EVENTLOG": str(tmp_path / "events.jsonl")}


# any dress


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_window_is_built_in_any_dress(qapp: QApplication, tmp_path: Path, language: str, theme: str):
    save(Settings(language=language, theme=theme), tmp_path / "settings.toml")
    with studio(qapp, tmp_path, from_template("kawung", SMALL)) as window:
        assert window.menuBar().actions()[0].text() == {"id": "Berkas", "en": "File"}[language]
        assert window.context.tokens == {"light": LIGHT, "dark": DARK}[theme]
        bar = window.options.grab().toImage()
        ground = bar.pixelColor(bar.width() // 2, bar.height() // 2).name().upper()
        assert ground == window.context.tokens.panel


def test_the_first_paint_loads_nothing_heavy(tmp_path: Path):
    told = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(tmp_path / "settings.toml")],
        env=child_environment(tmp_path),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    loaded = set(told.stderr.splitlines()[-1].split())
    assert "PySide6" in loaded
    assert not loaded & set(HEAVY)


def test_a_change_of_dress_keeps_the_work_and_the_pictures(window: MainWindow, qtbot):
    qtbot.waitUntil(lambda: window.is_drawn, timeout=240_000)
    session, design = window.context.session, window.context.session.design
    session.select(item_ids(window)[:1])
    window.area.canvas.set_view(window.area.canvas.view.zoomed(0.8, 30, 40))
    window.ui.set_tool("place")
    seen, cloth = window.area.canvas.view, window.feed.pyramid
    thumbnails = dict(window.findChild(LibraryPanel).model.pictures)
    for action in ("window.english", "window.dark"):
        before = window.area
        window.actions_by_id.by_id[action].trigger()
        qtbot.waitUntil(lambda b=before: window.area is not b)
        assert window.feed.pyramid is cloth  # there is no moment without the cloth
        settle()
        assert window.area.canvas.view == seen
        assert window.ui.tool == "place"
    assert session.design is design
    assert session.selection == tuple(item_ids(window)[:1])
    (library,) = window.findChildren(LibraryPanel)
    assert library.model.pictures == thumbnails
    qtbot.waitUntil(lambda: window.feed.is_current, timeout=10_000)
    assert window.feed.pyramid is cloth  # and nothing was drawn anew


def test_a_low_window_folds_the_strip(window: MainWindow):
    tall = window.area.canvas.height()
    assert window.strip.height() == 136
    window.resize(1280, 688)
    settle()
    assert window.strip.height() == 72
    assert window.area.canvas.height() > tall - (768 - 688)
    window.resize(1366, 768)
    settle()
    assert window.strip.height() == 136


# the start page


def test_the_start_page_offers_only_what_it_can_do(qapp: QApplication, tmp_path: Path):
    with studio(qapp, tmp_path, None) as window:
        possible = {key for key, action in window.actions_by_id.by_id.items() if action.isEnabled()}
        assert {"file.new", "file.open", "file.quit", "window.english", "help.about"} <= possible
        assert {key.partition(".")[0] for key in possible} == {"file", "window", "help"}
        assert not possible & {"file.save", "file.save_as", "file.export"}
        window.documents.open_template("kawung")
        assert window.actions_by_id.by_id["file.export"].isEnabled()
        assert window.actions_by_id.by_id["view.wax"].isEnabled()


def test_escape_goes_back_from_the_start_page_to_the_work(window: MainWindow, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ask, "ask_to_save", lambda *_: "discard")
    session = window.context.session
    session.select(item_ids(window)[:1])
    window.actions_by_id.by_id["edit.duplicate"].trigger()
    design = session.design
    window.actions_by_id.by_id["file.new"].trigger()
    assert window._stack.currentWidget() is window.start
    window.activateWindow()
    window.start.setFocus()
    QTest.keyClick(window.focusWidget() or window.start, Qt.Key.Key_Escape)
    assert window._stack.currentWidget() is window.area
    assert session.design is design
    assert window.isWindowModified()  # nobody is told that it was saved


def test_letters_take_tools_but_not_out_of_a_field(window: MainWindow):
    window.activateWindow()
    canvas = window.area.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_M)
    assert window.ui.tool == "place"
    QTest.keyClick(canvas, Qt.Key.Key_V)
    assert window.ui.tool == "select"
    library = window.findChild(LibraryPanel)
    library._search.setFocus()
    QTest.keyClicks(library._search, "manggur")
    assert library._search.text() == "manggur"
    next(tabs for tabs in window.findChildren(Tabs)).buttons[1].click()
    field = window.findChild(PropertiesPanel).findChild(QDoubleSpinBox)
    field.setFocus()
    assert window.focusWidget() is field
    QTest.keyClick(field, Qt.Key.Key_M)
    assert window.ui.tool == "select"


# words of the history


def test_everything_that_can_be_done_has_a_title():
    pattern = re.compile(r'(?:\bedit|\bchange|\bEdit|\bdo)\(\s*(?:self\.context, )?"([a-z]+\.[a-z_]+)"')
    sources = [*(ROOT / "batikstudio/gui").rglob("*.py"), *(ROOT / "batikstudio/studio").rglob("*.py")]
    labels = {label for file in sources for label in pattern.findall(file.read_text(encoding="utf-8"))}
    assert len(labels) > 15
    assert {"motif.place", "item.slot", "process.step", "edit.delete"} <= labels
    for language in ("en", "id"):
        assert [label for label in labels if title_of(label, Translator(language)) == label] == []


# work that is not lost


def test_unsaved_work_is_kept_once_and_ends_with_a_save(window: MainWindow, qtbot, tmp_path: Path):
    root = folders.data() / "autosaves"
    window.documents.keep()  # nothing to keep
    assert not root.exists()
    session = window.context.session
    session.select(item_ids(window))
    window.actions_by_id.by_id["edit.duplicate"].trigger()
    window.documents.keep()
    qtbot.waitUntil(lambda: len(list(root.rglob("*.batik"))) == 1, timeout=180_000)
    with qtbot.waitSignal(window.documents.saved, timeout=180_000):
        window.documents._write(tmp_path / "kain.batik", None)
    assert list(root.rglob("*.batik")) == []


def test_keeping_that_takes_longer_than_the_clock_is_not_begun_anew(window: MainWindow, qtbot, monkeypatch):
    going, drawn = threading.Event(), []

    def slow(design: object) -> bytes:
        drawn.append(design)
        going.wait(30)
        return b""

    monkeypatch.setattr(thumbnails, "preview_png", slow)
    window.context.session.select(item_ids(window))
    window.actions_by_id.by_id["edit.duplicate"].trigger()
    for _ in range(3):
        window.documents.keep()
    qtbot.waitUntil(lambda: bool(drawn), timeout=30_000)
    going.set()
    log = []
    monkeypatch.setattr(window.context.log, "write", lambda ev, **facts: log.append((ev, facts)))
    qtbot.waitUntil(lambda: ("kept", {"kept": True}) in log, timeout=30_000)
    assert len(drawn) == 1


def test_work_of_a_killed_window_is_offered_at_the_next_start(qapp: QApplication, tmp_path: Path):
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.support.window_child", str(tmp_path / "other.toml")],
        env=child_environment(tmp_path),
        cwd=ROOT,
    )
    try:
        end = time.monotonic() + 60
        log = tmp_path / "events.jsonl"
        while '"kept"' not in (log.read_text() if log.exists() else ""):
            assert child.poll() is None
            assert time.monotonic() < end
            time.sleep(0.05)
    finally:
        child.kill()
        child.wait(10)
    assert {"ev": "kept", "kept": True} in [json.loads(line) for line in log.read_text().splitlines()]
    (kept,) = found(folders.data() / "autosaves")
    assert kept.title == "Kerja semalam"
    with studio(qapp, tmp_path, None) as window:
        window.start.recovered_chosen.emit(kept)
        session = window.context.session
        assert session.design == kept.design
        assert session.path is None  # it overwrites no file by mistake
        assert window.isWindowModified()
