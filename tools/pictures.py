"""Make the pictures of the README from the program as it is now: ``.venv/bin/python tools/pictures.py``."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

DOCS = Path(__file__).resolve().parents[1] / "docs"
SIZE = (1366, 768)
WAIT_S = 300.0


def main() -> int:
    """Open the sample in a window without a screen, wait until everything is drawn, and save what it shows."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            os.environ[variable] = folder
        return _take(Path(folder))


def _take(folder: Path) -> int:
    from PySide6.QtWidgets import QApplication

    from batikstudio.design.templates import from_template
    from batikstudio.gui.main_window import MainWindow
    from batikstudio.gui.preferences import Preferences

    application = QApplication([])
    preferences = Preferences(folder / "settings.toml")
    for language in ("id", "en"):
        preferences.change(language=language, theme="light" if language == "id" else "dark")
        window = MainWindow(application, from_template("manggur-kawung"), preferences)
        window.resize(*SIZE)
        window.show()
        until = time.monotonic() + WAIT_S
        while time.monotonic() < until and not window.is_drawn:
            application.processEvents()
            time.sleep(0.01)
        if not window.is_drawn:
            print("the window was not drawn in time", file=sys.stderr)
            return 1
        window.grab().save(str(DOCS / f"window_{language}.png"))
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
