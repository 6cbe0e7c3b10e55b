"""Labels of the few kinds of type that the window has, and lines that separate."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from batikstudio.gui.guard import guard
from batikstudio.gui.theme.weights import OF_TYPE, weighted


def label(text: str, kind: str = "", wrap: bool = False) -> QLabel:
    """Return a label of one kind: ``caption``, ``secondary``, ``name``, ``title``, ``card``, ``section``, ``page``."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    _dress(made, kind)
    made.setWordWrap(wrap)
    return made


def _dress(made: QLabel, kind: str) -> None:
    if kind:
        made.setProperty("type", kind)
    if kind in OF_TYPE:
        made.setFont(weighted(made.font(), OF_TYPE[kind]))


class ElidedLabel(QLabel):
    """A label of one line that ends in … where its place is too narrow, and then says the whole in its tooltip."""

    def __init__(self, text: str = "", kind: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        _dress(self, kind)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        return QSize(24, super().minimumSizeHint().height())

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text() and self.toolTip() != self.text():
            self.setToolTip(self.text())
        painter = QPainter(self)
        painter.setFont(self.font())
        self.style().drawItemText(
            painter, self.rect(), int(self.alignment()), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
        painter.end()


def rule(upright: bool = False) -> QFrame:
    """Return a line of one pixel."""
    made = QFrame()
    made.setObjectName("vrule" if upright else "rule")
    return made


def set_kind(widget: QWidget, **properties: object) -> None:
    """Set properties that the stylesheet looks at, and let it look again."""
    for key, value in properties.items():
        widget.setProperty(key, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
