"""A studio window without a screen, with work that is kept and never saved; it waits to be killed: ``SETTINGS``."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from batikstudio.design.edits.about import set_title
from batikstudio.design.templates import from_template
from batikstudio.gui.main_window import MainWindow
from batikstudio.gui.preferences import Preferences


def main(settings: str) -> None:
    application = QApplication([])
    window = MainWindow(application, from_template("kawung"), Preferences(Path(settings)))
    session = window.context.session
    session.do("design.title", set_title(session.design, "Kerja semalam"))
    QTimer.singleShot(0, window.documents.keep)  # the log (BATIK_EVENTLOG) tells when it is kept
    application.exec()


if __name__ == "__main__":
    main(sys.argv[1])
