"""Every filler is tested by being there."""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np
import pytest
import shapely
from scipy.spatial import cKDTree

from batikstudio.base.errors import BatikError
from batikstudio.geometry.affine import Affine
from batikstudio.motifs import isen as package
from batikstudio.motifs.filler import BAND, GROUND, REGION, Region, fill, isen_of, isens
from batikstudio.motifs.motif import Part
from tests.support.isen_regions import BASES, anchors, annulus, band, ground, leaf, pieces, polygon, star, worst_mm

ALL = sorted(isens())
ON_GROUND = [one for one in ALL if GROUND in isens()[one].suits]
UNCERTAIN = {"cacah_gori", "upan_upan", "debundelan"}
SHAPES = {"leaf": leaf(56, 22), "wide": star(7, 24, 15), "ring": annulus(22, 9), "band": band(70, 8)}
SLACK_MM = 1e-6


def outlines(parts: tuple[Part, ...]) -> bytes:
    return b"".join(
        f"{one.kind} {one.role} {one.width_mm} {one.cap}".encode()
        + one.path.verbs.tobytes()
        + one.path.points.tobytes()
        for one in parts
    )


def default(kind: str, key: str) -> float:
    return float(next(one.default for one in isens()[kind].parameters if one.key == key))


def test_every_module_declares_the_filler_of_its_name():
    modules = {file.stem for file in Path(package.__path__[0]).glob("*.py")} - {"__init__"}
    assert modules == set(ALL) == {one.id for one in isens().values()}
    assert len(ALL) >= 24


@pytest.mark.parametrize("kind", ALL)
def test_what_is_known_of_it_is_whole(kind: str):
    one = isen_of(kind)
    assert re.fullmatch(r"[a-z][a-z_]*", one.id)
    for words in (one.name, one.meaning):
        assert words.id.strip() == words.id != ""
        assert words.en.strip() == words.en != ""
    assert one.meaning.id != one.meaning.en
    assert len(one.source) > 10
    assert one.suits
    assert one.suits <= {REGION, GROUND, BAND}
    keys = [parameter.key for parameter in one.parameters]
    assert len(keys) == len(set(keys))
    assert {"pitch_mm", "size_mm", "inset_mm", "irregular", "seed"} <= set(keys)
    assert set(keys) <= {"pitch_mm", "size_mm", "line_mm", "inset_mm", "irregular", "seed", "angle_deg"}
    for parameter in one.parameters:
        assert parameter.check(parameter.default) == parameter.default
    assert 0.5 <= default(kind, "inset_mm") <= 1.5
    assert default(kind, "irregular") == 0.35


def test_names_differ_and_the_uncertain_ones_say_so():
    for language in ("id", "en"):
        assert len({one.name[language] for one in isens().values()}) == len(ALL)
    assert {one.id for one in isens().values() if one.uncertain} == UNCERTAIN


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("kind", ALL)
def test_it_fills_a_leaf_at_every_size(kind: str, scale: float):
    region = Region(SHAPES["leaf"].transformed(Affine.scaling(scale, scale)))
    parts = fill(kind, region, {}, 3)
    assert parts
    for part in parts:
        assert (part.kind, part.role) == ("isen", "filler")
        assert len(part.path.points)
        assert part.width_mm is None or 0.3 <= part.width_mm <= 6


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", ALL)
def test_every_piece_lies_inside_with_its_width(kind: str, shape: str):
    rings = SHAPES[shape]
    parts = fill(kind, Region(rings), {"irregular": 1.0}, 5)
    assert worst_mm(polygon(rings), parts) >= default(kind, "inset_mm") - SLACK_MM


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("kind", ON_GROUND)
def test_pieces_of_a_ground_lie_inside_with_all_their_copies(kind: str, basis: str):
    region = ground(BASES[basis])
    parts = fill(kind, region, {"irregular": 1.0}, 5)
    assert parts
    # The ground anew, of many more cells: what the filler was given tells nothing of the far copies.
    matrix = np.array(BASES[basis])
    free = polygon(region.rings)
    cell = polygon(band(1, 1).transformed(Affine(*matrix[0], *matrix[1], 0.0, 0.0)))
    one = free.intersection(cell)
    shifts = [i * matrix[0] + j * matrix[1] for i in range(-4, 5) for j in range(-4, 5)]
    many = shapely.union_all([shapely.transform(one, lambda p, s=s: p + s) for s in shifts], grid_size=1e-4)
    inset = default(kind, "inset_mm")
    for shift in ((0.0, 0.0), matrix[0], -matrix[1], matrix[0] - matrix[1]):
        assert worst_mm(many, parts, shift) >= inset - 2e-4


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("kind", ON_GROUND)
def test_no_piece_of_a_ground_is_laid_twice(kind: str, basis: str):
    matrix = np.array(BASES[basis])
    for part in fill(kind, ground(BASES[basis]), {"irregular": 0.0}, 5):
        found = [one for one, _ in pieces(part)]
        boxes = shapely.bounds(found)
        steps = (boxes[:, :2] + boxes[:, 2:]) / 2 @ np.linalg.inv(matrix)
        keys = np.concatenate((steps - np.floor(steps + 1e-6), (boxes[:, 2:] - boxes[:, :2]) / 100), axis=1)
        assert len(np.unique(np.round(keys, 4), axis=0)) == len(found)


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("kind", ON_GROUND)
def test_a_ground_has_no_bare_place(kind: str, basis: str):
    """No disc of 8 mm anywhere on the ground is free of the pieces and their copies."""
    region = ground(BASES[basis])
    matrix = np.array(BASES[basis])
    drawn = [one.buffer(half + 1e-6) for part in fill(kind, region, {}, 2) for one, half in pieces(part)]
    shifts = [i * matrix[0] + j * matrix[1] for i in (-2, -1, 0, 1, 2) for j in (-2, -1, 0, 1, 2)]
    every = [shapely.transform(one, lambda p, s=s: p + s) for s in shifts for one in drawn]
    s, t = np.meshgrid(np.linspace(0, 1, 24, endpoint=False), np.linspace(0, 1, 24, endpoint=False))
    places = shapely.points(np.stack((s.ravel(), t.ravel()), axis=1) @ matrix)
    free = polygon(region.rings)
    places = places[shapely.covers(free, places)]
    nearest = shapely.STRtree(every).query_nearest(places, return_distance=True, all_matches=False)[1]
    assert np.minimum(nearest, shapely.distance(free.boundary, places)).max() < 4.0


@pytest.mark.parametrize("kind", ALL)
def test_the_same_seed_gives_the_same_and_another_another(kind: str):
    region = Region(SHAPES["leaf"])
    once, again = fill(kind, region, {}, 7), fill(kind, region, {}, 7)
    assert outlines(once) == outlines(again)
    assert outlines(once) != outlines(fill(kind, region, {}, 8))
    assert outlines(once) != outlines(fill(kind, region, {"seed": 2}, 7))


@pytest.mark.parametrize("kind", ALL)
def test_nothing_fits_into_next_to_nothing(kind: str):
    assert fill(kind, Region(leaf(3, 0.8)), {}, 1) == ()
    assert fill(kind, Region(annulus(1.5, 1.0)), {}, 1) == ()


@pytest.mark.parametrize("kind", ALL)
def test_no_value_in_its_range_is_a_fault(kind: str):
    rings = leaf(24, 10)
    for parameter in isen_of(kind).parameters:
        for value in (parameter.minimum, parameter.maximum):
            parts = fill(kind, Region(rings), {parameter.key: parameter.check(value)}, 1)
            inset = float(value) if parameter.key == "inset_mm" else default(kind, "inset_mm")
            assert worst_mm(polygon(rings), parts) >= inset - SLACK_MM


def test_a_filler_that_suits_no_ground_leaves_it():
    assert GROUND not in isen_of("cecek_sawut_daun").suits
    assert fill("cecek_sawut_daun", ground(BASES["square"]), {}, 1) == ()


def test_an_unknown_filler_names_those_that_come_close():
    with pytest.raises(BatikError) as caught:
        fill("cecek_pitoe", Region(leaf(20, 8)), {}, 1)
    assert caught.value.code == "isen.unknown"
    assert "cecek_pitu" in caught.value.facts["known"]


def test_the_first_row_of_cecek_runs_close_inside_the_contour():
    rings = SHAPES["leaf"]
    edge = polygon(rings).boundary
    depth = np.sort([edge.distance(shapely.Point(one)) for one in anchors(fill("cecek", Region(rings), {}, 1))])
    row = depth[depth < 2.4]
    assert row.min() >= 1.2
    assert row.max() <= 1.7
    # So many dots as the contour is long in steps, but for what the tips have no room for.
    assert 0.85 <= len(row) * default("cecek", "pitch_mm") / edge.length <= 1.1


@pytest.mark.parametrize("irregular", [0.0, 0.35, 1.0])
def test_cecek_keep_their_distance_within_the_irregularity(irregular: float):
    pitch = default("cecek", "pitch_mm")
    for region in (Region(SHAPES["wide"]), Region(SHAPES["ring"])):
        places = anchors(fill("cecek", region, {"irregular": irregular}, 3))
        nearest = cKDTree(places).query(places, k=2)[0][:, 1]
        assert nearest.min() >= (0.78 - 0.12 * irregular) * pitch - 1e-3
        assert 0.85 * pitch <= np.median(nearest) <= 1.15 * pitch
        assert nearest.max() <= 1.7 * pitch


def test_the_hand_moves_sizes_and_places_by_no_more_than_it_should():
    even = fill("nitik", ground(BASES["square"]), {"irregular": 0.0}, 1)
    loose = fill("nitik", ground(BASES["square"]), {"irregular": 1.0}, 1)
    pitch = default("nitik", "pitch_mm")
    moved = cKDTree(anchors(even)).query(anchors(loose))[0]
    assert 0.02 * pitch < moved.max() <= 0.09 * pitch
    sizes = [np.sqrt(one.area) for part in loose for one, _ in pieces(part)]
    usual = np.median([np.sqrt(one.area) for part in even for one, _ in pieces(part)])
    assert max(sizes) == pytest.approx(1.1 * usual, rel=1e-6)
    assert min(sizes) == pytest.approx(0.9 * usual, rel=1e-6)
    assert 0 < len(anchors(even)) - len(anchors(loose)) <= 0.04 * len(anchors(even))


@pytest.mark.parametrize("basis", BASES)
def test_rows_on_a_ground_come_round_at_the_wanted_distance(basis: str):
    """The count of places on a bare lattice is its area over that of one place, to within what whole counts allow."""
    matrix = np.array(BASES[basis])
    bare = Region(
        band(1, 1).transformed(Affine(*(3 * matrix[0]), *(3 * matrix[1]), *-matrix.sum(axis=0))), BASES[basis]
    )
    pitch = default("cecek", "pitch_mm")
    places = anchors(fill("cecek", bare, {"irregular": 0.0}, 1))
    wanted = abs(np.linalg.det(matrix)) / (pitch**2 * math.sqrt(0.75))
    assert len(places) == pytest.approx(wanted, rel=0.08)
    shifts = [i * matrix[0] + j * matrix[1] for i in range(-3, 4) for j in range(-3, 4)]
    every = np.concatenate([places + shift for shift in shifts])
    nearest = cKDTree(every).query(places, k=7)[0][:, 1:]
    assert nearest.min() > 0.85 * pitch
    assert nearest.max() < 1.25 * pitch
