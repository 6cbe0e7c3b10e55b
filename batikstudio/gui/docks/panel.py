"""What every panel is: a widget that reflects the design and asks for changes, tied to the session while it lives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from batikstudio.base.errors import BatikError
from batikstudio.design.document import Design
from batikstudio.gui.context import Context
from batikstudio.studio.messages import message


class Panel(QWidget):
    """A part of the window that follows the session."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setObjectName("panel")
        self._ties: list[Callable[[], None]] = []

    def follow(self, signal: Any, callback: Callable[..., None]) -> None:
        """Call back at a signal of the session until `release`."""
        self._ties.append(signal.connect(callback))

    def release(self) -> None:
        """Let go of the session: the panel is going to be replaced."""
        while self._ties:
            self._ties.pop()()

    def edit(self, label: str, change: Callable[[Design], Design], merge_key: str = "") -> bool:
        """Ask the session for a change; a refusal is said in one sentence, and nothing has changed."""
        return edit(self.context, label, change, merge_key)


def edit(context: Context, label: str, change: Callable[[Design], Design], merge_key: str = "") -> bool:
    """Commit ``change(design)``; a refusal is said in the status bar. Returns whether the design is another one."""
    try:
        return context.session.do(label, change(context.session.design), merge_key)
    except BatikError as error:
        context.say(message(error, context.tr), "bad")
        return False
