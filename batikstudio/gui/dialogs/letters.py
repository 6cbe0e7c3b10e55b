"""Letters as a motif: a name, a school, a signature for the seret."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from batikstudio.gui.context import Context
from batikstudio.gui.dialogs.making import MakingDialog, form_column, measures_of, note
from batikstudio.gui.widgets.buttons import Segments, push_button
from batikstudio.gui.widgets.form import number_field
from batikstudio.gui.widgets.motif_view import MotifView
from batikstudio.motifs.letters import ALIGNMENTS, LARGEST_MM, SMALLEST_MM
from batikstudio.studio import folders

if TYPE_CHECKING:
    from batikstudio.motifs.letters import Align, Lettering, LetterStyle

LARGEST = (1000, 640)
SETTLE_MS = 120
FIRST_HEIGHT_MM, FIRST_LINE_MM = 20.0, 0.8
_TEXT_H = 92


@dataclass(frozen=True)
class _Wish:
    text: str
    font: Path | None
    height_mm: float
    style: LetterStyle
    line_mm: float
    align: Align

    def made(self) -> Lettering:
        from batikstudio.motifs.letters import default_font, letters
        from batikstudio.studio.files import read_bytes

        font = read_bytes(self.font) if self.font else default_font()
        return letters(self.text, font, self.height_mm, self.style, self.line_mm, align=self.align)


class LettersDialog(MakingDialog):
    """Writes a text in a typeface as areas of wax, as lines of the canting, or both.

    Parameters
    ----------
    context : Context
    parent : QWidget or None
    may_place : bool
    """

    def __init__(self, context: Context, parent: QWidget | None, may_place: bool) -> None:
        super().__init__(context, parent, context.tr("Letters"), LARGEST, may_place)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._draw)
        self.view = MotifView(context.tokens, context.tr("Preview of the letters"))
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.view, 1)
        body.addWidget(self._form())
        self.lay(body, self.keep_button, self.place_button)
        self.text.setFocus()
        self._draw()

    def _form(self) -> QWidget:
        tr, locale = self.context.tr, QLocale(self.context.tr.language)
        settings = self.context.preferences.settings
        self.text = QPlainTextEdit(settings.author or "Batik")
        self.text.setFixedHeight(_TEXT_H)
        self.text.setTabChangesFocus(True)
        self.text.selectAll()
        self.fonts = QComboBox()
        self.fonts.addItem(tr("Inter (comes with the program)"), None)
        self.choose_font = push_button(tr("Font file…"), self.context.icons, "folder-open")
        self.choose_font.setAutoDefault(False)
        font = QWidget()
        font.setAccessibleName(tr("Font"))
        self.fonts.setAccessibleName(tr("Font"))
        column = QVBoxLayout(font)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.fonts)
        column.addWidget(self.choose_font)
        self.height_mm = number_field(FIRST_HEIGHT_MM, SMALLEST_MM, LARGEST_MM, "mm", 1, locale)
        self.style_of = Segments(
            tr("Style"),
            [("filled", tr("Filled")), ("lines", tr("Lines")), ("framed", tr("Framed"))],
            "filled",
        )
        self.line = number_field(FIRST_LINE_MM, 0.1, 10.0, "mm", 1, locale)
        words = {"left": tr("Left"), "centre": tr("Centre"), "right": tr("Right")}
        self.align = Segments(tr("Alignment"), [(key, words[key]) for key in ALIGNMENTS], "centre")
        self.hint = note()
        self.text.textChanged.connect(self._settle.start)
        self.fonts.currentIndexChanged.connect(lambda _: self._settle.start())
        self.choose_font.clicked.connect(self._ask_font)
        self.height_mm.valueChanged.connect(lambda _: self._settle.start())
        self.line.valueChanged.connect(lambda _: self._settle.start())
        self.style_of.chosen.connect(lambda _: self._settle.start())
        self.align.chosen.connect(lambda _: self._settle.start())
        return form_column(
            (
                (tr("Text"), self.text),
                (tr("Font"), font),
                (tr("Height of a capital"), self.height_mm),
                (tr("Style"), self.style_of),
                (tr("Width of the line"), self.line),
                (tr("Alignment"), self.align),
            ),
            self.hint,
        )

    def _ask_font(self) -> None:
        tr = self.context.tr
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Font file"), str(folders.documents()), tr("Fonts") + " (*.ttf *.otf)"
        )
        if name:
            self.take_font(Path(name))

    def take_font(self, path: Path) -> None:
        """Write in somebody's font."""
        self.fonts.addItem(path.stem, path)
        self.fonts.setCurrentIndex(self.fonts.count() - 1)

    def _draw(self) -> None:
        self._settle.stop()
        style = self.style_of.current
        self.line.setEnabled(style != "filled")
        self.align.setEnabled("\n" in self.text.toPlainText().strip())
        wish = _Wish(
            self.text.toPlainText(),
            cast("Path | None", self.fonts.currentData()),
            self.height_mm.value(),
            cast("LetterStyle", style),
            self.line.value(),
            cast("Align", self.align.current),
        )
        if not wish.text.strip():
            self.stop("letters")
            self._nothing()
            self.say(self.context.tr("Write something at the right."))
            return
        self.ask("letters", lambda _progress: wish.made(), self._show, self._failed)

    def _show(self, made: Lettering) -> None:
        from batikstudio.studio.messages import missing_letters_message

        self.set_motif(made.motif)
        self.view.show_motif(made.motif, measures_of(self.context, made.motif))
        self.say("")
        self.hint.setText(missing_letters_message(made.missing, self.context.tr) if made.missing else "")

    def _failed(self, error: BaseException) -> None:
        self._nothing()
        self.refused(error)

    def _nothing(self) -> None:
        self.set_motif(None)
        self.view.show_motif(None)
        self.hint.setText("")
