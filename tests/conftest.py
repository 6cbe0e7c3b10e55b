"""Settings for every test: Qt without a screen, repeatable Hypothesis, folders of its own, no thread left behind."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

import hypothesis
import platformdirs
import pytest

from batikstudio.gui.guard import Raising

# The compiled kernels stay where the program keeps them: compiling them for every test would take minutes.
os.environ.setdefault("NUMBA_CACHE_DIR", str(platformdirs.user_cache_path("batikstudio") / "kernels"))

FOLDERS = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
WINDOWS_FOLDERS = ("WIN_PD_OVERRIDE_APPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA")
GUARD = "test_00_qt_guard.py"

# No deadline: the machines are shared, and a kernel may compile in the first example.
hypothesis.settings.register_profile("dev", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the guard for Qt first: what it looks for would end the run in the middle of any other test."""
    items.sort(key=lambda item: item.path.name != GUARD)


@pytest.fixture(scope="session", autouse=True)
def faults_in_handlers_fail() -> None:
    """Raise again what an event handler of the window raised, so that pytest-qt fails the test."""
    Raising.again = True


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give each test empty folders for the user's settings, data and cache; programs that it starts get them, too."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("user")
        for name in (*FOLDERS, *WINDOWS_FOLDERS):
            patch.setenv(name, str(folder / name.lower()))
        yield


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail a test that leaves a thread running which would keep the program from ending."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 2
    for thread in set(threading.enumerate()) - before:
        if not thread.daemon:
            thread.join(max(0, deadline - time.monotonic()))
    left = [thread.name for thread in set(threading.enumerate()) - before if not thread.daemon]
    assert not left, f"threads still run after the test: {left}"
