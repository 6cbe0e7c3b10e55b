"""Undo and redo: one gesture is one step, whatever lies between; and when a design counts as saved."""

from __future__ import annotations

import pytest

from batikstudio.design.edits import about, items
from batikstudio.design.history import MOST_STEPS, History
from batikstudio.design.templates import from_template
from batikstudio.geometry.affine import Affine


@pytest.fixture
def start():
    return from_template("symmetry-probe")


def _dragged(design, x):
    return items.transform(design, [next(design.fields[0].items()).id], Affine.translation(x, 0))


def _titled(history, title, key=""):
    return history.commit("file.title", about.set_title(history.design, title), key)


def test_a_drag_is_one_undo_and_a_second_drag_another(start):
    history = History(start)
    for x in range(1, 20):
        assert history.commit("motif.move", _dragged(start, x), "move-1")
    first = history.design
    for x in range(1, 20):
        assert history.commit("motif.move", _dragged(first, x), "move-2")
    assert history.labels == ("motif.move", "motif.move")
    history.undo()
    assert history.design is first
    history.undo()
    assert history.design is start


def test_a_drag_after_undo_does_not_melt_into_the_one_before(start):
    history = History(start)
    history.commit("motif.move", _dragged(start, 1), "move-1")
    one = history.design
    history.commit("motif.move", _dragged(one, 1), "move-2")
    history.undo()
    assert history.commit("motif.move", _dragged(one, 5), "move-1")
    assert history.position == 2
    history.undo()
    assert history.design is one


def test_the_same_key_does_not_merge_over_another_step(start):
    history = History(start)
    history.commit("motif.move", _dragged(start, 1), "nudge")
    _titled(history, "Lain")
    history.commit("motif.move", _dragged(history.design, 1), "nudge")
    assert len(history.labels) == 3


def test_a_gesture_that_ends_where_it_began_vanishes(start):
    history = History(start)
    for x in (1, 2, 1):
        history.commit("motif.move", _dragged(start, x), "move-1")
    assert history.commit("motif.move", _dragged(start, 0), "move-1")
    assert history.labels == ()
    assert history.design is start
    assert history.is_saved
    assert history.commit("motif.move", _dragged(start, 3), "move-1")  # and the same gesture may go on
    assert history.labels == ("motif.move",)
    history.undo()
    assert history.design is start


def test_what_changes_nothing_is_no_step_and_keeps_what_was_undone(start):
    history = History(start)
    _titled(history, "Satu")
    history.undo()
    assert not history.commit("file.title", about.set_title(start, start.title))
    assert history.redo_label == "file.title"
    assert history.redo()
    assert history.design.title == "Satu"


def test_a_new_step_ends_what_was_undone(start):
    history = History(start)
    _titled(history, "Satu")
    _titled(history, "Dua")
    history.go_to(0)
    _titled(history, "Tiga")
    assert history.labels == ("file.title",)
    assert not history.redo()
    assert (history.undo_label, history.redo_label) == ("file.title", None)


def test_only_so_many_steps_are_kept(start):
    history = History(start, most_steps=5)
    for number in range(9):
        _titled(history, f"Judul {number}")
    assert history.position == len(history.labels) == 5
    while history.undo():
        pass
    assert history.design.title == "Judul 3"
    assert history.go_to(99)
    assert history.design.title == "Judul 8"
    assert MOST_STEPS >= 100


def test_saved_is_only_the_very_design_that_was_saved(start):
    history = History(start)
    assert history.is_saved
    _titled(history, "Satu")
    saved = history.design
    _titled(history, "Dua")
    history.mark_saved(saved)  # written in the background while the second edit was made
    assert not history.is_saved
    history.undo()
    assert history.is_saved
    history.undo()
    assert not history.is_saved
    history.mark_saved(None)
    assert not history.is_saved
