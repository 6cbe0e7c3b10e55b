"""Dress the application: style, palette, stylesheet, typeface."""

from __future__ import annotations

from PySide6.QtCore import QDir, Qt, QTemporaryDir
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QStyleFactory

from batikstudio.gui.theme import tokens as values
from batikstudio.gui.theme.icons import Icons, tinted
from batikstudio.gui.theme.style import palette, stylesheet
from batikstudio.gui.theme.tokens import DARK, LIGHT, Tokens

_SHEET_ICONS = (("chevron-down", "text_2"), ("check", "on_accent"))


class Theme:
    """The look of the program; ``apply`` changes it while it runs."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._folder = QTemporaryDir()  # a stylesheet takes its pictures from files only
        QDir.setSearchPaths("theme", [self._folder.path()])
        application.setStyle(QStyleFactory.create("Fusion"))
        application.setFont(_typeface())
        self.tokens: Tokens = LIGHT
        self.icons = Icons(LIGHT)

    def apply(self, choice: str) -> None:
        """Take the palette ``"light"``, ``"dark"`` or ``"system"``."""
        self.tokens = self._chosen(choice)
        self.icons = Icons(self.tokens)
        for name, token in _SHEET_ICONS:
            self._write(f"{name}.svg", tinted(name, getattr(self.tokens, token)).data())
        self._application.setPalette(palette(self.tokens))
        self._application.setStyleSheet("")
        self._application.setStyleSheet(stylesheet(self.tokens))

    def _write(self, name: str, data: bytes | bytearray | memoryview) -> None:
        from pathlib import Path

        Path(self._folder.filePath(name)).write_bytes(bytes(data))

    def _chosen(self, choice: str) -> Tokens:
        if choice == "system":
            dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if choice == "dark" else LIGHT


def _typeface() -> QFont:
    """Return Inter from its package, with figures of equal width."""
    from pathlib import Path

    import fontpkg_inter

    family = "Noto Sans"
    for file in sorted(Path(fontpkg_inter.__file__).parent.glob("files/Inter?opsz*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        family = families[0] if families else family
    font = QFont(family)
    font.setPixelSize(values.BASE)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font
