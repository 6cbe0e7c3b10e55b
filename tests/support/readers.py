"""Programs of others that read what we write. A test is skipped, with the reason shown, where one is not installed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

_PACKAGES = {
    "tiffinfo": "libtiff-tools",
    "tiffcmp": "libtiff-tools",
    "exiftool": "libimage-exiftool-perl",
    "pngcheck": "pngcheck",
}


def exiftool(path: Path) -> dict[str, object]:
    """Return what exiftool says, by tag name; numbers as numbers."""
    return json.loads(_run("exiftool", "-json", "-s", path).stdout)[0]


def tiffinfo(path: Path) -> dict[str, str]:
    """Return the lines of libtiff's tiffinfo; a warning or an error of libtiff fails the test."""
    done = _run("tiffinfo", path)
    assert done.stderr == ""
    width, height = re.search(r"Image Width: (\d+) Image Length: (\d+)", done.stdout).groups()
    lines = dict(line.strip().split(": ", 1) for line in done.stdout.splitlines() if ": " in line)
    return lines | {"width": width, "height": height}


def tiff_pixels_equal(first: Path, second: Path) -> bool:
    """Ask libtiff's tiffcmp whether two files hold the same pixels (``-t``: tags are not compared)."""
    return _run("tiffcmp", "-t", first, second, check=False).returncode == 0


def pngcheck(path: Path) -> str:
    """Return the report of pngcheck on a file it finds no error in."""
    done = _run("pngcheck", "-v", path)
    assert "No errors detected" in done.stdout
    return done.stdout


def _run(program: str, *arguments: object, check: bool = True) -> subprocess.CompletedProcess[str]:
    where = shutil.which(program)
    if where is None:
        pytest.skip(f"{program} is not installed: get the package {_PACKAGES[program]}")
    done = subprocess.run([where, *map(str, arguments)], capture_output=True, text=True, check=False)
    if check:
        assert done.returncode == 0, done.stdout + done.stderr
    return done
