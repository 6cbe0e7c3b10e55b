"""Tracing against drawings whose lines are known."""

import numpy as np
import pytest
from scipy.spatial import cKDTree

from batikstudio.base.errors import BatikError, Cancelled
from batikstudio.base.progress import Progress
from batikstudio.geometry.areas import normalised
from batikstudio.geometry.polyline import resampled
from batikstudio.motifs.svg import motif_from_svg, motif_to_svg
from batikstudio.motifs.tracing.tracing import drawn_box, motif_of, trace
from tests.support.pencil import ink, on_paper, scan


def lines_of(traced, px_per_mm: float) -> list[tuple[np.ndarray, float]]:
    found = []
    for one in traced:
        if one.kind == "line":
            points, closed = next(iter(one.path.subpaths(0.01)))
            found.append((resampled(points * px_per_mm, 1.0, closed), one.width_mm * px_per_mm))
    return found


@pytest.fixture(scope="module")
def page():
    return scan()


def test_a_page_of_pencil_strokes(page):
    px_per_mm = 5.5
    traced = trace(page.grey, px_per_mm, "lines")
    found = lines_of(traced, px_per_mm)
    truth = np.concatenate([points for points, _ in page.strokes])
    true_width = np.concatenate([np.full(len(points), width) for points, width in page.strokes])
    points = np.concatenate([line for line, _ in found])
    width = np.concatenate([np.full(len(line), w) for line, w in found])
    error, nearest = cKDTree(truth).query(points)
    missed, _ = cKDTree(points).query(truth)
    off = np.abs(width - true_width[nearest])
    recall, precision = float((missed < 1.5).mean()), float((error < 3).mean())
    far, most = np.percentile(error, 95), error.max()
    print(f"\ncentreline {error.mean():.3f} px (p95 {far:.2f}, max {most:.1f})")
    print(f"recall {recall:.3f}, precision {precision:.3f}")
    print(f"width off {np.median(off):.2f} px in the middle, {off.mean():.2f} in the mean")
    print(f"{len(found)} lines of {len(page.strokes)} strokes, {sum(len(one.path.points) for one in traced)} points")
    assert error.mean() < 0.5
    assert recall > 0.93
    assert precision > 0.98
    assert off.mean() < 0.8
    assert len(found) < 2 * len(page.strokes)  # strokes go on through crossings


def straight(a, b) -> np.ndarray:
    n = int(np.linalg.norm(np.subtract(b, a)) * 2)
    return np.linspace(a, b, n)


def ring(x: float, y: float, r: float) -> np.ndarray:
    t = np.linspace(0, 2 * np.pi, int(12 * r))
    return np.stack((x + r * np.cos(t), y + r * np.sin(t)), axis=1)


def drawn(strokes, size=(400, 320), seed=3) -> np.ndarray:
    return on_paper(ink(size, [(np.asarray(p), w, 0.85) for p, w in strokes]), np.random.default_rng(seed))


def only(traced, kind):
    return [one for one in traced if one.kind == kind]


def test_two_lines_that_cross_are_two_lines():
    grey = drawn([(straight((40, 60), (360, 250)), 6), (straight((60, 270), (340, 40)), 5)])
    found = only(trace(grey, 5.0, "lines"), "line")
    assert len(found) == 2
    for one in found:
        points, closed = next(iter(one.path.subpaths(0.01)))
        assert not closed
        ends = points[[0, -1]] * 5.0
        true = min(
            ([(40, 60), (360, 250)], [(60, 270), (340, 40)]),
            key=lambda e: abs(np.ptp(ends[:, 1]) - abs(e[0][1] - e[1][1])),
        )
        for end in true:
            assert np.linalg.norm(ends - end, axis=1).min() < 1.5  # drawn out to where the stroke began


def test_a_slanting_crossing_is_one_place():
    grey = drawn([(straight((40, 150), (360, 150)), 7), (straight((60, 200), (340, 100)), 7)])
    found = only(trace(grey, 5.0, "lines"), "line")
    assert len(found) == 2
    assert sorted(round(float(np.ptp(next(iter(one.path.subpaths(0.01)))[0][:, 1])) * 5 / 50) for one in found) == [
        0,
        2,
    ]


def test_a_line_that_ends_on_another_meets_it():
    grey = drawn([(straight((40, 150), (360, 150)), 5), (straight((200, 40), (200, 150)), 5)])
    found = only(trace(grey, 5.0, "lines"), "line")
    assert len(found) == 2
    stem = min((next(iter(one.path.subpaths(0.01)))[0] * 5 for one in found), key=lambda p: np.ptp(p[:, 0]))
    assert stem[:, 1].max() == pytest.approx(150, abs=1.5)


def test_a_ring_is_closed_and_true_to_size():
    (found,) = trace(drawn([(ring(200, 160, 90.0), 5)]), 5.0, "lines")
    points, closed = next(iter(found.path.subpaths(0.005)))
    radii = np.linalg.norm(points * 5 - (200, 160), axis=1)
    assert closed
    assert radii.mean() == pytest.approx(90, abs=0.4)
    assert np.ptp(radii) < 2.5
    assert found.width_mm * 5 == pytest.approx(5, abs=0.6)


def test_a_sharp_corner_stays_sharp():
    corner = np.vstack((straight((60, 260), (200, 60)), straight((200, 60), (340, 260))))
    (found,) = trace(drawn([(corner, 5)]), 5.0, "lines")
    points, _ = next(iter(found.path.subpaths(0.005)))
    assert np.linalg.norm(points * 5 - (200, 60), axis=1).min() < 2.0


def test_cecek_are_dots_of_their_size():
    places = [(60 + 40 * k, 60 + 50 * j) for k in range(7) for j in range(4)]
    grey = drawn([(np.array([[x, y], [x, y]], float), 4 + (k % 3)) for k, (x, y) in enumerate(places)])
    found = trace(grey, 5.0)
    assert {one.kind for one in found} == {"dot"}
    assert len(found) == len(places)
    at = np.array([one.path.points[0] * 5 for one in found])
    away, nearest = cKDTree(at).query(np.array(places, float))
    assert away.max() < 0.7
    sizes = np.array([found[k].width_mm * 5 for k in nearest]) - [4 + k % 3 for k in range(len(places))]
    assert np.abs(sizes).mean() < 0.7


def test_wide_ink_is_an_area_and_thin_ink_a_line():
    disc = [(ring(130, 160, r), 8) for r in (3, 10, 17, 24, 31, 38, 45, 52)]
    grey = drawn([*disc, (straight((180, 160), (370, 160)), 5), (ring(320, 70, 30), 5)])
    found = trace(grey, 5.0, "auto")
    (area,) = only(found, "area")
    size = normalised([p * 5 for p, _ in area.path.subpaths(0.005)], even_odd=True).area_mm2
    assert size == pytest.approx(np.pi * 56**2, rel=0.02)
    assert len(only(found, "line")) == 2
    stem = min(
        (next(iter(one.path.subpaths(0.01)))[0] * 5 for one in only(found, "line")), key=lambda p: np.ptp(p[:, 1])
    )
    assert stem[:, 0].min() == pytest.approx(186, abs=5)
    assert stem[:, 0].max() == pytest.approx(370, abs=2)


def test_outlines_have_their_holes():
    grey = drawn([(ring(200, 160, 90.0), 20)])
    (area,) = trace(grey, 5.0, "areas")
    rings = [p * 5 for p, _ in area.path.subpaths(0.005)]
    assert len(rings) == 2
    size = normalised(rings, even_odd=True).area_mm2
    assert size == pytest.approx(np.pi * (100**2 - 80**2), rel=0.03)


def test_the_motif_is_centred_and_survives_its_file(page):
    motif = motif_of(trace(page.grey, 5.5), "Mangga Ibu Sari")
    x0, y0, x1, y1 = drawn_box(motif.parts)
    assert motif.about.id == "mangga_ibu_sari"
    assert abs(x0 + x1) < 1e-6
    assert abs(y0 + y1) < 1e-6
    assert motif.repeat.width_mm > x1 - x0
    widths = [part.width_mm for part in motif.parts if part.kind == "lines"]
    assert len(set(widths)) == len(widths)
    data = motif_to_svg(motif)
    again = motif_from_svg(data, "x")
    assert again.left_out == ()
    assert motif_to_svg(again.motif) == data
    one_width = motif_of(trace(page.grey, 5.5), "m", line_mm=1.5)
    assert {part.width_mm for part in one_width.parts if part.kind == "lines"} == {1.5}


def test_an_empty_sheet_is_said_so():
    paper = on_paper(np.zeros((300, 400), np.float32), np.random.default_rng(1))
    with pytest.raises(BatikError, match=r"tracing\.nothing_drawn"):
        trace(paper, 5.0)


def test_tracing_can_be_stopped_and_tells_how_far_it_is(page):
    told: list[float] = []
    trace(page.grey, 5.5, progress=Progress(told.append))
    assert told == sorted(told)
    assert told[-1] == 1.0
    with pytest.raises(Cancelled):
        trace(page.grey, 5.5, progress=Progress(cancelled=lambda: len(told) > 0))


def oval(x: float, y: float, rx: float, ry: float, start: float = 0.0, end: float = 2 * np.pi) -> np.ndarray:
    t = np.linspace(start, end, int(14 * rx))
    return np.stack((x + rx * np.cos(t), y + ry * np.sin(t)), axis=1)


def test_two_ovals_that_touch_stay_two_ovals():
    grey = drawn([(oval(120, 160, 78, 50), 5), (oval(278, 160, 78, 50), 5)])
    found = only(trace(grey, 5.0, "lines"), "line")
    assert len(found) == 2
    for one in found:
        points, closed = next(iter(one.path.subpaths(0.01)))
        assert closed
        assert np.ptp(points[:, 0]) * 5 == pytest.approx(156, abs=3)


def test_a_pencil_that_skips_still_closes_its_contour_and_dashes_stay_dashes():
    skipping = [(oval(130, 160, 80, 60, 0.1, 2 * np.pi - 0.02), 5)]
    dashes = [(straight((260, 40 + 30 * k), (260, 55 + 30 * k)), 5) for k in range(8)]
    found = only(trace(drawn([*skipping, *dashes]), 5.0, "lines"), "line")
    closed = [next(iter(one.path.subpaths(0.01)))[1] for one in found]
    assert sum(closed) == 1
    assert len(found) == 9


def test_veins_end_at_their_rib():
    rib = straight((40, 160), (360, 160))
    veins = [straight((x, 160), (x + 40, 160 + side * 45)) for x in (80, 150, 220, 290) for side in (-1, 1)]
    found = only(trace(drawn([(rib, 5), *((vein, 4) for vein in veins)]), 5.0, "lines"), "line")
    tall = [np.ptp(next(iter(one.path.subpaths(0.01)))[0][:, 1]) * 5 for one in found]
    assert len(found) == 9
    assert max(tall) < 55
