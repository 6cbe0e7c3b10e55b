"""Settings: what was set comes back, what is not understood is kept, what is damaged is moved aside."""

from __future__ import annotations

import datetime
import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from batikstudio.base.errors import BatikError
from batikstudio.studio.settings import MOST_RECENT, Settings, load, save

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.toml"


def _read(path, text):
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_there_are_none_at_first(path):
    assert load(path).settings == Settings()
    assert Settings().language == "id"


def test_what_was_set_comes_back(path):
    mine = Settings("en", "dark", 'Bu "Sri" \\ Sekar\tDewi\n', ("/a/ñ\u007f.batik",), "C:\\kain", 30, "00ff", {})
    save(mine, path)
    assert load(path).settings == mine
    assert load(path).set_aside is None


@settings(max_examples=80)
@given(
    st.builds(
        Settings,
        st.sampled_from(["id", "en"]),
        st.sampled_from(["light", "dark", "system"]),
        TEXT,
        st.lists(TEXT, max_size=MOST_RECENT).map(tuple),
        TEXT,
        st.integers(5, 3600),
        TEXT,
    ),
    st.dictionaries(
        TEXT.filter(lambda key: key not in {"version", *Settings.__dataclass_fields__}),
        st.recursive(
            st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False) | TEXT | st.dates() | st.times(),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
            max_leaves=6,
        ),
        max_size=3,
    ),
)
def test_anything_comes_back_what_is_not_known_too(tmp_path_factory, mine, unknown):
    path = tmp_path_factory.getbasetemp() / "any.toml"
    mine = Settings(**{**mine.__dict__, "unknown": unknown})
    save(mine, path)
    assert load(path).settings == mine


def test_keys_of_a_newer_program_are_kept(path):
    text = (
        'version = 9\nlanguage = "en"\nzoom = 1.5\n"with space" = 1\nsince = 2026-11-24\n'
        '[window_of]\nmain = "x"\n[[list]]\na = 1\n'
    )
    read = _read(path, text)
    assert read.settings.language == "en"
    save(read.settings, path)
    again = tomllib.loads(path.read_text(encoding="utf-8"))
    assert again["zoom"] == 1.5
    assert again["with space"] == 1
    assert again["since"] == datetime.date(2026, 11, 24)
    assert again["window_of"] == {"main": "x"}
    assert again["list"] == [{"a": 1}]


@pytest.mark.parametrize(
    "data",
    [
        b"language = ",
        b"\xff\xfe",
        b"a" * 5000,
        b"x = " + b"[" * 100_000,
        b'a = "\\ud800"',
        b"\x00",
        b"a = 1\na = 2",
        b"\xef\xbb\xbf[",
    ],
)
def test_a_damaged_file_is_moved_aside(path, data):
    path.parent.mkdir()
    path.write_bytes(data)
    read = load(path)
    assert read.settings == Settings()
    assert read.set_aside is not None
    assert read.set_aside.read_bytes() == data
    assert not path.exists()
    save(Settings("en"), path)
    assert load(path).settings.language == "en"


@pytest.mark.parametrize(
    "text",
    [
        'language = "fr"',
        "language = 3",
        'theme = "pink"',
        "author = []",
        'recent = "x"',
        "autosave_s = 0",
        "autosave_s = -60",
        "autosave_s = 9999999999",
        "autosave_s = true",
        "autosave_s = nan",
        'folder = "\\u0000"',
    ],
)
def test_a_value_that_does_not_fit_takes_its_default(path, text):
    assert _read(path, text).settings == Settings()


def test_recent_files_that_cannot_be_paths_are_left_out(path):
    read = _read(path, 'recent = ["/a.batik", 3, "\\u0000", "/b.batik\\u0000", ["/c"], "/d.batik"]')
    assert read.settings.recent == ("/a.batik", "/d.batik")
    assert len(_read(path, f"recent = {['/x'] * 500}").settings.recent) == MOST_RECENT


def test_the_newest_file_comes_first_and_once(tmp_path):
    mine = Settings()
    for number in range(15):
        mine = mine.with_recent(tmp_path / f"{number}.batik")
    mine = mine.with_recent(tmp_path / "9.batik")
    assert mine.recent[:2] == (str(tmp_path / "9.batik"), str(tmp_path / "14.batik"))
    assert len(mine.recent) == len(set(mine.recent)) == MOST_RECENT
    assert mine.folder == str(tmp_path)


def test_a_file_s_name_of_broken_bytes_does_not_keep_settings_from_being_written(path):
    save(Settings(author="Sri").with_recent(Path(os.fsdecode(b"/tmp/kain-\xff.batik"))), path)
    assert load(path).settings.author == "Sri"


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for path in (tmp_path / "file" / "settings.toml", tmp_path):
        with pytest.raises(BatikError) as caught:
            save(Settings(), path)
        assert caught.value.code == "file.cannot_write"
