"""The drawing sheets of a class: printed with names, and photographs of them read all in one go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from batikstudio.base.errors import BatikError
from batikstudio.base.progress import Progress
from batikstudio.gui.context import Context
from batikstudio.gui.dialogs.making import form_column, measures_of, note
from batikstudio.gui.dialogs.work_dialog import WorkDialog
from batikstudio.gui.widgets.buttons import Tabs, push_button
from batikstudio.gui.widgets.pictures import pixmap_of
from batikstudio.gui.widgets.text import label
from batikstudio.studio import folders
from batikstudio.studio.messages import message
from batikstudio.studio.photos import PICTURE_SUFFIXES, Squared

if TYPE_CHECKING:
    from batikstudio.motifs.tracing.sheet import ClassList
    from batikstudio.studio.sheets import SheetRead

LARGEST = (1000, 680)
PAPERS = ("A4", "F4", "A3")
THUMB = QSize(72, 72)
STEPS = 1000
HEAD_H = 28


class ClassSheetsDialog(WorkDialog):
    """Two pages: print the sheets, read the photographs. ``kept`` tells the ids of motifs put into the library.

    Parameters
    ----------
    context : Context
    parent : QWidget or None
    """

    kept = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(context, parent, context.tr("Class sheets"), LARGEST)
        tr = context.tr
        self.printing, self.reading = PrintPage(self), ReadPage(self)
        pages = QStackedWidget()
        pages.addWidget(self.printing)
        pages.addWidget(self.reading)
        tabs = Tabs(
            tr("Class sheets"),
            [("print", tr("1 · Print the sheets")), ("read", tr("2 · Read the photographs"))],
            "print",
        )
        tabs.chosen.connect(lambda key: self._turn_to(pages, key))
        self.make = push_button(tr("Make the PDF…"), context.icons, "printer", primary=True, main=True)
        self.keep = push_button(tr("Keep all in the library"), context.icons, "library", primary=True, main=True)
        self.write = push_button(tr("Write to a folder…"), context.icons, "folder-open", main=True)
        self.make.clicked.connect(self.printing.ask_path)
        self.keep.clicked.connect(self.reading.keep_all)
        self.write.clicked.connect(self.reading.ask_folder)
        held = QFrame()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(tabs)
        row.addStretch(1)
        self.lay(pages, self.write, self.keep, self.make, beside=held)
        self._turn_to(pages, "print")
        self.printing.names.setFocus()

    def _turn_to(self, pages: QStackedWidget, key: str) -> None:
        pages.setCurrentWidget(self.printing if key == "print" else self.reading)
        self.make.setVisible(key == "print")
        self.keep.setVisible(key == "read")
        self.write.setVisible(key == "read")
        self.say("")
        self.allow()

    def allow(self) -> None:
        """Let the buttons follow what there is."""
        self.make.setEnabled(self.printing.count > 0)
        some = any(one.motif is not None for one in self.reading.found)
        self.keep.setEnabled(some)
        self.write.setEnabled(some)

    @property
    def folder(self) -> str:
        """Where file dialogs begin."""
        return self.context.preferences.settings.folder or str(folders.documents())


class PrintPage(QWidget):
    """Names, the exercise, the paper."""

    def __init__(self, dialog: ClassSheetsDialog) -> None:
        super().__init__()
        self._dialog = dialog
        tr = dialog.context.tr
        self.names = QPlainTextEdit()
        self.names.setAccessibleName(tr("Names, one on each line"))
        self.names.setPlaceholderText(tr("One name on each line"))
        self.names.setTabChangesFocus(True)
        self.names.textChanged.connect(self._counted)
        self._count = label("", "secondary")
        choose = push_button(tr("Names from a file…"), dialog.context.icons, "folder-open")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._ask_names)
        below = QHBoxLayout()
        below.addWidget(self._count, 1)
        below.addWidget(choose)
        left = QVBoxLayout()
        left.setContentsMargins(24, 16, 16, 16)
        left.setSpacing(8)
        left.addWidget(label(tr("Names, one on each line"), "title"))
        left.addWidget(self.names, 1)
        left.addLayout(below)
        self.exercise = QLineEdit(tr("Draw your own isen"))
        self.exercise.setMaxLength(60)
        self.paper = QComboBox()
        for one in PAPERS:
            self.paper.addItem(one, one)
        how = note(
            tr(
                "Each sheet carries a name and a number. Print at 100 %, let everybody draw inside the frame, "
                "then photograph each sheet with its four corner marks. The list beside the PDF tells the names again: "
                "keep it."
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(form_column(((tr("Exercise"), self.exercise), (tr("Paper"), self.paper)), how))
        self._show_count()

    @property
    def count(self) -> int:
        """How many names there are."""
        return len(self._names())

    def _names(self) -> list[str]:
        return [line.strip() for line in self.names.toPlainText().splitlines() if line.strip()]

    def _counted(self) -> None:
        self._show_count()
        self._dialog.allow()

    def _show_count(self) -> None:
        tr, count = self._dialog.context.tr, self.count
        self._count.setText(tr.plural("{count} sheet", "{count} sheets", count).format(count=tr.number(count, 0)))

    def _ask_names(self) -> None:
        tr = self._dialog.context.tr
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Names from a file"), self._dialog.folder, tr("Text") + " (*.txt *.csv)"
        )
        if name:
            self._dialog.attempt(lambda: self.take_names(Path(name)))

    def take_names(self, path: Path) -> None:
        """Take the names of a text file; raises `BatikError` as `read_bytes`."""
        from batikstudio.studio.files import read_bytes
        from batikstudio.studio.sheets import names_in

        self.names.setPlainText("\n".join(names_in(read_bytes(path))))

    def ask_path(self) -> None:
        """Ask where to, and make the PDF."""
        tr = self._dialog.context.tr
        first = str(Path(self._dialog.folder) / f"{tr('sheets')}.pdf")
        name, _ = QFileDialog.getSaveFileName(self, tr("Make the PDF"), first, "PDF (*.pdf)")
        if name:
            path = Path(name)
            self.make(path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf"))

    def make(self, path: Path) -> None:
        """Make the PDF and the list beside it."""
        dialog = self._dialog
        tr, names, exercise = dialog.context.tr, self._names(), self.exercise.text().strip()
        paper = str(self.paper.currentData())
        dialog.say(tr("Writing {name}").format(name=path.name))

        def work(_progress: Progress) -> ClassList:
            from batikstudio.studio.sheets import print_sheets

            return print_sheets(names, exercise, paper, tr.language, path)

        def done(found: ClassList) -> None:
            from batikstudio.studio.sheets import list_beside

            beside, count = list_beside(path), len(found.sheets)
            dialog.reading.show_list(found)
            words = tr.plural(
                "{count} sheet in {name}; its list is {list}.", "{count} sheets in {name}; their list is {list}.", count
            )
            dialog.say(words.format(count=tr.number(count, 0), name=path.name, list=beside.name), "ok")

        dialog.ask("print", work, done)


class ReadPage(QWidget):
    """The list of the class, the photographs, and what came of each."""

    def __init__(self, dialog: ClassSheetsDialog) -> None:
        super().__init__()
        self._dialog = dialog
        tr, icons = dialog.context.tr, dialog.context.icons
        self._list: ClassList | None = None
        self.found: list[SheetRead] = []
        self._list_words = label(tr("No list: sheets are known by their number only."), "secondary")
        lists = push_button(tr("List of the class…"), icons, "list")
        self.photos = push_button(tr("Photographs…"), icons, "camera", primary=True)
        for button, deed in ((lists, self._ask_list), (self.photos, self._ask_photos)):
            button.setAutoDefault(False)
            button.clicked.connect(deed)
        self.progress = QProgressBar()
        self.progress.setRange(0, STEPS)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress of reading"))
        self.progress.hide()
        self.table = QTableWidget(0, 4)
        self.table.setAccessibleName(tr("What came of each photograph"))
        self.table.setHorizontalHeaderLabels([tr("Drawing"), tr("Photograph"), tr("Name"), tr("Result")])
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(THUMB.height() + 8)
        self.table.setIconSize(THUMB)
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        head.setFixedHeight(HEAD_H)
        for column, width in enumerate((88, 200, 200)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.table.setColumnWidth(column, width)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(lists)
        top.addWidget(self._list_words, 1)
        top.addWidget(self.photos)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(8)
        box.addLayout(top)
        box.addWidget(self.progress)
        box.addWidget(self.table, 1)

    def _ask_list(self) -> None:
        tr = self._dialog.context.tr
        name, _ = QFileDialog.getOpenFileName(
            self, tr("List of the class"), self._dialog.folder, tr("Lists of classes") + " (*.json)"
        )
        if name:
            self._dialog.attempt(lambda: self.take_list(Path(name)))

    def take_list(self, path: Path) -> None:
        """Take the list that tells names from numbers; raises `BatikError` as `read_class_list`."""
        from batikstudio.motifs.tracing.sheet import read_class_list
        from batikstudio.studio.files import read_bytes

        self.show_list(read_class_list(read_bytes(path)))

    def show_list(self, found: ClassList) -> None:
        """Take the list of a class that was printed just now."""
        self._list = found
        tr = self._dialog.context.tr
        words = tr.plural("{exercise} · {count} name", "{exercise} · {count} names", len(found.sheets))
        self._list_words.setText(words.format(exercise=found.exercise, count=tr.number(len(found.sheets), 0)))

    def _ask_photos(self) -> None:
        tr = self._dialog.context.tr
        kinds = " ".join(f"*{suffix}" for suffix in PICTURE_SUFFIXES)
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("Photographs"), self._dialog.folder, tr("Pictures") + f" ({kinds})"
        )
        if names:
            self.read([Path(name) for name in names])

    def read(self, paths: Sequence[Path]) -> None:
        """Read photographs one after the other; each is shown as soon as it is read."""
        dialog = self._dialog
        self.found = []
        self.table.setRowCount(len(paths))
        for row, path in enumerate(paths):
            self._fill(row, (path.name, "", dialog.context.tr("waiting…")), QIcon())
        self.progress.setValue(0)
        self.progress.show()
        self.photos.setEnabled(False)
        dialog.allow()
        self._read_next(list(paths))

    def _read_next(self, paths: list[Path]) -> None:
        dialog, row = self._dialog, len(self.found)
        self.progress.setValue(round(STEPS * row / len(paths)))
        if row >= len(paths):
            self._all_read()
            return
        path, lists = paths[row], [self._list] if self._list is not None else []

        def work(_progress: Progress) -> SheetRead:
            from batikstudio.studio.sheets import read_sheets

            return next(read_sheets([path], lists))

        def done(one: SheetRead) -> None:
            self.found.append(one)
            self._show(row, one)
            self._read_next(paths)

        dialog.ask("read", work, done)

    def _all_read(self) -> None:
        dialog = self._dialog
        tr, good = dialog.context.tr, sum(one.motif is not None for one in self.found)
        self.progress.hide()
        self.table.scrollToTop()
        self.photos.setEnabled(True)
        dialog.allow()
        words = tr("{good} of {all} photographs gave a motif.")
        dialog.say(
            words.format(good=tr.number(good, 0), all=tr.number(len(self.found), 0)),
            "ok" if good == len(self.found) else "note",
        )

    def _show(self, row: int, one: SheetRead) -> None:
        tr = self._dialog.context.tr
        name = one.name or ("" if one.sheet_id is None else tr("Sheet {number}").format(number=one.sheet_id))
        if one.error is not None or one.motif is None:
            told = message(cast("BatikError", one.error), tr)
        else:
            told = measures_of(self._dialog.context, one.motif)
        icon = QIcon() if one.drawing is None else QIcon(_small(one.drawing))
        self._fill(row, (one.path.name, name, told), icon)
        self.table.scrollTo(self.table.model().index(row, 1))

    def _fill(self, row: int, words: tuple[str, str, str], icon: QIcon) -> None:
        self.table.setItem(row, 0, QTableWidgetItem(icon, ""))
        for column, text in enumerate(words, 1):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.table.setItem(row, column, item)

    # what becomes of them

    def keep_all(self) -> None:
        """Put every motif into the library, under the name of who drew it."""
        motifs = [one.motif for one in self.found if one.motif is not None]
        dialog = self._dialog

        def work(_progress: Progress) -> list[str]:
            from batikstudio.studio.own import keep

            return [keep(motif, motif.about.name.id) for motif in motifs]

        def done(ids: list[str]) -> None:
            tr = dialog.context.tr
            words = tr.plural(
                "{count} motif is in your library now.", "{count} motifs are in your library now.", len(ids)
            )
            dialog.context.say(words.format(count=tr.number(len(ids), 0)), "ok")
            dialog.kept.emit(tuple(ids))
            dialog.accept()

        dialog.ask("keep", work, done)

    def ask_folder(self) -> None:
        """Ask for a folder and write a picture and a drawing of each."""
        name = QFileDialog.getExistingDirectory(self, self._dialog.context.tr("Write to a folder"), self._dialog.folder)
        if name:
            self.write(Path(name))

    def write(self, folder: Path) -> None:
        """Write a picture and a drawing of each sheet."""
        dialog, found = self._dialog, list(self.found)

        def work(_progress: Progress) -> int:
            from batikstudio.studio.sheets import unused, write_read

            taken: set[str] = set()
            return sum(len(write_read(one, folder / unused(one.file_name, taken))) for one in found)

        def done(count: int) -> None:
            tr = dialog.context.tr
            words = tr.plural("{count} file in {folder}", "{count} files in {folder}", count)
            dialog.say(words.format(count=tr.number(count, 0), folder=folder.name), "ok")

        dialog.ask("write", work, done)


def _small(drawing: Squared) -> QPixmap:
    """Return a drawing as small as a row of the table."""
    import numpy as np

    step = max(max(drawing.grey.shape) // (2 * THUMB.width()), 1)
    pixels = np.rint(np.clip(drawing.grey[::step, ::step], 0, 1) * 255).astype(np.uint8)
    return pixmap_of(np.repeat(pixels[..., None], 3, axis=2)).scaled(
        THUMB * 2, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
