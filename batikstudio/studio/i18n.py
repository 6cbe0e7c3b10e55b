"""Two languages: gettext for the program's own sentences, `Words` for what travels with data."""

from __future__ import annotations

import gettext
from importlib.resources import as_file, files

from batikstudio.base.words import Language, Words

LANGUAGES: dict[Language, str] = {"id": "Indonesia", "en": "English"}
DOMAIN = "batikstudio"


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for a string that is marked here and translated elsewhere
    """Mark a string of a table for translation."""
    return text


class Translator:
    """Turns the source's English strings into a language.

    Parameters
    ----------
    language : str
        ``"id"`` or ``"en"``.
    """

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._catalogue = _catalogue(language)

    def __call__(self, text: str) -> str:
        """Translate a string."""
        return self._catalogue.gettext(text) if text else ""  # gettext answers the empty one with its own header

    def plural(self, one: str, many: str, n: int) -> str:
        """Translate a string that counts; Indonesian has one form."""
        return self._catalogue.ngettext(one, many, n)

    def context(self, context: str, text: str) -> str | None:
        """Translate a string of another program's, such as Qt's, under its context; None if there is none."""
        found = self._catalogue.pgettext(context, text)
        return None if found == text else found

    def words(self, words: Words) -> str:
        """Choose the language of a name."""
        return words[self.language]

    def number(self, value: float, digits: int = 1) -> str:
        """Write a number as the language does: decimal comma and thousands' point in Indonesian."""
        text = f"{value:,}" if isinstance(value, int) and not digits else f"{value:,.{digits}f}"
        if self.language == "id":
            text = text.translate(str.maketrans(",.", ".,"))
        return text


def _catalogue(language: Language) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    source = files("batikstudio.studio") / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not source.is_file():
        return gettext.NullTranslations()
    with as_file(source) as path, path.open("rb") as file:
        return gettext.GNUTranslations(file)
