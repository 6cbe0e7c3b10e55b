"""The receipt of a file that was written: what the person can hold against it, and where it lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from batikstudio.export.write import Receipt
from batikstudio.gui.context import Context
from batikstudio.gui.dialogs.export_facts import lines
from batikstudio.gui.theme.icons import pixmap
from batikstudio.gui.theme.tokens import ICON_DOCK
from batikstudio.gui.widgets.buttons import link_button
from batikstudio.gui.widgets.text import ElidedLabel, label

COLUMNS = 3


class ReceiptBand(QWidget):
    """Six lines in three columns, under the file's name."""

    def __init__(self, context: Context, receipt: Receipt) -> None:
        super().__init__()
        tr, path = context.tr, Path(receipt.path)
        self.setAccessibleName(tr("File report"))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 12, 24, 12)
        box.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(tr("File report"), "title"))
        head.addWidget(ElidedLabel(path.name, "secondary"), 1)
        self.folder_button = link_button(tr("Show in its folder"), context.icons, "folder-open")
        self.folder_button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))))
        head.addWidget(self.folder_button)
        box.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        self.texts: list[str] = []
        for number, line in enumerate(lines(receipt, tr)):
            colour = context.tokens.ok if line.icon == "circle-check" else context.tokens.text_2
            cell = _cell(line.icon, colour, line.title, line.numbers, self.devicePixelRatioF())
            if line.title == "SHA-256":
                cell.setToolTip(receipt.sha256)
            grid.addWidget(cell, number // COLUMNS, number % COLUMNS)
            self.texts.append(f"{line.title}: {line.numbers}")
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        box.addLayout(grid)
        self.setAccessibleDescription("; ".join(self.texts))


def _cell(icon: str, colour: str, title: str, numbers: str, ratio: float) -> QWidget:
    held = QWidget()
    held.setAccessibleName(f"{title}: {numbers}")
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    sign = QLabel()
    sign.setPixmap(pixmap(icon, colour, ICON_DOCK, ratio))
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(ElidedLabel(title, "name"))
    words.addWidget(ElidedLabel(numbers, "secondary"))
    row.addLayout(words, 1)
    return held
