"""What the program is, whose work is in it, and the versions that a report of a fault needs."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from batikstudio import __version__
from batikstudio.gui.context import Context
from batikstudio.gui.theme.icons import pixmap
from batikstudio.gui.widgets.buttons import push_button
from batikstudio.gui.widgets.text import label, rule

LOGO = 56
_PACKAGES = ("numpy", "numba", "scikit-image", "shapely", "pillow")


def details() -> str:
    """Return the versions, one a line: what to send with a report."""
    lines = [
        f"Batik Studio {__version__}",
        f"Python {platform.python_version()}, {platform.platform()}",
        f"Qt {qVersion()}, {QGuiApplication.platformName()}",
    ]
    for name in _PACKAGES:
        try:
            lines.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            lines.append(f"{name} –")
    return "\n".join(lines)


class AboutDialog(QDialog):
    """Name, version, licences; one button copies the details."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(parent)
        tr = context.tr
        self.setWindowTitle(tr("About Batik Studio"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(480)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(12)
        box.addLayout(self._head(context))
        what = tr("Compose batik patterns, simulate wax and dye, and make files for printing.")
        cloth = tr("Cloth that is printed from them is cloth with a batik motif, not batik.")
        box.addWidget(label(what, wrap=True))
        box.addWidget(label(cloth, "secondary", wrap=True))
        box.addWidget(rule())
        for line in (
            tr("Program: Apache-2.0. Motifs, dyes and templates: CC0-1.0, free for every use."),
            tr("Qt: LGPL-3.0. Typeface Inter: OFL-1.1. Icons Lucide: ISC."),
        ):
            box.addWidget(label(line, "secondary", wrap=True))
        self._details = label(details(), "secondary")
        self._details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._details.setAccessibleName(tr("Versions"))
        box.addWidget(self._details)
        box.addSpacing(8)
        self.copy_button = push_button(tr("Copy details"), context.icons, "copy")
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(details()))
        close = push_button(tr("Close"), primary=True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        close.setFocus()
        row = QHBoxLayout()
        row.addWidget(self.copy_button)
        row.addStretch(1)
        row.addWidget(close)
        box.addLayout(row)

    def _head(self, context: Context) -> QHBoxLayout:
        logo = QLabel()
        logo.setPixmap(pixmap("batik-studio", context.tokens.text, LOGO, self.devicePixelRatioF()))
        logo.setFixedSize(LOGO, LOGO)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(label("Batik Studio", "page"))
        words.addWidget(label(context.tr("Version {version}").format(version=__version__), "secondary"))
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(logo)
        row.addLayout(words, 1)
        return row
