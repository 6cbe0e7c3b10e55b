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
                file.write(f"{os.getpid()} {socket.gethostname()} {_birth(os.getpid())}\n")
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
            process, host, birth = self._path.read_text(encoding="utf-8").split()
            number = int(process)
        except (OSError, ValueError):
            return False
        if host != socket.gethostname():
            return True
        return runs(number) and _birth(number) == birth


def _birth(process: int) -> str:
    """Return what tells a process from a later one of the same number; "-" where the system does not say.

    After a power cut the numbers begin anew, and whoever has ours would keep the lock for ever.
    """
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        # The name of the program, in brackets, may hold spaces; the time of the start is the 20th field after it.
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
        return f"{boot}-{fields.split()[19]}"
    except (OSError, IndexError):
        return "-"


def runs(process: int) -> bool:
    """Whether a process of this number runs on this computer."""
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
