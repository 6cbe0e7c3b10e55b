"""The import contracts of ``pyproject.toml`` hold, and each would be seen broken."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# The contract, the module that breaks it, and the line that does so.
PLANTED = {
    "floors": ("Floors: lower never imports higher", "geometry/planted.py", "import batikstudio.design.history"),
    "siblings": ("Floors: lower never imports higher", "project/planted.py", "import batikstudio.cloth.viewport"),
    "no floor": ("Floors: lower never imports higher", "planted/__init__.py", ""),
    "Qt": ("Qt lives in gui only", "design/planted.py", "from PySide6.QtGui import QImage"),
    "formats": ("Formats do not know one another", "export/formats/planted.py", "import batikstudio.export.formats.{}"),
    "tools": ("Tools do not know one another", "studio/tools/planted.py", "import batikstudio.studio.tools.{}"),
    "steps": ("Process steps do not know one another", "design/steps/planted.py", "import batikstudio.design.steps.{}"),
    "layouts": ("Layouts do not know one another", "design/layouts/planted.py", "import batikstudio.design.layouts.{}"),
    "generators": (
        "Parametric motifs do not know one another",
        "motifs/generators/planted.py",
        "import batikstudio.motifs.generators.{}",
    ),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [program, "--no-cache"], cwd=folder, capture_output=True, text=True, timeout=120, env={"COLUMNS": "200"}
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder with the package's source and the contracts."""
    shutil.copytree(ROOT / "batikstudio", tmp_path / "batikstudio", ignore=lambda folder, names: _not_source(names))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _not_source(names: list[str]) -> list[str]:
    return [name for name in names if name == "__pycache__" or ("." in name and not name.endswith(".py"))]


def test_the_contracts_hold(copy: Path):
    answer = lint(copy)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_violation_is_seen(copy: Path, planted: str):
    contract, place, line = PLANTED[planted]
    module = copy / "batikstudio" / place
    neighbour = next((file.stem for file in sorted(module.parent.glob("[!_]*.py"))), "")
    module.parent.mkdir(exist_ok=True)
    module.write_text(line.format(neighbour) + "\n", encoding="utf-8")
    answer = lint(copy)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert f"{contract} BROKEN" in answer.stdout or (planted == "no floor" and "planted" in answer.stdout)
