"""The window: the only place where Qt is."""

from __future__ import annotations

from pathlib import Path

APP_ID = "batikstudio"
LARGEST_FIRST = (1600, 1000)
"""The size of the window at the first start, where the screen has room for it."""
FRAME_PX = 32
"""What the system draws above a window."""


def main(arguments: list[str]) -> int:
    """Open the studio.

    Parameters
    ----------
    arguments : list of str
        Nothing, ``--sample``, or the name of a ``.batik`` file.

    Returns
    -------
    int
        The exit status of the event loop.
    """
    import sys

    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from batikstudio.gui.collector import Collector
    from batikstudio.gui.main_window import MainWindow
    from batikstudio.gui.preferences import Preferences

    application = QApplication.instance() or QApplication([sys.argv[0]])
    if not isinstance(application, QApplication):
        return 1
    application.setApplicationName("Batik Studio")
    application.setDesktopFileName(APP_ID)
    collector = Collector(application)
    preferences = Preferences()
    window = MainWindow(application, None, preferences)
    room = window.screen().availableSize()
    window.resize(min(room.width(), LARGEST_FIRST[0]), min(room.height() - FRAME_PX, LARGEST_FIRST[1]))
    window.restore()
    window.show()
    if arguments[:1] == ["--sample"]:
        # It is drawn when the window stands.
        QTimer.singleShot(0, lambda: window.documents.open_template("manggur-kawung"))
    elif arguments and arguments[0].endswith(".batik"):
        window.open_path(Path(arguments[0]))
    status = application.exec()
    window.deleteLater()
    collector.stop()
    return status
