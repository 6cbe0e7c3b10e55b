"""A list of callbacks, called in the order in which they came."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVarTuple, Unpack

Ts = TypeVarTuple("Ts")


class Signal(Generic[*Ts]):
    """Tells whoever asked to be told. Calls come on the thread of `emit`."""

    def __init__(self) -> None:
        self._callbacks: list[Callable[[Unpack[Ts]], object]] = []

    def connect(self, callback: Callable[[Unpack[Ts]], object]) -> Callable[[], None]:
        """Call ``callback`` at every `emit`; returns what ends that."""
        self._callbacks.append(callback)

        def disconnect() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return disconnect

    def emit(self, *values: *Ts) -> None:
        """Call everybody with these values."""
        for callback in list(self._callbacks):
            callback(*values)
