"""A real window, worked from the search to the second day: what was done is in the file and on the screen again."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from batikstudio.design.invariants import problems
from batikstudio.project import load
from batikstudio.studio.autosave import found
from batikstudio.studio.settings import Settings
from batikstudio.studio.settings import load as load_settings
from batikstudio.studio.settings import save as save_settings
from tests.support.desk import Desk, Program, desk, differing_pixels, missing, started, wait_until

pytestmark = [
    pytest.mark.desk,
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing()), reason=f"needs {', '.join(missing())}"),
]

COLD_S = 240  # on a machine whose kernels were never compiled
SEARCH = (180, 130)  # in the window at 1366 x 768
STRIP_LEFT, STRIP_RIGHT, STRIP_UP = 70, 1354, 110
MENUS = (20, 2, 560, 26)


@pytest.fixture(scope="module")
def laptop() -> Iterator[Desk]:
    with desk("1366x768") as here:
        yield here


def canvas_at(program: Program) -> tuple[float, float]:
    """Return where the canvas begins in the window: the log tells a click in the canvas's own coordinates."""
    at = (700.0, 350.0)
    program.key("h")  # the hand: a click with it changes nothing
    program.click(*at)
    press = program.wait("press")
    program.key("v")
    return at[0] - float(str(press["x"])), at[1] - float(str(press["y"]))


def cloth_of(program: Program, left: float, top: float) -> tuple[int, int, int, int]:
    """Return a rectangle of the cloth on the screen, with neither guide nor pointer in it."""
    return int(left) + 360, int(top) + 250, 300, 120


def type_path(program: Program, path: Path) -> None:
    program.find_window("Simpan")
    program.type(str(path))
    program.key("Return")


def test_from_the_search_to_the_second_day(laptop: Desk, tmp_path: Path):
    cloth = tmp_path / "kain.batik"
    with started(laptop, tmp_path, "--sample") as program:
        program.wait("rendered", COLD_S, current=True, position=0)
        left, top = canvas_at(program)
        area = cloth_of(program, left, top)

        program.click(*SEARCH)
        program.type("truntum")
        program.key("Return")  # takes it in hand, and the canvas has the keyboard
        program.click(left + 200, top + 120)
        assert program.wait("action", label="motif.place")["n"] == 1
        program.wait("rendered", current=True, position=1)
        program.key("Escape")
        program.picture("real-placed")

        program.drag([(left + 200, top + 120), (left + 260, top + 150)])
        program.wait("release")
        moves = [event for event in program.events() if event.get("label") == "motif.move"]
        assert {event["n"] for event in moves} == {2}  # in however many moves it arrived, it is one undo
        program.key("ctrl+z")
        program.wait("action", id="edit.undo", n=1)
        program.key("ctrl+shift+z")
        program.wait("action", id="edit.redo", n=2)
        program.wait("rendered", current=True, position=2)

        program.key("ctrl+shift+s")
        type_path(program, cloth)
        program.wait("saved")
        program.move(left + 3, top + 3)
        wait_until(lambda: "*" not in program.title(), 5, "a title without a star")
        program.key("Escape")
        saved = program.still("real-saved", area)
        assert program.close() == 0

    told = subprocess.run(
        [sys.executable, "-m", "batikstudio", "info", "--json", str(cloth)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "truntum" in {motif["id"] for motif in json.loads(told.stdout)["motifs"]}
    assert not problems(load(cloth).design)

    with started(laptop, tmp_path, cloth, title="Manggur") as program:
        program.wait("rendered", COLD_S, current=True)
        program.key("Escape")
        program.move(left + 3, top + 3)
        wait_until(
            lambda: differing_pixels(saved, program.picture("real-again"), area) == 0, 20, "the cloth of the day before"
        )
        assert program.close() == 0


def test_the_process_is_walked_and_the_language_changed(laptop: Desk, tmp_path: Path):
    with started(laptop, tmp_path, "--sample") as program:
        program.wait("rendered", COLD_S, current=True)
        left, top = canvas_at(program)
        area = cloth_of(program, left, top)
        _, height = program.size()
        steps = 11  # the pola and ten steps of sogan kerokan
        cell = (STRIP_RIGHT - STRIP_LEFT) / steps
        program.key("Escape")
        program.move(left + 3, top + 3)
        shown = program.still("real-strip-end", area)
        for number in (5, 1):
            program.click(STRIP_LEFT + cell * (number + 0.5), height - STRIP_UP)
            program.wait("rendered", current=True)
            last = shown
            wait_until(
                lambda before=last, n=number: (
                    differing_pixels(before, program.picture(f"real-strip-{n}"), area) > area[2] * area[3] / 2
                ),
                10,
                "the cloth after another step",
            )
            shown = program.shots / f"real-strip-{number}.png"
        program.menu("Left", "Left", "Down", "Return")  # Jendela, its second line
        program.wait("action", id="window.english")
        wait_until(
            lambda: (
                differing_pixels(shown, program.picture("real-english"), MENUS) > 500
                and differing_pixels(shown, program.shots / "real-english.png", area) == 0
            ),
            10,
            "other words over the same cloth",
        )
        assert program.close() == 0
    assert load_settings(tmp_path / "config" / "batikstudio" / "settings.toml").settings.language == "en"


def test_a_killed_window_loses_nothing(laptop: Desk, tmp_path: Path):
    (tmp_path / "config" / "batikstudio").mkdir(parents=True)
    save_settings(Settings(autosave_s=5), tmp_path / "config" / "batikstudio" / "settings.toml")
    with started(laptop, tmp_path, "--sample") as program:
        program.wait("rendered", COLD_S, current=True)
        program.key("ctrl+a", "ctrl+d")
        program.wait("action", id="edit.duplicate")
        program.wait("kept", 60, kept=True)
        program.process.kill()
        program.process.wait(10)
    (kept,) = found(tmp_path / "data" / "batikstudio" / "autosaves")
    assert kept.title == "Manggur dan kawung"
    with started(laptop, tmp_path) as program:
        program.wait("warm", COLD_S)
        program.picture("real-offered")
        assert program.close() == 0
    assert [one.revision for one in found(tmp_path / "data" / "batikstudio" / "autosaves")] == [kept.revision]
