"""Open, save, save as, new, recover: files and the questions about them. The window only shows what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from batikstudio.base.errors import BatikError
from batikstudio.base.progress import Progress
from batikstudio.design.document import Design
from batikstudio.design.edits.about import set_author
from batikstudio.gui.context import Context
from batikstudio.studio import folders
from batikstudio.studio.autosave import Autosave, discard
from batikstudio.studio.jobs import Job
from batikstudio.studio.messages import message

if TYPE_CHECKING:
    from batikstudio.studio.autosave import Recovered

SUFFIX = ".batik"


class Documents(QObject):
    """Does the work of the file menu; saving is a job, and only a file that was read back counts as saved."""

    opened = Signal()
    saved = Signal(object)

    def __init__(self, window: QWidget, context: Callable[[], Context], autosaves: Path) -> None:
        super().__init__()
        self._window, self._context = window, context
        self._root = autosaves
        self._autosave = Autosave(autosaves)
        self._recovered: Path | None = None
        self._keeping: Job | None = None
        self._opened_designs = 0
        self._clock = QTimer(self)
        self._clock.setInterval(context().preferences.settings.autosave_s * 1000)
        self._clock.timeout.connect(self.keep)
        self._clock.start()

    # open

    def open_template(self, template_id: str) -> None:
        """Begin a new design; the person's name stands in it."""
        from batikstudio.design.templates import USUAL_HAND, from_template

        design = set_author(from_template(template_id, hand=USUAL_HAND), self._context().preferences.settings.author)
        self._take(design, None)

    def open_asked(self) -> None:
        """Ask for a file and open it."""
        context = self._context()
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            context.tr("Open design"),
            context.preferences.settings.folder or str(folders.documents()),
            context.tr("Batik Studio designs") + f" (*{SUFFIX})",
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> bool:
        """Open a file; a refusal is said, and what is open stays open."""
        from batikstudio.project import load

        context = self._context()
        try:
            loaded = load(path)
        except BatikError as error:
            context.say(message(error, context.tr), "bad")
            return False
        context.preferences.used(path)
        self._take(loaded.design, path)
        return True

    def recover(self, one: Recovered) -> None:
        """Open recovered work: it has no path until it is saved, so that nothing is overwritten by mistake."""
        self._begin_anew()
        self._recovered = one.folder
        self._context().session.replace(one.design, None, unsaved=True)
        self.opened.emit()

    def _take(self, design: Design, path: Path | None) -> None:
        self._begin_anew()
        self._context().session.replace(design, path)
        self.opened.emit()

    def _begin_anew(self) -> None:
        """Leave the design that was open: what it needed is saved, or was given up by the person."""
        self._autosave.end(all_saved=True)
        self._autosave = Autosave(self._root)
        self._recovered = None
        self._opened_designs += 1

    # save

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save to the design's file, or ask for one."""
        path = self._context().session.path
        if path is None:
            self.save_as(then)
        else:
            self._write(path, then)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        """Ask for a file and save to it."""
        context = self._context()
        folder = Path(context.preferences.settings.folder or folders.documents())
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            context.tr("Save design"),
            str(context.session.path or folder / f"{_file_name(context.session.title)}{SUFFIX}"),
            context.tr("Batik Studio designs") + f" (*{SUFFIX})",
        )
        if name:
            path = Path(name)
            self._write(path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX), then)

    def _write(self, path: Path, then: Callable[[], None] | None) -> None:
        context = self._context()
        design, opened = context.session.design, self._opened_designs

        def work(_progress: Progress) -> None:
            from batikstudio.studio.files import save

            save(design, path)

        def done(_result: None) -> None:
            if opened != self._opened_designs:  # another design was opened meanwhile: its file is its own
                return
            context.session.was_saved(design, path)
            context.preferences.used(path)
            if context.session.is_saved:
                self._autosave.end(all_saved=True)
            if self._recovered is not None:  # it lies in a file of its own now
                discard(self._recovered)
                self._recovered = None
            context.log.write("saved", path=path)
            context.say(context.tr("Saved: {name}").format(name=path.name), "ok")
            self.saved.emit(path)
            if then is not None:
                then()

        context.jobs.submit("save", work, done, self._failed)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, BatikError):
            raise error
        context = self._context()
        context.say(message(error, context.tr), "bad")

    # autosave

    def keep(self) -> None:
        """Keep unsaved work in the user's data folder."""
        context = self._context()
        session = context.session
        if session.is_saved or (self._keeping is not None and not self._keeping.is_over):
            return
        design, revision, path, keeper = session.design, session.revision, session.path, self._autosave

        def work(_progress: Progress) -> bool:
            from batikstudio.studio.thumbnails import preview_png

            return keeper.keep(design, preview_png(design), revision, path)

        def done(kept: bool) -> None:
            context.log.write("kept", kept=kept)

        self._keeping = context.jobs.submit("autosave", work, done, self._failed)

    def end(self, all_saved: bool) -> None:
        """End well: what is saved or given up needs no autosave."""
        self._clock.stop()
        self._autosave.end(all_saved)


def _file_name(title: str) -> str:
    """Return a title as a file's name."""
    kept = "".join(one if one.isalnum() or one in " -_" else " " for one in title).strip()
    return " ".join(kept.split())[:60] or "desain"
