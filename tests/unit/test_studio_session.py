"""The one door: who is told what, and when a design counts as saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from batikstudio.base.errors import BatikError
from batikstudio.design.edits import about, items
from batikstudio.design.templates import from_template
from batikstudio.project import load
from batikstudio.studio.session import Session
from batikstudio.studio.signal import Signal


@pytest.fixture
def session():
    return Session(from_template("manggur-kawung"))


@pytest.fixture
def told(session):
    """Return what every signal said, in order."""
    said = []
    for name in ("changed", "selected", "replaced", "saved"):
        getattr(session, name).connect(lambda *values, name=name: said.append((name, *values)))
    return said


def _titled(session, title, key=""):
    return session.do("file.title", about.set_title(session.design, title), key)


def _names(told):
    return [one[0] for one in told]


def test_a_change_tells_old_and_new(session, told):
    old = session.design
    assert _titled(session, "Satu")
    assert told == [("changed", old, session.design), ("saved",)]
    told.clear()
    assert not _titled(session, "Satu")
    assert told == []
    assert session.undo()
    assert told[0][2] is old
    assert session.redo()
    assert session.go_to(0)
    assert not session.undo()
    assert not session.go_to(0)
    assert _names(told) == ["changed", "saved"] * 3


def test_the_revision_rises_with_every_change_also_back(session):
    seen = [session.revision]
    for act in (
        lambda: _titled(session, "Satu"),
        session.undo,
        session.redo,
        lambda: session.replace(session.design, None),
    ):
        act()
        seen.append(session.revision)
    assert seen == sorted(set(seen))


def test_the_selection_holds_only_what_the_design_has(session, told):
    session.select(["i1", "i99", "i2", "i1"])
    assert session.selection == ("i1", "i2")
    session.select(["i1", "i2"])
    assert told == [("selected", ("i1", "i2"))]


def test_nobody_who_is_told_of_a_change_meets_a_selected_item_that_is_gone(session, told):
    session.select(["i1", "i2"])
    told.clear()
    seen = []
    session.changed.connect(lambda _old, new: seen.extend(new.find_item(one)[2].id for one in session.selection))
    session.do("edit.delete", items.delete(session.design, ["i1"]))
    assert seen == ["i2"]
    assert told[-1] == ("selected", ("i2",))
    session.undo()
    assert session.selection == ("i2",)


def test_saving_marks_only_the_design_that_was_written(session, told, tmp_path):
    path = tmp_path / "a.batik"
    _titled(session, "Satu")
    assert not session.is_saved
    written = session.design
    _titled(session, "Dua")
    session.was_saved(written, path)  # a worker wrote it while the person went on
    assert not session.is_saved
    assert session.path == path
    session.undo()
    assert session.is_saved
    told.clear()
    session.save(path, b"")
    assert session.is_saved
    assert told == [("saved",)]
    assert load(path).design == session.design


def test_a_save_that_fails_changes_nothing(session, told, tmp_path):
    _titled(session, "Satu")
    told.clear()
    with pytest.raises(BatikError):
        session.save(tmp_path, b"")
    assert (session.path, session.is_saved, told) == (None, False, [])


def test_another_design_begins_anew(session, told):
    _titled(session, "Satu")
    session.select(["i1"])
    told.clear()
    other = from_template("kawung")
    session.replace(other, Path("kain.batik"))
    assert _names(told) == ["replaced", "selected", "saved"]
    assert (session.design, session.selection, session.labels, session.is_saved) == (other, (), (), True)
    session.replace(other, None, unsaved=True)
    assert (session.path, session.is_saved) == (None, False)


def test_the_title_is_the_design_s_else_the_file_s(session):
    assert session.title == "Manggur dan kawung"
    session.replace(about.set_title(session.design, ""), Path("sekar.batik"))
    assert session.title == "sekar"


def test_a_signal_can_be_left_while_it_speaks():
    signal, heard = Signal(), []
    leave = signal.connect(lambda: (heard.append("one"), leave()))
    signal.connect(lambda: heard.append("two"))
    signal.emit()
    signal.emit()
    leave()
    assert heard == ["one", "two", "two"]
