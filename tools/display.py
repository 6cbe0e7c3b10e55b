"""Whether a window can be opened here."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path


def answers() -> bool:
    """Return whether a display server takes connections; other systems than Linux always have one."""
    if not sys.platform.startswith("linux"):
        return True
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if wayland and Path(os.environ.get("XDG_RUNTIME_DIR", ""), wayland).is_socket():
        return True
    host, _, number = os.environ.get("DISPLAY", "").rpartition(":")
    if host not in ("", "unix"):
        return True  # on another machine: Qt finds out
    place = f"/tmp/.X11-unix/X{number.partition('.')[0]}"
    return bool(number) and any(_connects(address) for address in (place, "\0" + place))


def _connects(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as client:
        return client.connect_ex(address) == 0
