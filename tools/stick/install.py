"""Install Batik Studio from this folder for one user, without a network: ``python install.py FOLDER``.

Standard library only: it runs with the laptop's own Python, which need not have pip.
"""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import system  # type: ignore[import-not-found]  # lies beside it in the bundle

PARTS = Path(__file__).resolve().parent


def main(program: Path) -> int:
    """Install into ``program`` if that is not done, and mark it ready once Qt finds all it needs."""
    installed = program / "bundle.id"
    if not (installed.is_file() and installed.read_bytes() == (PARTS / "bundle.id").read_bytes()):
        print("Memasang Batik Studio, sekali saja, beberapa menit ...")
        print("Installing Batik Studio, once only, some minutes ...", flush=True)
        if not install(program):
            print("Pemasangan gagal (lihat di atas). Berkas Anda tidak diubah.", file=sys.stderr)
            print("The installation failed (see above). None of your files were changed.", file=sys.stderr)
            return 1
        shutil.copy(PARTS / "bundle.id", installed)
    missing = system.missing_libraries(program)
    if missing:
        print("Batik Studio sudah terpasang, tetapi sistem ini belum lengkap.", file=sys.stderr)
        print("Batik Studio is installed, but it cannot open its window yet.", file=sys.stderr)
        print(system.report(missing), file=sys.stderr)
        return 3
    shutil.copy(installed, program / "ready")
    return 0


def install(program: Path) -> bool:
    """Make the environment anew and put every wheel of the folder into it that fits."""
    glibc = system.old_glibc()
    if glibc:
        print(f"Qt needs glibc 2.34 or newer (Debian 12, Ubuntu 22.04); this system has {glibc}.", file=sys.stderr)
        return False
    try:
        # Without pip, which Debian keeps in a package of its own; the one in the folder is used instead.
        venv.create(program, clear=True, with_pip=False, symlinks=os.name != "nt")
    except OSError as error:
        print(error, file=sys.stderr)
        return False
    wheels = PARTS / "wheels"
    python = program / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    settings = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
    settings |= {"PYTHONPATH": str(next(wheels.glob("pip-*.whl"))), "PIP_CONFIG_FILE": os.devnull}
    command = [str(python), "-m", "pip", "install", "--quiet", "--no-index", "--no-warn-script-location"]
    command += ["--disable-pip-version-check", "--no-cache-dir", "--find-links", str(wheels), "batikstudio"]
    if subprocess.run(command, env=settings, check=False).returncode:
        return False
    # Compiles the kernels; where that fails, the first window does it.
    subprocess.run([python, "-I", "-m", "batikstudio", "warm-up"], check=False, capture_output=True)
    return True


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
