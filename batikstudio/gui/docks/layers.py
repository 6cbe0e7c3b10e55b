"""The layers: the order of drawing, what is seen and what is locked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QListView, QStyleOptionViewItem, QVBoxLayout

from batikstudio.design.document import Design, Layer
from batikstudio.design.edits import layers
from batikstudio.gui.context import Context
from batikstudio.gui.docks.panel import Panel
from batikstudio.gui.guard import guard
from batikstudio.gui.theme.icons import pixmap
from batikstudio.gui.theme.tokens import ICON_DOCK, ROW_H
from batikstudio.gui.ui_state import UiState
from batikstudio.gui.widgets.buttons import icon_button, spacer
from batikstudio.gui.widgets.rows import Index, RowDelegate
from batikstudio.studio.i18n import Translator

LAYER = Qt.ItemDataRole.UserRole
MIME = "application/x-batik-layer"
_NONE = QModelIndex()
_EYE_X, _LOCK_X, _WORDS_X = 12, 36, 62


class LayerModel(QAbstractListModel):
    """Reflects the layers of the field that is worked on, the topmost first."""

    moved = Signal(int, int)
    renamed = Signal(str, str)

    def __init__(self, tr: Translator) -> None:
        super().__init__()
        self._tr = tr
        self._layers: Sequence[Layer] = ()

    def show(self, found: Sequence[Layer]) -> None:
        """Show the layers, given from the bottom up."""
        self.beginResetModel()
        self._layers = tuple(reversed(found))
        self.endResetModel()

    def layer(self, row: int) -> Layer | None:
        """Return a layer, or None."""
        return self._layers[row] if 0 <= row < len(self._layers) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        """Return how many layers there are."""
        return 0 if parent.isValid() else len(self._layers)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let rows be dragged, dropped between, and renamed."""
        base = super().flags(index)
        if not index.isValid():
            return base | Qt.ItemFlag.ItemIsDropEnabled
        return base | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name and the layer."""
        layer = self.layer(index.row())
        if layer is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return layer.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(layer)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._keys()
        return layer if role == LAYER else None

    def _keys(self) -> str:
        tr = self._tr
        return tr("Space shows or hides it, Shift+Space locks or unlocks it, F2 renames it.")

    def _spoken(self, layer: Layer) -> str:
        tr = self._tr
        seen = tr("shown") if layer.visible else tr("hidden")
        return f"{layer.name}, {seen}, {tr('locked')}" if layer.locked else f"{layer.name}, {seen}"

    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Ask for another name; the row follows when the design does."""
        layer = self.layer(index.row())
        if layer is None or role != Qt.ItemDataRole.EditRole or not str(value).strip():
            return False
        self.renamed.emit(layer.id, str(value).strip())
        return True

    def mimeTypes(self) -> list[str]:
        """Return the kind of what is dragged."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the row that is dragged."""
        data = QMimeData()
        data.setData(MIME, str(indexes[0].row()).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that rows are moved."""
        return Qt.DropAction.MoveAction

    def dropMimeData(
        self,
        data: QMimeData,
        _action: Qt.DropAction,
        row: int,
        _column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Ask for another order; answer False so that the view removes nothing by itself."""
        if data.hasFormat(MIME):
            target = row if row >= 0 else (parent.row() if parent.isValid() else self.rowCount())
            self.moved.emit(int(bytes(data.data(MIME).data())), target)
        return False


class LayerDelegate(RowDelegate):
    """Draws an eye, a lock, the name and how much lies in the layer."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.icons, ROW_H)
        self._tr = context.tr

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a layer."""
        layer: Layer = index.data(LAYER)
        rect = QRectF(option.rect)
        painter.save()
        selected = self.ground(painter, option)
        ratio = painter.device().devicePixelRatioF()
        for x, name in (
            (_EYE_X, "eye" if layer.visible else "eye-off"),
            (_LOCK_X, "lock" if layer.locked else "lock-open"),
        ):
            colour = self.tokens.text if name in ("eye", "lock") else self.tokens.text_2
            painter.drawPixmap(int(rect.x()) + x, int(rect.y()) + 8, pixmap(name, colour, ICON_DOCK, ratio))
        count = self._tr.plural("{n} motif", "{n} motifs", len(layer.items)).format(n=len(layer.items))
        right = QRectF(rect.right() - 84, rect.y(), 72, rect.height())
        self.words(painter, right, count, size=12, colour=self.tokens.text_2, right=True)
        place = QRectF(rect.x() + _WORDS_X, rect.y(), right.x() - rect.x() - _WORDS_X, rect.height())
        weight = QFont.Weight.DemiBold if selected else QFont.Weight.Normal
        colour = self.tokens.text if layer.visible else self.tokens.text_2
        self.words(painter, place, layer.name, weight=weight, colour=colour)
        painter.restore()


class LayerView(QListView):
    """A list in which the eye and the lock are clicked on, or taken by Space and Shift+Space."""

    eye = Signal(int)
    lock = Signal(int)

    @guard
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click on the eye or the lock; the rest is the list's."""
        index = self.indexAt(event.position().toPoint())
        x = event.position().x()
        if index.isValid() and _EYE_X - 6 <= x < _LOCK_X - 4:
            self.eye.emit(index.row())
        elif index.isValid() and _LOCK_X - 4 <= x < _WORDS_X - 4:
            self.lock.emit(index.row())
        else:
            super().mousePressEvent(event)

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space shows or hides the layer in focus, Shift+Space locks or unlocks it."""
        row = self.currentIndex().row()
        if event.key() != Qt.Key.Key_Space or row < 0:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.lock.emit(row)
        else:
            self.eye.emit(row)


class LayersPanel(Panel):
    """Reflects the layers and asks for changes."""

    def __init__(self, context: Context, ui: UiState) -> None:
        super().__init__(context)
        self._ui = ui
        tr = context.tr
        self.model = LayerModel(tr)
        self.view = LayerView()
        self.view.setAccessibleName(tr("Layers"))
        self.view.setModel(self.model)
        self._delegate = LayerDelegate(context)
        self.view.setItemDelegate(self._delegate)
        self.view.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.view.setEditTriggers(QListView.EditTrigger.DoubleClicked | QListView.EditTrigger.EditKeyPressed)
        self.view.setMouseTracking(True)
        self.view.eye.connect(self._toggle_eye)
        self.view.lock.connect(self._toggle_lock)
        self.model.moved.connect(self._move)
        self.model.renamed.connect(
            lambda key, name: self.edit("layer.rename", lambda one: layers.rename(one, key, name))
        )
        add = icon_button(context.icons, "plus", tr("New layer"), ICON_DOCK, 28)
        add.clicked.connect(self._add)
        remove = icon_button(context.icons, "trash", tr("Delete layer"), ICON_DOCK, 28)
        remove.clicked.connect(self._remove)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 4)
        row.addWidget(spacer())
        row.addWidget(add)
        row.addWidget(remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.view, 1)
        box.addLayout(row)
        self.follow(context.session.changed, self._changed)
        self.follow(context.session.replaced, self.refresh)
        ui.field_changed.connect(self.refresh)
        self.refresh()

    def sizeHint(self) -> QSize:
        """Return the height of four layers."""
        return QSize(280, 4 * ROW_H + 36)

    def _changed(self, old: Design, new: Design) -> None:
        if old.fields is not new.fields:
            self.refresh()

    def refresh(self) -> None:
        """Show the layers of the present design."""
        current = self.view.currentIndex().row()
        self.model.show(self._ui.field_of(self.context.session.design).layers)
        self.view.setCurrentIndex(self.model.index(min(max(current, 0), self.model.rowCount() - 1)))

    def _toggle_eye(self, row: int) -> None:
        layer = self.model.layer(row)
        if layer is not None:
            self.edit("layer.visible", lambda one: layers.set_visible(one, layer.id, not layer.visible))

    def _toggle_lock(self, row: int) -> None:
        layer = self.model.layer(row)
        if layer is not None:
            self.edit("layer.locked", lambda one: layers.set_locked(one, layer.id, not layer.locked))

    def _move(self, row: int, target: int) -> None:
        layer = self.model.layer(row)
        if layer is None:
            return
        below = target - 1 if target > row else target
        index = self.model.rowCount() - 1 - below
        self.edit("layer.order", lambda one: layers.reorder(one, layer.id, index))

    def _add(self) -> None:
        field = self._ui.field_of(self.context.session.design)
        name = self.context.tr("Layer {n}").format(n=len(field.layers) + 1)
        self.edit("layer.add", lambda one: layers.add(one, field.id, name)[0])

    def _remove(self) -> None:
        layer = self.model.layer(self.view.currentIndex().row())
        if layer is not None:
            self.edit("layer.remove", lambda one: layers.remove(one, layer.id))
