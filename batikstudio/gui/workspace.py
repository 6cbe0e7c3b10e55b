"""The canvas with its rulers and head, and the panels about it: everything that a change of language builds anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from batikstudio.gui.bars.header import CanvasHeader
from batikstudio.gui.bars.menus import Actions
from batikstudio.gui.canvas.canvas import Canvas
from batikstudio.gui.canvas.feed import Feed
from batikstudio.gui.canvas.rulers import Ruler
from batikstudio.gui.canvas.view import View
from batikstudio.gui.context import Context
from batikstudio.gui.docks.history import HistoryPanel
from batikstudio.gui.docks.layers import LayersPanel
from batikstudio.gui.docks.library import LibraryPanel
from batikstudio.gui.docks.palette import PalettePanel
from batikstudio.gui.docks.panel import Panel
from batikstudio.gui.docks.process import ProcessPanel
from batikstudio.gui.docks.properties import PropertiesPanel
from batikstudio.gui.theme.tokens import DOCK_HEADER_H, DOCKS_W, LIBRARY_W, RULER, SLOT_ROW_H, TALL_PX
from batikstudio.gui.ui_state import UiState
from batikstudio.gui.widgets.buttons import Tabs
from batikstudio.gui.widgets.text import label

PALETTE_H = 4 * SLOT_ROW_H + DOCK_HEADER_H + 4


class CanvasArea(QWidget):
    """The head, the rulers and the canvas."""

    def __init__(self, context: Context, ui: UiState, feed: Feed, actions: Actions) -> None:
        super().__init__()
        self.canvas = Canvas(context, ui, feed)
        self.header = CanvasHeader(context, ui, self.canvas, actions)
        tokens, number = context.tokens, context.tr.number
        hint = context.tr("Drag onto the cloth: a guide. Drag a guide back to remove it.")
        self._top = Ruler(tokens, False, lambda cm: number(cm, 0 if cm == int(cm) else 1), hint)
        self._left = Ruler(tokens, True, lambda cm: number(cm, 0 if cm == int(cm) else 1), hint)
        rulers: tuple[tuple[Ruler, Literal["x", "y"]], ...] = ((self._top, "y"), (self._left, "x"))
        for ruler, axis in rulers:
            ruler.pulled.connect(lambda at, a=axis: self.canvas.pull_guide(a, self.canvas.mapFromGlobal(QPointF(at))))
            ruler.dropped.connect(lambda at, a=axis: self.canvas.lay_guide(a, self.canvas.mapFromGlobal(QPointF(at))))
        self._corner = QFrame()
        self._corner.setFixedSize(RULER, RULER)
        self._corner.setStyleSheet(f"background: {tokens.ruler}; border: none;")
        words = label("cm", "caption")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QVBoxLayout(self._corner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(words)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.header, 0, 0, 1, 2)
        grid.addWidget(self._corner, 1, 0)
        grid.addWidget(self._top, 1, 1)
        grid.addWidget(self._left, 2, 0)
        grid.addWidget(self.canvas, 2, 1)
        self.canvas.view_changed.connect(self._show_view)
        self.canvas.pointed.connect(self._point)
        self._ui = ui
        ui.guides_changed.connect(self._guides)
        self._guides()

    def _show_view(self, view: View) -> None:
        self._top.show_view(view)
        self._left.show_view(view)

    def _point(self, place: tuple[float, float] | None) -> None:
        self._top.point_at(place[0] if place else None)
        self._left.point_at(place[1] if place else None)

    def _guides(self) -> None:
        for widget in (self._top, self._left, self._corner):
            widget.setVisible(self._ui.guides["rulers"])

    def release(self) -> None:
        """Let go of the session."""
        self.canvas.release()
        self.canvas.feed.release()
        self.header.release()


class TabbedPanels(QWidget):
    """Panels that share one place."""

    def __init__(self, name: str, panels: list[tuple[str, str, QWidget]]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._stack = QStackedWidget()
        for _, _, panel in panels:
            self._stack.addWidget(panel)
        self.tabs = Tabs(name, [(key, words) for key, words, _ in panels], panels[0][0])
        keys = [key for key, _, _ in panels]
        self.tabs.chosen.connect(lambda key: self._stack.setCurrentIndex(keys.index(key)))
        heads = QHBoxLayout()
        heads.setContentsMargins(12, 0, 0, 0)
        heads.addWidget(self.tabs)
        heads.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(heads)
        box.addWidget(self._stack, 1)

    def sizeHint(self) -> QSize:
        """Return the size of the largest panel."""
        return QSize(DOCKS_W, self._stack.sizeHint().height() + 32)


@dataclass
class Docks:
    """The docks of the window with what is in them."""

    docks: tuple[QDockWidget, ...]
    panels: tuple[Panel, ...]
    library: LibraryPanel

    def release(self) -> None:
        """Let go of the session and take the docks away."""
        for panel in self.panels:
            panel.release()
        for dock in self.docks:
            dock.setParent(None)
            dock.deleteLater()


def make_docks(window: QMainWindow, context: Context, ui: UiState) -> Docks:
    """Make the docks and put them where they belong: the library at the left, the rest at the right."""
    tr = context.tr
    library = LibraryPanel(context, ui)
    palette, process = PalettePanel(context, ui), ProcessPanel(context, ui)
    layers, properties, history = LayersPanel(context, ui), PropertiesPanel(context, ui), HistoryPanel(context)
    tabs: list[tuple[str, str, QWidget]] = [
        ("properties", tr("Properties"), properties),
        ("layers", tr("Layers"), layers),
        ("history", tr("History"), history),
    ]
    left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
    places: list[tuple[str, str, QWidget, Qt.DockWidgetArea]] = [
        ("library", tr("Motifs"), library, left),
        ("palette", tr("Palette"), palette, right),
    ]
    if window.screen().availableGeometry().height() < TALL_PX:
        tabs.insert(0, ("process", tr("Process"), process))
    else:
        places.append(("process", tr("Process"), process, right))
    places.append(("lower", tr("Panels"), TabbedPanels(tr("Panels"), tabs), right))
    docks = []
    for name, title, widget, area in places:
        dock = QDockWidget(title, window)
        dock.setObjectName(name)
        dock.setWidget(widget)
        dock.setTitleBarWidget(_title_bar(title) if name != "lower" else QWidget())
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable)
        window.addDockWidget(area, dock)
        docks.append(dock)
    window.resizeDocks([docks[0]], [LIBRARY_W], Qt.Orientation.Horizontal)
    window.resizeDocks([docks[1]], [DOCKS_W], Qt.Orientation.Horizontal)
    heights = [PALETTE_H, 280] if len(docks) == 3 else [PALETTE_H, 330, 280]
    window.resizeDocks(docks[1:], heights, Qt.Orientation.Vertical)
    return Docks(tuple(docks), (library, palette, process, layers, properties, history), library)


def _title_bar(title: str) -> QWidget:
    bar = QWidget()
    bar.setObjectName("panel")
    box = QVBoxLayout(bar)
    box.setContentsMargins(12, 8, 12, 4)
    box.addWidget(label(title, "title"))
    return bar
