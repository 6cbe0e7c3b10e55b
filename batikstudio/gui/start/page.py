"""The page that stands in the window's middle while no design is open."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from batikstudio.design.templates import Template, templates
from batikstudio.gui.context import Context
from batikstudio.gui.guard import guard
from batikstudio.gui.start import recent
from batikstudio.gui.start.card import PICTURE_RATIO, Card
from batikstudio.gui.start.recent import RecentFile, look_at
from batikstudio.gui.start.recovery import RecoveryNotice
from batikstudio.gui.start.shelf import Errands, Shelf, image_of
from batikstudio.gui.start.side import StartSide
from batikstudio.gui.widgets.flow import ColumnsLayout
from batikstudio.gui.widgets.text import label
from batikstudio.studio.settings import Settings

if TYPE_CHECKING:
    from batikstudio.studio.autosave import Recovered

NARROWEST, MOST, GAP = 216, 5, 16
PICTURE_PX = 560
"""Pictures of templates are this wide, so that they are sharp on a screen of twice the density, too."""
SUFFIX = ".batik"


class StartPage(QWidget):
    """New from a template, recent files, recovered work, the person's name, language and light.

    Parameters
    ----------
    context : Context
    settings : Settings
        What is remembered of the person; changes are only told, by the signals.
    shelf : Shelf
        What outlives the page.
    """

    template_chosen = Signal(str)
    file_chosen = Signal(object)
    recovered_chosen = Signal(object)
    open_asked = Signal()
    author_changed = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, context: Context, settings: Settings, shelf: Shelf) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(context.tr("Start"))
        self.setAcceptDrops(True)
        self._context, self._shelf = context, shelf
        self._errands = Errands(context.jobs)
        self.template_cards: dict[str, Card] = {}
        self.recent_cards: dict[Path, Card] = {}
        self.notices: list[RecoveryNotice] = []
        self.side = StartSide(context, settings)
        for name in ("open_asked", "author_changed", "language_chosen", "theme_chosen"):
            getattr(self.side, name).connect(getattr(self, name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self._content(), 1)
        self._is_begun = False
        self.show_recent(settings.recent)

    def release(self) -> None:
        """Stop what is being drawn for this page: it is going to be replaced or hidden."""
        self._errands.stop()

    def _content(self) -> QWidget:
        tr = self._context.tr
        held = QWidget()
        box = QVBoxLayout(held)
        box.setContentsMargins(32, 24, 32, 32)
        box.setSpacing(12)
        self._recovered = QVBoxLayout()
        self._recovered.setSpacing(8)
        box.addLayout(self._recovered)
        box.addWidget(label(tr("New cloth from a template"), "section"))
        box.addWidget(self._templates())
        self._recent = QWidget()
        self._recent_box = QVBoxLayout(self._recent)
        self._recent_box.setContentsMargins(0, 12, 0, 0)
        self._recent_box.setSpacing(12)
        self._recent_box.addWidget(label(tr("Opened recently"), "section"))
        self._recent_cards = QWidget()
        box.addWidget(self._recent)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(held)
        return scroll

    def _templates(self) -> QWidget:
        tr = self._context.tr
        held = QWidget()
        columns = ColumnsLayout(held, NARROWEST, MOST, GAP)
        for template in templates().values():
            name, about = tr.words(template.name), tr.words(template.about)
            card = Card(name, about, self._context.icons, framed=True)
            card.setToolTip(about)
            card.show_about(about, self._size(template))
            card.clicked.connect(partial(self.template_chosen.emit, template.id))
            columns.addWidget(card)
            self.template_cards[template.id] = card
        return held

    def _size(self, template: Template) -> str:
        cloth = template.table.get("cloth")
        return recent.cloth_size((cloth["length_mm"], cloth["width_mm"]), self._context.tr) if cloth else ""

    def show_recent(self, files: Sequence[str]) -> None:
        """Show the recent files, the newest first; each is looked at once the page is seen."""
        paths = [Path(one) for one in files]
        self._recent.setVisible(bool(paths))
        if list(self.recent_cards) == paths:
            return
        self._recent_cards.deleteLater()
        self._recent_cards = held = QWidget()
        columns = ColumnsLayout(held, NARROWEST, MOST, GAP)
        self.recent_cards.clear()
        for path, name in zip(paths, recent.names(paths), strict=True):
            card = Card(name, "", self._context.icons, framed=False)
            card.setToolTip(str(path))
            card.clicked.connect(partial(self.file_chosen.emit, path))
            columns.addWidget(card)
            self.recent_cards[path] = card
        self._recent_box.addWidget(held)

    @guard
    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look and draw once the page is seen: it may be made and never shown."""
        super().showEvent(event)
        self.show_recent(self._context.preferences.settings.recent)
        if not self._is_begun:
            self._is_begun = True
            self._look_for_work()
            self._draw_templates()
        for path, card in self.recent_cards.items():
            # A file may have changed since it was looked at: it is looked at again.
            self._errands.send(partial(look_at, path), partial(self._show_recent, card))

    def _look_for_work(self) -> None:
        if self._shelf.recovered is None:
            from batikstudio.studio.autosave import found

            self._errands.send(partial(found, self._shelf.autosaves), self._take_recovered)
        else:
            self._show_recovered()

    def _draw_templates(self) -> None:
        for template_id, card in self.template_cards.items():
            self._fill(f"template {template_id}", partial(_picture, template_id), partial(_show_image, card))

    def _fill(self, key: str, make: Callable[[], object], show: Callable[[object], None]) -> None:
        """Show what was made before, or have it made and keep it."""
        found = self._shelf.found
        if key in found:
            show(found[key])
            return

        def keep(made: object) -> None:
            found[key] = made
            show(made)

        self._errands.send(make, keep)

    def _show_recent(self, card: Card, found: object) -> None:
        file = cast("RecentFile", found)
        if self.recent_cards.get(file.path) is not card:
            return  # the list has changed while the worker looked
        trouble = {"there": "", "missing": "file-x", "unreadable": "file-exclamation-point"}[file.state]
        card.show_about(recent.describe(file, self._context.tr, datetime.datetime.now()), trouble=trouble)
        if file.preview is not None:
            card.show_image(file.preview)

    def _take_recovered(self, found: object) -> None:
        self._shelf.recovered = cast("tuple[Recovered, ...]", found)
        self._show_recovered()

    def _show_recovered(self) -> None:
        now = datetime.datetime.now()
        for one in self._shelf.recovered or ():
            notice = RecoveryNotice(one, self._context, now)
            notice.opened.connect(partial(self._open_recovered, one))
            notice.postponed.connect(partial(self._settle, notice, one))
            notice.deleted.connect(partial(self._delete, notice, one))
            self._recovered.addWidget(notice)
            self.notices.append(notice)
        self._space()

    def _open_recovered(self, one: Recovered) -> None:
        self._shelf.settle(one)
        self.recovered_chosen.emit(one)

    def _settle(self, notice: RecoveryNotice, one: Recovered) -> None:
        self._shelf.settle(one)
        self.notices.remove(notice)
        self._recovered.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
        self._space()

    def _space(self) -> None:
        """Keep the notices apart from what follows, while there are any."""
        self._recovered.setContentsMargins(0, 0, 0, 12 if self.notices else 0)

    def _delete(self, notice: RecoveryNotice, one: Recovered) -> None:
        from batikstudio.studio.autosave import discard

        tr = self._context.tr
        try:
            discard(one.folder)
        except OSError as error:
            reason = error.strerror or str(error)
            said = tr("The unsaved work could not be deleted: {reason}. Nothing else was changed.")
            self._context.say(said.format(reason=reason), "bad")
            return
        self._settle(notice, one)

    @guard
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one design that is dragged here."""
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    @guard
    def dropEvent(self, event: QDropEvent) -> None:
        """Open the design that was dropped."""
        path = _dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.file_chosen.emit(path)


def _dropped(data: QMimeData) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == SUFFIX else None


def _picture(template_id: str) -> QImage:
    """Return a template as dyed cloth; runs in a worker."""
    from batikstudio.design.templates import from_template
    from batikstudio.studio.thumbnails import design_thumbnail

    design = from_template(template_id)
    width_mm = min(max(design.fields[0].repeat.width_mm * 1.5, 160.0), 320.0)
    return image_of(design_thumbnail(design, PICTURE_PX, round(PICTURE_PX * PICTURE_RATIO), width_mm))


def _show_image(card: Card, image: object) -> None:
    card.show_image(cast("QImage", image))
