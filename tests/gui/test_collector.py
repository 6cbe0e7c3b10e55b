"""Widgets that hang together in a circle are destroyed on the thread of the window, whoever allocates."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject, Qt

from batikstudio.gui.collector import Collector


class Circle(QObject):
    """A QObject that only a collection can free."""

    def __init__(self, where: list[int]) -> None:
        super().__init__()
        self.me = self
        self.destroyed.connect(lambda: where.append(threading.get_ident()), Qt.ConnectionType.DirectConnection)


def allocate() -> None:
    """Make enough containers for Python to collect several times."""
    kept = [[[]] for _ in range(200_000)]
    assert kept


def test_a_worker_that_allocates_destroys_no_widget(qtbot, collector: Collector):
    where: list[int] = []
    for _ in range(50):
        Circle(where)
    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join(30)
    assert where == []
    kept = [[] for _ in range(50_000)]  # what was made and let go does not count; this makes a collection due
    qtbot.waitUntil(lambda: len(where) == 50, timeout=10_000)
    assert set(where) == {threading.get_ident()}
    assert kept


def test_python_collects_by_itself_again_after_the_end(qapp):
    assert not gc.isenabled()
    extra = Collector()
    extra.stop()
    assert gc.isenabled()
    gc.disable()
