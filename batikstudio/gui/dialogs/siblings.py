"""Twelve siblings (dua belas saudara): a sheet of dyed cloth of which one is taken, or none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QPixmap, QShortcut
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from batikstudio.base.progress import Progress
from batikstudio.gui.context import Context
from batikstudio.gui.dialogs.work_dialog import WorkDialog
from batikstudio.gui.guard import guard
from batikstudio.gui.theme.tokens import SECONDARY, Tokens
from batikstudio.gui.widgets.buttons import push_button
from batikstudio.gui.widgets.pictures import pixmap_of
from batikstudio.gui.widgets.rows import draw_words
from batikstudio.gui.widgets.text import label

if TYPE_CHECKING:
    from batikstudio.design.document import Design
    from batikstudio.design.siblings import Sibling
    from batikstudio.studio.thumbnails import Pixels

COLUMNS, COUNT = 4, 12
KEYS = "1234567890-="
"""The row of figures of a keyboard has twelve keys."""
ARROWS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -COLUMNS,
    Qt.Key.Key_Down: COLUMNS,
}
LARGEST = (1040, 700)
LABEL_H = 40
_NARROWEST_MM, _WIDEST_MM = 80.0, 320.0


class SiblingCard(QAbstractButton):
    """One sibling: its cloth, the key that leads to it, and what changed."""

    def __init__(self, tokens: Tokens, key: str) -> None:
        super().__init__()
        self._tokens, self._key = tokens, key
        self._picture: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 100)
        self.clear()

    @property
    def picture(self) -> QPixmap | None:
        """The cloth; None until it is dyed."""
        return self._picture

    @property
    def cloth_size(self) -> QSize:
        """The room for the cloth, logical pixels."""
        return QSize(self.width(), max(self.height() - LABEL_H, 1))

    def clear(self) -> None:
        """Show an empty place."""
        self._picture = None
        self.setText("")
        self.setToolTip("")
        self.setEnabled(False)

    def show_words(self, words: str) -> None:
        """Show what changed; the cloth is still to come."""
        self.setText(words)
        self.setToolTip(words)
        self.setAccessibleName(f"{self._key}: {words}")
        self.setEnabled(True)

    def show_cloth(self, picture: QPixmap) -> None:
        """Show the cloth."""
        self._picture = picture
        self.update()

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the sheet: a button alone would only go on and back."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw cloth, key and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens, frame = self._tokens, QRectF(2, 2, self.width() - 4, self.height() - LABEL_H - 4)
        if self._picture is not None:
            painter.drawPixmap(frame, self._picture, QRectF(self._picture.rect()))
        elif self.isEnabled():
            painter.fillRect(frame, QColor(tokens.hover))
        if self.isEnabled():
            self._paint_frame(painter, frame)
            self._paint_words(painter, frame)
        painter.end()

    def _paint_frame(self, painter: QPainter, frame: QRectF) -> None:
        held = self.hasFocus()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._tokens.accent_text if held else self._tokens.line_strong), 3 if held else 1))
        painter.drawRect(frame)
        key = QRectF(frame.x() + 6, frame.y() + 6, 22, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.accent if held else self._tokens.panel))
        painter.drawRoundedRect(key, 3, 3)
        painter.setPen(QColor(self._tokens.on_accent if held else self._tokens.text))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._key)

    def _paint_words(self, painter: QPainter, frame: QRectF) -> None:
        """Draw what changed on up to two lines, each elided."""
        font = painter.font()
        font.setPixelSize(SECONDARY)
        painter.setFont(font)
        for number, line in enumerate(_two_lines(self.text(), QFontMetrics(font), int(frame.width()))):
            place = QRectF(frame.x(), frame.bottom() + 4 + number * 16, frame.width(), 16)
            draw_words(painter, place, line, SECONDARY, font.weight(), self._tokens.text)


class SiblingsDialog(WorkDialog):
    """Shows twelve siblings of the design that is open; taking one is one step of the history.

    Parameters
    ----------
    context : Context
    parent : QWidget or None
    """

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(context, parent, context.tr("Twelve siblings"), LARGEST)
        tr = context.tr
        self._design = context.session.design
        self._round = 0
        self._found: list[Sibling] = []
        self._undyed: list[int] = []
        self._is_found = self._is_dyeing = False
        self.cards = [SiblingCard(context.tokens, key) for key in KEYS]
        sheet = QGridLayout()
        sheet.setContentsMargins(24, 12, 24, 12)
        sheet.setSpacing(8)
        for number, card in enumerate(self.cards):
            card.clicked.connect(partial(self._take, number))
            sheet.addWidget(card, *divmod(number, COLUMNS))
        self.more = push_button(tr("Twelve more (F8)"), context.icons, "refresh-cw", main=True)
        self.more.clicked.connect(self._next)
        again = QShortcut(QKeySequence(Qt.Key.Key_F8), self)
        again.activated.connect(self._next)
        hint = label(tr("Figure keys or arrows choose · Enter or a click takes · Esc leaves the design as it is"))
        hint.setProperty("type", "secondary")
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(hint)
        self.lay(sheet, self.more, beside=held)
        self._next()

    @property
    def found(self) -> tuple[Sibling, ...]:
        """The siblings that are shown."""
        return tuple(self._found)

    @property
    def is_found(self) -> bool:
        """Whether no more of this round are looked for."""
        return self._is_found

    @property
    def is_drawn(self) -> bool:
        """Whether every sibling of this round shows its cloth."""
        return self._is_found and all(card.picture for card, _ in zip(self.cards, self._found, strict=False))

    def _next(self) -> None:
        from batikstudio.design.siblings import each_sibling

        self._round += 1
        self._found, self._undyed = [], []
        self._is_found = self._is_dyeing = False
        self.stop("cloth")
        for card in self.cards:
            card.clear()
        self.say(self.context.tr("Looking for siblings…"))
        self._find(each_sibling(self._design, self._round, COUNT))

    def _find(self, source: Iterator[Sibling]) -> None:
        def done(one: Sibling | None) -> None:
            if one is None:
                self._all_found()
                return
            self._show(one)
            self._find(source)

        self.ask("find", lambda _progress: next(source, None), done)

    def _all_found(self) -> None:
        tr = self.context.tr
        self._is_found = True
        if self._found:
            self.say(tr("Round {number}").format(number=self._round))
        else:
            self.say(tr("This design leaves no room for siblings; nothing was changed."), "note")

    def _show(self, one: Sibling) -> None:
        from batikstudio.studio.siblings import label as changes

        number = len(self._found)
        words = changes(one, self.context.tr)
        self._found.append(one)
        self.cards[number].show_words(words[:1].upper() + words[1:])
        if not number:
            self.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._undyed.append(number)
        if not self._is_dyeing:
            self._dye()

    def _dye(self) -> None:
        """Dye one sibling after the other, what is soon done first: each is seen as soon as it is done."""
        self._is_dyeing = bool(self._undyed)
        if not self._undyed:
            return
        number = min(self._undyed, key=lambda one: (_is_slow(self._found[one]), one))
        self._undyed.remove(number)
        card, design, ratio = self.cards[number], self._found[number].design, self.devicePixelRatioF()
        size = card.cloth_size
        width, height, width_mm = round(size.width() * ratio), round(size.height() * ratio), self._width_mm(size)

        def work(_progress: Progress) -> Pixels:
            from batikstudio.studio.thumbnails import design_thumbnail

            return design_thumbnail(design, width, height, width_mm)

        def done(pixels: Pixels) -> None:
            card.show_cloth(pixmap_of(pixels, ratio))
            self._dye()

        self.ask("cloth", work, done, lambda _error: self._dye())

    def _width_mm(self, size: QSize) -> float:
        """Return how much cloth is shown, the same of all, so that a larger repeat looks larger."""
        repeat = self._design.fields[0].repeat
        ratio = size.width() / size.height()
        wanted = max(1.6 * repeat.width_mm, 1.6 * repeat.height_mm * ratio)
        return _shown_mm(wanted, self._design)

    def _take(self, number: int) -> None:
        if number < len(self._found):
            self.context.session.do("siblings.pick", self._found[number].design)
            self.context.say(self.context.tr("Taken: {what}").format(what=self.cards[number].text()), "ok")
            self.accept()

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Figures and arrows move between the siblings, Enter takes the one in focus."""
        focused = self.focusWidget()
        at = self.cards.index(focused) if isinstance(focused, SiblingCard) else -1
        step = ARROWS.get(event.key(), 0)
        text = event.text()
        if text and text in KEYS:
            self._focus(KEYS.index(text))
        elif step:
            self._focus(at + step if at >= 0 else 0)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at >= 0:
            self._take(at)
        else:
            super().keyPressEvent(event)

    def _focus(self, number: int) -> None:
        if 0 <= number < len(self._found):
            self.cards[number].setFocus(Qt.FocusReason.OtherFocusReason)


def _is_slow(one: Sibling) -> bool:
    """Whether a sibling has isen that is to be laid anew, which takes longer than a change of colours."""
    return any(change.code in ("sibling.isen", "sibling.ground_isen", "sibling.size") for change in one.changes)


def _two_lines(text: str, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
    """Return a text on one line, or cut where the second change begins, or where a word ends."""
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    first, _, second = text.partition(" · ")
    if second:
        return (first, second)
    words = text.split(" ")
    fits = [k for k in range(1, len(words)) if metrics.horizontalAdvance(" ".join(words[:k])) <= width]
    cut = max(fits, default=len(words))
    return (" ".join(words[:cut]), " ".join(words[cut:]))


def _shown_mm(wanted: float, design: Design) -> float:
    return min(max(wanted, _NARROWEST_MM), _WIDEST_MM, design.cloth.length_mm)
