"""``dev.py``: what it asks of a machine, how it keeps the environment, and the stick that needs no network."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.places import ROOT, bare_environment, base_python, run
from tools import bundle, display, environment, system
from tools.closure import Target

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

DEV = ROOT / "dev.py"
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux's own loader and namespaces")


# What it says to an older Python


def test_an_older_python_is_told_so_in_one_sentence():
    ast.parse(DEV.read_text(encoding="utf-8"), feature_version=(3, 8))  # it can be read there at all
    code = f"import runpy, sys; sys.version_info = (3, 8, 18); sys.version = '3.8.18 (x)'; runpy.run_path({str(DEV)!r})"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert answer.returncode == 1
    assert answer.stderr.splitlines() == [
        "Batik Studio needs Python 3.11 to 3.14; this is 3.8.18. Run dev.py with one of those."
    ]


def test_an_unknown_command_shows_the_commands():
    answer = subprocess.run([sys.executable, DEV, "fly"], capture_output=True, text=True)
    assert answer.returncode == 2
    assert "dev.py test" in answer.stderr
    assert answer.stdout == ""


# The environment


def test_a_second_run_does_nothing_and_is_quick():
    assert environment.is_current(), "bring the environment up to date: python3 dev.py env"
    started = time.perf_counter()
    answer = run([base_python(), DEV, "env"], ROOT, os.environ)
    assert answer.stdout == ""
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("changed", ["pyproject.toml", "constraints.txt", "python", "folder"])
def test_what_the_environment_is_made_from_makes_it_old(tmp_path: Path, changed: str):
    before = tmp_path / "before"
    after = tmp_path / "after" if changed == "folder" else before
    for folder in {before, after}:
        folder.mkdir()
        for name in ("pyproject.toml", "constraints.txt"):
            shutil.copy(ROOT / name, folder)
    fingerprint = environment.fingerprint("3.11.7", before)
    assert environment.fingerprint("3.11.7", before) == fingerprint
    if changed in ("pyproject.toml", "constraints.txt"):
        with (before / changed).open("a") as file:
            file.write("\n")
    assert environment.fingerprint("3.12.1" if changed == "python" else "3.11.7", after) != fingerprint


def test_an_environment_whose_python_is_gone_is_not_current(tmp_path: Path):
    inside = tmp_path / ".venv"
    run([base_python(), "-m", "venv", "--without-pip", inside], tmp_path, os.environ)
    version = environment.version_inside(inside)
    assert version == ".".join(map(str, sys.version_info[:3]))
    (inside / environment.STAMP).write_text(environment.fingerprint(version), encoding="ascii")
    assert environment.is_current(inside)
    python = environment.program("python", inside)
    python.unlink()
    python.symlink_to(tmp_path / "nowhere")
    assert environment.version_inside(inside) is None
    assert not environment.is_current(inside)


# The system


@linux_only
def test_the_loader_names_what_qt_lacks(tmp_path: Path):
    real = next(environment.VENV.glob("lib/python3*/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so"))
    alone = tmp_path / "lib/python3.11/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so"
    alone.parent.mkdir(parents=True)
    shutil.copy(real, alone)  # without the libraries of Qt that lie beside the real one
    assert system.missing_libraries(environment.VENV) == []
    assert "libQt6XcbQpa.so.6" in system.missing_libraries(tmp_path)


@linux_only
def test_every_library_of_qt_that_the_system_brings_has_a_package():
    folder = next(environment.VENV.glob("lib/python3*/site-packages/PySide6/Qt"))
    needed: set[str] = set()
    for name in system.QT_FILES:
        lines = run(["ldd", folder / name], folder, os.environ).stdout.splitlines()
        needed |= {line.split()[0] for line in lines if "=> /" in line and str(folder) not in line}
    direct = {
        name for name in needed if name.startswith(("libxcb-", "libX11", "libxkb", "libGL.", "libEGL", "libglib"))
    }
    assert len(direct) > 10
    assert direct - system.LIBRARY_PACKAGES.keys() == set()


def test_what_is_missing_is_named_with_one_command(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(system.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(system, "is_root", lambda: False)
    names = [*system.missing_programs(["wmctrl", "import", "compare"]), "libGL.so.1", "venv"]
    assert system.report(names).splitlines() == [
        "This system lacks: compare, import, wmctrl, libGL.so.1, venv.",
        "Install with:  sudo apt-get install -y --no-install-recommends imagemagick libgl1 python3-venv wmctrl",
    ]
    assert not system.install(names)  # not root: nothing is run


# The window, or the demo


@linux_only
def test_without_a_display_the_demo_is_made(tmp_path: Path):
    variables = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    answer = run([base_python(), DEV, "run"], tmp_path, variables)
    assert answer.stdout.splitlines()[0].startswith("There is no display here")
    assert {".png", ".tif"} <= {file.suffix for file in (tmp_path / "out").rglob("*")}


@linux_only
@pytest.mark.parametrize("name", ["", ":9999", "unix:9999.0"])
def test_a_display_that_does_not_answer_is_none(monkeypatch: pytest.MonkeyPatch, name: str):
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", name)
    assert not display.answers()


# The stick


@linux_only
def test_a_stick_installs_and_starts_without_a_network(tmp_path: Path):
    run([sys.executable, DEV, "bundle", "--out", "stick"], tmp_path, os.environ)
    folder = next((tmp_path / "stick").iterdir())
    home = tmp_path / "home"
    home.mkdir()
    variables = bare_environment(home)
    variables["PATH"] = os.pathsep.join([str(Path(base_python()).parent), variables["PATH"]])
    user = [] if system.is_root() else ["--map-root-user"]
    alone = ["unshare", "--net", *user, "sh", folder / "start.sh"]

    first = run([*alone, "--version"], home, variables)
    assert "Installing Batik Studio" in first.stdout
    assert first.stdout.splitlines()[-1].startswith("batikstudio ")
    started = time.perf_counter()
    formats = run([*alone, "formats", "--json"], home, variables).stdout
    assert time.perf_counter() - started < 5
    assert json.loads(formats)  # and nothing but JSON: the second start installs nothing

    shutil.rmtree(folder)  # the stick goes to the next laptop
    installed = home / ".local/share/batikstudio/program/bin/batikstudio"
    assert run([installed, "formats", "--json"], home, variables).stdout == formats


@linux_only
def test_a_stick_names_what_the_laptop_lacks(tmp_path: Path):
    parts, program = tmp_path / "parts", tmp_path / "data/batikstudio/program"
    for folder in (parts, program / "bin", tmp_path / "bin"):
        folder.mkdir(parents=True)
    shutil.copy(ROOT / "tools/stick/start.sh", tmp_path)
    for file in (ROOT / "tools/stick/install.py", ROOT / "tools/system.py"):
        shutil.copy(file, parts)
    (parts / "pythons.txt").write_text(f"{sys.version_info[0]}.{sys.version_info[1]}\n")
    for folder in (parts, program):
        (folder / "bundle.id").write_text("installed already\n")
    qt = program / "lib/python3.11/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so"
    qt.parent.mkdir(parents=True)
    qt.touch()
    _script(program / "bin/batikstudio", "echo started $@")
    _script(tmp_path / "bin/ldd", "echo 'libxcb-cursor.so.0 => not found'")
    variables = bare_environment(tmp_path) | {"XDG_DATA_HOME": str(tmp_path / "data")}
    variables["PATH"] = os.pathsep.join([str(tmp_path / "bin"), str(Path(base_python()).parent), variables["PATH"]])

    def start(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = ["sh", tmp_path / "start.sh", *arguments]
        return subprocess.run(command, env=variables, capture_output=True, text=True)

    window = start()
    assert (window.returncode, window.stdout) == (3, "")
    assert "libxcb-cursor.so.0" in window.stderr
    assert "libxcb-cursor0" in window.stderr  # Debian's package
    assert start("formats").stdout == "started formats\n"  # a command needs no window
    _script(tmp_path / "bin/ldd", ":")
    assert (start().stdout, start().stderr) == ("started\n", "")  # mended


def _script(file: Path, text: str) -> None:
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)


def test_a_stick_for_windows_asks_for_its_own_wheels():
    assert bundle.platform_tags(Target("windows", "3.12")) == ["win_amd64"]
    tags = bundle.platform_tags(Target("linux", "3.12"))
    assert tags[0] == "manylinux_2_34_x86_64"  # what Qt's wheels need, whatever this machine has
    assert "manylinux2014_x86_64" in tags


def test_the_script_for_windows_has_its_line_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bundle, "download", lambda wheels, target: None)
    wheel = tmp_path / "batikstudio-0-py3-none-any.whl"
    wheel.touch()
    bundle.fill(tmp_path / "stick", wheel, [Target("windows", "3.11"), Target("windows", "3.12")])
    lines = (tmp_path / "stick/start.bat").read_bytes().split(b"\n")
    assert all(line.endswith(b"\r") for line in lines[:-1])  # goto finds no label otherwise
    assert (tmp_path / "stick/parts/pythons.txt").read_text() == "3.11\n3.12\n"
