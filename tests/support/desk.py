"""A private X desktop and a hand on it: start the program in a real window, press real keys, read what it says.

Debian's ``xvfb openbox xdotool imagemagick wmctrl``; nothing of the screen that is there is touched. Positions are
pixels from the top left of the window's content.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

NEEDED = ("Xvfb", "openbox", "xdotool", "import", "compare", "wmctrl", "xprop")
HAND_STEP_PX = 8  # a hand's mouse arrives in about such steps
FIRST_MENU = (45, 15)
REST_S = 0.5  # what a key asked for is painted by then
FOREIGN = ("WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "QT_QPA_PLATFORMTHEME", "QT_SCREEN_SCALE_FACTORS", "DISPLAY")

Event = dict[str, object]


def missing() -> list[str]:
    """Return the programs that a desk needs and this machine does not have."""
    return [name for name in NEEDED if shutil.which(name) is None]


@dataclass(frozen=True)
class Desk:
    """A display with a window manager, and the environment of programs on it."""

    environment: dict[str, str]

    def ask(self, *command: object) -> str:
        """Run a command on the desk; return what it printed, whatever its status."""
        words = [str(word) for word in command]
        return subprocess.run(words, env=self.environment, capture_output=True, text=True, check=False).stdout.strip()


@contextmanager
def desk(size: str = "1366x768", more: dict[str, str] | None = None) -> Iterator[Desk]:
    """Start an X server on a free display and a window manager; both end with the block."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    manager: subprocess.Popen[bytes] | None = None
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("the X server did not start")
        environment = {key: value for key, value in os.environ.items() if key not in FOREIGN}
        environment |= {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"} | (more or {})
        here = Desk(environment)
        manager = subprocess.Popen(
            ["openbox", "--config-file", "/dev/null", "--sm-disable"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until(lambda: "0x" in here.ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), 10, "a window manager")
        yield here
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait(10)


def wait_until(true: Callable[[], object], timeout_s: float, what: str) -> None:
    """Wait until something holds."""
    end = time.monotonic() + timeout_s
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {timeout_s:g} s for {what}")
        time.sleep(0.03)


@dataclass
class Program:
    """A program that runs on a desk, with its main window."""

    desk: Desk
    process: subprocess.Popen[bytes]
    log: Path
    shots: Path
    window: str = ""
    shown_s: float = 0.0
    _read: int = field(default=0)

    # what the program says

    def events(self) -> list[Event]:
        """Return every event of the log so far."""
        text = self.log.read_text(encoding="utf-8") if self.log.exists() else ""
        return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]

    def wait(self, kind: str, timeout_s: float = 20, **facts: object) -> Event:
        """Return the next event of a kind with these facts, after the last one that was waited for."""
        found: list[Event] = []

        def there() -> bool:
            if self.process.poll() is not None:
                raise RuntimeError(f"the program ended with {self.process.returncode} before {kind}")
            for place, event in enumerate(self.events()[self._read :], self._read):
                if event["ev"] == kind and all(event.get(key) == value for key, value in facts.items()):
                    self._read = place + 1
                    found.append(event)
                    return True
            return False

        wait_until(there, timeout_s, f"{kind} {facts} after {self.events()[-4:]}")
        return found[0]

    # the window

    def windows(self, title: str = "") -> list[str]:
        """Return the ids of the program's visible windows whose title holds a pattern."""
        asked = ("xdotool", "search", "--all", "--onlyvisible", "--pid", self.process.pid, "--name", title)
        return self.desk.ask(*asked).split()

    def find_window(self, title: str, timeout_s: float = 30) -> str:
        """Wait for a window with a title and return its id."""
        wait_until(lambda: self.windows(title) or self.process.poll() is not None, timeout_s, f"a window {title!r}")
        if self.process.poll() is not None:
            raise RuntimeError(f"the program ended with {self.process.returncode} before it showed {title!r}")
        return self.windows(title)[-1]

    def title(self) -> str:
        """Return the title of the main window."""
        return self.desk.ask("xdotool", "getwindowname", self.window)

    def size(self, window: str = "") -> tuple[int, int]:
        """Return the width and height of a window, the main one if none is named."""
        told = self.desk.ask("xdotool", "getwindowgeometry", "--shell", window or self.window)
        found = dict(line.split("=", 1) for line in told.splitlines())
        return int(found["WIDTH"]), int(found["HEIGHT"])

    def picture(self, name: str, whole_screen: bool = False) -> Path:
        """Photograph the window, or the screen with its menus and dialogs."""
        path = self.shots / f"{name}.png"
        self.desk.ask("import", "-window", "root" if whole_screen else self.window, path)
        return path

    def still(self, name: str, area: tuple[int, int, int, int] | None = None, timeout_s: float = 10) -> Path:
        """Photograph the window once a part of it shows the same twice."""
        wait_until(
            lambda: differing_pixels(self.picture(f"{name}-before"), self._later(name), area) == 0, timeout_s, "rest"
        )
        return self.shots / f"{name}.png"

    def _later(self, name: str) -> Path:
        time.sleep(REST_S)
        return self.picture(name)

    def close(self, timeout_s: float = 20, wait: bool = True) -> int | None:
        """Close the window by its cross and return the program's exit status, if it is waited for."""
        self.desk.ask("wmctrl", "-i", "-c", hex(int(self.window)))
        return self.process.wait(timeout_s) if wait else None

    # the hand

    def move(self, x: float, y: float, window: str = "") -> None:
        """Move the mouse, in the main window if none is named."""
        self.desk.ask("xdotool", "mousemove", "--window", window or self.window, round(x), round(y))

    def click(self, x: float, y: float, button: int = 1, window: str = "") -> None:
        """Move the mouse and click."""
        self.move(x, y, window)
        self.desk.ask("xdotool", "sleep", 0.05, "click", button)

    def drag(self, points: Sequence[tuple[float, float]], button: int = 1, held: str = "") -> None:
        """Press at the first point, go through the others as a hand does, release."""
        self.move(*points[0])
        way: list[object] = ["xdotool"]
        way += ["keydown", held] if held else []
        way += ["sleep", 0.05, "mousedown", button]
        for (x0, y0), (x1, y1) in pairwise(points):
            steps = max(2, int(max(abs(x1 - x0), abs(y1 - y0)) / HAND_STEP_PX))
            for k in range(1, steps + 1):
                x, y = x0 + (x1 - x0) * k / steps, y0 + (y1 - y0) * k / steps
                way += ["mousemove", "--window", self.window, round(x), round(y), "sleep", 0.008]
        way += ["mouseup", button]
        way += ["keyup", held] if held else []
        self.desk.ask(*way)

    def wheel(self, x: float, y: float, clicks: int) -> None:
        """Turn the wheel; positive is away from the hand."""
        self.move(x, y)
        self.desk.ask("xdotool", "click", "--repeat", abs(clicks), "--delay", 30, 4 if clicks > 0 else 5)

    def key(self, *keys: str) -> None:
        """Press keys by their X names: ``ctrl+z``, ``Escape``."""
        self.desk.ask("xdotool", "key", "--clearmodifiers", "--delay", 40, *keys)

    def menu(self, *keys: str) -> None:
        """Open the first menu by its place and go on with keys: left of it is the last."""
        self.click(*FIRST_MENU)
        self.key(*keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.desk.ask("xdotool", "type", "--delay", 15, text)


@contextmanager
def started(here: Desk, folder: Path, *arguments: object, title: str = "Batik Studio") -> Iterator[Program]:
    """Start the studio with a first start's empty settings below ``folder``; it is ended with the block.

    The pictures go to ``folder``, or where ``BATIK_SHOTS`` says.
    """
    shots = Path(os.environ.get("BATIK_SHOTS") or folder / "shots")
    shots.mkdir(parents=True, exist_ok=True)
    log = folder / f"events-{time.monotonic_ns()}.jsonl"
    environment = here.environment | {"BATIK_EVENTLOG": str(log)}
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        environment[f"XDG_{name}_HOME"] = str(folder / name.lower())
    words = [sys.executable, "-m", "batikstudio", *(str(argument) for argument in arguments)]
    begun = time.perf_counter()
    process = subprocess.Popen(words, env=environment, cwd=folder)
    program = Program(here, process, log, shots)
    try:
        program.window = program.find_window(title)
        program.shown_s = time.perf_counter() - begun
        here.ask("xdotool", "windowactivate", "--sync", program.window)
        yield program
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(10)


def differing_pixels(one: Path, other: Path, area: tuple[int, int, int, int] | None = None) -> int:
    """Return how many pixels of two pictures of one size differ, within ``(x, y, width, height)`` if given."""
    crop = "[{2}x{3}+{0}+{1}]".format(*area) if area else ""
    words = ["compare", "-metric", "AE", f"{one}{crop}", f"{other}{crop}", "null:"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise ValueError(f"{one} and {other} cannot be compared: {done.stderr.strip()}")
    return round(float(done.stderr.split()[0]))
