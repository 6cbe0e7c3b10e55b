"""Unsaved work of a session that did not end well: opened, left for the next start, or deleted, only on a word."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from batikstudio.gui.context import Context
from batikstudio.gui.guard import guard
from batikstudio.gui.start.recent import moment
from batikstudio.gui.widgets.buttons import push_button
from batikstudio.gui.widgets.text import ElidedLabel, label

if TYPE_CHECKING:
    from batikstudio.studio.autosave import Recovered


class RecoveryNotice(QFrame):
    """One recovered design with its three answers."""

    opened = Signal()
    postponed = Signal()
    deleted = Signal()

    def __init__(self, recovered: Recovered, context: Context, now: datetime.datetime) -> None:
        super().__init__()
        tr = context.tr
        title = recovered.title or tr("Untitled")
        self.setObjectName("notice")
        self.setAccessibleName(tr("Unsaved work: {title}").format(title=title))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(16)
        row.addWidget(_Preview(QImage.fromData(recovered.preview_png)))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(label(tr("Unsaved work was kept"), "note"))
        words.addWidget(ElidedLabel(title, "card"))
        words.addWidget(ElidedLabel(_where(recovered, context, now), "secondary"))
        words.addStretch(1)
        row.addLayout(words, 1)
        self._answers = QStackedWidget()
        self._answers.addWidget(self._first_answers(title, context))
        self._answers.addWidget(self._second_answers(title, context))
        row.addWidget(self._answers)

    def _first_answers(self, title: str, context: Context) -> QWidget:
        tr = context.tr
        self.open_button = push_button(tr("Open"), context.icons, "folder-open", primary=True)
        self.later_button = push_button(tr("Not now"))
        self.delete_button = push_button(tr("Delete…"))
        self.open_button.setAccessibleName(tr("Open the unsaved work {title}").format(title=title))
        self.later_button.setAccessibleName(tr("Keep the unsaved work {title} for later").format(title=title))
        self.delete_button.setAccessibleName(tr("Delete the unsaved work {title}").format(title=title))
        self.open_button.clicked.connect(self.opened)
        self.later_button.clicked.connect(self.postponed)
        self.delete_button.clicked.connect(self._ask)
        return _row(self.open_button, self.later_button, self.delete_button)

    def _second_answers(self, title: str, context: Context) -> QWidget:
        tr = context.tr
        question = label(tr("Delete for good?"), "name")
        self.keep_button = push_button(tr("Keep"))
        self.sure_button = push_button(tr("Delete"), context.icons, "trash")
        self.sure_button.setAccessibleName(tr("Delete the unsaved work {title} for good").format(title=title))
        self.keep_button.clicked.connect(lambda: self._answers.setCurrentIndex(0))
        self.sure_button.clicked.connect(self.deleted)
        return _row(question, self.keep_button, self.sure_button)

    def _ask(self) -> None:
        self._answers.setCurrentIndex(1)
        self.keep_button.setFocus()


def _row(*widgets: QWidget) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    return held


def _where(recovered: Recovered, context: Context, now: datetime.datetime) -> str:
    tr = context.tr
    source = tr("from {file}").format(file=recovered.original.name) if recovered.original else tr("never saved")
    try:
        kept = moment(datetime.datetime.fromtimestamp(recovered.path.stat().st_mtime), tr, now)
    except OSError:
        return source
    return f"{source} · {kept}"


class _Preview(QWidget):
    """The preview that was kept with the work."""

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self._image = image
        self.setFixedSize(QSize(112, 60))

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture so that it fills the place."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._image.isNull():
            shape = self.width() / self.height()
            height = min(self._image.height(), self._image.width() / shape)
            painter.drawImage(QRectF(self.rect()), self._image, QRectF(0, 0, height * shape, height))
        painter.end()
