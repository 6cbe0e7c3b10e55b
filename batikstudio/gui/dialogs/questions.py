"""Short questions: a name, or whether to go on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from batikstudio.gui.context import Context
from batikstudio.gui.widgets.buttons import push_button
from batikstudio.gui.widgets.text import label

LONGEST_NAME = 120


class Question(QDialog):
    """Asks one thing; Enter says yes, Escape and the window's cross say no."""

    def __init__(self, context: Context, parent: QWidget | None, title: str, words: str, yes: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(24, 24, 24, 24)
        self.box.setSpacing(8)
        heading = label(title, "section", wrap=True)
        heading.setMinimumWidth(360)
        self.box.addWidget(heading)
        if words:
            self.box.addWidget(label(words, "secondary", wrap=True))
        self.yes = push_button(yes, primary=True)
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.accept)
        cancel = push_button(context.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.setContentsMargins(0, 16, 0, 0)
        self._row.addStretch(1)
        self._row.addWidget(cancel)
        self._row.addWidget(self.yes)

    def finish(self) -> None:
        """Put the buttons below what was added to ``box``."""
        self.box.addLayout(self._row)

    def asked(self) -> bool:
        """Ask, and return whether the answer was yes."""
        answer = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return bool(answer)


def confirmed(context: Context, parent: QWidget | None, title: str, words: str, yes: str) -> bool:
    """Ask whether to go on."""
    question = Question(context, parent, title, words, yes)
    question.finish()
    question.yes.setFocus()
    return question.asked()


def asked_name(context: Context, parent: QWidget | None, title: str, words: str, first: str) -> str:
    """Ask for a name; an empty one: the person thought better of it."""
    question = Question(context, parent, title, words, context.tr("OK"))
    field = QLineEdit(first)
    field.setMaxLength(LONGEST_NAME)
    field.setAccessibleName(context.tr("Name"))
    field.selectAll()
    field.textChanged.connect(lambda text: question.yes.setEnabled(bool(text.strip())))
    question.yes.setEnabled(bool(first.strip()))
    question.box.addWidget(field)
    question.finish()
    field.setFocus()
    return " ".join(field.text().split()) if question.asked() else ""
