"""The question before unsaved work is left, the list of keys, and what the program is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from batikstudio import __version__
from batikstudio.gui.dialogs.about import AboutDialog, details
from batikstudio.gui.dialogs.ask import SaveQuestion, ask_to_save
from batikstudio.gui.dialogs.keys import KeysDialog, sections
from batikstudio.studio.actions import actions
from batikstudio.studio.i18n import Translator
from batikstudio.studio.tools import tools
from tests.support.gui_context import Bench, nameless

# The offscreen platform says so whenever a window is shown.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.jobs.close()


@pytest.mark.parametrize(
    ("act", "answer"),
    [
        (lambda question, qtbot: qtbot.keyClick(question, Qt.Key.Key_Return), "save"),
        (lambda question, qtbot: question.save_button.click(), "save"),
        (lambda question, qtbot: question.discard_button.click(), "discard"),
        (lambda question, qtbot: question.cancel_button.click(), "cancel"),
        (lambda question, qtbot: qtbot.keyClick(question, Qt.Key.Key_Escape), "cancel"),
        (lambda question, qtbot: question.close(), "cancel"),
    ],
    ids=["enter", "save", "discard", "cancel", "escape", "cross"],
)
def test_every_way_out_of_the_question_has_its_answer(qtbot, bench, act, answer):
    def decide() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, SaveQuestion)
        act(question, qtbot)

    QTimer.singleShot(50, decide)
    assert ask_to_save(bench.context, None, "Kawung") == answer


def test_the_keys_are_those_of_the_actions_and_the_tools(qtbot, bench):
    listed = [keys for _, rows in sections(Translator("en")) for _, keys in rows]
    known = [one.shortcut for one in actions().values() if one.shortcut] + [one.shortcut for one in tools().values()]
    assert sorted(listed) == sorted(known)
    dialog = KeysDialog(bench.context, None)
    qtbot.addWidget(dialog)
    shown = [one.accessibleName() for one in dialog.findChildren(QLabel) if one.accessibleName()]
    assert "Save: Ctrl+S" in shown
    assert len(shown) == len(known)
    assert nameless(dialog) == []


def test_the_details_can_be_copied(qtbot, bench):
    dialog = AboutDialog(bench.context, None)
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == details()
    assert copied.splitlines()[0] == f"Batik Studio {__version__}"
    assert "numpy" in copied
