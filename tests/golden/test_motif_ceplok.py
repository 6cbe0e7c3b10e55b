"""What kawung, truntum and the ceplok family must hold: what the craft says of each, as properties of its geometry."""

from __future__ import annotations

import math
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import affinity
from shapely.geometry import Point, Polygon, box
from shapely.ops import unary_union
from shapely.prepared import prep

from batikstudio.motifs.generators import (
    banji,
    ceplok,
    ganggong,
    grompol,
    jlamprang,
    kawung,
    kawung_parang,
    kawung_seling,
    nitik,
    poleng,
    sekar_jagad,
    slobog,
    tambal,
    truntum,
)
from batikstudio.motifs.motif import Motif, Part
from batikstudio.motifs.ornaments.islands import islands, waved
from batikstudio.motifs.ornaments.kawung import ovals
from batikstudio.motifs.ornaments.patches import fillings
from tests.support.laid import area, cell_area, laid, rings, shifts
from tests.support.motif_properties import (
    DIAGONAL,
    MIRROR,
    TURN,
    assert_every_choice_draws_something_else,
    by_role,
    differs,
)

MODULES = (
    banji,
    ceplok,
    ganggong,
    grompol,
    jlamprang,
    kawung,
    kawung_parang,
    kawung_seling,
    nitik,
    poleng,
    sekar_jagad,
    slobog,
    tambal,
    truntum,
)
KINDS = list(kawung.SIZES)
P4M = [
    *[pytest.param(kawung, {"variant": kind}, id=f"kawung-{kind}") for kind in KINDS],
    *[pytest.param(ceplok, {"frame": kind}, id=f"ceplok-{kind}") for kind in ("circle", "lobes", "square")],
    *[
        pytest.param(ceplok, {"frame": kind, "field": "truntum"}, id=f"ceplok-{kind}-truntum")
        for kind in ("circle", "lobes", "square")
    ],
    *[
        pytest.param(nitik, {"pattern": kind}, id=f"nitik-{kind}")
        for kind in ("cakar_ayam", "sekar_kenthang", "srengenge")
    ],
    *[pytest.param(jlamprang, {"net": kind}, id=f"jlamprang-{kind}") for kind in ("circle", "square")],
    *[pytest.param(poleng, {"tones": kind}, id=f"poleng-{kind}") for kind in ("two", "three")],
    *[pytest.param(one, {}, id=one.GENERATOR.about.id) for one in (truntum, grompol, ganggong, slobog, kawung_seling)],
]


@pytest.mark.parametrize("module", MODULES, ids=lambda one: one.GENERATOR.about.id)
def test_every_choice_of_a_generator_draws_something_else(module):
    assert_every_choice_draws_something_else(module.GENERATOR)


def corners(module) -> list[dict[str, object]]:
    """Return settings with every number at one of its ends, together with each choice."""
    ends = [
        [(p.key, value) for value in (p.choices or ([p.minimum, p.maximum] if p.kind in ("float", "int") else [True]))]
        for p in module.GENERATOR.parameters
        if not (p.kind == "bool" and p.key == "column")
    ]
    return [dict(values) for values in product(*ends)]


@pytest.mark.parametrize("module", MODULES, ids=lambda one: one.GENERATOR.about.id)
def test_all_extremes_together_still_draw(module):
    for values in corners(module):
        motif = module.GENERATOR.motif(values)
        for part in motif.parts:
            assert len(part.path.points), (values, part.kind, part.role)
            assert np.isfinite(part.path.points).all()
            assert part.width_mm is None or 0.3 <= part.width_mm <= 6.0, (values, part.role, part.width_mm)
        x0, y0, x1, y1 = motif.bounds
        assert 5 <= min(x1 - x0, y1 - y0) <= max(x1 - x0, y1 - y0) <= 400, values


@pytest.mark.parametrize("map_", [TURN, MIRROR, DIAGONAL], ids=["turn", "mirror", "diagonal"])
@pytest.mark.parametrize(("module", "values"), P4M)
def test_each_part_has_all_turns_and_mirrors_of_a_square(module, values, map_):
    motif = module.GENERATOR.motif(values)
    assert motif.repeat.group == "p4m"
    assert motif.repeat.width_mm == motif.repeat.height_mm
    for part in motif.parts:
        assert differs(motif, part, map_, 0.55 * motif.repeat.width_mm, reach=2) < 3e-3


def drawn_once(motif: Motif) -> None:
    """Fail if a dot of the ground lies on a dot of another cell: then the cell would not close on its lattice."""
    for part in motif.parts:
        if part.kind != "isen" or part.width_mm is None or len(part.path.points) != len(part.path.verbs):
            continue
        side = motif.repeat.width_mm
        places = np.round(part.path.points % side, 4) % side
        assert len(np.unique(places, axis=0)) == len(places), (part.role, part.width_mm)


@pytest.mark.parametrize("module", [ceplok, grompol, ganggong, truntum, slobog, poleng], ids=lambda m: m.__name__)
def test_no_dot_is_set_twice_on_the_cloth(module):
    drawn_once(module.GENERATOR.motif())


@pytest.mark.parametrize("module", [ceplok, grompol, ganggong, banji], ids=lambda m: m.__name__)
def test_dots_on_the_ground_keep_clear_of_what_is_drawn_and_leave_no_empty_place(module):
    values = {"turned": False} if module is banji else {}
    motif = module.GENERATOR.motif(values)
    *drawn, ground = motif.parts
    side = motif.repeat.width_mm
    assert len(ground.path.points) > 40
    shapes = laid(motif, unary_union([area(part) for part in drawn]), 0.75 * side, 2)
    points = laid(motif, area(ground), 0.75 * side, 2)
    assert points.distance(shapes) > 0.3
    everything = unary_union([shapes, points])
    places = np.random.default_rng(5).uniform(-side / 2, side / 2, (400, 2))
    assert max(everything.distance(Point(place)) for place in places) < 4.0


def test_only_kawung_carries_the_note_of_the_court():
    for module in MODULES:
        about = module.GENERATOR.about
        assert (about.larangan is not None) == (module in (kawung, kawung_parang, kawung_seling))
        assert about.larangan is None or "keraton" in about.larangan.id


@pytest.mark.parametrize("module", [nitik, slobog], ids=lambda m: m.__name__)
def test_what_is_not_certain_says_so(module):
    assert module.GENERATOR.about.uncertain


# Kawung


@given(size=st.floats(30, 160), line=st.floats(0.6, 2.0))
def test_kawung_ovals_keep_the_published_condition(size, line):
    shape = ovals(size, line)
    assert shape.p**2 + shape.q**2 < size**2 / 8
    assert 2.0 - 1e-9 <= shape.gap <= 4.0 or shape.gap == pytest.approx(max(0.06 * size, 1.38, line + 0.9))
    assert 1.2 < shape.p / shape.q < 1.5, "rounded ovals, not lenses"


@pytest.mark.parametrize("variant", KINDS)
@pytest.mark.parametrize("size", [30.0, 52.0, 100.0])
def test_kawung_ovals_do_not_touch_and_the_ribbon_is_thin(variant, size):
    motif = kawung.GENERATOR.motif({"size_mm": size, "variant": variant})
    home = rings(by_role(motif, "areas", "body")[0])
    assert len(home) == 4
    every = [affinity.translate(oval, x, y) for oval in home for x, y in shifts(motif, 1)]
    gaps = sorted(home[0].distance(other) for other in every)
    # The outline takes its half on both sides; there must be ground left between two of them.
    outline = by_role(motif, "lines", "outline")[0].width_mm
    assert gaps[0] == 0, "itself"
    assert outline + 0.3 < gaps[1] <= 4.02


def test_kawung_picis_is_smaller_than_bribil_and_bribil_than_sen():
    sides = [kawung.GENERATOR.motif({"variant": kind}).repeat.width_mm for kind in ("picis", "bribil", "sen", "ageng")]
    assert sides == sorted(set(sides))
    assert kawung.GENERATOR.motif().parameters["variant"] == "sen"
    assert kawung.GENERATOR.motif().repeat.width_mm == 52.0


@pytest.mark.parametrize("size", [30.0, 52.0, 100.0])
def test_kawung_ground_dots_lie_clear_of_every_outline(size):
    motif = kawung.GENERATOR.motif({"size_mm": size})
    ground = max(by_role(motif, "isen", "accent"), key=lambda part: len(part.path.points))
    assert len(ground.path.points) == 72, "nine along each of the four sides of two voids"
    lines = unary_union([area(part) for part in by_role(motif, "lines", "outline")])
    common = laid(motif, area(ground), size / 2).intersection(laid(motif, lines, size / 2))
    assert common.area == pytest.approx(0, abs=0.02)


def test_kawung_white_is_the_body():
    motif = kawung.GENERATOR.motif()
    assert area(by_role(motif, "areas", "body")[0]).area / cell_area(motif) > 0.55


def first_oval(motif: Motif) -> Polygon:
    return rings(by_role(motif, "areas", "body")[0])[0]


def inside(oval: Polygon, shapes: list[Polygon]) -> list[Polygon]:
    return [shape for shape in shapes if oval.contains(shape)]


def test_kawung_beton_has_two_square_seeds_an_oval():
    motif = kawung.GENERATOR.motif({"variant": "beton"})
    seeds = inside(first_oval(motif), rings(by_role(motif, "areas", "accent")[0]))
    assert len(seeds) == 2
    for seed in seeds:
        assert len(seed.exterior.coords) - 1 == 4
        assert seed.area == pytest.approx((seed.length / 4) ** 2)


def test_kawung_sari_is_split_along_each_oval():
    motif = kawung.GENERATOR.motif({"variant": "sari"})
    oval = first_oval(motif)
    (split,) = inside(oval, rings(by_role(motif, "areas", "accent")[0]))
    assert split.centroid.distance(oval.centroid) < 0.01
    assert split.length / 2 > 0.65 * oval.minimum_rotated_rectangle.length / 4
    left = oval.difference(split.buffer(0.1)).area
    assert left > 0.8 * oval.area


def test_kawung_geger_holds_a_small_kawung_in_each_oval():
    motif = kawung.GENERATOR.motif({"variant": "geger"})
    oval = first_oval(motif)
    small = inside(oval, rings(by_role(motif, "areas", "heart")[0]))
    assert len(small) == 4
    assert all(one.distance(other) > 0.5 for one, other in combinations(small, 2))
    assert unary_union(small).centroid.distance(oval.centroid) < 0.01
    boxes = [np.array(one.minimum_rotated_rectangle.exterior.coords) for one in small]
    ratios = [max(edges) / min(edges) for edges in (np.hypot(*np.diff(b[:3], axis=0).T) for b in boxes)]
    assert all(1.3 < ratio < 1.45 for ratio in ratios), "ovals like the large ones"


def test_kawung_sekar_ageng_has_cecek_sawut_and_fuller_ovals():
    motif = kawung.GENERATOR.motif({"variant": "ageng"})
    oval = first_oval(motif)
    frame = oval.minimum_rotated_rectangle
    assert oval.area / frame.area > 0.83, "fuller than an ellipse, whose share is 0.785"
    strokes = max(by_role(motif, "isen", "accent"), key=lambda part: len(part.path.verbs) * (part.width_mm < 1.5))
    spines = [points for points, closed in strokes.path.subpaths(0.05) if not closed and len(points) > 1]
    own = [points for points in spines if oval.contains(Point(points[0]))]
    assert len(own) == 6, "three from each end"
    dots = [Point(p) for part in by_role(motif, "isen", "accent") for p in part.path.points]
    tips = [Point(points[-1]) for points in own]
    assert all(
        min(tip.distance(dot) for dot in dots if oval.contains(dot) and tip.distance(dot) > 1) < 6 for tip in tips
    )


def parang_strokes(motif: Motif) -> Part:
    return max(by_role(motif, "lines", "accent"), key=lambda part: part.width_mm)


def test_kawung_parang_leans_one_way_so_it_turns_but_has_no_mirror():
    motif = kawung_parang.GENERATOR.motif()
    assert motif.repeat.group == "p4"
    half = 0.55 * motif.repeat.width_mm
    for part in motif.parts:
        assert differs(motif, part, TURN, half, reach=2) < 3e-3
    strokes = parang_strokes(motif)
    assert differs(motif, strokes, MIRROR, half, reach=2) > 0.3


@pytest.mark.parametrize("size", [60.0, 84.0, 130.0])
def test_kawung_parang_stays_within_its_ovals(size):
    motif = kawung_parang.GENERATOR.motif({"size_mm": size})
    white = unary_union(rings(by_role(motif, "areas", "body")[0]))
    assert white.contains(area(parang_strokes(motif)))
    chain = by_role(motif, "areas", "ground")[0]
    assert len(rings(chain)) == 4
    assert white.contains(area(chain))
    beads = rings(by_role(motif, "areas", "body")[-1])
    assert len(beads) > 4 * 2 * 6
    assert all(white.contains(bead) for bead in beads)


@pytest.mark.parametrize("size", [40.0, 64.0, 110.0])
def test_kawung_seling_has_pairs_of_ovals_along_each_edge_and_leaves_on_the_diagonals(size):
    motif = kawung_seling.GENERATOR.motif({"size_mm": size})
    first, leaves, *_ = by_role(motif, "areas", "body")
    pairs = rings(first)
    assert len(pairs) == 4
    assert all(one.distance(other) > 0.025 * size for one, other in combinations(pairs, 2))
    line = by_role(motif, "lines", "outline")[0].width_mm
    copies = [affinity.translate(leaf, x, y) for leaf in rings(leaves) for x, y in shifts(motif, 1)]
    assert len(rings(leaves)) == 4
    assert min(one.distance(leaf) for one in pairs for leaf in copies) > 0.6 * line


# Truntum


@pytest.mark.parametrize("size", [14.0, 20.0, 40.0])
def test_truntum_flowers_have_eight_petals_on_a_centred_lattice(size):
    motif = truntum.GENERATOR.motif({"size_mm": size})
    petals = [ring for part in by_role(motif, "areas", "body") for ring in rings(part)]
    for x, y in ((0.0, 0.0), (size / 2, size / 2)):
        centre = Point(x, y)
        own = [ring for ring in petals if 0.05 * size < ring.centroid.distance(centre) < 0.34 * size]
        assert len(own) == 8
        angles = sorted(math.degrees(math.atan2(r.centroid.y - y, r.centroid.x - x)) % 360 for r in own)
        assert np.allclose(np.diff([*angles, angles[0] + 360]), 45, atol=0.5)
        # The short petals of the star lie under the long ones; those of one kind never touch.
        alike = [(one, other) for one, other in combinations(own, 2) if one.area == pytest.approx(other.area, rel=1e-3)]
        assert len(alike) in (12, 28)
        assert all(one.distance(other) > 0 for one, other in alike)


@pytest.mark.parametrize("size", [14.0, 20.0, 40.0])
def test_truntum_flowers_differ_and_nearly_touch(size):
    motif = truntum.GENERATOR.motif({"size_mm": size, "isen": False})
    flowers = unary_union([area(part) for part in motif.parts])
    star, daisy = (
        unary_union([piece for piece in flowers.geoms if piece.centroid.distance(Point(at, at)) < 0.34 * size])
        for at in (0.0, size / 2)
    )
    moved = affinity.translate(daisy, -size / 2, -size / 2)
    assert star.symmetric_difference(moved).area > 0.2 * star.area
    copies = [affinity.translate(star, x, y) for x, y in shifts(motif, 1)[1:]]
    gap = min(daisy.distance(star), *(one.distance(two) for one in (star, daisy) for two in copies))
    assert 0.3 < gap < 0.12 * size


def test_truntum_is_as_dense_as_on_cloth():
    motif = truntum.GENERATOR.motif()
    covered = laid(motif, unary_union([area(part) for part in motif.parts]), 20.0)
    assert covered.area / 40.0**2 > 0.45


# Ceplok, grompol, ganggong


def medallion(motif: Motif) -> list[Polygon]:
    """Return the outer and the inner edge of the white band about the origin."""
    return rings(next(part for part in motif.parts if part.even_odd))


@pytest.mark.parametrize("frame", ["circle", "lobes", "square"])
@pytest.mark.parametrize("size", [44.0, 58.0, 100.0])
def test_ceplok_has_a_four_leaved_flower_in_a_frame(frame, size):
    motif = ceplok.GENERATOR.motif({"frame": frame, "size_mm": size})
    band, field = medallion(motif)
    leaves = rings(by_role(motif, "areas", "body")[0])
    assert band.contains(field)
    assert len(leaves) == 4
    assert all(field.contains(leaf) for leaf in leaves)
    assert sorted(round(math.degrees(math.atan2(v.centroid.y, v.centroid.x))) for v in leaves) == [-135, -45, 45, 135]
    # The white band of the frame is a line between two outlines, and frames do not touch.
    assert 0.02 * size < band.exterior.distance(field) < 0.1 * size
    assert min(band.distance(affinity.translate(band, x, y)) for x, y in shifts(motif, 1)[1:]) > 0.03 * size


@pytest.mark.parametrize("frame", ["circle", "lobes", "square"])
def test_ceplok_filled_with_truntum_has_whole_flowers_only(frame):
    motif = ceplok.GENERATOR.motif({"frame": frame, "field": "truntum"})
    _, field = medallion(motif)
    petals = rings(next(part for part in motif.parts if part.kind == "isen" and part.role == "filler"))
    assert len(petals) % 8 == 0
    assert len(petals) > 8 * 12
    assert all(field.buffer(-1.2).contains(petal) for petal in petals)


def peaks(ring: Polygon, x: float, y: float) -> int:
    """Return how often the distance of a contour from a point has a greatest value."""
    points = [ring.exterior.interpolate(share, normalized=True) for share in np.linspace(0, 1, 720, endpoint=False)]
    away = np.array([math.hypot(p.x - x, p.y - y) for p in points])
    away = np.round(away, 3)
    runs = away[np.concatenate(([True], np.diff(away) != 0))]
    return int(((runs > np.roll(runs, 1)) & (runs > np.roll(runs, -1))).sum())


def test_ceplok_with_lobes_has_eight():
    band, field = medallion(ceplok.GENERATOR.motif())
    assert peaks(band, 0, 0) == peaks(field, 0, 0) == 8


@pytest.mark.parametrize("size", [36.0, 46.0, 80.0])
def test_grompol_is_a_four_lobed_flower_with_four_buds(size):
    motif = grompol.GENERATOR.motif({"size_mm": size})
    bodies = [rings(part) for part in by_role(motif, "areas", "body")]
    (flower,) = next(one for one in bodies if len(one) == 1 and one[0].contains(Point(0, 0)))
    assert peaks(flower, 0, 0) == 4
    buds = bodies[0]
    assert len(buds) == 4
    assert {round(math.degrees(math.atan2(b.centroid.y, b.centroid.x))) for b in buds} == {-135, -45, 45, 135}
    assert all(bud.centroid.distance(Point(0, 0)) > 0.25 * size for bud in buds)
    fruit = next(
        one for one in bodies if len(one) == 4 and unary_union(one).centroid.distance(Point(size / 2, size / 2)) < 1
    )
    assert all(4 * math.pi * one.area / one.length**2 > 0.99 for one in fruit), "discs"


def test_ganggong_has_eight_rays_and_curls_at_each():
    size = 50.0
    motif = ganggong.GENERATOR.motif({"size_mm": size})
    short, long = (rings(part) for part in by_role(motif, "areas", "body")[:2])
    assert (len(short), len(long)) == (4, 4)
    assert max(ray.bounds[2] for ray in long) == pytest.approx(ganggong.LONG * size, abs=0.05)
    assert max(math.hypot(*p) for ray in short for p in ray.exterior.coords) == pytest.approx(
        ganggong.SHORT * size, abs=0.05
    )
    (curls,) = by_role(motif, "lines", "body")
    spines = [points for points, closed in curls.path.subpaths(0.02) if not closed and len(points) > 6]
    assert len(spines) == 16, "two at each of eight rays"
    for points in spines:
        steps = np.diff(points, axis=0)
        turned = np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))
        assert abs(turned[-1] - turned[0]) > math.radians(270), "it curls in"
    assert unary_union([area(part) for part in motif.parts[:-1]]).buffer(0).bounds[2] < size


# Nitik and jlamprang


@pytest.mark.parametrize("module", [nitik, jlamprang], ids=["nitik", "jlamprang"])
def test_nitik_is_of_square_dots_on_a_grid_and_of_nothing_else(module):
    for parameter in module.GENERATOR.parameters:
        for choice in parameter.choices:
            motif = module.GENERATOR.motif({parameter.key: choice})
            pitch = motif.repeat.width_mm / module.SIDE
            dots = [ring for part in motif.parts for ring in rings(part)]
            assert {part.kind for part in motif.parts} == {"isen"}
            assert all(len(dot.exterior.coords) == 5 for dot in dots)
            assert np.allclose([dot.area for dot in dots], dots[0].area)
            places = np.array([(dot.centroid.x, dot.centroid.y) for dot in dots]) / pitch
            assert np.allclose(places, np.round(places), atol=1e-6)
            assert len({tuple(place) for place in np.round(places).astype(int) % module.SIDE}) == len(dots)
            assert len(dots) > 0.35 * module.SIDE**2, "dense"


def test_nitik_dot_and_pitch_are_those_of_the_canting_cawang():
    motif = nitik.GENERATOR.motif()
    pitch = motif.repeat.width_mm / nitik.SIDE
    assert 25 <= nitik.SIDE <= 35
    assert 50.0 <= motif.repeat.width_mm <= 70.0
    assert 1.2 <= math.sqrt(rings(motif.parts[0])[0].area) < pitch == 2.0


def test_the_sun_of_nitik_has_sixteen_rays():
    corner, _ = nitik.srengenge()
    ray_places = [(i, j) for i, j in corner["filler"] | corner["accent"] if 9.0 <= math.hypot(i, j) <= 10.2]
    angles = sorted(math.degrees(math.atan2(j, i)) % 360 for i, j in ray_places)
    gaps = np.diff([*angles, angles[0] + 360])
    assert (gaps > 9).sum() == 16


def test_the_claws_of_nitik_have_three_toes():
    corner, _ = nitik.cakar_ayam()
    white = corner["filler"]
    # Across the toes, on a circle between the spur and the tips, three groups of dots in each quarter.
    places = [(i, j) for i, j in white if 10.0 <= math.hypot(i, j) <= 11.0 and i > 0 and j > 0]
    angles = sorted(math.degrees(math.atan2(j, i)) for i, j in places)
    assert (np.diff(angles) > 10).sum() + 1 == 3


def test_jlamprang_is_a_star_of_eight_rays_in_a_disc():
    star = jlamprang.star_disc()
    white = star["filler"]
    assert {(i, j) for i, j in white if round(math.hypot(i, j)) == jlamprang.DISC} > {(jlamprang.DISC, 0)}
    ends = [(9, 0), (0, 9), (-9, 0), (0, -9), (6, 6), (-6, 6), (6, -6), (-6, -6)]
    assert white.issuperset(ends)
    assert jlamprang.GENERATOR.about.ground != nitik.GENERATOR.about.ground, "coloured, not black"


# Banji, poleng, slobog


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("flowers", [False, True])
def test_banji_turns_by_quarters_and_has_no_mirror(turned, flowers):
    motif = banji.GENERATOR.motif({"turned": turned, "flowers": flowers})
    assert motif.repeat.group == "p4"
    for part in motif.parts:
        assert differs(motif, part, TURN, 0.55 * motif.repeat.width_mm, reach=2) < 3e-3
    bars = by_role(motif, "lines", "body")[0]
    for mirror in (MIRROR, DIAGONAL):
        assert differs(motif, bars, mirror, 0.55 * motif.repeat.width_mm, reach=2) > 0.2


@pytest.mark.parametrize("flowers", [False, True])
def test_banji_joins_its_arms_into_one_net_of_hooked_crosses(flowers):
    motif = banji.GENERATOR.motif({"turned": False, "flowers": flowers})
    (bars,) = by_role(motif, "lines", "body")
    a = motif.repeat.width_mm
    net = laid(motif, area(bars), 1.5 * a)
    assert net.geom_type == "Polygon", "all in one piece"
    unit = a / (6 if flowers else 4)
    cross = net.intersection(box(-1.4 * unit, -1.4 * unit, 1.4 * unit, 1.4 * unit))
    for x, y in ((1, 0), (1, -1), (0, 1), (1, 1), (-1, 0), (-1, 1), (0, -1), (-1, -1)):
        assert cross.contains(Point(x * unit, y * unit)), "arm and hook"
    assert not cross.contains(Point(0.5 * unit, 0.5 * unit))


@pytest.mark.parametrize(("tones", "share"), [("two", 0.5), ("three", 0.25)])
def test_poleng_is_a_chequer_of_equal_squares(tones, share):
    motif = poleng.GENERATOR.motif({"tones": tones, "isen": False})
    white = area(by_role(motif, "areas", "body")[0])
    assert white.area / cell_area(motif) == pytest.approx(share)
    assert all(one.touches(other) or one.disjoint(other) for one, other in combinations(rings(motif.parts[0]), 2))
    moved = affinity.translate(laid(motif, white, 60.0), motif.repeat.width_mm / 2, 0)
    assert moved.intersection(laid(motif, white, 60.0)).area == pytest.approx(0, abs=1e-6)


def test_slobog_has_a_cross_and_four_leaves_in_each_square():
    motif = slobog.GENERATOR.motif()
    a = motif.repeat.width_mm
    net = area(by_role(motif, "lines", "body")[0])
    assert all(net.contains(Point(share * a, sign * share * a)) for share in (-0.4, 0.3) for sign in (-1, 1))
    leaves = [
        r
        for part in by_role(motif, "areas", "body")
        for r in rings(part)
        if 0.1 * a < r.centroid.distance(Point(0, 0)) < 0.4 * a
    ]
    assert len(leaves) == 4
    assert all(leaf.distance(net) > 0.5 for leaf in leaves)


# Sekar jagad and tambal


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(1, 999))
def test_islands_cover_the_repeat_once(seed):
    chart = islands(4, 58.0, seed)
    cells = [Polygon(outline) for outline in chart.outlines]
    side = 4 * 58.0
    assert all(cell.is_valid for cell in cells)
    assert sum(cell.area for cell in cells) == pytest.approx(side**2, rel=1e-6)
    assert min(cell.area for cell in cells) > 0.3 * 58.0**2
    window = box(0, 0, side, side)
    copies = [affinity.translate(cell, i * side, j * side) for cell in cells for i in (-1, 0, 1) for j in (-1, 0, 1)]
    assert window.difference(unary_union([copy.buffer(1e-6) for copy in copies])).area < 1e-3
    assert all(k in chart.neighbours[n] for k, near in enumerate(chart.neighbours) for n in near)


@given(x=st.floats(-80, 80), y=st.floats(-80, 80))
def test_a_shore_is_the_same_line_from_both_sides(x, y):
    p, q = np.array([3.0, 5.0]), np.array([x, y])
    assert np.allclose(waved(p, q), waved(q, p)[::-1], atol=1e-9)


@pytest.mark.parametrize("arrangement", [1, 11, 500])
def test_sekar_jagad_islands_lie_apart_by_a_strait_and_neighbours_are_unlike(arrangement):
    motif = sekar_jagad.GENERATOR.motif({"arrangement": arrangement})
    assert motif.repeat.group == "p1"
    land = [
        ring
        for part in motif.parts
        if part.kind == "areas" and part.role in ("body", "ground", "heart")
        for ring in rings(part)
    ]
    land = [ring for ring in land if ring.area > 600]
    assert len(land) == sekar_jagad.COUNT**2
    side = motif.repeat.width_mm
    for one in land:
        for other in land:
            for x, y in ((0, 0), (side, 0), (0, side), (side, side), (side, -side)):
                if one is other and (x, y) == (0, 0):
                    continue
                assert one.distance(affinity.translate(other, x, y)) > 0.8 * sekar_jagad.STRAIT_MM
    chart = islands(sekar_jagad.COUNT, 58.0, arrangement)
    dark = sekar_jagad.flowery(chart, 4)
    assert all(not chart.neighbours[k] & set(dark) for k in dark)
    pale = [k for k in range(16) if k not in dark]
    kinds = dict(zip(pale, sekar_jagad.assigned(chart, pale, len(fillings())), strict=True))
    assert len(set(kinds.values())) >= 10
    assert all(kinds[k] != kinds[n] for k in pale for n in chart.neighbours[k] if n in kinds)


def lands(motif: Motif) -> list[Polygon]:
    return [
        ring
        for part in motif.parts
        if part.kind == "areas" and part.role in ("body", "ground", "heart")
        for ring in rings(part)
        if ring.area > 600
    ]


@pytest.mark.parametrize("module", [sekar_jagad, tambal], ids=["sekar_jagad", "tambal"])
def test_isen_of_a_patch_stand_whole_inside_it(module):
    motif = module.GENERATOR.motif()
    inner = unary_union([patch.buffer(-1.0) for patch in lands(motif)])
    touches, holds = prep(inner), prep(inner.buffer(0.1))
    checked = 0
    for part in motif.parts:
        if part.kind != "isen":
            continue
        pieces = area(part)
        # Dots of the straits lie outside every patch; what touches a patch lies in it.
        within = [piece for piece in getattr(pieces, "geoms", [pieces]) if touches.intersects(piece)]
        assert all(holds.contains(piece) for piece in within)
        checked += len(within)
    assert checked > 1500


@pytest.mark.parametrize(("cut", "count"), [("four", 16), ("two", 8)])
def test_tambal_is_cut_into_triangles_that_fill_the_repeat(cut, count):
    patches = tambal.triangles(92.0, cut)
    assert len(patches) == count
    shapes = [Polygon(corners) for corners in patches]
    assert all(len(corners) == 3 for corners in patches)
    assert unary_union(shapes).area == pytest.approx((2 * 92.0) ** 2)
    assert sum(shape.area for shape in shapes) == pytest.approx((2 * 92.0) ** 2)


def test_small_patterns_have_names_of_their_own():
    ids = [one.id for one in fillings()]
    assert len(set(ids)) == len(ids) >= 12
