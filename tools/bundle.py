"""Make a folder for a USB stick, from which laptops without a network install Batik Studio and start it."""

from __future__ import annotations

import argparse
import hashlib
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tools.closure import PACKAGE, PYTHONS, Target, closure, pins
from tools.environment import ROOT

PARTS = "parts"
STARTER = {"linux": "start.sh", "windows": "start.bat"}
GLIBC_MINORS = range(34, 4, -1)  # the oldest system that Qt's wheels run on, and every older promise


def main(arguments: list[str] | None = None) -> int:
    """Make the folder and say where it is."""
    options = _parser().parse_args(arguments)
    targets = [Target(options.system, python, _machine(options.system)) for python in sorted(set(options.python))]
    with tempfile.TemporaryDirectory() as scratch:
        wheel = build_wheel(Path(scratch))
        version = wheel.name.split("-")[1]
        folder = options.out / f"batik-studio-{version}-{options.system}"
        fill(folder, wheel, targets)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    print(f"{folder}: {size / 1e6:.0f} MB. Copy it to a stick; on each laptop run {STARTER[options.system]} from it.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py bundle", description=__doc__)
    here = {"linux": "linux", "win32": "windows"}.get(sys.platform)
    parser.add_argument(
        "--for",
        dest="system",
        choices=sorted(STARTER),
        default=here,
        required=here is None,
        help="the laptops' system (default: this one)",
    )
    parser.add_argument(
        "--python",
        nargs="+",
        choices=PYTHONS,
        default=[f"{sys.version_info[0]}.{sys.version_info[1]}"],
        metavar="3.x",
        help="the Python versions on the laptops (default: %(default)s)",
    )
    parser.add_argument("--out", type=Path, default=Path("bundle"), help="where the folder is made (default: bundle)")
    return parser


def _machine(system: str) -> str:
    return platform.machine() if system == "linux" == sys.platform else "x86_64"


def build_wheel(folder: Path) -> Path:
    """Build the project's own wheel in ``folder``, without a network."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise SystemExit(f"The wheel could not be built:\n{answer.stdout}{answer.stderr}")
    return next(folder.glob("*.whl"))


def fill(folder: Path, wheel: Path, targets: Iterable[Target]) -> None:
    """Write the folder anew: wheels for every target, what installs them, and the script that starts.

    Parameters
    ----------
    folder : Path
        Replaced when it is there.
    wheel : Path
        The project's own wheel.
    targets : iterable of Target
        One system, one or several Python versions.

    Raises
    ------
    SystemExit
        When a wheel is not to be had; the folder is then not complete, and holds no start script.
    """
    targets = list(targets)
    if folder.exists():
        shutil.rmtree(folder)
    parts = folder / PARTS
    wheels = parts / "wheels"
    wheels.mkdir(parents=True)
    shutil.copy(wheel, wheels)
    for target in targets:
        download(wheels, target)
    shutil.copy(ROOT / "tools" / "system.py", parts)
    shutil.copy(ROOT / "tools" / "stick" / "install.py", parts)
    (parts / "pythons.txt").write_text("".join(f"{target.python}\n" for target in targets), encoding="ascii")
    (parts / "bundle.id").write_text(identity(parts) + "\n", encoding="ascii")
    for name in ("LICENSE", "assets/LICENSE"):
        shutil.copy(ROOT / name, folder / name.replace("/", "-"))
    windows = targets[0].system == "windows"
    for name in ("READ-ME.txt", STARTER[targets[0].system]):
        text = (ROOT / "tools" / "stick" / name).read_text(encoding="utf-8")
        (folder / name).write_text(text, encoding="utf-8", newline="\r\n" if windows else "\n")
    if not windows:
        (folder / STARTER["linux"]).chmod(0o755)


def download(wheels: Path, target: Target) -> None:
    """Fetch the wheels of everything that the project needs on ``target``, at the pinned versions."""
    pinned = pins(ROOT / "constraints.txt")
    names = sorted({*closure(PACKAGE, target), "pip"})
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--only-binary=:all:", "--dest", str(wheels), "--implementation", "cp"]
    command += ["--python-version", target.python]
    for tag in platform_tags(target):
        command += ["--platform", tag]
    print(f"Fetching {len(names)} packages for {target.system}, Python {target.python} ...", flush=True)
    if subprocess.run([*command, *(f"{name}=={pinned[name]}" for name in names)], check=False).returncode:
        raise SystemExit(f"Not every package is to be had for {target.system} with Python {target.python} (see above).")


def platform_tags(target: Target) -> list[str]:
    """Return the platform tags of the wheels that run on ``target``, best first."""
    if target.system == "windows":
        return ["win_amd64"]
    legacy = [f"{name}_{target.machine}" for name in ("manylinux2014", "manylinux2010", "manylinux1")]
    return [*(f"manylinux_2_{minor}_{target.machine}" for minor in GLIBC_MINORS), *legacy]


def identity(parts: Path) -> str:
    """Return the hash of all that is installed, by which a laptop sees whether it has this bundle already."""
    digest = hashlib.sha256()
    for file in sorted(parts.rglob("*")):
        if file.is_file():
            digest.update(file.relative_to(parts).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
