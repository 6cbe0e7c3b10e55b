"""Folders and environments for tests that install the project somewhere else."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def base_python() -> str:
    """Return the interpreter that the tests' environment was made from."""
    return getattr(sys, "_base_executable", sys.executable)


def bare_environment(home: Path) -> dict[str, str]:
    """Return variables as a new user has them: no pip settings, no Python paths, folders below ``home``.

    The compiled kernels are shared with the tests: compiling them again is not what is tested.
    """
    kept = ("PATH", "LANG", "SYSTEMROOT", "TEMP", "TMP", "NUMBA_CACHE_DIR")
    variables = {name: os.environ[name] for name in kept if name in os.environ}
    return {**variables, "HOME": str(home), "LOCALAPPDATA": str(home), "QT_QPA_PLATFORM": "offscreen"}


def run(
    command: Sequence[str | Path], folder: Path, variables: Mapping[str, str], timeout: float = 600
) -> subprocess.CompletedProcess[str]:
    """Run a program in ``folder`` and fail with all it said if it does not end well."""
    answer = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, timeout=timeout)
    assert answer.returncode == 0, f"{command}\n{answer.stdout}{answer.stderr}"
    return answer


def environment_with_wheel(folder: Path, wheel: Path) -> Path:
    """Make an environment that holds the wheel, sees the packages of this one, but not the checkout.

    Returns
    -------
    Path
        The environment's folder of programs.
    """
    run([base_python(), "-m", "venv", "--without-pip", folder], folder.parent, os.environ)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", programs / "python", "install", "--quiet"]
    run([*pip, "--no-index", "--no-deps", "--disable-pip-version-check", wheel], folder, os.environ)
    # A line in a .pth file adds a folder, but the .pth files in that folder, such as the one of the editable
    # installation, are not read.
    site = sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)})
    Path(site, "packages-of-the-tests.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return programs
