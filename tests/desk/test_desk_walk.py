"""A person's first job in a real window: the sample, a motif, undo and redo, save, open again, export."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from batikstudio.design.templates import from_template
from batikstudio.project import load
from batikstudio.studio.files import save
from tests.support.desk import Desk, Program, desk, differing_pixels, missing, started, wait_until

pytestmark = [
    pytest.mark.desk,
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing()), reason=f"needs {', '.join(missing())}"),
]

COLD_S = 240  # on a machine whose kernels were never compiled
USABLE_S = 1.5


@pytest.fixture(scope="module")
def laptop() -> Iterator[Desk]:
    with desk("1366x768") as here:
        yield here


def canvas_of(program: Program) -> tuple[float, float]:
    """Return where the canvas begins: its own coordinates of a click against the window's."""
    width, height = program.size()
    at = (width * 0.5, height * 0.45)
    program.key("h")  # the hand: a click with it changes nothing
    program.click(*at)
    press = program.wait("press")
    program.key("v")
    return at[0] - float(str(press["x"])), at[1] - float(str(press["y"]))


def items_in(path: Path) -> int:
    return sum(1 for field in load(path).design.fields for _ in field.items())


def items_in_sample() -> int:
    return sum(1 for field in from_template("manggur-kawung").fields for _ in field.items())


def save_as(program: Program, path: Path) -> None:
    program.key("ctrl+shift+s")
    program.find_window("Simpan")
    program.type(str(path))
    program.picture("saving", whole_screen=True)
    program.key("Return")
    assert program.wait("saved")["path"] == str(path)


def test_the_first_job(laptop: Desk, tmp_path: Path):
    cloth = tmp_path / "kain.batik"
    with started(laptop, tmp_path, "--sample") as program:
        program.wait("shown")
        program.wait("rendered", COLD_S, current=True, position=0)
        left, top = canvas_of(program)
        area = (int(left) + 20, int(top) + 60, 300, 200)  # of the cloth, away from guides and pointer
        program.key("Escape")
        before = program.picture("sample")

        middle = (left + 240, top + 180)
        program.key("m")
        program.click(*middle)
        assert program.wait("action")["label"] == "motif.place"
        program.key("Escape", "Escape")
        program.wait("rendered", current=True, position=1)
        program.move(left + 2, top + 2)
        wait_until(lambda: differing_pixels(before, program.picture("placed"), area) > 500, 5, "the motif on the cloth")
        placed = program.picture("placed")

        program.key("ctrl+z")
        program.wait("action", id="edit.undo", n=0)
        program.wait("rendered", current=True, position=0)
        # What is rendered is painted a moment later.
        wait_until(lambda: differing_pixels(before, program.picture("undone"), area) == 0, 5, "the cloth as it was")
        program.key("ctrl+shift+z")
        program.wait("action", id="edit.redo", n=1)
        program.wait("rendered", current=True, position=1)

        save_as(program, cloth)
        items = items_in(cloth)
        assert items == items_in_sample() + 1

        program.wheel(left + 300, top + 150, 3)
        program.wait("wheel")
        wait_until(lambda: differing_pixels(placed, program.picture("nearer"), area) > 5000, 5, "a nearer look")
        seen = program.picture("nearer")
        program.drag([(left + 300, top + 200), (left + 200, top + 150)], held="space")
        program.wait("release")
        wait_until(lambda: differing_pixels(seen, program.picture("panned"), area) > 5000, 5, "the cloth moved")
        program.key("ctrl+z")
        program.wait("action", id="edit.undo", n=0)
        program.key("ctrl+s")
        program.wait("saved")
        assert items_in(cloth) == items - 1
        assert program.close() == 0


def small_cloth(path: Path) -> Path:
    """Save a cloth of 200 x 150 mm, which is exported in a moment."""
    save(from_template("kawung", {"cloth.length_mm": "200", "cloth.width_mm": "150"}), path)
    return path


def test_a_file_is_opened_looked_at_and_exported(laptop: Desk, tmp_path: Path):
    cloth = small_cloth(tmp_path / "kawung.batik")
    with started(laptop, tmp_path, cloth, title="awung") as program:
        program.wait("rendered", COLD_S, current=True)
        program.key("F6")
        program.wait("action", id="view.wax")
        program.wait("rendered", current=True)
        program.picture("wax")
        program.key("F7", "ctrl+e")
        dialog = program.find_window("Ekspor|Export")
        width, height = program.size(dialog)
        program.click(100, 76, window=dialog)  # the first format: PNG
        time.sleep(1.5)  # the size is measured in a worker, and nothing else tells when it is there
        program.picture("export", whole_screen=True)
        program.click(width - 80, height - 40, window=dialog)
        told = program.wait("exported", 60)
        program.picture("exported", whole_screen=True)
        file = Path(str(told["path"]))
        assert file == tmp_path / "Kawung.png"
        assert hashlib.sha256(file.read_bytes()).hexdigest() == told["sha256"]
        with Image.open(file) as picture:
            size_mm = [px / dpi * 25.4 for px, dpi in zip(picture.size, picture.info["dpi"], strict=True)]
        assert size_mm == pytest.approx([200, 150], abs=0.2)
        program.key("Escape")
        assert program.close() == 0


def test_unsaved_work_is_asked_about(laptop: Desk, tmp_path: Path):
    cloth = small_cloth(tmp_path / "kawung.batik")
    before = cloth.read_bytes()
    with started(laptop, tmp_path, cloth, title="awung") as program:
        program.wait("rendered", COLD_S, current=True)
        program.key("ctrl+a", "ctrl+d")
        program.wait("action", id="edit.duplicate")
        program.close(wait=False)
        program.find_window("perubahan|simpan|Unsaved")
        program.picture("question", whole_screen=True)
        program.key("Escape")
        time.sleep(0.5)
        assert program.process.poll() is None
        program.close(wait=False)
        program.find_window("perubahan|simpan|Unsaved")
        program.key("Return")  # save is what Enter does
        program.wait("saved")
        assert program.process.wait(20) == 0
    assert cloth.read_bytes() != before
    assert items_in(cloth) == 2


@pytest.mark.parametrize(("size", "scale"), [("1280x720", "1"), ("1600x1000", "1"), ("2732x1536", "2")])
def test_other_screens(tmp_path: Path, size: str, scale: str):
    with desk(size, {"QT_SCALE_FACTOR": scale}) as here, started(here, tmp_path, "--sample") as program:
        program.wait("rendered", COLD_S, current=True)
        width, height = (int(side) for side in size.split("x"))
        assert program.size()[0] <= width
        assert program.size()[1] <= height
        program.key("F5")
        program.wait("rendered", current=True)
        program.picture(f"screen-{size}", whole_screen=True)
        assert program.close() == 0


def test_the_window_is_up_in_time(laptop: Desk, tmp_path: Path):
    took = []
    for _ in range(3):
        with started(laptop, tmp_path) as program:
            program.wait("shown")
            took.append(program.shown_s)
            program.picture("start")
            assert program.close() == 0
    assert min(took) < USABLE_S, took
