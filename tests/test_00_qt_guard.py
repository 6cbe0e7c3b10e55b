"""The first test of the suite (``conftest.py`` sees to it): does this PySide6 keep its references to None?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "support" / "none_refcount.py"


def test_qt_calls_keep_their_references():
    answer = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, timeout=120)
    if answer.returncode:
        pytest.exit(
            f"This build of PySide6 ends Python processes: nothing else was tested.\n{answer.stdout}{answer.stderr}"
            "Install another version, and exclude this one in pyproject.toml.",
            returncode=1,
        )
    assert "0 of 33 calls lose references" in answer.stdout  # it ran, and checked every call
