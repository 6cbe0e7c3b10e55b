"""The catalogue is that of the present source, whole, and as small machines write it."""

from __future__ import annotations

import string
from importlib.resources import files

import pytest

from batikstudio.base.words import Words
from batikstudio.studio.i18n import LANGUAGES, N_, Translator
from tools import update_locale


def _names(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.fixture(scope="module")
def catalogue():
    return update_locale.updated({})


def test_the_committed_catalogue_is_that_of_the_source(catalogue):
    """If this fails: .venv/bin/python tools/update_locale.py."""
    po, mo = update_locale.rendered(catalogue)
    assert update_locale.PO.read_bytes() == po
    assert update_locale.PO.with_suffix(".mo").read_bytes() == mo


def test_every_string_is_translated_with_the_same_names(catalogue):
    wrong = {}
    for entry in catalogue:
        if not entry.id:
            continue
        texts = entry.id if isinstance(entry.id, tuple) else (entry.id,)
        translations = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        for translation in translations:
            if not translation or not translation.strip():
                wrong[texts[0]] = "not translated"
            elif not entry.context and _names(translation) != _names(texts[-1]):
                wrong[texts[0]] = translation
    assert wrong == {}


def test_marked_strings_are_found_in_the_source():
    found = update_locale.strings()
    assert "Save as…" in found
    assert len(found) > 150


def test_strings_are_not_put_together_from_pieces():
    """A call with anything but one text cannot be translated: ``tr(f"…")`` or ``tr("a" + b)`` would stay English."""
    import ast

    wrong = []
    for file in sorted(update_locale.PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in update_locale.MARKS and isinstance(node.args[0], ast.JoinedStr | ast.BinOp):
                wrong.append(f"{file.name}:{node.lineno}")
    assert wrong == []


def test_a_string_is_found_whatever_the_translator_is_called(tmp_path, monkeypatch):
    source = tmp_path / "batikstudio" / "a.py"
    source.parent.mkdir()
    source.write_text(
        'tr("one"); self._tr("two"); N_("three"); tr("four" if x else "five"); self.tr("six"); other("no")\n'
        'tr.plural("{n} cat", "{n} cats", n); tr(name)\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(update_locale, "ROOT", tmp_path)
    monkeypatch.setattr(update_locale, "PACKAGE", source.parent)
    found = update_locale.strings()
    assert set(found) == {"one", "two", "three", "four", "five", "six", "{n} cat"}
    assert found["{n} cat"][0] == "{n} cats"


def test_a_string_is_said_in_its_language():
    assert Translator("en")("Undo") == "Undo"
    assert Translator("id")("Undo") not in ("", "Undo")
    assert Translator("id")("no such string") == "no such string"
    assert Translator("id")("") == ""
    assert N_("Undo") == "Undo"


def test_counting():
    assert Translator("en").plural("{n} item", "{n} items", 1) == "{n} item"
    assert Translator("en").plural("{n} item", "{n} items", 2) == "{n} items"


def test_the_catalogue_has_one_form_for_any_number(catalogue):
    assert catalogue.num_plurals == 1
    tr = Translator("id")
    for one, (many, _) in update_locale.strings().items():
        if many is not None:
            assert tr.plural(one, many, 1) == tr.plural(one, many, 5) == tr.plural(one, many, 0)
            assert tr.plural(one, many, 5) != many or one == many


def test_numbers_are_written_as_the_language_writes_them():
    assert Translator("en").number(1234567.891, 2) == "1,234,567.89"
    assert Translator("id").number(1234567.891, 2) == "1.234.567,89"
    assert Translator("id").number(0.5) == "0,5"
    assert Translator("id").number(-1000, 0) == "-1.000"
    assert Translator("id").number(2, 1) == "2,0"
    assert Translator("en").number(10**20 + 1, 0) == "100,000,000,000,000,000,001"


def test_names_that_travel_with_data():
    words = Words("malam", "wax")
    assert [Translator(language).words(words) for language in LANGUAGES] == ["malam", "wax"]


def test_a_string_of_another_program_is_none_where_it_is_not_known():
    assert Translator("id").context("QPlatformTheme", "no such string") is None
    assert Translator("en").context("QPlatformTheme", "OK") is None


def test_the_compiled_catalogue_travels_with_the_package():
    assert (files("batikstudio.studio") / "locale" / "id" / "LC_MESSAGES" / "batikstudio.mo").is_file()
