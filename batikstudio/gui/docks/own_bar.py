"""What can be done with the person's own motifs: a row of buttons over the library's own family."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from batikstudio.gui.context import Context
from batikstudio.gui.theme.tokens import ICON_DOCK
from batikstudio.gui.widgets.buttons import icon_button
from batikstudio.gui.widgets.text import label
from batikstudio.studio.own import is_own

BUTTON = 28


class OwnBar(QWidget):
    """Asks the window; which motifs are meant follows the selection of the list."""

    add_asked = Signal()
    photo_asked = Signal()
    receive_asked = Signal()
    rename_asked = Signal(str)
    remove_asked = Signal(object)
    share_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        tr, icons = context.tr, context.icons
        self._chosen: tuple[str, ...] = ()

        def button(icon: str, words: str, ask: Callable[[], object]) -> QWidget:
            made = icon_button(icons, icon, words, ICON_DOCK, BUTTON)
            made.clicked.connect(lambda _checked=False: ask())
            return made

        add = button("file-plus", tr("Add SVG drawings…"), self.add_asked.emit)
        photo = button("camera", tr("From a photo…"), self.photo_asked.emit)
        receive = button("package-open", tr("Receive motifs…"), self.receive_asked.emit)
        self.rename = button("pencil", tr("Rename…"), lambda: self.rename_asked.emit(self._chosen[0]))
        self.share = button("share-2", tr("Share what is selected…"), lambda: self.share_asked.emit(self._chosen))
        self.remove = button("trash", tr("Remove…"), lambda: self.remove_asked.emit(self._chosen))
        row = QHBoxLayout()
        row.setSpacing(4)
        for made in (add, photo, receive):
            row.addWidget(made)
        row.addStretch(1)
        for made in (self.rename, self.share, self.remove):
            row.addWidget(made)
        self._empty = label(
            tr("Nothing here yet. Add SVG drawings, photographs of drawings, or motifs that somebody sent you."),
            "secondary",
            wrap=True,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row)
        box.addWidget(self._empty)

    def choose(self, motif_ids: Sequence[str], shown: int) -> None:
        """Let the buttons act on these motifs, of so many that are shown."""
        self._chosen = tuple(one for one in motif_ids if is_own(one))
        self.rename.setEnabled(len(self._chosen) == 1)
        self.share.setEnabled(bool(self._chosen))
        self.remove.setEnabled(bool(self._chosen))
        self._empty.setVisible(not shown)
