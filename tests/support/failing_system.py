"""A system that refuses at a chosen call: opening for writing, writing, flushing or replacing, one at a time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.failing_disk import FailingDisk


class FailingSystem:
    """Counts every act of a save that a system may refuse, and refuses one of them.

    The acts are counted in their own order: each open for writing, each write, each `os.fsync`, each `Path.replace`.
    """

    def __init__(self, patch: pytest.MonkeyPatch, fail_at: int, code: int) -> None:
        self.acts: list[str] = []
        self._fail_at, self._code = fail_at, code
        disk = FailingDisk(patch, -1)
        honest_open, honest_write, honest_fsync, honest_replace = Path.open, disk.write, os.fsync, Path.replace

        def opened(path: Path, mode: str = "r", *args: object, **kwargs: object) -> object:
            if "w" in mode:
                self._act("open")
            return honest_open(path, mode, *args, **kwargs)

        def write(raw: object, data: object) -> int:
            self._act("write")
            return honest_write(raw, data)

        def fsync(handle: int) -> None:
            self._act("fsync")
            honest_fsync(handle)

        def replace(path: Path, target: Path) -> Path:
            self._act("replace")
            return honest_replace(path, target)

        patch.setattr(Path, "open", opened)
        patch.setattr(disk, "write", write)
        patch.setattr(os, "fsync", fsync)
        patch.setattr(Path, "replace", replace)

    @property
    def failed(self) -> bool:
        """Whether there was such an act."""
        return len(self.acts) >= self._fail_at

    def _act(self, name: str) -> None:
        self.acts.append(name)
        if len(self.acts) == self._fail_at:
            raise OSError(self._code, os.strerror(self._code))
