"""What the figures and cloths of the courts must hold: semen, sido, wings, meru, birds, borders."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import numpy as np
import pytest
from scipy.spatial import cKDTree
from shapely.geometry import Point
from shapely.ops import unary_union

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.areas import normalised
from batikstudio.motifs.catalogue import catalogue
from batikstudio.motifs.larangan import LARANGAN, LARANGAN_PARTS
from batikstudio.motifs.motif import CustomaryRepeat, Motif, Part
from batikstudio.motifs.ornaments import beasts, birds, court, foliage, grounds, sido, wings
from batikstudio.motifs.ornaments.figures import LEAF, Figure, Pen, Spine, blade, merged, moved
from batikstudio.motifs.ornaments.frames import diamond_places, tumpal
from batikstudio.pattern.repeats import parse_repeat
from tests.support.laid import area, laid, rings, shifts

PEN = Pen(0.8)
MIRRORED = {
    "sawat": [{}, {"variant": "mirong"}],
    "gurda": [{}],
    "meru": [{}, {"tiers": 3}, {"latar": "ukel"}],
    "pohon_hayat": [{}],
    "lidah_api": [{}],
    "kupu": [{}],
    "tumpal": [{}, {"rows": "facing"}, {"rows": "interleaved"}],
    "cemukiran": [{}, {"variant": "diamond"}],
    "wahyu_tumurun": [{}, {"variant": "merak"}],
    "sido_mukti": [{}],
    "sido_luhur": [{}],
    "sido_asih": [{}],
    "sido_mulyo": [{}],
    "semen": [{}, {"shifted": True}],
    "semen_rama": [{}],
    "semen_sawat_gurda": [{}],
    "semen_sawat_lar": [{"latar": "ukel"}],
}
ONE_SIDED = ["lar", "merak", "sawunggaling", "babon_angrem", "alas_alasan"]


def basis(motif: Motif) -> np.ndarray:
    repeat = motif.repeat
    return np.array(parse_repeat(repeat.name, repeat.width_mm, repeat.height_mm).basis)


def wrapped(points: np.ndarray, motif: Motif) -> np.ndarray:
    """Return points carried into one cell of the lattice, with a rim of their images around it."""
    vectors = basis(motif)
    share = np.linalg.solve(vectors.T, points.T).T
    share -= np.floor(share + 1e-9)
    home = share @ vectors
    return np.concatenate([home + i * vectors[0] + j * vectors[1] for i in (-1, 0, 1) for j in (-1, 0, 1)])


def unlike(motif: Motif, part: Part, matrix: np.ndarray) -> float:
    """Return how far, mm, the worst control point of a part's mapped cloth is from one of the cloth."""
    tree = cKDTree(wrapped(part.path.points, motif))
    mapped = part.path.points @ matrix
    home = wrapped(mapped, motif)[4 * len(mapped) : 5 * len(mapped)]
    return float(tree.query(home)[0].max())


FLIP, TURN = np.diag([-1.0, 1.0]), np.diag([-1.0, -1.0])


@pytest.mark.parametrize(("motif_id", "values"), [(one, v) for one, many in MIRRORED.items() for v in many])
def test_cloths_with_an_upright_mirror_have_it_in_each_part(motif_id, values):
    motif = catalogue().motif(motif_id, values)
    assert motif.repeat.group in {"pm", "cm", "pmm", "cmm", "pmg"}
    for part in motif.parts:
        assert unlike(motif, part, FLIP) < 1e-6
    turned = max(unlike(motif, part, TURN) for part in motif.parts if part.kind == "areas")
    if motif.repeat.group in {"pm", "cm"}:
        assert turned > 1.0, "a half turn would make it pmm or cmm"


def test_facing_tumpal_and_rays_around_a_diamond_turn_too():
    for motif_id, values in (("tumpal", {"rows": "facing"}), ("cemukiran", {"variant": "diamond"})):
        motif = catalogue().motif(motif_id, {**values, "latar": "polos"})
        assert max(unlike(motif, part, TURN) for part in motif.parts) < 1e-6


@pytest.mark.parametrize("motif_id", ONE_SIDED)
def test_profiles_have_no_mirror(motif_id):
    motif = catalogue().motif(motif_id, {"latar": "polos"})
    assert motif.repeat.group == ""
    assert max(unlike(motif, part, FLIP) for part in motif.parts) > 1.0


def test_court_patterns_tell_what_was_reserved():
    about = catalogue().about
    for one in ("semen_rama", "semen_sawat_gurda", "semen_sawat_lar", "cemukiran"):
        assert about(one).larangan == LARANGAN
    for one in ("meru", "lar", "sawat", "gurda"):
        assert about(one).larangan == LARANGAN_PARTS
    for one in ("semen", "sido_mukti", "wahyu_tumurun", "pohon_hayat", "tumpal"):
        assert about(one).larangan is None


def test_free_semen_has_no_wing_of_the_court_and_no_mountain():
    from batikstudio.motifs.generators import semen, semen_rama

    reserved = {court.meru, court.lar, court.sawat, court.gurda}
    assert not reserved & {piece.draw for piece in semen._SCENE.pieces}
    assert {court.meru, court.lar, court.gurda, court.tree, court.flames} <= {p.draw for p in semen_rama._SCENE.pieces}


@pytest.mark.parametrize("motif_id", ["semen", "semen_rama", "semen_sawat_gurda", "semen_sawat_lar"])
def test_semen_repeats_in_25_to_40_cm(motif_id):
    (parameter,) = [one for one in catalogue().parameters(motif_id) if one.key == "size_mm"]
    assert (parameter.minimum, parameter.maximum) == (250.0, 400.0)
    assert catalogue().motif(motif_id, {"size_mm": 250.0, "latar": "polos"}).repeat.width_mm == 250.0


# Wings


def row_of(figure: Figure, width_mm: float | None = None) -> list:
    (body,) = [part for part in figure if part.kind == "areas" and part.role == "body"]
    return rings(body)


@pytest.mark.parametrize(
    "net", [wings.WING, wings.TAIL, birds.BIRD_WING, birds.HEN_WING], ids=["wing", "tail", "bird", "hen"]
)
@pytest.mark.parametrize("count", [5, 9])
def test_feathers_of_a_row_stand_in_order_and_do_not_overlap(net, count):
    figure = wings.feathers(wings.fan(net, 90.0), wings.Row(count, (0.5, 1.0)), PEN)
    feathers = row_of(figure)
    assert len(feathers) == count
    assert all(one.is_valid for one in feathers)
    for i, j in combinations(range(count), 2):
        share = feathers[i].intersection(feathers[j]).area / feathers[i].area
        assert share < 0.02, (i, j)
    gaps = [one.centroid.distance(other.centroid) for one, other in combinations(feathers, 2)]
    steps = [one.centroid.distance(other.centroid) for one, other in pairwise(feathers)]
    assert max(steps) < np.median(gaps), "each stands beside the next"


def test_isen_of_a_blade_keep_clear_of_its_outline():
    for through in ([(0, 0), (4, -14), (16, -30)], [(0, 0), (0, -20), (0, -40)]):
        for fill in ("sawut", "core", "split"):
            figure = blade(Spine(through, 7.0), LEAF, PEN, fill)
            body = area(figure[0])
            inside = [part for part in figure[2:] if part.kind == "isen" or part.role in ("heart", "accent")]
            assert inside
            for part in inside:
                assert area(part).difference(body.buffer(-0.4 - 0.3)).area < 0.02 * area(part).area, (fill, part.role)


def test_small_blades_carry_less():
    def count(half_mm: float) -> int:
        return len(blade(Spine([(0, 0), (0, -10), (0, -20)], half_mm), LEAF, PEN, "sawut"))

    assert count(0.8) == 2, "body and outline"
    assert count(0.8) < count(1.9) < count(6.0)


def test_without_isen_only_lines_and_areas_are_drawn():
    plain = Pen(0.8, False)
    for draw in (
        court.lar,
        court.sawat,
        court.gurda,
        court.meru,
        court.tree,
        court.crown,
        court.throne,
        birds.butterfly,
    ):
        with_isen, without = draw(90.0, PEN), draw(90.0, plain)
        share = sum(len(part.path.points) for part in without) / sum(len(part.path.points) for part in with_isen)
        assert share < 1
        assert sum(part.kind == "isen" for part in without) < sum(part.kind == "isen" for part in with_isen)


FIGURES = [court.lar, court.sawat, court.gurda, court.meru, court.tree, court.crown, court.throne, court.flames]
FIGURES += [birds.phoenix, birds.cock, birds.peacock, birds.hen, birds.butterfly, beasts.deer, beasts.elephant]


@pytest.mark.parametrize("draw", FIGURES)
def test_contours_that_overlap_in_a_part_do_not_cut_holes(draw):
    """Mirror images turn the other way round: overlapping in one path they would leave a hole by the nonzero rule."""
    for part in draw(110.0, PEN):
        if part.kind == "areas":
            painted = normalised([points for points, _ in part.path.subpaths(0.01)]).area_mm2
            assert painted == pytest.approx(area(part).area, rel=1e-3), part.role


# Meru, tree, birds


@pytest.mark.parametrize("tiers", [3, 4, 5])
def test_meru_has_one_more_lobe_in_each_lower_tier(tiers):
    figure = court.meru(90.0, PEN, tiers)
    wide = 2 * 1.04 * 0.36 * 90.0 / tiers
    lobes = [
        ring
        for part in figure
        if part.kind == "areas" and part.role == "body"
        for ring in rings(part)
        if ring.bounds[2] - ring.bounds[0] == pytest.approx(wide, rel=0.03)
    ]
    feet = sorted({round(ring.bounds[3], 2) for ring in lobes})
    assert [sum(round(ring.bounds[3], 2) == foot for ring in lobes) for foot in feet] == list(range(1, tiers + 1))


@pytest.mark.parametrize(
    "draw", [court.lar, court.sawat, court.gurda, court.meru, court.tree, court.crown, court.flames]
)
@pytest.mark.parametrize("size", [40.0, 150.0])
def test_figures_fill_their_size_and_no_more(draw, size):
    points = np.concatenate([part.path.points for part in draw(size, PEN)])
    extent = points.max(axis=0) - points.min(axis=0)
    assert 0.85 * size < extent.max() < 1.32 * size


def test_birds_look_to_the_right_and_stand_on_their_feet():
    for draw in (birds.phoenix, birds.cock, birds.peacock):
        figure = draw(150.0, PEN)
        points = np.concatenate([part.path.points for part in figure])
        eye = figure_eye(figure)
        assert eye[0] > 0.15 * 150
        assert eye[1] < 0
        (legs,) = [part for part in figure if part.kind == "lines" and part.width_mm == 1.8 * PEN.line_mm]
        assert legs.path.points[:, 1].max() > 0.3 * 150
        tail = points[points[:, 0] < -0.4 * 150]
        assert len(tail) > 50, "the tail sweeps back"


def figure_eye(figure: Figure) -> np.ndarray:
    """Return where the eye is: the only part that is one lone dot of accent."""
    lone = [part for part in figure if part.kind == "isen" and part.role == "accent" and len(part.path.points) == 1]
    assert lone
    return lone[-1].path.points[0]


def test_hen_sits_on_three_eggs_in_a_nest():
    figure = birds.hen(120.0, PEN)
    bodies = [ring for part in figure if part.kind == "areas" and part.role == "body" for ring in rings(part)]
    round_ones = [r for r in bodies if r.area > 100 and 4 * math.pi * r.area / r.length**2 > 0.95]
    assert len(round_ones) == 3
    nest = max(bodies, key=lambda ring: ring.bounds[3])
    assert all(egg.intersects(nest) for egg in round_ones)


def test_forest_is_scattered_with_unlike_beasts():
    from batikstudio.motifs.generators import alas_alasan

    kinds = [one[0] for one in alas_alasan._SCENE]
    assert {beasts.deer, beasts.elephant} <= set(kinds)
    assert max(kinds.count(kind) for kind in kinds) <= 2


# Grounds


@pytest.mark.parametrize(("motif_id", "values"), [("meru", {}), ("lar", {}), ("kupu", {}), ("meru", {"latar": "ukel"})])
def test_ground_is_full_and_its_cecek_keep_clear(motif_id, values):
    """No place of the ground is further than about 4 mm from something drawn, so no flat region is wider than 8 mm."""
    motif = catalogue().motif(motif_id, values)
    half = 0.5 * motif.repeat.height_mm
    sown = [part for part in motif.parts if part.kind == "isen" and part.width_mm == grounds.DOT_MM]
    dots = laid(motif, unary_union([area(part) for part in sown]), half, 3)
    shapes = laid(motif, unary_union([area(part) for part in motif.parts if part not in sown]), half, 3)
    assert dots.distance(shapes) > 0.3
    everything = unary_union([dots, shapes])
    places = np.random.default_rng(5).uniform(-0.9 * half, 0.9 * half, (800, 2))
    assert max(everything.distance(Point(place)) for place in places) < 4.2


@pytest.mark.parametrize("motif_id", ["sido_mukti", "lar", "semen", "tumpal"])
def test_cecek_of_the_ground_keep_apart_across_the_edges_of_the_cell(motif_id):
    motif = catalogue().motif(motif_id)
    places = np.concatenate([p.path.points for p in motif.parts if p.kind == "isen" and p.width_mm == grounds.DOT_MM])
    assert len(places) > 100
    everywhere = wrapped(places, motif)
    nearest = cKDTree(everywhere).query(everywhere[4 * len(places) : 5 * len(places)], k=2)[0][:, 1]
    assert nearest.min() > 0.79 * grounds.PITCH_MM
    assert np.median(nearest) < 1.1 * grounds.PITCH_MM


def test_one_cecek_in_five_is_white():
    motif = catalogue().motif("lar")
    count = {p.role: len(p.path.points) for p in motif.parts if p.kind == "isen" and p.width_mm == grounds.DOT_MM}
    assert 0.12 < count["filler"] / (count["filler"] + count["accent"]) < 0.28


def test_plants_of_the_ground_stay_below_3_cm_and_apart():
    repeat = CustomaryRepeat("half-drop 1/2", 150.0, 150.0, "cm")
    cell = grounds.Cell(repeat, True)
    taken = grounds._taken(court.meru(80.0, PEN), cell)
    figure = grounds.plants(taken, cell, PEN, grounds.LEAST_PLANT_MM)
    whole = unary_union([area(part) for part in figure])
    pieces = list(whole.geoms)
    assert len(pieces) >= 12
    assert max(math.hypot(p.bounds[2] - p.bounds[0], p.bounds[3] - p.bounds[1]) for p in pieces) < 2.3 * 15
    assert whole.distance(unary_union([area(part) for part in court.meru(80.0, PEN)])) > 0.5
    motif = Motif(catalogue().about("meru"), figure, repeat)
    for x, y in shifts(motif, 1)[1:]:
        image = unary_union([area(part) for part in moved(figure, Affine.translation(x, y))])
        assert whole.distance(image) > 0.5


def test_merged_figures_keep_their_own_order():
    one = foliage.flower(8.0, 5, PEN)
    other = moved(foliage.bud(12.0, PEN), Affine.translation(40, 0))
    both = merged([one, other])
    assert len(both) < len(one) + len(other)
    assert sum(len(part.path.points) for part in both) == sum(len(part.path.points) for part in (*one, *other))
    for figure in (one, other):
        places = [
            next(k for k, part in enumerate(both) if as_set(own.path.points) <= as_set(part.path.points))
            for own in figure
        ]
        assert places == sorted(places)


def as_set(points: np.ndarray) -> set:
    return {tuple(np.round(point, 6)) for point in points}


# Sido, tumpal


def test_sido_diamonds_have_the_side_asked_for_and_a_figure_each():
    side = 80.0
    diagonal = side * math.sqrt(2)
    motif = catalogue().motif("sido_mukti", {"size_mm": side, "latar": "polos"})
    assert motif.repeat.width_mm == pytest.approx(2 * diagonal)
    on, off = diamond_places(diagonal)
    assert len(on) + len(off) == 8
    bodies = unary_union([area(part) for part in motif.parts if part.kind == "areas" and part.role == "body"])
    for x, y in (*on, *off):
        assert Point(x, y).buffer(0.25 * diagonal).intersection(bodies).area > 0.2 * math.pi * (0.25 * diagonal) ** 2
    # The bands: a straight line from one middle to the next crosses one band of the width that the craft gives.
    assert 0.06 <= sido.BAND <= 0.08


def test_sido_figures_stay_inside_their_diamonds():
    from batikstudio.motifs.generators import sido_asih, sido_luhur, sido_mukti, sido_mulyo

    diagonal = 80.0 * math.sqrt(2)
    inside = diagonal / 2 - sido.BAND * 80.0 / math.sqrt(2)
    for module in (sido_asih, sido_luhur, sido_mukti, sido_mulyo):
        for inmate in (*module._CELLS.upright, *module._CELLS.sideways):
            points = np.concatenate([part.path.points for part in inmate.draw(inmate.size * diagonal, PEN)])
            points = points + np.array((0, inmate.down * diagonal))
            assert np.abs(points).sum(axis=1).max() < inside + 1.0, (module.__name__, inmate.draw.__name__)


def test_each_sido_cloth_has_cells_of_its_own():
    from batikstudio.motifs.generators import sido_asih, sido_luhur, sido_mukti, sido_mulyo

    cells = [module._CELLS for module in (sido_asih, sido_luhur, sido_mukti, sido_mulyo)]
    assert len({tuple(inmate.draw for inmate in (*one.upright, *one.sideways)) for one in cells}) == 4
    assert all(court.tree in {inmate.draw for inmate in one.upright} for one in cells)
    assert [one.gringsing for one in cells] == [True, False, False, False]
    assert court.gurda in {inmate.draw for inmate in cells[0].upright}


@pytest.mark.parametrize(("base", "ratio"), [(40.0, 2.0), (90.0, 2.2), (120.0, 3.0)])
def test_tumpal_is_an_isosceles_triangle_two_to_three_bases_high(base, ratio):
    figure = tumpal(base, base * ratio, PEN)
    (outer,) = rings(figure[0])
    assert outer.bounds[0] == pytest.approx(-outer.bounds[2])
    assert outer.buffer(0.4, join_style="mitre", mitre_limit=20).bounds[2] * 2 == pytest.approx(base, rel=0.01)
    assert -outer.buffer(0.4, join_style="mitre", mitre_limit=20).bounds[1] == pytest.approx(base * ratio, rel=0.01)
    field = area(figure[2])
    plants = unary_union([area(part) for part in figure[4:]])
    assert plants.difference(field.buffer(0.5 + PEN.line_mm / 2).union(area(figure[0]))).area < 0.01


def test_wahyu_floats_over_two_birds_that_face_each_other():
    motif = catalogue().motif("wahyu_tumurun", {"latar": "polos"})
    lone = [p.path.points for p in motif.parts if p.kind == "isen" and p.role == "accent" and len(p.path.points) == 2]
    left, right = sorted(lone[-1].tolist())
    assert left[0] == pytest.approx(-right[0])
    assert left[1] == pytest.approx(right[1])
    tails = max(np.abs(part.path.points[:, 0]).max() for part in motif.parts)
    assert 0 < right[0] < 0.4 * tails, "the eyes are near the middle, the tails outside"


@pytest.mark.parametrize(
    ("motif_id", "key"),
    [
        ("sawat", "variant"),
        ("tumpal", "rows"),
        ("cemukiran", "variant"),
        ("wahyu_tumurun", "variant"),
        ("kupu", "latar"),
    ],
)
def test_every_choice_draws_something_else(motif_id, key):
    (parameter,) = [one for one in catalogue().parameters(motif_id) if one.key == key]
    drawn = [
        np.concatenate([p.path.points for p in catalogue().motif(motif_id, {key: one}).parts])
        for one in parameter.choices
    ]
    assert all(len(one) != len(other) or not np.allclose(one, other) for one, other in combinations(drawn, 2))
