"""Who works on something: a file with process and host, made only if it is not there."""

from __future__ import annotations

import os
import socket
from pathlib import Path


class Lock:
    """An advisory lock; it never keeps a person from the file, it tells a second window from a crash."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held = False

    def acquire(self) -> bool:
        """Take the lock, also from a process of this host that is gone; False if somebody alive holds it."""
        for _ in range(2):
            try:
                handle = os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            except FileExistsError:
                if self.is_held_by_the_living():
                    return False
                self._path.unlink(missing_ok=True)
                continue
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(f"{os.getpid()} {socket.gethostname()}\n")
            self._held = True
            return True
        return False

    def release(self) -> None:
        """Give the lock back, if it is ours."""
        if self._held:
            self._path.unlink(missing_ok=True)
            self._held = False

    def is_held_by_the_living(self) -> bool:
        """Whether the process in the lock still runs; on another host it is taken to run."""
        try:
            process, host = self._path.read_text(encoding="utf-8").split()
            number = int(process)
        except (OSError, ValueError):
            return False
        if host != socket.gethostname():
            return True
        return _runs(number)


def _runs(process: int) -> bool:
    if os.name == "nt":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, process)  # type: ignore[attr-defined]
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)  # type: ignore[attr-defined]
        return bool(handle)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
