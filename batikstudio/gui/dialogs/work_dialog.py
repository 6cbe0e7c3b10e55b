"""What dialogs that make something share: a head, a foot with one line that says how it goes, and jobs of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from batikstudio.base.errors import BatikError
from batikstudio.base.progress import Progress
from batikstudio.gui.context import Context
from batikstudio.gui.widgets.buttons import push_button
from batikstudio.gui.widgets.text import label, rule, set_kind
from batikstudio.studio.jobs import Job
from batikstudio.studio.messages import message

SMALLEST = (720, 480)
FROM_EDGE = 48
FORM_W = 320


class WorkDialog(QDialog):
    """A window of its own over the studio's; Escape closes it, and what it had under way is stopped.

    Parameters
    ----------
    context : Context
    parent : QWidget or None
    title : str
        In the language of the window.
    largest : (int, int)
        Logical pixels; less where the window behind it is smaller.
    """

    def __init__(self, context: Context, parent: QWidget | None, title: str, largest: tuple[int, int]) -> None:
        super().__init__(parent)
        self.context = context
        self._jobs: dict[str, Job] = {}
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.said = label("", "secondary", wrap=True)
        self.close_button = push_button(context.tr("Close"), main=True)
        self.close_button.clicked.connect(self.reject)
        self._foot = QHBoxLayout()
        self._head = QHBoxLayout()
        self._head.addWidget(label(title, "section"))
        self.finished.connect(self._let_go)
        room = parent.window().size().toTuple() if parent is not None else largest
        wide, high = (min(most, have - FROM_EDGE) for most, have in zip(largest, room, strict=True))
        self.resize(max(wide, SMALLEST[0]), max(high, SMALLEST[1]))

    def lay(self, body: QLayout | QWidget, *buttons: QPushButton, beside: QWidget | None = None) -> None:
        """Put the dialog together: ``beside`` stands by the title, the buttons at the right of the foot."""
        if beside is not None:
            self._head.addWidget(beside, 1)
        else:
            self._head.addStretch(1)
        self._head.setContentsMargins(24, 12, 24, 12)
        self._head.setSpacing(16)
        self._foot.setContentsMargins(24, 12, 24, 12)
        self._foot.setSpacing(8)
        self._foot.addWidget(self.said, 1)
        for button in (self.close_button, *buttons):
            button.setAutoDefault(False)  # Enter in a field ends writing in it, and starts nothing
            button.setMinimumWidth(96)
            self._foot.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._head)
        box.addWidget(rule())
        if isinstance(body, QLayout):
            box.addLayout(body, 1)
        else:
            box.addWidget(body, 1)
        box.addWidget(rule())
        box.addLayout(self._foot)

    def say(self, text: str, kind: str = "secondary") -> None:
        """Say one sentence in the foot: ``"secondary"``, ``"ok"``, ``"note"`` or ``"bad"``."""
        self.said.setText(text)
        set_kind(self.said, type=kind)

    def ask(
        self,
        lane: str,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Have something made by a worker: the newest of a lane wins, and none comes once the dialog is closed."""
        name = f"{type(self).__name__}.{lane}"
        self._jobs[lane] = self.context.jobs.submit(name, work, done, failed or self.refused)

    def refused(self, error: BaseException) -> None:
        """Say why something could not be made; a fault of the program is raised."""
        if not isinstance(error, BatikError):
            raise error
        self.say(message(error, self.context.tr), "bad")

    def attempt(self, deed: Callable[[], None]) -> bool:
        """Do something that may be refused; the refusal is said in the foot."""
        try:
            deed()
        except BatikError as error:
            self.refused(error)
            return False
        return True

    def stop(self, lane: str) -> None:
        """Stop what a lane has under way."""
        if lane in self._jobs:
            self._jobs[lane].cancel()

    def _let_go(self) -> None:
        for job in self._jobs.values():
            job.cancel()
