"""A studio window without a screen, its settings in a folder of their own, closed when the test is over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QToolButton,
    QWidget,
)

from batikstudio.design.document import Design
from batikstudio.gui.main_window import MainWindow
from batikstudio.gui.preferences import Preferences

CONTROLS = (QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPushButton, QToolButton)


@contextmanager
def studio(
    application: QApplication, folder: Path, design: Design | None, size: tuple[int, int] = (1366, 768)
) -> Iterator[MainWindow]:
    """Open a window of a size on a design, or on the start page; unsaved work is given up at the end."""
    window = MainWindow(application, design, Preferences(folder / "settings.toml"))
    try:
        window.resize(*size)
        window.show()
        QApplication.processEvents()
        yield window
    finally:
        window._closing = True
        window.close()
        window.deleteLater()
        settle()


def settle() -> None:
    """Let everything that waits in the event queue happen, deletions included."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def name_of(widget: QWidget) -> str:
    """Return what a screen reader would say of a control."""
    text = getattr(widget, "text", None)
    spoken = text() if isinstance(widget, QPushButton | QToolButton) and callable(text) else ""
    return widget.accessibleName() or spoken


def controls(window: QWidget) -> list[QWidget]:
    """Return every control that a person can reach, without the inner parts of Qt's own ones."""
    found: list[QWidget] = []
    for kind in CONTROLS:
        for widget in window.findChildren(kind):
            inner = isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_")
            held = isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QLineEdit | QAbstractItemView)
            popup = "QComboBoxPrivate" in type(widget.parent()).__name__ or "Combo" in str(
                widget.parent().metaObject().className() if widget.parent() else ""
            )
            if not (inner or held or popup):
                found.append(widget)
    return list(dict.fromkeys(found))


def turn_wheel(widget: QWidget, at: QPoint, steps: int) -> None:
    """Turn the mouse wheel over a widget; positive is away from the hand."""
    place = QPointF(at)
    event = QWheelEvent(
        place,
        widget.mapToGlobal(place),
        QPoint(0, 0),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
