"""Undo and redo: the values before and after each edit, without any knowledge of what the edit did."""

from __future__ import annotations

from dataclasses import dataclass

from batikstudio.design.document import Design

MOST_STEPS = 500


@dataclass(frozen=True)
class Entry:
    """One step of the history.

    Attributes
    ----------
    label : str
        The id of the action; people see its title.
    before, after : Design
    merge_key : str
        Steps of one gesture carry the same key and become one step; empty never merges.
    """

    label: str
    before: Design
    after: Design
    merge_key: str = ""


class History:
    """The steps from the first design to the present one, and where in them we are."""

    def __init__(self, design: Design, most_steps: int = MOST_STEPS) -> None:
        self._start = design
        self._entries: list[Entry] = []
        self._position = 0
        self._saved: Design | None = design
        self._most_steps = most_steps
        self._open_key = ""

    @property
    def design(self) -> Design:
        """The present design."""
        return self._entries[self._position - 1].after if self._position else self._start

    @property
    def position(self) -> int:
        """How many steps lie behind the present design."""
        return self._position

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of all steps, done and undone."""
        return tuple(entry.label for entry in self._entries)

    @property
    def undo_label(self) -> str | None:
        """The label of the step that undo takes back."""
        return self._entries[self._position - 1].label if self._position else None

    @property
    def redo_label(self) -> str | None:
        """The label of the step that redo brings back."""
        return self._entries[self._position].label if self._position < len(self._entries) else None

    @property
    def is_saved(self) -> bool:
        """Whether the present design is the one that was saved last."""
        return self.design is self._saved

    def mark_saved(self, design: Design | None) -> None:
        """Say which design lies in the file now: the one that was written, not necessarily the present one, or none."""
        self._saved = design

    def commit(self, label: str, new: Design, merge_key: str = "") -> bool:
        """Take ``new`` as the present design.

        A step that changes nothing is not recorded; steps with the same non-empty ``merge_key`` in a row become one,
        and vanish if they end where they began. Returns whether the present design is another one now.
        """
        old = self.design
        if new is old or new == old:
            return False
        del self._entries[self._position :]
        last = self._entries[-1] if self._entries else None
        if last and merge_key and last.merge_key == merge_key and self._open_key == merge_key:
            self._entries.pop()
            if new != last.before:
                self._entries.append(Entry(last.label, last.before, new, merge_key))
        else:
            self._entries.append(Entry(label, old, new, merge_key))
        self._open_key = merge_key
        if len(self._entries) > self._most_steps:
            self._start = self._entries[0].after
            del self._entries[0]
        self._position = len(self._entries)
        return True

    def undo(self) -> bool:
        """Go back one step; False at the start."""
        self._open_key = ""
        if not self._position:
            return False
        self._position -= 1
        return True

    def redo(self) -> bool:
        """Go forward one step; False at the end."""
        self._open_key = ""
        if self._position == len(self._entries):
            return False
        self._position += 1
        return True

    def go_to(self, position: int) -> bool:
        """Go to the design after ``position`` steps, 0 to the number of steps."""
        self._open_key = ""
        position = min(max(position, 0), len(self._entries))
        moved = position != self._position
        self._position = position
        return moved
