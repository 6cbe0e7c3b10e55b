"""Every filler: what it tells, and that its pieces lie whole inside the inset of any region and round any lattice."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.spatial import cKDTree

from batikstudio.base.errors import BatikError
from batikstudio.design.filling import free_ground
from batikstudio.geometry.path import MOVE, circle
from batikstudio.geometry.rings import Rings, rings_of
from batikstudio.motifs.filler import BAND, GROUND, REGION, Region, fill, isens
from tests.support.regions import BASES, SHAPES, blob, cover_of, polygon_of

IDS = sorted(isens())
ON_GROUNDS = [key for key in IDS if GROUND in isens()[key].suits]
PACKED = [
    "beras_wutah",
    "debundelan",
    "grompolan",
    "herangan",
    "kembang_jeruk",
    "kerikil",
    "sekar_pasar",
    "udar",
    "ukel",
    "upan_upan",
]
"""Pieces of these lie apart; those of the others may touch, as scales do."""
EXACT_MM = 1e-6
SHAPELY_ROUND = 64


def inset_of(kind, values):
    known = {one.key: one.default for one in isens()[kind].parameters}
    return float(values.get("inset_mm", known["inset_mm"]))


def assert_inside(rings: Rings, kind, values, parts):
    """Every piece, its width included, lies in the region moved inwards; shapely is the judge."""
    room = polygon_of(rings).buffer(-inset_of(kind, values), quad_segs=SHAPELY_ROUND).buffer(EXACT_MM)
    shapely.prepare(room)
    for part in parts:
        assert part.kind == "isen"
        assert part.role == "filler"
        pieces = cover_of(part)
        outside = pieces[~shapely.covers(room, pieces)]
        assert not len(outside), f"{len(outside)} pieces of {kind}, the first {outside[0].wkt}"


def strokes_of(parts):
    return sum(int(np.count_nonzero(part.path.verbs == MOVE)) for part in parts)


def bytes_of(parts):
    return [(part.width_mm, part.path.verbs.tobytes(), part.path.points.tobytes()) for part in parts]


def figure_on(basis):
    """Return what is free around a round figure in the cell, and what it covers there."""
    middle = 0.5 * np.array(basis).sum(axis=0)
    figure = next(circle(*middle, 6.5).subpaths(0.02))[0]
    return free_ground(rings_of([figure]), basis), figure


@pytest.mark.parametrize("kind", IDS)
def test_a_filler_tells_what_it_is(kind):
    one = isens()[kind]
    for words in (one.name, one.meaning, *(parameter.words for parameter in one.parameters)):
        assert words.id.strip()
        assert words.en.strip()
    assert one.source.strip()
    assert one.suits
    assert one.suits <= {REGION, GROUND, BAND}
    assert one.uncertain == ("uncertain" in one.source.lower()), "a doubt stands in the source, and the mark is set"
    keys = [parameter.key for parameter in one.parameters]
    assert {"pitch_mm", "size_mm", "inset_mm", "irregular", "seed"} <= set(keys)
    assert len(set(keys)) == len(keys)


def test_the_shapes_that_the_sources_do_not_tell_are_marked():
    """Of the craft's own list: cacah gori, upan-upan and debundelan."""
    assert {key for key, one in isens().items() if one.uncertain} == {"cacah_gori", "debundelan", "upan_upan"}


@pytest.mark.parametrize("kind", IDS)
@pytest.mark.parametrize("size", [1.0, 1.8, 3.0])
def test_what_suits_a_region_fills_it_at_every_size(kind, size):
    one = isens()[kind]
    leaf = rings_of([ring * size for ring in SHAPES["leaf"]])
    if one.suits & {REGION, BAND}:
        assert strokes_of(fill(kind, Region(leaf), {}, 1)) >= 2, "one stroke is no filling"
    if GROUND in one.suits:
        basis = tuple(tuple(size * x for x in vector) for vector in BASES["half-drop"])
        assert strokes_of(fill(kind, Region(free_ground(rings_of([]), basis), basis), {}, 1)) >= 2


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", IDS)
def test_every_piece_lies_whole_inside_the_region_moved_inwards(kind, shape):
    values = {"irregular": 1.0}
    assert_inside(SHAPES[shape], kind, values, fill(kind, Region(SHAPES[shape]), values, 3))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    radii=st.lists(st.floats(4.0, 26.0), min_size=4, max_size=9),
    kind=st.sampled_from(IDS),
    inset=st.floats(0.0, 3.0),
    irregular=st.floats(0.0, 1.0),
    seed=st.integers(1, 10_000),
)
def test_no_piece_reaches_out_of_any_blob(radii, kind, inset, irregular, seed):
    region, values = blob(radii), {"inset_mm": inset, "irregular": irregular}
    assert_inside(region, kind, values, fill(kind, Region(region), values, seed))


@pytest.mark.parametrize("name", BASES)
@pytest.mark.parametrize("kind", ON_GROUNDS)
def test_pieces_of_a_ground_and_their_copies_lie_whole_on_free_ground(kind, name):
    basis = BASES[name]
    free, figure = figure_on(basis)
    parts = fill(kind, Region(free, basis), {"irregular": 1.0}, 3)
    assert parts
    pieces = np.concatenate([cover_of(part) for part in parts])
    clearance = inset_of(kind, {})
    for i in range(-5, 6):
        for j in range(-5, 6):
            copy = shapely.Polygon(figure + (i, j) @ np.array(basis))
            assert shapely.distance(copy, pieces).min() > clearance - EXACT_MM, (i, j)


@pytest.mark.parametrize("name", BASES)
@pytest.mark.parametrize("kind", ON_GROUNDS)
def test_no_piece_of_a_ground_is_laid_twice(kind, name):
    """Told by where each stroke starts and where its middle is, as shares of the cell."""
    basis = BASES[name]
    parts = fill(kind, Region(figure_on(basis)[0], basis), {}, 3)
    inverse = np.linalg.inv(np.array(basis))
    for part in parts:
        strokes = [(points[0], points.mean(axis=0)) for points, _ in part.path.subpaths(0.05)]
        shares = np.array(strokes).reshape(-1, 2) @ inverse
        apart = np.round(shares - np.floor(np.round(shares, 6)), 4).reshape(-1, 4)
        assert len(np.unique(apart, axis=0)) == len(apart)


@pytest.mark.parametrize("name", BASES)
@pytest.mark.parametrize("kind", PACKED)
def test_packed_pieces_do_not_touch_across_the_seam(kind, name):
    basis = BASES[name]
    parts = fill(kind, Region(free_ground(rings_of([]), basis), basis), {}, 3)
    whole = shapely.union_all(np.concatenate([cover_of(part) for part in parts]))
    for i, j in [(i, j) for i in range(-5, 6) for j in range(-5, 6) if (i, j) != (0, 0)]:
        x, y = (i, j) @ np.array(basis)
        assert not whole.intersects(shapely.affinity.translate(whole, x, y)), (i, j)


@pytest.mark.parametrize("kind", PACKED)
def test_a_piece_as_large_as_its_cell_does_not_touch_its_own_copy(kind):
    size = next(one.default for one in isens()[kind].parameters if one.key == "size_mm")
    basis = ((1.1 * size, 0.0), (0.0, 1.3 * size))
    parts = fill(kind, Region(free_ground(rings_of([]), basis), basis), {"irregular": 0.0}, 1)
    whole = shapely.union_all(np.concatenate([cover_of(part) for part in parts])) if parts else shapely.Point()
    for i, j in [(i, j) for i in range(-4, 5) for j in range(-4, 5) if (i, j) != (0, 0)]:
        assert not whole.intersects(shapely.affinity.translate(whole, i * basis[0][0], j * basis[1][1]))


@pytest.mark.parametrize("name", BASES)
@pytest.mark.parametrize("kind", ["cecek", "ukel", "beras_wutah", "gringsing", "nitik"])
def test_a_ground_is_filled_everywhere_alike_on_every_lattice(kind, name):
    """No place of the ground is farther from a piece than twice the pitch: the fault of a seam, or of a lost cell."""
    basis = BASES[name]
    parts = fill(kind, Region(free_ground(rings_of([]), basis), basis), {}, 3)
    marks = np.concatenate([points for part in parts for points, _ in part.path.subpaths(0.5)])
    steps = np.array([(i, j) for i in range(-6, 7) for j in range(-6, 7)]) @ np.array(basis)
    u = (np.arange(24) + 0.5) / 24
    places = np.stack(np.meshgrid(u, u), axis=-1).reshape(-1, 2) @ np.array(basis)
    distances, _ = cKDTree((marks[None] + steps[:, None]).reshape(-1, 2)).query(places)
    known = {one.key: one.default for one in isens()[kind].parameters}
    assert distances.max() < 1.5 * known["pitch_mm"] + 0.5 * known["size_mm"]


@pytest.mark.parametrize("kind", IDS)
def test_a_seed_gives_the_same_pieces_again_and_another_gives_others(kind):
    leaf = Region(SHAPES["leaf"])
    first = fill(kind, leaf, {}, 7)
    assert bytes_of(fill(kind, leaf, {}, 7)) == bytes_of(first)
    regular = {"galaran", "rawan"}
    if kind not in regular and REGION in isens()[kind].suits:
        assert bytes_of(fill(kind, leaf, {}, 8)) != bytes_of(first)
        assert bytes_of(fill(kind, leaf, {"seed": 2}, 7)) != bytes_of(first)


@pytest.mark.parametrize("kind", IDS)
def test_no_value_in_its_range_raises(kind):
    basis = BASES["half-drop"]
    free = free_ground(rings_of([]), basis)
    for parameter in isens()[kind].parameters:
        for value in (parameter.minimum, parameter.maximum):
            for shape in ("leaf", "thread"):
                values = {parameter.key: value}
                assert_inside(SHAPES[shape], kind, values, fill(kind, Region(SHAPES[shape]), values, 3))
            fill(kind, Region(free, basis), {parameter.key: value}, 3)


def test_a_filler_that_suits_no_ground_leaves_it():
    basis = BASES["square"]
    assert fill("sawut", Region(free_ground(rings_of([]), basis), basis), {}, 1) == ()


def test_an_unknown_filler_and_a_wrong_value_are_refused():
    with pytest.raises(BatikError) as unknown:
        fill("cecekk", Region(SHAPES["leaf"]), {}, 1)
    assert unknown.value.code == "isen.unknown"
    assert "cecek" in unknown.value.facts["known"]
    with pytest.raises(BatikError) as wrong:
        fill("cecek", Region(SHAPES["leaf"]), {"pitch_mm": -1.0}, 1)
    assert wrong.value.code == "value.out_of_range"


def test_the_first_row_of_dots_lies_close_inside_the_contour():
    """The middle of the first row is 1.2 to 1.5 mm from the contour, as on cloth."""
    for shape in ("leaf", "disc"):
        (ring,) = SHAPES[shape]
        border = shapely.LinearRing(ring)
        parts = fill("cecek", Region(SHAPES[shape]), {"irregular": 0.0}, 1)
        dots = np.concatenate([part.path.points for part in parts])
        distances = np.sort(shapely.distance(border, shapely.points(dots)))
        first = distances[: round(shapely.length(border) / 3.2)]
        assert first.min() >= 1.2
        assert first.max() <= 1.7


def test_dots_keep_their_distance_from_each_other():
    parts = fill("cecek", Region(SHAPES["disc"]), {"irregular": 0.0, "pitch_mm": 2.6}, 1)
    dots = np.concatenate([part.path.points for part in parts])
    apart = np.linalg.norm(dots[:, None] - dots[None], axis=-1) + 1e9 * np.eye(len(dots))
    assert apart.min(axis=1).min() > 0.6 * 2.6
    assert apart.min(axis=1).max() < 1.3 * 2.6


def test_ribs_stand_on_both_sides_of_a_leaf_and_all_round_in_a_disc():
    for kind in ("blarak_sahirit", "cecek_sawut_daun"):
        for shape, sectors in (("leaf", 2), ("disc", 8)):
            region = polygon_of(SHAPES[shape])
            parts = fill(kind, Region(SHAPES[shape]), {"irregular": 0.0}, 1)
            ends = np.concatenate([points[-1:] for part in parts for points, _ in part.path.subpaths(0.05)])
            x, y = (ends - (region.centroid.x, region.centroid.y)).T
            counts = np.bincount(((np.arctan2(y, x) / (2 * np.pi)) % 1 * sectors).astype(int), minlength=sectors)
            assert counts.min() > 0.6 * counts.mean(), (kind, shape, counts)


def test_ada_ada_is_a_double_line_with_dots_between():
    (ring,) = SHAPES["disc"]
    parts = fill("ada_ada", Region(SHAPES["disc"]), {"irregular": 0.0}, 1)
    border = shapely.LinearRing(ring)
    depths = [
        shapely.distance(border, shapely.points(points)) for part in parts for points, _ in part.path.subpaths(0.05)
    ]
    lines = sorted(float(np.median(one)) for one in depths if len(one) > 1)
    dots = [float(one[0]) for one in depths if len(one) == 1]
    assert len(lines) == 2
    assert lines[0] + 0.4 < min(dots)
    assert max(dots) + 0.4 < lines[1]


@pytest.mark.parametrize("kind", ["sawut", "cecek_sawut", "blarak_sahirit", "cecek_sawut_daun"])
@pytest.mark.parametrize("shape", ["leaf", "star", "disc", "annulus"])
def test_lines_of_hatching_do_not_cross(kind, shape):
    parts = fill(kind, Region(SHAPES[shape]), {"irregular": 1.0}, 3)
    lines = [shapely.LineString(points) for part in parts for points, _ in part.path.subpaths(0.05) if len(points) > 1]
    ribbed = kind in ("blarak_sahirit", "cecek_sawut_daun")
    midrib = {max(range(len(lines)), key=lambda k: lines[k].length)} if ribbed and lines else set()
    pairs = shapely.STRtree(lines).query(lines, predicate="crosses").T
    assert not [pair for pair in pairs.tolist() if not midrib & set(pair)]


@pytest.mark.parametrize("kind", ["gringsing", "sisik", "sisik_melik"])
def test_scales_run_up_to_the_figures_on_a_ground(kind):
    """Close around a figure, at one and a half times the inset, no long stretch is bare."""
    basis = BASES["square"]
    free, figure = figure_on(basis)
    drawn = shapely.union_all(np.concatenate([cover_of(part) for part in fill(kind, Region(free, basis), {}, 3)]))
    ring = shapely.Polygon(figure).buffer(1.5 * inset_of(kind, {})).exterior
    size = next(one.default for one in isens()[kind].parameters if one.key == "size_mm")
    bare = ring.difference(drawn)
    assert max(part.length for part in shapely.get_parts(bare)) < 1.2 * size
