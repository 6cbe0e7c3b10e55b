"""The figures of this machine: how long the work takes that people wait for."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from batikstudio.base.progress import QUIET, Progress
from batikstudio.base.words import Words
from batikstudio.design.document import Design

ROUNDS = 5
PREVIEW_PX = (1024, 1024)


@dataclass(frozen=True)
class Figure:
    """One measured figure: its name, the value, the unit, and the bar it is held against, where there is one."""

    id: str
    words: Words
    value: float
    unit: str
    bar: float | None = None

    def as_dict(self) -> dict[str, object]:
        """Return the figure as ``--json`` prints it."""
        return {
            "id": self.id,
            "name": self.words.as_dict(),
            "value": round(self.value, 4),
            "unit": self.unit,
            "bar": self.bar,
        }


def measure(progress: Progress = QUIET) -> Iterator[Figure]:
    """Measure, and yield each figure as it is known: the best of some rounds, wall time on this machine."""
    parts: tuple[Callable[[], Iterator[Figure]], ...] = (_kernels, _preview, _export)
    for number, part in enumerate(parts):
        yield from part()
        progress.step((number + 1) / len(parts))


def _best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def _kernels() -> Iterator[Figure]:
    """Compile in a process with an empty cache, then load in another one."""
    code = "import time; t = time.process_time(); from batikstudio.cloth.kernels import warm_up; warm_up(); "
    code += "print(time.process_time() - t)"
    with tempfile.TemporaryDirectory() as folder:
        for figure, words, bar in (
            ("kernels_cold", Words("menyusun penghitung, pertama kali", "compiling the kernels, first time"), 15.0),
            ("kernels_warm", Words("memuat penghitung", "loading the kernels"), 1.0),
        ):
            done = subprocess.run(  # noqa: S603 - our own interpreter and code
                [sys.executable, "-c", code],
                env=os.environ | {"NUMBA_CACHE_DIR": folder},
                capture_output=True,
                text=True,
                check=True,
            )
            yield Figure(figure, words, float(done.stdout), "s CPU", bar)


def _preview() -> Iterator[Figure]:
    from batikstudio.cloth.cache import Cache
    from batikstudio.cloth.render import render
    from batikstudio.cloth.viewport import Viewport, grid_of
    from batikstudio.design.edits import items, process
    from batikstudio.design.templates import from_template
    from batikstudio.geometry.affine import Affine
    from batikstudio.raster.coverage import Window

    design = from_template("manggur-kawung")
    grid = grid_of(design, 150)
    viewport = Viewport(Window(0, 0, *PREVIEW_PX), grid.px_per_mm)
    store = Cache()
    edits = iter(range(1000))

    def show(one: Design) -> object:
        return render(one, viewport, grid=grid, store=store)

    show(design)

    def process_edit() -> object:
        return show(process.set_setting(design, "nyoga", "strength", 0.5 + next(edits) / 1000))

    def drawing_edit() -> object:
        return show(items.transform(design, ["i1"], Affine.translation(0.1 + next(edits) / 100, 0.0)))

    megapixels = PREVIEW_PX[0] * PREVIEW_PX[1] / 1e6
    words = Words("ubah proses, 1 MP", "an edit of the process, 1 MP")
    yield Figure("process_edit", words, _best(process_edit) * 1000 / megapixels, "ms", 50.0)
    words = Words("ubah gambar, seluruh 1 MP", "an edit of the drawing, all of 1 MP")
    yield Figure("drawing_edit", words, _best(drawing_edit) * 1000 / megapixels, "ms", 90.0)


def _export() -> Iterator[Figure]:
    from batikstudio.base.parameter import Value
    from batikstudio.design.templates import from_template
    from batikstudio.studio.exporting import export_design, source_of

    design = from_template("manggur-kawung")
    settings: dict[str, Value] = {"what": "cloth", "dpi": 300.0}
    source = source_of(design, settings)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kain.tif"
        start = time.perf_counter()
        export_design(design, "tiff", path, settings)
        seconds = time.perf_counter() - start
    megapixels = source.width_px * source.height_px / 1e6
    words = Words(
        f"kain {megapixels:.0f} MP ke TIFF, raport utuh", f"a cloth of {megapixels:.0f} MP to TIFF, exact repeat"
    )
    yield Figure("export_cloth", words, seconds, "s", 10.0)

    rows, start = 0, time.perf_counter()
    while time.perf_counter() - start < 5.0:
        source.rows(rows, rows + source.rows_at_once)
        rows += source.rows_at_once
    period = source.period_px[0] if source.period_px else source.width_px
    rate = rows * min(period, source.width_px) / 1e6 / (time.perf_counter() - start)
    words = Words("menghitung kain 300 dpi", "computing the cloth at 300 dpi")
    yield Figure("cloth_rate", words, rate, "MP/s", 3.0)
