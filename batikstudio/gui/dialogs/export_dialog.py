"""The export dialog: what is written, in exact numbers, where to, and the receipt of what was written."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Value
from batikstudio.base.progress import Progress
from batikstudio.export.base import Format, formats
from batikstudio.gui.context import Context
from batikstudio.gui.dialogs.export_bar import ExportBar
from batikstudio.gui.dialogs.export_facts import Fact, facts, file_name, file_size
from batikstudio.gui.dialogs.export_form import WIDTH, ExportForm
from batikstudio.gui.dialogs.export_formats import FormatList
from batikstudio.gui.dialogs.export_preview import ExportPreview, Tile, tile_of
from batikstudio.gui.dialogs.export_receipt import ReceiptBand
from batikstudio.gui.dialogs.export_run import ExportRun
from batikstudio.gui.start.recent import cloth_size
from batikstudio.gui.theme.icons import pixmap
from batikstudio.gui.theme.tokens import ICON_DOCK
from batikstudio.gui.widgets.text import ElidedLabel, label, rule
from batikstudio.studio import folders
from batikstudio.studio.exporting import parameters_of, source_of
from batikstudio.studio.jobs import Job
from batikstudio.studio.messages import message

if TYPE_CHECKING:
    from batikstudio.export.base import BandSource
    from batikstudio.export.write import Receipt

FIRST = "tiff"
SETTLE_MS = 400
"""How long the settings stand still before the size of the file is estimated, which takes some rendering."""
LARGEST = (1120, 720)


class ExportDialog(QDialog):
    """Writes the design that is open when the dialog is made; the window behind it waits.

    Parameters
    ----------
    context : Context
    parent : QWidget or None
    """

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context = context
        self._design = context.session.design
        self._settings: dict[str, dict[str, Value]] = {}
        self._format: Format | None = None
        self._source: BandSource | None = None
        self._jobs: dict[str, Job] = {}
        tr = context.tr
        self.setWindowTitle(tr("Export"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.run = ExportRun(context.jobs, self)
        self.list = FormatList(context, formats().values())
        self.preview = ExportPreview(context.tokens, tr("Preview of the cloth"))
        folder = Path(context.preferences.settings.folder or folders.documents())
        self.form = ExportForm(context, folder, file_name(context.session.title, tr("design")))
        self.band = QVBoxLayout()
        self.bar = ExportBar(context)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._estimate)
        self._lay()
        self._wire()
        self._begin()

    def _lay(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._head())
        box.addWidget(rule())
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFixedWidth(WIDTH)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.form)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.list)
        body.addWidget(self.preview, 1)
        body.addWidget(scroll)
        box.addLayout(body, 1)
        box.addWidget(rule())
        box.addLayout(self.band)
        box.addWidget(self.bar)
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.size()
        width, height = (min(most, have - 48) for most, have in zip(LARGEST, room.toTuple(), strict=True))
        self.resize(max(width, 880), max(height, 600))

    def _head(self) -> QHBoxLayout:
        tr, cloth = self._context.tr, self._design.cloth
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(12)
        row.addWidget(label(tr("Export"), "section"))
        size = cloth_size((cloth.length_mm, cloth.width_mm), tr)
        row.addWidget(ElidedLabel(f"{self._context.session.title} · {size}", "secondary"), 1)
        return row

    def _wire(self) -> None:
        self.list.chosen.connect(self._choose)
        self.form.changed.connect(self._set)
        self.form.destination_changed.connect(self._show_ready)
        self.bar.export_button.clicked.connect(self._start)
        self.bar.stop_button.clicked.connect(self._stop)
        self.bar.close_button.clicked.connect(self.reject)
        self.run.progressed.connect(self._progressed)
        self.run.finished.connect(self._finished)
        self.run.stopped.connect(self._stopped)
        self.run.failed.connect(self._failed)
        self.finished.connect(self._let_go)

    def _begin(self) -> None:
        ids = list(formats())
        self.list.setCurrentRow(ids.index(FIRST) if FIRST in ids else 0)
        self._ask("preview", partial(tile_of, self._design), lambda tile: self.preview.show_tile(cast("Tile", tile)))

    # what is going to be written

    @property
    def settings(self) -> dict[str, Value]:
        """The settings of the format that is chosen, complete."""
        return self._settings[self._format.id] if self._format is not None else {}

    def _choose(self, format_id: str) -> None:
        self._format = formats()[format_id]
        parameters = parameters_of(format_id)
        first = {one.key: one.default for one in parameters}
        # What was set of the cloth goes along to another format; it has the same keys there.
        kept = {key: value for values in self._settings.values() for key, value in values.items() if key in first}
        self._settings.setdefault(format_id, first | kept)
        self.form.show_format(self._format, parameters, self.settings)
        self._measure()

    def _set(self, key: str, value: object) -> None:
        self.settings[key] = cast("Value", value)
        self._measure()

    def _measure(self) -> None:
        """Have the exact facts computed; until they are there nothing can be written."""
        self._source = None
        self._show_ready()
        design, settings = self._design, dict(self.settings)
        self._ask("facts", lambda _progress: source_of(design, settings), self._measured)

    def _measured(self, source: object) -> None:
        self._source = found = cast("BandSource", source)
        tr = self._context.tr
        width_mm, height_mm = found.size_mm
        self.preview.show_size(width_mm, height_mm, *(_centimetres(mm, self._context) for mm in found.size_mm))
        self._show_band(None)
        self.form.show_facts([*facts(found, tr), (tr("File"), "…")])
        self._show_ready()
        self._settle.start()

    def _estimate(self) -> None:
        source, chosen, settings = self._source, self._format, dict(self.settings)
        if source is None or chosen is None or self.run.is_running:
            return
        keys = {one.key for one in chosen.parameters}
        mine = {key: value for key, value in settings.items() if key in keys}

        def show(size: object) -> None:
            if self._source is source:
                found: list[Fact] = [*facts(source, self._context.tr)]
                found.append((self._context.tr("File"), file_size(cast("int", size), self._context.tr)))
                self.form.show_facts(found)

        self._ask("size", lambda _progress: chosen.expected_bytes(source, mine), show)

    def _ask(self, lane: str, work: Callable[[Progress], object], done: Callable[[object], None]) -> None:
        self._jobs[lane] = self._context.jobs.submit(f"export.{lane}", work, done, self._failed)

    # writing

    def _start(self) -> None:
        path = self.form.path
        if path is None or self._source is None or self._format is None or self.run.is_running:
            return
        self._settle.stop()
        if "size" in self._jobs:
            self._jobs["size"].cancel()
        self._show_band(None)
        self._lock(True)
        self.bar.show_begun(path.name)
        self.run.start(self._design, self._format.id, path, dict(self.settings))

    def _stop(self) -> None:
        self.run.stop()
        self.bar.show_stopping()

    def _progressed(self, share: float, elapsed_s: float) -> None:
        if not self.run.is_stopping:
            self.bar.show_progress(share, elapsed_s)

    def _finished(self, receipt: Receipt) -> None:
        context, path = self._context, Path(receipt.path)
        self._ended()
        self._show_band(ReceiptBand(context, receipt))
        context.preferences.change(folder=str(path.absolute().parent))
        context.log.write("exported", path=path, sha256=receipt.sha256)
        context.say(context.tr("Exported: {name}").format(name=path.name), "ok")
        self.bar.close_button.setFocus()

    def _stopped(self) -> None:
        self._ended()
        self._context.log.write("export stopped")
        self.bar.note.setText(self._context.tr("Cancelled. No file was written; an older one is unchanged."))
        self.bar.export_button.setFocus()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, BatikError):
            sys.excepthook(type(error), error, error.__traceback__)
            error = BatikError(type(error).__name__)
        self._ended()
        self._show_band(_trouble(message(error, self._context.tr), self._context))

    def _ended(self) -> None:
        self._lock(False)
        self.form.refresh_destination()

    def _lock(self, locked: bool) -> None:
        self.list.setEnabled(not locked)
        self.form.set_locked(locked)

    # states

    def _show_ready(self) -> None:
        if self.run.is_running:
            return
        path = self.form.path
        possible = path is not None and self._source is not None
        self.bar.show_ready(replaces=path is not None and path.exists(), possible=possible)

    def _show_band(self, widget: QWidget | None) -> None:
        """Show the receipt, or what went wrong, or nothing, above the lower edge."""
        while self.band.count():
            item = self.band.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        if widget is not None:
            self.band.addWidget(widget)
            self.band.addWidget(rule())

    def reject(self) -> None:
        """Escape and the cross stop the writing first; once nothing is written they close."""
        if self.run.is_running:
            self._stop()
        else:
            super().reject()

    def _let_go(self) -> None:
        self._settle.stop()
        for job in self._jobs.values():
            job.cancel()


def _centimetres(length_mm: float, context: Context) -> str:
    tr = context.tr
    whole = abs(length_mm / 10 - round(length_mm / 10)) < 0.05
    return tr("{length} cm").format(length=tr.number(length_mm / 10, 0 if whole else 1))


def _trouble(words: str, context: Context) -> QWidget:
    """Return one sentence about what went wrong, with its sign."""
    held = QWidget()
    held.setAccessibleName(words)
    row = QHBoxLayout(held)
    row.setContentsMargins(24, 12, 24, 12)
    row.setSpacing(8)
    sign = label("")
    sign.setPixmap(pixmap("circle-alert", context.tokens.bad, ICON_DOCK, held.devicePixelRatioF()))
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words, "bad", wrap=True), 1)
    return held
