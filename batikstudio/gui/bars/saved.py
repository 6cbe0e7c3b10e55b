"""The name of the design and whether its file holds it, at the right of the menus."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from batikstudio.gui.context import Context
from batikstudio.gui.theme.icons import pixmap
from batikstudio.gui.theme.tokens import ICON_FIELD, MENU_H
from batikstudio.gui.widgets.text import ElidedLabel, label

WIDTH = 360
CLOCK = {"id": "%H.%M", "en": "%H:%M"}


class SavedMark(QWidget):
    """Says what is open and when it was saved; holds nothing."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._title, self._sign, self._words = ElidedLabel("", "title"), QLabel(), label("", "secondary")
        self._title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 12, 0)
        row.setSpacing(6)
        self.setFixedSize(self.sizeHint())
        row.addWidget(self._title, 1)
        row.addWidget(self._sign)
        row.addWidget(self._words)

    def sizeHint(self) -> QSize:
        """Return its one size: a menu bar asks for it once and does not follow a corner that grows."""
        return QSize(WIDTH, MENU_H - 6)

    @property
    def words(self) -> str:
        """What it says of the file."""
        return self._words.text()

    def follow(self, is_open: bool) -> None:
        """Show the session's design as it is now."""
        session, tr = self._context.session, self._context.tr
        self._title.setText(session.title if is_open else "")
        icon, words = "", ""
        if is_open and not session.is_saved:
            icon, words = "circle-dot", tr("not saved yet")
        elif is_open and session.path is not None:
            icon, words = "circle-check", tr("saved {time}").format(time=self._time())
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._sign.setVisible(bool(icon))
        if icon:
            self._sign.setPixmap(pixmap(icon, self._context.tokens.text_2, ICON_FIELD, self.devicePixelRatioF()))

    def _time(self) -> str:
        path = self._context.session.path
        try:
            written = path.stat().st_mtime if path else 0.0
        except OSError:
            return ""
        moment = datetime.datetime.fromtimestamp(written)
        return moment.strftime(CLOCK[self._context.tr.language])
