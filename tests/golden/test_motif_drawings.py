"""What the drawings of the first motifs must hold: the rules of the craft, as properties of their geometry."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import affinity
from shapely.geometry import Point
from shapely.ops import unary_union

from batikstudio.base.resources import asset_files
from batikstudio.geometry.path import CUBIC, LINE
from batikstudio.motifs.generators import kawung, probe, truntum
from batikstudio.motifs.motif import Motif, Part
from batikstudio.motifs.svg.importing import motif_from_svg
from tests.support.laid import area, cell_area, laid, rings, shifts

GENERATORS = [module.GENERATOR for module in (kawung, probe, truntum)]
PROBOLINGGO = ["anggur", "daun_anggur", "mangga", "manggur"]


def drawing(motif_id: str) -> Motif:
    (file,) = [one for one in asset_files("motifs/probolinggo", ".svg") if one.name == f"{motif_id}.svg"]
    return motif_from_svg(file.read_bytes(), "?").motif


def by_role(motif: Motif, kind: str, role: str) -> list[Part]:
    return [part for part in motif.parts if part.kind == kind and part.role == role]


def differs(motif: Motif, part: Part, matrix: list[float], half_mm: float) -> float:
    """Return the share of a part's cloth that a map about the origin changes."""
    cloth = laid(motif, area(part), half_mm)
    return cloth.symmetric_difference(affinity.affine_transform(cloth, [*matrix, 0, 0])).area / cloth.area


TURN, HALF, MIRROR, DIAGONAL = [0, -1, 1, 0], [-1, 0, 0, -1], [-1, 0, 0, 1], [0, 1, 1, 0]


@pytest.mark.parametrize("generator", GENERATORS, ids=lambda one: one.about.id)
def test_every_choice_of_a_generator_draws_something_else(generator):
    usual = generator.motif()
    assert usual.about.name.id
    assert usual.about.meaning.en
    assert {part.role for part in usual.parts} >= {"body", "outline"}
    for parameter in generator.parameters:
        others = [value for value in (*parameter.choices, True, False) if value != parameter.default]
        if parameter.kind == "float":
            others = [parameter.minimum, parameter.maximum]
        elif parameter.kind == "bool":
            others = [not parameter.default]
        else:
            others = [value for value in others if isinstance(value, str)]
        for value in others:
            motif = generator.motif({parameter.key: value})
            assert all(np.isfinite(part.path.points).all() for part in motif.parts)
            assert [p.path.points.tolist() for p in motif.parts] != [p.path.points.tolist() for p in usual.parts] or [
                p.width_mm for p in motif.parts
            ] != [p.width_mm for p in usual.parts]


def test_court_patterns_carry_their_note():
    generator = next(one for one in GENERATORS if one.about.id == "kawung")
    assert generator.about.larangan is not None
    assert "keraton" in generator.about.larangan.id


# Kawung


@given(size=st.floats(30, 100), line=st.floats(0.6, 2.0))
def test_kawung_ovals_keep_the_published_condition(size, line):
    shape = kawung.ovals(size, line)
    assert shape.p**2 + shape.q**2 < size**2 / 8
    assert 2.0 <= shape.gap <= 4.0
    assert 1.2 < shape.p / shape.q < 1.5, "rounded ovals, not lenses"


@pytest.mark.parametrize("size", [30.0, 52.0, 100.0])
def test_kawung_ovals_do_not_touch_and_the_ribbon_is_thin(size):
    motif = kawung.GENERATOR.motif({"size_mm": size})
    first, *_ = by_role(motif, "areas", "body")
    home = rings(first)
    assert len(home) == 4
    every = [affinity.translate(oval, x, y) for oval in home for x, y in shifts(motif, 1)]
    gaps = [home[0].distance(other) for other in every if other.distance(home[0]) > 0 or not other.equals(home[0])]
    assert 2.0 - 0.02 <= min(gaps) <= 4.02


@pytest.mark.parametrize("size", [30.0, 52.0, 100.0])
def test_kawung_ground_dots_lie_clear_of_every_outline(size):
    motif = kawung.GENERATOR.motif({"size_mm": size})
    ground = max(by_role(motif, "isen", "accent"), key=lambda part: len(part.path.points))
    assert len(ground.path.points) == 72, "nine along each of the four sides of two voids"
    lines = unary_union([area(part) for part in by_role(motif, "lines", "outline")])
    assert laid(motif, area(ground), size / 2).intersection(laid(motif, lines, size / 2)).area == pytest.approx(
        0, abs=0.02
    )


@pytest.mark.parametrize("variant", ["picis", "beton", "sari"])
@pytest.mark.parametrize("map_", [TURN, MIRROR, DIAGONAL], ids=["turn", "mirror", "diagonal"])
def test_kawung_is_p4m_in_each_part(variant, map_):
    motif = kawung.GENERATOR.motif({"variant": variant})
    assert motif.repeat.group == "p4m"
    for part in motif.parts:
        assert differs(motif, part, map_, 30.0) < 2e-3


def test_kawung_white_is_the_body():
    motif = kawung.GENERATOR.motif()
    white = by_role(motif, "areas", "body")[0]
    assert area(white).area / cell_area(motif) > 0.55


# Truntum


@pytest.mark.parametrize("map_", [TURN, MIRROR, DIAGONAL], ids=["turn", "mirror", "diagonal"])
def test_truntum_is_p4m_in_each_part(map_):
    motif = truntum.GENERATOR.motif()
    for part in motif.parts:
        assert differs(motif, part, map_, 26.0) < 3e-3


@pytest.mark.parametrize("size", [15.0, 26.0, 40.0])
def test_truntum_flowers_have_eight_petals_on_a_centred_lattice(size):
    motif = truntum.GENERATOR.motif({"size_mm": size})
    petals = [ring for part in by_role(motif, "areas", "body") for ring in rings(part)]
    for x, y in ((0.0, 0.0), (size / 2, size / 2)):
        centre = Point(x, y)
        own = [ring for ring in petals if 0.05 * size < ring.centroid.distance(centre) < 0.3 * size]
        assert len(own) == 8
        angles = sorted(math.degrees(math.atan2(r.centroid.y - y, r.centroid.x - x)) % 360 for r in own)
        assert np.allclose(np.diff([*angles, angles[0] + 360]), 45, atol=0.5)
        assert all(one.distance(other) > 0 for one, other in combinations(own, 2))


def test_truntum_flowers_differ_and_do_not_touch():
    motif = truntum.GENERATOR.motif()
    bodies = [area(part) for part in by_role(motif, "areas", "body")]
    star = unary_union([shape for shape in bodies if shape.centroid.distance(Point(0, 0)) < 1])
    daisy = unary_union([shape for shape in bodies if shape.centroid.distance(Point(0, 0)) > 1])
    moved = affinity.translate(daisy, -13.0, -13.0)
    assert star.symmetric_difference(moved).area > 0.3 * star.area
    assert star.distance(daisy) > 1.5


# The probe


@pytest.mark.parametrize("map_", [TURN, HALF, [0, 1, -1, 0], MIRROR, [1, 0, 0, -1], DIAGONAL, [0, -1, -1, 0]], ids=str)
def test_probe_is_changed_by_every_turn_and_mirror(map_):
    motif = probe.GENERATOR.motif()
    whole = unary_union([area(part) for part in motif.parts])
    assert whole.symmetric_difference(affinity.affine_transform(whole, [*map_, 0, 0])).area > 0.25 * whole.area


# Manggur and its pieces


@pytest.mark.parametrize("motif_id", PROBOLINGGO)
def test_drawings_are_curves_and_small(motif_id):
    (file,) = [one for one in asset_files("motifs/probolinggo", ".svg") if one.name == f"{motif_id}.svg"]
    assert len(file.read_bytes()) < 300_000
    motif = drawing(motif_id)
    assert motif.about.id == motif_id
    verbs = np.concatenate([part.path.verbs for part in motif.parts])
    assert (verbs == CUBIC).sum() > 100
    assert LINE not in verbs
    assert all(0.5 <= part.width_mm <= 6.0 for part in motif.parts if part.width_mm is not None)


def test_manggur_fruits_are_off_axis_and_unlike():
    motif = drawing("manggur")
    large = [ring for part in by_role(motif, "areas", "body") for ring in rings(part) if ring.area > 1000]
    large = [ring for ring in large if ring.area > 0.9 * ring.convex_hull.area]
    assert len(large) == 2, "two mangoes"
    one, other = large
    assert 1.3 < max(one.area, other.area) / min(one.area, other.area) < 2.5
    assert abs(one.centroid.y - other.centroid.y) > 10
    boxes = [ring.minimum_rotated_rectangle.exterior.coords for ring in large]
    angles = [math.degrees(math.atan2(b[1][1] - b[0][1], b[1][0] - b[0][0])) % 90 for b in boxes]
    assert abs((angles[0] - angles[1] + 45) % 90 - 45) > 8


def test_manggur_grapes_are_graded_and_apart():
    motif = drawing("manggur")
    berries = [
        ring
        for part in by_role(motif, "areas", "heart")
        for ring in rings(part)
        if ring.area > 30 and 4 * math.pi * ring.area / ring.length**2 > 0.99
    ]
    assert len(berries) == 24
    top = [ring.area for ring in berries if ring.centroid.y < np.median([b.centroid.y for b in berries])]
    rest = [ring.area for ring in berries if ring.centroid.y >= np.median([b.centroid.y for b in berries])]
    assert np.mean(top) > 1.1 * np.mean(rest)
    assert all(one.distance(other) > 1 for one, other in combinations(berries, 2))


def test_manggur_ground_is_full_and_its_dots_keep_clear():
    """No place of the ground is further than about 4 mm from something drawn, so no flat region is wider than 8 mm."""
    motif = drawing("manggur")
    ground = [part for part in motif.parts[:2] if part.kind == "isen"]
    assert sum(len(part.path.points) for part in ground) > 800
    dots = laid(motif, unary_union([area(part) for part in ground]), 100.0, 2)
    shapes = laid(motif, unary_union([area(part) for part in motif.parts[2:]]), 100.0, 2)
    assert dots.distance(shapes) > 0.3
    everything = unary_union([dots, shapes])
    places = np.random.default_rng(3).uniform(-80, 80, (1500, 2))
    assert max(everything.distance(Point(place)) for place in places) < 4.5


def test_manggur_copies_meet_only_at_the_vine():
    motif = drawing("manggur")
    own = unary_union([area(part) for part in motif.parts])
    for x, y in shifts(motif, 2)[1:]:
        common = own.intersection(affinity.translate(own, x, y))
        assert common.area < (60 if x == 0 and abs(y) == motif.repeat.height_mm else 0.01), (x, y)
