"""Whatever a design holds: what was saved is what is opened, and saving it again gives the same bytes."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from batikstudio.base.errors import BatikError
from batikstudio.design.schema import decode, encode
from batikstudio.project import load, save
from batikstudio.project.container import pack, unpack
from tests.support.designs import designs, wild_designs
from tests.support.hostile_zip import sound


def _there_and_back(design, preview):
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder, "a.batik"), Path(folder, "b.batik")
        save(design, one, preview)
        loaded = load(one)
        assert loaded.design == design
        assert loaded.preview_png == preview
        save(loaded.design, other, preview)
        assert one.read_bytes() == other.read_bytes()


@settings(max_examples=40)
@given(designs(), st.binary(max_size=40))
def test_what_was_saved_is_what_is_opened(design, preview):
    _there_and_back(design, preview)


@settings(max_examples=40)
@given(wild_designs(), st.binary(max_size=40))
def test_nonsense_is_kept_too(design, preview):
    _there_and_back(design, preview)


@settings(max_examples=60)
@given(
    st.binary(max_size=200),
    st.binary(max_size=50),
    st.dictionaries(st.from_regex(r"[a-z0-9]{1,20}\.(svg|png)", fullmatch=True), st.binary(max_size=80), max_size=5),
)
def test_the_container_gives_back_any_bytes(document, preview, assets):
    content = unpack(pack(document, preview, assets), "x")
    assert content.members["document.json"] == document
    assert content.members["preview.png"] == preview
    assert {name.removeprefix("assets/"): data for name, data in content.members.items() if "/" in name} == assets


@settings(max_examples=150)
@given(st.data())
def test_no_damage_raises_anything_but_our_error(data):
    """Bytes replaced, cut out or doubled anywhere."""
    good = sound(data.draw(designs(1)))
    at = data.draw(st.integers(0, len(good)))
    length = data.draw(st.integers(0, 300))
    bad = good[:at] + data.draw(st.binary(max_size=300)) + good[at + length :]
    try:
        content = unpack(bad, "x")
        decode(content.members["document.json"], {})
    except BatikError:
        pass


@settings(max_examples=200)
@given(st.data())
def test_no_text_raises_anything_but_our_error(data):
    good = encode(data.draw(designs(1)))
    at, length = data.draw(st.integers(0, len(good))), data.draw(st.integers(0, 60))
    pieces = st.sampled_from([b"", b"[", b"{", b'"', b"1e999", b"-1", b"null", b"\\ud800", b"0", b"\xff", b"]" * 5])
    try:
        decode(good[:at] + data.draw(pieces) + good[at + length :], {})
    except BatikError as error:
        assert error.code.startswith("design.")  # noqa: PT017


@settings(max_examples=80)
@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_but_our_error(data):
    for start in (b"", b"PK\x03\x04"):
        try:
            unpack(start + data, "x")
        except BatikError:
            continue
