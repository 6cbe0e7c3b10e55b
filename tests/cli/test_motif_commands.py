"""Motifs on the command line: in and out as SVG, as letters, in the person's own library and to others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from batikstudio.__main__ import main
from batikstudio.motifs.catalogue import catalogue, refresh
from batikstudio.motifs.svg import motif_from_svg
from tests.support.hostile_svg import SQUARE, svg


@pytest.fixture(autouse=True)
def shelf_as_before():
    yield
    refresh(())


def run(capsys, *arguments: object) -> str:
    capsys.readouterr()
    assert main([str(one) for one in arguments]) == 0
    return capsys.readouterr().out


def answer(capsys, *arguments: object):
    return json.loads(run(capsys, *arguments, "--json"))


def refused(capsys, *arguments: object) -> str:
    capsys.readouterr()
    assert main(["--language", "en", *(str(one) for one in arguments)]) == 1
    complaint = capsys.readouterr().err
    assert complaint.startswith("batikstudio: ")
    assert complaint.count("\n") == 1
    return complaint


def test_a_motif_leaves_with_its_settings_and_comes_back(capsys, tmp_path: Path):
    out, again = tmp_path / "k.svg", tmp_path / "again.svg"
    key = catalogue().parameters("kawung")[0].key
    value = catalogue().parameters("kawung")[0].maximum
    run(capsys, "motif", "kawung", "--out", out, "--set", f"{key}={value}")
    motif = motif_from_svg(out.read_bytes(), "x").motif
    assert motif.parameters[key] == value
    assert motif.about == catalogue().about("kawung")
    assert answer(capsys, "import", out, "--out", again)["roles"] == list(motif.roles)
    assert "kawung" in refused(capsys, "motif", "kawungg", "--out", out)
    assert key in refused(capsys, "motif", "kawung", "--set", "nonsense=1", "--out", out)


def test_a_design_leaves_as_a_drawing(capsys, tmp_path: Path):
    design, out = tmp_path / "d.batik", tmp_path / "d.svg"
    run(capsys, "new", "--template", "kawung", "--out", design)
    run(capsys, "svg", design, "--out", out)
    assert motif_from_svg(out.read_bytes(), "x").motif.parts
    item = answer(capsys, "info", design)["fields"][0]["layers"][0]["items"][0]["id"]
    run(capsys, "svg", design, "--item", item, "--out", tmp_path / "one.svg")
    assert "item" in refused(capsys, "svg", design, "--item", "nobody", "--out", out)


def test_letters_become_a_motif_and_missing_ones_are_told(capsys, tmp_path: Path):
    out = tmp_path / "n.svg"
    told = answer(capsys, "letters", "Sri\\nBatik 漢", "--height-mm", 30, "--style", "framed", "--out", out)
    assert told["missing"] == ["漢"]
    x0, y0, x1, y1 = motif_from_svg(out.read_bytes(), "x").motif.bounds
    assert (told["width_mm"], told["height_mm"]) == pytest.approx((x1 - x0, y1 - y0), abs=1e-3)
    assert "漢" in run(capsys, "--language", "en", "letters", "A漢", "--out", out)
    font = tmp_path / "bad.ttf"
    font.write_bytes(b"no font")
    assert "font" in refused(capsys, "letters", "A", "--font", font, "--out", out)


def test_the_library_from_one_person_to_another(capsys, tmp_path: Path, monkeypatch):
    drawing, parcel, design = tmp_path / "bunga.svg", tmp_path / "p.motif-batik", tmp_path / "d.batik"
    drawing.write_bytes(svg(SQUARE, "<text>x</text>"))
    (added,) = answer(capsys, "library", "add", drawing, "--author", "Sri", "--licence", "CC0-1.0")
    assert added["id"] == "sendiri_bunga"
    assert added["left_out"] == [{"kind": "text", "count": 1}]
    run(capsys, "library", "rename", "sendiri_bunga", "Kembang")
    (listed,) = answer(capsys, "library", "list")
    assert (listed["name"]["id"], listed["author"], listed["licence"]) == ("Kembang", "Sri", "CC0-1.0")
    assert "sendiri_bunga" in {one["id"] for one in answer(capsys, "motifs")}
    run(capsys, "new", "--motif", "sendiri_bunga", "--out", design)
    run(capsys, "library", "share", "sendiri_bunga", "--out", parcel)

    for name in ("XDG_DATA_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "other"))
    assert answer(capsys, "library", "list") == []
    assert answer(capsys, "check", design) == []
    assert answer(capsys, "library", "receive", parcel) == ["sendiri_bunga"]
    assert answer(capsys, "library", "list") == [listed]
    run(capsys, "library", "remove", "sendiri_bunga")
    assert answer(capsys, "library", "list") == []
    assert "sendiri_bunga" in refused(capsys, "library", "remove", "sendiri_bunga")
    assert "shared" in refused(capsys, "library", "receive", design)
    parcel.write_bytes(parcel.read_bytes()[:-50])
    assert "damaged" in refused(capsys, "library", "receive", parcel)
    assert answer(capsys, "library", "list") == []
