"""A picture to click on, with its name: a template or a recent file."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from batikstudio.gui.guard import guard
from batikstudio.gui.theme import icons as icon_files
from batikstudio.gui.theme.icons import Icons
from batikstudio.gui.theme.tokens import BASE, CARD, SECONDARY
from batikstudio.gui.widgets.rows import draw_words

PICTURE_RATIO = 0.525
"""Height of the picture to its width."""
_INSET = 8
_LINE_H = 16


class Card(QAbstractButton):
    """A button with a picture, a name and a word or two about it.

    Parameters
    ----------
    name, about : str
    icons : Icons
    framed : bool
        A card of its own, with two lines about it and a measure; else the picture with one line.
    """

    def __init__(self, name: str, about: str, icons: Icons, framed: bool) -> None:
        super().__init__()
        self.setText(name)
        self._about, self._tokens, self._framed = about, icons.tokens, framed
        self._measure = ""
        self._trouble = ""
        self._image: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._tell()

    @property
    def about(self) -> str:
        """What stands below the name."""
        return self._about

    @property
    def image(self) -> QImage | None:
        """The picture; None until there is one."""
        return self._image

    @property
    def trouble(self) -> str:
        """The icon of what is wrong, or empty."""
        return self._trouble

    def show_image(self, image: QImage) -> None:
        """Show the picture."""
        self._image = image
        self.update()

    def show_about(self, about: str, measure: str = "", trouble: str = "") -> None:
        """Say something else below the name, and a measure; ``trouble`` is the icon of what ``about`` says."""
        self._about, self._measure, self._trouble = about, measure, trouble
        self._tell()
        self.update()

    def _tell(self) -> None:
        self.setAccessibleName(", ".join(part for part in (self.text(), self._measure) if part))
        self.setAccessibleDescription(self._about)

    def hasHeightForWidth(self) -> bool:
        """Return True: the picture keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of picture and words."""
        inset = _INSET if self._framed else 0
        picture = round((width - 2 * inset) * PICTURE_RATIO)
        return inset + picture + (12 + 20 + 4 + 3 * _LINE_H + 10 if self._framed else 6 + 18 + _LINE_H)

    def sizeHint(self) -> QSize:
        """Return the size of a narrow card."""
        return QSize(220, self.heightForWidth(220))

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, picture, words and the ring of the keyboard's focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        inset = _INSET if self._framed else 0
        if self._framed:
            self._paint_frame(painter)
        height = round((self.width() - 2 * inset) * PICTURE_RATIO)
        picture = QRectF(inset + 0.5, inset + 0.5, self.width() - 2 * inset - 1, height - 1)
        self._paint_picture(painter, picture)
        self._paint_words(painter, picture.bottom() + (11 if self._framed else 6))
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        tokens = self._tokens
        lit = self.underMouse() or self.isDown()
        painter.setPen(QPen(QColor(tokens.accent_text if lit else tokens.line), 1))
        painter.setBrush(QColor(tokens.tint if self.isDown() else tokens.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._paint_ring(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), 6)

    def _paint_ring(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._tokens.accent_text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, radius, radius)

    def _paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        tokens = self._tokens
        outline = QPainterPath()
        outline.addRoundedRect(rect, 4, 4)
        painter.fillPath(outline, QColor(tokens.strip))
        if self._image is not None:
            painter.save()
            painter.setClipPath(outline)
            painter.drawImage(rect, self._image, _filling(self._image, rect))
            painter.restore()
        if self._trouble:
            box = QRectF(rect.center().x() - 12, rect.center().y() - 12, 24, 24)
            icon_files.paint(painter, self._trouble, tokens.soga_text, box)
        lit = not self._framed and (self.underMouse() or self.isDown())
        painter.setPen(QPen(QColor(tokens.accent_text if lit else tokens.line_strong), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
        if not self._framed:
            self._paint_ring(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), 4)

    def _paint_words(self, painter: QPainter, top: float) -> None:
        tokens = self._tokens
        left = 12.0 if self._framed else 0.0
        width = self.width() - 2 * left
        size, weight, high = (CARD, QFont.Weight.DemiBold, 20) if self._framed else (BASE, QFont.Weight.Medium, 18)
        draw_words(painter, QRectF(left, top, width, high), self.text(), size, weight, tokens.text)
        font = QFont(self.font())
        font.setPixelSize(SECONDARY)
        painter.setFont(font)
        painter.setPen(QColor(tokens.soga_text if self._trouble else tokens.text_2))
        top += high + (4 if self._framed else 0)
        lines = _draw_lines(painter, QPointF(left, top), width, self._about, 2 if self._framed else 1)
        if self._measure:
            place = QRectF(left, top + lines * _LINE_H, width, _LINE_H)
            draw_words(painter, place, self._measure, SECONDARY, QFont.Weight.Normal, tokens.text_2)


def _filling(image: QImage, rect: QRectF) -> QRectF:
    """Return the middle part of a picture that fills a rectangle without being stretched."""
    width, height = float(image.width()), float(image.height())
    shape = rect.width() / rect.height()
    if width > height * shape:
        return QRectF((width - height * shape) / 2, 0, height * shape, height)
    return QRectF(0, (height - width / shape) / 2, width, width / shape)


def _draw_lines(painter: QPainter, at: QPointF, width: float, text: str, most: int) -> int:
    """Draw a text over so many lines at most, the last one ending in … where it does not fit; returns how many."""
    layout = QTextLayout(text, painter.font())
    layout.beginLayout()
    starts: list[tuple[int, int]] = []
    while len(starts) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append((line.textStart(), line.textLength()))
    layout.endLayout()
    metrics = painter.fontMetrics()
    for number, (start, length) in enumerate(starts):
        last = number == most - 1
        words = text[start:] if last else text[start : start + length]
        shown = metrics.elidedText(words.strip(), Qt.TextElideMode.ElideRight, int(width)) if last else words.rstrip()
        painter.drawText(at + QPointF(0, number * _LINE_H + metrics.ascent()), shown)
    return len(starts)
