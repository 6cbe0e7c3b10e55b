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

from batikstudio.base.resources import asset_files
from batikstudio.geometry.path import CUBIC, LINE
from batikstudio.motifs.generators import parang_rusak, probe
from batikstudio.motifs.motif import Motif
from batikstudio.motifs.svg.importing import motif_from_svg
from tests.support.laid import area, cell_area, laid, rings, shifts
from tests.support.motif_properties import (
    DIAGONAL,
    HALF,
    MIRROR,
    TURN,
    assert_every_choice_draws_something_else,
    by_role,
    differs,
)

GENERATORS = [module.GENERATOR for module in (parang_rusak, probe)]
PROBOLINGGO = ["anggur", "daun_anggur", "mangga", "manggur"]


def drawing(motif_id: str) -> Motif:
    (file,) = [one for one in asset_files("motifs/probolinggo", ".svg") if one.name == f"{motif_id}.svg"]
    return motif_from_svg(file.read_bytes(), "?").motif


@pytest.mark.parametrize("generator", GENERATORS, ids=lambda one: one.about.id)
def test_every_choice_of_a_generator_draws_something_else(generator):
    assert {part.role for part in generator.motif().parts} >= {"body", "outline"}
    assert_every_choice_draws_something_else(generator)


def test_court_patterns_carry_their_note():
    assert parang_rusak.GENERATOR.about.larangan is not None
    assert "keraton" in parang_rusak.GENERATOR.about.larangan.id


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
