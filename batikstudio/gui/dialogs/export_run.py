"""One export at a time, in a worker: what came of it is told, and so is that it was stopped."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from batikstudio.base.errors import Cancelled
from batikstudio.base.parameter import Value
from batikstudio.base.progress import Progress
from batikstudio.design.document import Design
from batikstudio.studio.jobs import Job, Jobs

LANE = "export"


class ExportRun(QObject):
    """Runs exports and says in the window's thread how far they are.

    A job that is cancelled tells nothing any more. Here a person waits for the answer whether the file was replaced, so
    the work is asked to stop by a sign of its own and always ends with one of ``finished``, ``stopped``, ``failed``.
    """

    progressed = Signal(float, float)  # share, seconds
    finished = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._stop: threading.Event | None = None
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether a file is being written and the answer is still to come; none comes once the program ends."""
        return self._stop is not None and self._job is not None and not self._job.is_cancelled

    @property
    def is_stopping(self) -> bool:
        """Whether it was asked to stop and has not answered yet."""
        return self._stop is not None and self._stop.is_set()

    def start(self, design: Design, format_id: str, path: Path, settings: dict[str, Value]) -> None:
        """Write a file; the answer comes as a signal."""
        stop = self._stop = threading.Event()
        began = time.monotonic()

        def work(progress: Progress) -> object:
            from batikstudio.studio.exporting import export_design

            asked = Progress(progress.report, lambda: stop.is_set() or progress.cancelled())
            try:
                return export_design(design, format_id, path, settings, asked)
            except Cancelled:
                if progress.cancelled():
                    raise
                return None

        self._job = self._jobs.submit(
            LANE,
            work,
            self._done,
            self._failed,
            lambda share: self.progressed.emit(share, time.monotonic() - began),
        )

    def stop(self) -> None:
        """Ask the work to stop; an older file is then unchanged, unless the new one is already whole."""
        if self._stop is not None:
            self._stop.set()

    def _done(self, receipt: object) -> None:
        self._stop = None
        if receipt is None:
            self.stopped.emit()
        else:
            self.finished.emit(receipt)

    def _failed(self, error: BaseException) -> None:
        self._stop = None
        self.failed.emit(error)
