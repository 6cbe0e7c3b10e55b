"""Buttons: with an icon, segments of which one is chosen, chips, tabs, links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from batikstudio.gui.theme.icons import Icons
from batikstudio.gui.theme.tokens import COMPACT_H, DOCK_HEADER_H, ICON, ICON_DOCK, SEGMENT_H
from batikstudio.gui.theme.weights import MEDIUM, weighted

ICON_GAP = 4
"""What is added to the style's own narrow gap between the icon of a button and its word."""


def icon_button(icons: Icons, name: str, words: str, size: int = ICON, box: int = 0) -> QToolButton:
    """Return a flat button that shows an icon; ``words`` are its tooltip and its name for a screen reader."""
    button = QToolButton()
    button.setIcon(icons.icon(name, size))
    button.setIconSize(QSize(size, size))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if box:
        button.setFixedSize(box, box)
    return button


def action_button(action: QAction, size: int = ICON, box: int = 32) -> QToolButton:
    """Return a flat button for an action; what the action says and whether it can be done now follow it."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setIconSize(QSize(size, size))
    button.setAccessibleName(action.text().replace("&", ""))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setFixedSize(box, box)
    return button


def push_button(
    text: str, icons: Icons | None = None, icon: str = "", primary: bool = False, main: bool = False
) -> QPushButton:
    """Return a button with a word, filled where it is the main thing to do."""
    button = QPushButton(text)
    button.setFont(weighted(button.font(), MEDIUM))
    if primary:
        button.setProperty("primary", True)
    if main:
        button.setProperty("main", True)
    if icons and icon:
        colour = icons.tokens.on_accent if primary else ""
        button.setIcon(icons.icon(icon, ICON_DOCK, colour, gap=ICON_GAP))
        button.setIconSize(QSize(ICON_DOCK + ICON_GAP, ICON_DOCK))
    return button


def link_button(text: str, icons: Icons, icon: str = "") -> QToolButton:
    """Return words to click on, with an icon before them."""
    button = QToolButton()
    button.setObjectName("link")
    button.setFont(weighted(button.font(), MEDIUM))
    button.setText(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        button.setIcon(icons.icon(icon, ICON_DOCK, icons.tokens.accent_text))
        button.setIconSize(QSize(ICON_DOCK, ICON_DOCK))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


class Choice(QFrame):
    """Buttons of which exactly one is chosen; the arrow keys move between them."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Iterable[tuple[str, str]], current: str, style: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QToolButton] = {}
        for key, text in options:
            button = QToolButton()
            button.setText(text)
            button.setObjectName(style)
            button.setCheckable(True)
            button.setChecked(key == current)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._emitter(key))
            self._group.addButton(button)
            self._buttons[key] = button

    def _emitter(self, key: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(key)

    @property
    def buttons(self) -> Sequence[QToolButton]:
        """The buttons, in order."""
        return tuple(self._buttons.values())

    def choose(self, key: str) -> None:
        """Show another choice without telling anybody."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    @property
    def current(self) -> str:
        """The key of what is chosen."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")


class Segments(Choice):
    """A row of joined buttons of which one is chosen."""

    def __init__(self, name: str, options: Sequence[tuple[str, str]], current: str, height: int = SEGMENT_H) -> None:
        super().__init__(name, options, current, "")
        self.setObjectName("segments")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        last = len(self.buttons) - 1
        for place, button in enumerate(self.buttons):
            button.setFont(weighted(button.font(), MEDIUM))
            button.setProperty("place", "left" if place == 0 else "right" if place == last else "middle")
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
            row.addWidget(button)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Tabs(Choice):
    """The heads of panels that share one place."""

    def __init__(self, name: str, options: Sequence[tuple[str, str]], current: str) -> None:
        super().__init__(name, options, current, "tab")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in self.buttons:
            button.setFixedHeight(DOCK_HEADER_H)
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Chips(Choice):
    """Families to choose from, over as many lines as it takes."""

    def __init__(self, name: str, options: Sequence[tuple[str, str]], current: str) -> None:
        from batikstudio.gui.widgets.flow import FlowLayout

        super().__init__(name, options, current, "chip")
        flow = FlowLayout(self, spacing=8)
        for button in self.buttons:
            button.setFixedHeight(COMPACT_H)
            flow.addWidget(button)


def spacer(width: int = 0) -> QWidget:
    """Return a widget that takes the room that is left in a bar, or a fixed width."""
    made = QWidget()
    if width:
        made.setFixedWidth(width)
        return made
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made
