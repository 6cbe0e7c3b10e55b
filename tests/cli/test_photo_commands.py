"""Photographs on the command line: sheets printed, photographed and read again, drawings imported, repeats found."""

import json

import numpy as np
import pytest
from PIL import Image

from batikstudio.__main__ import main
from batikstudio.motifs.svg import motif_from_svg
from batikstudio.motifs.tracing.rectify import PAPERS
from batikstudio.motifs.tracing.tracing import drawn_box
from tests.support.hostile_pictures import HOSTILE
from tests.support.pencil import ink, on_paper
from tests.support.photographs import photograph, printed

DPI = 130
PX = DPI / 25.4


def answer(capsys, *arguments, status=0):
    capsys.readouterr()
    assert main(list(map(str, arguments))) == status
    return json.loads(capsys.readouterr().out)


def leaf(x: float, y: float, length: float) -> np.ndarray:
    """The outline of a pointed leaf, mm."""
    t = np.linspace(0, np.pi, 1500)
    upper = np.stack((x - length / 2 * np.cos(t), y - length / 5 * np.sin(t)), axis=1)
    return np.vstack((upper, upper[::-1] * (1, -1) + (0, 2 * y)))


def drawn(page: np.ndarray, *lines: np.ndarray) -> np.ndarray:
    return page * (1 - ink(page.shape[::-1], [(line * PX, 0.8 * PX, 0.85) for line in lines]))


def test_a_class_prints_its_sheets_draws_and_hands_in(tmp_path, capsys):
    names = tmp_path / "kelas.txt"
    names.write_text("Siti Nurhaliza\n\nBagus Prakoso\nDwi Lestari\n", encoding="utf-8-sig")
    pdf = tmp_path / "lembar.pdf"
    told = answer(capsys, "sheet", "--names", names, "--exercise", "Latihan nglowong", "--out", pdf, "--json")
    assert [one["name"] for one in told["sheets"]] == ["Siti Nurhaliza", "Bagus Prakoso", "Dwi Lestari"]
    photos = []
    for page in (1, 2, 3):
        sheet = drawn(printed(pdf.read_bytes(), tmp_path, page, DPI), leaf(105, 100 + 20 * page, 50 + 20 * page))
        photos.append(tmp_path / f"foto{page}.jpg")
        photos[-1].write_bytes(photograph(sheet, PAPERS["A4"], page, 120 * page, 12).jpeg)
    broken = tmp_path / "rusak.jpg"
    broken.write_bytes(photos[0].read_bytes()[:9000])
    out = tmp_path / "hasil"
    read = answer(
        capsys, "read-sheets", photos[2], broken, photos[0], photos[1], photos[0],
        "--list", told["list"], "--out", out, "--json", status=1,
    )  # fmt: skip
    assert [one["name"] for one in read] == ["Dwi Lestari", "", "Siti Nurhaliza", "Bagus Prakoso", "Siti Nurhaliza"]
    assert {one["exercise"] for one in read if one["id"]} == {"Latihan nglowong"}
    assert read[1]["error"]["code"] == "picture.damaged"
    assert sorted(path.name for path in out.iterdir()) == [
        "01-siti_nurhaliza-2.png", "01-siti_nurhaliza-2.svg", "01-siti_nurhaliza.png", "01-siti_nurhaliza.svg",
        "02-bagus_prakoso.png", "02-bagus_prakoso.svg", "03-dwi_lestari.png", "03-dwi_lestari.svg",
    ]  # fmt: skip
    for number, stem in enumerate(("01-siti_nurhaliza", "02-bagus_prakoso", "03-dwi_lestari"), 1):
        motif = motif_from_svg((out / f"{stem}.svg").read_bytes(), "x").motif
        x0, y0, x1, y1 = drawn_box(motif.parts)
        assert x1 - x0 == pytest.approx(50 + 20 * number + 0.8, abs=1.0)
        assert y1 - y0 == pytest.approx((50 + 20 * number) * 0.4 + 0.8, abs=1.0)
        with Image.open(out / f"{stem}.png") as picture:
            assert picture.size[0] / picture.info["dpi"][0] * 25.4 == pytest.approx(184, abs=0.5)


def test_a_sheet_without_its_list_keeps_its_number(tmp_path, capsys):
    names = tmp_path / "kelas.txt"
    names.write_bytes("Bagus Wijaya\nÉlan\n".encode("cp1252"))
    told = answer(
        capsys, "sheet", "--names", names, "--exercise", "x", "--paper", "F4", "--out", tmp_path / "s.pdf", "--json"
    )
    assert told["sheets"][1]["name"] == "Élan"
    sheet = drawn(printed((tmp_path / "s.pdf").read_bytes(), tmp_path, 2, DPI), leaf(100, 150, 90))
    photo = tmp_path / "a.jpg"
    photo.write_bytes(photograph(sheet, PAPERS["F4"], 4, 275, 8).jpeg)
    (read,) = answer(capsys, "read-sheets", photo, "--out", tmp_path / "o", "--json")
    assert read["id"] == told["sheets"][1]["id"]
    assert read["name"] == ""
    assert (tmp_path / "o" / f"02-{read['id']}.svg").exists()


def test_a_photographed_page_becomes_a_motif_of_its_true_size(tmp_path, capsys):
    page = drawn(np.ones((round(297 * PX), round(210 * PX)), np.float32), leaf(105, 120, 120))
    shot = photograph(page, PAPERS["A4"], 9, 93, 18)
    photo, out = tmp_path / "daun.png", tmp_path / "daun.svg"
    photo.write_bytes(shot.jpeg)  # a JPEG by another name
    told = answer(capsys, "import", photo, "--out", out, "--json")
    assert told["scale_from"] == "page"
    assert sorted((told["width_mm"], told["height_mm"])) == pytest.approx([48.8, 120.8], abs=1.0)
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in shot.px([(0, 0), (210, 0), (210, 297), (0, 297)]))
    told = answer(capsys, "import", photo, "--out", out, "--corners", corners, "--json")
    assert told["scale_from"] == "corners"
    assert sorted((told["width_mm"], told["height_mm"])) == pytest.approx([48.8, 120.8], abs=1.0)
    told = answer(capsys, "import", photo, "--out", out, "--width-mm", 60, "--line-mm", 1.2, "--json")
    assert told["scale_from"] == "width"
    assert told["width_mm"] == pytest.approx(60, abs=0.05)
    assert {part.width_mm for part in motif_from_svg(out.read_bytes(), "x").motif.parts} == {1.2}


def test_a_scan_tells_its_own_size(tmp_path, capsys):
    page = on_paper(ink((900, 700), [(leaf(90, 70, 120) * 5, 6, 0.85)]), np.random.default_rng(1), shade=0.05)
    scan, out = tmp_path / "pindai.tif", tmp_path / "m.svg"
    Image.fromarray(np.uint8(page * 255)).save(scan, dpi=(127, 127))
    told = answer(capsys, "import", scan, "--out", out, "--mode", "lines", "--json")
    assert told["scale_from"] == "scanner"
    assert told["width_mm"] == pytest.approx(121.2, abs=0.6)
    Image.fromarray(np.uint8(page * 255)).save(scan)
    told = answer(capsys, "import", scan, "--out", out, "--mode", "areas", "--json")
    assert told["scale_from"] == "guess"
    assert told["width_mm"] == pytest.approx(100, abs=1)
    assert told["kinds"] == {"areas": 1}


def test_a_repeat_is_cut_from_a_picture_of_cloth(tmp_path, capsys):
    rng = np.random.default_rng(3)
    cell = np.uint8(np.clip(rng.normal(128, 60, (9, 12, 3)), 0, 255))
    tile = np.asarray(Image.fromarray(cell).resize((120, 90), Image.Resampling.BICUBIC))
    Image.fromarray(np.tile(tile, (7, 7, 1))).save(tmp_path / "kain.png")
    told = answer(capsys, "find-repeat", tmp_path / "kain.png", "--out", tmp_path / "raport.png", "--json")
    assert (told["width_px"], told["height_px"], told["name"]) == (120, 90, "grid")
    assert told["basis_px"][0][0] == pytest.approx(120, rel=0.005)
    assert told["copies"] > 20
    with Image.open(tmp_path / "raport.png") as found:
        assert found.size == (120, 90)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_picture_does_more_than_be_refused(tmp_path, capsys, name):
    bad, out = tmp_path / "bad.jpg", tmp_path / "m.svg"
    bad.write_bytes(HOSTILE[name][0])
    out.write_bytes(b"older")
    for command in (["import", bad, "--out", out], ["find-repeat", bad, "--out", out]):
        assert main(list(map(str, command))) == 1
        said = capsys.readouterr().err
        assert said.count("\n") == 1
        assert "Traceback" not in said
    assert out.read_bytes() == b"older"


@pytest.mark.parametrize("option", [("--corners", "1,2 3,4"), ("--width-mm", "nan"), ("--faint", "2"), ("--mode", "x")])
def test_wrong_options_are_refused(tmp_path, option):
    with pytest.raises(SystemExit) as ended:
        main(["import", str(tmp_path / "a.jpg"), "--out", str(tmp_path / "m.svg"), *option])
    assert ended.value.code == 2
