"""Which packages, at which pinned versions, a Python on some system needs: read from what is installed here.

``python -m tools.closure`` writes ``constraints.txt`` anew from the environment that runs it.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, requires
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.environment import BOOTSTRAP, ROOT

PACKAGE = "batikstudio"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


class Target(NamedTuple):
    """The system and the Python that packages are wanted for."""

    system: str  # "linux" or "windows"
    python: str  # such as "3.12"
    machine: str = "x86_64"

    def markers(self) -> dict[str, str]:
        """Return the environment in which the markers of requirements are read."""
        windows = self.system == "windows"
        return {
            "extra": "",
            "implementation_name": "cpython",
            "implementation_version": f"{self.python}.0",
            "os_name": "nt" if windows else "posix",
            "platform_machine": "AMD64" if windows else self.machine,
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_system": "Windows" if windows else "Linux",
            "platform_version": "",
            "python_full_version": f"{self.python}.0",
            "python_version": self.python,
            "sys_platform": "win32" if windows else "linux",
        }


def pins(constraints: Path) -> dict[str, str]:
    """Read a constraints file: canonical name to version."""
    lines = constraints.read_text(encoding="utf-8").splitlines()
    return {canonicalize_name(name): version for name, _, version in (line.partition("==") for line in lines)}


def closure(package: str, target: Target, extras: Iterable[str] = ()) -> set[str]:
    """Return the canonical names of everything that ``package`` needs on ``target``, itself left out.

    pip reads markers for the Python that runs it, even when it downloads for another one; so they are read here. What
    only the other system needs is not installed here, and is taken to need nothing itself.

    Parameters
    ----------
    package : str
        An installed package.
    target : Target
        Where it shall run.
    extras : iterable of str
        The package's extras that count, too.
    """
    found: set[str] = set()
    waiting = [(package, frozenset(extras))]
    while waiting:
        name, wanted = waiting.pop()
        for requirement in _requirements(name, target.markers(), wanted):
            needed = canonicalize_name(requirement.name)
            if needed not in found or requirement.extras:
                first = needed not in found
                found.add(needed)
                if first or requirement.extras:
                    waiting.append((needed, frozenset(requirement.extras)))
    return found - {canonicalize_name(package)}


def _requirements(name: str, markers: Mapping[str, str], extras: frozenset[str]) -> Iterable[Requirement]:
    try:
        texts = requires(name) or []
    except PackageNotFoundError:
        return
    for requirement in map(Requirement, texts):
        marker = requirement.marker
        if marker is None or any(marker.evaluate({**markers, "extra": extra}) for extra in ("", *extras)):
            yield requirement


def main() -> int:
    """Write ``constraints.txt``: what is installed here, of all that any supported system and Python needs."""
    path = ROOT / "constraints.txt"
    pinned = pins(path) if path.is_file() else {}
    names: set[str] = {canonicalize_name(name) for name in BOOTSTRAP}
    for target in (Target(system, python) for system in ("linux", "windows") for python in PYTHONS):
        names |= closure(PACKAGE, target, ["dev"])
    for name in sorted(names):
        with contextlib.suppress(PackageNotFoundError):  # only Windows needs it: the pin there is stays
            pinned[name] = installed_version(name)
    unknown = sorted(names - pinned.keys())
    if unknown:
        print("Add a line name==version by hand, then run again: " + " ".join(unknown), file=sys.stderr)
        return 1
    path.write_text("".join(f"{name}=={pinned[name]}\n" for name in sorted(names)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
