"""Qt's own words in Indonesian: the list is Qt's, the catalogue has them all, and they can be taken back."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QObject
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from batikstudio.gui.qt_strings import QT_STRINGS, QtStrings
from batikstudio.studio.i18n import Translator

MESSAGES = 0x69  # the section of a .qm file with the texts
END, SOURCE, CONTEXT, OBSOLETE = 1, 6, 7, 5


def sources(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (context, source) of a .qm file of Qt's; its layout is that of QTranslator (qtranslator.cpp)."""
    data = path.read_bytes()
    at, section = 16, b""
    while at < len(data):
        size = int.from_bytes(data[at + 1 : at + 5], "big")
        if data[at] == MESSAGES:
            section = data[at + 5 : at + 5 + size]
        at += 5 + size
    at, fields = 0, {}
    while at < len(section):
        tag = section[at]
        at += 1
        if tag == END:
            yield fields.get(CONTEXT, ""), fields.get(SOURCE, "")
            fields = {}
        elif tag == OBSOLETE:
            at += 4
        else:
            (size,) = struct.unpack(">i", section[at : at + 4])
            at += 4
            fields[tag] = section[at : at + max(size, 0)].decode("latin-1")
            at += max(size, 0)


@pytest.fixture(scope="module")
def asked() -> set[tuple[str, str]]:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return set(sources(folder / "qtbase_de.qm"))


class Marked(Translator):
    """Translates everything of Qt's, visibly."""

    def __init__(self) -> None:
        super().__init__("id")

    def context(self, context: str, text: str) -> str | None:
        return f"[{text}]" if (context, text) in QT_STRINGS else None


def test_every_text_of_the_list_is_one_that_qt_has(asked):
    assert len(asked) > 500  # the file was understood
    assert [one for one in QT_STRINGS if one not in asked] == []


@pytest.mark.parametrize("context", ["QPlatformTheme", "QLineEdit", "QDockWidget", "QFileSystemModel"])
def test_the_list_leaves_nothing_out_of_what_is_always_seen(asked, context):
    assert {one for one in asked if one[0] == context} <= set(QT_STRINGS)


def test_the_list_is_sorted_and_holds_nothing_twice():
    assert list(QT_STRINGS) == sorted(set(QT_STRINGS))


def test_the_catalogue_has_them_all_with_the_same_places():
    tr = Translator("id")
    found = {one: tr.context(*one) for one in QT_STRINGS}
    assert [one for one, text in found.items() if not text] == []
    for (_, source), text in found.items():
        assert text is not None
        assert (text.count("&"), text.count("%1")) == (source.count("&"), source.count("%1")), source
        assert text.endswith(" ") == source.endswith(" "), source


def test_no_menu_has_a_letter_twice():
    tr = Translator("id")
    letters: dict[str, Counter[str]] = {}
    for context, source in QT_STRINGS:
        text = tr.context(context, source) or source
        if "&" in text and context in ("QLineEdit", "QWidgetTextControl", "QAbstractSpinBox"):
            letters.setdefault(context, Counter())[text[text.index("&") + 1].lower()] += 1
    assert letters
    assert {context: count for context, count in letters.items() if max(count.values()) > 1} == {}


def test_buttons_speak_the_language_and_are_switched_back(qtbot):
    application = QApplication.instance()
    parent = QObject()
    translator = QtStrings(Marked(), parent)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(box)
    cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
    english = cancel.text()
    application.installTranslator(translator)
    try:
        application.processEvents()
        assert cancel.text() == "[Cancel]"
        assert box.button(QDialogButtonBox.StandardButton.Save).text() == "[Save]"
    finally:
        application.removeTranslator(translator)
    application.processEvents()
    assert cancel.text() == english


def test_what_is_not_in_the_list_stays_as_qt_says_it():
    assert QtStrings(Marked(), QObject()).translate("QNowhere", "Nothing") is None
