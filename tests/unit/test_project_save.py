"""Saving: the old file or the new one, whole, whatever happens in between; and the same bytes for the same design."""

from __future__ import annotations

import errno
import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile

import numpy as np
import pytest

from batikstudio.base import atomic
from batikstudio.base.errors import BatikError
from batikstudio.design.edits.about import set_seed, set_title
from batikstudio.design.templates import from_template
from batikstudio.project import load, save
from batikstudio.project.container import DOCUMENT, MANIFEST, MEDIA_TYPE, MIMETYPE, PREVIEW, TAIL
from batikstudio.studio import files
from tests.support.failing_system import FailingSystem
from tests.support.hostile_zip import sound
from tests.support.places import ROOT

KILLS = 20


@pytest.fixture(scope="module")
def design():
    return from_template("kawung")


@pytest.fixture
def target(design, tmp_path):
    path = tmp_path / "kain.batik"
    save(design, path, b"old preview")
    return path


def _names(folder):
    return sorted(one.name for one in folder.iterdir())


def test_the_container_is_what_the_page_says(design, target):
    data = target.read_bytes()
    assert data[30:38] == b"mimetype"
    assert data[38 : 38 + len(MEDIA_TYPE)] == MEDIA_TYPE.encode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names[:4] == [MIMETYPE, MANIFEST, DOCUMENT, PREVIEW]
        assert names[-1] == TAIL
        assert names[4:-1] == sorted(names[4:-1])
        assert all(one.startswith("assets/") for one in names[4:-1])
        assert archive.read(MANIFEST) == archive.read(TAIL)
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.getinfo(MIMETYPE).compress_type == zipfile.ZIP_STORED
        plain = json.loads(archive.read(DOCUMENT))
    assert list(plain) == sorted(plain)
    assert "assets" not in plain


def test_the_same_design_gives_the_same_bytes_whatever_preview_it_has(design, tmp_path):
    one, other = tmp_path / "a.batik", tmp_path / "b.batik"
    save(design, one, b"a preview")
    save(load(one).design, other, b"a preview")
    assert one.read_bytes() == other.read_bytes()
    save(design, other, b"quite another preview")
    with zipfile.ZipFile(one) as first, zipfile.ZipFile(other) as second:
        assert first.namelist() == second.namelist()
        differ = [name for name in first.namelist() if first.read(name) != second.read(name)]
    assert differ == [PREVIEW]


def test_other_processes_give_the_same_bytes(design, tmp_path):
    code = (
        "import sys; from pathlib import Path; from batikstudio.project import save;"
        "from batikstudio.design.templates import from_template;"
        "save(from_template('kawung'), Path(sys.argv[1]), b'preview')"
    )
    found = set()
    for number, (seed, zone, language) in enumerate((("0", "UTC", "C"), ("4242", "Asia/Jakarta", "id_ID.UTF-8"))):
        path = tmp_path / f"{number}.batik"
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "USER": f"u{number}"}
        subprocess.run([sys.executable, "-c", code, path], cwd=ROOT, env=environment, check=True, timeout=60)
        found.add(path.read_bytes())
    save(design, tmp_path / "here.batik", b"preview")
    assert found == {(tmp_path / "here.batik").read_bytes()}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_every_single_act_of_a_save_may_fail(design, target, code):
    old, new = target.read_bytes(), set_title(design, "Lain")
    for fail_at in range(1, 50):
        caught = None
        with pytest.MonkeyPatch.context() as patch:
            system = FailingSystem(patch, fail_at, code)
            try:
                save(new, target, b"new preview")
            except BatikError as error:
                caught = error
        assert _names(target.parent) == [target.name]
        if not system.failed:
            break
        assert caught is not None, system.acts
        assert caught.code == "file.cannot_write"
        assert caught.facts == {"path": str(target), "reason": os.strerror(code)}
        if system.acts[-1] == "fsync" and "replace" in system.acts:
            # The new file is in place but the folder was not flushed: not "saved", and one of the two is there, whole.
            assert load(target).design == new
            save(design, target, b"old preview")
        assert target.read_bytes() == old
    assert system.acts == ["open", "write", "fsync", "replace", "fsync"]
    assert load(target).design == new


def test_a_file_that_reads_back_differently_is_not_kept(design, target, monkeypatch):
    old, honest = target.read_bytes(), atomic.flush_to_disk

    def damaging(path):
        if path.is_file():
            data = bytearray(path.read_bytes())
            data[len(data) // 3] ^= 4
            path.write_bytes(data)
        honest(path)

    monkeypatch.setattr(atomic, "flush_to_disk", damaging)
    with pytest.raises(BatikError) as caught:
        save(set_title(design, "Lain"), target, b"")
    assert caught.value.code == "file.not_equal"
    assert target.read_bytes() == old
    assert _names(target.parent) == [target.name]


def test_a_writer_that_writes_another_design_is_caught(design, target, monkeypatch):
    old, wrong = target.read_bytes(), sound(set_seed(design, 99))
    monkeypatch.setattr(sys.modules["batikstudio.project.save"], "pack", lambda *_: wrong)
    with pytest.raises(BatikError) as caught:
        save(design, target, b"")
    assert caught.value.code == "file.not_equal"
    assert target.read_bytes() == old


@pytest.mark.parametrize("name", ["", "nowhere/kain.batik", "kain.batik/kain.batik", "n" * 300 + ".batik"])
def test_a_place_that_is_none_is_refused(design, target, name):
    old = target.read_bytes()
    with pytest.raises(BatikError) as caught:
        save(design, target.parent / name, b"")
    assert caught.value.code == "file.cannot_write"
    assert caught.value.facts["reason"]
    assert target.read_bytes() == old
    assert _names(target.parent) == [target.name]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="drops from root to a user without rights")
def test_an_unwritable_folder_is_refused(target):
    """Root may write everywhere: the save is done by a process of another user."""
    code = (
        "import os, sys; from pathlib import Path; from batikstudio.base.errors import BatikError;"
        "from batikstudio.design.templates import from_template; from batikstudio.project import save;"
        "design = from_template('kawung'); os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "try: save(design, Path(sys.argv[1]), b'')\n"
        "except BatikError as error: print(error.code, error.facts['reason'])"
    )
    old = target.read_bytes()
    # Whatever stands above the folder must let the other user through, or he is stopped too early to prove anything.
    for folder in list(target.parents)[:3]:
        folder.chmod(0o755)
    answer = subprocess.run(
        [sys.executable, "-c", code, target], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert answer.stdout.strip() == "file.cannot_write Permission denied"
    assert target.read_bytes() == old
    assert _names(target.parent) == [target.name]


@pytest.mark.parametrize(
    ("path", "code"),
    [("nothing.batik", "file.not_found"), ("", "file.cannot_read"), ("kain.batik/x", "file.cannot_read")],
)
def test_what_cannot_be_read_says_why(target, path, code):
    with pytest.raises(BatikError) as caught:
        load(target.parent / path)
    assert caught.value.code == code


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), 1e7])
def test_an_impossible_number_is_refused_before_anything_is_written(design, target, value):
    from msgspec.structs import replace

    old = target.read_bytes()
    with pytest.raises(BatikError) as caught:
        save(replace(design, cloth=replace(design.cloth, length_mm=value)), target, b"")
    assert caught.value.code == "design.number_out_of_range"
    assert caught.value.facts["where"] == "$.cloth.length_mm"
    assert target.read_bytes() == old


def test_texts_of_broken_bytes_can_be_saved(design, tmp_path):
    """A command line gives such texts where a file's name or an argument is not UTF-8."""
    from batikstudio.design.edits import about, layers

    broken = b"kain \xff".decode("utf-8", "surrogateescape")
    for edit in (
        about.set_title,
        about.set_author,
        about.set_notes,
        lambda one, text: layers.add(one, "badan", text)[0],
    ):
        new = edit(design, broken)
        save(new, tmp_path / "a.batik", b"")
        assert load(tmp_path / "a.batik").design == new


def test_a_killed_save_loses_nothing(tmp_path):
    """The child saves back to back and prints each seed that it was told is saved: nothing older may be found."""
    path = tmp_path / "kain.batik"
    generator = np.random.default_rng(7)
    first, saved_any = 1, 0
    for _ in range(KILLS):
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.support.save_child", path, str(first)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        saves = [child.stdout.readline() for _ in range(int(generator.integers(0, 4)))]  # however busy the machine is
        time.sleep(float(generator.uniform(0.0, 0.02)))
        child.send_signal(signal.SIGKILL)
        told = [int(line) for line in [*saves, *child.communicate(timeout=30)[0].splitlines()]]
        assert child.returncode == -signal.SIGKILL
        if told or path.exists():
            found = load(path).design
            last = told[-1] if told else first - 1
            assert last <= found.seed <= last + 1
            first = found.seed + 1
            saved_any += bool(told)
    assert saved_any >= KILLS // 4  # else the kills came too early to prove anything


def test_what_killed_saves_left_is_swept_and_nothing_else(design, target):
    folder, hour_s = target.parent, 3600
    dead = 2**22 + 1  # above the largest number of a process
    names = {
        f".{target.name}.{dead}.0123abcd.batik-tmp": True,
        f".{target.name}.{os.getpid()}.0123abcd.batik-tmp": False,  # of a save under way
        f".other.batik.{dead}.0123abcd.batik-tmp": False,  # of another file
        f".{target.name}.{dead}.batik-tmp": False,
        f"{target.name}.{dead}.0123abcd.batik-tmp": False,
        "foreign.tmp": False,
    }
    for name in names:
        (folder / name).write_bytes(b"x")
        os.utime(folder / name, (0, target.stat().st_mtime - 2 * hour_s))
    fresh = folder / f".{target.name}.{dead}.89abcdef.batik-tmp"  # another computer may be writing it
    fresh.write_bytes(b"x")
    save(design, target, b"")
    kept = {name for name, swept in names.items() if not swept}
    assert set(_names(folder)) == {target.name, fresh.name, *kept}


def test_a_preview_that_cannot_be_made_does_not_keep_a_design_from_being_saved(design, tmp_path):
    """A design with faults, such as a group that only a newer program knows, opens: then it can be saved too."""
    from msgspec.structs import replace

    from batikstudio.studio.files import load as opened

    field = design.fields[0]
    faulty = replace(design, fields=(replace(field, repeat=replace(field.repeat, group="p5")),))
    files.save(faulty, tmp_path / "a.batik")
    assert opened(tmp_path / "a.batik") == faulty


def test_the_program_s_own_save_makes_a_preview(design, tmp_path):
    from PIL import Image

    files.save(set_seed(design, 7), tmp_path / "a.batik")
    with Image.open(io.BytesIO(load(tmp_path / "a.batik").preview_png)) as image:
        assert image.format == "PNG"
        assert max(image.size) <= 512
        assert min(image.size) > 100
        assert len(np.unique(np.asarray(image.convert("RGB")).reshape(-1, 3), axis=0)) > 100
