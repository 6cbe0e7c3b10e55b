"""What a part of the window is given, for tests of that part alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QWidget

from batikstudio.design.templates import from_template
from batikstudio.gui.context import Context
from batikstudio.gui.eventlog import EventLog
from batikstudio.gui.poster import Poster
from batikstudio.gui.preferences import Preferences
from batikstudio.gui.theme.icons import Icons
from batikstudio.gui.theme.tokens import LIGHT
from batikstudio.studio.i18n import Translator
from batikstudio.studio.jobs import Jobs
from batikstudio.studio.session import Session


class Bench:
    """A context with real jobs; ``said`` holds what would stand in the status bar."""

    def __init__(self, home: Path, template: str = "symmetry-probe", **settings: Any) -> None:
        self.poster = Poster()
        self.jobs = Jobs(self.poster.post)
        self.said: list[tuple[str, str]] = []
        preferences = Preferences(home / "settings.toml")
        if settings:
            preferences.change(**settings)
        self.context = Context(
            session=Session(from_template(template)),
            jobs=self.jobs,
            preferences=preferences,
            tr=Translator("en"),
            tokens=LIGHT,
            icons=Icons(LIGHT),
            log=EventLog(),
            say=lambda text, kind: self.said.append((text, kind)),
        )


def nameless(widget: QWidget) -> list[str]:
    """Return the controls of a widget that a screen reader could not name."""
    found = []
    for kind in (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox):
        for one in widget.findChildren(kind):
            inner = isinstance(one.parent(), QAbstractSpinBox | QComboBox)
            text = one.text() if isinstance(one, QAbstractButton) else ""
            if not inner and not one.objectName().startswith("qt_") and not (one.accessibleName() or text):
                found.append(f"{type(one).__name__} in {type(one.parent()).__name__}")
    return found
