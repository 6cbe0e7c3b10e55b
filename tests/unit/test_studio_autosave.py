"""Unsaved work: kept in a ring, found after a crash, not offered while somebody works on it, never deleted unasked."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from batikstudio.base.errors import BatikError
from batikstudio.design.edits.about import set_seed
from batikstudio.design.templates import from_template
from batikstudio.project.lock import Lock, runs
from batikstudio.studio.autosave import KEPT, Autosave, discard, found
from tests.support.failing_system import FailingSystem
from tests.support.places import ROOT

DEAD = 2**22 + 1  # above the largest number of a process


@pytest.fixture
def design():
    return from_template("kawung")


@pytest.fixture
def killed(tmp_path):
    """Return the folder of autosaves of a process that was killed after its seventh."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.support.autosave_child", tmp_path, "7"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert [child.stdout.readline() for _ in range(7)][-1] == "7\n"
    assert found(tmp_path) == ()  # it is alive: its work is its own
    child.kill()
    child.communicate(timeout=10)
    return tmp_path


def _ring(root):
    (folder,) = root.iterdir()
    return sorted(one for one in folder.iterdir() if one.suffix == ".batik")


def test_the_work_of_a_killed_process_is_found(killed):
    (one,) = found(killed)
    assert one.revision == 7
    assert one.design.seed == 7
    assert one.title == "Kawung"
    assert one.original == Path("/somewhere/kain.batik")
    assert one.preview_png == b"preview"
    assert [int(path.stem) for path in _ring(killed)] == [3, 4, 5, 6, 7]


def test_nothing_is_deleted_by_looking(killed):
    before = {path: path.read_bytes() for path in killed.rglob("*") if path.is_file()}
    for _ in range(3):
        found(killed)
    Autosave(killed).end(all_saved=True)
    assert {path: path.read_bytes() for path in killed.rglob("*") if path.is_file()} == before


def test_a_damaged_newest_falls_back_to_the_one_before(killed):
    ring = _ring(killed)
    ring[-1].write_bytes(ring[-1].read_bytes()[:5000])
    ring[-2].write_bytes(b"")
    os.utime(ring[0])  # the newest by the clock is not the newest
    assert found(killed)[0].revision == 5
    for path in ring:
        path.write_bytes(b"PK\x03\x04")
    assert found(killed) == ()
    assert _ring(killed) == ring


def test_a_bad_folder_hides_no_other(killed):
    for name, content in (("about", "["), ("lock", "x y z")):
        folder = killed / name
        folder.mkdir()
        (folder / "about.json").write_text(content, encoding="utf-8")
        (folder / "00000001.batik").write_bytes(b"no")
        (folder / "²².batik").write_bytes(b"no")
        (folder / "lock").mkdir()
    (killed / "file").write_text("x", encoding="utf-8")
    (_ring_folder,) = {one.folder for one in found(killed)}
    (_ring_folder / "about.json").write_text('{"original": 3', encoding="utf-8")
    (one,) = found(killed)
    assert one.revision == 7
    assert one.original is None


def test_a_folder_that_is_none_holds_nothing(tmp_path):
    assert found(tmp_path / "nowhere") == ()
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert found(tmp_path / "file") == ()


def test_discarding_takes_one_session_only(killed, design):
    keeper = Autosave(killed)
    keeper.keep(design, b"", 1, None)
    (one,) = found(killed)
    discard(one.folder)
    assert found(killed) == ()
    assert not one.folder.exists()
    keeper.end(all_saved=False)
    assert found(killed)[0].revision == 1


def test_a_session_that_ended_well_leaves_nothing(tmp_path, design):
    keeper = Autosave(tmp_path)
    assert list(tmp_path.iterdir()) == []
    keeper.keep(design, b"", 1, None)
    assert len(_ring(tmp_path)) == 1
    keeper.end(all_saved=True)
    assert list(tmp_path.iterdir()) == []
    keeper.end(all_saved=True)


def test_a_revision_is_kept_once(tmp_path, design):
    keeper = Autosave(tmp_path)
    assert keeper.keep(design, b"", 3, None)
    assert not keeper.keep(design, b"", 3, None)
    assert not keeper.keep(design, b"", 2, None)
    assert keeper.keep(set_seed(design, 5), b"", 4, None)
    assert len(_ring(tmp_path)) == 2
    keeper.end(all_saved=True)


def test_a_disk_that_refuses_any_act_keeps_the_older_ones(tmp_path, design):
    keeper = Autosave(tmp_path)
    for revision in range(1, KEPT + 1):
        keeper.keep(set_seed(design, revision), b"", revision, None)
    for fail_at in range(1, 30):
        with pytest.MonkeyPatch.context() as patch:
            system = FailingSystem(patch, fail_at, 28)
            try:
                keeper.keep(set_seed(design, 99), b"", 99, None)
            except BatikError as error:
                assert error.code == "file.cannot_write"  # noqa: PT017
        if not system.failed:
            break
        assert {int(path.stem) for path in _ring(tmp_path)} >= set(range(1, KEPT + 1))
    assert [int(path.stem) for path in _ring(tmp_path)] == [2, 3, 4, 5, 99]
    keeper.end(all_saved=True)


def test_a_place_that_cannot_be_written_is_said(tmp_path, design):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(BatikError) as caught:
        Autosave(tmp_path / "file").keep(design, b"", 1, None)
    assert caught.value.code == "file.cannot_write"


def _lock_says(path, text):
    path.write_text(text, encoding="utf-8")
    return Lock(path).is_held_by_the_living()


def test_a_lock_tells_the_living_from_the_dead(tmp_path):
    path, host = tmp_path / "lock", socket.gethostname()
    mine = Lock(path)
    assert not mine.is_held_by_the_living()
    assert mine.acquire()
    written = path.read_text(encoding="utf-8")
    assert Lock(path).is_held_by_the_living()
    assert not Lock(path).acquire()
    mine.release()
    assert not path.exists()
    assert not _lock_says(path, f"{DEAD} {host} -\n")
    assert Lock(path).acquire()
    assert _lock_says(path, f"{DEAD} another-computer -\n")
    for text in ("", "x", f"x {host} -", "1 2 3 4"):
        assert not _lock_says(path, text)
    assert runs(os.getpid())
    assert not runs(DEAD)
    assert written.split()[:2] == [str(os.getpid()), host]


@pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="only Linux tells when a process began")
def test_whoever_has_the_number_after_a_power_cut_does_not_hold_the_lock(tmp_path):
    path = tmp_path / "lock"
    mine = Lock(path)
    mine.acquire()
    process, host, birth = path.read_text(encoding="utf-8").split()
    assert not _lock_says(path, f"{process} {host} {'0' * 36}-{birth.rpartition('-')[2]}\n")
    assert not _lock_says(path, f"{process} {host} {birth}0\n")
    assert _lock_says(path, f"{process} {host} {birth}\n")


def test_releasing_leaves_the_lock_of_another(tmp_path):
    path = tmp_path / "lock"
    path.write_text(f"{os.getpid()} elsewhere -\n", encoding="utf-8")
    other = Lock(path)
    assert not other.acquire()
    other.release()
    assert path.exists()
