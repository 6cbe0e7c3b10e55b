"""The commands as a person types them: in this process where that is the same, files and exit statuses read back."""

import json
import math
import subprocess
import sys
import zipfile

import numpy as np
import pytest
from PIL import Image

from batikstudio.__main__ import main


@pytest.fixture
def design(tmp_path):
    path = tmp_path / "d.batik"
    assert main(["new", "--template", "kawung", "--out", str(path)]) == 0
    return path


def answer(capsys, *arguments):
    capsys.readouterr()
    assert main(list(arguments)) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("what", ["templates", "motifs", "dyes", "processes", "formats", "layouts"])
def test_listings_are_arrays_with_names_in_both_languages(capsys, what):
    entries = answer(capsys, what, "--json")
    assert len(entries) >= 2
    for one in entries:
        assert one["id"]
        assert one["name"]["id"]
        assert one["name"]["en"]


def test_templates_list_the_keys_that_set_takes(capsys):
    entry = next(one for one in answer(capsys, "templates", "--json") if one["id"] == "kawung")
    keys = {one["key"] for one in entry["settings"]}
    always = {"cloth.width_mm", "cloth.length_mm", "cloth.fabric", "repeat", "group", "size_mm", "process", "uneven"}
    assert always | {"weave", "seed", "medel.dye", "medel.dips", "5.dye", "badan.repeat"} <= keys


def test_info_tells_the_colours_and_what_covers_them(capsys, design):
    found = answer(capsys, "info", str(design), "--json")
    assert found["cloth"]["length_mm"] == 2500
    assert [slot["id"] for slot in found["slots"]] == ["putih", "biru", "soga", "ireng"]
    soga = next(slot for slot in found["slots"] if slot["id"] == "soga")
    assert [bath["covered_by"] for bath in soga["parts"]["lines"]["baths"]] == [["klowong"], []]
    assert [step["number"] for step in found["steps"]] == list(range(1, 11))
    assert found["motifs"][0]["name"] == {"id": "Kawung", "en": "Kawung"}


def test_set_edits_the_file(capsys, design):
    assert main(["set", str(design), "medel.dips=3", "repeat=half-drop 1/3", "cloth.width_mm=1100", "5.dye=black"]) == 0
    found = answer(capsys, "info", str(design), "--json")
    medel = next(step for step in found["steps"] if step["id"] == "medel")
    assert medel["settings"]["dips"] == 3
    assert medel["settings"]["dye"] == "black"
    assert found["repeat"]["name"] == "half-drop 1/3"
    assert found["cloth"]["width_mm"] == 1100


def test_a_layout_is_listed_in_kacu_and_made_by_a_key(capsys, tmp_path):
    entries = {one["id"]: one for one in answer(capsys, "layouts", "--json")}
    assert entries["kain_panjang"]["kacu"] == pytest.approx(2500 / 1050, abs=0.01)
    assert entries["dodot"]["kacu"] == pytest.approx(7, abs=0.2)
    assert "kepala_mm" in {one["key"] for one in entries["sarung"]["parameters"]}
    path = tmp_path / "s.batik"
    made = ["new", "--template", "kawung", "--set", "layout=sarung", "--set", "layout.kepala_mm=400"]
    assert main([*made, "--out", str(path)]) == 0
    found = answer(capsys, "info", str(path), "--json")
    assert found["layout"] == {"id": "sarung", "values": {"kepala_mm": 400.0}}
    assert found["cloth"]["kacu"] == pytest.approx(1.905)
    assert found["cloth"]["tube"] is True
    assert {"badan", "kepala", "papan_kiri", "pinggiran_bawah"} <= {one["id"] for one in found["fields"]}
    assert main(["--language", "en", "layouts"]) == 0
    assert "2.38 kacu" in capsys.readouterr().out


def test_set_fills_the_ground_and_a_motif_with_isen(capsys, design):
    assert main(["set", str(design), "badan.isen=gringsing", "isen.pitch_mm=6", "isen.slot=soga", "i1.fill=3"]) == 0
    field = answer(capsys, "info", str(design), "--json")["fields"][0]
    assert field["isen"] == {"kind": "gringsing", "slot": "soga", "parameters": {"line_mm": 0.65, "pitch_mm": 6.0}}
    (item,) = field["layers"][0]["items"]
    assert item["isen"]["body"]["kind"]
    assert main(["set", str(design), "i1.body.isen=cecek", "i1.body.isen.size_mm=1.2", "isen=none"]) == 0
    field = answer(capsys, "info", str(design), "--json")["fields"][0]
    assert field["isen"] is None
    assert field["layers"][0]["items"][0]["isen"]["body"]["parameters"] == {"size_mm": 1.2}
    assert main(["set", str(design), "isen=cecekk"]) != 0


def test_render_rect_is_cut_on_the_grid_of_the_cloth(tmp_path, design):
    whole, piece = tmp_path / "w.png", tmp_path / "p.png"
    assert main(["render", str(design), "--out", str(whole), "--rect", "0,0,60,50", "--dpi", "100"]) == 0
    assert main(["render", str(design), "--out", str(piece), "--rect", "20,10,30,20", "--dpi", "100"]) == 0
    whole, piece = np.array(Image.open(whole)), np.array(Image.open(piece))
    x, y = round(20 * 100 / 25.4), round(10 * 100 / 25.4)
    found = [
        (whole[j : j + piece.shape[0], i : i + piece.shape[1]] == piece).all()
        for i in (x - 1, x, x + 1)
        for j in (y - 1, y, y + 1)
        if whole[j : j + piece.shape[0], i : i + piece.shape[1]].shape == piece.shape
    ]
    assert any(found)


def test_render_after_a_step_by_id_and_by_number(tmp_path, design):
    for name, step in (("a", "medel"), ("b", "5")):
        out = str(tmp_path / f"{name}.png")
        assert main(["render", str(design), "--out", out, "--repeat", "--dpi", "40", "--after", step]) == 0
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


@pytest.mark.parametrize(("format_id", "suffix"), [("png", "png"), ("tiff", "tif")])
def test_export_of_one_repeat_says_exactly_what_it_holds(capsys, tmp_path, design, format_id, suffix):
    out = tmp_path / f"r.{suffix}"
    receipt = answer(
        capsys,
        *("export", str(design), "--format", format_id, "--out", str(out)),
        *("--dpi", "200", "--set", "what=repeat", "--json"),
    )
    with Image.open(out) as picture:
        assert picture.size == (receipt["width_px"], receipt["height_px"])
        assert float(picture.info["dpi"][0]) == pytest.approx(receipt["dpi"][0], rel=1e-4)
        assert picture.info["icc_profile"]
    assert receipt["width_px"] / receipt["dpi"][0] * 25.4 == pytest.approx(receipt["width_mm"], rel=1e-4)
    assert receipt["width_mm"] == pytest.approx(210)
    assert receipt["seam"] == "joins"


MISTAKES = [
    (["info", "{folder}/not.batik"], "not.batik"),
    (["info", "{folder}/nothing.batik"], "nothing.batik"),
    (["info", "{folder}/short.batik"], "short.batik"),
    (["set", "{folder}/newer.batik", "seed=2"], "newer.batik"),
    (["new", "--motif", "kawong", "--out", "{folder}/x.batik"], "kawong"),
    (["new", "--template", "kawang", "--out", "{folder}/x.batik"], "kawang"),
    (["new", "--template", "kawung", "--out", "{folder}/not.batik/x.batik"], "x.batik"),
    (["new", "--template", "kawung", "--set", "dips=3", "--out", "{folder}/x.batik"], "dips"),
    (["import", "{folder}/dtd.svg", "--out", "{folder}/x.svg"], "SVG"),
    (["import", "{folder}/bomb.svg", "--out", "{folder}/x.svg"], "SVG"),
    (["render", "{folder}/d.batik", "--out", "{folder}/x.png", "--after", "mlaku"], "mlaku"),
    (["render", "{folder}/d.batik", "--out", "{folder}/x.png", "--rect", "9000,0,10,10"], "9"),
    (["export", "{folder}/d.batik", "--format", "psd", "--out", "{folder}/x.psd"], "psd"),
    (["set", "{folder}/d.batik", "group=p31m", "repeat=zigzag"], "zigzag"),
]


def newer(design, path):
    """Copy a design as a program of the future would have written it."""
    with zipfile.ZipFile(design) as old, zipfile.ZipFile(path, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename.startswith("manifest"):
                data = data.replace(b'"min_reader_version": 1', b'"min_reader_version": 9')
            new.writestr(info, data)


@pytest.mark.parametrize(("arguments", "named"), MISTAKES, ids=[" ".join(one[0][:3]) for one in MISTAKES])
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_mistake_is_one_clear_line_and_writes_nothing(capsys, tmp_path, design, arguments, named, language):
    (tmp_path / "not.batik").write_text("a letter to grandmother")
    (tmp_path / "short.batik").write_bytes(design.read_bytes()[:-4000])
    newer(design, tmp_path / "newer.batik")
    (tmp_path / "dtd.svg").write_text(
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'
    )
    uses = "".join(
        f'<g id="g{k}">' + f'<use href="#g{k - 1}"/>' * 10 + "</g>" if k else '<g id="g0"><path d="M0 0h9v9z"/></g>'
        for k in range(8)
    )
    (tmp_path / "bomb.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{uses}<use href="#g7"/></svg>')
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    capsys.readouterr()
    status = main(["--language", language, *(one.format(folder=tmp_path) for one in arguments)])
    said = capsys.readouterr()
    assert status == 1
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert named in said.err
    assert "Traceback" not in said.err
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_wrong_arguments_are_2(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["render"])
    assert ended.value.code == 2
    assert "FILE.batik" in capsys.readouterr().err


def test_import_says_what_was_left_out(capsys, tmp_path):
    source = tmp_path / "daun.svg"
    source.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="30mm" viewBox="0 0 40 30"><text>hai</text>'
        '<path d="M2 15C10 2 30 2 38 15C30 28 10 28 2 15z" fill="#eee" stroke="#840" stroke-width="1.2"/></svg>'
    )
    found = answer(capsys, "import", str(source), "--out", str(tmp_path / "m.svg"), "--json")
    assert found["left_out"] == [{"kind": "text", "count": 1}]
    assert found["roles"] == ["outline", "body"]
    assert (tmp_path / "m.svg").read_text().startswith("<svg")


@pytest.mark.slow
def test_the_demonstration_does_the_whole_job(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "batikstudio", "demo", "--out", str(tmp_path / "out")], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    names = [path.name for path in sorted((tmp_path / "out").iterdir())]
    assert sum(name.startswith("langkah-") for name in names) == 10
    assert sum(name.startswith("malam-") for name in names) == 2
    assert {"manggur-kawung.batik", "raport-300dpi.tif", "raport-150dpi.png", "kain-60dpi.png", "pola.png"} <= set(
        names
    )


def test_symmetry_of_a_design_and_of_its_picture(capsys, tmp_path):
    path, picture = tmp_path / "p.batik", tmp_path / "p.png"
    made = ["new", "--template", "symmetry-probe", "--set", "group=p4g", "--out", str(path)]
    assert main(made) == 0
    found = answer(capsys, "symmetry", str(path), "--json")
    assert (found["group"], found["unit"], found["broken"]) == ("p4g", "mm", [])
    assert {one["order"] for one in found["centres"]} == {2, 4}
    assert main(["render", str(path), "--out", str(picture), "--dpi", "127", "--view", "flat"]) == 0
    side = 60 / 25.4 * 127
    looked = answer(capsys, "symmetry", str(picture), "--basis", f"{side},0,0,{side}", "--json")
    assert (looked["group"], looked["unit"], looked["broken"]) == ("p4g", "px", [])
    assert looked["cells"] > 4
    # One copy painted over: its place is told, and what the whole would be.
    with Image.open(picture) as whole:
        pixels = np.array(whole.convert("RGB"))
    x, y = (round(value * 127 / 25.4) for value in (64.0 + 60.0, 78.5))
    ground = pixels[2, 2].copy()
    pixels[y - 60 : y + 60, x - 50 : x + 50] = ground
    Image.fromarray(pixels).save(picture)
    looked = answer(capsys, "symmetry", str(picture), "--basis", f"{side},0,0,{side}", "--json")
    assert looked["group"] == "p4g"
    assert looked["broken"]
    assert all(math.dist(one["at"], (x, y)) < 90 for one in looked["broken"])
    assert main(["--language", "id", "symmetry", str(path)]) == 0
    said = capsys.readouterr().out
    assert "seperempat lingkaran" in said


def test_symmetry_says_what_it_cannot_look_at(capsys, tmp_path, design):
    small, text = tmp_path / "s.png", tmp_path / "t.png"
    Image.new("RGB", (60, 60)).save(small)
    text.write_text("no picture")
    for arguments in (
        [str(small), "--basis", "90,0,0,90"],
        [str(small), "--basis", "40,0,80,0"],
        [str(text), "--basis", "40,0,0,40"],
        [str(tmp_path / "none.png"), "--basis", "40,0,0,40"],
    ):
        assert main(["symmetry", *arguments]) == 1
        assert capsys.readouterr().err.count("\n") == 1
