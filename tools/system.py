"""What the operating system must bring besides Python: Qt's libraries, and the programs that the tests call.

Standard library only. ``dev.py`` asks before there is an environment, and every bundle takes a copy of this file along.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

LIBRARY_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""The Debian package of each library that Qt's window and its offscreen drawing load."""

PROGRAM_PACKAGES = {
    "Xvfb": "xvfb",
    "compare": "imagemagick",
    "dbus-daemon": "dbus",
    "exiftool": "libimage-exiftool-perl",
    "import": "imagemagick",
    "openbox": "openbox",
    "pdftoppm": "poppler-utils",
    "pngcheck": "pngcheck",
    "rsvg-convert": "librsvg2-bin",
    "tiffinfo": "libtiff-tools",
    "wmctrl": "wmctrl",
    "xdotool": "xdotool",
}
"""The Debian package of each program that the tests call."""

VENV_PACKAGE = "python3-venv"
QT_FILES = (
    "lib/libQt6DBus.so.6",
    "lib/libQt6PrintSupport.so.6",
    "lib/libQt6Svg.so.6",
    "lib/libQt6Test.so.6",
    "lib/libQt6Widgets.so.6",
    "plugins/platforms/libqoffscreen.so",
    "plugins/platforms/libqxcb.so",
)
GLIBC = (2, 34)  # what the wheels of Qt 6.10 and later ask for


def missing_libraries(environment: Path) -> list[str]:
    """Ask the loader which libraries Qt lacks here.

    Qt's own message names one library and means any of several, so it is not to be trusted.

    Parameters
    ----------
    environment : Path
        A virtual environment that holds PySide6.

    Returns
    -------
    list of str
        Names such as ``libxcb-cursor.so.0``, sorted; empty on other systems than Linux.
    """
    if not sys.platform.startswith("linux") or not shutil.which("ldd"):
        return []
    files = [file for name in QT_FILES for file in environment.glob(f"lib/python3*/site-packages/PySide6/Qt/{name}")]
    if not files:
        return []
    answer = subprocess.run(
        ["ldd", *files], capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"}
    )
    return sorted(set(re.findall(r"^\s*(\S+) => not found", answer.stdout, re.MULTILINE)))


def missing_programs(names: Iterable[str] = PROGRAM_PACKAGES) -> list[str]:
    """Return the programs that are not on the search path."""
    return sorted(name for name in names if not shutil.which(name))


def old_glibc() -> str | None:
    """Return the version of the C library where it is older than Qt's wheels need, else None."""
    name, version = platform.libc_ver()
    if name != "glibc" or tuple(int(part) for part in version.split(".")[:2]) >= GLIBC:
        return None
    return version


def packages_of(names: Iterable[str]) -> list[str]:
    """Return the Debian packages that hold these libraries and programs, sorted; unknown names are left out."""
    known = {**LIBRARY_PACKAGES, **PROGRAM_PACKAGES, "venv": VENV_PACKAGE}
    return sorted({known[name] for name in names if name in known})


def install_command(names: Sequence[str]) -> list[str] | None:
    """Return the one command that installs what holds these names, for this system's package manager.

    Parameters
    ----------
    names : sequence of str
        Libraries (``libGL.so.1``), programs (``xdotool``) or ``venv``.

    Returns
    -------
    list of str or None
        None where the package manager is not known or no package is.
    """
    root = [] if is_root() else ["sudo"]
    if shutil.which("apt-get"):
        packages = packages_of(names)
        return [*root, "apt-get", "install", "-y", "--no-install-recommends", *packages] if packages else None
    if shutil.which("dnf"):  # finds a package by the library or the program in it
        wanted = [f"{name}()(64bit)" if ".so" in name else f"/usr/bin/{name}" for name in names if name != "venv"]
        return [*root, "dnf", "install", "-y", *wanted] if wanted else None
    return None


def is_root() -> bool:
    """Whether this process may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def report(names: Sequence[str]) -> str:
    """Say which names are missing and how to get them."""
    command = install_command(names)
    lines = ["This system lacks: " + ", ".join(names) + "."]
    if command:
        lines.append("Install with:  " + " ".join(f"'{part}'" if "(" in part else part for part in command))
    else:
        lines.append("Install the packages of your system that hold them (Debian's names: " + _listed(names) + ").")
    return "\n".join(lines)


def _listed(names: Iterable[str]) -> str:
    return " ".join(packages_of(names)) or "unknown"


def install(names: Sequence[str]) -> bool:
    """Install what is missing where that can be done without asking: as root, with apt.

    Returns
    -------
    bool
        Whether the command ran and ended well.
    """
    command = install_command(names)
    if not command or command[0] != "apt-get":
        return False
    print("Installing from the system: " + " ".join(packages_of(names)), flush=True)
    unasked = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}

    def run(*words: str) -> int:  # what goes wrong stands on the error stream
        return subprocess.run(
            words, check=False, env=unasked, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        ).returncode

    run("apt-get", "-qq", "update")
    return run("apt-get", "-qq", *command[1:]) == 0
