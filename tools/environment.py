"""The environment in ``.venv``: made once, brought up to date when what defines it changes, else left alone."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from tools import system

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = "made-from.sha256"
BOOTSTRAP = ("pip", "hatchling", "editables")  # builds the project itself, at the pinned versions


def program(name: str, environment: Path = VENV) -> Path:
    """Return the path of a program in the environment, such as ``python`` or ``ruff``."""
    if os.name == "nt":
        return environment / "Scripts" / f"{name}.exe"
    return environment / "bin" / name


def version_inside(environment: Path = VENV) -> str | None:
    """Return the Python version that runs in the environment, None where none does."""
    try:
        answer = subprocess.run(
            [program("python", environment), "-I", "-c", "import platform; print(platform.python_version())"],
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return answer.stdout.strip()


def fingerprint(version: str, root: Path = ROOT) -> str:
    """Return the hash of everything that the environment is made from.

    The folder is part of it: a virtual environment holds absolute paths and does not survive being moved.
    """
    digest = hashlib.sha256()
    for part in (
        version.encode(),
        os.fsencode(root),
        *(_bytes(root / n) for n in ("pyproject.toml", "constraints.txt")),
    ):
        digest.update(len(part).to_bytes(8, "little") + part)
    return digest.hexdigest()


def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def is_current(environment: Path = VENV, root: Path = ROOT) -> bool:
    """Whether the environment works and was made from what is in the folder now."""
    version, stamp = version_inside(environment), environment / STAMP
    return version is not None and stamp.is_file() and stamp.read_text(encoding="ascii") == fingerprint(version, root)


def ensure() -> None:
    """Make the environment or bring it up to date; return at once when nothing changed.

    Raises
    ------
    SystemExit
        With one sentence, when a part cannot be installed. What was there before still is.
    """
    if not is_current():
        _make()
    _ensure_libraries()


def _make() -> None:
    version = version_inside()
    if version is None or not _supported(version) or not _has_pip():
        _create()
        version = version_inside()
    if version is None:
        raise SystemExit(f"Python does not start in {VENV}. Delete that folder and run the command again.")
    print(f"Installing what Batik Studio needs into {VENV.name} (some minutes the first time) ...", flush=True)
    stamp = VENV / STAMP
    stamp.unlink(missing_ok=True)
    _pip(*BOOTSTRAP)
    _pip("--no-build-isolation", "-e", f"{ROOT}[dev]")
    _warm_up()
    stamp.write_text(fingerprint(version), encoding="ascii")


def _supported(version: str) -> bool:
    return (3, 11) <= tuple(int(part) for part in version.split(".")[:2]) < (3, 15)


def _has_pip() -> bool:
    return subprocess.run([program("python"), "-I", "-c", "import pip"], capture_output=True).returncode == 0


def _create() -> None:
    if importlib.util.find_spec("ensurepip") is None and not system.install(["venv"]):
        raise SystemExit(system.report(["venv"]))
    if glibc := system.old_glibc():
        raise SystemExit(f"Qt needs glibc 2.34 or newer (Debian 12, Ubuntu 22.04); this system has {glibc}.")
    print(f"Making the environment in {VENV.name} ...", flush=True)
    # From inside a virtual environment the interpreter that it was made from is taken: its own may be the one to go.
    python = getattr(sys, "_base_executable", sys.executable)
    if subprocess.run([python, "-m", "venv", "--clear", VENV], check=False).returncode:
        raise SystemExit(f"The environment could not be made in {VENV} (see above).")


def _pip(*arguments: str) -> None:
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    command = [str(program("python")), "-m", "pip", "install", "--disable-pip-version-check", *quiet]
    if subprocess.run([*command, "-c", str(ROOT / "constraints.txt"), *arguments], check=False).returncode:
        raise SystemExit("pip could not install what is needed (see above). Run the command again when that is mended.")


def _warm_up() -> None:
    """Compile the kernels now, so that the first window does not wait for them."""
    answer = subprocess.run(
        [program("python"), "-m", "batikstudio", "warm-up"], check=False, capture_output=True, text=True, cwd=ROOT
    )
    if answer.returncode:
        last = (answer.stderr.strip().splitlines() or ["no message"])[-1]
        print(f"The kernels are not compiled yet ({last}): the first start does it.", flush=True)


def _ensure_libraries() -> None:
    checked = VENV / "libraries-found"
    stamp = VENV / STAMP
    if checked.is_file() and checked.stat().st_mtime_ns >= stamp.stat().st_mtime_ns:
        return
    missing = system.missing_libraries(VENV)
    if missing and system.install(missing):
        missing = system.missing_libraries(VENV)
    if missing:
        raise SystemExit(system.report(missing))
    checked.touch()


def ensure_programs() -> None:
    """See that the programs which the tests call are here; only on Linux, where the tests call them.

    Raises
    ------
    SystemExit
        With the names and the one command that installs them.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = system.missing_programs()
    if missing and system.install(missing):
        missing = system.missing_programs()
    if missing:
        raise SystemExit(system.report(missing))
