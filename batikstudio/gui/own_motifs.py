"""The person's own motifs in the window: take files in, name, remove, send; and what a dropped file is taken for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from batikstudio.base.errors import BatikError
from batikstudio.base.progress import Progress
from batikstudio.gui.context import Context
from batikstudio.studio import folders
from batikstudio.studio.library import PARCEL_SUFFIX, own_library, shelve
from batikstudio.studio.messages import left_out_message, message
from batikstudio.studio.own import keep_drawing, keep_selection

T = TypeVar("T")


class OwnMotifs(QObject):
    """Does what the library's own family and the file menu ask for; reading and writing are jobs.

    ``changed`` tells the ids that are new or have changed; none where motifs were only taken away.
    """

    changed = Signal(object)

    def __init__(self, window: QWidget, context: Callable[[], Context]) -> None:
        super().__init__()
        self._window, self._context = window, context
        self._turn = threading.Lock()
        self._count = 0

    # ask for files

    def ask_svg(self) -> None:
        """Ask for drawings and take them in."""
        tr = self._context().tr
        names, _ = QFileDialog.getOpenFileNames(
            self._window, tr("Import SVG as a motif"), self._folder(), tr("SVG drawings") + " (*.svg)"
        )
        if names:
            self.add([Path(name) for name in names])

    def ask_parcel(self) -> None:
        """Ask for a file of motifs that somebody sent, and take it in."""
        tr = self._context().tr
        name, _ = QFileDialog.getOpenFileName(
            self._window, tr("Receive motifs"), self._folder(), tr("Motifs") + f" (*{PARCEL_SUFFIX})"
        )
        if name:
            self.receive(Path(name))

    def ask_share(self, motif_ids: Sequence[str]) -> None:
        """Ask for a name and write motifs as one file to send."""
        tr = self._context().tr
        first = motif_ids[0] if len(motif_ids) == 1 else tr("motifs")
        path = self._save_as(tr("Share motifs"), f"{first}{PARCEL_SUFFIX}", tr("Motifs"), PARCEL_SUFFIX)
        if path is not None:
            self.share(motif_ids, path)

    def ask_export_selection(self) -> None:
        """Ask for a name and write what is selected as an SVG."""
        context = self._context()
        tr = context.tr
        name = context.session.title or tr("selection")
        path = self._save_as(tr("Export selection as SVG"), f"{name}.svg", tr("SVG drawings"), ".svg")
        if path is not None:
            self.export_selection(path)

    def _save_as(self, title: str, name: str, kind: str, suffix: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, title, str(Path(self._folder()) / name), f"{kind} (*{suffix})"
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix == suffix else path.with_name(path.name + suffix)

    def _folder(self) -> str:
        return self._context().preferences.settings.folder or str(folders.documents())

    # do it

    def add(self, paths: Sequence[Path]) -> None:
        """Take drawings in; what is wrong with one does not stop the others."""
        context = self._context()
        author = context.preferences.settings.author

        def work(_progress: Progress) -> tuple[list[str], list[str], list[BatikError]]:
            from batikstudio.studio.files import read_bytes

            ids: list[str] = []
            notes: list[str] = []
            errors: list[BatikError] = []
            for path in paths:
                try:
                    added = keep_drawing(read_bytes(path), path.stem, author)
                except BatikError as error:
                    errors.append(error)
                else:
                    ids.append(added.id)
                    notes += left_out_message(added.left_out, context.tr)
            return ids, notes, errors

        def done(found: tuple[list[str], list[str], list[BatikError]]) -> None:
            ids, notes, errors = found
            if ids:
                self._took(ids, notes)
            for error in errors:
                context.say(message(error, context.tr), "bad")

        self._submit(work, done)

    def receive(self, path: Path) -> None:
        """Take over the motifs of a parcel."""

        def work(_progress: Progress) -> tuple[str, ...]:
            from batikstudio.studio.files import read_bytes

            ids = own_library().receive(read_bytes(path), path.name)
            shelve()
            return ids

        self._submit(work, lambda ids: self._took(ids, []))

    def share(self, motif_ids: Sequence[str], path: Path) -> None:
        """Write motifs as one file to send."""
        context = self._context()

        def work(_progress: Progress) -> None:
            from batikstudio.studio.files import write_bytes

            write_bytes(path, own_library().share(motif_ids))

        def done(_result: None) -> None:
            context.say(context.tr("Written: {name}").format(name=path.name), "ok")

        self._submit(work, done)

    def export_selection(self, path: Path) -> None:
        """Write what is selected as an SVG in mm, in the colours of the process."""
        context = self._context()
        design, selection = context.session.design, context.session.selection

        def work(_progress: Progress) -> None:
            from batikstudio.studio.drawings import selection_svg
            from batikstudio.studio.files import write_bytes

            write_bytes(path, selection_svg(design, selection))

        def done(_result: None) -> None:
            context.say(context.tr("Written: {name}").format(name=path.name), "ok")

        self._submit(work, done)

    def ask_rename(self, motif_id: str) -> None:
        """Ask for another name."""
        from batikstudio.gui.dialogs.questions import asked_name

        context = self._context()
        tr = context.tr
        try:
            now = tr.words(own_library().about(motif_id).name)
        except BatikError as error:
            self._refused(error)
            return
        name = asked_name(context, self._window, tr("Rename motif"), "", now)
        if name and name != now:
            self._do(lambda: own_library().rename(motif_id, name), (motif_id,))

    def ask_remove(self, motif_ids: Sequence[str]) -> None:
        """Ask whether to, and take motifs away."""
        from batikstudio.gui.dialogs.questions import confirmed

        context = self._context()
        tr = context.tr
        count = len(motif_ids)
        title = tr.plural("Remove {count} motif from your library?", "Remove {count} motifs from your library?", count)
        words = tr("Designs that use it keep their own copy. This cannot be undone.")
        if confirmed(context, self._window, title.format(count=count), words, tr("Remove")):

            def deed() -> None:
                library = own_library()
                for motif_id in motif_ids:
                    library.remove(motif_id)

            self._do(deed, ())

    def ask_of_selection(self) -> None:
        """Ask for a name and make a motif of what is selected."""
        from batikstudio.gui.dialogs.questions import asked_name

        context = self._context()
        tr, session = context.tr, context.session
        words = tr("What is selected is kept in your library as one motif.")
        name = asked_name(context, self._window, tr("Make a motif of the selection"), words, session.title)
        if name:
            self.make_of_selection(name)

    def make_of_selection(self, name: str) -> None:
        """Make a motif of what is selected."""
        context = self._context()
        design, selection = context.session.design, context.session.selection
        self._submit(
            lambda _progress: keep_selection(design, selection, name), lambda motif_id: self._took([motif_id], [])
        )

    def _submit(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        """Have something written: each has a lane of its own, as none may be dropped for a newer one."""
        self._count += 1

        def turn(progress: Progress) -> T:
            with self._turn:
                return work(progress)

        self._context().jobs.submit(f"own motifs {self._count}", turn, done, self._refused)

    def _do(self, deed: Callable[[], None], motif_ids: Sequence[str]) -> None:
        try:
            deed()
        except BatikError as error:
            self._refused(error)
        shelve()
        self.changed.emit(tuple(motif_ids))

    def _took(self, motif_ids: Sequence[str], notes: Sequence[str]) -> None:
        context = self._context()
        tr = context.tr
        count = len(motif_ids)
        words = tr.plural("{count} motif is in your library now.", "{count} motifs are in your library now.", count)
        context.say(" ".join((words.format(count=tr.number(count, 0)), *notes)), "note" if notes else "ok")
        self.changed.emit(tuple(motif_ids))

    def _refused(self, error: BaseException) -> None:
        if not isinstance(error, BatikError):
            raise error
        context = self._context()
        context.say(message(error, context.tr), "bad")
