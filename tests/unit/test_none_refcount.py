"""The guard of ``test_00_qt_guard.py`` sees a loss where there is one."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import ctypes, os, sys
from tests.support.none_refcount import losses
lose = ctypes.pythonapi.Py_DecRef
lose.argtypes, lose.restype = [ctypes.py_object], None
found = losses({"right": lambda: None, "None": lambda: lose(None), "True": lambda: lose(True)}, lambda: None)
print(sorted(found), all(0.9 < count < 1.1 for count in found.values()))
sys.stdout.flush()
os._exit(0)
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None, True and False are immortal: there is nothing to lose")
def test_a_call_that_loses_is_found():
    answer = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60)
    assert answer.stdout == "['None', 'True'] True\n", answer.stderr
