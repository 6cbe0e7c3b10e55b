"""A person's own motifs: kept, found beside the others, sent and received; nothing of theirs is ever lost."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from batikstudio.base.errors import BatikError
from batikstudio.base.words import Words
from batikstudio.design.templates import from_motif, from_template
from batikstudio.motifs.catalogue import built_in, catalogue, refresh
from batikstudio.motifs.svg import EXACT_DIGITS, motif_from_svg, motif_to_svg
from batikstudio.project.container import MANIFEST, PARCEL, pack
from batikstudio.studio import library as module
from batikstudio.studio.library import OWN_PREFIX, Library, own_library, shelve
from tests.support.hostile_svg import SQUARE, svg
from tests.support.hostile_zip import hostile, packed
from tests.support.motif_files import LEAF, VEIN, motif_file

FLOWER = svg('<path d="M10 10C30 0 30 40 10 30z" fill="#fff" stroke="#840" stroke-width="1" stroke-linejoin="round"/>')


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "mine" / "motifs")


@pytest.fixture(autouse=True)
def shelf_as_before() -> Iterator[None]:
    yield
    refresh(())


def content(library: Library) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in library.folder.rglob("*")} if library.folder.exists() else {}


def test_nothing_that_comes_with_the_program_looks_like_an_own_motif():
    assert not [motif_id for motif_id in built_in().ids if motif_id.startswith(OWN_PREFIX)]


def test_a_drawing_is_kept_with_what_is_said_of_it(library: Library):
    added = library.add(FLOWER, "Bunga Sepatu", author="Sri", licence="CC BY 4.0", source="Kebun sekolah")
    assert added.id == "sendiri_bunga_sepatu"
    (kept,) = library.drawings()
    about = kept.header.about
    assert about.name == Words("Bunga Sepatu", "Bunga Sepatu")
    assert (about.author, about.licence, about.source) == ("Sri", "CC BY 4.0", "Kebun sekolah")
    drawn, stranger = library.motif(added.id), motif_from_svg(FLOWER, "x").motif
    assert [(one.role, one.width_mm) for one in drawn.parts] == [(one.role, one.width_mm) for one in stranger.parts]
    assert abs(drawn.parts[0].path.points - stranger.parts[0].path.points).max() < 1e-6


def test_a_motif_file_keeps_its_own_words_and_its_larangan(library: Library):
    added = library.add(motif_file(LEAF, VEIN, author="A"), "other", licence="CC0-1.0")
    about = library.about(added.id)
    assert (added.id, about.family, about.author, about.licence) == ("sendiri_daun", "lung", "A", "CC0-1.0")
    assert about.larangan == Words("Tidak.", "No.")


def test_own_motifs_stand_beside_the_others_once_the_catalogue_is_refreshed(library: Library):
    added = library.add(FLOWER, "bunga")
    assert catalogue().find(added.id) is None
    refresh(library.drawings())
    assert catalogue().motif(added.id).about.id == added.id
    assert [one.id for one in catalogue().search("bunga")].count(added.id) == 1
    assert set(catalogue().ids) == set(built_in().ids) | {added.id}
    assert from_motif(added.id).motifs["m1"].id == added.id
    library.remove(added.id)
    refresh(library.drawings())
    assert catalogue().ids == built_in().ids


def test_no_file_can_stand_in_for_a_motif_of_the_program(library: Library):
    kawung = built_in().motif("kawung")
    added = library.add(motif_to_svg(kawung), "x")
    assert added.id == "sendiri_kawung"
    (library.folder / "kawung.svg").write_bytes(FLOWER)
    forged = motif_to_svg(replace(kawung, about=replace(kawung.about, name=Words("Palsu", "Forged"))))
    (library.folder / "sendiri_palsu.svg").write_bytes(forged)
    assert [one.header.id for one in library.drawings()] == ["sendiri_kawung"]
    assert library.damaged() == ("sendiri_palsu.svg",)
    refresh(library.drawings())
    assert catalogue().about("kawung") == built_in().about("kawung")
    assert built_in().with_own([replace(library.drawings()[0])]).about("kawung").name == kawung.about.name


def test_the_same_drawing_is_kept_once_and_another_of_its_name_beside_it(library: Library):
    first, again = library.add(FLOWER, "bunga"), library.add(FLOWER, "bunga")
    other = library.add(svg(SQUARE), "bunga")
    assert (first.id, again.id, other.id) == ("sendiri_bunga", "sendiri_bunga", "sendiri_bunga_2")
    assert len(content(library)) == 2


def test_rename_and_remove(library: Library):
    added = library.add(FLOWER, "bunga", author="Sri")
    before = library.motif(added.id)
    library.rename(added.id, "  Kembang   Sepatu ")
    after = library.motif(added.id)
    assert (after.about.name.id, after.about.id, after.about.author) == ("Kembang Sepatu", added.id, "Sri")
    assert (after.parts[0].path.points == before.parts[0].path.points).all()
    library.remove(added.id)
    assert content(library) == {}
    for deed in (library.remove, library.about, library.motif, lambda key: library.rename(key, "x")):
        with pytest.raises(BatikError, match=r"library\.unknown"):
            deed(added.id)


@pytest.mark.parametrize("name", ["../../etc/passwd", "CON", "", "🍃", "a/b\\c", "x" * 500, "kawung"])
def test_no_name_leads_out_of_the_folder(library: Library, name: str):
    added = library.add(FLOWER, name)
    assert [file.parent for file in library.folder.rglob("*.svg")] == [library.folder]
    assert library.about(added.id).id == added.id


def test_what_cannot_be_read_is_refused_and_nothing_is_made(library: Library):
    with pytest.raises(BatikError, match=r"svg\.not_xml"):
        library.add(b"nonsense", "x")
    assert content(library) == {}
    library.add(FLOWER, "bunga")
    (library.folder / "sendiri_rusak.svg").write_bytes(b"<svg")
    assert [one.header.id for one in library.drawings()] == ["sendiri_bunga"]
    assert library.damaged() == ("sendiri_rusak.svg",)


# Sharing


def shared(library: Library) -> bytes:
    ids = [library.add(FLOWER, "bunga", author="Sri").id, library.add(motif_file(LEAF), "daun").id]
    return library.share(ids)


def test_a_parcel_is_the_same_for_the_same_motifs_and_arrives_whole(library: Library, tmp_path: Path):
    data = shared(library)
    assert library.share(["sendiri_daun", "sendiri_bunga"]) == data
    other = Library(tmp_path / "other")
    assert other.receive(data, "f") == ("sendiri_bunga", "sendiri_daun")
    assert content(other) == content(library)
    assert other.share(["sendiri_daun", "sendiri_bunga"]) == data
    assert other.receive(data, "f") == ("sendiri_bunga", "sendiri_daun")
    assert content(other) == content(library)


def test_another_drawing_under_the_same_id_takes_a_new_one(library: Library, tmp_path: Path):
    data = shared(library)
    other = Library(tmp_path / "other")
    mine = other.add(svg(SQUARE), "bunga")
    before = content(other)
    assert other.receive(data, "f") == ("sendiri_bunga_2", "sendiri_daun")
    assert content(other)[f"{mine.id}.svg"] == before[f"{mine.id}.svg"]
    assert other.motif("sendiri_bunga_2").about.author == "Sri"


def test_only_own_motifs_can_be_shared(library: Library):
    with pytest.raises(BatikError, match=r"library\.unknown"):
        library.share(["kawung"])
    with pytest.raises(BatikError, match=r"library\.nothing_chosen"):
        library.share([])


def assert_refused(library: Library, data: bytes, code: str = "") -> None:
    before = content(library)
    with pytest.raises(BatikError) as caught:
        library.receive(data, "f.motif-batik")
    assert caught.value.code.startswith(code)
    assert content(library) == before


def parcel_of(*motifs: tuple[str, bytes], extra: dict[str, bytes] | None = None, document: bytes = b"") -> bytes:
    listed = [{"id": motif_id, "drawing": f"{number}.svg"} for number, (motif_id, _) in enumerate(motifs)]
    members = {f"{number}.svg": data for number, (_, data) in enumerate(motifs)} | (extra or {})
    return pack(document or msgspec.json.encode({"motifs": listed}), b"", members, PARCEL)


def test_every_cut_and_every_changed_byte_is_refused_whole(library: Library, tmp_path: Path):
    data = shared(library)
    other = Library(tmp_path / "other")
    other.add(svg(SQUARE), "bunga")
    for cut in range(0, len(data), max(len(data) // 40, 1)):
        assert_refused(other, data[:cut], "file.")
    for at in range(0, len(data), max(len(data) // 60, 1)):
        changed = data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]
        before = content(other)
        try:
            ids = other.receive(changed, "f")
        except BatikError:
            assert content(other) == before
        else:  # a byte that means nothing, such as one of the date
            assert set(ids) <= {"sendiri_bunga_2", "sendiri_daun"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file.not_a_parcel"),
        (b"PK\x03\x04 and no more", "file.damaged"),
        (FLOWER, "file.not_a_parcel"),
        (parcel_of(document=b"[]"), "file.damaged"),
        (parcel_of(document=b'{"motifs": [{"id": "a", "drawing": "../a.svg"}]}'), "file.damaged"),
        (parcel_of(document=b'{"motifs": [{"id": "", "drawing": "a.svg"}]}'), "file.damaged"),
        (parcel_of(document=b"[" * 9000), "file.damaged"),
        (parcel_of(("daun", motif_file(LEAF)), ("x", b"nonsense")), "svg.not_xml"),
        (parcel_of(("daun", motif_file(LEAF)), ("x", motif_file(LEAF))), "file.damaged"),
        (parcel_of(("daun", motif_file(LEAF, version=0))), "motif.bad_metadata"),
        (parcel_of(("daun", motif_file('<rect width="9" height="9"/>'))), "motif.part_without_role"),
        (parcel_of(("daun", motif_file(LEAF)), extra={"more.svg": b"x"}), "file.damaged"),
        (parcel_of(*[(f"m{i}", b"") for i in range(501)]), "library.too_many"),
    ],
)  # fmt: skip
def test_a_parcel_with_a_fault_is_refused_whole(library: Library, data: bytes, code: str):
    library.add(svg(SQUARE), "bunga")
    assert_refused(library, data, code)


@pytest.mark.parametrize("case", list(hostile(from_template("kawung"))), ids=lambda case: case.name)
def test_hostile_design_files_are_no_parcels(library: Library, case):
    assert_refused(library, case.data, "file.")


def test_a_parcel_of_a_newer_program_is_told(library: Library):
    members = _members(parcel_of(("daun", motif_file(LEAF))))
    for name in (MANIFEST, "manifest.tail.json"):
        members[name] = members[name].replace(b'"min_reader_version": 1', b'"min_reader_version": 9')
    assert_refused(library, packed(list(members.items())), "file.newer_version")


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_was_written_is_taken_back_when_the_disk_fails(library: Library, tmp_path: Path, monkeypatch):
    data = shared(library)
    other = Library(tmp_path / "other")
    other.add(svg(SQUARE), "bunga")
    written = []

    def failing(path: Path, content: bytes) -> None:
        if written:
            raise BatikError("file.cannot_write", path=str(path), reason="No space left on device")
        written.append(path)
        path.write_bytes(content)

    monkeypatch.setattr(module, "write_bytes", failing)
    assert_refused(other, data, "file.cannot_write")
    assert written


def test_the_persons_own_library_lies_in_their_data(tmp_path: Path):
    own = own_library()
    added = own.add(FLOWER, "bunga")
    assert shelve().find(added.id) is not None
    assert motif_to_svg(catalogue().motif(added.id), EXACT_DIGITS) == (own.folder / f"{added.id}.svg").read_bytes()
