"""What the drawings of the first motifs must hold: the rules of the craft, as properties of their geometry."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import affinity
from shapely.geometry import Point
from shapely.ops import unary_union

from batikstudio.geometry.path import LINE
from batikstudio.motifs.generators import kawung, parang_rusak, probe, truntum
from batikstudio.motifs.motif import Motif, Part
from tests.support.laid import area, cell_area, laid, rings, shifts

GENERATORS = [module.GENERATOR for module in (kawung, parang_rusak, probe, truntum)]


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


@pytest.mark.parametrize("motif_id", ["kawung", "parang_rusak"])
def test_court_patterns_carry_their_note(motif_id):
    generator = next(one for one in GENERATORS if one.about.id == motif_id)
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


# Parang rusak


@pytest.mark.parametrize("slant", ["solo", "yogya"])
def test_parang_has_half_turns_and_no_mirror(slant):
    motif = parang_rusak.GENERATOR.motif({"slant": slant})
    assert motif.repeat.group == "p2"
    for part in motif.parts:
        assert differs(motif, part, HALF, 40.0) < 2e-3
    assert differs(motif, motif.parts[0], MIRROR, 40.0) > 0.2


def test_parang_slants_are_mirror_images():
    solo, yogya = (parang_rusak.GENERATOR.motif({"slant": slant}) for slant in ("solo", "yogya"))
    assert (solo.repeat.name, yogya.repeat.name) == ("lereng 45", "lereng -45")
    one = laid(solo, area(by_role(solo, "areas", "body")[0]), 40.0)
    other = laid(yogya, area(by_role(yogya, "areas", "body")[0]), 40.0)
    assert affinity.scale(one, -1, 1, origin=(0, 0)).symmetric_difference(other).area / one.area < 1e-3


@settings(max_examples=8, deadline=None)
@given(band=st.floats(30, 160))
def test_parang_white_never_touches_itself_and_fills_well_over_half_of_the_band(band):
    motif = parang_rusak.GENERATOR.motif({"band_mm": band})
    pieces = rings(by_role(motif, "areas", "body")[0])
    assert len(pieces) == 4, "blade, lens and two discs a period"
    copies = [affinity.translate(piece, x, y) for piece in pieces for x, y in shifts(motif, 2)]
    for piece in pieces:
        gaps = sorted(piece.distance(other) for other in copies)
        assert gaps[0] == 0, "itself"
        assert 0.005 * band < gaps[1] < 0.05 * band, "almost touching"
    # The ribbon counts here with the band, so this is more than the craft asks.
    assert sum(piece.area for piece in pieces) / cell_area(motif) > 0.55


def test_parang_mlinjon_lie_clear_in_the_ribbon_half_a_period_apart():
    motif = parang_rusak.GENERATOR.motif()
    (lozenges,) = by_role(motif, "areas", "accent")
    one, other = (ring.centroid for ring in rings(lozenges))
    assert one.distance(other) == pytest.approx(motif.repeat.width_mm / 2, abs=0.01)
    outlines = laid(motif, area(by_role(motif, "lines", "outline")[0]), 60.0)
    assert min(ring.distance(outlines) for ring in rings(lozenges)) > 0.5


def test_parang_has_no_straight_boundary_lines():
    motif = parang_rusak.GENERATOR.motif()
    assert all(LINE not in part.path.verbs for part in motif.parts)


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
