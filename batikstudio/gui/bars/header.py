"""The head of the canvas: which view, which guides, the cloth, the zoom."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from batikstudio.design.document import Design
from batikstudio.gui.bars.menus import Actions
from batikstudio.gui.canvas.canvas import Canvas
from batikstudio.gui.context import Context
from batikstudio.gui.theme.tokens import HEADER_H, ICON_DOCK
from batikstudio.gui.ui_state import UiState
from batikstudio.gui.widgets.buttons import Segments, action_button, icon_button
from batikstudio.gui.widgets.text import ElidedLabel, label, rule


class CanvasHeader(QWidget):
    """Sits above the canvas."""

    def __init__(self, context: Context, ui: UiState, canvas: Canvas, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setFixedHeight(HEADER_H)
        self._context, self._canvas = context, canvas
        tr = context.tr
        self._views = Segments(
            tr("View"), (("pola", tr("Pola")), ("wax", tr("Wax")), ("cloth", tr("Cloth"))), ui.view, 28
        )
        self._views.chosen.connect(ui.set_view)
        self._ui = ui
        ui.view_changed.connect(self._follow_view)
        self._cloth = ElidedLabel("", "secondary")
        self._cloth.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        out = icon_button(context.icons, "minus", tr("Zoom out"), ICON_DOCK, 28)
        out.clicked.connect(lambda: canvas.zoom(1 / 1.25))
        closer = icon_button(context.icons, "plus", tr("Zoom in"), ICON_DOCK, 28)
        closer.clicked.connect(lambda: canvas.zoom(1.25))
        self._percent = label("", "secondary")
        self._percent.setMinimumWidth(48)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self._views)
        row.addWidget(rule(upright=True))
        row.addWidget(action_button(actions.by_id["view.cell"], ICON_DOCK, 28))
        row.addWidget(action_button(actions.by_id["view.rulers"], ICON_DOCK, 28))
        row.addWidget(self._cloth, 1)
        row.addWidget(out)
        row.addWidget(self._percent)
        row.addWidget(closer)
        row.addWidget(action_button(actions.by_id["view.fit_repeat"], ICON_DOCK, 28))
        row.addWidget(action_button(actions.by_id["view.fit"], ICON_DOCK, 28))
        canvas.view_changed.connect(lambda view: self._percent.setText(f"{tr.number(view.percent, 0)} %"))
        self._tie = context.session.changed.connect(lambda _old, new: self._show(new))
        self._tie_replaced = context.session.replaced.connect(lambda: self._show(context.session.design))
        self._show(context.session.design)

    def _follow_view(self) -> None:
        self._views.choose(self._ui.view)

    def release(self) -> None:
        """Let go of the session."""
        self._tie()
        self._tie_replaced()

    def _show(self, design: Design) -> None:
        number = self._context.tr.number
        length, width = number(design.cloth.length_mm / 10, 0), number(design.cloth.width_mm / 10, 0)
        self._cloth.setText(f"{length} × {width} cm · mori {design.cloth.fabric}")
