"""The main window: it makes the parts and ties them together, and does nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QToolBar,
    QWidget,
)

from batikstudio.design.document import Design
from batikstudio.gui.bars.menus import Actions
from batikstudio.gui.bars.options_bar import OptionsBar
from batikstudio.gui.bars.saved import SavedMark
from batikstudio.gui.bars.status import Status
from batikstudio.gui.bars.strip import ProcessStrip
from batikstudio.gui.bars.tools_bar import ToolsBar
from batikstudio.gui.canvas.feed import Feed
from batikstudio.gui.context import Context
from batikstudio.gui.documents import Documents
from batikstudio.gui.eventlog import EventLog
from batikstudio.gui.guard import guard
from batikstudio.gui.own_motifs import OwnMotifs
from batikstudio.gui.poster import Poster
from batikstudio.gui.preferences import Preferences
from batikstudio.gui.qt_strings import QtStrings
from batikstudio.gui.start.page import StartPage
from batikstudio.gui.start.shelf import Shelf
from batikstudio.gui.theme.theme import Theme
from batikstudio.gui.theme.tokens import LOW_PX
from batikstudio.gui.ui_state import UiState
from batikstudio.gui.workspace import CanvasArea, Docks, make_docks
from batikstudio.studio import folders
from batikstudio.studio.i18n import Translator
from batikstudio.studio.jobs import Jobs
from batikstudio.studio.own import FileKind, kind_of_file
from batikstudio.studio.session import Session
from batikstudio.studio.tools import tools

if TYPE_CHECKING:
    from batikstudio.gui.tutor.dialog import TutorDialog

STATE_VERSION = 1
SMALLEST = (960, 600)


class MainWindow(QMainWindow):
    """One window, one session. A change of language or palette builds the parts anew; no work is kept in them."""

    def __init__(self, application: QApplication, design: Design | None, preferences: Preferences) -> None:
        super().__init__()
        self._application = application
        self._poster = Poster()
        self._theme = Theme(application)
        self._theme.apply(preferences.settings.theme)
        self._translator: QtStrings | None = None
        self._is_open = design is not None
        from batikstudio.design.templates import from_template
        from batikstudio.studio.library import shelve

        shelve()
        session = Session(design or from_template("kawung"))
        self.context = Context(
            session=session,
            jobs=Jobs(self._poster.post),
            preferences=preferences,
            tr=Translator(preferences.settings.language),
            tokens=self._theme.tokens,
            icons=self._theme.icons,
            log=EventLog(),
            say=self._say,
        )
        self.ui = UiState()
        autosaves = folders.data() / "autosaves"
        self._shelf = Shelf(autosaves)
        self.documents = Documents(self, lambda: self.context, autosaves)
        self.documents.opened.connect(self._opened)
        self.own = OwnMotifs(self, lambda: self.context)
        self.own.changed.connect(self._own_changed)
        self.setAcceptDrops(True)
        self._parts: list[QWidget] = []
        self._docks: Docks | None = None
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.setMinimumSize(*SMALLEST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        session.saved.connect(self._retitle)
        session.saved.connect(lambda: self.actions_by_id.refresh())
        session.selected.connect(lambda _: self.actions_by_id.refresh())
        self.ui.view_changed.connect(self._check_states)
        self.ui.guides_changed.connect(self._check_states)
        self._behind = False  # whether the start page hides a design that may be gone back to
        self._warm = self._small_wait = False
        self._ready = False
        self._closing = False
        self._tutor_shown: TutorDialog | None = None
        self._build()

    # parts

    def _build(self) -> None:
        """Make every part in the present language and palette."""
        tr = self.context.tr
        self._translate_qt()
        self.actions_by_id = Actions(self, self.context, self._handlers(), lambda: self._is_open)
        self.actions_by_id.fill(self.menuBar())
        self.mark = SavedMark(self.context)
        self.menuBar().setCornerWidget(self.mark)
        self.options = OptionsBar(self.context, self.ui, self.actions_by_id)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.options)
        self.tools_bar = ToolsBar(self.context, self.ui)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.tools_bar)
        self.feed = Feed(self.context)
        self.feed.busy_changed.connect(self._busy)
        self.feed.arrived.connect(self._draw_small)
        self.area = CanvasArea(self.context, self.ui, self.feed, self.actions_by_id)
        self.strip = ProcessStrip(self.context, self.ui)
        self.strip.set_low(self.height() < LOW_PX)
        self._strip_bar = QToolBar(tr("Process strip"))
        self._strip_bar.setObjectName("strip")
        self._strip_bar.setMovable(False)
        self._strip_bar.addWidget(self.strip)
        self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, self._strip_bar)
        self.status = Status(self.context, self.ui)
        self.status.follow(self.area.canvas)
        self.setStatusBar(self.status)
        self._docks = make_docks(self, self.context, self.ui)
        self._wire_library()
        self.start = StartPage(self.context, self.context.preferences.settings, self._shelf)
        self._wire_start()
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.area)
        self._parts = [self.options, self.tools_bar, self._strip_bar, self.mark]
        self._letters()
        self._check_states()
        self._show_workspace()
        self._retitle()

    def _wire_library(self) -> None:
        if self._docks is None:
            return
        library = self._docks.library
        library.placing.connect(self._place)
        library.own.add_asked.connect(self.own.ask_svg)
        library.own.photo_asked.connect(lambda: self._photo())
        library.own.receive_asked.connect(self.own.ask_parcel)
        library.own.rename_asked.connect(self.own.ask_rename)
        library.own.remove_asked.connect(self.own.ask_remove)
        library.own.share_asked.connect(self.own.ask_share)

    def _wire_start(self) -> None:
        self.start.template_chosen.connect(self.documents.open_template)
        self.start.file_chosen.connect(self.documents.open)
        self.start.recovered_chosen.connect(self.documents.recover)
        self.start.open_asked.connect(self.documents.open_asked)
        self.start.author_changed.connect(lambda name: self.context.preferences.change(author=name))
        self.start.language_chosen.connect(lambda language: self.rebuild(language=language))
        self.start.theme_chosen.connect(lambda theme: self.rebuild(theme=theme))
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.start)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._back_to_work)

    def rebuild(self, **settings: str) -> None:
        """Take another language or palette at once."""
        self.context.preferences.change(**settings)
        QTimer.singleShot(0, self._rebuild)

    def _rebuild(self) -> None:
        view, feed = self.area.canvas.view, self.feed
        thumbnails = self._docks.library.model.pictures if self._docks else {}
        self._release_parts()
        chosen = self.context.preferences.settings
        self._theme.apply(chosen.theme)
        self.context = replace(
            self.context, tr=Translator(chosen.language), tokens=self._theme.tokens, icons=self._theme.icons
        )
        for action in self.actions_by_id.by_id.values():
            self.removeAction(action)
            action.deleteLater()
        self._build()
        self.area.canvas.set_view(view)
        self.feed.inherit(feed)
        if self._docks is not None:
            self._docks.library.inherit(thumbnails)
        if self._ready:
            self._fill()

    def _release_parts(self) -> None:
        if self._tutor_shown is not None:
            self._tutor_shown.close()
        self.start.release()
        self.area.release()
        self.strip.release()
        if self._docks is not None:
            self._docks.release()
        for page in (self.start, self.area):
            self._stack.removeWidget(page)
            page.deleteLater()
        for bar in self._parts:
            if isinstance(bar, QToolBar):
                self.removeToolBar(bar)
            bar.deleteLater()
        for shortcut in self._shortcuts:
            shortcut.deleteLater()

    def _translate_qt(self) -> None:
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
        self._translator = QtStrings(self.context.tr, self)
        self._application.installTranslator(self._translator)

    def _letters(self) -> None:
        """Single letters take tools, while no field is being written in."""
        self._shortcuts = []
        for tool in tools().values():
            shortcut = QShortcut(QKeySequence(tool.shortcut), self)
            shortcut.activated.connect(lambda key=tool.id: self._take(key))
            self._shortcuts.append(shortcut)

    def _take(self, tool: str) -> None:
        focused = self.focusWidget()
        if self._is_open and not isinstance(focused, QLineEdit | QComboBox | QAbstractSpinBox):
            self.ui.set_tool(tool)

    # what the window itself does

    def _handlers(self) -> dict[str, Callable[[], None]]:
        ui = self.ui
        return {
            "file.new": self._show_start,
            "file.open": self.documents.open_asked,
            "file.save": self.documents.save,
            "file.save_as": self.documents.save_as,
            "file.export": self._export,
            "file.export_svg": self.own.ask_export_selection,
            "file.photo": lambda: self._photo(),
            "file.import_svg": self.own.ask_svg,
            "file.receive": self.own.ask_parcel,
            "file.sheets": self._class_sheets,
            "motif.siblings": self._siblings,
            "motif.letters": self._letters_dialog,
            "motif.own": self.own.ask_of_selection,
            "file.quit": lambda: (self.close(), None)[1],
            "view.pola": lambda: ui.set_view("pola"),
            "view.wax": lambda: ui.set_view("wax"),
            "view.cloth": lambda: ui.set_view("cloth"),
            "view.zoom_in": lambda: self.area.canvas.zoom(1.25),
            "view.zoom_out": lambda: self.area.canvas.zoom(1 / 1.25),
            "view.fit": lambda: self.area.canvas.fit_cloth(),
            "view.fit_repeat": lambda: self.area.canvas.fit_repeat(),
            "view.actual": lambda: self.area.canvas.actual_size(),
            "view.cell": lambda: ui.set_guide("cell", not ui.guides["cell"]),
            "view.symmetry": lambda: ui.set_guide("symmetry", not ui.guides["symmetry"]),
            "view.rulers": lambda: ui.set_guide("rulers", not ui.guides["rulers"]),
            "view.guides": lambda: ui.set_guide("guides", not ui.guides["guides"]),
            "view.tutor": self._tutor,
            "process.back": lambda: self.strip.step(-1),
            "process.forward": lambda: self.strip.step(1),
            "process.play": lambda: self.strip.play(not self.strip.is_playing),
            "window.indonesian": lambda: self.rebuild(language="id"),
            "window.english": lambda: self.rebuild(language="en"),
            "window.light": lambda: self.rebuild(theme="light"),
            "window.dark": lambda: self.rebuild(theme="dark"),
            "window.system": lambda: self.rebuild(theme="system"),
            "window.reset": self._rebuild,
            "help.shortcuts": self._keys,
            "help.about": self._about,
        }

    def _check_states(self) -> None:
        chosen, check = self.context.preferences.settings, self.actions_by_id.check
        for view in ("pola", "wax", "cloth"):
            check(f"view.{view}", self.ui.view == view)
        for guide in ("cell", "symmetry", "rulers", "guides"):
            check(f"view.{guide}", self.ui.guides[guide])
        check("window.indonesian", chosen.language == "id")
        check("window.english", chosen.language == "en")
        for theme in ("light", "dark", "system"):
            check(f"window.{theme}", chosen.theme == theme)

    def _place(self) -> None:
        self.ui.set_tool("place")
        self.area.canvas.setFocus()

    def _tutor(self) -> None:
        from batikstudio.gui.tutor.dialog import TutorDialog

        if self._tutor_shown is None:
            self._tutor_shown = TutorDialog(self.context, self.ui, self)
            self._tutor_shown.finished.connect(self._tutor_closed)
            self._tutor_shown.show()
        self._tutor_shown.activateWindow()

    def _tutor_closed(self) -> None:
        self._tutor_shown = None

    def _export(self) -> None:
        from batikstudio.gui.dialogs.export_dialog import ExportDialog

        ExportDialog(self.context, self).open()

    def _siblings(self) -> None:
        from batikstudio.gui.dialogs.siblings import SiblingsDialog

        SiblingsDialog(self.context, self).open()

    def _letters_dialog(self) -> None:
        from batikstudio.gui.dialogs.letters import LettersDialog

        dialog = LettersDialog(self.context, self, self._is_open)
        dialog.kept.connect(lambda motif: self._own_changed((motif,)))
        dialog.open()

    def _photo(self, path: Path | None = None) -> None:
        from batikstudio.gui.dialogs.photo import PhotoDialog

        dialog = PhotoDialog(self.context, self, self._is_open, path)
        dialog.kept.connect(lambda motif: self._own_changed((motif,)))
        dialog.open()

    def _class_sheets(self) -> None:
        from batikstudio.gui.dialogs.class_sheets import ClassSheetsDialog

        dialog = ClassSheetsDialog(self.context, self)
        dialog.kept.connect(self._own_changed)
        dialog.open()

    def _own_changed(self, motifs: tuple[str, ...]) -> None:
        if self._docks is not None:
            self._docks.library.refresh(motifs)

    @guard
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let designs, drawings, pictures and parcels of motifs be dropped."""
        if any(kind_of_file(path) for path in _files_of(event.mimeData())):
            event.acceptProposedAction()

    @guard
    def dropEvent(self, event: QDropEvent) -> None:
        """Do with dropped files what fits each kind."""
        event.acceptProposedAction()
        self.take_files(_files_of(event.mimeData()))

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take drawings and parcels into the library, trace the first picture, open the first design."""
        by_kind: dict[FileKind, list[Path]] = {}
        for path in paths:
            kind = kind_of_file(path)
            if kind is not None:
                by_kind.setdefault(kind, []).append(path)
        if by_kind.get("drawing"):
            self.own.add(by_kind["drawing"])
        for parcel in by_kind.get("parcel", []):
            self.own.receive(parcel)
        if by_kind.get("design"):
            self._ask_to_save(lambda: (self.documents.open(by_kind["design"][0]), None)[1])
        for picture in by_kind.get("picture", [])[:1]:
            self._photo(picture)

    def _keys(self) -> None:
        from batikstudio.gui.dialogs.keys import KeysDialog

        KeysDialog(self.context, self).open()

    def _about(self) -> None:
        from batikstudio.gui.dialogs.about import AboutDialog

        AboutDialog(self.context, self).open()

    # pages

    def _opened(self) -> None:
        self._is_open = True
        self.ui.set_after(None)
        self._show_workspace()
        self._retitle()
        if self._ready:
            self._fill()

    def _show_start(self) -> None:
        """Choose a template, with what is open kept behind; Escape is the way back."""
        self._ask_to_save(self._go_to_start)

    def _go_to_start(self) -> None:
        self._behind, self._is_open = True, False
        self._show_workspace()
        self._retitle()

    def _back_to_work(self) -> None:
        if self._behind:
            self._is_open = True
            self._show_workspace()
            self._retitle()

    def _show_workspace(self) -> None:
        open_now = self._is_open
        self._stack.setCurrentWidget(self.area if open_now else self.start)
        for widget in (self.options, self.tools_bar, self._strip_bar, *(self._docks.docks if self._docks else ())):
            widget.setVisible(open_now)
        self.status.at_start(not open_now)
        self.actions_by_id.refresh()
        if open_now:
            self.area.canvas.setFocus()

    def _retitle(self) -> None:
        session = self.context.session
        self.setWindowTitle(f"{session.title}[*] – Batik Studio" if self._is_open else "Batik Studio")
        self.setWindowModified(self._is_open and not session.is_saved)
        self.mark.follow(self._is_open)

    # words and work

    def _say(self, text: str, kind: str) -> None:
        self.status.say(text, kind)
        self.context.log.write("said", text=text, kind=kind)

    @property
    def is_drawn(self) -> bool:
        """Whether the cloth, the thumbnails of the steps and the library are all drawn."""
        library = self._docks is not None and self._docks.library.is_drawn
        return self.feed.is_current and self.strip.is_drawn and library

    def _busy(self, busy: bool) -> None:
        tr = self.context.tr
        words = tr("Drawing the cloth…") if self._warm else tr("Preparing to draw…")
        self.status.set_busy(words if busy else "")

    @guard
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the strip where the window is low."""
        super().resizeEvent(event)
        self.strip.set_low(self.height() < LOW_PX)

    @guard
    def showEvent(self, event: QShowEvent) -> None:
        """Begin the heavy work once the window is up."""
        super().showEvent(event)
        if not self._ready:
            self._ready = True
            QTimer.singleShot(0, self._first_shown)

    def _first_shown(self) -> None:
        self.context.log.write("shown")
        self.status.set_busy(self.context.tr("Preparing to draw…"))
        self._fill()
        if self.context.preferences.set_aside is not None:
            name = self.context.preferences.set_aside.name
            words = self.context.tr(
                "Your settings could not be read and were set aside as {name}; nothing else is lost."
            )
            self.context.say(words.format(name=name), "note")

    def _fill(self) -> None:
        """Load or compile what draws, then ask for the pictures."""

        def work(_progress: object) -> None:
            from batikstudio.cloth.kernels import warm_up

            warm_up()

        def done(_result: None) -> None:
            self._warm = True
            self.status.set_busy("")
            self.context.log.write("warm")
            if self._is_open:
                self.feed.want(self.context.session.design, self.ui.view, self.ui.after)
                self._small_wait = True
                self._draw_small()

        self.context.jobs.submit("warm-up", work, done)

    def _draw_small(self) -> None:
        """Draw the thumbnails once the canvas has its picture: it is what the person waits for."""
        if self._small_wait and self.feed.is_current and self._docks is not None:
            self._small_wait = False
            self.strip.begin()
            self._docks.library.draw_thumbnails()

    # the end

    def _ask_to_save(self, then: Callable[[], None]) -> None:
        """Go on at once where all is saved; else ask, and go on after saving or giving up."""
        from batikstudio.gui.dialogs.ask import ask_to_save

        session = self.context.session
        if not self._is_open or session.is_saved:
            then()
            return
        answer = ask_to_save(self.context, self, session.title)
        if answer == "save":
            self.documents.save(then)
        elif answer == "discard":
            then()

    @guard
    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved work, then end the jobs."""
        if self._closing or not self._is_open or self.context.session.is_saved:
            self._end()
            event.accept()
            return
        event.ignore()
        self._ask_to_save(self._close_now)

    def _close_now(self) -> None:
        self._closing = True
        QTimer.singleShot(0, self.close)  # the answer comes within a closeEvent, in which Qt closes nothing anew

    def _end(self) -> None:
        state = bytes(self.saveGeometry().toBase64().data()).decode()
        self.context.preferences.change(window=state)
        self.documents.end(all_saved=True)
        self._release_parts()
        self.context.jobs.close()
        self.context.log.close()

    def restore(self) -> None:
        """Take the size and place that the window had."""
        state = self.context.preferences.settings.window
        if state:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(state.encode())))

    def open_path(self, path: Path) -> None:
        """Open a file that the command line named."""
        self.documents.open(path)


def _files_of(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
