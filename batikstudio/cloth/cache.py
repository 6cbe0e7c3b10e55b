"""What was computed before, kept within a bound of memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

A = TypeVar("A", bound=tuple[NDArray[np.generic], ...])


class Cache:
    """Arrays by a key that says everything they depend on; the longest unused go first. Safe between threads."""

    def __init__(self, most_bytes: int = 192 << 20) -> None:
        self._most = most_bytes
        self._bytes = 0
        self._held: OrderedDict[Hashable, tuple[NDArray[np.generic], ...]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], A]) -> A:
        """Return what is held under ``key``, or make it and hold it. Nobody may write to what comes back."""
        with self._lock:
            found = self._held.get(key)
            if found is not None:
                self._held.move_to_end(key)
                return found  # type: ignore[return-value]
        made = make()
        size = sum(array.nbytes for array in made)
        with self._lock:
            if key not in self._held and size <= self._most:
                self._held[key] = made
                self._bytes += size
                while self._bytes > self._most:
                    _, gone = self._held.popitem(last=False)
                    self._bytes -= sum(array.nbytes for array in gone)
        return made
