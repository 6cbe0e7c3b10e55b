"""The tools: one in hand."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QToolBar, QToolButton

from batikstudio.gui.context import Context
from batikstudio.gui.theme.tokens import ICON, TOOLS_W
from batikstudio.gui.ui_state import UiState
from batikstudio.studio.tools import tools


class ToolsBar(QToolBar):
    """A column of tools; single letters take them, while no field is being written in."""

    def __init__(self, context: Context, ui: UiState) -> None:
        super().__init__(context.tr("Tools"))
        self.setObjectName("tools")
        self.setOrientation(Qt.Orientation.Vertical)
        self.setMovable(False)
        self.setFixedWidth(TOOLS_W)
        self.setIconSize(QSize(ICON, ICON))
        self._ui = ui
        group = QActionGroup(self)
        self._actions = {}
        for tool in tools().values():
            words = context.tr.words(tool.words)
            icon = context.icons.icon(tool.icon, ICON, on=context.tokens.on_accent)
            action = self.addAction(icon, words)
            action.setToolTip(f"{words} ({tool.shortcut})")
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, key=tool.id: ui.set_tool(key))
            group.addAction(action)
            button = self.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setAccessibleName(words)
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._actions[tool.id] = action
        ui.tool_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self._actions[self._ui.tool].setChecked(True)
