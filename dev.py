"""Set up, run, check and pack Batik Studio, on Linux, Windows and macOS, with nothing but Python 3.11 or newer.

python3 dev.py run [FILE.batik]    make the environment, open the studio (on a sample design without FILE)
python3 dev.py test [OPTIONS]      the whole check; with options: pytest with these, such as -k kawung
python3 dev.py check               the whole check without the tests
python3 dev.py env                 make the environment in .venv, or bring it up to date
python3 dev.py bundle [OPTIONS]    a folder for a USB stick that installs without network (bundle --help)
"""

from __future__ import annotations

import sys

if not (3, 11) <= sys.version_info[:2] < (3, 15):
    sys.exit(f"Batik Studio needs Python 3.11 to 3.14; this is {sys.version.split()[0]}. Run dev.py with one of those.")

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tools import display, environment

CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("codespell",),
)


def main(arguments: list[str]) -> int:
    """Run one command and return its exit status."""
    commands: dict[str, Callable[[list[str]], int]] = {
        "run": run,
        "test": test,
        "check": check,
        "env": env,
        "bundle": bundle,
    }
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    if not arguments or arguments[0] not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    return commands[arguments[0]](arguments[1:])


def env(arguments: list[str]) -> int:
    """Make the environment."""
    if arguments:
        raise SystemExit("dev.py env takes no arguments.")
    environment.ensure()
    return 0


def run(arguments: list[str]) -> int:
    """Open the studio; where there is no display, say so and make the demo's files in ``out/`` instead."""
    environment.ensure()
    if display.answers():
        return _batikstudio(*(arguments or ["--sample"]))
    out = Path("out")
    print(f"There is no display here for a window: the sample's files are made in {out.resolve()}.", flush=True)
    return _batikstudio("demo", "--out", str(out))


def check(arguments: list[str]) -> int:
    """Run every static check and name those that failed."""
    if arguments:
        raise SystemExit("dev.py check takes no arguments.")
    environment.ensure()
    return _named(_failed_checks())


def test(arguments: list[str]) -> int:
    """Run the whole check, or with arguments only pytest with these."""
    environment.ensure()
    environment.ensure_programs()
    if arguments:
        return _pytest(arguments)
    failed = _failed_checks()
    status = _pytest(["-n", "auto", "--dist", "worksteal", "-m", "not desk"])
    if sys.platform.startswith("linux"):  # a window is driven through X; alone, since it is timed
        status = _pytest(["-m", "desk"]) or status
    return _named(failed) or status


def bundle(arguments: list[str]) -> int:
    """Make the folder for a USB stick."""
    environment.ensure()
    command = [str(environment.program("python")), "-m", "tools.bundle", *arguments]
    paths = os.pathsep.join(filter(None, [str(environment.ROOT), os.environ.get("PYTHONPATH")]))
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": paths}).returncode


def _pytest(arguments: list[str]) -> int:
    _say("pytest", *arguments)
    command = [str(environment.program("python")), "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=environment.ROOT).returncode


def _batikstudio(*arguments: str) -> int:
    return subprocess.run([environment.program("python"), "-m", "batikstudio", *arguments]).returncode


def _failed_checks() -> list[str]:
    failed = []
    for name, *options in CHECKS:
        _say(name, *options)
        if subprocess.run([environment.program(name), *options], cwd=environment.ROOT).returncode:
            failed.append(" ".join([name, *options]))
    return failed


def _say(*words: str) -> None:
    print(f"\n-- {' '.join(words)} ".ljust(min(shutil.get_terminal_size().columns, 100), "-"), flush=True)


def _named(failed: list[str]) -> int:
    for name in failed:
        print(f"FAILED: {name}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
