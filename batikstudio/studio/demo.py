"""The whole job on a sample design: the cloth after each step, the wax maps, the print files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from batikstudio.base.errors import BatikError
from batikstudio.base.progress import QUIET, Progress
from batikstudio.design.document import Design

SAMPLE = "manggur-kawung"
STEP_DPI = 72.0
PRINT_DPI = 300.0


def demonstrate(folder: Path, progress: Progress = QUIET) -> Iterator[Path]:
    """Make the sample and everything that comes of it in a folder, and yield each file as it is done.

    Raises
    ------
    BatikError
        ``file.cannot_write``.
    """
    from batikstudio.design.templates import from_template
    from batikstudio.studio.describe import wax_steps
    from batikstudio.studio.files import save
    from batikstudio.studio.views import write_view

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BatikError("file.cannot_write", path=str(folder), reason=error.strerror or str(error)) from error
    design = from_template(SAMPLE)
    total = len(design.steps) + len(wax_steps(design)) + 5
    done = 0

    def step(path: Path) -> Path:
        nonlocal done
        done += 1
        progress.step(done / total)
        return path

    path = folder / f"{SAMPLE}.batik"
    save(design, path)
    yield step(path)
    path = folder / "pola.png"
    write_view(design, path, view="pola", dpi=STEP_DPI, one_repeat=True)
    yield step(path)
    for number, one in enumerate(design.steps, 1):
        path = folder / f"langkah-{number:02d}-{one.id}.png"
        write_view(design, path, after=number, dpi=STEP_DPI, one_repeat=True)
        yield step(path)
    for number in wax_steps(design):
        path = folder / f"malam-{number:02d}-{design.steps[number - 1].id}.png"
        write_view(design, path, view="wax", after=number, dpi=STEP_DPI, one_repeat=True)
        yield step(path)
    yield from (step(path) for path in _print_files(design, folder))


def _print_files(design: Design, folder: Path) -> Iterator[Path]:
    from batikstudio.studio.exporting import export_design, parse_settings

    for format_id, name, texts in (
        ("tiff", "raport-300dpi.tif", {"what": "repeat", "dpi": f"{PRINT_DPI:g}"}),
        ("png", "raport-150dpi.png", {"what": "repeat", "dpi": "150"}),
        ("png", "kain-60dpi.png", {"what": "cloth", "dpi": "60"}),
    ):
        path = folder / name
        export_design(design, format_id, path, parse_settings(format_id, texts))
        yield path
