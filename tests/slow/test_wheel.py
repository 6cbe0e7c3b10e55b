"""The wheel holds everything: installed where the checkout is not seen, it renders a design from its own assets."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from tests.support.places import ROOT, bare_environment, environment_with_wheel, run

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    answer = subprocess.run(command, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return environment_with_wheel(tmp_path_factory.mktemp("installed") / "environment", wheel)


def files_below(folder: Path) -> dict[str, bytes]:
    """Return what a folder holds, without what Python and the editors leave behind."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_every_asset_and_every_package_file_is_inside(wheel: Path):
    assets, package = files_below(ROOT / "assets"), files_below(ROOT / "batikstudio")
    assert {Path(name).suffix for name in assets} >= {".svg", ".toml"}
    assert {Path(name).suffix for name in package} >= {".py", ".mo", ".svg"}
    wanted = {f"batikstudio/_assets/{name}": data for name, data in assets.items()}
    wanted |= {f"batikstudio/{name}": data for name, data in package.items()}
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if ".dist-info/" not in name]
        assert sorted(names) == sorted(wanted)
        assert [name for name in names if archive.read(name) != wanted[name]] == []


def test_the_licences_are_inside(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        licences = {name.split("/licenses/")[1] for name in archive.namelist() if "/licenses/" in name}
    assert licences == {"LICENSE", "assets/LICENSE"}


def test_it_renders_a_design_where_the_checkout_is_not_seen(programs: Path, tmp_path: Path):
    variables = bare_environment(tmp_path / "home")
    place = "import batikstudio; print(batikstudio.__file__)"
    answer = run([programs / "python", "-c", place], tmp_path, variables)
    assert answer.stdout.startswith(str(programs.parent)), answer.stdout

    studio = programs / "batikstudio"
    run([studio, "new", "--template", "manggur-kawung", "--out", "a.batik"], tmp_path, variables)
    run([studio, "render", "a.batik", "--out", "a.png", "--dpi", "40"], tmp_path, variables)
    info = json.loads(run([studio, "info", "a.batik", "--json"], tmp_path, variables).stdout)
    with Image.open(tmp_path / "a.png") as picture:
        colours = picture.convert("RGB").getcolors(maxcolors=1 << 24)
        for side, millimetres in zip(
            picture.size, (info["cloth"]["length_mm"], info["cloth"]["width_mm"]), strict=True
        ):
            # The repeat is a whole number of pixels: the resolution moves by a fraction of a percent.
            assert side == pytest.approx(millimetres / 25.4 * 40, rel=2e-3)
    assert len(colours) > 100  # dyed cloth, not a blank


def test_its_lists_equal_those_of_the_checkout(programs: Path, tmp_path: Path):
    variables = bare_environment(tmp_path / "home")
    for listing in ("templates", "motifs", "dyes", "processes", "formats"):
        installed = run([programs / "batikstudio", listing, "--json"], tmp_path, variables).stdout
        here = run([sys.executable, "-m", "batikstudio", listing, "--json"], ROOT, variables).stdout
        assert json.loads(installed) == json.loads(here), listing
        assert json.loads(installed), listing
