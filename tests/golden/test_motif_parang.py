"""What the drawings of parang and lereng must hold: the rules of the craft, as properties of their geometry."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from batikstudio.motifs.generators import (
    lereng,
    mlinjon,
    parang_barong,
    parang_curiga,
    parang_gendreh,
    parang_klithik,
    parang_kusuma,
    parang_rusak,
    parang_tuding,
    rujak_senthe,
    udan_liris,
)
from batikstudio.motifs.motif import Motif, Part
from batikstudio.pattern.repeats import parse_repeat
from tests.support.laid import area, cell_area, laid, rings, shifts

PARANGS = [
    parang_rusak,
    parang_barong,
    parang_gendreh,
    parang_klithik,
    parang_curiga,
    parang_kusuma,
    parang_tuding,
]
LERENGS = [lereng, mlinjon, rujak_senthe, udan_liris]
ALL = [module.GENERATOR for module in (*PARANGS, *LERENGS)]
parangs = pytest.mark.parametrize("generator", [one.GENERATOR for one in PARANGS], ids=lambda one: one.about.id)
every = pytest.mark.parametrize("generator", ALL, ids=lambda one: one.about.id)

HALF, MIRROR = [-1, 0, 0, -1], [-1, 0, 0, 1]
DIAGONAL, ACROSS = [0, 1, 1, 0], [0, -1, -1, 0]
LARANGAN = {"parang_rusak", "parang_barong", "parang_gendreh", "parang_klithik", "udan_liris", "rujak_senthe"}


def by_role(motif: Motif, kind: str, role: str) -> list[Part]:
    return [part for part in motif.parts if part.kind == kind and part.role == role]


def cloth(motif: Motif, role: str, half_mm: float, about: tuple[float, float] = (0.0, 0.0)) -> BaseGeometry:
    """Return what of a role is seen, the later parts covering the earlier ones, in a square about a point."""
    seen: BaseGeometry = Polygon()
    for part in motif.parts:
        shape = laid(motif, affinity.translate(area(part), -about[0], -about[1]), half_mm)
        seen = seen.union(shape) if part.role == role else seen.difference(shape)
    return seen


def changed(motif: Motif, part: Part, matrix: list[float], half_mm: float) -> float:
    """Return the share of a part's cloth that a map about the origin changes."""
    shape = laid(motif, area(part), half_mm, 6)
    return shape.symmetric_difference(affinity.affine_transform(shape, [*matrix, 0, 0])).area / shape.area


def across(points: np.ndarray, motif: Motif) -> np.ndarray:
    """Return how far points lie across the band from its middle, mm, whatever its slant."""
    sign = -1.0 if motif.repeat.name == "lereng -45" else 1.0
    return (points[:, 1] - sign * points[:, 0]) / math.sqrt(2)


@every
def test_every_choice_draws_something_else(generator):
    usual = generator.motif()
    assert {part.role for part in usual.parts} >= {"body", "outline"}
    for parameter in generator.parameters:
        others = [value for value in (*parameter.choices, True, False) if value != parameter.default]
        if parameter.kind in ("float", "int"):
            others = [parameter.minimum, parameter.maximum]
        elif parameter.kind == "bool":
            others = [not parameter.default]
        else:
            others = [value for value in others if isinstance(value, str)]
        for value in others:
            motif = generator.motif({parameter.key: value})
            assert [(p.path.points.tolist(), p.width_mm) for p in motif.parts] != [
                (p.path.points.tolist(), p.width_mm) for p in usual.parts
            ], (parameter.key, value)


@every
def test_only_the_patterns_of_the_court_list_and_every_parang_carry_the_note(generator):
    about = generator.about
    assert (about.larangan is not None) == (about.id in LARANGAN or about.family == "parang")
    if about.larangan is not None:
        assert "keraton" in about.larangan.id


@every
@pytest.mark.parametrize("end", ["minimum", "default", "maximum"])
def test_an_upright_rectangle_closes_without_turning_or_moving_the_bands(generator, end):
    (band,) = [parameter for parameter in generator.parameters if parameter.key == "band_mm"]
    repeat = generator.motif({"band_mm": getattr(band, end)}).repeat
    spec = parse_repeat(repeat.name, repeat.width_mm, repeat.height_mm)
    assert repeat.height_mm == getattr(band, end)
    assert (spec.residual_deg, spec.residual_percent) == (0.0, 0.0)
    assert repeat.height_mm / repeat.width_mm == pytest.approx(round(repeat.height_mm / repeat.width_mm))


@every
def test_the_slants_are_mirror_images(generator):
    solo, yogya = (generator.motif({"slant": slant}) for slant in ("solo", "yogya"))
    assert (solo.repeat.name, yogya.repeat.name) == ("lereng 45", "lereng -45")
    for one, other in zip(solo.parts, yogya.parts, strict=True):
        assert np.allclose(one.path.points * (-1.0, 1.0), other.path.points)
    # Solo falls from the upper left to the lower right: the copies of a row lie there.
    (step, _) = parse_repeat(solo.repeat.name, solo.repeat.width_mm, solo.repeat.height_mm).basis
    assert step[0] == pytest.approx(step[1])


# Parang


@parangs
@pytest.mark.parametrize("slant", ["solo", "yogya"])
def test_a_parang_has_half_turns_in_each_part_and_no_mirror(generator, slant):
    motif = generator.motif({"slant": slant})
    assert motif.repeat.group == "p2"
    half = 0.5 * motif.repeat.height_mm
    for part in motif.parts:
        assert changed(motif, part, HALF, half) < 3e-3, part.role
    body = max(by_role(motif, "areas", "body"), key=lambda part: area(part).area)
    for mirror in (MIRROR, DIAGONAL, ACROSS):
        assert changed(motif, body, mirror, half) > 0.1


@parangs
def test_a_parang_has_mlinjon_in_the_middle_of_its_ribbon_half_a_period_apart(generator):
    motif = generator.motif()
    period, pitch = motif.repeat.width_mm, motif.repeat.height_mm
    lozenges = [
        ring
        for part in by_role(motif, "areas", "accent")
        for ring in rings(part)
        if abs(across(np.array([ring.centroid.coords[0]]), motif)[0] + pitch / 2) < 0.01 * pitch
    ]
    assert len(lozenges) == 2
    assert lozenges[0].centroid.distance(lozenges[1].centroid) == pytest.approx(period / 2, abs=0.01)
    copies = laid(motif, unary_union([area(part) for part in by_role(motif, "areas", "body")]), pitch, 6)
    for lozenge in lozenges:
        # The ribbon is dark: the rhombi touch no white of the figures.
        assert lozenge.distance(copies) > 0.3
        corners = np.array(lozenge.minimum_rotated_rectangle.exterior.coords)
        assert np.allclose(np.ptp(corners, axis=0).max() / np.ptp(corners, axis=0).min(), 1.0, atol=0.35)


@parangs
def test_a_parang_has_no_straight_line_along_the_band(generator):
    motif = generator.motif()
    for part in motif.parts:
        if part.role == "ground" and part.width_mm is None:
            continue  # its sides are hidden by the white
        for points, closed in part.path.subpaths(0.01):
            run = np.concatenate((points, points[:1])) if closed else points
            long = np.linalg.norm(np.diff(run, axis=0), axis=1) > 0.3 * motif.repeat.width_mm
            level = np.abs(np.diff(across(run, motif))) < 0.02 * motif.repeat.width_mm
            assert not (long & level).any(), part.role


@parangs
def test_no_cecek_of_the_ground_touches_a_figure_or_another(generator):
    motif = generator.motif()
    if "latar" not in motif.parameters:
        return
    without = generator.motif({"latar": False})
    ground = motif.parts[: len(motif.parts) - len(without.parts)]
    assert all(part.kind == "isen" for part in ground)
    dots = laid(motif, unary_union([area(part) for part in ground]), 0.6 * motif.repeat.height_mm)
    figures = laid(motif, unary_union([area(part) for part in without.parts]), 0.6 * motif.repeat.height_mm)
    assert dots.distance(figures) > 0.1
    places = np.concatenate([part.path.points for part in ground])
    assert len(places) > 20
    assert sum(isinstance(piece, Polygon) for piece in dots.geoms) > len(places)
    smallest = min(area(part).geoms[0].area for part in ground)
    whole = [piece for piece in dots.geoms if piece.distance(box(*dots.bounds).exterior) > 1.0]
    assert all(piece.area < 1.05 * smallest for piece in whole), "none flows into another"


@settings(max_examples=6, deadline=None)
@given(band=st.floats(30, 160))
def test_parang_rusak_white_is_well_over_half_and_lenses_share_their_seams(band):
    motif = parang_rusak.GENERATOR.motif({"band_mm": band})
    blade, lens = rings(max(by_role(motif, "areas", "body"), key=lambda part: area(part).area))
    assert blade.distance(lens) < 0.002 * band
    assert blade.intersection(lens).area < 0.01 * lens.area
    next_lens = affinity.translate(lens, -motif.repeat.width_mm / math.sqrt(2), -motif.repeat.width_mm / math.sqrt(2))
    assert blade.distance(next_lens) < 0.002 * band, "the white runs on"
    # Of the whole pitch, the ribbon included; of the band alone it is more.
    assert cloth(motif, "body", 1.0 * band).area / (2.0 * band) ** 2 > 0.5


def test_parang_rusak_is_steep_and_its_blade_swells():
    motif = parang_rusak.GENERATOR.motif()
    blade, _ = rings(max(by_role(motif, "areas", "body"), key=lambda part: area(part).area))
    corners = np.array(blade.minimum_rotated_rectangle.exterior.coords)
    sides = np.diff(corners[:3], axis=0)
    long = max(sides, key=np.linalg.norm)
    assert abs(math.degrees(math.atan2(long[1], long[0]))) % 180 == pytest.approx(90, abs=15)
    low, high = blade.bounds[1], blade.bounds[3]
    assert (high - low) / motif.repeat.height_mm > 1.0, "it reaches from ribbon to ribbon"


@pytest.mark.parametrize("module", [parang_barong, parang_gendreh], ids=lambda one: one.GENERATOR.about.id)
def test_white_of_running_blades_is_one_piece_from_band_end_to_band_end(module):
    motif = module.GENERATOR.motif()
    white = area(max(by_role(motif, "areas", "body"), key=lambda part: area(part).area))
    period = motif.repeat.width_mm / math.sqrt(2)
    row = unary_union([affinity.translate(white, k * period, k * period) for k in range(-2, 3)]).buffer(0.01)
    assert isinstance(row, Polygon)
    assert not row.interiors


def test_widths_are_those_of_the_court():
    """Barong 10 cm and more, gendreh 8 cm, klithik 4 cm and less (kompas.tv 448315)."""
    band = {
        module.GENERATOR.about.id: next(one for one in module.GENERATOR.parameters if one.key == "band_mm")
        for module in PARANGS
    }
    assert band["parang_barong"].minimum >= 100
    assert band["parang_gendreh"].default == 80
    assert band["parang_klithik"].maximum <= 40
    assert band["parang_barong"].minimum >= band["parang_gendreh"].maximum


def test_parang_barong_has_a_blade_within_each_blade_and_the_richest_isen():
    motif = parang_barong.GENERATOR.motif()
    white = laid(motif, area(max(by_role(motif, "areas", "body"), key=lambda part: area(part).area)), 90.0, 6)
    inner = rings(max(by_role(motif, "areas", "heart"), key=lambda part: area(part).area))
    assert len(inner) == 2
    seams = laid(motif, area(by_role(motif, "lines", "outline")[1]), 90.0, 6)
    for blade in inner:
        assert white.buffer(0.02).contains(blade)
        assert blade.distance(seams) > 0.5
    counts = {
        module.GENERATOR.about.id: sum(
            len(list(part.path.subpaths(0.1))) for part in module.GENERATOR.motif().parts if part.kind == "isen"
        )
        for module in (parang_barong, parang_gendreh, parang_klithik, parang_rusak)
    }
    assert counts["parang_barong"] > 2 * counts["parang_gendreh"]
    assert counts["parang_klithik"] == 0


@pytest.mark.parametrize("band", [24.0, 36.0, 40.0])
def test_parang_klithik_is_plain_white_blades_a_thin_gap_apart(band):
    motif = parang_klithik.GENERATOR.motif({"band_mm": band})
    assert {part.kind for part in motif.parts} == {"lines", "areas"}
    pieces = rings(by_role(motif, "areas", "body")[0])
    assert len(pieces) == 3, "a blade and two discs a period"
    copies = [affinity.translate(piece, x, y) for piece in pieces for x, y in shifts(motif, 2)]
    for piece in pieces:
        gaps = sorted(piece.distance(other) for other in copies)
        assert gaps[0] == 0, "itself"
        assert 0.01 * band < gaps[1] < 0.08 * band
    assert sum(piece.area for piece in pieces) / cell_area(motif) > 0.5


@pytest.mark.parametrize("luk", [0, 3, 5, 7, 9])
def test_a_curiga_has_as_many_waves_as_it_says_and_a_point(luk):
    """The middle of the blade turns from one side of the dagger's axis to the other at each luk."""
    motif = parang_curiga.GENERATOR.motif({"luk": luk})
    blade, _ = rings(by_role(motif, "areas", "body")[0])
    heights = np.linspace(blade.bounds[1], blade.bounds[3], 160)[2:-2]
    middles, widths = [], []
    for y in heights:
        x0, _, x1, _ = blade.intersection(LineString([(-500, y), (500, y)])).bounds
        middles.append((x0 + x1) / 2)
        widths.append(x1 - x0)
    axis = middles[0]
    sides = np.sign(np.array(middles)[3:] - axis)
    amplitude = np.ptp(middles)
    if luk == 0:
        assert amplitude < 0.2
    else:
        assert (np.diff(sides[sides != 0]) != 0).sum() == luk - 1
        assert amplitude > 1.0
    assert widths[-1] < 0.25 * widths[0]
    assert all(after < before + 0.05 for before, after in pairwise(widths)), "it only tapers"


def test_daggers_buds_and_fingers_of_one_band_do_not_cross():
    for module, role, count in ((parang_curiga, "body", 2), (parang_tuding, "body", 2)):
        motif = module.GENERATOR.motif()
        pieces = rings(max(by_role(motif, "areas", role), key=lambda part: area(part).area))
        assert len(pieces) == count
        copies = [affinity.translate(piece, x, y) for piece in pieces for x, y in shifts(motif, 2)]
        for piece in pieces:
            nearest = sorted(piece.distance(other) for other in copies)[1]
            assert nearest > 0.2, motif.about.id


def test_a_finger_frames_its_flame_and_has_a_nail():
    motif = parang_tuding.GENERATOR.motif()
    fingers = max(by_role(motif, "areas", "body"), key=lambda part: area(part).area)
    nails = by_role(motif, "areas", "heart")[0]
    for nail in rings(nails):
        assert sum(finger.contains(nail) for finger in rings(fingers)) == 1
    flames = rings(by_role(motif, "areas", "accent")[0])
    whole = laid(motif, area(fingers), 80.0)
    assert len(flames) == 2
    for flame in flames:
        assert flame.intersection(whole).area < 0.12 * flame.area
        assert flame.distance(whole) < 1.5
        assert flame.within(whole.convex_hull)


def test_kusuma_buds_have_three_petals_on_a_calyx_and_two_leaves():
    motif = parang_kusuma.GENERATOR.motif()
    leaves, petals, *_ = sorted(by_role(motif, "areas", "body"), key=lambda part: motif.parts.index(part))
    assert len(rings(leaves)) == len(rings(petals)) == 4
    middle, calyx = by_role(motif, "areas", "heart")[0], by_role(motif, "areas", "accent")[0]
    assert len(rings(middle)) == len(rings(calyx)) == 2
    for cup in rings(calyx):
        held = [petal for petal in (*rings(petals), *rings(middle)) if petal.intersects(cup)]
        assert len(held) == 3
    assert all(one.distance(other) > 0.5 for one in rings(leaves) for other in rings(petals))


# Lereng


@pytest.mark.parametrize("variant", list(lereng.VARIANTS))
def test_a_lereng_has_the_symmetry_it_tells(variant):
    motif = lereng.GENERATOR.motif({"variant": variant})
    tells = {"p1": (), "p2": (HALF,), "pm": (DIAGONAL,), "pmm": (HALF, DIAGONAL, ACROSS)}[motif.repeat.group]
    parts = [part for part in motif.parts if part.width_mm is None or part.kind == "isen"]
    # The ornament's own centre is half a cell from the origin along the band.
    count = lereng.VARIANTS[variant][3]
    shift = motif.repeat.width_mm / count / 2 / math.sqrt(2)
    for matrix in (HALF, DIAGONAL, ACROSS):
        worst = 0.0
        for part in parts:
            shape = laid(motif, affinity.translate(area(part), -shift, -shift), 20.0, 6)
            if shape.area:
                image = affinity.affine_transform(shape, [*matrix, 0, 0])
                worst = max(worst, shape.symmetric_difference(image).area / shape.area)
        assert (worst < 3e-3) == (matrix in tells), (matrix, worst)


@pytest.mark.parametrize("generator", [module.GENERATOR for module in LERENGS], ids=lambda one: one.about.id)
def test_stripes_cover_the_cloth_without_a_gap_and_run_on(generator):
    motif = generator.motif()
    grounds = unary_union([area(part) for part in motif.parts if part.width_mm is None])
    half = 0.8 * motif.repeat.height_mm
    assert laid(motif, grounds, half, 8).area == pytest.approx(4 * half * half, rel=1e-3)
    lines = [part for part in motif.parts if part.kind == "lines" and part.cap == "butt"]
    assert len(lines) >= 4
    for part in lines:
        ends = part.path.points
        if len(ends) == 2:
            assert np.linalg.norm(ends[1] - ends[0]) == pytest.approx(motif.repeat.width_mm)


def test_udan_liris_has_at_least_seven_stripes_of_one_to_two_and_a_half_centimetres():
    (band,) = [parameter for parameter in udan_liris.GENERATOR.parameters if parameter.key == "band_mm"]
    for pitch in (band.minimum, band.default, band.maximum):
        widths = udan_liris.widths(pitch)
        assert len(widths) >= 7
        assert sum(widths) == pytest.approx(pitch)
        assert min(widths) >= 9.9
        assert max(widths) <= 30.0
    assert max(udan_liris.widths(band.default)) <= 25.0
    ornaments = [ornament.__name__ for ornament, *_ in udan_liris.STACK]
    assert len(set(ornaments)) == len(ornaments), "each its own"
    named = {"untu_walang", "banyu_tetes", "mlinjon_row", "tritis", "ada_ada", "kluwung"}
    assert named <= set(ornaments)


def test_udan_liris_has_twin_hairlines_at_each_edge():
    motif = udan_liris.GENERATOR.motif()
    edges = np.cumsum([-motif.repeat.height_mm / 2, *udan_liris.widths(motif.repeat.height_mm)[:-1]])
    twins = [part for part in motif.parts[-2 * len(edges) :] if part.cap == "butt"]
    assert len(twins) == 2 * len(edges)
    for edge, dark, pale in zip(edges, twins[::2], twins[1::2], strict=True):
        assert np.allclose(across(dark.path.points, motif), edge)
        assert np.allclose(across(pale.path.points, motif), edge)
        assert (dark.role, pale.role) == ("outline", "body")
        assert 0.3 <= (dark.width_mm - pale.width_mm) / 2 <= 0.7


def test_rujak_senthe_is_uncertain_and_has_broad_bands_by_turns_with_fine_ones():
    assert rujak_senthe.GENERATOR.about.uncertain
    broad = [share for ornament, _, share, _ in rujak_senthe.STACK if ornament is None]
    fine = [share for ornament, _, share, _ in rujak_senthe.STACK if ornament is not None]
    assert sum(broad) + sum(fine) == pytest.approx(1.0)
    assert len(broad) == 2
    assert min(broad) > 2 * max(fine)
    first, second = (k for k, (ornament, *_) in enumerate(rujak_senthe.STACK) if ornament is None)
    assert second - first > 1


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_mlinjon_are_rhombi_in_each_other(count):
    motif = mlinjon.GENERATOR.motif({"rings": count, "isen": False})
    turn = affinity.rotate(area(motif.parts[0]), -45, origin=(0, 0))
    low, high = turn.bounds[1], turn.bounds[3]
    nested = []
    for part in motif.parts:
        if part.width_mm is not None:
            continue
        for ring in rings(part):
            flat = affinity.rotate(ring, -45, origin=(0, 0))
            first = flat.centroid.distance(Point(motif.repeat.width_mm / 4, 0.0)) < 0.1
            if first and low + 1 < flat.bounds[1] and flat.bounds[3] < high - 1:
                nested.append(flat)
    assert len(nested) == count
    for outer, inner in pairwise(nested):
        assert outer.contains(inner)
    x0, y0, x1, y1 = nested[0].bounds
    assert nested[0].area < 0.5 * (x1 - x0) * (y1 - y0), "its sides are hollow"
    assert all(Point(x, 0).distance(nested[0]) < 0.02 for x in (x0, x1)), "corners lie along the row"
