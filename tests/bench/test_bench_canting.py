"""How long it takes from an event of the hand until the line and its live copies are painted."""

from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from batikstudio.design.edits.repeat import set_repeat
from batikstudio.design.templates import from_template
from tests.support.window import studio

FRAME_MS = 16.0
EVENTS = 1500
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def sent(canvas, kind, at, n):
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
    event = QMouseEvent(kind, at, canvas.mapToGlobal(at), button, LEFT, NONE)
    event.setTimestamp(8 * n)
    QApplication.sendEvent(canvas, event)


def test_a_long_stroke_is_painted_within_a_frame_with_twelve_live_copies(qapp, tmp_path, qtbot):
    design = set_repeat(from_template("kawung"), "badan", "grid", 60.0, 60.0, "p4m")
    with studio(qapp, tmp_path, design) as window:
        qtbot.waitUntil(lambda: window.feed.is_current, timeout=300_000)
        canvas = window.area.canvas
        canvas.set_view(canvas.view.zoomed(0.4, 0, 0))
        window.ui.set_tool("canting")
        window.ui.set_guide("symmetry", True)
        middle = QPointF(canvas.width() / 2, canvas.height() / 2)
        turns = np.linspace(0.0, 40.0, EVENTS)
        way = [middle + QPointF(2 * t * np.cos(t), 2 * t * np.sin(t)) for t in turns]
        sent(canvas, QEvent.Type.MouseButtonPress, way[0], 0)
        took = []
        for n, at in enumerate(way[1:], 1):
            start = time.perf_counter()
            sent(canvas, QEvent.Type.MouseMove, at, n)
            canvas.repaint()
            took.append((time.perf_counter() - start) * 1000)
        copies = len(canvas._tool.growing().copies)
        start = time.perf_counter()
        sent(canvas, QEvent.Type.MouseButtonRelease, way[-1], EVENTS)
        released = (time.perf_counter() - start) * 1000
        first, late = np.array(took[:100]), np.array(took[-100:])
        print(
            f"\n{EVENTS} events, {copies} live copies, {canvas.width()} x {canvas.height()} px: event to painted "
            f"{np.median(took):.1f} ms (95 %: {np.percentile(took, 95):.1f}, worst {max(took):.1f}); the first 100 "
            f"{np.median(first):.1f}, the last 100 {np.median(late):.1f} ms; released in {released:.0f} ms"
        )
        assert copies == 12
        assert np.percentile(took, 95) < FRAME_MS
