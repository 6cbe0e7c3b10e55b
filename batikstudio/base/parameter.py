"""One record type for every value a person can set: of motifs, steps, layouts, tools, formats and designs."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Literal

from batikstudio.base.errors import BatikError
from batikstudio.base.words import Words

Value = bool | int | float | str | list[str]
Kind = Literal["float", "int", "bool", "text", "choice", "list"]

_TRUE = frozenset({"1", "true", "yes", "on", "ya"})
_FALSE = frozenset({"0", "false", "no", "off", "tidak"})


@dataclass(frozen=True)
class Parameter:
    """A value with its type, unit, default, range and words.

    Attributes
    ----------
    key : str
        Its name in files and on the command line.
    kind : str
        ``"float"``, ``"int"``, ``"bool"``, ``"text"``, ``"choice"`` or ``"list"`` (of choices, or of any words).
    default : value
        Of that kind.
    words : Words
        Its label.
    unit : str
        ``"mm"``, ``"°"``, … or empty.
    minimum, maximum : float or None
        Bounds of a number, inclusive.
    choices : dict of str to Words
        What a choice, or each word of a list, may be, with labels.
    """

    key: str
    kind: Kind
    default: Value
    words: Words
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    choices: dict[str, Words] = field(default_factory=dict)

    def parse(self, text: str) -> Value:
        """Read a value from the command line or a field.

        Raises
        ------
        BatikError
            ``value.not_a_number``, ``value.not_yes_or_no``, ``value.out_of_range`` or ``value.not_a_choice``.
        """
        if self.kind in ("float", "int"):
            try:
                number = float(text)
                value: Value = int(text) if self.kind == "int" else number
            except ValueError:
                raise BatikError("value.not_a_number", key=self.key, value=text) from None
            return self.check(value)
        if self.kind == "bool":
            if text.lower() in _TRUE:
                return True
            if text.lower() in _FALSE:
                return False
            raise BatikError("value.not_yes_or_no", key=self.key, value=text)
        if self.kind == "list":
            return self.check([word.strip() for word in text.split(",") if word.strip()])
        return self.check(text)

    def check(self, value: object) -> Value:
        """Return ``value`` if it is of this parameter's kind and within its range, else raise `BatikError`."""
        if self.kind == "bool":
            if isinstance(value, bool):
                return value
            raise BatikError("value.not_yes_or_no", key=self.key, value=value)
        if self.kind in ("float", "int"):
            return self._number(value)
        words = value if self.kind == "list" else [value]
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise BatikError("value.not_a_choice", key=self.key, value=value, choices=sorted(self.choices))
        for word in words:
            if self.choices and word not in self.choices:
                raise BatikError("value.not_a_choice", key=self.key, value=word, choices=sorted(self.choices))
        return list(words) if self.kind == "list" else words[0]

    def _number(self, value: object) -> Value:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise BatikError("value.not_a_number", key=self.key, value=value)
        if isinstance(value, float) and not math.isfinite(value):
            raise BatikError("value.not_a_number", key=self.key, value=value)
        low, high = self.minimum, self.maximum
        if (low is not None and value < low) or (high is not None and value > high):
            raise BatikError("value.out_of_range", key=self.key, value=value, minimum=low, maximum=high)
        if self.kind == "float":
            return float(value)
        if value != int(value):
            raise BatikError("value.not_a_number", key=self.key, value=value)
        return int(value)

    def as_dict(self) -> dict[str, object]:
        """Return the parameter as listings show it."""
        return {
            "key": self.key,
            "type": self.kind,
            "unit": self.unit,
            "default": self.default,
            "range": [self.minimum, self.maximum] if self.kind in ("float", "int") else None,
            "choices": [{"id": key, "name": words.as_dict()} for key, words in self.choices.items()] or None,
            "name": self.words.as_dict(),
        }


def parsed(parameters: tuple[Parameter, ...], texts: dict[str, str]) -> dict[str, Value]:
    """Return the values that a person wrote as text, by key.

    Raises
    ------
    BatikError
        ``value.unknown_key``, or as `Parameter.parse` says.
    """
    known = {parameter.key: parameter for parameter in parameters}
    for key in texts:
        if key not in known:
            raise BatikError("value.unknown_key", key=key, known=sorted(known))
    return {key: known[key].parse(text) for key, text in texts.items()}


def complete(parameters: tuple[Parameter, ...], given: dict[str, Value]) -> dict[str, Value]:
    """Return a value for every parameter: the one given, checked, or the default.

    Raises
    ------
    BatikError
        ``value.unknown_key`` if something is given that no parameter takes, or as `Parameter.check` says.
    """
    known = {parameter.key: parameter for parameter in parameters}
    for key in given:
        if key not in known:
            raise BatikError("value.unknown_key", key=key, known=sorted(known))
    return {key: parameter.check(given.get(key, parameter.default)) for key, parameter in known.items()}
