"""Fillers in regions of any shape: pieces stay inside, and what is chosen for a region leaves nothing flat."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.spatial import cKDTree

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import circle
from batikstudio.geometry.rings import Rings
from batikstudio.motifs.choosing import ON_GROUNDS, fitting, ground, is_empty, shape_of
from batikstudio.motifs.filler import GROUND, Region, fill, isen_of, isens
from batikstudio.motifs.filling.grids import sheet_of
from batikstudio.motifs.filling.space import reduced, space_of
from tests.support.isen_regions import annulus, band, leaf, pieces, polygon, rings_from, star, worst_mm

FLAT_MM = 4.0
"""Half of the widest place that may stay bare."""


@st.composite
def regions(draw: st.DrawFn) -> Rings:
    kind = draw(st.sampled_from(["leaf", "star", "annulus", "thin"]))
    size = draw(st.floats(8, 40))
    if kind == "leaf":
        rings = leaf(size, size * draw(st.floats(0.25, 0.8)), size * draw(st.floats(-0.1, 0.1)))
    elif kind == "star":
        rings = star(draw(st.integers(3, 9)), size / 2, size / 2 * draw(st.floats(0.35, 0.9)))
    elif kind == "annulus":
        rings = annulus(size / 2, size / 2 * draw(st.floats(0.1, 0.8)))
    else:
        rings = band(size, draw(st.floats(0.5, 4)))
    turn = Affine.rotation(draw(st.floats(-180, 180)))
    return rings.transformed(Affine.translation(draw(st.floats(-50, 50)), 3.0) @ turn)


@settings(max_examples=120)
@given(regions(), st.sampled_from(sorted(isens())), st.floats(0, 2.5), st.floats(0, 1), st.integers(0, 2**32))
def test_pieces_stay_inside_any_region(rings: Rings, kind: str, inset: float, irregular: float, seed: int):
    parts = fill(kind, Region(rings), {"inset_mm": inset, "irregular": irregular}, seed)
    assert worst_mm(polygon(rings), parts) >= inset - 1e-6


@settings(max_examples=60)
@given(regions(), st.integers(0, 1000))
def test_what_is_chosen_leaves_nothing_flat(rings: Rings, seed: int):
    assume(is_empty(rings))
    kind, values = fitting(rings, seed)
    parts = fill(kind, Region(rings), values, seed)
    assert parts
    area = polygon(rings)
    drawn = [one.buffer(half + 1e-6) for part in parts for one, half in pieces(part)]
    x0, y0, x1, y1 = area.bounds
    x, y = np.meshgrid(np.arange(x0, x1, 0.8), np.arange(y0, y1, 0.8))
    places = shapely.points(x.ravel(), y.ravel())
    places = places[shapely.covers(area, places)]
    nearest = shapely.STRtree(drawn).query_nearest(places, return_distance=True, all_matches=False)[1]
    assert np.minimum(nearest, shapely.distance(area.boundary, places)).max() < FLAT_MM


@pytest.mark.parametrize(
    ("rings", "wanted"),
    [
        (leaf(40, 14), {"cecek_sawut_daun", "sawut", "cecek_sawut", "cecek"}),
        (
            annulus(11, 0.01),
            {"sisik_melik", "cecek_sawut", "gringsing", "kembang_cengkeh", "nruntum", "cecek_pitu", "cecek"},
        ),
        (band(80, 6), {"galaran", "untu_walang", "uler", "blarak_sahirit", "cecek"}),
        (band(30, 2.4), {"cecek"}),
        (star(9, 20, 15), {"cecek", "sirapan", "sisik"}),
    ],
)
def test_a_shape_gets_what_suits_it_and_neighbours_differ(rings: Rings, wanted: set[str]):
    found = {fitting(rings, seed)[0] for seed in range(40)}
    assert found <= wanted
    assert len(found) >= min(len(wanted), 3)
    assert fitting(rings, 5) == fitting(rings, 5)


def test_the_shapes_are_told_apart():
    thin, wide = shape_of(leaf(40, 14)), shape_of(star(9, 20, 15))
    assert thin is not None
    assert wide is not None
    assert (thin.tips, wide.tips) == (2, 9)
    disc = shape_of(rings_from(circle(3, 4, 7)))
    assert disc is not None
    assert disc.width_mm == pytest.approx(14, abs=0.1)
    assert (disc.tips, disc.slender) == (0, pytest.approx(1, abs=0.01))
    stripe = shape_of(band(80, 6))
    assert stripe is not None
    assert stripe.even == pytest.approx(1, abs=1e-6)
    assert stripe.slender == pytest.approx(80 / 6, rel=0.01)


def test_grounds_are_given_what_suits_grounds():
    assert {ground(seed)[0] for seed in range(60)} == {kind for kind, _ in ON_GROUNDS}
    assert all(GROUND in isen_of(kind).suits for kind, _ in ON_GROUNDS)


bases = st.builds(
    lambda a, b, skew, turns: (
        (float(a), 0.0),
        (float(skew * a + turns * a), float(b)),
    ),
    st.floats(12, 90),
    st.floats(12, 90),
    st.floats(-0.5, 0.5),
    st.integers(-4, 4),
)


@given(bases)
def test_a_reduced_basis_spans_the_same_lattice_with_its_shortest_vectors(basis):
    small = np.array(reduced(basis))
    steps = small @ np.linalg.inv(np.array(basis))
    np.testing.assert_allclose(steps, np.round(steps), atol=1e-6)
    assert abs(np.linalg.det(np.round(steps))) == pytest.approx(1)
    assert abs(small[0] @ small[1]) <= min((small**2).sum(axis=1)) / 2 + 1e-6


@given(bases, st.floats(2, 7), st.floats(2, 7), st.sampled_from([0.0, 0.5]), st.sampled_from([None, 0.0, 45.0]))
def test_rows_fitted_to_a_lattice_are_a_lattice_that_holds_it(basis, step, row, shift, angle):
    """From each place the steps of the ground lead to places: checked modulo the lattice for all of them at once."""
    matrix = np.array(basis)
    space = space_of(band(1, 1).transformed(Affine(*(3 * matrix[0]), *(3 * matrix[1]), 0.0, 0.0)), basis, 0.5)
    sheet = sheet_of(space, step, row, shift, angle)
    count = abs(np.linalg.det(matrix)) / (sheet.step_mm * sheet.row_mm)
    assert len(sheet.points) == round(count) == pytest.approx(count)
    # All differences to the first place form a group: with any two places their sum is one, too.
    steps = np.mod((sheet.points - sheet.points[0]) @ np.linalg.inv(matrix), 1.0)
    known = {tuple(one) for one in np.mod(np.round(steps, 5), 1.0).round(5).tolist()}
    assert len(known) == len(sheet.points)
    some = steps[:: max(len(steps) // 7, 1)]
    sums = np.mod(np.round(some[:, None] + some[None], 5), 1.0).reshape(-1, 2)
    near = np.array(sorted(known))
    wrapped = np.concatenate([near + np.array((i, j)) for i in (-1, 0, 1) for j in (-1, 0, 1)])
    assert cKDTree(wrapped).query(sums)[0].max() < 1e-4
