"""Actions of the registry as Qt's actions, and the menus made of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenuBar

from batikstudio.base.errors import BatikError
from batikstudio.gui.context import Context
from batikstudio.studio.action import MENUS
from batikstudio.studio.actions import actions
from batikstudio.studio.i18n import N_
from batikstudio.studio.messages import message

MENU_TITLES = {
    "file": N_("File"),
    "edit": N_("Edit"),
    "view": N_("View"),
    "motif": N_("Motif"),
    "shape": N_("Shape"),
    "process": N_("Process"),
    "window": N_("Window"),
    "help": N_("Help"),
}


WITH_DESIGN = (
    "edit",
    "view",
    "motif",
    "shape",
    "process",
    "file.save",
    "file.save_as",
    "file.export",
    "file.export_svg",
)
"""Menus, and actions of the others, that act on the design that is open."""


def _needs_design(action_id: str) -> bool:
    return action_id in WITH_DESIGN or action_id.partition(".")[0] in WITH_DESIGN


class Actions:
    """Every action as a `QAction`; whether it can be done now follows the session."""

    def __init__(
        self,
        window: QMainWindow,
        context: Context,
        handlers: dict[str, Callable[[], None]],
        is_open: Callable[[], bool],
    ) -> None:
        self._context, self._is_open = context, is_open
        self._handlers = handlers
        self.by_id: dict[str, QAction] = {}
        for record in actions().values():
            action = QAction(context.tr(record.title), window)
            action.setObjectName(record.id)
            if record.icon:
                action.setIcon(context.icons.icon(record.icon))
            if record.shortcut:
                keys = [QKeySequence(record.shortcut)]
                if record.id == "edit.redo":
                    keys.append(QKeySequence("Ctrl+Y"))
                action.setShortcuts(keys)
            action.setCheckable(record.checkable)
            action.triggered.connect(lambda _checked=False, key=record.id: self.run(key))
            window.addAction(action)
            self.by_id[record.id] = action
        self.refresh()

    def run(self, action_id: str) -> None:
        """Do an action; a refusal is said in one sentence."""
        record, session = actions()[action_id], self._context.session
        try:
            if record.run is not None:
                record.run(session)
            else:
                self._handlers[action_id]()
        except BatikError as error:
            self._context.say(message(error, self._context.tr), "bad")
        self._context.log.write("action", id=action_id, n=session.position)
        self.refresh()

    def refresh(self) -> None:
        """Enable what can be done now; on the start page, only what needs no design."""
        is_open = self._is_open()
        for action_id, action in self.by_id.items():
            possible = is_open or not _needs_design(action_id)
            action.setEnabled(possible and actions()[action_id].enabled(self._context.session))

    def check(self, action_id: str, on: bool) -> None:
        """Show a state as on or off."""
        self.by_id[action_id].setChecked(on)

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus."""
        bar.clear()
        for menu_id in MENUS:
            menu = bar.addMenu(self._context.tr(MENU_TITLES[menu_id]))
            for record in actions().values():
                if record.menu != menu_id:
                    continue
                if record.separated:
                    menu.addSeparator()
                menu.addAction(self.by_id[record.id])
