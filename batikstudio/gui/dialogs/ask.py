"""The question before unsaved work would be left: save, give up, or stay."""

from __future__ import annotations

from typing import Literal, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from batikstudio.gui.context import Context
from batikstudio.gui.widgets.buttons import push_button
from batikstudio.gui.widgets.text import label

Answer = Literal["save", "discard", "cancel"]


class SaveQuestion(QDialog):
    """Asks whether to save; Escape and the window's cross stay with the work.

    Attributes
    ----------
    answer : str
        ``"save"``, ``"discard"`` or ``"cancel"``.
    """

    def __init__(self, context: Context, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        tr = context.tr
        self.answer: Answer = "cancel"
        self.setWindowTitle(tr("Unsaved changes"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(8)
        question = tr("Save “{title}” first?").format(title=title or tr("Untitled"))
        heading = label(question, "section", wrap=True)
        heading.setMinimumWidth(360)
        box.addWidget(heading)
        box.addWidget(label(tr("Without saving, the changes since the last time are lost."), "secondary", wrap=True))
        box.addSpacing(16)
        self.save_button = push_button(tr("Save"), context.icons, "save", primary=True)
        self.discard_button = push_button(tr("Don't save"))
        self.cancel_button = push_button(tr("Cancel"))
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(lambda: self._answered("save"))
        self.discard_button.clicked.connect(lambda: self._answered("discard"))
        self.cancel_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.discard_button)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.save_button)
        box.addLayout(row)
        self.save_button.setFocus()

    def _answered(self, answer: str) -> None:
        self.answer = cast("Answer", answer)
        self.accept()


def ask_to_save(context: Context, parent: QWidget | None, title: str) -> Answer:
    """Ask, and return what the person decided."""
    question = SaveQuestion(context, parent, title)
    question.exec()
    question.deleteLater()
    return question.answer
