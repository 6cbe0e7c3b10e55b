"""Drawing sheets, printed by poppler and photographed by a camera whose place is known."""

import binascii

import numpy as np
import pytest

from batikstudio.base.errors import BatikError
from batikstudio.motifs.tracing.code import BITS, bits_of, crc24, number_of
from batikstudio.motifs.tracing.marks import find_sheet
from batikstudio.motifs.tracing.picture import read_picture
from batikstudio.motifs.tracing.rectify import PAPERS, find_page, homography, mapped, rectified, upright
from batikstudio.motifs.tracing.sheet import (
    INSIDE_MM,
    class_list,
    drawing_sheet,
    drawing_sheets,
    layout_of,
    number_in_class,
    read_class_list,
    write_class_list,
)
from batikstudio.motifs.tracing.tracing import trace
from tests.support.pencil import ink
from tests.support.photographs import photograph, printed

NAMES = ["Siti Nurhaliza", "Bagus Prakoso", "Dwi Lestari"]
DPI = 150


@pytest.fixture(scope="module")
def classed():
    return class_list(NAMES, "Latihan nglowong satu motif")


@pytest.fixture(scope="module")
def page(classed, tmp_path_factory):
    return printed(drawing_sheets(classed), tmp_path_factory.mktemp("pdf"), 2, DPI)


def frame(paper: str) -> np.ndarray:
    x0, y0, x1, y1 = layout_of(paper).frame
    inner = INSIDE_MM
    return np.array(
        [(x0 + inner, y0 + inner), (x1 - inner, y0 + inner), (x1 - inner, y1 - inner), (x0 + inner, y1 - inner)]
    )


def test_the_check_is_the_published_crc24():
    assert crc24(b"123456789") == 0x21CF02  # the catalogue's check value of CRC-24/OPENPGP
    assert binascii.crc32(b"123456789") == 0xCBF43926  # and no other sum


def test_a_number_survives_some_wrong_bits_and_is_never_another():
    rng = np.random.default_rng(4)
    for _ in range(60):
        number = int(rng.integers(0, 1 << 24))
        contrast = np.where(np.array(bits_of(number)) > 0, 1.0, -1.0) * rng.uniform(0.5, 1, BITS)
        smudged = contrast.copy()
        hidden = rng.choice(BITS, 3, replace=False)
        smudged[hidden] *= -0.1
        assert number_of(contrast) == number_of(smudged) == number
    assert sum(number_of(rng.normal(0, 1, BITS)) is not None for _ in range(300)) == 0


@pytest.mark.parametrize("seed", [k if k < 8 else pytest.param(k, marks=pytest.mark.slow) for k in range(30)])
def test_thirty_photographs_are_squared_scaled_and_named(page, classed, seed):
    rng = np.random.default_rng(seed)
    turn = [0, 90, 180, 270][seed % 4] + rng.uniform(-20, 20)
    shot = photograph(page, PAPERS["A4"], seed, turn, rng.uniform(0, 30))
    found = find_sheet(read_picture(shot.jpeg).grey)
    assert found.id == classed.sheets[1].id
    assert found.paper == "A4"
    away = np.linalg.norm(shot.mm(found.drawing.corners) - frame("A4"), axis=1)
    size_px = np.array(found.drawing.grey.shape[::-1])
    grid = np.array([(x, y) for x in (0.1, 0.5, 0.9) for y in (0.1, 0.5, 0.9)])
    to_photo = homography(np.array([(0, 0), (1, 0), (1, 1), (0, 1)], float), found.drawing.corners)
    on_paper = shot.mm(mapped(to_photo, grid))
    claimed = grid * size_px / found.drawing.px_per_mm
    pairs = [(i, j) for i in range(9) for j in range(i)]
    scale = [np.linalg.norm(claimed[i] - claimed[j]) / np.linalg.norm(on_paper[i] - on_paper[j]) - 1 for i, j in pairs]
    print(f"corners {away.max():.3f} mm, scale {np.abs(scale).max():.2%}")
    assert away.max() < 0.3
    assert np.abs(scale).max() < 0.005


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_every_paper_is_told_by_its_number(tmp_path, paper):
    shot = photograph(printed(drawing_sheet("Ayu", "Latihan isen", paper), tmp_path, 1, 100), PAPERS[paper], 5, 184.0)
    found = find_sheet(read_picture(shot.jpeg).grey)
    assert found.paper == paper
    assert number_in_class(found.id) == 1
    assert np.linalg.norm(shot.mm(found.drawing.corners) - frame(paper), axis=1).max() < 0.3


def test_what_is_drawn_is_traced_where_it_was_drawn(page):
    px = DPI / 25.4
    t = np.linspace(0, 2 * np.pi, 4000)
    circle_mm = np.array([105, 150]) + 40 * np.stack((np.cos(t), np.sin(t)), axis=1)
    drawing = page * (1 - ink(page.shape[::-1], [(circle_mm * px, 0.9 * px, 0.85)]))
    shot = photograph(drawing, PAPERS["A4"], 8, 96.0, 22.0)
    sheet = find_sheet(read_picture(shot.jpeg).grey).drawing
    (ring,) = trace(sheet.grey, sheet.px_per_mm, "lines")
    points, closed = next(iter(ring.path.subpaths(0.01)))
    corner = frame("A4")[0]
    radii = np.linalg.norm(points + corner - (105, 150), axis=1)
    print(f"radius {radii.mean():.3f} mm, ±{np.abs(radii - 40).max():.3f}, width {ring.width_mm:.2f} mm")
    assert closed
    assert radii.mean() == pytest.approx(40, rel=0.005)
    assert np.abs(radii - 40).max() < 0.3
    assert ring.width_mm == pytest.approx(0.9, abs=0.2)


def test_a_thumb_on_the_upper_strip_does_not_matter_and_on_a_mark_is_said(page, classed):
    px = DPI / 25.4
    y, x = np.mgrid[0 : page.shape[0], 0 : page.shape[1]] / px
    over_strip = np.where((np.abs(x - 80) < 12) & (y < 26), 0.55, page)
    shot = photograph(over_strip, PAPERS["A4"], 11, 10.0)
    assert find_sheet(read_picture(shot.jpeg).grey).id == classed.sheets[1].id
    over_mark = np.where((x < 30) & (y < 30), 0.55, page)
    shot = photograph(over_mark, PAPERS["A4"], 11, 10.0)
    with pytest.raises(BatikError, match=r"sheet\.marks_missing") as raised:
        find_sheet(read_picture(shot.jpeg).grey)
    assert raised.value.facts["found"] == 3


@pytest.mark.parametrize("seed", range(6))
def test_a_plain_sheet_is_found_by_its_edges(seed):
    blank = np.full((1754, 1240), 1.0, np.float32)
    blank *= 1 - ink(
        (1240, 1754), [(np.array([[300, 400], [900, 1300]]), 60, 0.8), (np.array([[20, 900], [25, 900]]), 30, 0.9)]
    )
    shot = photograph(blank, PAPERS["A4"], seed, [3, 95][seed % 2], 5.0 * seed)
    picture = read_picture(shot.jpeg)
    corners = find_page(picture.grey)
    assert corners is not None
    true = np.array([(0, 0), (210, 0), (210, 297), (0, 297)], float)
    found = shot.mm(corners)
    away = np.min([np.linalg.norm(np.roll(found, k, axis=0) - true, axis=1).max() for k in range(4)])
    size = upright((210, 297), corners)
    sheet = rectified(picture.grey, corners, size)
    print(f"corners {away:.3f} mm")
    assert away < 0.3
    assert (size[0] > size[1]) == (seed % 2 == 1)
    assert sheet.grey.shape[0] / sheet.grey.shape[1] == pytest.approx(size[1] / size[0], rel=0.002)


def test_no_page_where_there_is_none():
    rng = np.random.default_rng(0)
    assert find_page(rng.uniform(0.4, 0.6, (300, 400)).astype(np.float32)) is None
    assert find_page(np.full((300, 400), 0.9, np.float32)) is None


@pytest.mark.parametrize(
    "corners", [[(0, 0), (9, 9), (5, 5), (1, 1)], [(0, 0), (0, 9), (9, 9), (9, 0)], [(0, 0), (9, 9), (9, 0), (0, 9)]]
)
def test_corners_that_stand_around_nothing_are_refused(corners):
    with pytest.raises(BatikError, match=r"picture\.corners_in_line"):
        rectified(np.ones((20, 20), np.float32), np.array(corners, float), (210, 297))


def test_a_sheet_of_a_few_pixels_is_refused():
    with pytest.raises(BatikError, match=r"picture\.too_small"):
        rectified(np.ones((99, 99), np.float32), np.array([(5, 5), (90, 5), (90, 90), (5, 90)], float), (210, 297))


def test_names_are_plain_text_however_they_come():
    (entry,) = class_list(["  Siti\t\x1b[31m Nur\u202e "], "x\ny").sheets
    assert entry.name == "Siti [31m Nur"
    data = write_class_list(class_list(["Siti"], "x")).replace(b"Siti", b"Si\\u001bti")
    assert read_class_list(data).sheets[0].name == "Si ti"


def test_the_list_of_a_class_comes_back_from_its_file(classed):
    assert read_class_list(write_class_list(classed)) == classed
    assert [number_in_class(one.id) for one in classed.sheets] == [1, 2, 3]
    assert drawing_sheets(classed) == drawing_sheets(classed)
    other = class_list(NAMES, "Latihan isen")
    assert not {one.id for one in other.sheets} & {one.id for one in classed.sheets}
    for bad in (b"", b"{}", b"\xff", b'{"format": "batikstudio-sheets"}', b"[" * 5000):
        with pytest.raises(BatikError, match=r"sheet\.not_a_class_list"):
            read_class_list(bad)


def test_what_cannot_be_printed_is_refused():
    for names, code in (([" "], "sheet.no_names"), (["x"] * 256, "sheet.too_many_names")):
        with pytest.raises(BatikError, match=code):
            class_list(names, "x")
    with pytest.raises(BatikError, match=r"sheet\.unknown_paper"):
        class_list(["x"], "x", "B5")
