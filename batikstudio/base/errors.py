"""One error class for everything that goes wrong for a person: a code and its facts, no sentence."""

from __future__ import annotations


class BatikError(Exception):
    """Something a person can act on.

    Lower floors raise it with a code and facts; ``studio.messages`` turns both into one sentence in the person's
    language. Only faults of the program itself leave as other exceptions.

    Parameters
    ----------
    code : str
        A dotted name such as ``"file.not_a_design"``. Every code has its sentence in ``studio/messages.py``.
    **facts : object
        What the sentence needs: names, numbers, limits. Plain values only.
    """

    def __init__(self, code: str, **facts: object) -> None:
        self.code = code
        self.facts = facts
        super().__init__(code)

    def __str__(self) -> str:
        facts = ", ".join(f"{key}={value!r}" for key, value in self.facts.items())
        return f"{self.code} ({facts})" if facts else self.code


class Cancelled(Exception):  # noqa: N818 - not an error: the person asked for it
    """The person stopped the work; what was begun is undone and nothing was replaced."""
