"""The bar below the menu: the tool in hand, and undo, save and export, always at the right."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar

from batikstudio.gui.bars.menus import Actions
from batikstudio.gui.context import Context
from batikstudio.gui.theme.tokens import ICON, OPTIONS_H
from batikstudio.gui.ui_state import UiState
from batikstudio.gui.widgets.buttons import action_button, push_button, spacer
from batikstudio.gui.widgets.form import ParameterForm
from batikstudio.gui.widgets.text import label, rule
from batikstudio.studio.tools import tools

MOTIF_ACTIONS = (
    "motif.mirror_x",
    "motif.mirror_y",
    "motif.turn_left",
    "motif.turn_right",
    "motif.raise",
    "motif.lower",
    "edit.duplicate",
    "edit.delete",
)


EDGE = 8
"""How far the first and the last thing stand from the window's edge, beside the bar's own spacing."""


class OptionsBar(QToolBar):
    """Changes with the tool in hand."""

    def __init__(self, context: Context, ui: UiState, actions: Actions) -> None:
        super().__init__(context.tr("Tool options"))
        self.setObjectName("options")
        self.setMovable(False)
        self.setFixedHeight(OPTIONS_H)
        self._context, self._ui = context, ui
        self._picture, self._name = label(""), label("", "title")
        self._name.setMinimumWidth(120)
        self.addWidget(spacer(EDGE))
        self.addWidget(self._picture)
        self.addWidget(self._name)
        self.addWidget(rule(upright=True))
        self._motif = [self.addWidget(action_button(actions.by_id[action_id])) for action_id in MOTIF_ACTIONS]
        self._form: QAction | None = None
        self._gap = self.addWidget(spacer())
        for action_id in ("edit.undo", "edit.redo"):
            self.addWidget(action_button(actions.by_id[action_id]))
        self.addWidget(rule(upright=True))
        save = push_button(context.tr("Save"), context.icons, "save")
        save.clicked.connect(actions.by_id["file.save"].trigger)
        actions.by_id["file.save"].enabledChanged.connect(save.setEnabled)
        save.setEnabled(actions.by_id["file.save"].isEnabled())
        self.addWidget(save)
        export = push_button(context.tr("Export…"), context.icons, "download", primary=True)
        export.clicked.connect(actions.by_id["file.export"].trigger)
        self.addWidget(export)
        self.addWidget(spacer(EDGE))
        ui.tool_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        tool = tools()[self._ui.tool]
        self._picture.setPixmap(self._context.icons.icon(tool.icon).pixmap(ICON, ICON))
        self._name.setText(self._context.tr.words(tool.words))
        if self._form is not None:
            self.removeAction(self._form)
            self._form = None
        for action in self._motif:
            action.setVisible(not tool.parameters)
        if tool.parameters:
            values = self._ui.tool_values.get(tool.id, {})
            form = ParameterForm(tool.parameters, values, self._context.tr, columns=len(tool.parameters))
            form.changed.connect(lambda key, value: self._ui.set_tool_value(tool.id, key, value))
            self._form = self.insertWidget(self._gap, form)
