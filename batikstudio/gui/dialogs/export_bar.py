"""The lower edge of the export dialog: start, how far it is, stop."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from batikstudio.gui.context import Context
from batikstudio.gui.dialogs.export_facts import time_left
from batikstudio.gui.widgets.buttons import push_button
from batikstudio.gui.widgets.text import ElidedLabel, label

STEPS = 1000


class ExportBar(QWidget):
    """*Export* and *Cancel* take turns in one place; beside them is what is going on."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        tr = context.tr
        self._title = ElidedLabel("", "name")
        self._left = label("", "secondary")
        self._share = label("", "title")
        self.progress = QProgressBar()
        self.progress.setRange(0, STEPS)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress of the export"))
        self._foot = label("", "caption")
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(self._title, 1)
        words.addWidget(self._left)
        words.addWidget(self._share)
        self._work = QWidget()
        column = QVBoxLayout(self._work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(words)
        column.addWidget(self.progress)
        column.addWidget(self._foot)
        self.note = label("", "secondary")
        self.close_button = push_button(tr("Close"), main=True)
        self.export_button = push_button("", context.icons, "download", primary=True, main=True)
        self.stop_button = push_button(tr("Cancel"), main=True)
        for button in (self.close_button, self.export_button, self.stop_button):
            button.setAutoDefault(False)  # Enter in a field ends writing in it, and starts nothing
            button.setMinimumWidth(96)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        row.addWidget(self._work, 1)
        row.addWidget(self.note, 1)
        row.addSpacing(16)
        for button in (self.close_button, self.export_button, self.stop_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(76)
        self.show_ready(replaces=False, possible=False)

    def show_ready(self, replaces: bool, possible: bool) -> None:
        """Offer to write."""
        tr = self._context.tr
        self._work.hide()
        self.stop_button.hide()
        self.note.show()
        self.close_button.show()
        self.export_button.show()
        self.export_button.setEnabled(possible)
        self.export_button.setText(tr("Export and replace") if replaces else tr("Export"))

    def show_begun(self, name: str) -> None:
        """Show that a file is being written."""
        tr = self._context.tr
        self._title.setText(tr("Writing {name}").format(name=name))
        self._foot.setText(tr("The old file is not replaced before the new one is whole and read back."))
        self.note.setText("")
        self.show_progress(0.0, 0.0)
        for widget in (self.note, self.close_button, self.export_button):
            widget.hide()
        self._work.show()
        self.stop_button.setEnabled(True)
        self.stop_button.show()
        self.stop_button.setFocus()

    def show_progress(self, share: float, elapsed_s: float) -> None:
        """Show how far it is."""
        tr = self._context.tr
        self.progress.setValue(round(share * STEPS))
        self._share.setText(tr("{percent} %").format(percent=tr.number(int(share * 100), 0)))
        self._left.setText(time_left(elapsed_s, share, tr))

    def show_stopping(self) -> None:
        """Show that it was asked to stop."""
        self._left.setText(self._context.tr("stopping…"))
        self.stop_button.setEnabled(False)
