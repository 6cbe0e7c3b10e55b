"""What the motifs of Probolinggo and of the coast must hold: constructions of the craft, as properties of geometry."""

from __future__ import annotations

import math
import tomllib
from itertools import combinations, pairwise

import numpy as np
import pytest
from shapely import affinity
from shapely.geometry import Point, Polygon
from shapely.ops import unary_union

from batikstudio.base.parameter import Value
from batikstudio.base.resources import asset_files
from batikstudio.motifs.catalogue import catalogue
from batikstudio.motifs.generators import (
    ada_ada,
    anggur,
    angin_gending,
    ayam_bekisar,
    bawang,
    bayuangga,
    bromo,
    buketan,
    daun_anggur,
    edelweis,
    gajah_oling,
    ikan,
    kali_banger,
    lung_lungan,
    mangga,
    manggur,
    mega_mendung,
    pinggiran_bunga,
    seribu_taman,
    sulur_pao,
    teratai,
    untu_walang,
    wadasan,
)
from batikstudio.motifs.motif import Motif, Part
from batikstudio.motifs.ornaments import blossoms, clouds, fruits, vines
from batikstudio.motifs.ornaments.figures import Figure, Pen
from tests.support.laid import area, laid, rings, shifts
from tests.support.motif_properties import HALF, MIRROR, by_role, differs

PROBOLINGGO = [
    anggur,
    angin_gending,
    ayam_bekisar,
    bawang,
    bayuangga,
    bromo,
    daun_anggur,
    edelweis,
    ikan,
    kali_banger,
    mangga,
    manggur,
    seribu_taman,
    sulur_pao,
    teratai,
]
COAST = [buketan, gajah_oling, lung_lungan, mega_mendung, wadasan]
BORDERS = [ada_ada, pinggiran_bunga, untu_walang]
ALL = [module.GENERATOR for module in (*PROBOLINGGO, *COAST, *BORDERS)]
PEN = Pen(0.8)


def bodies(figure: Figure | Motif) -> list[Polygon]:
    parts = figure.parts if isinstance(figure, Motif) else figure
    return [ring for part in parts if (part.kind, part.role) == ("areas", "body") for ring in rings(part)]


def look(motif: Motif) -> list[tuple[object, ...]]:
    return [(part.kind, part.role, part.width_mm, part.path.points.tolist()) for part in motif.parts]


@pytest.mark.parametrize("generator", ALL, ids=lambda one: one.about.id)
def test_every_choice_draws_something_else(generator):
    usual = look(generator.motif({}))
    for parameter in generator.parameters:
        ends = [parameter.minimum, parameter.maximum] if parameter.kind in ("float", "int") else [False, True]
        values: list[Value] = list(parameter.choices) if parameter.kind == "choice" else ends  # type: ignore[assignment]
        for value in values:
            if value == parameter.default:
                continue
            if parameter.kind == "int":
                value = int(value)
            assert look(generator.motif({parameter.key: value})) != usual, (parameter.key, value)


def test_what_is_not_certain_says_so_and_the_shapes_await_a_local_word():
    by_id = {one.about.id: one.about for one in ALL}
    assert {name for name, about in by_id.items() if about.uncertain} == {"kali_banger", "ikan", "gajah_oling"}
    for module in PROBOLINGGO:
        about = module.GENERATOR.about
        assert about.family == "probolinggo"
        assert "to be approved by a local instructor" in about.source
    for name in ("mangga", "anggur", "daun_anggur", "manggur"):
        assert by_id[name].version == 2


# Mango


def test_a_mango_follows_the_published_curve_but_for_its_beak():
    angle = np.linspace(0, 2 * math.pi, 400)
    published = 1 + 0.18 * np.cos(angle - 0.6) + 0.10 * np.cos(2 * angle)
    off = np.abs(np.mod(angle - fruits.BEAK_RAD + math.pi, 2 * math.pi) - math.pi)
    edge = fruits.mango_edge(angle)
    assert np.abs(edge - published)[off > 1.1].max() < 1e-3
    assert edge.max() == pytest.approx(edge[off < 0.1].max()), "the beak is the farthest place"


@pytest.mark.parametrize("radius", [10.0, 24.0, 40.0])
def test_a_mango_has_one_clear_beak_and_cecek_on_one_side(radius):
    figure = fruits.mango(radius, PEN)
    (fruit,) = bodies(figure)
    points = np.array(fruit.exterior.coords)[:-1]
    before, after = points - np.roll(points, 3, axis=0), np.roll(points, -3, axis=0) - points
    cross = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    turn = np.degrees(np.arctan2(cross, (before * after).sum(axis=1)))
    beak = points[np.argmax(np.abs(turn))]
    assert beak[1] > fruit.centroid.y + 0.7 * radius, "below, hanging"
    assert not math.isclose(beak[0], fruit.centroid.x, abs_tol=0.05 * radius), "off its axis"
    cecek = np.concatenate(
        [part.path.points for part in figure if part.kind == "isen" and len(part.path.verbs) == len(part.path.points)]
    )
    assert len(cecek) >= 4
    axis = np.array([beak[0], beak[1]])
    side = cecek[:, 0] * axis[1] - cecek[:, 1] * axis[0]
    assert (side < 0).all() or (side > 0).all()
    assert all(fruit.contains(Point(place).buffer(0.4)) for place in cecek)


# Grapes and their leaf


@pytest.mark.parametrize("seed", [1, 3, 8])
def test_a_bunch_hangs_in_rows_of_five_to_one_and_its_grapes_do_not_touch(seed):
    berries = bodies(fruits.bunch(11.0, PEN, 5, seed))
    assert len(berries) == 15
    sizes = np.sqrt([berry.area for berry in berries])
    rows = np.split(np.arange(15), [5, 9, 12, 14])
    heights = [np.mean([berries[k].centroid.y for k in row]) for row in rows]
    assert all(low > high + 8 for high, low in pairwise(heights))
    assert np.mean(sizes[:5]) > 1.05 * np.mean(sizes[12:])
    assert np.ptp(sizes[:5]) > 0.001, "no two alike"
    assert all(one.distance(other) > PEN.line_mm for one, other in combinations(berries, 2))


def test_a_grape_leaf_has_five_lobes_a_notch_and_palmate_veins():
    shape = vines.GrapeLeaf(25.0)
    angle = np.arange(-165.0, 166.0)
    edge = shape.edge_mm(angle)
    wide = np.array([edge[max(k - 24, 0) : k + 25].max() for k in range(len(edge))])
    assert (edge == wide).sum() == 5
    assert shape.edge_mm(np.array([180.0]))[0] < 0.25 * 25.0, "the notch of the stalk"
    for between in ((-91.0, -30.0), (31.0, 92.0)):
        for sinus in between:
            assert shape.edge_mm(np.array([sinus]))[0] < 0.78 * edge.max()
    figure = vines.grape_leaf(25.0, PEN)
    (leaf,) = bodies(figure)
    mirrored = affinity.scale(leaf, -1, 1, origin=(0, 0))
    assert leaf.symmetric_difference(mirrored).area > 0.04 * leaf.area, "not its own mirror image"
    (veins,) = (
        part
        for part in figure
        if part.kind == "lines" and part.role == "outline" and len(list(part.path.subpaths(1))) == 5
    )
    starts = [points[0] for points, _ in veins.path.subpaths(0.1)]
    assert max(np.hypot(*start) for start in starts) < 2.0, "all from the stalk"


# Manggur


def test_manggur_fruits_are_off_axis_and_unlike():
    motif = manggur.GENERATOR.motif({"isen": False, "latar": "polos"})
    large = [ring for ring in bodies(motif) if ring.area > 900 and ring.area > 0.93 * ring.convex_hull.area]
    assert len(large) == 2, "two mangoes"
    one, other = large
    assert 1.3 < max(one.area, other.area) / min(one.area, other.area) < 2.5
    assert abs(one.centroid.y - other.centroid.y) > 10
    boxes = [ring.minimum_rotated_rectangle.exterior.coords for ring in large]
    angles = [math.degrees(math.atan2(b[1][1] - b[0][1], b[1][0] - b[0][0])) % 90 for b in boxes]
    assert abs((angles[0] - angles[1] + 45) % 90 - 45) > 8
    whole = unary_union([area(part) for part in motif.parts])
    assert whole.symmetric_difference(affinity.scale(whole, -1, 1, origin=(0, 0))).area > 0.4 * whole.area, "no mask"


def test_manggur_ground_is_full_and_its_dots_keep_clear():
    """No place of the ground is further than about 4 mm from something drawn, so no flat region is wider than 8 mm."""
    motif = manggur.GENERATOR.motif()
    ground = [part for part in motif.parts[:2] if part.kind == "isen"]
    assert sum(len(part.path.points) for part in ground) > 400
    dots = laid(motif, unary_union([area(part) for part in ground]), 90.0, 2)
    shapes = laid(motif, unary_union([area(part) for part in motif.parts[2:] if part.kind != "isen"]), 90.0, 2)
    assert dots.distance(shapes) > 0.2
    everything = unary_union([dots, shapes])
    places = np.random.default_rng(3).uniform(-80, 80, (1000, 2))
    assert max(everything.distance(Point(place)) for place in places) < 4.5


def test_manggur_as_a_column_stays_within_its_edges_and_between_the_kawung_of_the_template():
    column = manggur.GENERATOR.motif({"column": True})
    x0, _, x1, _ = column.bounds
    assert -84 < x0 < x1 < 84
    x0, _, x1, _ = manggur.GENERATOR.motif().bounds
    assert max(-x0, x1) > 84, "plants cross the edge where manggur stands alone"
    (template,) = (file for file in asset_files("templates", ".toml") if file.name == "manggur-kawung.toml")
    first, *others = tomllib.loads(template.read_text("utf-8"))["items"]
    assert (first["motif"], first["parameters"]["column"], first["scale"]) == ("manggur", True, 0.9745)
    assert [item["motif"] for item in others] == ["kawung"] * 4
    edge = others[0]["x_mm"] - others[0]["parameters"]["size_mm"] / 2
    assert first["scale"] * column.bounds[2] < edge


# Vines that run on


@pytest.mark.parametrize("turned", [False, True])
def test_a_trailing_stem_meets_the_next_period_in_the_same_direction(turned):
    period = np.array([120.0, 0.0] if turned else [0.0, 120.0])
    figure = vines.trailing(vines.sine(120.0, 15.0, turned), 5.0, PEN)
    for points, closed in figure[1].path.subpaths(0.001):
        assert not closed
        assert points[-1] - points[0] == pytest.approx(period, abs=1e-6)
        one, other = points[1] - points[0], points[-1] - points[-2]
        assert one / np.hypot(*one) == pytest.approx(other / np.hypot(*other), abs=0.02)
    band = area(figure[0])
    assert band.intersection(affinity.translate(band, *period)).area < 1e-6
    assert band.distance(affinity.translate(band, *period)) < 1e-6


@pytest.mark.parametrize("hand", [1, -1])
def test_a_wind_line_goes_over_into_a_logarithmic_spiral_without_a_kink(hand):
    lead = np.array([(0.0, 0.0), (10.0, 3.0), (20.0, 2.0)])
    points = clouds.winding(lead, 6.0, hand)
    ahead = lead[-1] - lead[-2]
    centre = lead[-1] + hand * 6.0 * np.array([-ahead[1], ahead[0]]) / np.hypot(*ahead)
    r = np.hypot(*(points[2:] - centre).T)
    shrink = np.diff(np.log(r))
    assert r[0] == pytest.approx(6.0)
    assert np.allclose(shrink, shrink[0])
    assert r[-1] / r[0] == pytest.approx(math.exp(-0.18 * 2 * math.pi * 1.35))
    first = points[3] - points[2]
    assert np.dot(first, ahead) / np.hypot(*first) / np.hypot(*ahead) > 0.85


@pytest.mark.parametrize("lines", [3, 4, 5])
def test_wind_lines_run_side_by_side_and_the_slanting_ones_meet_too(lines):
    plain = {"lines": lines, "latar": "polos", "isen": False}
    motif = angin_gending.GENERATOR.motif(plain)
    through = [ring for ring in bodies(motif) if ring.bounds[2] - ring.bounds[0] == pytest.approx(120.0, abs=2.0)]
    assert len(through) == lines
    for variant in ("mendatar", "serong"):
        motif = angin_gending.GENERATOR.motif({**plain, "variant": variant})
        stems = [ring for ring in bodies(motif) if ring.area > 300]
        cloth = laid(motif, unary_union(stems), 50.0, 3)
        reach = [piece.bounds[2] - piece.bounds[0] for piece in cloth.buffer(0.01).geoms]
        assert max(reach) == pytest.approx(100.0, abs=0.1), "unbroken from edge to edge"


def test_sulur_pao_is_mirrored_in_rows_shifted_by_half():
    motif = sulur_pao.GENERATOR.motif()
    assert (motif.repeat.group, motif.repeat.name) == ("cm", "brick 1/2")
    for part in motif.parts[:30]:
        assert differs(motif, part, MIRROR, 70.0, 2) < 5e-3
    whole = max(motif.parts, key=lambda part: len(part.path.points))
    assert differs(motif, whole, HALF, 70.0, 2) > 0.1


# River, mountain, garden, water


def test_the_thread_of_the_kali_banger_stays_in_its_water():
    motif = kali_banger.GENERATOR.motif({"latar": "polos"})
    (water,) = by_role(motif, "areas", "heart")
    (thread,) = (
        part
        for part in by_role(motif, "lines", "accent")
        if len(list(part.path.subpaths(1))) == 1 and part.width_mm > 1.2
    )
    (river,) = rings(water)
    assert river.buffer(0.8).contains(area(thread)), "within, and from edge to edge of the period"
    banks = [ring for ring in bodies(motif) if ring.bounds[2] - ring.bounds[0] > 129 and ring.area < 0.5 * river.area]
    assert len(banks) == 2
    assert min(bank.distance(area(thread)) for bank in banks) > 1.0


@pytest.mark.parametrize("size", [70.0, 105.0, 180.0])
def test_bromo_is_a_truncated_cone_with_three_ukel_of_smoke(size):
    points = np.array(bromo.cone(size))
    low, high = (
        points[np.isclose(points[:, 1], points[:, 1].max())],
        points[np.isclose(points[:, 1], points[:, 1].min())],
    )
    assert np.ptp(high[:, 0]) / np.ptp(low[:, 0]) == pytest.approx(0.35)
    plumes = clouds.smoke(size, PEN)
    assert len([ring for ring in bodies(plumes) if 4 * math.pi * ring.area / ring.length**2 > 0.99]) == 3, (
        "a bead in each"
    )


@pytest.mark.parametrize("count", [4, 5, 6])
def test_a_sliced_shallot_has_nested_rings_that_meet_towards_the_root(count):
    figure = fruits.shallot(20.0, PEN, count)
    ovals = [ring for part in figure if part.kind == "areas" and part.role in ("body", "heart") for ring in rings(part)]
    assert len(ovals) == count
    for outer, inner in pairwise(ovals):
        assert outer.contains(inner)
        top, bottom = inner.bounds[1] - outer.bounds[1], outer.bounds[3] - inner.bounds[3]
        assert top > 1.5 * bottom > 0
    hairs = [part for part in figure if part.kind == "lines" and part.role == "accent"]
    assert sum(len(list(part.path.subpaths(1))) for part in hairs) == 9
    assert max(part.path.points[:, 1].max() for part in hairs) > ovals[0].bounds[3] + 0.2 * 20.0


def test_a_lotus_has_nine_cupped_petals_that_all_rise_from_the_cup():
    petals = [ring for ring in bodies(blossoms.lotus(60.0, PEN)) if ring.area > 20]
    assert len(petals) == 9
    assert all(petal.distance(Point(0, 0)) < 6.0 for petal in petals)
    assert all(petal.bounds[1] < -15 for petal in petals)


def test_an_edelweiss_is_a_star_of_five_long_and_five_short_bracts():
    bracts = [ring for ring in bodies(blossoms.edelweiss(30.0, PEN)) if ring.area > 40]
    reach = sorted(max(math.hypot(x, y) for x, y in ring.exterior.coords) for ring in bracts)
    assert len(reach) == 10
    assert max(reach[:5]) < 24 < 29 < min(reach[5:])


def test_the_tail_of_the_bekisar_arches_over_and_falls():
    for run, *_ in ayam_bekisar.SICKLES[1:]:
        heights = [y for _, y in run]
        assert min(heights) < heights[0]
        assert heights[-1] > min(heights), "its tip hangs lower than its top"
        assert run[-1][0] < run[0][0] - 0.3, "behind the bird"


def test_the_gardens_cover_the_whole_cloth():
    motif = seribu_taman.GENERATOR.motif({"isen": False})
    beds = [ring for ring in bodies(motif) if ring.area > 800]
    assert len(beds) == 12
    assert laid(motif, unary_union(beds), 60.0, 2).area == pytest.approx(120.0**2, rel=1e-4)


# Clouds


@pytest.mark.parametrize("steps", [3, 5, 7])
def test_mega_mendung_is_nested_true_offsets_from_light_to_dark(steps):
    figure = clouds.cloud(clouds.cloud_contour(220.0), steps, 36.0 / steps, PEN)
    bands = [(part.role, unary_union(rings(part))) for part in figure if part.kind == "areas"]
    assert len(bands) == steps
    order = ["body", "heart", "accent", "ground"]
    ranks = [order.index(role) for role, _ in bands]
    assert ranks == sorted(ranks)
    assert (ranks[0], ranks[1], ranks[-1]) == (0, 1, 3 if steps > 3 else ranks[-1])
    for (_, outer), (_, inner) in pairwise(bands):
        assert outer.contains(inner)
        places = (
            [inner.exterior.interpolate(t, normalized=True) for t in np.linspace(0, 1, 60)]
            if inner.geom_type == "Polygon"
            else []
        )
        assert all(outer.exterior.distance(place) == pytest.approx(36.0 / steps, abs=0.12) for place in places)


def test_clouds_lie_level_and_end_in_points():
    (cloud,) = (Polygon(points) for points, _ in clouds.cloud_contour(220.0).subpaths(0.05))
    x0, y0, x1, y1 = cloud.bounds
    assert x1 - x0 == pytest.approx(220.0, rel=0.01)
    assert x1 - x0 > 2.2 * (y1 - y0)
    for x in (x0, x1):
        end = cloud.intersection(
            Point(
                x, cloud.intersection(Polygon([(x - 1, y0), (x + 1, y0), (x + 1, y1), (x - 1, y1)])).centroid.y
            ).buffer(12.0)
        )
        assert end.area / (math.pi * 12.0**2) < 60 / 360, "a point, not a right angle"


# Borders


@pytest.mark.parametrize("generator", [module.GENERATOR for module in BORDERS], ids=lambda one: one.about.id)
def test_a_border_is_a_frieze_that_fits_its_height_and_closes_along_x(generator):
    motif = generator.motif()
    assert motif.about.family == "pinggiran"
    _, y0, _, y1 = motif.bounds
    half = motif.repeat.height_mm / 2
    assert -half <= y0 < y1 <= half
    rails = [
        points
        for part in by_role(motif, "lines", "outline")
        for points, closed in part.path.subpaths(0.01)
        if not closed and abs(points[-1][0] - points[0][0] - motif.repeat.width_mm) < 1e-6
    ]
    assert len(rails) >= 2
    assert all(points[0][1] == pytest.approx(points[-1][1]) for points in rails)


def test_untu_walang_is_two_rows_of_twelve_teeth_mirrored_both_ways():
    motif = untu_walang.GENERATOR.motif({"tooth_mm": 10.0})
    assert motif.repeat.group == "pmm"
    assert len(bodies(motif)) == 24
    assert {round(ring.bounds[2] - ring.bounds[0], 6) for ring in bodies(motif)} == {10.0}
    for part in motif.parts:
        for map_ in (MIRROR, HALF, [1, 0, 0, -1]):
            assert differs(motif, part, map_, 40.0, 2) < 3e-3


def test_the_catalogue_holds_them_all():
    entries = {about.id for about in catalogue().entries()}
    assert {one.about.id for one in ALL} <= entries
    assert isinstance(ALL[0].motif().parts[0], Part)


@pytest.mark.parametrize("generator", ALL, ids=lambda one: one.about.id)
def test_plain_copies_do_not_overlap_but_where_they_are_meant_to(generator):
    """The cell is not smaller than its drawing: what copies share is a small part of what one draws."""
    motif = generator.motif({"latar": "polos"} if any(p.key == "latar" for p in generator.parameters) else {})
    own = unary_union(bodies(motif)).buffer(0)
    near = [affinity.translate(own, x, y) for x, y in shifts(motif, 1)[1:]]
    common = own.intersection(unary_union(near)).area
    assert common < 0.06 * own.area
