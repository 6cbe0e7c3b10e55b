"""Every event handler that a widget overrides is wrapped: an exception that leaves one can end the process."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

import batikstudio.gui
from batikstudio.gui.guard import guard, guard_answer

ANSWERING = ("event", "eventFilter", "viewportEvent")


def handlers(kind: type) -> Iterator[tuple[str, object]]:
    """Yield the handlers of Qt's that this class itself overrides."""
    for name, value in vars(kind).items():
        if (name.endswith("Event") or name in ANSWERING) and any(name in vars(base) for base in kind.__mro__[1:]):
            yield f"{kind.__module__}.{kind.__qualname__}.{name}", value


def own_classes() -> set[type]:
    """Return every class with Qt's events that ``batikstudio.gui`` defines."""
    for module in pkgutil.walk_packages(batikstudio.gui.__path__, "batikstudio.gui."):
        importlib.import_module(module.name)
    found: set[type] = set()
    waiting = [QObject]
    while waiting:
        below = set(waiting.pop().__subclasses__()) - found
        found |= below
        waiting += below
    return {kind for kind in found if kind.__module__.startswith("batikstudio.gui.")}


def test_every_overridden_handler_is_wrapped():
    found = {name: value for kind in own_classes() for name, value in handlers(kind)}
    assert any(name.endswith(".paintEvent") for name in found)  # the canvas, at least
    assert [name for name, value in found.items() if not hasattr(value, "__wrapped__")] == []


def test_a_bare_handler_would_be_seen():
    class Widget(QWidget):
        def paintEvent(self, event):
            pass

        @guard
        def keyPressEvent(self, event):
            pass

        @guard_answer
        def event(self, event):
            return False

        def ownEvent(self):
            """Not Qt's."""

    wrapped = {name.rpartition(".")[2]: hasattr(value, "__wrapped__") for name, value in handlers(Widget)}
    assert wrapped == {"paintEvent": False, "keyPressEvent": True, "event": True}
