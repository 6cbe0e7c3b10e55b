"""Find Qt calls that lose references to ``None``, ``True`` or ``False``: ``python none_refcount.py``.

PySide6 6.12.0 drops a reference to None at every call that returns nothing. Before Python 3.12 these objects are
counted like any other, and after some thousand calls the interpreter aborts. Exit 0: nothing is lost; 1: the calls that
lose are printed. Run it as a process of its own: what it looks for ends processes.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping

Call = Callable[[], object]

WATCHED = (None, True, False)
TIMES = 400
NOISE = 0.05  # change per call that may come from elsewhere
HEAD_ROOM = WATCHED * 200_000  # held to the end of the process, so that a loss is counted and does not abort


def losses(calls: Mapping[str, Call], settle: Call, times: int = TIMES) -> dict[str, float]:
    """Return the calls that lose references, with the references lost in one call.

    Parameters
    ----------
    calls : mapping of str to callable
        What to call, by the name to report.
    settle : callable
        Called before each count: what waits in an event loop holds references of its own.
    times : int
        How often each is called.
    """
    gc.disable()
    lost = {}
    for name, call in calls.items():
        call()
        settle()
        before = [sys.getrefcount(value) for value in WATCHED]
        for _ in range(times):
            call()
        settle()
        after = [sys.getrefcount(value) for value in WATCHED]
        worst = min(now - then for now, then in zip(after, before, strict=True)) / times
        if worst < -NOISE:
            lost[name] = -worst
    gc.enable()
    return lost


def painting(canvas: object) -> dict[str, Call]:
    """Return the calls of a painter on ``canvas``, a QImage that the caller holds as long as the calls."""
    from PySide6.QtCore import QPointF, QRect, QRectF, Qt
    from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPixmap, QTransform

    painter, path, image, pixmap = QPainter(canvas), QPainterPath(), QImage(9, 9, canvas.format()), QPixmap(9, 9)
    box, dot, ink = QRectF(0, 0, 9, 9), QPointF(1, 1), QColor(1, 2, 3)
    return {
        "QPainter.drawEllipse": lambda: painter.drawEllipse(dot, 2, 2),
        "QPainter.drawImage": lambda: painter.drawImage(box, image, box),
        "QPainter.drawLine": lambda: painter.drawLine(1, 1, 5, 5),
        "QPainter.drawPath": lambda: painter.drawPath(path),
        "QPainter.drawPixmap": lambda: painter.drawPixmap(dot, pixmap),
        "QPainter.drawText": lambda: painter.drawText(dot, "a"),
        "QPainter.fillRect": lambda: painter.fillRect(box, ink),
        "QPainter.save, restore": lambda: (painter.save(), painter.restore()),
        "QPainter.setBrush": lambda: painter.setBrush(ink),
        "QPainter.setClipRect": lambda: painter.setClipRect(QRect(0, 0, 9, 9)),
        "QPainter.setPen": lambda: painter.setPen(Qt.PenStyle.NoPen),
        "QPainter.setRenderHint": lambda: painter.setRenderHint(QPainter.RenderHint.Antialiasing),
        "QPainter.setTransform": lambda: painter.setTransform(QTransform()),
        "QPainter.translate": lambda: painter.translate(0, 0),
        "QPainterPath.lineTo": lambda: path.lineTo(1, 1),
        "QImage over a buffer": lambda: QImage(bytearray(64), 4, 4, 16, canvas.format()),
        "QImage.fill": lambda: image.fill(Qt.GlobalColor.white),
        "QPixmap.fromImage": lambda: QPixmap.fromImage(image),
    }


def widgets() -> dict[str, Call]:
    """Return calls of widgets, signals, timers, models and events."""
    from PySide6.QtCore import QAbstractListModel, QCoreApplication, QEvent, QObject, QPointF, QRect, Qt, QTimer, Signal
    from PySide6.QtGui import QAction, QMouseEvent
    from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

    class Sheet(QWidget):
        def paintEvent(self, event):
            pass

        def mouseMoveEvent(self, event):
            pass

    class Rows(QAbstractListModel):
        def rowCount(self, parent=None):
            return 3

        def data(self, index, role=0):
            return None

    class Sender(QObject):
        sent = Signal(bool)

    sheet, field, rows, sender, timer = Sheet(), QLineEdit(), Rows(), Sender(), QTimer()
    sheet.resize(20, 20)
    sheet.show()
    sender.sent.connect(lambda value: None)
    dot, left, none, plain = QPointF(1, 1), Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier(0)

    def move() -> None:
        QCoreApplication.sendEvent(sheet, QMouseEvent(QEvent.Type.MouseMove, dot, dot, none, left, plain))

    return {
        "QAction": lambda: QAction("a", None),
        "QAbstractListModel.data in Python": lambda: rows.index(0).data(),
        "QCoreApplication.processEvents": lambda: QCoreApplication.processEvents(),
        "QCoreApplication.sendEvent": move,
        "QLabel": lambda: QLabel("a", None),
        "QLineEdit.setText": lambda: field.setText("x"),
        "QTimer.start, stop": lambda: (timer.start(10_000), timer.stop()),
        "QWidget.findChild": lambda: sheet.findChild(QWidget, "nothing"),
        "QWidget.parent": lambda: sheet.parent(),
        "QWidget.repaint": lambda: sheet.repaint(),
        "QWidget.setCursor": lambda: sheet.setCursor(Qt.CursorShape.CrossCursor),
        "QWidget.setEnabled": lambda: sheet.setEnabled(True),
        "QWidget.setToolTip": lambda: sheet.setToolTip("x"),
        "QWidget.update": lambda: sheet.update(QRect(0, 0, 9, 9)),
        "Signal.emit": lambda: sender.sent.emit(True),
    }


def main() -> int:
    """Check the installed PySide6 and print what loses."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6 import __version__
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    canvas = QImage(64, 64, QImage.Format.Format_RGB32)
    calls = painting(canvas) | widgets()
    lost = losses(calls, app.processEvents)
    print(
        f"PySide6 {__version__} on Python {sys.version.split()[0]}: {len(lost)} of {len(calls)} calls lose references"
    )
    for name, count in lost.items():
        print(f"  {name}: {count:.2f} lost in each call")
    return 1 if lost else 0


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # taking Qt's objects down could abort after a loss, and hide the result
