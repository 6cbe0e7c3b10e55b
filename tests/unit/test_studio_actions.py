"""The actions: one list for menus, keys and help."""

from __future__ import annotations

import importlib
import math
import pkgutil
import re
from collections import Counter

import lucide
import numpy as np
import pytest

from batikstudio.design.templates import from_template
from batikstudio.studio import actions as package
from batikstudio.studio.action import MENUS
from batikstudio.studio.actions import actions
from batikstudio.studio.i18n import Translator
from batikstudio.studio.session import Session
from batikstudio.studio.tools import tools
from tests.support.places import ROOT

KEY = re.compile(r"((Ctrl|Alt|Shift)\+)*([A-Z0-9\]\[+-]|F\d{1,2}|Del|Left|Right|Up|Down)")


def _modules():
    return [importlib.import_module(f"{package.__name__}.{one.name}") for one in pkgutil.iter_modules(package.__path__)]


@pytest.fixture
def session():
    one = Session(from_template("manggur-kawung"))
    one.select(["i2"])
    return one


def _order(session):
    return [item.id for item in session.design.fields[0].items()]


def test_every_declared_action_is_listed_once_in_its_own_menu():
    declared = [action for module in _modules() for action in module.ACTIONS]
    assert [one for one, count in Counter(action.id for action in declared).items() if count > 1] == []
    assert {action.id for action in declared} == set(actions())
    for module in _modules():
        menu = module.__name__.rpartition(".")[2].removesuffix("_menu")
        assert {action.menu for action in module.ACTIONS} == {menu}
    assert [menu for menu in MENUS if menu in {action.menu for action in actions().values()}] == list(MENUS)


def test_no_key_means_two_things_and_every_key_is_one():
    keys = [action.shortcut for action in actions().values() if action.shortcut]
    keys += [tool.shortcut for tool in tools().values()]
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    assert [key for key in keys if not KEY.fullmatch(key)] == []


def test_every_title_is_translated():
    tr = Translator("id")
    same = {action.title for action in actions().values() if tr(action.title) == action.title}
    assert same <= {"Pola", "Bahasa Indonesia", "English"}
    for language in ("id", "en"):
        for menu in MENUS:
            titles = [Translator(language)(one.title) for one in actions().values() if one.menu == menu]
            assert len(set(titles)) == len(titles)


def test_every_hint_of_a_tool_is_translated():
    tr = Translator("id")
    assert [tool.id for tool in tools().values() if tr(tool.hint) == tool.hint] == []


def test_icons_are_those_of_the_family_or_our_own():
    own = {path.stem for path in (ROOT / "batikstudio" / "gui").rglob("*.svg")}
    named = {one.icon for one in (*actions().values(), *tools().values()) if one.icon}
    assert named - own - set(lucide.get_icon_list()) == set()


def test_what_needs_a_selection_or_a_history_is_off_without(session):
    session.select(())
    off = {key for key, action in actions().items() if not action.enabled(session)}
    assert {"edit.undo", "edit.redo", "edit.delete", "edit.duplicate", "motif.front", "file.save"} <= off
    assert "edit.select_all" not in off
    session.select(["i2"])
    on = {key for key, action in actions().items() if action.enabled(session)}
    assert {"edit.delete", "motif.turn_left"} <= on


@pytest.mark.parametrize(
    "key", [key for key, action in actions().items() if action.run and key.startswith(("edit", "motif"))]
)
def test_every_action_does_one_thing_that_undo_takes_back(session, key):
    start = session.design
    actions()[key].run(session)
    if session.design is not start:
        assert session.labels == (key,)
        actions()["edit.undo"].run(session)
        assert session.design is start


def test_actions_do_what_they_say(session):
    act = {key: action.run for key, action in actions().items()}
    act["motif.front"](session)
    assert _order(session)[-1] == "i2"
    act["motif.lower"](session)
    assert _order(session)[-2] == "i2"
    act["motif.back"](session)
    assert _order(session)[0] == "i2"
    act["motif.raise"](session)
    assert _order(session)[1] == "i2"
    before = session.design.find_item("i2")[2].transform
    act["motif.turn_right"](session)
    turned = session.design.find_item("i2")[2].transform
    assert math.degrees(math.atan2(turned.b, turned.a)) == pytest.approx(15)
    act["motif.turn_left"](session)
    np.testing.assert_allclose(session.design.find_item("i2")[2].transform, before, atol=1e-9)
    act["motif.mirror_x"](session)
    assert session.design.find_item("i2")[2].transform.determinant == pytest.approx(-before.determinant)
    act["motif.mirror_x"](session)
    np.testing.assert_allclose(session.design.find_item("i2")[2].transform, before, atol=1e-9)
    act["edit.duplicate"](session)
    assert len(_order(session)) == 6
    assert session.selection == ("i6",)
    act["edit.delete"](session)
    assert session.selection == ()
    act["edit.select_all"](session)
    assert set(session.selection) == set(_order(session))
    act["edit.select_none"](session)
    assert session.selection == ()
