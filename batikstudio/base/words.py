"""Names that travel with data: the same text in both languages of the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["id", "en"]


@dataclass(frozen=True)
class Words:
    """A name or a meaning in Indonesian and in English. Craft words stay Indonesian in both."""

    id: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.id if language == "id" else self.en

    def as_dict(self) -> dict[str, str]:
        """Return ``{"id": …, "en": …}``, the form of every listing."""
        return {"id": self.id, "en": self.en}
