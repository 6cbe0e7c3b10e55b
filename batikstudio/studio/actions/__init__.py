"""Everything that a person can do, one module a menu, each declaring ``ACTIONS``."""

from __future__ import annotations

import sys
from functools import cache

from batikstudio.base.registry import declared
from batikstudio.studio.action import MENUS, Action


@cache
def actions() -> dict[str, Action]:
    """Return every action by its id, in the order of the menus."""
    found = declared(sys.modules[__name__], "ACTIONS", tuple)
    by_menu = {menu: found.get(f"{menu}_menu", ()) for menu in MENUS}
    return {action.id: action for menu in MENUS for action in by_menu[menu]}
