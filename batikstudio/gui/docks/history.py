"""The history: every step by its name; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QVBoxLayout

from batikstudio.gui.context import Context
from batikstudio.gui.docks.panel import Panel
from batikstudio.gui.models.labels import title_of
from batikstudio.gui.theme.tokens import ROW_H


class HistoryPanel(Panel):
    """Reflects the history of the session."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.list = QListWidget()
        self.list.setAccessibleName(context.tr("History"))
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(lambda item: context.session.go_to(self.list.row(item)))
        self.list.itemActivated.connect(lambda item: context.session.go_to(self.list.row(item)))
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 0, 4, 0)
        box.addWidget(self.list)
        self.follow(context.session.changed, lambda *_: self.refresh())
        self.follow(context.session.replaced, self.refresh)
        self.refresh()

    def sizeHint(self) -> QSize:
        """Return the height of four steps."""
        return QSize(280, 4 * ROW_H)

    def refresh(self) -> None:
        """Show the steps; those that are undone stand below the present one, faint."""
        session, tr = self.context.session, self.context.tr
        self.list.clear()
        self.list.addItem(tr("Beginning"))
        for label in session.labels:
            self.list.addItem(title_of(label, tr))
        for row in range(self.list.count()):
            font = self.list.item(row).font()
            font.setItalic(row > session.position)
            self.list.item(row).setFont(font)
        self.list.setCurrentRow(session.position)
        self.list.scrollToItem(self.list.item(session.position))
