"""What a start loads: Qt only where there is a window, and no heavy package before it is up."""

from __future__ import annotations

import ast
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import batikstudio

PACKAGE = Path(batikstudio.__file__).parent
HEAVY = ("numba", "scipy", "skimage", "PIL", "pikepdf", "reportlab")

# Imports one module after another and names the first after which Qt is there.
IMPORT_ALL = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
    if "PySide6" in sys.modules:
        sys.exit(f"{name} loads PySide6")
"""
LOADED = "import sys; print(*sorted(name for name in sys.modules if '.' not in name), file=sys.stderr)"


def modules_outside_gui() -> list[str]:
    names = [
        module.name
        for module in pkgutil.walk_packages([str(PACKAGE)], "batikstudio.", onerror=_raise)
        if not (module.name + ".").startswith("batikstudio.gui.")
    ]
    return ["batikstudio", *names]


def _raise(name: str) -> None:
    raise ImportError(f"{name} cannot be imported")


def window_modules() -> list[str]:
    """Return the modules that define a main window: the first window is one of theirs."""
    found = []
    for file in (PACKAGE / "gui").rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        bases = [ast.unparse(base) for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for base in node.bases]
        if any(base.split(".")[-1] == "QMainWindow" for base in bases):
            found.append(".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts))
    return found


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh process of this Python, with the package as it is here."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=PACKAGE.parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def loaded_by(code: str) -> set[str]:
    """Return the top-level modules that are loaded after this code."""
    answer = run(f"{code}\n{LOADED}")
    assert answer.returncode == 0, answer.stderr
    return set(answer.stderr.splitlines()[-1].split())


def test_no_module_outside_gui_loads_qt():
    names = modules_outside_gui()
    assert len(names) > 50  # the walk found the packages
    answer = run(IMPORT_ALL, *names)
    assert answer.returncode == 0, answer.stderr


def test_the_walk_would_see_qt():
    assert "loads PySide6" in run(IMPORT_ALL, "batikstudio", "PySide6.QtCore").stderr


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import batikstudio.__main__", id="the command's own module"),
        pytest.param("import batikstudio.cli", id="cli"),
        pytest.param(
            "import sys; sys.argv = ['batikstudio', 'formats']\n"
            "from batikstudio.__main__ import main\n"
            "try:\n    status = main()\n"
            "except SystemExit as end:\n    status = end.code\n"
            "assert not status, status",
            id="batikstudio formats",
        ),
    ],
)
def test_a_command_loads_nothing_heavy(code: str):
    loaded = loaded_by(code)
    assert "batikstudio" in loaded
    assert not loaded & {*HEAVY, "PySide6"}


def test_the_first_window_loads_nothing_heavy():
    modules = window_modules()
    assert modules, "batikstudio.gui defines no QMainWindow"
    loaded = loaded_by("\n".join(f"import {name}" for name in modules))
    assert "PySide6" in loaded  # it was the window that was imported
    assert not loaded & set(HEAVY)
