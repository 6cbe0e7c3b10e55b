"""The right side of the export dialog: the settings of a format, exact facts, and where the file goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from batikstudio.base.parameter import Parameter, Value
from batikstudio.export.base import Format
from batikstudio.gui.context import Context
from batikstudio.gui.dialogs.export_facts import Fact, destination
from batikstudio.gui.widgets.buttons import push_button
from batikstudio.gui.widgets.form import ParameterForm
from batikstudio.gui.widgets.text import ElidedLabel, label, rule

WIDTH = 336
NAME_W = 100


class ExportForm(QWidget):
    """What a person sets, and what comes of it in numbers; the values live in the dialog."""

    changed = Signal(str, object)
    destination_changed = Signal()

    def __init__(self, context: Context, folder: Path, name: str) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._context, self._folder, self._suffix = context, folder, ""
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(8)
        self._title = label("", "card")
        self._meaning = label("", "secondary", wrap=True)
        self._place = QVBoxLayout()
        self.fields: ParameterForm | None = None
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(8)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnMinimumWidth(0, NAME_W)
        self._facts.setColumnStretch(1, 1)
        for widget in (self._title, self._meaning):
            box.addWidget(widget)
        box.addLayout(self._place)
        box.addSpacing(4)
        box.addWidget(rule())
        box.addLayout(self._facts)
        box.addWidget(rule())
        box.addLayout(self._destination(name))
        box.addStretch(1)

    def _destination(self, name: str) -> QGridLayout:
        tr = self._context.tr
        self.name_field = QLineEdit(name)
        self.name_field.setAccessibleName(tr("File name"))
        self.name_field.setMaxLength(120)
        self.name_field.setCursorPosition(0)
        self.name_field.textChanged.connect(lambda _: self._name_changed())
        self.folder_button = push_button("", self._context.icons, "folder-open")
        self.folder_button.setProperty("side", True)
        self.folder_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.folder_button.clicked.connect(self._ask_folder)
        self.note = label("", "note", wrap=True)
        self.note.hide()
        self._ending = label("", "secondary")
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, NAME_W)
        grid.setColumnStretch(1, 1)
        for row, (words, field) in enumerate(((tr("File name"), self.name_field), (tr("Folder"), self.folder_button))):
            shown = label(words, "secondary")
            shown.setBuddy(field)
            grid.addWidget(shown, row, 0)
            grid.addWidget(field, row, 1, 1, 1 if field is self.name_field else 2)
        grid.addWidget(self._ending, 0, 2)
        grid.addWidget(self.note, 2, 0, 1, 3)
        self._show_folder()
        return grid

    @property
    def path(self) -> Path | None:
        """Where the file goes; None while what is written is no name of a file."""
        return destination(self._folder, self.name_field.text(), self._suffix)

    def show_format(self, chosen: Format, parameters: Sequence[Parameter], values: dict[str, Value]) -> None:
        """Show another format with its settings."""
        tr = self._context.tr
        self._suffix = chosen.suffix
        self._ending.setText(chosen.suffix)
        self._title.setText(tr.words(chosen.words))
        self._meaning.setText(tr.words(chosen.meaning))
        if self.fields is not None:
            self._place.removeWidget(self.fields)
            self.fields.hide()
            self.fields.deleteLater()
        self.fields = ParameterForm(parameters, values, tr)
        self.fields.layout().setColumnMinimumWidth(0, NAME_W)  # type: ignore[union-attr]
        self.fields.changed.connect(self.changed)
        self._place.addWidget(self.fields)
        self._name_changed()

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show what would be written."""
        while self._facts.count():
            item = self._facts.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, value) in enumerate(facts):
            shown = ElidedLabel(value, "name")
            shown.setAccessibleName(f"{name}: {value}")
            self._facts.addWidget(label(name, "secondary"), row, 0)
            self._facts.addWidget(shown, row, 1)

    def set_locked(self, locked: bool) -> None:
        """Keep what a file is being written with from being changed."""
        for widget in (self.fields, self.name_field, self.folder_button):
            if widget is not None:
                widget.setEnabled(not locked)

    def refresh_destination(self) -> None:
        """Look again whether a file is in the way."""
        self._name_changed()

    def _name_changed(self) -> None:
        tr, path = self._context.tr, self.path
        words = ""
        if path is None:
            words = tr("This cannot be a file's name; write another one.")
        elif path.exists():
            words = tr("This file is there already. It is replaced once the new one is whole and read back.")
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.destination_changed.emit()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self._context.tr("Folder for the file"), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_folder(self, name: str) -> None:
        self._folder = Path(name)
        self._show_folder()
        self._name_changed()

    def _show_folder(self) -> None:
        tr, folder = self._context.tr, self._folder
        self.folder_button.setText(" › ".join(folder.parts[-2:]) if len(folder.parts) > 2 else str(folder))
        self.folder_button.setToolTip(str(folder))
        self.folder_button.setAccessibleName(tr("Folder: {folder}").format(folder=folder))
