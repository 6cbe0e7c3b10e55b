"""The palette: slots in their true colour, each with what happens to it in every bath."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QSizePolicy, QStyleOptionViewItem, QVBoxLayout

from batikstudio.design.document import Design
from batikstudio.design.edits import cloth, items
from batikstudio.gui.context import Context
from batikstudio.gui.docks.panel import Panel
from batikstudio.gui.models.palette_model import SlotRow, slot_rows
from batikstudio.gui.theme.icons import Icons
from batikstudio.gui.theme.tokens import SLOT_ROW_H
from batikstudio.gui.ui_state import UiState
from batikstudio.gui.widgets.rows import Index, RowDelegate, draw_bath, draw_swatch
from batikstudio.studio.tools import tools

ROW = Qt.ItemDataRole.UserRole
_NONE = QModelIndex()


class SlotModel(QAbstractListModel):
    """Reflects the slots of the design."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[SlotRow] = ()

    def show_rows(self, rows: Sequence[SlotRow]) -> None:
        """Show other rows; the selection stays where their number does."""
        if len(rows) == len(self._rows):
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> SlotRow | None:
        """Return a row, or None."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row_of(self, slot_id: str) -> int:
        """Return where a slot stands, or -1."""
        return next((number for number, one in enumerate(self._rows) if one.id == slot_id), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        """Return how many slots there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words and the whole row."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.name}: {row.fate}"
        return row if role == ROW else None


class SlotDelegate(RowDelegate):
    """Draws swatch, name, fate and bath fields."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, SLOT_ROW_H)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a slot."""
        row: SlotRow = index.data(ROW)
        rect = QRectF(option.rect)
        painter.save()
        selected = self.ground(painter, option)
        draw_swatch(painter, QRectF(rect.x() + 12.5, rect.y() + 6.5, 39, 27), row.colours, self.tokens, ring=selected)
        right = rect.right() - 12
        for colour in reversed(row.baths):
            draw_bath(painter, QRectF(right - 14.5, rect.y() + 12.5, 15, 15), colour, self.tokens)
            right -= 20
        width = right - rect.x() - 72
        weight = QFont.Weight.DemiBold if selected else QFont.Weight.Medium
        self.words(painter, QRectF(rect.x() + 64, rect.y() + 4, width, 17), row.name, weight=weight)
        self.words(
            painter, QRectF(rect.x() + 64, rect.y() + 21, width, 14), row.fate, size=11, colour=self.tokens.text_2
        )
        painter.restore()


class PalettePanel(Panel):
    """Choosing a swatch is deciding when to wax: it gives the chosen role of the selected items this history."""

    def __init__(self, context: Context, ui: UiState) -> None:
        super().__init__(context)
        self._ui = ui
        self.model = SlotModel()
        self.view = QListView()
        self.view.setAccessibleName(context.tr("Slots of the palette"))
        self.view.setModel(self.model)
        self._delegate = SlotDelegate(context.icons)
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.clicked.connect(self._give)
        self.view.activated.connect(self._give)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.view)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.follow(context.session.changed, self._changed)
        self.follow(context.session.selected, lambda *_: self._mark())
        self.follow(context.session.replaced, self.refresh)
        ui.role_changed.connect(self._mark)
        ui.field_changed.connect(self._mark)
        self.refresh()

    def minimumSizeHint(self) -> QSize:
        """Return room for all slots: the palette is what the eye goes to."""
        return self.sizeHint()

    def sizeHint(self) -> QSize:
        """Return the height of all slots, five at most."""
        return QSize(280, SLOT_ROW_H * min(max(self.model.rowCount(), 3), 5) + 4)

    def _changed(self, old: Design, new: Design) -> None:
        if old.colourways is not new.colourways or old.slots is not new.slots or old.cloth is not new.cloth:
            self.refresh()
        else:
            self._mark()

    def refresh(self) -> None:
        """Show the slots of the present design."""
        self.model.show_rows(slot_rows(self.context.session.design, self.context.tr))
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()
        self._mark()

    def _mark(self) -> None:
        """Select the slot that the chosen role of the selected item has, or the ground's."""
        session = self.context.session
        slot = self._ui.field_of(session.design).ground
        if self._ui.slot and tools()[self._ui.tool].draws:
            slot = self._ui.slot
        elif session.selection:
            _, _, item = session.design.find_item(session.selection[0])
            slot = item.roles.get(self._ui.role, next(iter(item.roles.values()), slot))
        row = self.model.row_of(slot)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))

    def _give(self, index: QModelIndex) -> None:
        row = self.model.row(index.row())
        if row is None:
            return
        session, ui = self.context.session, self._ui
        draws = tools()[ui.tool].draws
        if draws:
            ui.set_slot(row.id)
        if session.selection:
            _, _, item = session.design.find_item(session.selection[0])
            role = ui.role if ui.role in item.roles else next(iter(item.roles), "")
            if role:
                self.edit("item.slot", lambda design: items.set_role(design, session.selection, role, row.id))
        elif ui.role == "ground":
            field = ui.field_of(session.design).id
            self.edit("cloth.ground", lambda design: cloth.set_ground(design, field, row.id))
        elif not draws:
            tr = self.context.tr
            self.context.say(tr("Select a motif first: then a swatch gives its chosen part this colour."), "note")
