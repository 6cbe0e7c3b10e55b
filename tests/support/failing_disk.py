"""A disk that fails at a chosen write, for files that the program opens through `Path.open`."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path

import pytest


class FailingDisk:
    """Counts the writes that reach the disk and lets one of them fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fail_at: int, code: int = errno.ENOSPC) -> None:
        self.writes = 0
        self._fail_at = fail_at
        self._code = code
        monkeypatch.setattr(Path, "open", self._opener(Path.open))

    @property
    def failed(self) -> bool:
        """Whether there was such a write."""
        return self.writes >= self._fail_at

    def write(self, raw: io.FileIO, data: object) -> int:
        """Write, or fail."""
        self.writes += 1
        if self.writes == self._fail_at:
            raise OSError(self._code, os.strerror(self._code))
        return io.FileIO.write(raw, data)

    def _opener(self, original: object) -> object:
        disk = self

        class _Raw(io.FileIO):
            def write(self, data: object) -> int:
                return disk.write(self, data)

        def opened(path: Path, mode: str = "r", *args: object, **kwargs: object) -> object:
            if mode == "wb":
                return io.BufferedWriter(_Raw(path, "wb"))
            return original(path, mode, *args, **kwargs)

        return opened
