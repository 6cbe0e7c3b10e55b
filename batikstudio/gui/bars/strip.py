"""The process strip: the cloth after each step, with the wax still on it; drag along it to scrub, or play it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from batikstudio.base.progress import Progress
from batikstudio.design.document import Design
from batikstudio.gui.context import Context
from batikstudio.gui.guard import guard
from batikstudio.gui.models.step_words import summary
from batikstudio.gui.theme.tokens import STRIP_H, STRIP_LOW_H
from batikstudio.gui.ui_state import UiState
from batikstudio.gui.widgets.pictures import pixmap_of
from batikstudio.gui.widgets.rows import draw_words
from batikstudio.gui.widgets.text import label

PLAY_MS = 900
THUMB_H = 62
GAP = 10.0
NARROW_PX = 56.0
SETTLE_MS = 350


class StripRow(QWidget):
    """The thumbnails on their line: 0 is the pola, then one for each step."""

    chosen = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setAccessibleName(context.tr("The cloth after each step"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFixedHeight(STRIP_H - 12)
        self._context = context
        self._names: list[tuple[str, str]] = []
        self._current = 0
        self._low = False
        self.pictures: dict[int, QPixmap] = {}

    def set_low(self, low: bool) -> None:
        """Show the line and the names only, or the thumbnails, too."""
        self._low = low
        self.setFixedHeight((STRIP_LOW_H if low else STRIP_H) - 12)
        self.update()

    def show_steps(self, names: list[tuple[str, str]], current: int) -> None:
        """Show other steps, or another one as current."""
        if (names, current) != (self._names, self._current):
            self._names, self._current = names, current
            self.update()

    @property
    def cell_px(self) -> float:
        """The width of one step."""
        return self.width() / max(len(self._names), 1)

    def thumb_size(self) -> QSize:
        """Return the size of a thumbnail, logical pixels."""
        return QSize(max(int(min(self.cell_px - GAP, 150)), 8), THUMB_H)

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw thumbnails, the line with its marks, and the names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._context.tokens
        size = self.thumb_size()
        line_y = 12.0 if self._low else THUMB_H + 18.0
        centres = [self.cell_px * (k + 0.5) for k in range(len(self._names))]
        if centres:
            painter.setPen(QPen(QColor(tokens.line_strong), 1.5))
            painter.drawLine(QPointF(centres[0], line_y), QPointF(centres[-1], line_y))
            painter.setPen(QPen(QColor(tokens.accent_text), 2))
            painter.drawLine(QPointF(centres[0], line_y), QPointF(centres[self._current], line_y))
        for k, (name, what) in enumerate(self._names):
            current = k == self._current
            if not self._low:
                box = QRectF(centres[k] - size.width() / 2, 4, size.width(), size.height())
                self._thumbnail(painter, box, k, current)
            radius = 6.0 if current else 3.5
            painter.setPen(QPen(QColor(tokens.accent_text), 2))
            painter.setBrush(QColor(tokens.field if current else tokens.accent_text))
            painter.drawEllipse(QPointF(centres[k], line_y), radius, radius)
            self._names_of(
                painter,
                QRectF(centres[k] - size.width() / 2, line_y + 8, self.cell_px - GAP / 2, 15),
                name,
                what,
                current,
            )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent_text), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _thumbnail(self, painter: QPainter, box: QRectF, number: int, current: bool) -> None:
        tokens = self._context.tokens
        picture = self.pictures.get(number)
        if picture is not None:
            painter.drawPixmap(box.toRect(), picture)
        else:
            painter.fillRect(box, QColor(tokens.hover))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.line_strong), 1))
        painter.drawRoundedRect(box, 4, 4)
        if current:
            painter.setPen(QPen(QColor(tokens.accent_text), 3))
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 5, 5)

    def _names_of(self, painter: QPainter, place: QRectF, name: str, what: str, current: bool) -> None:
        tokens = self._context.tokens
        weight = QFont.Weight.DemiBold if current else QFont.Weight.Medium
        colour = tokens.accent_text if current else tokens.text
        draw_words(painter, place, name, 12, weight, colour)
        if self.cell_px > NARROW_PX:
            draw_words(painter, place.translated(0, 15), what, 11, QFont.Weight.Normal, tokens.text_2)

    def _at(self, x: float) -> int:
        return min(max(int(x / max(self.cell_px, 1)), 0), len(self._names) - 1)

    @guard
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to a step."""
        self.chosen.emit(self._at(event.position().x()))

    @guard
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub while the button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.chosen.emit(self._at(event.position().x()))

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go one step back or on."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        by = steps.get(event.key())  # type: ignore[call-overload]
        if by is None:
            super().keyPressEvent(event)
        else:
            self.chosen.emit(min(max(self._current + by, 0), len(self._names) - 1))


class ProcessStrip(QWidget):
    """Derived from the document's steps, never a fixed list."""

    def __init__(self, context: Context, ui: UiState) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setFixedHeight(STRIP_H)
        self._context, self._ui = context, ui
        self._begun = False
        tr = context.tr
        self._play = QToolButton()
        self._play.setObjectName("play")
        self._play.setFixedSize(48, 48)
        self._play.setAccessibleName(tr("Play the process"))
        self._play.setToolTip(tr("Play the process"))
        self._play.setCheckable(True)
        self._play.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._play.toggled.connect(self.play)
        self._play.setIcon(context.icons.icon("play", colour=context.tokens.on_accent, on=context.tokens.on_accent))
        self._row = StripRow(context)
        self._row.chosen.connect(self.go_to)
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(self._play, 0, Qt.AlignmentFlag.AlignHCenter)
        self._play_words = label(tr("Play"), "caption")
        column.addWidget(self._play_words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 12, 6)
        row.setSpacing(12)
        row.addLayout(column)
        row.addWidget(self._row, 1)
        self._clock = QTimer(self)
        self._clock.setInterval(PLAY_MS)
        self._clock.timeout.connect(self._tick)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._draw)
        self._ties = [
            context.session.changed.connect(lambda old, new: self._changed(old, new)),
            context.session.replaced.connect(self.refresh),
        ]
        ui.after_changed.connect(self._follow)
        self._follow()

    def release(self) -> None:
        """Let go of the session."""
        self._clock.stop()
        self._settle.stop()
        self._context.jobs.cancel("strip")
        while self._ties:
            self._ties.pop()()

    def _changed(self, _old: Design, _new: Design) -> None:
        self._follow()
        self._settle.start()

    def set_low(self, low: bool) -> None:
        """Fold to names and marks where the window is low: the cloth needs the room more."""
        self.setFixedHeight(STRIP_LOW_H if low else STRIP_H)
        self._play_words.setVisible(not low)
        self._row.set_low(low)

    def refresh(self) -> None:
        """Show another design."""
        self._row.pictures.clear()
        self._follow()
        self._settle.start()

    def begin(self) -> None:
        """Draw the thumbnails from now on: the canvas has its first picture."""
        self._begun = True
        self._draw()

    def _follow(self) -> None:
        design, tr = self._context.session.design, self._context.tr
        names = [(tr("Design"), tr("pola on mori"))]
        names += [(tr.words(step.name), summary(design, step, tr)) for step in design.steps]
        after = len(design.steps) if self._ui.after is None else self._ui.after
        self._row.show_steps(names, min(after, len(design.steps)))

    def go_to(self, number: int) -> None:
        """Show the cloth after so many steps."""
        last = len(self._context.session.design.steps)
        self._ui.set_after(None if number >= last else number)

    def step(self, by: int) -> None:
        """Go some steps on or back."""
        last = len(self._context.session.design.steps)
        after = last if self._ui.after is None else self._ui.after
        self.go_to(min(max(after + by, 0), last))

    def play(self, on: bool) -> None:
        """Play from the beginning, or stop."""
        self._play.setChecked(on)
        name = "pause" if on else "play"
        colour = self._context.tokens.on_accent
        self._play.setIcon(self._context.icons.icon(name, colour=colour, on=colour))
        if on:
            if self._ui.after is None:
                self.go_to(0)
            self._clock.start()
        else:
            self._clock.stop()

    @property
    def is_drawn(self) -> bool:
        """Whether every thumbnail is there."""
        return len(self._row.pictures) > len(self._context.session.design.steps)

    @property
    def is_playing(self) -> bool:
        """Whether the process is being played."""
        return self._clock.isActive()

    def _tick(self) -> None:
        self.step(1)
        if self._ui.after is None:
            self.play(False)

    def _draw(self, number: int = 0) -> None:
        """Make the thumbnails one after the other."""
        context = self._context
        design, ratio = context.session.design, self.devicePixelRatioF()
        if not self._begun or number > len(design.steps) or not self.isVisible():
            return
        size = self._row.thumb_size()

        def work(_progress: Progress) -> object:
            from batikstudio.studio.thumbnails import pola_thumbnail, step_thumbnail

            width, height = round(size.width() * ratio), round(size.height() * ratio)
            return step_thumbnail(design, number, width, height) if number else pola_thumbnail(design, width, height)

        def done(pixels: object) -> None:
            self._row.pictures[number] = pixmap_of(pixels, ratio)  # type: ignore[arg-type]
            self._row.update()
            if context.session.design is design:
                self._draw(number + 1)

        context.jobs.submit("strip", work, done, partial(self._skip, number))

    def _skip(self, number: int, _error: BaseException) -> None:
        self._draw(number + 1)

    @guard
    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Draw thumbnails of the new size once it stands still."""
        self._settle.start()

    @guard
    def showEvent(self, _event: QEvent) -> None:
        """Draw what was missed while it was hidden."""
        self._settle.start()
