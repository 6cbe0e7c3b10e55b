"""The library: motifs as dyed cloth, searched in both languages, with what is known of the one in focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from batikstudio.base.progress import Progress
from batikstudio.gui.context import Context
from batikstudio.gui.docks.own_bar import OwnBar
from batikstudio.gui.docks.panel import Panel
from batikstudio.gui.theme.icons import pixmap
from batikstudio.gui.theme.tokens import CAPTION, COMPACT_H, ICON_FIELD, TALL_PX
from batikstudio.gui.theme.weights import MEDIUM, caption, weighted
from batikstudio.gui.ui_state import MOTIF_MIME, UiState
from batikstudio.gui.widgets.buttons import Chips, push_button
from batikstudio.gui.widgets.pictures import pixmap_of
from batikstudio.gui.widgets.rows import Index, RowDelegate
from batikstudio.gui.widgets.text import ElidedLabel, label
from batikstudio.motifs.catalogue import catalogue
from batikstudio.motifs.motif import About
from batikstudio.motifs.svg.importing import OWN_FAMILY
from batikstudio.studio.own import is_own

THUMB = QSize(112, 74)
CELL = QSize(120, 118)
FAMILIES_H = 3 * COMPACT_H + 4 * 8
"""Three rows of families, and a sight of the fourth."""
ABOUT = Qt.ItemDataRole.UserRole
PICTURE = Qt.ItemDataRole.UserRole + 1
_NONE = QModelIndex()


class MotifModel(QAbstractListModel):
    """The motifs that the search leaves."""

    picture_missed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._tr = context.tr
        self._entries: tuple[About, ...] = ()
        self.pictures: dict[str, QPixmap] = {}

    def show(self, entries: tuple[About, ...]) -> None:
        """Show other motifs."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def picture_came(self, motif: str, picture: QPixmap) -> None:
        """Show a thumbnail that is done."""
        self.pictures[motif] = picture
        row = self.row_of(motif)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, motif: str) -> int:
        """Return where a motif stands, or -1."""
        return next((row for row, one in enumerate(self._entries) if one.id == motif), -1)

    def about(self, row: int) -> About | None:
        """Return what is known of the motif in a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        """Return how many motifs are shown."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name, the picture, what is known."""
        one = self.about(index.row())
        if one is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._tr.words(one.name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self._tr.words(one.name)} · {self._tr.words(one.region)}\n{self._tr.words(one.meaning)}"
        if role == ABOUT:
            return one
        if role == PICTURE:
            if one.id not in self.pictures:
                self.picture_missed.emit()
            return self.pictures.get(one.id)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let motifs be dragged to the cloth."""
        base = super().flags(index)
        return base | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else base

    def mimeTypes(self) -> list[str]:
        """Return the kind of what is dragged."""
        return [MOTIF_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the id of the motif that is dragged."""
        data = QMimeData()
        about = self.about(indexes[0].row())
        if about is not None:
            data.setData(MOTIF_MIME, about.id.encode())
        return data


class MotifDelegate(RowDelegate):
    """Draws a thumbnail with name and region."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.icons, CELL.height())
        self._tr = context.tr

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the size of a cell."""
        return CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a motif."""
        about: About = index.data(ABOUT)
        rect, state = QRectF(option.rect), option.state
        frame = QRectF(rect.x() + 4, rect.y() + 4, THUMB.width(), THUMB.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture = index.data(PICTURE)
        if picture is not None and not picture.isNull():
            painter.drawPixmap(frame.toRect(), picture)
        else:
            painter.fillRect(frame, QColor(self.tokens.hover))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.tokens.line_strong), 1))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self.tokens.accent_text), 2))
            painter.drawRoundedRect(frame.adjusted(-2, -2, 2, 2), 5, 5)
        if about.larangan is not None:
            self._badge(painter, frame)
        name = QRectF(rect.x() + 4, frame.bottom() + 4, THUMB.width(), 17)
        weight = QFont.Weight.DemiBold if selected else QFont.Weight.Medium
        self.words(painter, name, self._tr.words(about.name), size=12, weight=weight)
        self.words(painter, name.translated(0, 16), self._tr.words(about.region), size=11, colour=self.tokens.text_2)
        painter.restore()

    def _badge(self, painter: QPainter, frame: QRectF) -> None:
        """Draw the badge of a pattern that was reserved for the court."""
        tr = self._tr
        words = tr("Court motif")
        wide = QFontMetricsF(weighted(caption(painter.font()), MEDIUM)).horizontalAdvance(words) + ICON_FIELD + 12
        spot = QRectF(frame.x() + 4, frame.y() + 4, wide, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.tokens.soga_ground))
        painter.drawRoundedRect(spot, 3, 3)
        sign = pixmap("info", self.tokens.soga_text, ICON_FIELD, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPoint(int(spot.x()) + 3, int(spot.y()) + 2), sign)
        place = spot.adjusted(ICON_FIELD + 6, 0, 0, 0)
        self.words(painter, place, words, size=CAPTION, weight=QFont.Weight.Medium, colour=self.tokens.soga_text)


class LibraryPanel(Panel):
    """Choose a motif; Enter or a double click takes it in hand."""

    placing = Signal()

    def __init__(self, context: Context, ui: UiState) -> None:
        super().__init__(context)
        self._ui = ui
        tr = context.tr
        self._search = QLineEdit()
        self._search.setPlaceholderText(tr("Motif, meaning, region…"))
        self._search.setAccessibleName(tr("Find motif"))
        self._search.setClearButtonEnabled(True)
        self._search.addAction(
            QIcon(pixmap("search", context.tokens.text_2, ICON_FIELD)), QLineEdit.ActionPosition.LeadingPosition
        )
        self._search.textChanged.connect(lambda _: self._filter())
        self._search.returnPressed.connect(self._take_found)
        families = dict.fromkeys(one.family for one in catalogue().entries() if one.family != OWN_FAMILY)
        options = [("", tr("All")), (OWN_FAMILY, tr("My own"))]
        options += [(family, family.capitalize()) for family in families]
        self._families = Chips(tr("Families of motifs"), options, "")
        self._families.chosen.connect(lambda _: self._filter())
        self.model = MotifModel(context)
        self.list = QListView()
        self.list.setAccessibleName(tr("Motifs"))
        self.list.setModel(self.model)
        self.model.picture_missed.connect(self._draw_soon)
        self._delegate = MotifDelegate(context)
        self.list.setItemDelegate(self._delegate)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setDragEnabled(True)
        self.list.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(0)
        self.list.selectionModel().currentChanged.connect(lambda index, _: self._choose(index))
        self.list.activated.connect(lambda _: self.placing.emit())
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._tell_own())
        self.own = OwnBar(context)
        self._card = MotifCard(context)
        self._card.place.clicked.connect(self.placing.emit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        top.setSpacing(8)
        top.addWidget(self._search)
        top.addWidget(self._family_rows())
        top.addWidget(self.own)
        box.addLayout(top)
        rows = QHBoxLayout()
        rows.setContentsMargins(8, 0, 2, 0)
        rows.addWidget(self.list)
        box.addLayout(rows, 1)
        box.addWidget(self._card)
        self._filter()
        self._begun = False
        self._under_way = ""

    def _family_rows(self) -> QWidget:
        """Return the families: all of them where the screen is tall, else a few rows that can be scrolled."""
        if self.screen().availableGeometry().height() >= TALL_PX:
            return self._families
        scroll = QScrollArea()
        scroll.setObjectName("panel")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFixedHeight(FAMILIES_H)
        scroll.setWidget(self._families)
        return scroll

    def inherit(self, thumbnails: dict[str, QPixmap]) -> None:
        """Take over thumbnails that are drawn already."""
        self.model.pictures.update(thumbnails)

    def release(self) -> None:
        """Let go of the session, and of the thumbnails that are still to come."""
        super().release()
        self.context.jobs.cancel("library")

    def draw_thumbnails(self) -> None:
        """Draw what is in sight from now on: the canvas has its first picture."""
        self._begun = True
        self._draw_next()

    def _draw_soon(self) -> None:
        """Draw a thumbnail that was missed while painting, once that is over."""
        if self._begun and not self._under_way:
            QTimer.singleShot(0, self, self._draw_next)

    def _draw_next(self) -> None:
        """Make the first thumbnail in sight that is missing, then the next: what nobody looks at costs nothing."""
        motif = self._missing_in_sight()
        if self._under_way or motif is None:
            return
        self._under_way = motif
        ratio = self.devicePixelRatioF()

        def work(_progress: Progress) -> object:
            from batikstudio.studio.thumbnails import motif_thumbnail

            return motif_thumbnail(motif, round(THUMB.width() * ratio), round(THUMB.height() * ratio))

        def done(pixels: object) -> None:
            came(pixmap_of(pixels, ratio))  # type: ignore[arg-type]

        def came(picture: QPixmap) -> None:
            self._under_way = ""
            self.model.picture_came(motif, picture)
            self._draw_next()

        self.context.jobs.submit("library", work, done, lambda _error: came(QPixmap()))

    def _missing_in_sight(self) -> str | None:
        """Return the first motif in sight without a thumbnail."""
        sight = self.list.viewport().rect()
        for row in range(self.model.rowCount()):
            about = self.model.about(row)
            if about is None or about.id in self.model.pictures:
                continue
            if self.list.visualRect(self.model.index(row)).intersects(sight):
                return about.id
        return None

    @property
    def is_drawn(self) -> bool:
        """Whether every motif in sight has its thumbnail."""
        return not self._under_way and self._missing_in_sight() is None

    def _filter(self) -> None:
        found = catalogue().search(self._search.text()) if self._search.text().strip() else catalogue().entries()
        family = self._families.current
        self.model.show(tuple(one for one in found if _is_of(one, family)))
        self.own.setVisible(family == OWN_FAMILY)
        self._card.setVisible(family != OWN_FAMILY or self.model.rowCount() > 0)
        row = max(self.model.row_of(self._ui.motif), 0)
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row))
        else:
            self._card.show_motif(None)
        self._tell_own()

    def _tell_own(self) -> None:
        chosen = [self.model.about(index.row()) for index in self.list.selectionModel().selectedIndexes()]
        self.own.choose([one.id for one in chosen if one is not None], self.model.rowCount())

    def refresh(self, motif_ids: Sequence[str]) -> None:
        """Show the catalogue as it is now; ``motif_ids`` are new or were changed: the own family shows them."""
        known = set(catalogue().ids)
        if self._under_way in motif_ids:  # drawn as it was before
            self.context.jobs.cancel("library")
            self._under_way = ""
        for motif_id in list(self.model.pictures):
            if motif_id in motif_ids or motif_id not in known:
                del self.model.pictures[motif_id]
        if motif_ids:
            self._search.clear()
            self._families.choose(OWN_FAMILY)
            self._ui.set_motif(motif_ids[0])
        self._filter()

    def _take_found(self) -> None:
        if self.model.rowCount():
            self.placing.emit()

    def _choose(self, index: QModelIndex) -> None:
        about = self.model.about(index.row())
        if about is not None:
            self._ui.set_motif(about.id)
            self._card.show_motif(about)


def _is_of(about: About, family: str) -> bool:
    """Whether a motif belongs to a family: an own one to its own, whatever it was made of, and to that."""
    return not family or about.family == family or (family == OWN_FAMILY and is_own(about.id))


class MotifCard(QFrame):
    """What is known of a motif, with its source, and the note of a court pattern."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("panel")
        tr = context.tr
        self._name = label("", "title")
        self._repeat = label("", "caption")
        self._meaning = label("", "secondary", wrap=True)
        self._note = QFrame()
        self._note.setObjectName("notice")
        row = QHBoxLayout(self._note)
        row.setContentsMargins(8, 6, 8, 6)
        icon = QLabel()
        icon.setPixmap(pixmap("info", context.tokens.soga_text, 16))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self._tall = self.screen().availableGeometry().height() >= TALL_PX
        self._note_text = label("", "note", wrap=True) if self._tall else ElidedLabel("", "note")
        row.addWidget(self._note_text, 1)
        self.place = push_button(tr("Place on the cloth"), context.icons, "stamp")
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._repeat)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 12)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self._meaning)
        box.addWidget(self._note)
        box.addWidget(self.place)

    def show_motif(self, about: About | None) -> None:
        """Show a motif, or that nothing was found."""
        tr = self._context.tr
        self.place.setEnabled(about is not None)
        if about is None:
            self._name.setText(tr("Nothing found"))
            self._meaning.show()
            self._meaning.setText(tr("Try another word, or another family."))
            self._repeat.hide()
            self._note.hide()
            return
        self._name.setText(tr.words(about.name))
        self._meaning.setText(tr.words(about.meaning) + (" " + tr("(uncertain)") if about.uncertain else ""))
        self._meaning.setVisible(bool(self._meaning.text()))
        self._meaning.setToolTip(tr("Source: {source}").format(source=about.source))
        custom = catalogue().motif(about.id).repeat
        size = f"{tr.number(custom.width_mm / 10, 1)} × {tr.number(custom.height_mm / 10, 1)} cm"
        self._repeat.setText(f"{size} · {custom.group}" if custom.group else size)
        self._repeat.show()
        self._note.setVisible(about.larangan is not None)
        if about.larangan is not None:
            words = tr.words(about.larangan)
            self._note_text.setText(words if self._tall else tr("Court pattern (larangan)"))
            self._note.setToolTip(tr.words(about.larangan))
            self._note_text.setToolTip(tr.words(about.larangan))
