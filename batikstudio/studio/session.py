"""The session: the one door through which a design changes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from batikstudio.design.document import Design
from batikstudio.design.history import History
from batikstudio.studio.signal import Signal


class Session:
    """One open design with its history, its file and what is selected in it.

    Attributes
    ----------
    changed : Signal
        Emitted with (old, new) whenever the present design is another one.
    selected : Signal
        Emitted with the ids of the selected items.
    replaced : Signal
        Emitted when another design was opened: history and selection are new.
    saved : Signal
        Emitted when the file, or whether the design is saved, has changed.
    """

    def __init__(self, design: Design, path: Path | None = None) -> None:
        self._history = History(design)
        self._path = path
        self._selection: tuple[str, ...] = ()
        self._revision = 0
        self.changed: Signal[Design, Design] = Signal()
        self.selected: Signal[tuple[str, ...]] = Signal()
        self.replaced: Signal[()] = Signal()
        self.saved: Signal[()] = Signal()

    @property
    def design(self) -> Design:
        """The present design."""
        return self._history.design

    @property
    def path(self) -> Path | None:
        """The file of the design; None until it is saved."""
        return self._path

    @property
    def is_saved(self) -> bool:
        """Whether the file holds the present design."""
        return self._history.is_saved

    @property
    def revision(self) -> int:
        """Rises with every change; tells newer work from older whatever the clock says."""
        return self._revision

    @property
    def title(self) -> str:
        """The design's title, else its file's name."""
        return self.design.title or (self._path.stem if self._path else "")

    @property
    def selection(self) -> tuple[str, ...]:
        """The ids of the selected items, all of them in the present design."""
        return self._selection

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of all steps, done and undone."""
        return self._history.labels

    @property
    def position(self) -> int:
        """How many steps of the history are done."""
        return self._history.position

    @property
    def undo_label(self) -> str | None:
        """The label of the step that undo takes back."""
        return self._history.undo_label

    @property
    def redo_label(self) -> str | None:
        """The label of the step that redo brings back."""
        return self._history.redo_label

    def do(self, label: str, new: Design, merge_key: str = "") -> bool:
        """Take a new design; returns whether anything changed.

        Parameters
        ----------
        label : str
            What was done, as an id of an action or a message.
        new : Design
        merge_key : str
            One gesture carries one key of its own, and becomes one step.
        """
        old = self.design
        return self._tell(old, self._history.commit(label, new, merge_key))

    def undo(self) -> bool:
        """Take the last step back."""
        old = self.design
        return self._tell(old, self._history.undo())

    def redo(self) -> bool:
        """Bring the last undone step back."""
        old = self.design
        return self._tell(old, self._history.redo())

    def go_to(self, position: int) -> bool:
        """Go to a place in the history."""
        old = self.design
        return self._tell(old, self._history.go_to(position))

    def select(self, item_ids: Iterable[str]) -> None:
        """Select items; ids that the design does not have are left out."""
        chosen = self._known(item_ids)
        if chosen != self._selection:
            self._selection = chosen
            self.selected.emit(chosen)

    def _known(self, item_ids: Iterable[str]) -> tuple[str, ...]:
        known = {item.id for field in self.design.fields for item in field.items()}
        return tuple(item_id for item_id in dict.fromkeys(item_ids) if item_id in known)

    def replace(self, design: Design, path: Path | None, *, unsaved: bool = False) -> None:
        """Open another design; one that was recovered has no path and is ``unsaved``."""
        self._history = History(design)
        if unsaved:
            self._history.mark_saved(None)
        self._path = path
        self._revision += 1
        self._selection = ()
        self.replaced.emit()
        self.selected.emit(())
        self.saved.emit()

    def save(self, path: Path, preview_png: bytes) -> None:
        """Save the present design; raises `BatikError` as `project.save`, and then nothing has changed."""
        from batikstudio.project import save

        design = self.design
        save(design, path, preview_png)
        self.was_saved(design, path)

    def was_saved(self, design: Design, path: Path) -> None:
        """Take note that a file holds ``design``: an edit made since then is still unsaved."""
        self._path = path
        self._history.mark_saved(design)
        self.saved.emit()

    def _tell(self, old: Design, moved: bool) -> bool:
        if not moved:
            return False
        self._revision += 1
        before, self._selection = self._selection, self._known(self._selection)
        self.changed.emit(old, self.design)
        self.saved.emit()
        if self._selection != before:
            self.selected.emit(self._selection)
        return True
