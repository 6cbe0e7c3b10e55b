"""What lies under the pointer: the slot, its colour and its dyes, found once the pointer rests."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from batikstudio.gui.context import Context
from batikstudio.gui.models.palette_model import slot_rows
from batikstudio.gui.widgets.rows import draw_swatch
from batikstudio.gui.widgets.text import label

REST_MS = 70
CHIP = 12


class PointedSlot(QWidget):
    """A chip and a few words; empty beside the cloth."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._place: tuple[float, float] | None = None
        self._chip, self._words = QLabel(), label("", "secondary")
        self._words.setMinimumWidth(180)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._chip)
        row.addWidget(self._words, 1)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._find)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def point_at(self, place: tuple[float, float] | None) -> None:
        """Follow the pointer, mm on the cloth."""
        self._place = place
        self._rest.start()

    def _find(self) -> None:
        from batikstudio.studio.hit import slot_at

        design, tr = self._context.session.design, self._context.tr
        slot = slot_at(design, *self._place) if self._place else None
        row = next((one for one in slot_rows(design, tr) if one.id == slot), None)
        self._words.setText(f"{row.name} · {row.fate}" if row else "")
        self._chip.setVisible(row is not None)
        if row:
            ratio = self.devicePixelRatioF()
            picture = QPixmap(round(CHIP * ratio), round(CHIP * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            draw_swatch(painter, QRectF(0.5, 0.5, CHIP - 1, CHIP - 1), row.colours, self._context.tokens)
            painter.end()
            self._chip.setPixmap(picture)
