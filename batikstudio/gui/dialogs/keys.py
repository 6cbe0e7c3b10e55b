"""Everything that can be done with keys, made of the same records as the menus and the tools."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from batikstudio.gui.bars.menus import MENU_TITLES
from batikstudio.gui.context import Context
from batikstudio.gui.widgets.buttons import push_button
from batikstudio.gui.widgets.text import label
from batikstudio.studio.action import MENUS
from batikstudio.studio.actions import actions
from batikstudio.studio.i18n import Translator
from batikstudio.studio.tools import tools

Row = tuple[str, str]


def sections(tr: Translator) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Return (heading, rows of (what, keys)): the tools, then each menu that has keys."""
    found = [(tr("Tools"), tuple((tr.words(tool.words), tool.shortcut) for tool in tools().values()))]
    for menu in MENUS:
        rows = tuple((tr(one.title), one.shortcut) for one in actions().values() if one.menu == menu and one.shortcut)
        if rows:
            found.append((tr(MENU_TITLES[menu]), rows))
    return tuple(found)


class KeysDialog(QDialog):
    """Lists the keys in two columns."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(parent)
        tr = context.tr
        self.setWindowTitle(tr("Keys"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(16)
        box.addWidget(label(tr("Keys"), "section"))
        box.addWidget(self._list(context), 1)
        close = push_button(tr("Close"))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        box.addLayout(row)
        self.resize(760, 560)

    def _list(self, context: Context) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 16, 0)
        row.setSpacing(40)
        found = sections(context.tr)
        half = sum(len(rows) + 2 for _, rows in found) / 2
        columns = [QVBoxLayout(), QVBoxLayout()]
        placed = 0.0
        for heading, rows in found:
            column = columns[0 if placed + (len(rows) + 2) / 2 <= half else 1]
            column.addWidget(_section(heading, rows))
            placed += len(rows) + 2
        for column in columns:
            column.setSpacing(20)
            column.addStretch(1)
            row.addLayout(column, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(context.tr("Keys"))
        scroll.setWidget(held)
        return scroll


def _section(heading: str, rows: tuple[Row, ...]) -> QWidget:
    held = QWidget()
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    grid.addWidget(label(heading, "title"), 0, 0, 1, 2)
    for number, (what, keys) in enumerate(rows, 1):
        grid.addWidget(label(what), number, 0)
        cap = _cap(keys)
        cap.setAccessibleName(f"{what}: {cap.text()}")
        grid.addWidget(cap, number, 1, Qt.AlignmentFlag.AlignRight)
    return held


def _cap(keys: str) -> QLabel:
    """Return keys as they stand on the keyboard, in the language of Qt's own words."""
    made = label(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText), "secondary")
    made.setFrameShape(QFrame.Shape.StyledPanel)
    made.setMargin(3)
    return made
