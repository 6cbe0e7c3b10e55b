"""Event handlers that let no exception into Qt: on Python 3.11 one that leaves a handler can end the process."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Any, TypeVar

H = TypeVar("H", bound=Callable[..., Any])


class Raising:
    """Whether a guarded handler raises again what it has reported; tests switch it on."""

    again = False


def guard(handler: H) -> H:
    """Wrap an overridden event handler: a fault in it is reported to ``sys.excepthook`` and goes no further."""
    return _guarded(handler, None)


def guard_answer(handler: H) -> H:
    """Wrap ``event`` or ``eventFilter``, which must answer: after a fault the answer is False."""
    return _guarded(handler, False)


def _guarded(handler: H, answer: object) -> H:
    @functools.wraps(handler)
    def guarded(*arguments: Any) -> Any:
        try:
            return handler(*arguments)
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
            if Raising.again:
                # The original may be half made (gui: a call-signature TypeError): raise one that is whole.
                raise RuntimeError(f"{handler.__qualname__}: {error}") from error
            return answer

    return guarded  # type: ignore[return-value]
