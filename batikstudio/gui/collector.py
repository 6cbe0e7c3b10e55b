"""Python's garbage is collected on the thread of the window.

A collection runs on whatever thread happens to allocate. On a worker's it would destroy widgets there: Qt then holds
one of its locks and waits for the interpreter's, while the window holds the interpreter's and waits for Qt's, for ever.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 500


class Collector(QObject):
    """Collects garbage from the event loop while it lives; Python collects by itself again once it is stopped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._clock = QTimer(self)
        self._clock.setInterval(INTERVAL_MS)
        self._clock.timeout.connect(self.collect)
        self._clock.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python would have done."""
        due = [count > most > 0 for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if True in due:
            gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))

    def stop(self) -> None:
        """Let Python collect by itself again: no other thread may be running then."""
        self._clock.stop()
        gc.enable()
