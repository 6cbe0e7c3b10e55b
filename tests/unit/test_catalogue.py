"""The catalogue: finding, drawing and searching, on motifs made here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.geometry.path import circle
from batikstudio.motifs import catalogue as module
from batikstudio.motifs.catalogue import Catalogue, catalogue, drawn
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat, Part
from tests.support.motif_files import HEADER, LEAF, motif_file


def _draw(values: dict[str, Value]) -> Drawn:
    return (Part("areas", "body", circle(0, 0, float(str(values["size_mm"])))),), CustomaryRepeat("grid", 9, 9)


def generator(motif_id: str, family: str = "ceplok", name: str = "Bulat") -> Generator:
    about = About(motif_id, Words(name, "Round"), Words("Bundar", "A disc"), family, Words("Jawa", "Java"), "A test.")
    size = Parameter("size_mm", "float", 5.0, Words("ukuran", "size"), "mm", 1, 10)
    return Generator(about, (size,), _draw)


def drawing(folder: Path, motif_id: str, **changed: object) -> module.Drawn:
    file = folder / f"{motif_id}.svg"
    file.write_bytes(motif_file(LEAF, id=motif_id, **changed))
    return drawn(file)


@pytest.fixture
def motifs(tmp_path: Path) -> Catalogue:
    names = {"id": "Sirèh", "en": "Betel leaf"}
    leaf = drawing(tmp_path, "sireh", name=names, family="lung", region={"id": "Probolinggo", "en": "Probolinggo"})
    return Catalogue([leaf], [generator("bulat"), generator("bola", name="Arca Sirih")])


def test_entries_are_sorted_by_family_and_name(motifs: Catalogue):
    assert motifs.ids == ("bola", "bulat", "sireh")
    assert motifs.entries()[2].family == "lung"


def test_generators_are_drawn_with_their_parameters(motifs: Catalogue):
    assert motifs.motif("bulat").bounds == pytest.approx((-5, -5, 5, 5))
    larger = motifs.motif("bulat", {"size_mm": 8.0})
    assert larger.bounds == pytest.approx((-8, -8, 8, 8))
    assert larger.parameters == {"size_mm": 8.0}
    assert [parameter.key for parameter in motifs.parameters("bulat")] == ["size_mm"]
    with pytest.raises(BatikError, match=r"value\.out_of_range"):
        motifs.motif("bulat", {"size_mm": 80.0})


def test_drawings_are_read_once_and_take_no_parameters(motifs: Catalogue):
    assert motifs.motif("sireh") is motifs.motif("sireh")
    assert motifs.motif("sireh").about == motifs.about("sireh")
    assert motifs.parameters("sireh") == ()
    with pytest.raises(BatikError, match=r"value\.unknown_key"):
        motifs.motif("sireh", {"size_mm": 8.0})


@pytest.mark.parametrize("ask", [Catalogue.about, Catalogue.motif, Catalogue.parameters])
def test_an_unknown_motif_is_answered_with_what_comes_close(motifs: Catalogue, ask):
    with pytest.raises(BatikError) as caught:
        ask(motifs, "sirih")
    assert caught.value.code == "motif.unknown"
    assert caught.value.facts == {"motif": "sirih", "known": ["sireh"]}
    assert motifs.find("sirih") is None


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", ("bola", "bulat", "sireh")),
        ("SIREH", ("sireh",)),
        ("sirèh", ("sireh",)),
        ("betel", ("sireh",)),
        ("probolinggo leaf", ("sireh",)),
        ("lung", ("sireh",)),
        ("java disc", ("bola", "bulat")),
        ("bul", ("bulat",)),
        ("parang", ()),
        ("leaf parang", ()),
    ],
)
def test_search(motifs: Catalogue, text, ids):
    assert tuple(about.id for about in motifs.search(text)) == ids


def test_search_puts_names_before_meanings():
    second = generator("zebra", family="z", name="Bundar")
    assert [about.id for about in Catalogue([], [generator("bulat"), second]).search("bundar")] == ["zebra", "bulat"]


def test_two_motifs_of_one_id_are_a_fault_of_the_program(tmp_path: Path):
    with pytest.raises(ValueError, match="bulat"):
        Catalogue([drawing(tmp_path, "bulat")], [generator("bulat")])


def test_only_the_metadata_is_read_until_a_motif_is_drawn(tmp_path: Path):
    file = tmp_path / "daun.svg"
    file.write_bytes(f"<svg><metadata>{json.dumps(HEADER)}</metadata><broken".encode())
    assert drawn(file).header.id == "daun"
    with pytest.raises(BatikError, match=r"svg\.not_xml"):
        Catalogue([drawn(file)], []).motif("daun")


@pytest.mark.parametrize("text", ["<svg/>", "<svg><metadata>words</metadata></svg>"])
def test_an_asset_without_metadata_is_refused(tmp_path: Path, text: str):
    file = tmp_path / "daun.svg"
    file.write_text(text)
    with pytest.raises(BatikError, match=r"motif\.bad_metadata"):
        drawn(file)


def test_the_programs_own_catalogue_is_made_once():
    assert catalogue() is catalogue()
