"""The left side of the start page: open a file, the person's name, language and light."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from batikstudio.gui.context import Context
from batikstudio.gui.theme.icons import pixmap
from batikstudio.gui.theme.tokens import ICON
from batikstudio.gui.widgets.buttons import Segments, push_button
from batikstudio.gui.widgets.text import label
from batikstudio.studio.actions import actions
from batikstudio.studio.i18n import LANGUAGES
from batikstudio.studio.settings import Settings

WIDTH = 272
LOGO = 40


class StartSide(QFrame):
    """What belongs to the person rather than to a design."""

    open_asked = Signal()
    author_changed = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setFixedWidth(WIDTH)
        self._context, self._author = context, settings.author
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 32, 20, 20)
        box.setSpacing(8)
        box.addLayout(self._head())
        box.addSpacing(24)
        box.addWidget(self._open())
        box.addSpacing(24)
        box.addWidget(self._name())
        box.addStretch(1)
        tr = context.tr
        self.languages = Segments(tr("Language"), list(LANGUAGES.items()), settings.language)
        self.languages.chosen.connect(self.language_chosen)
        looks = [("light", tr("Light")), ("dark", tr("Dark")), ("system", tr("System"))]
        self.themes = Segments(tr("Appearance"), looks, settings.theme)
        self.themes.chosen.connect(self.theme_chosen)
        for words, choice in ((tr("Language"), self.languages), (tr("Appearance"), self.themes)):
            box.addWidget(label(words, "secondary"))
            box.addWidget(choice)
            box.addSpacing(8)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        logo = QLabel()
        logo.setPixmap(pixmap("batik-studio", self._context.tokens.text, LOGO, self.devicePixelRatioF()))
        logo.setFixedSize(LOGO, LOGO)
        row.addWidget(logo)
        row.addWidget(label("Batik Studio", "page"), 1)
        return row

    def _open(self) -> QWidget:
        tr = self._context.tr
        self.open_button = push_button(tr("Open a file…"), self._context.icons, "folder-open", main=True)
        self.open_button.setIconSize(QSize(ICON, ICON))
        self.open_button.setProperty("side", True)
        keys = actions()["file.open"].shortcut
        self.open_button.setToolTip(f"{tr('Open a file…')} ({keys})")
        self.open_button.setAccessibleName(tr("Open a file…"))
        self.open_button.clicked.connect(self.open_asked)
        row = QHBoxLayout(self.open_button)
        row.setContentsMargins(0, 0, 12, 0)
        row.addStretch(1)
        hint = label(keys, "secondary")
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(hint)
        return self.open_button

    def _name(self) -> QWidget:
        """Ask for the name while there is none; afterwards show it."""
        tr = self._context.tr
        frame = QFrame()
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        box = QVBoxLayout(frame)
        box.setSpacing(8)
        asking = not self._author
        if asking:
            frame.setObjectName("notice")
        box.setContentsMargins(*((12, 12, 12, 12) if asking else (0, 0, 0, 0)))
        title = label(tr("What is your name?") if asking else tr("Your name"), "title" if asking else "secondary")
        self.author_field = QLineEdit(self._author)
        self.author_field.setAccessibleName(tr("Your name"))
        self.author_field.setMaxLength(120)
        self.author_field.editingFinished.connect(self._tell_author)
        title.setBuddy(self.author_field)
        box.addWidget(title)
        box.addWidget(self.author_field)
        self.author_note = label(tr("It stands on every design and file that you make."), "caption", wrap=True)
        box.addWidget(self.author_note)
        return frame

    def _tell_author(self) -> None:
        author = self.author_field.text().strip()
        if author != self._author:
            self._author = author
            self.author_changed.emit(author)
