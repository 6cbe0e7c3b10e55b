"""The status bar: what the tool's keys do, the place, the zoom, and what was last said."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStatusBar

from batikstudio.gui.bars.pointed import PointedSlot
from batikstudio.gui.canvas.canvas import Canvas
from batikstudio.gui.canvas.view import View
from batikstudio.gui.context import Context
from batikstudio.gui.theme.tokens import STATUS_H
from batikstudio.gui.ui_state import UiState
from batikstudio.gui.widgets.text import ElidedLabel, label, set_kind
from batikstudio.studio.tools import tools

SAID_MS = 9000


class Status(QStatusBar):
    """One line at the foot of the window."""

    def __init__(self, context: Context, ui: UiState) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setFixedHeight(STATUS_H + 4)
        self.setContentsMargins(10, 0, 12, 0)
        self._context, self._ui = context, ui
        self._start = False
        self._words = ElidedLabel("")
        self._place = label("", "secondary")
        self._place.setMinimumWidth(150)
        self._slot = PointedSlot(context)
        self._zoom = label("", "secondary")
        self._state = label("", "secondary")
        self._state.setMinimumWidth(110)
        self.addWidget(self._words, 1)
        for widget in (self._slot, self._place, self._zoom, self._state):
            self.addPermanentWidget(widget)
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.timeout.connect(self._hint)
        ui.tool_changed.connect(self._hint)
        self._hint()
        self.set_busy("")

    def follow(self, canvas: Canvas) -> None:
        """Follow the canvas's pointer and zoom."""
        canvas.pointed.connect(self._pointed)
        canvas.pointed.connect(self._slot.point_at)
        canvas.view_changed.connect(self._zoomed)

    def say(self, text: str, kind: str) -> None:
        """Show one sentence for some seconds: ``"ok"``, ``"note"`` or ``"bad"``."""
        self._words.setText(text)
        self._words.setToolTip(text)
        set_kind(self._words, type=kind)
        self._back.start(SAID_MS)

    def set_busy(self, text: str) -> None:
        """Show what is being made; nothing: ready."""
        self._state.setText(text or self._context.tr("Ready"))

    def at_start(self, start: bool) -> None:
        """Say what can be done on the page that the program opens with, or with the tool in hand."""
        self._start = start
        self._hint()

    def _hint(self) -> None:
        tr = self._context.tr
        words = tr("Drop a .batik file here to open it") if self._start else tr(tools()[self._ui.tool].hint)
        self._words.setText(words)
        set_kind(self._words, type="")

    def _pointed(self, place: tuple[float, float] | None) -> None:
        number = self._context.tr.number
        words = "" if place is None else f"x {number(place[0] / 10, 1)}  y {number(place[1] / 10, 1)} cm"
        self._place.setText(words)

    def _zoomed(self, view: View) -> None:
        self._zoom.setText(f"{self._context.tr.number(view.percent, 0)} %")
